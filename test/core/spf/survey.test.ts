import { expect, test } from 'vitest';
import { formatSet } from '#core/networks.ts';
import { survey } from '#core/spf/survey.ts';
import { lookupsOf, nodesOf, termsOf, unansweredOf, voidCounts } from '#core/spf/tally.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { withRecord } from './evaluating.ts';

const surveyed = async (zone: Zone) => {
  const resolver = zoneResolver(zone);
  return { tree: await survey('example.com', resolver), log: resolver.log };
};

test.each<[why: string, zone: Zone, state: object, texts: readonly string[], others: readonly string[]]>([
  [
    'a record among other texts',
    withRecord('v=spf1 -all', { 'example.com': [{ TXT: 'MS=ms1' }] }),
    { kind: 'record' },
    ['v=spf1 -all'],
    ['MS=ms1'],
  ],
  ['other texts only', { 'example.com': [{ TXT: 'MS=ms1' }] }, { kind: 'none', exists: true }, [], ['MS=ms1']],
  ['no text', { 'example.com': [{ A: '192.0.2.1' }] }, { kind: 'none', exists: true }, [], []],
  ['no such name', {}, { kind: 'none', exists: false }, [], []],
  [
    'two records',
    { 'example.com': [{ TXT: 'v=spf1' }, { TXT: 'v=spf1 a' }] },
    { kind: 'several' },
    ['v=spf1', 'v=spf1 a'],
    [],
  ],
  ['no answer', { 'example.com': [{ FAIL: 'refused' }] }, { kind: 'unanswered', reason: 'refused' }, [], []],
])('the name itself: %s', async (_why, zone, state, texts, others) => {
  const { tree } = await surveyed(zone);
  expect(tree).toMatchObject({ name: 'example.com', state, texts, others });
});

test.each<
  [
    why: string,
    term: string,
    zone: Zone,
    found: {
      name: string | null;
      lookups: number;
      matches: readonly string[] | null;
      voids: [readonly string[], readonly string[]];
    },
  ]
>([
  ['ip4', 'ip4:192.0.2.77/27', {}, { name: null, lookups: 0, matches: ['192.0.2.64/27'], voids: [[], []] }],
  ['all', '-all', {}, { name: null, lookups: 0, matches: ['0.0.0.0/0', '::/0'], voids: [[], []] }],
  [
    'a of both families',
    'a:h.example.com/24//64',
    { 'h.example.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }] },
    { name: 'h.example.com', lookups: 1, matches: ['192.0.2.0/24', '2001:db8::/64'], voids: [[], []] },
  ],
  [
    'a of one family is void for the other',
    'a:h.example.com',
    { 'h.example.com': [{ A: '192.0.2.9' }] },
    { name: 'h.example.com', lookups: 1, matches: ['192.0.2.9'], voids: [[], ['h.example.com']] },
  ],
  [
    'a of no name',
    'a:h.example.com',
    {},
    { name: 'h.example.com', lookups: 1, matches: [], voids: [['h.example.com'], ['h.example.com']] },
  ],
  [
    'a with %{d}',
    'a:h.%{d}',
    { 'h.example.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }] },
    { name: 'h.example.com', lookups: 1, matches: ['192.0.2.9', '2001:db8::9'], voids: [[], []] },
  ],
  [
    'mx',
    'mx',
    { 'example.com': [{ MX: [1, 'm.example.com'] }], 'm.example.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }] },
    { name: 'example.com', lookups: 1, matches: ['192.0.2.9', '2001:db8::9'], voids: [[], []] },
  ],
  [
    'mx without one',
    'mx',
    {},
    { name: 'example.com', lookups: 1, matches: [], voids: [['example.com'], ['example.com']] },
  ],
  [
    'mx with a host that is not',
    'mx',
    { 'example.com': [{ MX: [1, 'm.example.com'] }] },
    { name: 'example.com', lookups: 1, matches: [], voids: [['m.example.com'], ['m.example.com']] },
  ],
  [
    'a null MX',
    'mx',
    { 'example.com': [{ MX: [0, '.'] }] },
    { name: 'example.com', lookups: 1, matches: [], voids: [[], []] },
  ],
  [
    'exists that does',
    'exists:h.example.com',
    { 'h.example.com': [{ A: '127.0.0.2' }] },
    { name: 'h.example.com', lookups: 1, matches: ['0.0.0.0/0', '::/0'], voids: [[], []] },
  ],
  [
    'exists that does not',
    'exists:h.example.com',
    {},
    { name: 'h.example.com', lookups: 1, matches: [], voids: [['h.example.com'], ['h.example.com']] },
  ],
  ['exists by the address', 'exists:%{i}.example.com', {}, { name: null, lookups: 1, matches: null, voids: [[], []] }],
  ['ptr', 'ptr', {}, { name: null, lookups: 1, matches: null, voids: [[], []] }],
])('a term: %s', async (_why, term, zone, found) => {
  const { tree } = await surveyed(withRecord(`v=spf1 ${term}`, zone));
  const [only, ...more] = termsOf(tree);
  expect(more).toEqual([]);
  expect({
    name: only?.name,
    lookups: only?.lookups,
    matches: only?.matches && formatSet(only.matches),
    voids: [only?.voids[4], only?.voids[6]],
  }).toEqual(found);
});

test('the whole tree, past every error and limit, with the look-ups of each node and of all', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `n${i}.example.com`);
  const { tree } = await surveyed({
    'example.com': [
      { TXT: `v=spf1 foo ip4:1.2.3 ${names.map((name) => `include:${name}`).join(' ')} a:gone.example.com -all` },
    ],
    'n0.example.com': [{ TXT: 'v=spf1 bar include:deep.example.com ?all' }],
    'n1.example.com': [{ TXT: 'v=spf1' }, { TXT: 'v=spf1' }],
    'n2.example.com': [{ FAIL: 'timeout' }],
    'n3.example.com': [{ TXT: 'v=spf1 include:example.com' }],
    'n4.example.com': [{ TXT: 'v=spf1 redirect=deep.example.com' }],
    'deep.example.com': [{ TXT: 'v=spf1 a:only4.example.com ?all' }],
    'only4.example.com': [{ A: '192.0.2.9' }],
  });
  expect(nodesOf(tree).map(({ name, state }) => [name, state.kind])).toEqual([
    ['example.com', 'record'],
    ['n0.example.com', 'record'],
    ['deep.example.com', 'record'],
    ['n1.example.com', 'several'],
    ['n2.example.com', 'unanswered'],
    ['n3.example.com', 'record'],
    ['example.com', 'loop'],
    ['n4.example.com', 'record'],
    ['deep.example.com', 'record'],
    ...names.slice(5).map((name) => [name, 'none']),
  ]);
  expect(lookupsOf(tree)).toBe(12 + 1 + (1 + 1) + 1 + (1 + 1));
  expect(voidCounts(tree)).toEqual({ ip4: 1, ip6: 3 });
  expect(unansweredOf(tree)).toEqual([
    { domain: 'n2.example.com', name: 'n2.example.com', type: 'TXT', reason: 'timeout' },
  ]);
});

test('a loop tells its path, whatever the case of its names', async () => {
  const { tree } = await surveyed({
    'example.com': [{ TXT: 'v=spf1 include:a.example.com -all' }],
    'a.example.com': [{ TXT: 'v=spf1 include:B.example.com' }],
    'b.example.com': [{ TXT: 'v=spf1 include:A.EXAMPLE.com' }],
  });
  expect(nodesOf(tree).at(-1)?.state).toEqual({
    kind: 'loop',
    path: ['a.example.com', 'b.example.com', 'a.example.com'],
  });
});

test('a name that two records include is no loop, and is asked for once', async () => {
  const { tree, log } = await surveyed({
    'example.com': [{ TXT: 'v=spf1 include:a.example.com include:b.example.com -all' }],
    'a.example.com': [{ TXT: 'v=spf1 include:b.example.com' }],
    'b.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.1' }],
  });
  expect(nodesOf(tree).map(({ state }) => state.kind)).toEqual(['record', 'record', 'record', 'record']);
  expect(log).toEqual(['TXT example.com', 'TXT a.example.com', 'TXT b.example.com']);
});

