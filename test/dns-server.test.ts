import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDnsClient } from '#dns/client.ts';
import { loadZone, startDnsServer } from '#test/dns-server.ts';

test('zones are loaded from files, without their comments, in the text that was meant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = (name: string, zone: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(zone));
    return path;
  };
  const first = file('first.json', {
    '//': 'where it comes from',
    'a.example': [{ TXT: 'replaced' }],
    'b.example': [{ TXT: ['v=spf1 ip4:192.0.2.1', '\u00e2\u0080\u008e -all'] }, { MX: [10, 'mx.example'] }],
  });
  const second = file('second.json', { 'a.example': [{ TXT: 'bl\u00e5b\u00e6r' }] });
  expect(loadZone(first, second)).toEqual({
    'a.example': [{ TXT: 'blåbær' }],
    'b.example': [{ TXT: 'v=spf1 ip4:192.0.2.1\u200e -all' }, { MX: [10, 'mx.example'] }],
  });
});

test('the zone can change while the server runs', async () => {
  const server = await startDnsServer({});
  onTestFinished(server.close);
  const ask = () =>
    createDnsClient({ servers: [server] })
      .resolver()
      .resolve('a.example', 'TXT');
  expect((await ask()).kind).toBe('nxdomain');
  server.setZone({ 'a.example': [{ TXT: 'here', ttl: 60 }] });
  expect(await ask()).toEqual({ kind: 'found', records: ['here'], cname: [], ttl: 60 });
  expect(server.log()).toEqual(['TXT a.example', 'TXT a.example']);
});
