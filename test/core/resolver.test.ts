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

test('an answer is known when it has come, and not while it is waited for', async () => {
  const once = askOnce(zoneResolver(zone));
  expect(once.known('example.com', 'A')).toBeUndefined();
  expect(once.questions()).toBe(0);
  const asking = once.resolve('example.com', 'A');
  expect(once.known('example.com', 'A')).toBeUndefined();
  const answer = await asking;
  expect(once.known('EXAMPLE.com', 'A')).toBe(answer);
});

test('what the resolver knows is not asked for, and counts as a question all the same, once', async () => {
  const answer: Answer<'A'> = { kind: 'found', records: ['192.0.2.9'], cname: [], ttl: 60 };
  const resolver = zoneResolver(zone);
  const once = askOnce({
    ...resolver,
    known: (name) => (name === 'example.com' ? (answer as Answer<never>) : undefined),
  });
  expect(once.known('example.com', 'A')).toBe(answer);
  expect(await once.resolve('example.com', 'A')).toBe(answer);
  expect(once.questions()).toBe(1);
  expect(once.asked('example.com', 'A')).toBe(true);
  expect(resolver.log).toEqual([]);
});

test('a resolver that throws is heard by the one who waits, and by nobody else', async () => {
  const once = askOnce({ resolve: () => Promise.reject(new Error('broken')) });
  await expect(once.resolve('example.com', 'A')).rejects.toThrow('broken');
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
