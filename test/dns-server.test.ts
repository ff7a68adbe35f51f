import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  type Question as WireQuestion,
} from 'dns-packet';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordType } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import { askOverUdp } from '#dns/transport.ts';
import { loadZone, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';

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

const zone: Zone = {
  'shop.example': [
    { SOA: { mname: 'ns1.shop.example', serial: 7, minimum: 90 }, ttl: 600 },
    { NS: 'ns1.shop.example' },
    { TXT: 'v=spf1 -all', ttl: 120 },
  ],
  'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.example', ttl: 30 }],
  'inner.shop.example': [{ CNAME: 'shop.example', ttl: 200 }],
  'lost.shop.example': [{ CNAME: 'none.shop.example' }],
  'away.shop.example': [{ NS: 'ns1.away.example' }],
  'mab._domainkey.mab.example': [{ TXT: 'v=DKIM1; p=' }],
  'bare.example': [{ TXT: 'no SOA is written' }],
};
const aa = AUTHORITATIVE_ANSWER;
const start = ['SOA shop.example 600 7 90'];

/** The reply as it comes: AA, RD and RA of its flags, its code, and the records as `TXT shop.example 120 …`. */
const say = async (name: string, type: RecordType, flags = 0) => {
  const server = await startDnsServer(zone, { authority: { zones: ['shop.example', 'bare.example'] } });
  onTestFinished(server.close);
  const query = encode({ type: 'query', id: 1, flags, questions: [{ name, type: type as WireQuestion['type'] }] });
  const reply = await askOverUdp(server, query, decode, AbortSignal.timeout(5_000));
  const lines = (records: readonly Answer[] = []): string[] =>
    records.map((record) => {
      if (record.type === 'OPT') return 'OPT';
      const { type, name, ttl, data } = record;
      return `${type} ${name} ${ttl} ${type === 'SOA' ? `${data.serial} ${data.minimum}` : data}`;
    });
  const received = reply?.flags ?? 0;
  return {
    flags: received & (AUTHORITATIVE_ANSWER | RECURSION_DESIRED | RECURSION_AVAILABLE),
    rcode: received & 0xf,
    answers: lines(reply?.answers),
    authorities: lines(reply?.authorities),
  };
};

test.each<[string, string, RecordType, Awaited<ReturnType<typeof say>>]>([
  [
    'records',
    'shop.example',
    'TXT',
    { flags: aa, rcode: 0, answers: ['TXT shop.example 120 v=spf1 -all'], authorities: [] },
  ],
  ['the SOA', 'shop.example', 'SOA', { flags: aa, rcode: 0, answers: start, authorities: [] }],
  [
    'the SOA of a zone that has none written',
    'bare.example',
    'SOA',
    { flags: aa, rcode: 0, answers: ['SOA bare.example 300 1 60'], authorities: [] },
  ],
  ['no data', 'shop.example', 'MX', { flags: aa, rcode: 0, answers: [], authorities: start }],
  ['no such name', 'none.shop.example', 'TXT', { flags: aa, rcode: 3, answers: [], authorities: start }],
  [
    'an alias to another zone stands alone',
    'mab._domainkey.shop.example',
    'TXT',
    {
      flags: aa,
      rcode: 0,
      answers: ['CNAME mab._domainkey.shop.example 30 mab._domainkey.mab.example'],
      authorities: [],
    },
  ],
  [
    'an alias within the zone is followed, each record with its own TTL',
    'inner.shop.example',
    'TXT',
    {
      flags: aa,
      rcode: 0,
      answers: ['CNAME inner.shop.example 200 shop.example', 'TXT shop.example 120 v=spf1 -all'],
      authorities: [],
    },
  ],
  [
    'an alias to no name of the zone',
    'lost.shop.example',
    'TXT',
    { flags: aa, rcode: 3, answers: ['CNAME lost.shop.example 300 none.shop.example'], authorities: start },
  ],
  [
    'a delegation',
    'www.away.shop.example',
    'TXT',
    { flags: 0, rcode: 0, answers: [], authorities: ['NS away.shop.example 300 ns1.away.example'] },
  ],
  [
    'a zone that it does not have, though it has the records',
    'mab._domainkey.mab.example',
    'TXT',
    { flags: 0, rcode: 5, answers: [], authorities: [] },
  ],
  ['a name that only ends alike', 'myshop.example', 'TXT', { flags: 0, rcode: 5, answers: [], authorities: [] }],
])('an authoritative server says: %s', async (_, name, type, said) => {
  expect(await say(name, type)).toEqual(said);
});

test('a resolver’s absence lasts as long as the SOA of the zone says', async () => {
  const server = await startDnsServer(zone);
  onTestFinished(server.close);
  const resolver = createDnsClient({ servers: [server] }).resolver();
  expect(await resolver.resolve('none.shop.example', 'TXT')).toEqual({ kind: 'nxdomain', cname: [], negativeTtl: 90 });
  expect(await resolver.resolve('none.example', 'TXT')).toEqual({ kind: 'nxdomain', cname: [], negativeTtl: 60 });
});

test.each<[string, number, number]>([
  ['recursion is not offered', 0, aa],
  ['nor when it is asked for', RECURSION_DESIRED, aa | RECURSION_DESIRED],
])('an authoritative server: %s', async (_, asked, flags) => {
  expect((await say('shop.example', 'TXT', asked)).flags).toBe(flags);
});
