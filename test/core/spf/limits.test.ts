import { expect, test } from 'vitest';
import type { SpfResult } from '#core/report.ts';
import type { EvaluationProblem } from '#core/spf/evaluation.ts';
import type { Zone } from '#test/zone.ts';
import { type Asked, evaluated, times, withRecord } from './evaluating.ts';

/** Section 4.6.4 of RFC 7208: each limit from both sides. */

const merge = (zones: readonly Zone[]): Zone => Object.assign({}, ...zones);

/** Names n0, n1, ... below example.com, each with what a term needs of it and none of it 192.0.2.1. */
const names = merge(
  times(12, (i) => ({
    [`n${i}.example.com`]: [{ TXT: 'v=spf1 ?all' }, { A: '192.0.2.200' }, { MX: [10, 'mx.example.net'] as const }],
  })),
);
const zone: Zone = {
  ...names,
  'mx.example.net': [{ A: '192.0.2.201' }],
  '1.2.0.192.in-addr.arpa': [{ PTR: 'host.example.net' }],
  'host.example.net': [{ A: '192.0.2.1' }],
};

test.each<[why: string, term: (i: number) => string, result: SpfResult]>([
  ['include', (i) => `include:n${i}.example.com`, 'fail'],
  ['a', (i) => `a:n${i}.example.com`, 'fail'],
  ['mx, whatever the number of its hosts', (i) => `mx:n${i}.example.com`, 'fail'],
  ['ptr', (i) => `ptr:n${i}.example.com`, 'fail'],
  ['exists', (i) => `?exists:n${i}.example.com`, 'neutral'],
])('%s counts: ten are allowed, the eleventh is permerror', async (_why, term, result) => {
  // `?exists` matches at once, so it is the last of its record that is looked at.
  const isExists = result === 'neutral';
  const record = (count: number) => {
    const others = isExists ? times(count - 1, (i) => `include:n${i}.example.com`) : times(count - 1, term);
    return withRecord(`v=spf1 ${[...others, term(count - 1)].join(' ')} -all`, zone);
  };
  expect(await evaluated(record(10))).toMatchObject({ result, lookups: 10, problem: null });
  expect(await evaluated(record(11))).toMatchObject({ result: 'permerror', lookups: 11, problem: 'lookup_limit' });
});

test.each<[why: string, text: string, lookups: number]>([
  ['all', 'v=spf1 -all', 0],
  ['ip4', `v=spf1 ${times(20, (i) => `ip4:198.51.100.${i}`).join(' ')} -all`, 0],
  ['ip6', `v=spf1 ${times(20, (i) => `ip6:2001:db8::${i}`).join(' ')} -all`, 0],
  ['exp', 'v=spf1 exp=n0.example.com -all', 0],
  ['an unknown modifier', 'v=spf1 include=n0.example.com -all', 0],
  ['the same name twice counts twice', 'v=spf1 include:n0.example.com include:n0.example.com -all', 2],
  ['terms behind a match do not', 'v=spf1 ip4:192.0.2.0/24 a mx -all', 0],
  ['terms behind all do not', 'v=spf1 -all a:n0.example.com', 0],
  ['a redirect that is not come to does not', 'v=spf1 ip4:192.0.2.1 redirect=n0.example.com', 0],
  ['a redirect that is', 'v=spf1 redirect=n0.example.com', 1],
])('what counts: %s', async (_why, text, lookups) => {
  expect(await evaluated(withRecord(text, zone))).toMatchObject({ lookups, problem: null });
});

test('a redirect is the eleventh: permerror, and not asked for', async () => {
  const terms = (count: number) => times(count, (i) => `include:n${i}.example.com`).join(' ');
  const record = (count: number) =>
    withRecord(`v=spf1 ${terms(count)} redirect=r.example.com`, { ...zone, 'r.example.com': [{ TXT: 'v=spf1 ~all' }] });
  expect(await evaluated(record(9))).toMatchObject({ result: 'softfail', lookups: 10 });
  const over = await evaluated(record(10));
  expect(over).toMatchObject({ result: 'permerror', problem: 'lookup_limit' });
  expect(over.log).not.toContain('TXT r.example.com');
});

