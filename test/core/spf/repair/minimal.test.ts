import { describe, expect, test } from 'vitest';
import type { Zone } from '#test/zone.ts';
import { expectCorrected, include, published, repairIn, senderAdded, type Told, told, zoneOf } from './repairing.ts';

/** What need not change stays, byte for byte; the owner's policy is the owner's. */

const one = 'include:_custspf.one.com';
const more: Zone = {
  'nested.example.net': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
  'older.example.net': [{ TXT: 'v=spf1 include:_spf.bleken.no -all' }],
};

describe('the sender’s include', () => {
  test.each<[why: string, text: string, record: string]>([
    ['the example of the manual, to the letter', `v=spf1 ${one} ~all`, `v=spf1 include:_spf.mab.no ${one} ~all`],
    ['only -all', 'v=spf1 -all', `v=spf1 ${include} -all`],
    [
      'before a redirect, which stays',
      'v=spf1 redirect=_custspf.one.com',
      `v=spf1 ${include} redirect=_custspf.one.com`,
    ],
    [
      'before a redirect that stands in front',
      'v=spf1 redirect=_custspf.one.com ip4:192.0.2.1',
      `v=spf1 ${include} redirect=_custspf.one.com ip4:192.0.2.1`,
    ],
    [
      'capitals, double spaces and a space at the end stay',
      'V=SPF1  IP4:192.0.2.1   A:Host.Example.NET  -ALL ',
      `V=SPF1 ${include}  IP4:192.0.2.1   A:Host.Example.NET  -ALL `,
    ],
    [
      'macros and unknown modifiers stay',
      'v=spf1 exists:%{ir}.%{l1r-}.Ok.example.net moo.Cow=%{d}/dog exp=why.%{d} ?all',
      `v=spf1 ${include} exists:%{ir}.%{l1r-}.Ok.example.net moo.Cow=%{d}/dog exp=why.%{d} ?all`,
    ],
    [
      'qualifiers and lengths stay',
      'v=spf1 +a:host.example.net/24//64 ~ip6:2001:DB8::/32 ?mx:example.net ~all',
      `v=spf1 ${include} +a:host.example.net/24//64 ~ip6:2001:DB8::/32 ?mx:example.net ~all`,
    ],
    [
      'before a term that fails one of its addresses',
      'v=spf1 -ip4:192.0.2.64 include:_spf.mab.no -all',
      `v=spf1 ${include} -ip4:192.0.2.64 -all`,
    ],
    ['only its IPv4 addresses pass', 'v=spf1 ip4:192.0.2.64/27 -all', `v=spf1 ${include} ip4:192.0.2.64/27 -all`],
    [
      'it passes by a term of the message alone',
      'v=spf1 exists:%{i}.ok.example.net -all',
      `v=spf1 ${include} exists:%{i}.ok.example.net -all`,
    ],
    [
      'it passes by an older name, deep below',
      'v=spf1 include:older.example.net -all',
      `v=spf1 ${include} include:older.example.net -all`,
    ],
  ])('%s', async (_why, text, record) => {
    const zone = zoneOf(text, {
      ...more,
      'example.net': [{ MX: [1, 'host.example.net'] }],
      '*.ok.example.net': [{ A: '127.0.0.2' }],
    });
    const repaired = await repairIn(zone);
    expect(repaired).toMatchObject({ kind: 'corrected', record, proof: { lost: [], holds: true } });
    expect(told(repaired).filter(([, , made]) => made)).toContainEqual(senderAdded);
    expect(await repairIn(published(zone, record))).toMatchObject({ kind: 'unchanged', record });
  });

  test.each<[why: string, text: string, record: string, ...changes: readonly Told[]]>([
    [
      'the older name gives its place',
      'v=spf1 ip4:192.0.2.1 include:_spf.bleken.no  -all',
      `v=spf1 ip4:192.0.2.1 ${include}  -all`,
      ['SENDER_RENAMED', 'needed', true, ['include:_spf.bleken.no'], [include]],
    ],
    [
      'in capitals and with a +',
      'v=spf1 +INCLUDE:_SPF.Bleken.NO -all',
      `v=spf1 ${include} -all`,
      ['SENDER_RENAMED', 'needed', true, ['+INCLUDE:_SPF.Bleken.NO'], [include]],
    ],
    [
      'twice',
      'v=spf1 include:_spf.bleken.no ip4:192.0.2.1 include:_spf.bleken.no -all',
      `v=spf1 ${include} ip4:192.0.2.1 -all`,
      ['DUPLICATE_REMOVED', 'advised', true, ['include:_spf.bleken.no'], []],
      ['SENDER_RENAMED', 'needed', true, ['include:_spf.bleken.no'], [include]],
    ],
    [
      'and the newer one with another qualifier',
      'v=spf1 include:_spf.bleken.no ~include:_spf.mab.no -all',
      `v=spf1 ${include} -all`,
      ['SENDER_TERM_REMOVED', 'needed', true, ['~include:_spf.mab.no'], []],
      ['SENDER_RENAMED', 'needed', true, ['include:_spf.bleken.no'], [include]],
    ],
    [
      'behind all, with double spaces',
      'v=spf1  ip4:192.0.2.1  -all  include:_spf.mab.no ',
      `v=spf1 ${include}  ip4:192.0.2.1  -all `,
      ['SENDER_TERM_REMOVED', 'needed', true, [include], []],
      senderAdded,
    ],
    [
      'the older name behind all',
      'v=spf1 -all include:_spf.bleken.no',
      `v=spf1 ${include} -all`,
      ['SENDER_TERM_REMOVED', 'needed', true, ['include:_spf.bleken.no'], []],
      senderAdded,
    ],
    [
      'with another qualifier',
      'v=spf1 ip4:192.0.2.1 ~include:_spf.mab.no ~all',
      `v=spf1 ${include} ip4:192.0.2.1 ~all`,
      ['SENDER_TERM_REMOVED', 'needed', true, ['~include:_spf.mab.no'], []],
      senderAdded,
    ],
  ])('where it has no effect, or the older name: %s', async (_why, text, record, ...changes) => {
    await expectCorrected(zoneOf(text), record, changes);
  });
});

