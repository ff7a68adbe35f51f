import { describe, expect, test } from 'vitest';
import { parseDomain } from '#core/domain.ts';
import type { Authorities, DirectAnswer } from '#core/publication/authorities.ts';
import { checkPublication } from '#core/publication/check.ts';
import { type Publication, publicationSchema } from '#core/publication/publication.ts';
import type { RecordType } from '#core/resolver.ts';
import { tasksOf } from '#core/tasks.ts';
import { lookUpOne, type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** shop.example, its two name servers, and what resolvers see of it. */

const way: Zone = {
  'shop.example': [{ NS: 'ns1.host.example' }, { NS: 'ns2.host.example' }],
  'ns1.host.example': [{ A: '192.0.2.53' }],
  'ns2.host.example': [{ A: '192.0.2.54' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', ttl: 20 }],
  'spf.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  'mx.example': [{ A: '192.0.2.9' }],
};
const soa = (serial = 7, minimum = 900): ZoneRecord => ({
  SOA: { mname: 'ns1.host.example', serial, minimum },
  ttl: 3_600,
});
const ours = 'v=spf1 include:_spf.mab.no -all';
const apex = (text: string, ttl = 3_600, start = soa()): Zone => ({
  'shop.example': [start, { TXT: text, ttl }, { TXT: 'site-verification=1', ttl }, { MX: [10, 'mx.example'] }],
});
const key: Zone = { 'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no', ttl: 7_200 }] };
const policy = (tags: string, ttl = 600): Zone => ({ '_dmarc.shop.example': [{ TXT: `v=DMARC1; ${tags}`, ttl }] });
const right: Zone = { ...apex(ours), ...key, ...policy('p=quarantine') };

/** What a resolver has: its zone beside the way there; the delegation goes with the zone. */
const withWay = (zone: Zone): Zone => ({
  ...way,
  ...zone,
  'shop.example': [...(way['shop.example'] ?? []), ...(zone['shop.example'] ?? [])],
});

type Server = Zone | DirectAnswer['kind'];

const silent = { kind: 'failed', reason: 'timeout' } as const;
const sayingsOf = (servers: Readonly<Record<string, Server>>): Authorities & { readonly log: string[] } => {
  const log: string[] = [];
  return {
    log,
    ask: async <T extends RecordType>(address: string, name: string, type: T): Promise<DirectAnswer<T>> => {
      log.push(`${address} ${type} ${name}`);
      const server = servers[address] ?? 'failed';
      if (typeof server !== 'string') return lookUpOne(server, name, type);
      return server === 'lame' || server === 'not_public' ? { kind: server } : silent;
    },
  };
};

interface World {
  readonly servers?: Readonly<Record<string, Server>>;
  /** What the resolvers have; the first one's is what all else is asked of. */
  readonly seen?: readonly Zone[];
  readonly name?: string;
}
const both = (one: Server, other: Server = one) => ({ '192.0.2.53': one, '192.0.2.54': other });

const see = async ({ servers = both(right), seen = [withWay(right)], name = 'shop.example' }: World) => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  const authorities = sayingsOf(servers);
  const resolvers = seen.map((zone, i) => ({ name: `198.51.100.${i + 1}`, ...zoneResolver(zone) }));
  const resolver = zoneResolver(seen[0] ?? {});
  const answer = await checkPublication(parsed.domain, { resolver, resolvers, authorities }, new Date(0));
  // It is what the schema says, and goes over the wire as it is.
  expect(publicationSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  return { answer, authorities, resolver };
};

const recordFor = ({ records }: Publication, purpose: string) => records.find((record) => record.purpose === purpose);
const seconds = (count: number): string => new Date(count * 1_000).toISOString();
const found = (ttl: number, ...values: string[]) => ({ state: 'found', values, ttl });

test('published at all servers, and seen', async () => {
  const { answer, authorities } = await see({ seen: [withWay(right), withWay(right)] });
  const servers = (saying: object) => ['ns1', 'ns2'].map((ns) => ({ server: `${ns}.host.example`, ...saying }));
  const resolvers = (saying: object) => ['198.51.100.1', '198.51.100.2'].map((resolver) => ({ resolver, ...saying }));
  const spf = found(3_600, `TXT ${ours}`);
  const alias = found(7_200, 'CNAME mab._domainkey.mab.no');
  const dmarc = found(600, 'TXT v=DMARC1; p=quarantine');
  const visible = { state: 'visible', visibleBy: null };
  expect(answer).toEqual({
    domain: { ascii: 'shop.example', unicode: 'shop.example' },
    checkedAt: seconds(0),
    zones: [
      {
        name: 'shop.example',
        servers: [
          { name: 'ns1.host.example', address: '192.0.2.53', state: 'answers', serial: 7 },
          { name: 'ns2.host.example', address: '192.0.2.54', state: 'answers', serial: 7 },
        ],
      },
    ],
    host: null,
    domainConnect: null,
    records: [
      { purpose: 'spf', name: 'shop.example', ...visible, published: spf, servers: servers(spf), seen: resolvers(spf) },
      {
        purpose: 'dkim',
        name: 'mab._domainkey.shop.example',
        ...visible,
        published: alias,
        servers: servers(alias),
        // The least of the alias and the key behind it.
        seen: resolvers({ ...alias, ttl: 20 }),
      },
      {
        purpose: 'dmarc',
        name: '_dmarc.shop.example',
        ...visible,
        published: dmarc,
        servers: servers(dmarc),
        seen: resolvers(dmarc),
      },
    ],
    findings: [],
    report: expect.objectContaining({ checkedAt: seconds(0) }),
  });
  expect(tasksOf(answer.report)).toEqual([]);
  // Four questions to each server, and none more than once.
  expect(authorities.log.toSorted()).toEqual(
    ['192.0.2.53', '192.0.2.54'].flatMap((address) =>
      ['SOA shop.example', 'TXT _dmarc.shop.example', 'TXT mab._domainkey.shop.example', 'TXT shop.example'].map(
        (question) => `${address} ${question}`,
      ),
    ),
  );
});

describe('published and not seen by all yet', () => {
  const before: Zone = { ...apex('v=spf1 include:spf.example ~all', 2_500), ...key, ...policy('p=quarantine') };

  test.each<[why: string, purpose: string, servers: Zone, seen: readonly Zone[], state: string, by: string | null]>([
    ['an older record: as long as the new one is kept', 'spf', right, [before], 'waiting', seconds(3_600)],
    [
      'an older record of which more is left than the new one has',
      'spf',
      { ...right, ...apex(ours, 300) },
      [before],
      'waiting',
      seconds(3_600),
    ],
    ['one of two resolvers has it', 'spf', right, [right, before], 'waiting', seconds(3_600)],
    [
      'an older absence: the negative TTL of the zone',
      'dmarc',
      right,
      [{ ...right, '_dmarc.shop.example': [] }],
      'waiting',
      seconds(900),
    ],
    [
      'an older absence among other texts is kept as long as they are',
      'spf',
      right,
      [{ ...right, 'shop.example': [soa(), { TXT: 'site-verification=1', ttl: 500 }] }],
      'waiting',
      seconds(3_600),
    ],
    [
      'and where the new texts have a short TTL, as long as is left',
      'spf',
      { ...right, ...apex(ours, 60) },
      [{ ...right, 'shop.example': [soa(), { TXT: 'site-verification=1', ttl: 2_500 }] }],
      'waiting',
      seconds(3_600),
    ],
    [
      'a record that was taken away, other texts stay',
      'spf',
      { ...right, 'shop.example': [soa(), { TXT: 'site-verification=1', ttl: 7_200 }] },
      [before],
      'waiting',
      seconds(7_200),
    ],
    [
      'an alias in the place of a text',
      'dkim',
      right,
      [{ ...right, 'mab._domainkey.shop.example': [{ TXT: 'v=DKIM1; p=', ttl: 100 }] }],
      'waiting',
      seconds(7_200),
    ],
    ['another text at the name is not older', 'spf', right, [{ ...right, ...apex(ours, 60) }], 'visible', null],
    [
      'a resolver that does not answer is not older',
      'dmarc',
      right,
      [right, { ...right, '_dmarc.shop.example': [{ FAIL: 'timeout', type: 'TXT' }] }],
      'visible',
      null,
    ],
    [
      'no resolver answers',
      'dmarc',
      right,
      [{ ...right, '_dmarc.shop.example': [{ FAIL: 'timeout', type: 'TXT' }] }],
      'unknown',
      null,
    ],
  ])('%s', async (_why, purpose, servers, seen, state, visibleBy) => {
    const { answer } = await see({ servers: both(servers), seen: seen.map(withWay) });
    expect(recordFor(answer, purpose)).toMatchObject({ state, visibleBy });
    expect(recordFor(answer, purpose)?.published).not.toBeNull();
  });

  test('what is left is told of each resolver', async () => {
    const { answer } = await see({ seen: [withWay(before), withWay(right)] });
    expect(recordFor(answer, 'spf')?.seen).toEqual([
      { resolver: '198.51.100.1', ...found(2_500, 'TXT v=spf1 include:spf.example ~all') },
      { resolver: '198.51.100.2', ...found(3_600, `TXT ${ours}`) },
    ]);
  });

  test('the longest negative TTL of the servers counts', async () => {
    const slow = { ...right, ...apex(ours, 3_600, soa(7, 1_800)) };
    const seen = [withWay({ ...right, '_dmarc.shop.example': [] })];
    const { answer } = await see({ servers: both(right, slow), seen });
    expect(recordFor(answer, 'dmarc')?.visibleBy).toBe(seconds(1_800));
  });

  test('the report is that of what is published', async () => {
    const { answer } = await see({ seen: [withWay(before)] });
    expect(tasksOf(answer.report)).toEqual([]);
    expect(answer.report.findings.map(({ code }) => code)).toContain('SPF_SENDER_AUTHORISED');
    const { answer: other } = await see({ servers: both(before), seen: [withWay(right)] });
    expect(tasksOf(other.report).map(({ subject }) => subject)).toEqual(['spf']);
  });
});

describe('servers', () => {
  const zone = 'shop.example';
  const ns2 = { zone, server: 'ns2.host.example' };
  const warning = (code: string, args: object) => ({ code, severity: 'warning', args });
  const older: Zone = { ...right, ...apex('v=spf1 -all', 3_600, soa(6)) };
  const moved = (records: readonly ZoneRecord[]): World => ({
    servers: { '192.0.2.53': right },
    seen: [{ ...withWay(right), 'ns2.host.example': records }],
  });
  const special = moved([{ A: '127.0.0.1' }]);

  test.each<
    [why: string, world: World, states: readonly string[], records: readonly string[], findings: readonly object[]]
  >([
    [
      'one is silent: the others count',
      { servers: both(right, 'failed') },
      ['answers', 'silent'],
      ['visible', 'visible', 'visible'],
      [warning('ZONE_SERVER_SILENT', ns2)],
    ],
    [
      'one is lame',
      { servers: both(right, 'lame') },
      ['answers', 'lame'],
      ['visible', 'visible', 'visible'],
      [warning('ZONE_SERVER_LAME', ns2)],
    ],
    [
      'one has no address',
      moved([]),
      ['answers', 'no_address'],
      ['visible', 'visible', 'visible'],
      [warning('ZONE_SERVER_NO_ADDRESS', ns2)],
    ],
    [
      'DNS does not say where one is: nothing is said against it',
      moved([{ FAIL: 'timeout' }]),
      ['answers', 'unknown'],
      ['visible', 'visible', 'visible'],
      [],
    ],
    [
      'one is not public',
      { ...special, servers: { ...special.servers, '127.0.0.1': 'not_public' } },
      ['answers', 'not_public'],
      ['visible', 'visible', 'visible'],
      [warning('ZONE_SERVER_NOT_PUBLIC', { ...ns2, address: '127.0.0.1' })],
    ],
    [
      'one has an older copy, with another record',
      { servers: both(right, older) },
      ['answers', 'answers'],
      ['differs', 'visible', 'visible'],
      [
        warning('ZONE_SERVERS_BEHIND', { zone, servers: ['ns2.host.example'] }),
        warning('ZONE_SERVERS_DIFFER', { name: zone, servers: ['ns1.host.example', 'ns2.host.example'] }),
      ],
    ],
    [
      'one has an older copy, with the same records',
      { servers: both({ ...right, ...apex(ours, 3_600, soa(8)) }, right) },
      ['answers', 'answers'],
      ['visible', 'visible', 'visible'],
      [warning('ZONE_SERVERS_BEHIND', { zone, servers: ['ns2.host.example'] })],
    ],
    [
      'none answers: nothing is known to be published',
      { servers: both('failed', 'lame') },
      ['silent', 'lame'],
      ['unknown', 'unknown', 'unknown'],
      [{ code: 'ZONE_UNREACHABLE', severity: 'unknown', args: { zone } }],
    ],
    [
      'one does not answer for one name',
      { servers: both(right, { ...older, ...apex(ours), '_dmarc.shop.example': [{ FAIL: 'timeout' }] }) },
      ['answers', 'answers'],
      ['visible', 'visible', 'visible'],
      [],
    ],
  ])('%s', async (_why, world, states, records, findings) => {
    const { answer } = await see(world);
    expect(answer.zones.map(({ servers }) => servers.map(({ state }) => state))).toEqual([states]);
    expect(answer.records.map(({ state }) => state)).toEqual(records);
    expect(answer.findings).toEqual(findings);
  });

  test('what they do not agree on is not published, and the report is that of the resolver', async () => {
    const { answer } = await see({ servers: both(older, right) });
    expect(recordFor(answer, 'spf')).toMatchObject({
      state: 'differs',
      published: null,
      servers: [
        { server: 'ns1.host.example', values: ['TXT v=spf1 -all'] },
        { server: 'ns2.host.example', values: [`TXT ${ours}`] },
      ],
      visibleBy: null,
    });
    expect(answer.report.spf.authorised).toBe(true);
  });

  test('the one that does not answer is not what is published', async () => {
    const { answer } = await see({ servers: both('lame', right), seen: [withWay(apex('v=spf1 -all'))] });
    expect(recordFor(answer, 'spf')?.servers[0]).toEqual({
      server: 'ns1.host.example',
      state: 'unanswered',
      values: [],
      ttl: null,
    });
    expect(answer.report.spf.authorised).toBe(true);
  });

  test('eight servers are asked of more, four questions each', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `ns${i}.host.example`);
    const addresses = Object.fromEntries(names.map((name, i) => [name, [{ A: `192.0.2.${i}` }]]));
    const seen = [{ ...way, ...addresses, 'shop.example': names.map((NS) => ({ NS })) }];
    const { answer, authorities } = await see({ servers: {}, seen });
    expect(answer.zones[0]?.servers).toHaveLength(8);
    expect(authorities.log).toHaveLength(32);
  });
});