test.each<[why: string, below: number, result: SpfResult]>([
  ['ten in the whole tree', 4, 'fail'],
  ['eleven in the whole tree', 5, 'permerror'],
])('the limit is that of the whole evaluation: %s', async (_why, below, result) => {
  const nested = {
    'a.example.com': [{ TXT: `v=spf1 ${times(4, (i) => `include:n${i}.example.com`).join(' ')} ?all` }],
    'b.example.com': [{ TXT: `v=spf1 ${times(below, (i) => `include:n${i}.example.com`).join(' ')} ?all` }],
  };
  const record = withRecord('v=spf1 include:a.example.com include:b.example.com -all', { ...zone, ...nested });
  expect(await evaluated(record)).toMatchObject({ result });
});

test('a match before the limit is reached is a match', async () => {
  const terms = times(10, (i) => `include:n${i}.example.com`).join(' ');
  expect(await evaluated(withRecord(`v=spf1 ${terms} ip4:192.0.2.1 a:n11.example.com`, zone))).toMatchObject({
    result: 'pass',
    lookups: 10,
  });
});

test.each<[why: string, zone: Zone]>([
  ['an include of itself', withRecord('v=spf1 include:example.com -all')],
  ['a redirect to itself', withRecord('v=spf1 redirect=example.com')],
  [
    'a circle of two',
    withRecord('v=spf1 include:a.example.com -all', { 'a.example.com': [{ TXT: 'v=spf1 include:example.com' }] }),
  ],
])('a loop ends at the limit: %s', async (_why, zone) => {
  expect(await evaluated(zone)).toMatchObject({ result: 'permerror', problem: 'lookup_limit', lookups: 11 });
});

const hosts = (count: number, { last }: { last: string }): Zone => ({
  'example.com': times(count, (i) => ({ MX: [i, `mx${i}.example.net`] as const })),
  ...merge(times(count, (i) => ({ [`mx${i}.example.net`]: [{ A: i === count - 1 ? last : '192.0.2.200' }] }))),
});

test.each<[why: string, count: number, result: SpfResult, problem: EvaluationProblem | null, questions: number]>([
  ['ten hosts are looked at', 10, 'pass', null, 12],
  ['eleven are permerror, and none is looked at', 11, 'permerror', 'mx_limit', 2],
])('the hosts of one mx: %s', async (_why, count, result, problem, questions) => {
  const { log, ...evaluation } = await evaluated(withRecord('v=spf1 mx -all', hosts(count, { last: '192.0.2.1' })));
  expect(evaluation).toMatchObject({ result, problem, lookups: 1 });
  expect(log).toHaveLength(questions);
});

test.each<[why: string, count: number, result: SpfResult]>([
  ['the tenth name is used', 10, 'pass'],
  ['the eleventh is not', 11, 'fail'],
])('the names of one ptr: %s', async (_why, count, result) => {
  const zone: Zone = {
    '1.2.0.192.in-addr.arpa': times(count, (i) => ({
      PTR: `h${i}.${i === count - 1 ? 'example.com' : 'example.net'}`,
    })),
    ...merge(
      times(count, (i) => ({ [`h${i}.${i === count - 1 ? 'example.com' : 'example.net'}`]: [{ A: '192.0.2.1' }] })),
    ),
  };
  const { log, ...evaluation } = await evaluated(withRecord('v=spf1 ptr -all', zone));
  expect(evaluation).toMatchObject({ result, problem: null, lookups: 1 });
  expect(log).toHaveLength(12);
});

test('%{p} too takes ten names: the eleventh is the domain itself and is not looked at', async () => {
  const { log } = await evaluated({
    'example.com': [{ TXT: 'v=spf1 exists:%{p}.test.example -all' }, { A: '192.0.2.1' }],
    '1.2.0.192.in-addr.arpa': [...times(10, (i) => ({ PTR: `h${i}.example.net` })), { PTR: 'example.com' }],
    ...merge(times(10, (i) => ({ [`h${i}.example.net`]: [{ A: '192.0.2.1' }] }))),
  });
  expect(log).toContain('A h0.example.net.test.example');
  expect(log).not.toContain('A example.com');
});

