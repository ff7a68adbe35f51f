import { describe, expect, test } from 'vitest';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import {
  apex,
  both,
  key,
  ours,
  policy,
  recordFor,
  right,
  seconds,
  see,
  soa,
  type World,
  way,
  withWay,
} from './shop-servers.ts';

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
