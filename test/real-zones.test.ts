import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { parseReport } from '#core/report.ts';
import { createDnsClient } from '#dns/client.ts';
import { loadZone, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';

/** Real records of Norwegian domains, where they lie beside the project, over real sockets and through the API. */

const files = ['no-zones.json', 'mab-zones.json'].map((file) => join(import.meta.dirname, '../../shared/data', file));
const there = files.every((file) => existsSync(file));
const zone = there ? loadZone(...files) : {};

/** Names that take mail and say who may send it: the domains of the file, not the includes and hosts that they reach. */
const domains = Object.keys(zone).filter((name) => {
  const records = zone[name] ?? [];
  return records.some((record) => 'MX' in record) && records.some((record) => 'TXT' in record);
});

describe.skipIf(!there)('real zones (skipped where ../shared/data is not there)', () => {
  let dns: RunningDnsServer;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    dns = await startDnsServer(zone);
    app = createApp({ dns: createDnsClient({ servers: [dns] }) });
  });
  afterAll(() => dns.close());

  const check = async (domain: string) => {
    const response = await app.request(`/api/check?domain=${domain}`);
    expect(response.status).toBe(200);
    return parseReport(await response.json());
  };

  test('all of them are there', () => {
    expect(domains.length).toBeGreaterThanOrEqual(260);
  });

  test.each(domains)('%s is checked whole', async (domain) => {
    const { findings, spf } = await check(domain);
    expect(findings.filter(({ severity }) => severity === 'unknown')).toEqual([]);
    expect(spf.state).toBe('found');
  });

  test.each([
    ['an invisible character', 'aseral.kommune.no', 'SPF_INVISIBLE_CHARACTER'],
    ['a space after the colon', 'nesseby.kommune.no', 'SPF_SPACE_IN_TERM'],
    ['a host name alone', 'beiarn.kommune.no', 'SPF_BARE_VALUE'],
    ['a sender after all', 'hvaler.kommune.no', 'SPF_AFTER_ALL'],
  ])('%s is found in %s', async (_reason, domain, code) => {
    const { findings } = await check(domain);
    const found = findings.filter((finding) => finding.code === code);
    expect(found).toMatchObject([{ args: { domain } }]);
  });
});
