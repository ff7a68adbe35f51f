import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Authorities } from '#core/publication/authorities.ts';
import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import {
  freePort,
  nsdConfiguration,
  programFile,
  startServer,
  stopServer,
  unboundConfiguration,
} from './real-server.ts';
import { networks } from './sample.ts';

const nsd = programFile('nsd');
const unbound = programFile('unbound');

const resolverAt = (port: number): Resolver =>
  createDnsClient({ servers: [{ address: '127.0.0.1', port }] }).resolver({ deadline: Date.now() + 60_000 });

const authoritiesAt = (port: number): Authorities =>
  createAuthorities({ port, allowed: networks('127.0.0.0/8'), timeouts: { attempts: [30_000, 30_000] } });

const soa = '3600 IN SOA ns1.example. hostmaster.example. 1 3600 600 86400 60';
const startOfExample = { mname: 'ns1.example', rname: 'hostmaster.example', serial: 1, minimum: 60 };
const strings = Array.from({ length: 9 }, (_, i) => `part${i} `.padEnd(255, 'x'));

const exampleZone = `$ORIGIN example.
$TTL 300
@ ${soa}
@ NS ns1
ns1 A 192.0.2.53
shop TXT "v=spf1 ip4:192." "0.2.1 -all"
shop MX 10 MX.shop
shop A 192.0.2.1
shop AAAA 2001:db8::1
*.wild TXT "any"
mab._domainkey.shop 60 CNAME mab._domainkey.other.test.
within CNAME shop
nowhere CNAME missing
long TXT ${strings.map((string) => `"${string}"`).join(' ')}
latin TXT "bl\\229b\\230r"
null MX 0 .
below.empty A 192.0.2.1
away NS ns1.away
`;
const otherZone = `$ORIGIN other.test.
$TTL 300
@ ${soa}
@ NS ns1.example.
mab._domainkey TXT "v=DKIM1; p="
`;

const found = (records: unknown[], cname: string[] = [], ttl = 300) => ({ kind: 'found', records, cname, ttl });

