import { expect, test } from 'vitest';
import { createResultId, parseResultId } from '#core/results/result-id.ts';

test.each([
  ['its one form', '7KQ4-M2XD', '7KQ4-M2XD'],
  ['small letters', '7kq4-m2xd', '7KQ4-M2XD'],
  ['without the hyphen', '7KQ4M2XD', '7KQ4-M2XD'],
  ['spaces, and a dash in the place of the hyphen', ' 7KQ4 – M2XD ', '7KQ4-M2XD'],
  ['too short', '7KQ4-M2X', null],
  ['too long', '7KQ4-M2XDD', null],
  ['a letter that looks like a figure', '7KQ4-M2XO', null],
  ['a figure that looks like a letter', '7KQ4-M2X1', null],
  ['a letter of another script', '7KQ4-М2XD', null],
  ['a letter that becomes two when it is made large', '7KQ4-M2Xß', null],
  ['nothing', '', null],
])('read: %s', (_why, text, id) => {
  expect(parseResultId(text)).toBe(id);
});

test('of the octets those that would make some characters likelier are thrown away', () => {
  const octets = [252, 255, 0, 27, 28, 251, 253, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const random = (empty: Uint8Array): Uint8Array => {
    empty.set(octets);
    return empty;
  };
  expect(createResultId(random)).toBe('2Z2Z-3456');
});

test('a thousand are a thousand, each read as it is, with every character', () => {
  const ids = new Set(Array.from({ length: 1_000 }, () => createResultId()));
  expect(ids.size).toBe(1_000);
  expect([...ids].filter((id) => parseResultId(id) !== id)).toEqual([]);
  expect([...new Set([...ids].join(''))].sort().join('')).toBe('-23456789BCDFGHJKMNPQRSTVWXYZ');
});
