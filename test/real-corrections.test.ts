import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseDomain } from '#core/domain.ts';
import { parseAddress } from '#core/networks.ts';
import type { SpfCorrection } from '#core/report.ts';
import { sender } from '#core/sender.ts';
import { checkSpf } from '#core/spf/check.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import { loadZone } from '#test/dns-server.ts';
import { zoneResolver } from '#test/zone.ts';

/** Real records of Norwegian domains, where they lie beside the project: each gets a proven record, or a reason. */

const files = ['no-zones.json', 'mab-zones.json'].map((file) => join(import.meta.dirname, '../../shared/data', file));
const there = files.every((file) => existsSync(file));
const zone = there ? loadZone(...files) : {};
const domains = Object.keys(zone).filter((name) => {
  const records = zone[name] ?? [];
  return records.some((record) => 'MX' in record) && records.some((record) => 'TXT' in record);
});
/** One address of each of the sender's networks in the file. */
const senders = ['192.0.2.64', '192.0.2.130', '2001:db8:6d61::25'];

/** What a reason comes with, so that its owner knows what to do. */
const reasons = {
  questions: ({ questions }: SpfCorrection) => questions.length,
  no_room: ({ changes }: SpfCorrection) => changes.filter(({ need, made }) => need === 'offered' && !made).length,
  broken_below: ({ names }: SpfCorrection) => names.length,
  alias: ({ names }: SpfCorrection) => names.length,
};

const shares = new Map<string, number>();
afterAll(() => {
  const rows = [...shares].map(
    ([kind, count]) => `${kind} ${count} (${((100 * count) / domains.length).toFixed(1)} %)`,
  );
  if (rows.length > 0) console.log(`Of ${domains.length} domains: ${rows.join(', ')}`);
});

describe.skipIf(!there)('real records (skipped where ../shared/data is not there)', () => {
  test.each(domains)('%s', async (name) => {
    const parsed = parseDomain(name);
    if (!parsed.ok) throw new Error(parsed.problem);
    const { report } = await checkSpf(parsed.domain, zoneResolver(zone), sender);
    const { correction } = report;
    const { kind, record, strings, proof } = correction;
    shares.set(kind, (shares.get(kind) ?? 0) + 1);
    if (record === null) {
      expect(Object.keys(reasons)).toContain(kind);
      expect(reasons[kind as keyof typeof reasons](correction)).toBeGreaterThan(0);
      return;
    }
    expect(kind === 'unchanged' || proof?.holds).toBe(true);
    expect(strings.join('')).toBe(record);
    const published = zoneResolver({
      ...zone,
      [name]: [{ TXT: record }, ...(zone[name] ?? []).filter((each) => !('TXT' in each))],
    });
    for (const text of senders) {
      const ip = parseAddress(text);
      if (ip === undefined) throw new Error(text);
      const { result } = await evaluate({ ip, domain: name, sender: `post@${name}`, helo: sender.helo }, published);
      expect(`${text} ${result}`).toBe(`${text} pass`);
    }
    const again = await checkSpf(parsed.domain, published, sender);
    expect(again.report.correction).toMatchObject({ kind: 'unchanged', record });
  });
});