/** What any server says. */
const rows: [string, string, RecordType, unknown][] = [
  ['TXT in two strings', 'shop.example', 'TXT', found(['v=spf1 ip4:192.0.2.1 -all'])],
  ['A', 'shop.example', 'A', found(['192.0.2.1'])],
  ['AAAA', 'shop.example', 'AAAA', found(['2001:db8::1'])],
  ['MX', 'shop.example', 'MX', found([{ preference: 10, exchange: 'mx.shop.example' }])],
  ['null MX', 'null.example', 'MX', found([{ preference: 0, exchange: '' }])],
  ['a wildcard', 'some.wild.example', 'TXT', found(['any'])],
  ['a CNAME within the zone', 'within.example', 'TXT', found(['v=spf1 ip4:192.0.2.1 -all'], ['shop.example'])],
  [
    'a CNAME to another zone',
    'mab._domainkey.shop.example',
    'TXT',
    found(['v=DKIM1; p='], ['mab._domainkey.other.test'], 60),
  ],
  ['the CNAME itself', 'within.example', 'CNAME', found(['shop.example'])],
  ['a CNAME to no name', 'nowhere.example', 'TXT', { kind: 'nxdomain', cname: ['missing.example'], negativeTtl: 60 }],
  ['no such name', 'none.example', 'TXT', { kind: 'nxdomain', cname: [], negativeTtl: 60 }],
  ['no data', 'ns1.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['a name with names below it only', 'empty.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['more than UDP holds', 'long.example', 'TXT', found([strings.join('')])],
  ['octets that are Latin-1', 'latin.example', 'TXT', found(['blåbær'])],
];

describe.skipIf(nsd === undefined)(`nsd (${nsd ?? 'not installed'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dns-'));
  const servers: ChildProcess[] = [];
  let authoritative: Resolver;
  let authorities: Authorities;
  let cache: Authorities;
  let recursive: Resolver;

  const startBoth = async (): Promise<void> => {
    const [nsdPort, unboundPort, deadPort] = await Promise.all([freePort(), freePort(), freePort()]);
    authoritative = resolverAt(nsdPort);
    authorities = authoritiesAt(nsdPort);
    cache = authoritiesAt(unboundPort);
    recursive = resolverAt(unboundPort);
    writeFileSync(join(folder, 'example.zone'), exampleZone);
    writeFileSync(join(folder, 'other.zone'), otherZone);
    writeFileSync(join(folder, 'nsd.conf'), nsdConfiguration(folder, nsdPort));
    writeFileSync(join(folder, 'unbound.conf'), unboundConfiguration(folder, unboundPort, nsdPort, deadPort));
    servers.push(await startServer(nsd ?? '', ['-d', '-c', join(folder, 'nsd.conf')], /nsd started/));
    if (unbound === undefined) return;
    servers.push(await startServer(unbound, ['-d', '-c', join(folder, 'unbound.conf')], /start of service/));
  };

  beforeAll(startBoth);
  afterAll(async () => {
    await Promise.all(servers.map(stopServer));
    rmSync(folder, { recursive: true });
  });

  /** The answer as it was when it came into the cache, up to ten seconds ago. */
  const young = (answer: Answer): Answer => {
    const whole = (left: number): number => [60, 300, 3600].find((ttl) => left <= ttl && left > ttl - 10) ?? left;
    if (answer.kind === 'found') return { ...answer, ttl: whole(answer.ttl) };
    if (answer.kind === 'failed' || answer.negativeTtl === null) return answer;
    return { ...answer, negativeTtl: whole(answer.negativeTtl) };
  };

  test.each(rows)('%s', async (_, name, type, answer) => {
    expect(await authoritative.resolve(name, type)).toEqual(answer);
  });

  test.each<[string, string, Answer]>([
    ['a delegation is no absence', 'shop.away.example', { kind: 'failed', reason: 'refused' }],
    ['a zone that it does not have', 'shop.invalid', { kind: 'failed', reason: 'refused' }],
  ])('%s', async (_, name, answer) => {
    expect(await authoritative.resolve(name, 'TXT')).toEqual(answer);
  });

  test.each<[string, string, RecordType, unknown]>([
    ['records', 'shop.example', 'TXT', found(['v=spf1 ip4:192.0.2.1 -all'])],
    ['the SOA', 'example', 'SOA', found([startOfExample], [], 3600)],
    ['no data', 'ns1.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
    ['no such name', 'none.example', 'TXT', { kind: 'nxdomain', cname: [], negativeTtl: 60 }],
    [
      'an alias to another zone',
      'mab._domainkey.shop.example',
      'TXT',
      { kind: 'alias', target: 'mab._domainkey.other.test', ttl: 60 },
    ],
    ['an alias within the zone', 'within.example', 'TXT', { kind: 'alias', target: 'shop.example', ttl: 300 }],
    ['an alias to no name', 'nowhere.example', 'TXT', { kind: 'alias', target: 'missing.example', ttl: 300 }],
    ['more than UDP holds', 'long.example', 'TXT', found([strings.join('')])],
    ['a delegation', 'shop.away.example', 'TXT', { kind: 'lame' }],
    ['a zone that it does not have', 'shop.invalid', 'TXT', { kind: 'lame' }],
  ])('asked directly: %s', async (_, name, type, answer) => {
    expect(await authorities.ask('127.0.0.1', name, type)).toEqual(answer);
  });

  describe.skipIf(unbound === undefined)(`behind unbound (${unbound ?? 'not installed'})`, () => {
    test.each(rows)('%s', async (_, name, type, answer) => {
      expect(young(await recursive.resolve(name, type))).toEqual(answer);
    });

    test('a resolver is lame, asked directly', async () => {
      await recursive.resolve('shop.example', 'TXT');
      expect(await cache.ask('127.0.0.1', 'shop.example', 'TXT')).toEqual({ kind: 'lame' });
    });

    test('a zone whose name server is dead: unbound still tries when the time is over', async () => {
      expect(await recursive.resolve('shop.dead.test', 'TXT')).toEqual({ kind: 'failed', reason: 'timeout' });
    });
  });
});
