import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Language, languages } from '#messages/languages.ts';
import { readOrStop } from './startup.ts';

/** The exit code of a command that was not understood. */
export const wrongUse = 3;

/** For the usage of each such command. */
export const commonOptions = `  --json    what was read as JSON
  --lang    the language of the text, ${languages[0]} by default
  --help    this text`;

interface Command {
  readonly json: boolean;
  readonly language: Language;
}

/** @throws Error with the reason, for the person who typed the command. */
const readCommand = (args: readonly string[], usage: string): Command => {
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

/**
 * Runs a command that reads a text from standard input and says what it is: as JSON, or in words.
 *
 * @param usage what `--help` prints; what is printed as well where nothing is piped in.
 */
export const runReading = async <Reading>(
  usage: string,
  {
    read,
    render,
    exitCodeOf,
  }: {
    readonly read: (pasted: string) => Reading;
    readonly render: (
      reading: Reading,
      pasted: string,
      language: Language,
      options: { readonly colour: boolean },
    ) => string;
    readonly exitCodeOf: (reading: Reading) => number;
  },
): Promise<void> => {
  const { json, language } = readOrStop(() => readCommand(process.argv.slice(2), usage), wrongUse);
  const pasted = await text(process.stdin);
  const reading = read(pasted);
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  console.log(json ? JSON.stringify(reading, null, 2) : render(reading, pasted, language, { colour }));
  process.exitCode = exitCodeOf(reading);
};
