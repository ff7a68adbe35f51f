import { expect, test } from 'vitest';
import type { Answer } from '#core/resolver.ts';
import { createAnswerCache } from '#dns/cache.ts';

const found = (ttl: number): Answer<'TXT'> => ({ kind: 'found', records: ['v=spf1 -all'], cname: [], ttl });
const absent = (negativeTtl: number | null): Answer<'TXT'> => ({ kind: 'nxdomain', cname: [], negativeTtl });
const question = { name: 'example.com', type: 'TXT' } as const;

test.each<[string, Answer<'TXT'>, number, Answer<'TXT'> | undefined]>([
  ['at once, the whole TTL is left', found(300), 0, found(300)],
  ['part of a second counts for nothing', found(300), 0.999, found(300)],
  ['later, less of it', found(300), 299.5, found(1)],
  ['at its end it is gone', found(300), 300, undefined],
  ['TTL 0 is not kept', found(0), 0, undefined],
  ['a week is kept for a day, and says what is left of the week', found(604_800), 86_399, found(518_401)],
  ['and no longer', found(604_800), 86_400, undefined],
  ['an absence lives for its negative TTL', absent(60), 59, absent(1)],
  ['and is gone then', absent(60), 60, undefined],
  ['an absence of a day is kept for an hour', absent(86_400), 3_600, undefined],
  [
    'no data likewise',
    { kind: 'nodata', cname: ['a.example'], negativeTtl: 60 },
    10,
    { kind: 'nodata', cname: ['a.example'], negativeTtl: 50 },
  ],
  ['an absence without a negative TTL is not kept', absent(null), 0, undefined],
  ['negative TTL 0 is not kept', absent(0), 0, undefined],
  ['a failure is never kept', { kind: 'failed', reason: 'servfail' }, 0, undefined],
])('%s', (_, answer, seconds, kept) => {
  let clock = 1_000_000;
  const cache = createAnswerCache(() => clock);
  cache.put(question, answer);
  clock += seconds * 1000;
  expect(cache.get(question)).toEqual(kept);
});

test('another type or name is another question', () => {
  const cache = createAnswerCache();
  cache.put(question, found(300));
  expect(cache.get({ ...question, type: 'MX' })).toBeUndefined();
  expect(cache.get({ ...question, name: 'www.example.com' })).toBeUndefined();
});

test('of too many the oldest goes, and to be put again is to be new', () => {
  const cache = createAnswerCache(Date.now, 2);
  for (const name of ['a.example', 'b.example', 'a.example', 'c.example']) cache.put({ name, type: 'TXT' }, found(300));
  expect(['a.example', 'b.example', 'c.example'].map((name) => cache.get({ name, type: 'TXT' })?.kind)).toEqual([
    'found',
    undefined,
    'found',
  ]);
});
