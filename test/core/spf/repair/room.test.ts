import { describe, expect, test } from 'vitest';
import { lookupsOf } from '#core/spf/tally.ts';
import type { Zone } from '#test/zone.ts';
import { times } from '../evaluating.ts';
import { expectCorrected, include, repairIn, senderAdded, type Told, told, zoneOf } from './repairing.ts';

/** The limits of look-ups and void look-ups: what makes room by itself, and what the owner must judge. */

const more: Zone = {
  ...Object.fromEntries(times(11, (i) => [`n${i}.example.net`, [{ TXT: `v=spf1 ip4:198.51.100.${i} -all` }]])),
  'same.example.net': [{ TXT: 'v=spf1 include:ab.same.example.net -all' }],
  'ab.same.example.net': [{ TXT: 'v=spf1 ip4:198.51.100.2 -all' }],
  'nobody.example.net': [{ TXT: 'v=spf1 -all' }],
  'two.example.net': [{ TXT: 'v=spf1 include:n0.example.net include:n1.example.net -all' }],
  'old.example.com': [{ A: '192.0.2.8' }],
  'example.com': [{ A: '192.0.2.5' }, { AAAA: '2001:db8::5' }, { MX: [1, 'mx.example.com'] }],
  'mx.example.com': [{ A: '192.0.2.6' }, { A: '192.0.2.7' }, { AAAA: '2001:db8::6' }],
};
const name = (i: number) => `include:n${i}.example.net`;
const includes = (count: number) => times(count, name).join(' ');

test('nine leave room for one', async () => {
  const repaired = await repairIn(zoneOf(`v=spf1 ${includes(9)} -all`, more));
  expect(repaired).toMatchObject({
    kind: 'corrected',
    record: `v=spf1 ${include} ${includes(9)} -all`,
    proof: { lookups: 10, voids: { ip4: 0, ip6: 0 }, holds: true },
  });
  expect(told(repaired)).toEqual([senderAdded]);
});

test.each<[why: string, text: string, record: string, ...changes: readonly Told[]]>([
  [
    'the older name gives its place',
    `v=spf1 ${includes(9)} include:_spf.bleken.no -all`,
    `v=spf1 ${includes(9)} ${include} -all`,
    ['SENDER_RENAMED', 'needed', true, ['include:_spf.bleken.no'], [include]],
  ],
  [
    'so does the include with another qualifier',
    `v=spf1 ${includes(9)} ?${include} -all`,
    `v=spf1 ${include} ${includes(9)} -all`,
    ['SENDER_TERM_REMOVED', 'needed', true, [`?${include}`], []],
    senderAdded,
  ],
])('at ten, %s', async (_why, text, record, ...changes) => {
  await expectCorrected(zoneOf(text, more), record, changes);
});

