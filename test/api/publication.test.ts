import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '#api/app.ts';
import type { AddressSet } from '#core/networks.ts';
import { type Publication, publicationSchema } from '#core/publication/publication.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import type { DnsServer } from '#dns/transport.ts';
import { startCachingResolver } from '#test/caching-resolver.ts';
import { networks } from '#test/dns/sample.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import { openDnsSockets } from '#test/dns-sockets.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { startApp } from './serving.ts';

/** GET /api/publication over real sockets: authoritative servers, a resolver that caches before them, and the API. */

const path = '/api/publication?domain=shop.example';
const patient = { attempts: [5_000, 5_000] };

const ours = 'v=spf1 include:_spf.mab.no -all';
const theirs = 'v=spf1 include:spf.example ~all';
const policy = 'v=DMARC1; p=quarantine';

interface ShopOptions {
  readonly spf?: string;
  readonly dmarc?: string | null;
  readonly serial?: number;
  /** Of all that can change. */
  readonly ttl?: number;
  readonly minimum?: number;
  readonly nameServers?: readonly string[];
}

/** The zone of the shop, as its own servers have it. */
const shop = ({
  spf = ours,
  dmarc = policy,
  serial = 7,
  ttl = 300,
  minimum = 900,
  nameServers = ['ns1', 'ns2'],
}: ShopOptions = {}): Zone => ({
  'shop.example': [
    { SOA: { mname: 'ns1.host.example', serial, minimum }, ttl: 3_600 },
    ...nameServers.map((name) => ({ NS: `${name}.host.example` })),
    { TXT: spf, ttl },
    { MX: [10, 'mx.host.example'] },
  ],
  'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no', ttl }],
  ...(dmarc === null ? {} : { '_dmarc.shop.example': [{ TXT: dmarc, ttl }] }),
});

