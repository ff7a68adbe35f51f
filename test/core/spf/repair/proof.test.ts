import { expect, test } from 'vitest';
import { parseAddress } from '#core/networks.ts';
import { coverage } from '#core/spf/coverage.ts';
import { type Compared, type Proof, prove } from '#core/spf/repair/proof.ts';
import { survey } from '#core/spf/survey.ts';
import { zoneResolver } from '#test/zone.ts';
import { domain, zoneOf } from './repairing.ts';

/** Each claim by itself: the record that is proposed, compared with the one that stands. */

const address = parseAddress('192.0.2.64')?.value ?? 0n;
const senders = { 4: [{ first: address, last: address }], 6: [] };

const compare = async (before: string, after: string, more: Partial<Compared> = {}): Promise<Proof> => {
  const [standing, tree] = await Promise.all([before, after].map((text) => survey(domain, zoneResolver(zoneOf(text)))));
  if (standing === undefined || tree === undefined) throw new Error('no tree');
  return prove({
    before: coverage(standing),
    after: coverage(tree),
    tree,
    sender: senders,
    senderPasses: true,
    isSound: true,
    isFinal: true,
    mayLose: false,
    mayTighten: false,
    ...more,
  });
};

const sender = 'ip4:192.0.2.64';

test('all claims hold', async () => {
  expect(await compare('v=spf1 ip4:192.0.2.1 ~all', `v=spf1 ${sender} ip4:192.0.2.1 ~all`)).toEqual({
    senderPasses: true,
    lost: [],
    gained: [],
    strangers: { before: 'softfail', after: 'softfail' },
    lookups: 0,
    voids: { ip4: 0, ip6: 0 },
    uncompared: [],
    isFinal: true,
    holds: true,
  });
});

test.each<[why: string, before: string, after: string, more: Partial<Compared>, proof: Partial<Proof>]>([
  [
    'the sender does not pass',
    'v=spf1 -all',
    'v=spf1 -all',
    { senderPasses: false },
    { senderPasses: false, holds: false },
  ],
  ['it is not sound', 'v=spf1 -all', 'v=spf1 -all', { isSound: false }, { holds: false }],
  ['corrected again it changes', 'v=spf1 -all', 'v=spf1 -all', { isFinal: false }, { isFinal: false, holds: false }],
  [
    'an address is lost',
    'v=spf1 ip4:192.0.2.0/31 -all',
    `v=spf1 ${sender} ip4:192.0.2.0 -all`,
    {},
    { lost: ['192.0.2.1'], holds: false },
  ],
  [
    'an address is lost by the will of its owner',
    'v=spf1 ip4:192.0.2.0/31 -all',
    `v=spf1 ${sender} -all`,
    { mayLose: true },
    { lost: ['192.0.2.0/31'], holds: true },
  ],
  [
    'another address gains',
    'v=spf1 -all',
    `v=spf1 ${sender} ip4:192.0.2.1 -all`,
    {},
    { gained: ['192.0.2.1'], holds: true },
  ],
  [
    'strangers are let in: softfail for fail',
    'v=spf1 -all',
    `v=spf1 ${sender} ~all`,
    {},
    { strangers: { before: 'fail', after: 'softfail' }, holds: false },
  ],
  [
    'strangers are let in: everybody passes',
    'v=spf1 -all',
    'v=spf1 +all',
    { mayTighten: true },
    { strangers: { before: 'fail', after: 'pass' }, holds: false },
  ],
  [
    'strangers are let in: everybody passes, half by half',
    'v=spf1 ~all',
    'v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 ip6:::/0 -all',
    {},
    { strangers: { before: 'softfail', after: 'pass' }, holds: false },
  ],
  [
    'everybody passed and passes',
    'v=spf1 +all',
    'v=spf1 +all',
    {},
    { strangers: { before: 'pass', after: 'pass' }, holds: true },
  ],
  [
    'the end is made stricter',
    'v=spf1 ~all',
    `v=spf1 ${sender} -all`,
    {},
    { strangers: { before: 'softfail', after: 'fail' }, holds: false },
  ],
  [
    'the end is made stricter, as the owner asked',
    'v=spf1 ?all',
    `v=spf1 ${sender} ~all`,
    { mayTighten: true },
    { strangers: { before: 'neutral', after: 'softfail' }, holds: true },
  ],
  [
    'eleven look-ups',
    'v=spf1 -all',
    `v=spf1 ${sender} ${'include:_custspf.one.com '.repeat(11)}-all`,
    {},
    { lookups: 11, holds: false },
  ],
  [
    'three void look-ups',
    'v=spf1 -all',
    `v=spf1 ${sender} a:g0.example.com a:g1.example.com a:g2.example.com -all`,
    {},
    { voids: { ip4: 3, ip6: 3 }, holds: false },
  ],
])('%s', async (_why, before, after, more, proof) => {
  expect(await compare(before, after, more)).toMatchObject(proof);
});