describe('eleven look-ups: what is lost by nobody goes, and no more than is needed', () => {
  test.each<[why: string, text: string, record: string, ...changes: readonly Told[]]>([
    [
      'a name without SPF',
      `v=spf1 include:gone.example.net ${includes(9)} -all`,
      `v=spf1 ${include} ${includes(9)} -all`,
      ['DEAD_INCLUDE_REMOVED', 'needed', true, ['include:gone.example.net'], []],
      senderAdded,
    ],
    [
      'an exact duplicate',
      `v=spf1 ${includes(9)} ${name(3)} -all`,
      `v=spf1 ${include} ${includes(9)} -all`,
      ['DUPLICATE_REMOVED', 'advised', true, [name(3)], []],
      senderAdded,
    ],
    [
      'an include that another covers',
      `v=spf1 ${includes(8)} include:same.example.net -all`,
      `v=spf1 ${include} ${includes(8)} -all`,
      senderAdded,
      ['COVERED_REMOVED', 'advised', true, ['include:same.example.net'], []],
    ],
    [
      'an include that networks cover',
      `v=spf1 ${includes(10)} ip4:198.51.100.4/31 -all`,
      `v=spf1 ${include} ${[0, 1, 2, 3, 5, 6, 7, 8, 9].map(name).join(' ')} ip4:198.51.100.4/31 -all`,
      senderAdded,
      ['COVERED_REMOVED', 'advised', true, [name(4)], []],
    ],
    [
      'an a that the mx covers',
      `v=spf1 ${includes(8)} mx a:mx.example.com -all`,
      `v=spf1 ${include} ${includes(8)} a:mx.example.com -all`,
      senderAdded,
      ['COVERED_REMOVED', 'advised', true, ['mx'], []],
    ],
    [
      'an mx without hosts',
      `v=spf1 ${includes(9)} mx:n0.example.net -all`,
      `v=spf1 ${include} ${includes(9)} -all`,
      senderAdded,
      ['EMPTY_REMOVED', 'advised', true, ['mx:n0.example.net'], []],
    ],
    [
      'an include of nobody, before what another covers',
      `v=spf1 ${includes(8)} include:same.example.net include:nobody.example.net -all`,
      `v=spf1 ${include} ${includes(8)} -all`,
      senderAdded,
      ['EMPTY_REMOVED', 'advised', true, ['include:nobody.example.net'], []],
      ['COVERED_REMOVED', 'advised', true, ['include:same.example.net'], []],
    ],
    [
      'by which the sender passed, now that it has its own',
      `v=spf1 ${includes(9)} include:mab.example.net -all`,
      `v=spf1 ${include} ${includes(9)} -all`,
      senderAdded,
      ['COVERED_REMOVED', 'advised', true, ['include:mab.example.net'], []],
    ],
  ])('%s', async (_why, text, record, ...changes) => {
    const zone = { ...more, 'mab.example.net': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }] };
    await expectCorrected(zoneOf(text, zone), record, changes);
  });

  test('with what each saves', async () => {
    const text = `v=spf1 ${includes(8)} include:same.example.net include:nobody.example.net -all`;
    const { changes } = await repairIn(zoneOf(text, more));
    expect(changes.map(({ code, saves }) => [code, saves])).toEqual([
      ['SENDER_ADDED', 0],
      ['EMPTY_REMOVED', 1],
      ['COVERED_REMOVED', 2],
    ]);
  });

  test('switched off, it stays, and the next in the row goes', async () => {
    const text = `v=spf1 ${includes(10)} ip4:198.51.100.4/31 -all`;
    await expectCorrected(
      zoneOf(text, more),
      `v=spf1 ${include} ${[0, 1, 2, 3, 4, 6, 7, 8, 9].map(name).join(' ')} ip4:198.51.100.4/31 -all`,
      [
        senderAdded,
        ['COVERED_REMOVED', 'advised', false, [name(4)], []],
        ['COVERED_REMOVED', 'advised', true, [name(5)], []],
      ],
      { switched: [`COVERED_REMOVED ${name(4)} >`] },
    );
  });
});

describe('void look-ups', () => {
  test('three names without an address: one goes, so that two are left', async () => {
    await expectCorrected(
      zoneOf('v=spf1 a:g0.example.com a:g1.example.com a:g2.example.com -all'),
      `v=spf1 ${include} a:g1.example.com a:g2.example.com -all`,
      [senderAdded, ['EMPTY_REMOVED', 'advised', true, ['a:g0.example.com'], []]],
    );
  });

  test('three hosts without IPv6: none is shown, and own hosts can be written as addresses', async () => {
    const zone = zoneOf('v=spf1 a:h0.example.com a:h1.example.com a:h2.example.net -all', {
      'h0.example.com': [{ A: '192.0.2.10' }],
      'h1.example.com': [{ A: '192.0.2.11' }],
      'h2.example.net': [{ A: '192.0.2.12' }],
    });
    const written = (i: number, made: boolean): Told => [
      'ADDRESSES_WRITTEN',
      'offered',
      made,
      [`a:h${i}.example.com`],
      [`ip4:192.0.2.1${i}`],
    ];
    const repaired = await repairIn(zone);
    expect(repaired).toMatchObject({ kind: 'no_room' });
    expect(told(repaired)).toEqual([senderAdded, written(0, false), written(1, false)]);
    await expectCorrected(
      zone,
      `v=spf1 ${include} ip4:192.0.2.10 a:h1.example.com a:h2.example.net -all`,
      [senderAdded, written(0, true), written(1, false)],
      { switched: ['ADDRESSES_WRITTEN a:h0.example.com > ip4:192.0.2.10'] },
    );
  });
});

