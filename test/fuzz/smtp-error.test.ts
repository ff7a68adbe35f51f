import { expect, test } from 'vitest';
import { excerptOf } from '#core/smtp-error/excerpt.ts';
import { longestError, readSmtpError } from '#core/smtp-error/read-error.ts';
import { table } from '#core/smtp-error/table.ts';
import { errorTexts } from '#test/core/smtp-error/error-texts.ts';
import fc from '#test/fast-check.ts';
import { cases, inTime, patience } from './cases.ts';
import { mutated } from './mutation.ts';

/** What people paste, and what servers of anybody wrote in it. */

const sound = errorTexts.map(([, text]) => text);
const pieces = [
  ...table.flatMap(({ says }) => says.slice(0, 2)),
  '550 ',
  '550-',
  '5.7.1 ',
  '4.4.7',
  'status: ',
  'PASS x\n',
  'AUTH PLAIN eHh4eA==\n',
  'password: ',
  '334 UGFzc3dvcmQ6\r\n',
  '[a.b.c]',
  'host a.b [',
  'mail from:<a@b>',
];

const expectReading = (text: string): void => {
  const reading = inTime(() => readSmtpError(text));
  if (reading.kind === 'unreadable') return;
  const { causes, secrets } = reading;
  expect(new Set(causes.map(({ cause }) => cause)).size).toBe(causes.length);
  for (const { place } of causes) {
    expect(text.slice(place.start, place.end)).toBe(place.text);
    expect(secrets.filter(({ start, end }) => start < place.end && end > place.start)).toEqual([]);
  }
  expect(secrets.filter(({ start, end }, i) => !(start >= (secrets[i - 1]?.end ?? 0) && end > start))).toEqual([]);
  const shown = inTime(() => excerptOf(text, causes[0].place, secrets));
  const marks = shown.flatMap((piece) => (piece.kind === 'mark' ? [piece.text] : []));
  expect(marks).toEqual([causes[0].place.text]);
};

test(
  'whatever is pasted, what decided stands where it is said to, and no secret is in it',
  () => {
    fc.assert(fc.property(mutated(sound, pieces), expectReading), cases(0.02));
  },
  patience,
);

/** Each of them is read as often as there is room for it, beside 1 MiB of nothing else. */
const longest = [
  ...new Set(table.map(({ says }) => says[0]?.split(' ')[0] ?? '')),
  ...pieces.slice(-12),
  ...[
    'starttls',
    'tls ',
    'spf ',
    'dmarc ',
    'user',
    'user: ',
    'from:',
    'from:a',
    'a.',
    'a',
    '5.',
    ' ',
    '\n',
    '> ',
    'İ',
    '\u0001',
  ],
];

test.each([...new Set(longest)].map((piece) => [JSON.stringify(piece), piece] as const))(
  'a mebibyte of %s takes no longer than it may',
  (_shown, piece) => {
    expectReading(piece.repeat(Math.floor(longestError / piece.length)));
  },
);
