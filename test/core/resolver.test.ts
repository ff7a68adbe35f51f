import { expect, test } from 'vitest';
import { type Answer, askOnce, isVoid, recordsOf } from '#core/resolver.ts';
import { zoneResolver } from '#test/zone.ts';

const zone = { 'example.com': [{ A: '192.0.2.1' }, { TXT: 'text' }] };

test.each<[why: string, questions: readonly (readonly [string, 'A' | 'AAAA' | 'TXT'])[], log: readonly string[]]>([
  [
    'the same question',
    [
      ['example.com', 'A'],
      ['example.com', 'A'],
    ],
    ['A example.com'],
  ],
  [
    'names do not differ by case (RFC 1035 section 2.3.3)',
    [
      ['example.com', 'A'],
      ['Example.COM', 'A'],
    ],
    ['A example.com'],
  ],
  [
    'another type',
    [
      ['example.com', 'A'],
      ['example.com', 'TXT'],
    ],
    ['A example.com', 'TXT example.com'],
  ],
  [
    'another name',
    [
      ['example.com', 'A'],
      ['www.example.com', 'A'],
    ],
    ['A example.com', 'A www.example.com'],
  ],
])('asked once: %s', async (_why, questions, log) => {
  const resolver = zoneResolver(zone);
  const once = askOnce(resolver);
  const together = await Promise.all(questions.map(([name, type]) => once.resolve(name, type)));
  const again = await Promise.all(questions.map(([name, type]) => once.resolve(name, type)));
  expect(again).toEqual(together);
  expect(resolver.log).toEqual(log);
  expect(once.questions()).toBe(log.length);
  expect(questions.every(([name, type]) => once.asked(name, type))).toBe(true);
  expect(once.asked('example.com', 'MX')).toBe(false);
});

test.each<[why: string, answer: Answer<'A'>, records: readonly string[], absent: boolean]>([
  ['found', { kind: 'found', records: ['192.0.2.1'], cname: [], ttl: 60 }, ['192.0.2.1'], false],
  ['no data', { kind: 'nodata', cname: [], negativeTtl: 60 }, [], true],
  ['no such name', { kind: 'nxdomain', cname: [], negativeTtl: null }, [], true],
  ['a failure is no absence', { kind: 'failed', reason: 'servfail' }, [], false],
])('%s', (_why, answer, records, absent) => {
  expect(recordsOf(answer)).toEqual(records);
  expect(isVoid(answer)).toBe(absent);
});
