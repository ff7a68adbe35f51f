import { describe, expect, test } from 'vitest';
import { finding } from '#core/findings.ts';
import { findingsIn } from './checking.ts';
import { evaluated, times, withRecord } from './evaluating.ts';
import { repairIn, zoneOf } from './repair/repairing.ts';

/** What is read of a record at most, and what is said of one that is longer. */

const domain = 'example.com';
/** A sound record of so many characters, by which 192.0.2.1 passes. */
const record = (length: number): string => `v=spf1 ip4:192.0.2.1${' '.repeat(length - 25)} -all`;
const unreadable = (name: string) => finding('SPF_RECORD_UNREADABLE', { domain: name, octets: 4_097, limit: 4_096 });

test('the longest record that is read', async () => {
  expect(record(4_096)).toHaveLength(4_096);
  expect((await findingsIn(withRecord(record(4_096)))).map(({ code }) => code)).not.toContain('SPF_RECORD_UNREADABLE');
  expect(await evaluated(withRecord(record(4_096)))).toMatchObject({ result: 'pass', problem: null });
  // With the sender's term it is longer.
  expect(await repairIn(zoneOf(record(4_076)))).toMatchObject({ kind: 'corrected' });
});

describe('one character more', () => {
  test('is told, and that nothing is wrong is not', async () => {
    expect(await findingsIn(withRecord(record(4_097)))).toEqual([unreadable(domain)]);
  });
  test('in an included record too', async () => {
    const zone = withRecord('v=spf1 include:long.example -all', { 'long.example': [{ TXT: record(4_097) }] });
    expect(await findingsIn(zone)).toEqual([unreadable('long.example')]);
  });
  test('gives no verdict: temperror', async () => {
    expect(await evaluated(withRecord(record(4_097)))).toMatchObject({ result: 'temperror', problem: 'too_long' });
  });
  test('gives no correction', async () => {
    expect(await repairIn(zoneOf(record(4_097)))).toEqual({ kind: 'unanswered', changes: [] });
  });
});

test.each<[why: string, texts: readonly string[], kind: string]>([
  ['as long as is read', [record(2_048), record(2_048)], 'corrected'],
  ['longer', [record(2_048), record(2_049)], 'unanswered'],
  ['longer with one that was meant as a record', [record(2_048), ` ${record(2_048)}`], 'unanswered'],
])('several records are read together, and are: %s', async (_, texts, kind) => {
  expect(await repairIn(zoneOf(texts))).toMatchObject({ kind });
});

test.each<[why: string, words: number, options: number]>([
  ['27 readings of a piece are given to choose among', 3, 27],
  ['of 81 none is, and the piece can be left out', 4, 1],
])('%s', async (_, words, options) => {
  const piece = times(words, () => 'al').join('\t');
  const repaired = await repairIn(zoneOf(`v=spf1 ${piece} -all`));
  expect(repaired.kind === 'questions' && repaired.questions.map((question) => question.options.length)).toEqual([
    options,
  ]);
});

test('a correction does not ask without end what names stand for', async () => {
  const hosts = (count: number) => zoneOf(`v=spf1 ${times(count, (i) => `h${i}.example.net`).join(' ')} -all`);
  expect(await repairIn(hosts(60))).toMatchObject({ kind: 'corrected' });
  expect(await repairIn(hosts(70))).toEqual({ kind: 'unanswered', changes: [] });
});
