import { expect, test } from 'vitest';
import { editDistance } from '#core/edit-distance.ts';
import fc from '#test/fast-check.ts';

test.each<[why: string, a: string, b: string, distance: number]>([
  ['the same', 'include', 'include', 0],
  ['a letter lost', 'inclde', 'include', 1],
  ['a letter added', 'includes', 'include', 1],
  ['a letter changed', 'inklude', 'include', 1],
  ['neighbours swapped', 'inlcude', 'include', 1],
  ['neighbours swapped at the end', 'includ', 'includ', 0],
  ['two slips', 'inlcudes', 'include', 2],
  ['nothing to something', '', 'all', 3],
  ['something to nothing', 'all', '', 3],
  ['optimal string alignment: a swap is not edited again', 'ca', 'abc', 3],
])('%s: %s, %s', (_why, a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('it is a distance: symmetric, nought for the same, never more than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});