describe('a record that is right is left as it is, byte for byte', () => {
  test.each<[why: string, text: string]>([
    ['the other example of the manual', 'v=spf1 include:spf.protection.outlook.com include:_spf.mab.no -all'],
    ['the example that was corrected', `v=spf1 ${include} ${one} ~all`],
    ['capitals and double spaces', `V=spf1  Include:_SPF.mab.no   x=%{d} -ALL  `],
    ['behind a redirect', 'v=spf1 redirect=nested.example.net'],
    ['by the include of another', 'v=spf1 include:nested.example.net -all'],
    ['by networks', 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all'],
    [
      'by networks, and its include with another qualifier behind them',
      'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~include:_spf.mab.no -all',
    ],
    [
      'by networks, and the older name behind them',
      'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 include:_spf.bleken.no -all',
    ],
    ['by both names', 'v=spf1 include:_spf.bleken.no include:_spf.mab.no -all'],
  ])('%s', async (_why, text) => {
    expect(await repairIn(zoneOf(text, more))).toMatchObject({ kind: 'unchanged', record: text, changes: [] });
  });

  test('an alias of a record that is right', async () => {
    const text = `v=spf1 ${include} -all`;
    const zone = { ...zoneOf([]), 'example.com': [{ CNAME: 'web.example.net' }], 'web.example.net': [{ TXT: text }] };
    expect(await repairIn(zone)).toMatchObject({ kind: 'unchanged', record: text, changes: [] });
  });
});

describe('all and ptr are advised against, and not changed without being asked', () => {
  const all = (before: string, made = false): Told => ['ALL_REPLACED', 'offered', made, [before], ['~all']];
  const ptr = (made = false): Told => ['PTR_REMOVED', 'offered', made, ['ptr'], []];
  test.each<[why: string, text: string, record: string, ...changes: readonly Told[]]>([
    ['?all stays', `v=spf1 ${one} ?all`, `v=spf1 ${include} ${one} ?all`, all('?all'), senderAdded],
    ['ptr stays', `v=spf1 ptr ${one} ~all`, `v=spf1 ${include} ptr ${one} ~all`, ptr(), senderAdded],
    [
      'none becomes ~all',
      `v=spf1 ${one}`,
      `v=spf1 ${include} ${one} ~all`,
      ['ALL_ADDED', 'advised', true, [], ['~all']],
      senderAdded,
    ],
    [
      'the version alone',
      'v=spf1',
      `v=spf1 ${include} ~all`,
      ['RECORD_BEGUN', 'needed', true, [], ['v=spf1']],
      ['ALL_ADDED', 'advised', true, [], ['~all']],
      senderAdded,
    ],
    ['~all stays', 'v=spf1 ~all', `v=spf1 ${include} ~all`, senderAdded],
  ])('%s', async (_why, text, record, ...changes) => {
    await expectCorrected(zoneOf(text), record, changes);
  });

  test('+all lets the sender pass as everybody else: no way to rely on', async () => {
    for (const term of ['+all', 'all', 'ALL']) {
      const text = `v=spf1 ${one} ${term}`;
      const repaired = await repairIn(zoneOf(text));
      expect(repaired).toMatchObject({ kind: 'corrected', record: text.replace('v=spf1', `v=spf1 ${include}`) });
      expect(told(repaired)).toEqual([all(term), senderAdded]);
    }
  });

  test.each<[why: string, text: string, switched: string, record: string, ...changes: readonly Told[]]>([
    [
      '+all',
      `v=spf1 ${one} +all`,
      'ALL_REPLACED +all > ~all',
      `v=spf1 ${include} ${one} ~all`,
      all('+all', true),
      senderAdded,
    ],
    [
      '?all',
      `v=spf1 ${one} ?all`,
      'ALL_REPLACED ?all > ~all',
      `v=spf1 ${include} ${one} ~all`,
      all('?all', true),
      senderAdded,
    ],
    ['ptr', `v=spf1 ptr ${one} ~all`, 'PTR_REMOVED ptr >', `v=spf1 ${include} ${one} ~all`, ptr(true), senderAdded],
  ])('unless asked: %s', async (_why, text, switched, record, ...changes) => {
    await expectCorrected(zoneOf(text), record, changes, { switched: [switched] });
  });

  test('what the owner gives up with them is told', async () => {
    const repaired = await repairIn(zoneOf(`v=spf1 ${one} +all`), { switched: ['ALL_REPLACED +all > ~all'] });
    expect(repaired).toMatchObject({ proof: { lost: expect.arrayContaining(['128.0.0.0/2']), holds: true } });
  });
});

test.each<[why: string, text: string, switched: string, record: string, code: string]>([
  [
    'the second version',
    `v=spf1 v=spf1 ${one} -all`,
    'VERSION_REMOVED v=spf1 >',
    `v=spf1 ${include} v=spf1 ${one} -all`,
    'VERSION_REMOVED',
  ],
  [
    'a term behind all',
    `v=spf1 -all ${one}`,
    `TERM_RESCUED ${one} > ${one}`,
    `v=spf1 ${include} -all ${one}`,
    'TERM_RESCUED',
  ],
  [
    'a further all',
    `v=spf1 ${one} -all ~all`,
    'ALL_REMOVED ~all >',
    `v=spf1 ${include} ${one} -all ~all`,
    'ALL_REMOVED',
  ],
  [
    'a duplicate',
    `v=spf1 ${one} ${one} -all`,
    `DUPLICATE_REMOVED ${one} >`,
    `v=spf1 ${include} ${one} ${one} -all`,
    'DUPLICATE_REMOVED',
  ],
  ['the all that is missing', `v=spf1 ${one}`, 'ALL_ADDED > ~all', `v=spf1 ${include} ${one}`, 'ALL_ADDED'],
])('what is advised can be switched off: %s', async (_why, text, id, record, code) => {
  const advised = await repairIn(zoneOf(text));
  expect(advised.changes).toContainEqual(expect.objectContaining({ id, code, need: 'advised', made: true }));
  const repaired = await repairIn(zoneOf(text), { switched: [id] });
  expect(repaired).toMatchObject({ kind: 'corrected', record, proof: { holds: true } });
  expect(repaired.changes.filter((each) => each.id === id)).toEqual([expect.objectContaining({ made: false })]);
});

test('what is needed cannot be switched off', async () => {
  const zone = zoneOf(`v=spf1 include: _custspf.one.com include:gone.example.net -all`);
  const { changes } = await repairIn(zone);
  await expectCorrected(
    zone,
    `v=spf1 ${include} ${one} -all`,
    [
      ['TERM_MENDED', 'needed', true, ['include: _custspf.one.com'], [one]],
      ['DEAD_INCLUDE_REMOVED', 'needed', true, ['include:gone.example.net'], []],
      senderAdded,
    ],
    { switched: changes.map(({ id }) => id) },
  );
});

describe('what the owner adds', () => {
  const add = (term: string): Told => ['TERM_ADDED', 'needed', true, [], [term]];
  test.each<[why: string, text: string, add: readonly string[], record: string, ...changes: readonly Told[]]>([
    [
      'before all',
      `v=spf1 ${one} -all`,
      ['include:sendgrid.net'],
      `v=spf1 ${include} ${one} include:sendgrid.net -all`,
      add('include:sendgrid.net'),
      senderAdded,
    ],
    [
      'before a redirect',
      'v=spf1 redirect=_custspf.one.com',
      ['ip4:192.0.2.9'],
      `v=spf1 ${include} ip4:192.0.2.9 redirect=_custspf.one.com`,
      add('ip4:192.0.2.9'),
      senderAdded,
    ],
    [
      'what is there already is not added',
      `v=spf1 ${one} -all`,
      ['INCLUDE:_custspf.one.com'],
      `v=spf1 ${include} ${one} -all`,
      senderAdded,
    ],
  ])('%s', async (_why, text, add, record, ...changes) => {
    await expectCorrected(zoneOf(text), record, changes, { add });
  });

  test('and what passes by it is told', async () => {
    const repaired = await repairIn(zoneOf('v=spf1 -all'), { add: ['ip4:198.51.100.0/24'] });
    expect(repaired).toMatchObject({
      proof: { gained: ['198.51.100.0/24'], strangers: { before: 'fail', after: 'fail' } },
    });
  });
});