test.each<[why: string, text: string]>([
  ['terms behind all', 'v=spf1 -all include:a.example.com a:b.example.com'],
  ['a redirect beside all', 'v=spf1 redirect=a.example.com -all'],
  ['exp', 'v=spf1 exp=a.example.com -all'],
  ['a term that depends on the message', 'v=spf1 exists:%{i}.example.com include:%{l}.example.com ptr -all'],
])('not asked for: %s', async (_why, text) => {
  expect((await surveyed(withRecord(text))).log).toEqual(['TXT example.com']);
});

test('%{o} is the domain that was asked about, %{d} the one whose record it is', async () => {
  const { log } = await surveyed({
    'example.com': [{ TXT: 'v=spf1 include:a.example.com -all' }],
    'a.example.com': [{ TXT: 'v=spf1 exists:o.%{o} exists:d.%{d} ?all' }],
  });
  expect(log).toEqual(['TXT example.com', 'TXT a.example.com', 'A o.example.com', 'A d.a.example.com']);
});

const chain = (length: number): Zone =>
  Object.fromEntries([
    ['example.com', [{ TXT: 'v=spf1 include:n1.example.com' }]],
    ...Array.from({ length: length - 1 }, (_, i) => [
      `n${i + 1}.example.com`,
      [{ TXT: i + 2 < length ? `v=spf1 include:n${i + 2}.example.com` : 'v=spf1 -all' }],
    ]),
  ]);

test.each<[why: string, length: number, bounded: number]>([
  ['20 records deep are read', 20, 0],
  ['the twenty-first is not', 21, 1],
])('the bound of depth: %s', async (_why, length, bounded) => {
  const { tree } = await surveyed(chain(length));
  expect(nodesOf(tree).filter(({ state }) => state.kind === 'bounded')).toHaveLength(bounded);
});

test('the bound of questions: a hundred, and no more', async () => {
  const names = Array.from({ length: 120 }, (_, i) => `n${i}.example.com`);
  const { tree, log } = await surveyed({
    '*.example.com': [{ TXT: 'v=spf1 ?all' }],
    'example.com': [{ TXT: `v=spf1 ${names.map((name) => `include:${name}`).join(' ')} -all` }],
  });
  expect(log).toHaveLength(100);
  expect(nodesOf(tree).filter(({ state }) => state.kind === 'bounded')).toHaveLength(21);
  expect(lookupsOf(tree)).toBe(120);
});

test('the bound of nodes holds where few questions make many of them', async () => {
  const wide = (next: string) => `v=spf1 ${`include:${next} `.repeat(8)}-all`;
  const { tree, log } = await surveyed({
    'example.com': [{ TXT: wide('a.example.com') }],
    'a.example.com': [{ TXT: wide('b.example.com') }],
    'b.example.com': [{ TXT: wide('c.example.com') }],
    'c.example.com': [{ TXT: 'v=spf1 -all' }],
  });
  expect(log).toHaveLength(4);
  expect(nodesOf(tree).filter(({ state }) => state.kind === 'record')).toHaveLength(200);
});
