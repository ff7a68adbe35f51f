import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readHeaders } from '#core/headers/read-headers.ts';
import { renderHeaders } from '#messages/headers-text.ts';
import { type Language, languages } from '#messages/languages.ts';
import { readOrStop } from './startup.ts';

/** `npm run headers < mail.eml`: what the receiver of a mail thought of it. */

const usage = `Usage: npm run -s headers -- [--json] [--lang ${languages.join('|')}] < FILE

  Reads the headers of a mail, or a whole .eml file, from standard input.
  Nothing is sent anywhere.

  --json    what was read as JSON
  --lang    the language of the text, ${languages[0]} by default
  --help    this text

Exit code:
  0  all that the recipient says is pass
  1  something is not pass, or nothing is said
  3  no headers were found, or wrong use`;

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
const reading = readHeaders(await text(process.stdin));
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
console.log(json ? JSON.stringify(reading, null, 2) : renderHeaders(reading, language, { colour }));
process.exitCode = reading.kind === 'unreadable' ? wrongUse : reading.allPass ? 0 : 1;
