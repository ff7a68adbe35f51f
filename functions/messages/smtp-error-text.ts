import { basicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import { excerptOf, type Piece } from '#core/smtp-error/excerpt.ts';
import { remedies } from '#core/smtp-error/kinds.ts';
import type { SmtpErrorReading } from '#core/smtp-error/read-error.ts';
import type { Language } from './languages.ts';
import type { SmtpErrorTexts } from './smtp-error.ts';
import { fieldNames, knownOf, shown } from './smtp-error-known.ts';
import { smtpErrorTexts } from './smtp-error-languages.ts';
import { ansi, bold, indent, type Paint, plain, red, wrap } from './terminal.ts';

/**
 * What was read from an error message, for a terminal: the cause, what to do, who can do it, the other causes, and the lines
 * around what decided.
 *
 * @param text what was read: nothing of it is shown where a password stands.
 * @param options.colour marks headings and what decided with ANSI codes; without it there is no control character but the newline.
 * @returns lines of at most 80 characters, but for those of the text; no newline at the end.
 */
export const renderSmtpError = (
  reading: SmtpErrorReading,
  text: string,
  language: Language,
  options: { readonly colour?: boolean } = {},
): string => {
  const words = smtpErrorTexts[language];
  const paint = options.colour === true ? ansi : plain;
  if (reading.kind === 'unreadable') {
    const { heading, fact, action } = words.unreadable[reading.reason];
    return [paint(bold, heading), ...wrap(`${fact} ${action}`, '')].join('\n');
  }
  const [decided, ...others] = reading.causes;
  const { heading, fact, action } = words.causes[decided.cause];
  const { fields, fixers } = remedies[decided.cause];
  return [
    [paint(bold, heading), ...wrap(fact, ''), ...wrap(action, indent, '→ ')],
    [
      ...(fields.length === 0 ? [] : wrap(`${words.fieldsLabel}: ${fieldNames(fields)}`, indent)),
      ...wrap(`${words.fixersLabel}: ${fixers.map((fixer) => words.fixers[fixer]).join('; ')}`, indent),
      ...knownOf(reading, words).flatMap((sentence) => wrap(sentence, indent)),
    ],
    ...(reading.concernsBasicAuth
      ? [
          [
            paint(bold, words.basicAuth.heading),
            ...wrap(words.basicAuth.told(basicAuthPlan).join(' '), ''),
            basicAuthPlan.source,
          ],
        ]
      : []),
    ...(others.length === 0
      ? []
      : [[paint(bold, words.othersHeading), ...others.map(({ cause }) => `${indent}${words.causes[cause].heading}`)]]),
    [paint(bold, words.excerptHeading), ...excerptLines(excerptOf(text, decided.place, reading.secrets), words, paint)],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

const excerptLines = (pieces: readonly Piece[], words: SmtpErrorTexts, paint: Paint): readonly string[] =>
  pieces
    .map((piece) => pieceText(piece, words, paint))
    .join('')
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd());

const pieceText = (piece: Piece, words: SmtpErrorTexts, paint: Paint): string => {
  switch (piece.kind) {
    case 'plain':
      return shown(piece.text);
    case 'mark':
      return shown(piece.text)
        .split('\n')
        .map((line) => paint(red, line))
        .join('\n');
    case 'secret':
      return words.secret;
    case 'left_out':
      return `${words.leftOut}\n`;
  }
};
