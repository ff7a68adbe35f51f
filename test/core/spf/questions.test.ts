import { expect, test } from 'vitest';
import type { Resolver } from '#core/resolver.ts';
import { evaluate } from '#core/spf/evaluate.ts';
import { lookUp, type Zone, zoneResolver } from '#test/zone.ts';
import { type Asked, evaluated, times, withRecord } from './evaluating.ts';

/** What an evaluation asks of DNS: what it needs, once, and together where it can be. */

const ip6 = { ip: '2001:db8::1' };
/** 192.0.2.1 has the name host.example.com. */
const named: Zone = {
  '1.2.0.192.in-addr.arpa': [{ PTR: 'host.example.com' }],
  'host.example.com': [{ A: '192.0.2.1' }],
};

test.each<[why: string, text: string, zone: Zone, log: readonly string[], asked?: Asked]>([
  ['5.3: A alone for IPv4', 'v=spf1 a -all', {}, ['A example.com']],
  ['5.3: AAAA alone for IPv6', 'v=spf1 a -all', {}, ['AAAA example.com'], ip6],
  [
    '5.4: MX and A',
    'v=spf1 mx -all',
    { 'example.com': [{ MX: [1, 'mx.example.com'] }] },
    ['MX example.com', 'A mx.example.com'],
  ],
  [
    '5.4: MX and AAAA',
    'v=spf1 mx -all',
    { 'example.com': [{ MX: [1, 'mx.example.com'] }] },
    ['MX example.com', 'AAAA mx.example.com'],
    ip6,
  ],
  [
    '5.5: PTR, then an address for each name',
    'v=spf1 ptr -all',
    named,
    ['PTR 1.2.0.192.in-addr.arpa', 'A host.example.com'],
  ],
  ['5.7: A for IPv6', 'v=spf1 exists:a.example.com -all', {}, ['A a.example.com'], ip6],
  [
    'the same name is asked for once',
    'v=spf1 a a:example.com a/24 -all',
    { 'example.com': [{ A: '192.0.2.200' }] },
    ['A example.com'],
    { ip: '203.0.113.1' },
  ],
  ['5.6: nothing', 'v=spf1 ip4:192.0.2.2 ip6:2001:db8::1 -all', {}, []],
])('asked: %s', async (_why, text, zone, log, asked) => {
  expect((await evaluated(withRecord(text, zone), asked)).log).toEqual(['TXT example.com', ...log]);
});

test('what is known not to be needed is not asked: all behind a term that matches without a question', async () => {
  const zone = withRecord('v=spf1 ip4:192.0.2.1 include:a.example.com mx -all', {
    'a.example.com': [{ TXT: 'v=spf1 -all' }],
  });
  expect(await evaluated(zone)).toMatchObject({ result: 'pass', log: ['TXT example.com'] });
});

test('what is known to match is not asked beyond', async () => {
  const zone = withRecord('v=spf1 include:a.example.com include:b.example.com -all', {
    'a.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  });
  const resolver = zoneResolver(zone);
  const known: Resolver['known'] = (name, type) => (name.startsWith('b.') ? undefined : lookUp(zone, name, type));
  const request = { ip: { family: 4, value: 0xc0000201n }, domain: 'example.com', sender: '', helo: '' } as const;
  expect((await evaluate(request, { ...resolver, known })).result).toBe('pass');
  expect(resolver.log).toEqual([]);
});

test('asking ahead never asks for more than ten terms', async () => {
  const text = `v=spf1 ${times(12, (i) => `include:n${i}.example.com`).join(' ')} -all`;
  const { log } = await evaluated(withRecord(text, { '*.example.com': [{ TXT: 'v=spf1 ?all' }] }));
  expect(log).toEqual(['TXT example.com', ...times(10, (i) => `TXT n${i}.example.com`)]);
});
