import { describe, expect, test } from 'vitest';
import { layOut, type Metrics, type OutlineRow, shorten } from '#site/src/scripts/seen/tree-layout.ts';

/** Where the rows of the tree go, without the drawing. */

describe('layout', () => {
  const em = 10;
  const measure: Metrics['measure'] = (text) => text.length * 5;
  const rows: readonly OutlineRow[] = [
    {
      level: 1,
      parent: null,
      pieces: [
        { kind: 'title', text: 'example.com' },
        { kind: 'lookups', text: '2 look-ups' },
      ],
    },
    {
      level: 2,
      parent: 0,
      pieces: [
        { kind: 'title', text: 'Microsoft 365' },
        { kind: 'name', text: 'spf.protection.outlook.com' },
        { kind: 'lookups', text: '1 look-up' },
        { kind: 'problem', text: 'Must be corrected' },
      ],
    },
    {
      level: 3,
      parent: 1,
      pieces: [
        { kind: 'title', text: 'a.example' },
        { kind: 'mark', text: 'MAB is here' },
      ],
    },
  ];

  test('with room: one line each, the look-ups below each other at the right end', () => {
    expect(layOut(rows, { width: 400, em, measure })).toEqual({
      height: 79,
      gap: null,
      boxes: [
        {
          ...{ x: 0, y: 0, width: 400, height: 23, link: null },
          pieces: [
            { kind: 'title', text: 'example.com', x: 7.5, y: 11.5 },
            { kind: 'lookups', text: '2 look-ups', x: 342.5, y: 11.5 },
          ],
        },
        {
          ...{ x: 17.5, y: 28, width: 382.5, height: 23, link: 'M8.75 23V39.5H17.5' },
          pieces: [
            { kind: 'title', text: 'Microsoft 365', x: 25, y: 39.5 },
            { kind: 'name', text: 'spf.protection.outlook.com', x: 97.5, y: 39.5 },
            { kind: 'lookups', text: '1 look-up', x: 347.5, y: 39.5 },
            { kind: 'problem', text: 'Must be corrected', x: 235, y: 39.5 },
          ],
        },
        {
          ...{ x: 35, y: 56, width: 365, height: 23, link: 'M26.25 51V67.5H35' },
          pieces: [
            { kind: 'title', text: 'a.example', x: 42.5, y: 67.5 },
            { kind: 'mark', text: 'MAB is here', x: 95, y: 67.5 },
          ],
        },
      ],
    });
  });

  test('a long title leaves room for the look-ups', () => {
    const [row] = layOut(
      [
        {
          level: 1,
          parent: null,
          pieces: [
            { kind: 'title', text: 'abcdefghij'.repeat(5) },
            { kind: 'lookups', text: '1 look-up' },
            { kind: 'name', text: 'abcdefghij'.repeat(4) },
          ],
        },
      ],
      { width: 225, em, measure },
    ).boxes;
    // The first line holds 210 less 45 and the gap, the second all 210.
    expect(row?.pieces).toEqual([
      { kind: 'title', text: 'abcdefghijabcde…fghijabcdefghij', x: 7.5, y: 11.5 },
      { kind: 'lookups', text: '1 look-up', x: 172.5, y: 11.5 },
      { kind: 'name', text: 'abcdefghij'.repeat(4), x: 7.5, y: 26.5 },
    ]);
  });

  test('on a narrow screen: lines go on below, steps are small, a long name loses its middle', () => {
    const { height, boxes } = layOut(rows, { width: 130, em, measure });
    expect(height).toBe(139);
    expect(boxes.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 0, 130, 23],
      [10, 28, 120, 68],
      [20, 101, 110, 38],
    ]);
    expect(boxes.map(({ pieces }) => pieces.map(({ text, x, y }) => [text, x, y]))).toEqual([
      [
        ['example.com', 7.5, 11.5],
        ['2 look-ups', 70, 11.5],
      ],
      [
        ['Microsoft 365', 17.5, 39.5],
        ['spf.protec…utlook.com', 17.5, 54.5],
        ['1 look-up', 17.5, 69.5],
        ['Must be corrected', 17.5, 84.5],
      ],
      [
        ['a.example', 27.5, 112.5],
        ['MAB is here', 27.5, 127.5],
      ],
    ]);
  });

  test('nothing leaves its box, however narrow and deep', () => {
    const deep = Array.from(
      { length: 20 },
      (_, i): OutlineRow => ({
        level: i + 1,
        parent: i === 0 ? null : i - 1,
        pieces: [
          { kind: 'title', text: 'a-rather-long-name-of-a-record.somewhere.example' },
          { kind: 'lookups', text: '100 look-ups' },
          { kind: 'mark', text: 'MAB is authorised here' },
        ],
      }),
    );
    for (const width of [120, 256, 500, 1_000]) {
      for (const { x, width: wide, pieces } of layOut(deep, { width, em, measure }).boxes) {
        expect(x + wide).toBe(width);
        expect(wide).toBeGreaterThanOrEqual(110);
        for (const piece of pieces) {
          const end = piece.x + piece.text.length * 5 + (piece.kind === 'mark' ? 15 : 0);
          expect([piece.x >= x + 7.5, end <= x + wide - 7.5]).toEqual([true, true]);
        }
      }
    }
  });

  test('room below a row: what comes after it moves down', () => {
    const { height, gap, boxes } = layOut(rows, { width: 400, em, measure }, { below: 1, height: 100 });
    expect([height, gap, boxes.map(({ y }) => y)]).toEqual([184, 56, [0, 28, 161]]);
    expect(boxes[2]?.link).toBe('M26.25 51V172.5H35');
    expect(layOut(rows, { width: 400, em, measure }, { below: 2, height: 100 })).toMatchObject({
      height: 184,
      gap: 84,
    });
  });

  test('nothing at all', () => {
    expect(layOut([], { width: 400, em, measure })).toEqual({ height: 0, gap: null, boxes: [] });
  });

  test.each([
    ['it fits', 'abc', 3, 'abc'],
    ['the middle goes', 'abcdefgh', 5, 'ab…gh'],
    ['of an odd number the head has more', 'abcdefgh', 4, 'ab…h'],
    ['no character is cut in two', '😀😀😀😀', 6, '😀…😀'],
    ['hardly any room', 'abcdefgh', 2, '…'],
  ])('shorten: %s', (_reason, text, most, short) => {
    expect(shorten(text, (each) => each.length <= most)).toBe(short);
  });
});