describe('zones', () => {
  test('a name in a zone of its own is asked for there', async () => {
    const cut: Zone = {
      '_dmarc.shop.example': [{ NS: 'ns.dmarc.example' }, { TXT: 'v=DMARC1; p=reject', ttl: 60 }],
      'ns.dmarc.example': [{ A: '192.0.2.99' }],
    };
    const { answer, authorities } = await see({
      servers: { ...both({ ...apex(ours), ...key }), '192.0.2.99': policy('p=reject', 60) },
      seen: [{ ...withWay({ ...apex(ours), ...key }), ...cut }],
    });
    expect(answer.zones.map(({ name, servers }) => [name, servers.map(({ address }) => address)])).toEqual([
      ['shop.example', ['192.0.2.53', '192.0.2.54']],
      ['_dmarc.shop.example', ['192.0.2.99']],
    ]);
    expect(answer.records.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
    expect(authorities.log.filter((line) => line.includes('_dmarc')).toSorted()).toEqual([
      '192.0.2.99 SOA _dmarc.shop.example',
      '192.0.2.99 TXT _dmarc.shop.example',
    ]);
  });

  test('a zone that is not found: nothing is asked, and it is said', async () => {
    const { answer, authorities } = await see({ seen: [{ 'shop.example': [{ FAIL: 'timeout' }] }] });
    expect(authorities.log).toEqual([]);
    expect(answer).toMatchObject({ zones: [], host: null, domainConnect: null });
    expect(answer.records.map(({ state, visibleBy }) => [state, visibleBy])).toEqual([
      ['unknown', null],
      ['unknown', null],
      ['unknown', null],
    ]);
    expect(answer.findings).toEqual([
      { code: 'ZONE_NOT_FOUND', severity: 'unknown', args: { domain: 'shop.example' } },
    ]);
  });

  test('a domain within a zone is asked for at its servers', async () => {
    const { answer } = await see({
      name: 'post.shop.example',
      servers: both({ ...right, 'post.shop.example': [{ TXT: ours }] }),
    });
    expect(answer.zones.map(({ name }) => name)).toEqual(['shop.example']);
    expect(recordFor(answer, 'spf')).toMatchObject({
      name: 'post.shop.example',
      state: 'waiting',
      visibleBy: seconds(900),
    });
  });

  test.each<[why: string, names: readonly string[], host: string | null]>([
    ['a known host', ['ns1.hyp.net', 'ns2.hyp.net', 'ns3.hyp.net'], 'domeneshop'],
    ['nobody that is known', ['ns1.host.example', 'ns2.host.example'], null],
  ])('the host: %s', async (_why, names, host) => {
    const { answer } = await see({ servers: {}, seen: [{ ...way, 'shop.example': names.map((NS) => ({ NS })) }] });
    expect(answer.host).toBe(host);
  });

  test.each<[why: string, records: readonly ZoneRecord[], domainConnect: string | null]>([
    ['a text', [{ TXT: 'domainconnect.host.example' }], 'domainconnect.host.example'],
    ['an alias to one', [{ CNAME: 'text.host.example' }], 'domainconnect.host.example'],
    ['no answer', [{ FAIL: 'timeout' }], null],
  ])('Domain Connect: %s', async (_why, records, domainConnect) => {
    const { answer } = await see({
      seen: [
        {
          ...withWay(right),
          '_domainconnect.shop.example': records,
          'text.host.example': [{ TXT: 'domainconnect.host.example' }],
        },
      ],
    });
    expect(answer.domainConnect).toBe(domainConnect);
  });
});
