import { expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import type { PublishedRecord } from '#core/publication/publication.ts';
import { recordFindings, zoneFindings } from '#core/publication/rules.ts';
import type { AskedServer } from '#core/publication/servers.ts';

const zone = 'shop.example';
const server = (
  name: string,
  state: AskedServer['state'] = 'answers',
  serial: number | null = null,
  address: string | null = '192.0.2.1',
): AskedServer => ({ name, address, state, serial, negativeTtl: null, answers: new Map() });
const behind = (...servers: string[]): Finding => finding('ZONE_SERVERS_BEHIND', { zone, servers });

test.each<[why: string, servers: readonly AskedServer[], findings: readonly Finding[]]>([
  ['all answer', [server('a', 'answers', 7), server('b', 'answers', 7)], []],
  ['lame', [server('a'), server('b', 'lame')], [finding('ZONE_SERVER_LAME', { zone, server: 'b' })]],
  ['silent', [server('a', 'silent'), server('b')], [finding('ZONE_SERVER_SILENT', { zone, server: 'a' })]],
  [
    'no address',
    [server('a', 'no_address', null, null), server('b')],
    [finding('ZONE_SERVER_NO_ADDRESS', { zone, server: 'a' })],
  ],
  ['DNS did not say where it is: nothing is known against it', [server('a', 'unknown', null, null), server('b')], []],
  [
    'not public',
    [server('a', 'not_public', null, '10.0.0.1'), server('b')],
    [finding('ZONE_SERVER_NOT_PUBLIC', { zone, server: 'a', address: '10.0.0.1' })],
  ],
  [
    'none answers, for whatever reason: that alone is said',
    [server('a', 'silent'), server('b', 'lame'), server('c', 'not_public'), server('d', 'unknown', null, null)],
    [finding('ZONE_UNREACHABLE', { zone })],
  ],
  ['no servers', [], [finding('ZONE_UNREACHABLE', { zone })]],
  ['an older serial', [server('a', 'answers', 8), server('b', 'answers', 7)], [behind('b')]],
  [
    'two older serials, and one server that does not tell',
    [server('a', 'answers', 6), server('b', 'answers', 8), server('c', 'answers', null), server('d', 'answers', 7)],
    [behind('a', 'd')],
  ],
  // RFC 1982 section 3.2
  [
    'a serial that began again is newer',
    [server('a', 'answers', 4_294_967_295), server('b', 'answers', 3)],
    [behind('a')],
  ],
  ['zero is a serial', [server('a', 'answers', 0), server('b', 'answers', 1)], [behind('a')]],
  [
    'each for itself',
    [server('a', 'lame'), server('b', 'answers', 1), server('c', 'silent'), server('d', 'answers', 2)],
    [
      finding('ZONE_SERVER_LAME', { zone, server: 'a' }),
      finding('ZONE_SERVER_SILENT', { zone, server: 'c' }),
      behind('b'),
    ],
  ],
])('the zone: %s', (_why, servers, findings) => {
  expect(zoneFindings(zone, servers)).toEqual(findings);
});

const record = (
  state: PublishedRecord['state'],
  servers: readonly (readonly [server: string, state: 'found' | 'absent' | 'unanswered'])[],
): PublishedRecord => ({
  purpose: 'dmarc',
  name: '_dmarc.shop.example',
  state,
  published: null,
  servers: servers.map(([name, said]) => ({ server: name, state: said, values: [], ttl: null })),
  seen: [],
  visibleBy: null,
});

test.each<[why: string, records: readonly PublishedRecord[], findings: readonly Finding[]]>([
  [
    'nothing to say of records that are agreed on',
    [record('visible', []), record('waiting', []), record('unknown', [])],
    [],
  ],
  [
    'servers that differ: those that said anything',
    [
      record('visible', []),
      record('differs', [
        ['a', 'found'],
        ['b', 'unanswered'],
        ['c', 'absent'],
      ]),
    ],
    [finding('ZONE_SERVERS_DIFFER', { name: '_dmarc.shop.example', servers: ['a', 'c'] })],
  ],
])('the records: %s', (_why, records, findings) => {
  expect(recordFindings(records)).toEqual(findings);
});
