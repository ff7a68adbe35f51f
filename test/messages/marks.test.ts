import { expect, test } from 'vitest';
import { type MarkedPiece, markTerms } from '#messages/marks.ts';
import fc from '#test/fast-check.ts';

const text = (pieces: readonly MarkedPiece[]): string => pieces.map((piece) => piece.text).join('');
const marked = (pieces: readonly MarkedPiece[]): readonly string[] =>
  pieces.filter((piece) => piece.marked).map((piece) => piece.text);

test.each<
  [reason: string, before: readonly string[], after: string, gone: readonly string[][], come: readonly string[]]
>([
  ['nothing changes', ['v=spf1 mx ~all'], 'v=spf1 mx ~all', [[]], []],
  ['one comes', ['v=spf1 mx ~all'], 'v=spf1 include:a.example mx ~all', [[]], ['include:a.example']],
  ['one goes', ['v=spf1 ptr mx ~all'], 'v=spf1 mx ~all', [['ptr']], []],
  [
    'one is written otherwise',
    ['v=spf1 ip:192.0.2.1 -all'],
    'v=spf1 ip4:192.0.2.1 -all',
    [['ip:192.0.2.1']],
    ['ip4:192.0.2.1'],
  ],
  ['one of two that are the same goes', ['v=spf1 a mx a -all'], 'v=spf1 a mx -all', [['a']], []],
  ['capitals count, since the text is what is pasted', ['v=spf1 MX -all'], 'v=spf1 mx -all', [['MX']], ['mx']],
  ['spaces are no change', ['v=spf1  mx   -all'], 'v=spf1 mx -all', [[]], []],
  ['one moves', ['v=spf1 ~all mx'], 'v=spf1 mx ~all', [['~all']], ['~all']],
  [
    'several records become one',
    ['v=spf1 mx ~all', 'v=spf1 a -all'],
    'v=spf1 mx a ~all',
    [['~all'], ['v=spf1', '-all']],
    ['~all'],
  ],
  ['there was none', [], 'v=spf1 -all', [], ['v=spf1', '-all']],
])('%s', (_, before, after, gone, come) => {
  const marks = markTerms(before, after);
  expect(marks.before.map(marked)).toEqual(gone);
  expect(marked(marks.after)).toEqual(come);
});

const record = fc
  .array(fc.constantFrom('v=spf1', 'a', 'mx', 'ptr', '-all', ' '), { maxLength: 12 })
  .map((terms) => terms.join(' '));

test('the pieces are the records, and what is not marked is the same in both', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 3 }), record, (before, after) => {
      const marks = markTerms(before, after);
      expect(marks.before.map(text)).toEqual(before);
      expect(text(marks.after)).toBe(after);
      const kept = (pieces: readonly MarkedPiece[]) =>
        pieces.filter((piece) => !piece.marked && piece.text.trim() !== '').map((piece) => piece.text);
      expect(marks.before.flatMap(kept)).toEqual(kept(marks.after));
    }),
  );
});
