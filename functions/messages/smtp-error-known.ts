import type { MabField } from '#core/smtp-error/kinds.ts';
import type { SmtpErrorReading } from '#core/smtp-error/read-error.ts';
import { mabFieldNames, type SmtpErrorTexts } from './smtp-error.ts';
import { visible, visibleText } from './visible.ts';

/** What the page and the terminal tell in the same way. */

/** `«Brukernavn», «Passord»`. */
export const fieldNames = (fields: readonly MabField[]): string =>
  fields.map((field) => `«${mabFieldNames[field]}»`).join(', ');

/** What the text tells of the connection, in sentences, fit to be shown. */
export const knownOf = (
  { connection, causes }: Extract<SmtpErrorReading, { kind: 'understood' }>,
  words: SmtpErrorTexts,
): readonly string[] => {
  const [{ server }] = causes;
  return [
    ...(connection.server === null ? [] : [words.server(visible(connection.server), connection.port)]),
    ...(connection.user === null ? [] : [words.user(visible(connection.user))]),
    ...(connection.recipient === null ? [] : [words.recipient(visible(connection.recipient))]),
    ...(server === null || server.toLowerCase() === connection.server ? [] : [words.answeredBy(visible(server))]),
  ];
};

/** Text that strangers wrote, fit to be shown line by line: whatever cannot be seen is told, and a tab is as good as spaces. */
export const shown = (text: string): string => text.replaceAll('\t', '  ').split(/\r?\n/).map(visibleText).join('\n');
