/** Two states of a record, compared term by term. */

/** A piece of a record: a term, or the spaces between two. Only terms are marked. */
export interface MarkedPiece {
  readonly text: string;
  /** In the record as it is: it goes. In the record as it should be: it comes. */
  readonly marked: boolean;
}

export interface Marks {
  /** One list for each of the records that stand there. */
  readonly before: readonly (readonly MarkedPiece[])[];
  readonly after: readonly MarkedPiece[];
}

const piecesOf = (record: string): readonly string[] => record.match(/ +|[^ ]+/g) ?? [];
const isTerm = (piece: string): boolean => !piece.startsWith(' ');

/**
 * Marks the terms that go and those that come. Nothing is lost: the pieces put together are the records.
 *
 * @param before the records as they are; several are read as one, in their order.
 */
export const markTerms = (before: readonly string[], after: string): Marks => {
  const old = before.map(piecesOf);
  const wanted = piecesOf(after);
  const kept = commonTerms(old.flat().filter(isTerm), wanted.filter(isTerm));
  const mark = (pieces: readonly string[], places: ReadonlySet<number>, first: number): readonly MarkedPiece[] => {
    let place = first;
    return pieces.map((text) => ({ text, marked: isTerm(text) && !places.has(place++) }));
  };
  let first = 0;
  return {
    before: old.map((pieces) => {
      const marked = mark(pieces, kept.before, first);
      first += pieces.filter(isTerm).length;
      return marked;
    }),
    after: mark(wanted, kept.after, 0),
  };
};

/** The places, in each list, of a longest common subsequence of both. */
const commonTerms = (before: readonly string[], after: readonly string[]) => {
  // longest[i][j]: of what stands in `before` from i on, and in `after` from j on.
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = longest[i] ?? [];
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const kept = { before: new Set<number>(), after: new Set<number>() };
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      kept.before.add(i++);
      kept.after.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
};
