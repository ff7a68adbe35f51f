import { describe, expect, test } from 'vitest';
import { tasksOf } from '#core/tasks.ts';
import type { Zone } from '#test/zone.ts';
import { apex, both, found, key, ours, policy, recordFor, right, seconds, see, soa, withWay } from './shop-servers.ts';

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
  // Four questions to each server; what the report needs besides to one of them; and none more than once.
  const asked = (address: string) =>
    authorities.log.filter((line) => line.startsWith(`${address} `)).map((line) => line.slice(address.length + 1));
  const all = ['SOA shop.example', 'TXT _dmarc.shop.example', 'TXT mab._domainkey.shop.example', 'TXT shop.example'];
  expect(asked('192.0.2.54').toSorted()).toEqual(all);
  expect(asked('192.0.2.53')).toEqual(expect.arrayContaining([...all, 'MX shop.example']));
  expect(new Set(authorities.log).size).toBe(authorities.log.length);
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
