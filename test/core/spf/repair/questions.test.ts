import { expect, test } from 'vitest';
import { expectCorrected, include, repairIn, senderAdded, zoneOf } from './repairing.ts';

/** What cannot be read with certainty is not guessed: the owner is asked, and the record follows the answer. */

test.each<[why: string, text: string, term: string, options: readonly string[], answer: string, record: string]>([
  [
    'a host with an SPF record and an address',
    'v=spf1 both.example.net -all',
    'both.example.net',
    ['include:both.example.net', 'a:both.example.net', ''],
    'a:both.example.net',
    `v=spf1 ${include} a:both.example.net -all`,
  ],
  [
    'the same behind include:a:',
    'v=spf1 ?include:a:both.example.net -all',
    '?include:a:both.example.net',
    ['?include:both.example.net', '?a:both.example.net', ''],
    '?include:both.example.net',
    `v=spf1 ${include} ?include:both.example.net -all`,
  ],
  [
    'include= of a name without an SPF record',
    'v=spf1 a:host.example.net include=host.example.net -all',
    'include=host.example.net',
    ['include:host.example.net', ''],
    '',
    `v=spf1 ${include} a:host.example.net -all`,
  ],
  ['an address cut short', 'v=spf1 ip4:192.0.2 -all', 'ip4:192.0.2', [''], '', `v=spf1 ${include} -all`],
  [
    'a length that no network has',
    'v=spf1 ip4:192.0.2.0/33 -all',
    'ip4:192.0.2.0/33',
    [''],
    '',
    `v=spf1 ${include} -all`,
  ],
  ['a word', 'v=spf1 foo a:host.example.net -all', 'foo', [''], '', `v=spf1 ${include} a:host.example.net -all`],
  ['a macro that is none', 'v=spf1 a:%{x}.example.net -all', 'a:%{x}.example.net', [''], '', `v=spf1 ${include} -all`],
  ['letters that no name has', 'v=spf1 a:☃ -all', 'a:☃', [''], '', `v=spf1 ${include} -all`],
])('%s', async (_why, text, term, options, answer, record) => {
  const zone = zoneOf(text);
  expect(await repairIn(zone)).toEqual({ kind: 'questions', questions: [{ id: term, term, options }], changes: [] });
  const answers = { [term]: answer };
  const after = answer === '' ? [] : [answer];
  await expectCorrected(zone, record, [['TERM_ANSWERED', 'needed', true, [term], after], senderAdded], { answers });
});

test('all of them at once, beside what is certain', async () => {
  const repaired = await repairIn(zoneOf('v=spf1 foo ip:192.0.2.1 both.example.net -all'));
  expect(repaired).toEqual({
    kind: 'questions',
    questions: [
      { id: 'foo', term: 'foo', options: [''] },
      {
        id: 'both.example.net',
        term: 'both.example.net',
        options: ['include:both.example.net', 'a:both.example.net', ''],
      },
    ],
    changes: [expect.objectContaining({ code: 'TERM_MENDED', before: ['ip:192.0.2.1'] })],
  });
});

test.each([
  ['an answer that was not offered', { foo: 'ip4:192.0.2.1' }],
  ['an answer to something else', { bar: '' }],
])('%s leaves it open', async (_why, answers) => {
  expect(await repairIn(zoneOf('v=spf1 foo -all'), { answers })).toMatchObject({ kind: 'questions' });
});