const ip6 = { ip: '2001:db8::1' };
/** `nodata` has an address of the other family, or an MX without one. */
const hollow: Zone = { 'only4.example.com': [{ A: '192.0.2.9' }], 'only6.example.com': [{ AAAA: '2001:db8::9' }] };

test.each<[why: string, term: (i: number) => string, zone: Zone, asked?: Asked]>([
  ['A of a name that does not exist', (i) => `a:gone${i}.example.com`, {}],
  ['A of a name without one', () => 'a:only6.example.com', hollow],
  ['AAAA of a name without one', () => 'a:only4.example.com', hollow, ip6],
  ['MX of a name that does not exist', (i) => `mx:gone${i}.example.com`, {}],
  ['MX of a name without one', () => 'mx:only4.example.com', hollow],
  ['exists of a name that does not exist', (i) => `exists:gone${i}.example.com`, {}],
  ['exists of a name without an A, for IPv6 too', () => 'exists:only6.example.com', hollow, ip6],
  [
    'the address of an MX host',
    (i) => `mx:m${i}.example.com`,
    merge(times(3, (i) => ({ [`m${i}.example.com`]: [{ MX: [1, 'gone.example.com'] }] }))),
  ],
  ['PTR of an address without a name', () => 'ptr', {}],
])('void look-ups, two are allowed, the third is permerror: %s', async (_why, term, zone, asked) => {
  const record = (count: number) => withRecord(`v=spf1 ${times(count, term).join(' ')} -all`, zone);
  expect(await evaluated(record(2), asked)).toMatchObject({ result: 'fail', voids: 2, problem: null });
  expect(await evaluated(record(3), asked)).toMatchObject({ result: 'permerror', voids: 3, problem: 'void_limit' });
});

test('a term is void once, whatever the number of its hosts: the limit is one of terms', async () => {
  const hosts = times(3, (i) => ({ MX: [i, `gone${i}.example.net`] as const }));
  const record = (text: string) => withRecord(text, { 'example.com': hosts });
  expect(await evaluated(record('v=spf1 mx -all'))).toMatchObject({ result: 'fail', voids: 1 });
  expect(await evaluated(record('v=spf1 mx mx -all'))).toMatchObject({ result: 'fail', voids: 2 });
  expect(await evaluated(record('v=spf1 mx mx mx -all'))).toMatchObject({ result: 'permerror', problem: 'void_limit' });
});

test.each<[why: string, asked: Asked, result: SpfResult]>([
  ['three hosts without AAAA break an IPv6 sender', ip6, 'permerror'],
  ['and no IPv4 sender', {}, 'fail'],
])('%s', async (_why, asked, result) => {
  const text = `v=spf1 ${times(3, (i) => `a:n${i}.example.com`).join(' ')} -all`;
  expect(await evaluated(withRecord(text, zone), asked)).toMatchObject({ result });
});

test('void look-ups are counted in the whole tree', async () => {
  const nested = { 'a.example.com': [{ TXT: 'v=spf1 a:gone1.example.com a:gone2.example.com ?all' }] };
  const text = 'v=spf1 include:a.example.com a:gone3.example.com -all';
  expect(await evaluated(withRecord(text, nested))).toMatchObject({ result: 'permerror', problem: 'void_limit' });
});

test('a failure is no void look-up', async () => {
  const zone = withRecord('v=spf1 a:gone1.example.com a:gone2.example.com a:x.example.com', {
    'x.example.com': [{ FAIL: 'servfail' }],
  });
  expect(await evaluated(zone)).toMatchObject({ result: 'temperror', voids: 2, problem: 'unanswered' });
});

test('the address of a name that a ptr gives is no void look-up of the record', async () => {
  const zone = { '1.2.0.192.in-addr.arpa': times(5, (i) => ({ PTR: `gone${i}.example.net` })) };
  expect(await evaluated(withRecord('v=spf1 ptr -all', zone))).toMatchObject({ result: 'fail', voids: 0 });
});