/** All that is somebody else's. */
const world: Zone = {
  'ns1.host.example': [{ A: '127.0.0.2' }],
  'ns2.host.example': [{ A: '127.0.0.3' }],
  'ns3.host.example': [{ A: '127.0.0.4' }],
  'ns4.host.example': [{ A: '127.0.0.5' }],
  'mx.host.example': [{ A: '192.0.2.9' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'spf.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};

const start = async (zone: Zone, options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const server = await startDnsServer(zone, options);
  onTestFinished(server.close);
  return server;
};

const own = { zones: ['shop.example'] };

/** Two servers of the shop, the resolver, and where the API answers. */
const serve = async (first: Zone = shop(), second: Zone = first) => {
  const ns1 = await start(first, { address: '127.0.0.2', authority: own });
  const ns2 = await start(second, { address: '127.0.0.3', port: ns1.port, authority: own });
  const rest = await start(world, { authority: { zones: ['example', 'no'] } });
  const resolver = await startCachingResolver({ authorities: [ns1, rest] });
  onTestFinished(resolver.close);
  return { ns1, ns2, resolver, ask: await startApi(resolver, ns1.port) };
};

const startApi = async (
  resolver: DnsServer,
  port: number,
  allowed: AddressSet = networks('127.0.0.0/8'),
  now: () => Date = () => new Date(),
) => {
  const api = createApp({
    dns: createDnsClient({ servers: [resolver] }),
    publication: {
      resolvers: createNamedResolvers([resolver]),
      authorities: createAuthorities({ timeouts: patient, allowed, port }),
    },
    now,
  });
  const origin = await startApp(api);
  return async (): Promise<Publication> => {
    const response = await fetch(`${origin}${path}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const body: unknown = await response.json();
    expect(publicationSchema.parse(body)).toEqual(body);
    return body as Publication;
  };
};

const recordFor = ({ records }: Publication, purpose: string) => records.find((record) => record.purpose === purpose);
/** What a server was asked directly: the resolver before it asks for recursion. */
const askedDirectly = ({ queries }: RunningDnsServer): string[] =>
  queries.filter(({ recursionDesired }) => !recursionDesired).map(({ type, name }) => `${type} ${name}`);
const directQuestions = [
  'SOA shop.example',
  'TXT _dmarc.shop.example',
  'TXT mab._domainkey.shop.example',
  'TXT shop.example',
];

test('servers that agree, and a resolver that has it', async () => {
  const { ns1, resolver, ask } = await serve();
  const answer = await ask();
  expect(answer.zones).toEqual([
    {
      name: 'shop.example',
      servers: [
        { name: 'ns1.host.example', address: '127.0.0.2', state: 'answers', serial: 7 },
        { name: 'ns2.host.example', address: '127.0.0.3', state: 'answers', serial: 7 },
      ],
    },
  ]);
  const saying = { state: 'found', values: [`TXT ${ours}`], ttl: 300 };
  expect(recordFor(answer, 'spf')).toEqual({
    purpose: 'spf',
    name: 'shop.example',
    state: 'visible',
    published: saying,
    servers: [
      { server: 'ns1.host.example', ...saying },
      { server: 'ns2.host.example', ...saying },
    ],
    seen: [
      { resolver: `127.0.0.1:${resolver.port}`, ...saying, ttl: expect.toSatisfy((ttl) => ttl > 200 && ttl <= 300) },
    ],
    visibleBy: null,
  });
  expect(answer.records.map(({ purpose, state, published }) => [purpose, state, published?.values])).toEqual([
    ['spf', 'visible', [`TXT ${ours}`]],
    ['dkim', 'visible', ['CNAME mab._domainkey.mab.no']],
    ['dmarc', 'visible', [`TXT ${policy}`]],
  ]);
  expect(answer.findings).toEqual([]);
  expect(answer.report.spf.authorised).toBe(true);
  expect(askedDirectly(ns1).toSorted()).toEqual(directQuestions);
});

test('servers that differ, one dead, one lame, and a delegation to a host that is not there', async () => {
  const nameServers = ['ns1', 'ns2', 'ns3', 'ns4', 'ns5'];
  const { ns1, ask } = await serve(shop({ nameServers, serial: 8 }), shop({ nameServers, spf: theirs }));
  // Nothing listens at 127.0.0.4.
  await start(world, { address: '127.0.0.5', port: ns1.port, authority: { zones: ['host.example'] } });
  const answer = await ask();
  expect(answer.zones[0]?.servers.map(({ address, state, serial }) => [address, state, serial])).toEqual([
    ['127.0.0.2', 'answers', 8],
    ['127.0.0.3', 'answers', 7],
    ['127.0.0.4', 'silent', null],
    ['127.0.0.5', 'lame', null],
    [null, 'no_address', null],
  ]);
  const zone = 'shop.example';
  const warning = (code: string, args: object) => ({ code, severity: 'warning', args });
  expect(answer.findings).toEqual([
    warning('ZONE_SERVER_SILENT', { zone, server: 'ns3.host.example' }),
    warning('ZONE_SERVER_LAME', { zone, server: 'ns4.host.example' }),
    warning('ZONE_SERVER_NO_ADDRESS', { zone, server: 'ns5.host.example' }),
    warning('ZONE_SERVERS_BEHIND', { zone, servers: ['ns2.host.example'] }),
    warning('ZONE_SERVERS_DIFFER', { name: zone, servers: ['ns1.host.example', 'ns2.host.example'] }),
  ]);
  expect(answer.records.map(({ purpose, state, visibleBy }) => [purpose, state, visibleBy])).toEqual([
    ['spf', 'differs', null],
    ['dkim', 'visible', null],
    ['dmarc', 'visible', null],
  ]);
});

describe('the time by which all see it is no earlier than when a cache lets go, and no more than a TTL away', () => {
  const ttl = 2;
  const before = shop({ spf: theirs, dmarc: null, ttl, minimum: ttl });
  const after = shop({ ttl, minimum: ttl, serial: 8 });

  test.each<[why: string, purpose: string, name: string, old: object, fresh: object]>([
    ['an older record', 'spf', 'shop.example', { values: [`TXT ${theirs}`] }, { records: [ours] }],
    ['an older absence', 'dmarc', '_dmarc.shop.example', { state: 'absent', values: [] }, { records: [policy] }],
  ])('%s', async (_why, purpose, name, old, fresh) => {
    const { ns1, ns2, resolver, ask } = await serve(before);
    const see = () =>
      createDnsClient({ servers: [resolver] })
        .resolver()
        .resolve(name, 'TXT');
    await see();
    ns1.setZone(after);
    ns2.setZone(after);
    const asked = Date.now();
    const answer = await ask();
    const record = recordFor(answer, purpose);
    expect(record).toMatchObject({ state: 'waiting', published: { ttl }, seen: [old] });
    expect(record?.seen[0]?.ttl).toBeGreaterThan(0);
    const by = Date.parse(record?.visibleBy ?? '');
    // As published, though the resolver has it otherwise.
    expect(answer.report.spf.authorised).toBe(true);
    await expect.poll(() => see(), { timeout: 10_000, interval: 50 }).toMatchObject(fresh);
    expect(Date.now()).toBeLessThanOrEqual(by + 1_000);
    expect(by - asked).toBeLessThanOrEqual(ttl * 1_000 + 1_000);
    const again = await startApi(resolver, ns1.port);
    expect(recordFor(await again(), purpose)).toMatchObject({ state: 'visible', visibleBy: null });
  });
});

describe('bursts', () => {
  test('twenty requests at once ask each server once', async () => {
    const { ns1, ns2, resolver, ask } = await serve();
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(askedDirectly(ns1).toSorted()).toEqual(directQuestions);
    expect(askedDirectly(ns2).toSorted()).toEqual(directQuestions);
    // Once for the check of all else, and once for the resolver itself.
    expect(resolver.log().filter((line) => line === 'TXT mab._domainkey.shop.example')).toHaveLength(1);
  });

  test('an answer is kept for five seconds', async () => {
    const { ns1, resolver } = await serve();
    let seconds = 0;
    const ask = await startApi(resolver, ns1.port, undefined, () => new Date(seconds * 1_000));
    const first = await ask();
    seconds = 4.9;
    expect(await ask()).toEqual(first);
    expect(askedDirectly(ns1)).toHaveLength(4);
    seconds = 5;
    expect(await ask()).toEqual({
      ...first,
      checkedAt: '1970-01-01T00:00:05.000Z',
      records: expect.anything(),
      report: expect.anything(),
    });
    expect(askedDirectly(ns1)).toHaveLength(8);
  });

  test('domains are not mixed', async () => {
    const server = await start({ 'one.example': [{ TXT: ours }], 'two.example': [{ TXT: theirs }] });
    const { request } = createApp({
      dns: createDnsClient({ servers: [server] }),
      publication: { resolvers: createNamedResolvers([server]), authorities: createAuthorities() },
    });
    const answers = await Promise.all(
      ['one.example', 'two.example', 'ONE.example.'].map(async (domain) => {
        const response = await request(`/api/publication?domain=${domain}`);
        return ((await response.json()) as Publication).domain.ascii;
      }),
    );
    expect(answers).toEqual(['one.example', 'two.example', 'one.example']);
  });
});

describe('addresses that nothing is sent to', () => {
  const hasIp6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
  const mark = Buffer.from('mark');

  /** All that comes to a port of any of the machine's addresses, up to a mark that is sent behind the rest. */
  const startProbe = async () => {
    const received: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const sockets = await openDnsSockets({ address: hasIp6 ? '::' : '0.0.0.0' }, ({ octets, transport }) => {
      received.push(`${transport} ${octets}`);
      if (octets.equals(mark)) resolve();
    });
    onTestFinished(sockets.close);
    const heard = async (): Promise<readonly string[]> => {
      const sender = createSocket('udp4');
      sender.send(mark, sockets.port, '127.0.0.1');
      await promise;
      sender.close();
      return received;
    };
    return { port: sockets.port, heard };
  };

  const special: readonly (readonly [name: string, record: ZoneRecord])[] = [
    ['a-private', { A: '10.0.0.1' }],
    ['b-loopback', { A: '127.0.0.1' }],
    ['c-link', { A: '169.254.1.1' }],
    ['d-loopback6', { AAAA: '::1' }],
    ['e-link6', { AAAA: 'fe80::1' }],
    ['f-mapped', { AAAA: '::ffff:7f00:1' }],
    ['g-alias', { CNAME: 'b-loopback.host.example' }],
  ];
  const zone: Zone = {
    ...world,
    ...shop({ nameServers: special.map(([name]) => name) }),
    'mx.host.example': [{ A: '127.0.0.1' }],
    'mab._domainkey.shop.example': [{ CNAME: 'b-loopback.host.example' }],
    ...Object.fromEntries(special.map(([name, record]) => [`${name}.host.example`, [record]])),
  };

  test.each<[why: string, allowed: AddressSet, isHeard: boolean]>([
    ['none is asked', networks(), false],
    ['but where it is allowed', networks('127.0.0.1'), true],
  ])('%s', async (_why, allowed, isHeard) => {
    const probe = await startProbe();
    const resolver = await start(zone);
    const api = createApp({
      dns: createDnsClient({ servers: [resolver] }),
      publication: {
        resolvers: createNamedResolvers([resolver]),
        authorities: createAuthorities({ timeouts: { attempts: [100] }, allowed, port: probe.port }),
      },
    });
    const response = await api.request(path);
    const { zones, findings, records } = (await response.json()) as Publication;
    const heard = await probe.heard();
    expect(heard.length > 1).toBe(isHeard);
    if (isHeard) return;
    expect(zones[0]?.servers.map(({ name, state }) => [name, state])).toEqual(
      special.map(([name]) => [`${name}.host.example`, 'not_public']),
    );
    expect(records.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(findings).toEqual([{ code: 'ZONE_UNREACHABLE', severity: 'unknown', args: { zone: 'shop.example' } }]);
  });
});

describe('requests', () => {
  test.each([
    ['no domain', '/api/publication', { code: 'MISSING_PARAMETER', parameter: 'domain' }],
    ['two', '/api/publication?domain=a.example&domain=b.example', { code: 'REPEATED_PARAMETER', parameter: 'domain' }],
    ['no domain name', '/api/publication?domain=192.0.2.1', { code: 'INVALID_DOMAIN', problem: 'IP_ADDRESS' }],
  ])('refused: %s', async (_why, asked, error) => {
    const { request } = createApp({
      dns: createDnsClient({ servers: [] }),
      publication: { resolvers: [], authorities: createAuthorities() },
    });
    const response = await request(asked);
    expect([response.status, await response.json()]).toEqual([400, { error }]);
  });

  test('what nobody foresaw is logged and not kept', async () => {
    const trouble = new Error('a secret');
    const logged: unknown[] = [];
    const server = await start(world);
    let isBroken = true;
    const dns = createDnsClient({ servers: [server] });
    const { request } = createApp({
      dns: {
        resolver: () => {
          if (isBroken) throw trouble;
          return dns.resolver();
        },
      },
      publication: { resolvers: [], authorities: createAuthorities() },
      log: (error) => logged.push(error),
    });
    expect((await request(path)).status).toBe(500);
    isBroken = false;
    expect((await request(path)).status).toBe(200);
    expect(logged).toEqual([trouble]);
  });
});
