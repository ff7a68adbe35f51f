import { describe, expect, test } from 'vitest';
import type { Saying } from '#core/publication/saying.ts';
import { greatest, type Published, publishedBy, secondsToLetGo } from '#core/publication/visibility.ts';

const found = (ttl: number | null, ...values: string[]): Saying => ({ state: 'found', values, ttl });
const absent = (ttl: number | null): Saying => ({ state: 'absent', values: [], ttl });
const silent: Saying = { state: 'unanswered', values: [], ttl: null };

test.each<[why: string, sayings: readonly Saying[], published: Published]>([
  ['no server', [], { kind: 'unanswered' }],
  ['none that answers', [silent, silent], { kind: 'unanswered' }],
  ['one', [found(60, 'TXT a')], { kind: 'agreed', saying: found(60, 'TXT a') }],
  ['the silent ones do not count', [silent, found(60, 'TXT a')], { kind: 'agreed', saying: found(60, 'TXT a') }],
  [
    'TTLs that differ are no difference: the longest counts',
    [found(60, 'TXT a'), found(300, 'TXT a'), found(null, 'TXT a')],
    { kind: 'agreed', saying: found(300, 'TXT a') },
  ],
  ['an absence', [absent(null), absent(20)], { kind: 'agreed', saying: absent(20) }],
  ['an absence of which nothing is told', [absent(null)], { kind: 'agreed', saying: absent(null) }],
  ['two records', [found(60, 'TXT a'), found(60, 'TXT b')], { kind: 'differs' }],
  ['one more record', [found(60, 'TXT a'), found(60, 'TXT a', 'TXT b')], { kind: 'differs' }],
  ['the last one has none', [found(60, 'TXT a'), found(60, 'TXT a'), absent(60)], { kind: 'differs' }],
])('published: %s', (_why, sayings, published) => {
  expect(publishedBy(sayings)).toEqual(published);
});

describe('seconds to let go', () => {
  test.each<
    [why: string, ttl: number | null, negative: number | null, seen: readonly Saying[], seconds: number | null]
  >([
    ['nothing is older', 3_600, 900, [], null],
    ['an older record: the TTL of the new one, where less is left', 3_600, 900, [found(100, 'TXT a')], 3_600],
    ['more is left than the new one has: the common TTL above', 60, 900, [found(3_000, 'TXT a')], 3_600],
    ['just a common TTL is left', 60, 900, [found(3_600, 'TXT a')], 3_600],
    ['all that the new one has is left, and that is no common TTL', 100, 900, [found(100, 'TXT a')], 100],
    ['a second more than a common TTL', 60, 900, [found(3_601, 'TXT a')], 7_200],
    ['more than any common TTL', 60, 900, [found(700_000, 'TXT a')], 700_000],
    ['nothing is left any more', 300, 900, [found(0, 'TXT a')], 300],
    ['an older record, and none any more', null, 900, [found(250, 'TXT a')], 300],
    ['an older record whose TTL is not told', 300, 900, [found(null, 'TXT a')], 300],
    ['nothing tells', null, 900, [found(null, 'TXT a')], null],
    ['an older absence: the negative TTL of the zone', 86_400, 900, [absent(10)], 900],
    ['an older absence, all of it left', 86_400, 900, [absent(900)], 900],
    ['more is left of the absence than the zone has now', 86_400, 60, [absent(800)], 900],
    ['an older absence of a zone that does not tell', 86_400, null, [absent(800)], 900],
    ['an older absence of which nothing is told', 86_400, 900, [absent(null)], 900],
    ['an absence of which nothing tells', 86_400, null, [absent(null)], null],
    ['several: the last of them', 60, 900, [absent(10), found(3_000, 'TXT a'), found(30, 'TXT a')], 3_600],
    ['several: the absence is last', 60, 900, [found(50, 'TXT a'), absent(10)], 900],
  ])('%s', (_why, ttl, negative, seen, seconds) => {
    expect(secondsToLetGo(ttl, negative, seen)).toBe(seconds);
  });
});

test.each<[numbers: readonly (number | null)[], most: number | null]>([
  [[], null],
  [[null, null], null],
  [[null, 0], 0],
  [[3, null, 7, 5], 7],
])('the greatest of %j', (numbers, most) => {
  expect(greatest(numbers)).toBe(most);
});
