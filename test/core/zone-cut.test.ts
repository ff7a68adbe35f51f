import { expect, test } from 'vitest';
import type { FailureReason } from '#core/resolver.ts';
import { findZoneCut, mostCuts, type ZoneCut } from '#core/zone-cut.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  'example.com': [{ NS: 'ns1.example.net' }, { NS: 'ns2.example.net' }],
  'alias.example.com': [{ CNAME: 'other.example' }],
  'other.example': [{ NS: 'ns.other.example' }],
  'hollow.example.com': [{ CNAME: 'gone.example' }],
  'shop.example.com': [{ NS: 'ns.shop.example.com' }],
  'blind.example.com': [{ FAIL: 'timeout', type: 'NS' }],
  'below.blind.example.com': [{ NS: 'ns.blind.example.com' }],
};

const cut = (name: string, ...servers: string[]): ZoneCut => ({ kind: 'cut', name, servers });
const exampleCom = cut('example.com', 'ns1.example.net', 'ns2.example.net');
const unanswered = (name: string, reason: FailureReason): ZoneCut => ({
  kind: 'unanswered',
  question: { name, type: 'NS', reason },
});

test.each<[why: string, name: string, found: ZoneCut]>([
  ['the name itself', 'example.com', exampleCom],
  ['a name below', '_dmarc.example.com', exampleCom],
  ['a name far below, which does not exist', 'a.b.c.example.com', exampleCom],
  ['the nearest cut counts', '_dmarc.shop.example.com', cut('shop.example.com', 'ns.shop.example.com')],
  ['an alias leads to another zone, and its name lies in this one', 'alias.example.com', exampleCom],
  ['an alias that leads nowhere', 'hollow.example.com', exampleCom],
  ['a nearer cut cannot be ruled out', 'blind.example.com', unanswered('blind.example.com', 'timeout')],
  [
    'what lies above a cut does not matter',
    'below.blind.example.com',
    cut('below.blind.example.com', 'ns.blind.example.com'),
  ],
  ['none on the way', 'www.gone.example', { kind: 'none' }],
  ['a single label is a registry’s', 'com', { kind: 'none' }],
])('%s', async (_why, name, found) => {
  expect(await findZoneCut(name, zoneResolver(zone))).toEqual(found);
});

test.each(['timeout', 'servfail', 'refused', 'malformed'] as const)('%s is no absence', async (reason) => {
  const failing = zoneResolver({ ...zone, 'a.example.com': [{ FAIL: reason }] });
  expect(await findZoneCut('b.a.example.com', failing)).toEqual(unanswered('a.example.com', reason));
});

/** `l9.l8.….l1.example`: so many names down to the one that a registry lends. */
const long = (names: number): string => `${Array.from({ length: names }, (_, i) => `l${names - i}.`).join('')}example`;

test.each<[why: string, name: string, asked: readonly string[]]>([
  ['the last label alone is not asked for', 'a.b.example', ['a.b.example', 'b.example']],
  ['as many as are asked', long(mostCuts), Array.from({ length: mostCuts }, (_, i) => long(mostCuts - i))],
  [
    'one more: the longest but one is left out',
    long(mostCuts + 1),
    [long(mostCuts + 1), ...Array.from({ length: mostCuts - 1 }, (_, i) => long(mostCuts - 1 - i))],
  ],
  [
    '126 names: itself, and the shortest',
    long(126),
    [long(126), ...Array.from({ length: mostCuts - 1 }, (_, i) => long(mostCuts - 1 - i))],
  ],
])('questions: %s', async (_why, name, asked) => {
  const resolver = zoneResolver({});
  await findZoneCut(name, resolver);
  expect(resolver.log).toEqual(asked.map((each) => `NS ${each}`));
});

test('the cut of a long name is found at its short end', async () => {
  const resolver = zoneResolver({ [long(2)]: [{ NS: 'ns.l2.example' }] });
  expect(await findZoneCut(long(100), resolver)).toEqual(cut(long(2), 'ns.l2.example'));
});
