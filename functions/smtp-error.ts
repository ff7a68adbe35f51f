import { readSmtpError } from '#core/smtp-error/read-error.ts';
import { languages } from '#messages/languages.ts';
import { renderSmtpError } from '#messages/smtp-error-text.ts';
import { commonOptions, runReading } from './reading-command.ts';

/** `npm run smtp-error < log.txt`: why MAB could not send, or mail could not be delivered. */

const usage = `Usage: npm run -s smtp-error -- [--json] [--lang ${languages.join('|')}] < TEXT

  Reads the text of MAB's error window, or of a report that mail was not
  delivered, from standard input.

${commonOptions}

Exit code:
  0  understood   1  no cause was found in the text   3  wrong use`;

await runReading(usage, {
  read: readSmtpError,
  render: renderSmtpError,
  exitCodeOf: ({ kind }) => (kind === 'understood' ? 0 : 1),
});
