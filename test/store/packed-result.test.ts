import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseReport } from '#core/report.ts';
import { describe } from '#messages/languages.ts';
import { largestPacked, largestText } from '#store/limits.ts';
import { packResult, unpackResult } from '#store/packed-result.ts';
import { large, reportWith, resultOf, small, unpackable } from '#test/store/results.ts';

const kept = join(import.meta.dirname, 'kept');
const form = Uint8Array.of(1);
const packed = (text: string): Buffer => Buffer.concat([form, gzipSync(text)]);
const whole = packResult(resultOf(small)) ?? new Uint8Array();

test.each([
  ['a small report', small, 1_000],
  ['a large one', large, 3_000],
])('%s takes few octets', (_reason, report, most) => {
  expect(packResult(resultOf(report))?.length).toBeLessThan(most);
});

test.each([
  ['packed, as large as may be', (length: number) => unpackable(length), 300_000, 500_000],
  ['as text, as large as may be', (length: number) => 'a'.repeat(length), largestText - 5_000, largestText],
] as const)('what is packed can be unpacked, to the last octet: %s', async (_reason, textOf, fits, over) => {
  let [below, above] = [fits, over];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (packResult(resultOf(reportWith(textOf(middle)))) === null) above = middle;
    else below = middle;
  }
  const result = resultOf(reportWith(textOf(below)));
  const octets = packResult(result) ?? new Uint8Array();
  expect(octets.length).toBeLessThanOrEqual(largestPacked);
  expect(await unpackResult(result.id, octets)).toEqual(result);
});

test.each([
  ['nothing', new Uint8Array()],
  ['a form that is not known', Uint8Array.of(2, ...whole.subarray(1))],
  ['an octet of the middle that was changed', whole.with(200, (whole[200] ?? 0) ^ 1)],
  ['an end that is missing', whole.subarray(0, -1)],
  ['more as text than any result', packed(JSON.stringify({ report: 'a'.repeat(largestText) }))],
  ['no JSON', packed('{')],
  ['no result', packed('null')],
])('refused: %s', async (_reason, octets) => {
  await expect(unpackResult(resultOf(small).id, octets)).rejects.toThrow();
});

test('a report of another form is none', async () => {
  const octets = packed('{"storedAt":"2026-11-24T12:00:00Z","expiresAt":"2027-02-24T12:00:00Z","report":{}}');
  expect(await unpackResult(resultOf(small).id, octets)).toBeNull();
});

/**
 * Links to results are in people's mail for half a year, whatever is made of the program in that time. What is added to a report
 * later has a default in its schema, so that those of before it can still be read; to the files here nothing is ever added.
 */
test.each(readdirSync(kept))('what was stored is still read: %s', async (file) => {
  const text = readFileSync(join(kept, file), 'utf8');
  const { storedAt, expiresAt, report } = JSON.parse(text);
  const read = await unpackResult(resultOf(small).id, packed(text));
  expect(read).toMatchObject({ storedAt, expiresAt, report });
  const { findings } = parseReport(report);
  for (const finding of findings) expect(describe(finding, 'nb').fact).not.toBe('');
});