describe('no room: no record, and what the owner must judge', () => {
  const own = (made = false): Told => [
    'ADDRESSES_WRITTEN',
    'offered',
    made,
    ['a'],
    ['ip4:192.0.2.5', 'ip6:2001:db8::5'],
  ];
  const mx = (made = false): Told => [
    'ADDRESSES_WRITTEN',
    'offered',
    made,
    ['mx'],
    ['ip4:192.0.2.6/31', 'ip6:2001:db8::6'],
  ];
  const service = (term: string, made = false): Told => ['SERVICE_REMOVED', 'offered', made, [term], []];
  const text = `v=spf1 ${times(5, (i) => name(i + 2)).join(' ')} include:two.example.net a mx a:host.example.net -all`;
  const services = (...made: readonly string[]) =>
    ['include:two.example.net', ...times(5, (i) => name(i + 2))].map((term) => service(term, made.includes(term)));

  test('services in the order of what they save; own servers as addresses, other people’s never', async () => {
    const repaired = await repairIn(zoneOf(text, more));
    expect(repaired).toMatchObject({ kind: 'no_room', record: text.replace('v=spf1', `v=spf1 ${include}`) });
    expect(told(repaired)).toEqual([senderAdded, ...services(), own(), mx()]);
    expect(repaired.changes.map(({ saves }) => saves)).toEqual([0, 3, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('the record follows: a service left out', async () => {
    await expectCorrected(
      zoneOf(text, more),
      `v=spf1 ${include} ${times(5, (i) => name(i + 2)).join(' ')} a mx a:host.example.net -all`,
      [senderAdded, ...services('include:two.example.net'), own(), mx()],
      { switched: ['SERVICE_REMOVED include:two.example.net >'] },
    );
  });

  test('the record follows: own servers written as addresses, in their place', async () => {
    await expectCorrected(
      zoneOf(text, more),
      text
        .replace('v=spf1', `v=spf1 ${include}`)
        .replace(' a mx ', ' ip4:192.0.2.5 ip6:2001:db8::5 ip4:192.0.2.6/31 ip6:2001:db8::6 '),
      [senderAdded, ...services(), own(true), mx(true)],
      {
        switched: [
          'ADDRESSES_WRITTEN a > ip4:192.0.2.5 ip6:2001:db8::5',
          'ADDRESSES_WRITTEN mx > ip4:192.0.2.6/31 ip6:2001:db8::6',
        ],
      },
    );
  });

  test('what the owner took away is told as lost', async () => {
    const repaired = await repairIn(zoneOf(text, more), { switched: ['SERVICE_REMOVED include:two.example.net >'] });
    expect(repaired).toMatchObject({ proof: { lost: ['198.51.100.0/31'], gained: [], holds: true } });
  });

  test.each<[why: string, text: string, zone: Zone, lookups: number]>([
    ['ten leave none', `v=spf1 ${includes(10)} -all`, {}, 11],
    [
      'nor nine, where the sender’s own record costs one',
      `v=spf1 ${includes(9)} -all`,
      {
        '_spf.mab.no': [{ TXT: 'v=spf1 include:a.mab.example -all' }],
        'a.mab.example': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
      },
      11,
    ],
    [
      'terms in an include count',
      `v=spf1 ${times(8, (i) => name(i + 2)).join(' ')} include:two.example.net -all`,
      {},
      12,
    ],
    ['eleven, and the sender among them', `v=spf1 ${include} ${includes(10)} -all`, {}, 11],
    ['a ptr can be left out too', `v=spf1 ${includes(9)} ptr -all`, {}, 11],
  ])('%s', async (_why, text, zone, lookups) => {
    const repaired = await repairIn(zoneOf(text, { ...more, ...zone }));
    expect(repaired.kind === 'no_room' && lookupsOf(repaired.tree)).toBe(lookups);
    expect(told(repaired).filter(([, need]) => need === 'offered').length).toBeGreaterThan(0);
  });

  test('a ptr left out makes room', async () => {
    const text = `v=spf1 ${includes(9)} ptr -all`;
    expect(await repairIn(zoneOf(text, more), { switched: ['PTR_REMOVED ptr >'] })).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} ${includes(9)} -all`,
      proof: { lookups: 10 },
    });
  });
});
