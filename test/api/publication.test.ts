import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import type { Publication } from '#core/publication/publication.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import {
  askedDirectly,
  directQuestions,
  ours,
  path,
  policy,
  questionsOfReport,
  recordFor,
  serve,
  shop,
  start,
  startApi,
  theirs,
  world,
} from './publication-shop.ts';

/** GET /api/publication over real sockets. */

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
  expect(askedDirectly(ns1).toSorted()).toEqual([...directQuestions, ...questionsOfReport].toSorted());
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
    expect(askedDirectly(ns1).toSorted()).toEqual([...directQuestions, ...questionsOfReport].toSorted());
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
    expect(askedDirectly(ns1)).toHaveLength(13);
    seconds = 5;
    expect(await ask()).toEqual({
      ...first,
      checkedAt: '1970-01-01T00:00:05.000Z',
      records: expect.anything(),
      report: expect.anything(),
    });
    expect(askedDirectly(ns1)).toHaveLength(26);
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
