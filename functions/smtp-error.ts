import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readSmtpError } from '#core/smtp-error/read-error.ts';
import { type Language, languages } from '#messages/languages.ts';
import { renderSmtpError } from '#messages/smtp-error-text.ts';
import { readOrStop } from './startup.ts';

/** `npm run smtp-error < log.txt`: why MAB could not send, or mail could not be delivered. */

const usage = `Usage: npm run -s smtp-error -- [--json] [--lang ${languages.join('|')}] < TEXT

  Reads the text of MAB's error window, or of a report that mail was not
  delivered, from standard input.

  --json    what was read as JSON
  --lang    the language of the text, ${languages[0]} by default
  --help    this text

Exit code:
  0  understood   1  no cause was found in the text   3  wrong use`;

const wrongUse = 3;

interface Command {
  readonly json: boolean;
  readonly language: Language;
}

/** @throws Error with the reason, for the person who typed the command. */
const readCommand = (args: readonly string[]): Command => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: languages[0] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const language = languages.find((known) => known === values.lang);
  if (language === undefined) throw new Error(`--lang ${values.lang}: ${languages.join(' or ')}`);
  if (process.stdin.isTTY) throw new Error(usage);
  return { json: values.json, language };
};

const { json, language } = readOrStop(() => readCommand(process.argv.slice(2)), wrongUse);
const pasted = await text(process.stdin);
const reading = readSmtpError(pasted);
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
console.log(json ? JSON.stringify(reading, null, 2) : renderSmtpError(reading, pasted, language, { colour }));
process.exitCode = reading.kind === 'understood' ? 0 : 1;
