import { expect, test } from 'vitest';
import { type Differences, differencesOf } from '#core/results/differences.ts';
import type { Zone } from '#test/zone.ts';
import { check, dmarc, right, signed, spf } from '../shop.ts';

const theirs = 'v=spf1 include:spf.example ~all';
const ours = 'v=spf1 include:_spf.mab.no -all';
const unanswered: Zone = { ...right, 'shop.example': [{ FAIL: 'timeout' }] };
const nothing: Differences = { records: [], mended: [], arisen: [] };
const codes = ({ mended, arisen }: Differences) => [mended, arisen].map((all) => all.map(({ code }) => code));

test.each<[why: string, before: Zone, after: Zone]>([
  ['nothing changed', right, right],
  ['the order of records', { ...right, ...spf(ours) }, right],
  ['what could not be found out then', unanswered, { ...signed, ...spf(theirs) }],
  ['what cannot be found out now', { ...signed, ...spf(theirs) }, unanswered],
])('no difference: %s', async (_why, before, after) => {
  const differences = differencesOf(await check(before), await check(after));
  expect(differences.records.filter(({ purpose }) => purpose === 'spf')).toEqual([]);
  expect(
    codes(differences)
      .flat()
      .filter((code) => code.startsWith('SPF_')),
  ).toEqual([]);
});

test('nothing at all', async () => {
  const report = await check(right);
  expect(differencesOf(report, report)).toEqual(nothing);
});

test('put right', async () => {
  const differences = differencesOf(await check(spf(theirs)), await check(right));
  expect(differences.records).toEqual([
    { purpose: 'spf', before: [theirs], after: [ours] },
    { purpose: 'dkim', before: [], after: ['mab._domainkey.mab.no'] },
    { purpose: 'dmarc', before: [], after: expect.any(Array) },
  ]);
  expect(codes(differences)).toEqual([['SPF_SENDER_NOT_LISTED', 'DKIM_SENDER_MISSING', 'DMARC_NO_RECORD'], []]);
});

test('spoilt since', async () => {
  const differences = differencesOf(await check(right), await check({ ...right, ...spf(theirs) }));
  expect(differences.records).toEqual([{ purpose: 'spf', before: [ours], after: [theirs] }]);
  expect(codes(differences)).toEqual([[], ['SPF_SENDER_NOT_LISTED']]);
});

test('another policy, and nothing wrong with either', async () => {
  const before = { ...right, ...dmarc('p=none; rua=mailto:post@shop.example') };
  const after = { ...right, ...dmarc('p=reject; rua=mailto:post@shop.example') };
  const differences = differencesOf(await check(before), await check(after));
  expect(differences).toEqual({
    ...nothing,
    records: [
      {
        purpose: 'dmarc',
        before: ['v=DMARC1; p=none; rua=mailto:post@shop.example'],
        after: ['v=DMARC1; p=reject; rua=mailto:post@shop.example'],
      },
    ],
  });
});
