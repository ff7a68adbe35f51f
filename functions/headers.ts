import { readHeaders } from '#core/headers/read-headers.ts';
import { renderHeaders } from '#messages/headers-text.ts';
import { languages } from '#messages/languages.ts';
import { commonOptions, runReading, wrongUse } from './reading-command.ts';

/** `npm run headers < mail.eml`: what the receiver of a mail thought of it. */

const usage = `Usage: npm run -s headers -- [--json] [--lang ${languages.join('|')}] < FILE

  Reads the headers of a mail, or a whole .eml file, from standard input.
  Nothing is sent anywhere.

${commonOptions}

Exit code:
  0  all that the recipient says is pass
  1  something is not pass, or nothing is said
  3  no headers were found, or wrong use`;

await runReading(usage, {
  read: readHeaders,
  render: (reading, _pasted, language, options) => renderHeaders(reading, language, options),
  exitCodeOf: (reading) => {
    if (reading.kind === 'unreadable') return wrongUse;
    return reading.allPass ? 0 : 1;
  },
});
