import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHeaders } from '#core/headers/read-headers.ts';
import { longestHeaders } from '#core/headers/reading.ts';
import { renderHeaders } from '#messages/headers-text.ts';
import fc from '#test/fast-check.ts';
import { cases, inTime, patience } from './cases.ts';
import { mutated } from './mutation.ts';

/** What a person pastes: anybody's text, whole or not. */

const samples = join(import.meta.dirname, '../core/headers/samples');
const sound = globSync('*.txt', { cwd: samples }).map((file) => readFileSync(join(samples, file), 'utf8'));
const pieces = [
  'Received: ',
  'Authentication-Results: ;',
  'Received-SPF: ',
  'From: ',
  'DKIM-Signature: d=a;',
  '(',
  ')',
  '"',
  '\\',
  ';',
  '=',
  'a=b;',
  'spf=pass ',
  'X-Spam-Status: Yes, score=1 ',
  'X-Forefront-Antispam-Report: SCL:1;',
  '=?utf-8?Q?',
  '=?utf-8?B?AA==?= ',
  '\n',
  '\r\n ',
  'a: ',
  '<a@b.example>,',
];

const expectReading = (text: string): void => {
  const reading = inTime(() => readHeaders(text));
  if (reading.kind === 'unreadable') return;
  const places = [...reading.fields, ...reading.others, ...reading.hops, ...reading.spamMarks];
  expect(places.filter(({ start, end }) => !(start >= 0 && start < end && end <= text.length))).toEqual([]);
  expect(reading.fields.filter(({ name, start }) => !text.startsWith(name, start))).toEqual([]);
  // What strangers write does not command the terminal.
  expect(inTime(() => renderHeaders(reading, 'nb'))).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
};

test(
  'whatever is pasted, it is read to its end, every place lies in it, and it is shown as text',
  () => {
    fc.assert(fc.property(mutated(sound, pieces), expectReading), cases(0.02));
  },
  patience,
);

test.each([
  ...pieces,
  'Received: (',
  'Received: from a by b; ',
  'From: "',
  'a: b\n\n',
  'Received: from a (b [192.0.2.1]) ',
])('as long as it may be, of nothing but %j', (piece) => {
  const text = piece.repeat(Math.floor(longestHeaders / piece.length));
  for (const begin of [
    '',
    'Received: ',
    'Subject: ',
    'Authentication-Results: a; spf=pass ',
    'From: ',
    'X-Spam-Status: ',
  ])
    expectReading(`${begin}${text}`.slice(0, longestHeaders));
  expectReading(`${piece}\n`.repeat(Math.floor(longestHeaders / (piece.length + 1))));
});
