import { describe, expect, test } from 'vitest';
import type { Zone } from '#test/zone.ts';
import { times } from '../evaluating.ts';
import { expectCorrected, include, repairIn, senderAdded, type Told, told, zoneOf } from './repairing.ts';

/** Where no good record can be made, the reason is told, and no record. */

describe('a record that somebody else has is broken', () => {
  const more: Zone = {
    'bad.example.net': [{ TXT: 'v=spf1 foo -all' }],
    'two.example.net': [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 -all' }],
    'deep.example.net': [{ TXT: 'v=spf1 include:gone.example.net -all' }],
    'loop.example.net': [{ TXT: 'v=spf1 include:loop.example.net -all' }],
    'below.example.net': [{ TXT: 'v=spf1 include:bad.example.net -all' }],
  };
  const left = (term: string, made: boolean): Told => ['SERVICE_REMOVED', 'offered', made, [term], []];
  test.each<[why: string, name: string, broken: string]>([
    ['a fault in its text', 'bad.example.net', 'bad.example.net'],
    ['several records at its name', 'two.example.net', 'two.example.net'],
    ['an include of its own that leads nowhere', 'deep.example.net', 'deep.example.net'],
    ['a loop of its own', 'loop.example.net', 'loop.example.net'],
    ['a fault below it', 'below.example.net', 'bad.example.net'],
  ])('%s: the name is told, and it can be left out', async (_why, name, broken) => {
    const zone = zoneOf(`v=spf1 include:${name} -all`, more);
    const repaired = await repairIn(zone);
    expect(repaired).toMatchObject({ kind: 'broken_below', names: [broken] });
    expect(told(repaired)).toEqual([senderAdded, left(`include:${name}`, false)]);
    await expectCorrected(zone, `v=spf1 ${include} -all`, [senderAdded, left(`include:${name}`, true)], {
      switched: [`SERVICE_REMOVED include:${name} >`],
    });
  });

  test('all of them, and each that is left', async () => {
    const zone = zoneOf('v=spf1 include:bad.example.net include:two.example.net -all', more);
    expect(await repairIn(zone)).toMatchObject({
      kind: 'broken_below',
      names: ['bad.example.net', 'two.example.net'],
    });
    expect(await repairIn(zone, { switched: ['SERVICE_REMOVED include:two.example.net >'] })).toMatchObject({
      kind: 'broken_below',
      names: ['bad.example.net'],
    });
  });

  test('also where the sender passes already', async () => {
    expect(await repairIn(zoneOf(`v=spf1 ${include} include:bad.example.net -all`, more))).toMatchObject({
      kind: 'broken_below',
      names: ['bad.example.net'],
    });
  });

  test('what it redirects to cannot be left out', async () => {
    const repaired = await repairIn(zoneOf('v=spf1 redirect=bad.example.net', more));
    expect(repaired).toMatchObject({ kind: 'broken_below', names: ['bad.example.net'] });
    expect(told(repaired)).toEqual([senderAdded]);
  });
});

test.each<[why: string, zone: Zone]>([
  ['a record without the sender', { 'web.example.net': [{ TXT: 'v=spf1 a -all' }] }],
  ['no record', { 'web.example.net': [] }],
  ['two records', { 'web.example.net': [{ TXT: `v=spf1 ${include} -all` }, { TXT: 'v=spf1 -all' }] }],
  ['a fault', { 'web.example.net': [{ TXT: `v=spf1 ${include} foo -all` }] }],
])('an alias: its record stands elsewhere: %s', async (_why, more) => {
  const zone = {
    ...zoneOf([], more),
    'example.com': [{ CNAME: 'www.example.net' }],
    'www.example.net': [{ CNAME: 'web.example.net' }],
  };
  expect(await repairIn(zone)).toEqual({ kind: 'alias', names: ['web.example.net'], changes: [] });
});

test.each<[why: string, records: Zone[string]]>([
  ['is not there', []],
  ['is twice there', [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }, { TXT: 'v=spf1 -all' }]],
  ['lets nobody pass', [{ TXT: 'v=spf1 -all' }]],
  ['depends on the message', [{ TXT: 'v=spf1 exists:%{i}.example.net -all' }]],
])('the sender’s own record %s', async (_why, records) => {
  expect(await repairIn({ ...zoneOf('v=spf1 -all'), '_spf.mab.no': records })).toEqual({
    kind: 'sender_unreadable',
    changes: [],
  });
});

describe('a claim of the proof does not hold', () => {
  test('who passed by one record is failed by the other', async () => {
    const repaired = await repairIn(zoneOf(['v=spf1 -ip4:192.0.2.9 ~all', 'v=spf1 ip4:192.0.2.8/31 ~all']));
    expect(repaired).toMatchObject({ kind: 'unproven', proof: { lost: ['192.0.2.9'], holds: false } });
  });

  test('two redirects in one record', async () => {
    const repaired = await repairIn(zoneOf('v=spf1 redirect=_custspf.one.com redirect=spf.example.net'));
    expect(repaired).toMatchObject({ kind: 'unproven', proof: { senderPasses: false, holds: false } });
  });
});

test('more names than are asked for: it was not read whole', async () => {
  const mx = (i: number) => times(9, (j) => ({ MX: [j, `h${i}-${j}.example.org`] as const }));
  const zone = zoneOf(`v=spf1 ${times(7, (i) => `mx:m${i}.example.org`).join(' ')} -all`, {
    ...Object.fromEntries(times(7, (i) => [`m${i}.example.org`, mx(i)])),
    '*.example.org': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }],
  });
  expect(await repairIn(zone)).toEqual({ kind: 'unanswered', changes: [] });
});

test('what the message decides cannot be compared, and is told', async () => {
  const text = 'v=spf1 exists:%{i}.ok.example.net ptr include:_%{l}.example.net -all';
  expect(await repairIn(zoneOf(text))).toMatchObject({
    kind: 'corrected',
    record: text.replace('v=spf1', `v=spf1 ${include}`),
    proof: { uncompared: ['exists:%{i}.ok.example.net', 'ptr', 'include:_%{l}.example.net'], holds: true },
  });
});

test('a domain that does not exist: there is nothing to correct', async () => {
  const others = Object.entries(zoneOf([])).filter(([name]) => !name.endsWith('example.com'));
  expect(await repairIn(Object.fromEntries(others))).toEqual({ kind: 'no_domain', changes: [] });
});
