import { expect, test } from 'vitest';
import { contains, formatSet, fullSet, subtract, union } from '#core/networks.ts';
import { coverage } from '#core/spf/coverage.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import { survey } from '#core/spf/survey.ts';
import fc from '#test/fast-check.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { withRecord } from './evaluating.ts';
import { fewAddresses, smallZone } from './records.ts';

const coverageOf = async (zone: Zone) => coverage(await survey('example.com', zoneResolver(zone)));

test.each<
  [
    why: string,
    text: string,
    zone: Zone,
    sets: { readonly [outcome in 'pass' | 'fail' | 'softfail']?: readonly string[] },
    complete: boolean,
  ]
>([
  [
    '4.6.2: the first match decides',
    'v=spf1 -ip4:192.0.2.0/25 ip4:192.0.2.0/24',
    {},
    { fail: ['192.0.2.0/25'], pass: ['192.0.2.128/25'] },
    true,
  ],
  [
    '5.1: all takes the rest',
    'v=spf1 ip4:0.0.0.0/1 ~all',
    {},
    { pass: ['0.0.0.0/1'], softfail: ['128.0.0.0/1', '::/0'] },
    true,
  ],
  ['4.7: what nothing matches is neutral', 'v=spf1 ip4:0.0.0.0/0', {}, { pass: ['0.0.0.0/0'] }, true],
  [
    '5.2: only what passes below matches',
    'v=spf1 ~include:a.example.com ip6:::/0',
    { 'a.example.com': [{ TXT: 'v=spf1 ip4:0.0.0.0/1 ?ip4:128.0.0.0/2 -all' }] },
    { softfail: ['0.0.0.0/1'], pass: ['::/0'] },
    true,
  ],
  [
    '6.1: a redirect gives what it gives to the rest',
    'v=spf1 -ip4:192.0.2.1 redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.0/31 ip6:::/0' }] },
    { fail: ['192.0.2.1'], pass: ['192.0.2.0', '::/0'] },
    true,
  ],
  ['an include that is not there matches nothing', 'v=spf1 include:a.example.com', {}, {}, false],
  [
    'a term that depends on the message',
    'v=spf1 exists:%{i}.example.com ip4:0.0.0.0/0',
    {},
    { pass: ['0.0.0.0/0'] },
    false,
  ],
  [
    'a host that is not answered for',
    'v=spf1 a:h.example.com ip4:0.0.0.0/0',
    { 'h.example.com': [{ FAIL: 'timeout' }] },
    { pass: ['0.0.0.0/0'] },
    false,
  ],
])('%s', async (_why, text, zone, sets, complete) => {
  const { pass, fail, softfail, neutral, ...covered } = await coverageOf(withRecord(text, zone));
  expect({ pass: formatSet(pass), fail: formatSet(fail), softfail: formatSet(softfail), ...covered }).toEqual({
    pass: [],
    fail: [],
    softfail: [],
    complete,
    ...sets,
  });
  expect(neutral).toEqual(subtract(fullSet, union(pass, union(fail, softfail))));
});

test('the set that holds an address is what an evaluation for it gives, where no limit is met', async () => {
  await fc.assert(
    fc.asyncProperty(smallZone(), fc.constantFrom(...fewAddresses), async (zone, ip) => {
      const resolver = zoneResolver(zone);
      const covered = await coverageOf(zone);
      const { result, problem } = await evaluate(
        { ip, domain: 'example.com', sender: 'post@example.com', helo: '' },
        resolver,
      );
      fc.pre(problem !== 'lookup_limit');
      const holders = (['pass', 'fail', 'softfail', 'neutral'] as const).filter((outcome) =>
        contains(covered[outcome], ip),
      );
      expect(holders).toEqual([result]);
      expect(covered.complete).toBe(true);
    }),
    { numRuns: 500 },
  );
});
