import type { Qualifier } from '../record.ts';
import { isAll } from '../record.ts';
import { type Choices, change, endId } from './change.ts';
import { type Draft, isAllPiece, type Piece, replacePiece, termOf, write } from './draft.ts';
import type { Step } from './steps.ts';

/** From the strictest to the most permissive. */
const permissiveness = ['-', '~', '?', '+'] as const satisfies readonly Qualifier[];

/**
 * Several records at a name, which no receiver can use, made one: the terms in their order, and of the records' `all` the
 * most permissive, so that nobody's intent is made stricter.
 *
 * @param read how many of the drafts, the first ones, receivers read as SPF today: where there are such, the end of the
 *   others, which were only meant as records, does not count.
 */
export const merge = (drafts: readonly Draft[], read: number, choices: Choices): Step => {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('no record to merge');
  if (others.length === 0) return { draft: first, changes: [] };
  const merged = change('RECORDS_MERGED', drafts.map(write), [], choices);
  const pieces = drafts.flatMap((draft) => draft.pieces);
  const end =
    pieces.find((piece) => isAllPiece(piece) && piece.text === choices.answers[endId]) ??
    endOf(read > 0 ? drafts.slice(0, read) : drafts);
  // An explanation may stand once (RFC 7208 section 6); it authorises nobody.
  const [, ...explanations] = pieces.filter((piece) => termOf(piece)?.kind === 'exp');
  const senders = pieces.filter((piece) => !isAllPiece(piece) && piece !== end && !explanations.includes(piece));
  const redirects = senders.filter(isRedirect);
  const kept = senders.flatMap((piece) =>
    redirects.includes(piece) ? replacePiece(piece, [asInclude(piece)]) : [piece],
  );
  return {
    draft: {
      ...first,
      pieces: [...kept, ...(end === undefined ? [] : [end])].map((piece) => ({ ...piece, gap: piece.gap || ' ' })),
      tail: '',
    },
    changes: [
      merged,
      ...explanations.map((piece) => change('TERM_REMOVED', [piece.text], [], choices, piece)),
      ...redirects.map((piece) => change('REDIRECT_INCLUDED', [piece.text], [asInclude(piece)], choices, piece)),
    ],
  };
};

const endOf = (drafts: readonly Draft[]): Piece | undefined => {
  const pieces = drafts.flatMap((draft) => draft.pieces);
  return mostPermissive(pieces.filter(isAllPiece)) ?? pieces.find(isRedirect);
};

const isRedirect = (piece: Piece): boolean => termOf(piece)?.kind === 'redirect';

const asInclude = ({ text }: Piece): string => text.replace(/^redirect=/i, 'include:');

const mostPermissive = (alls: readonly Piece[]): Piece | undefined => {
  const rank = (piece: Piece): number => {
    const term = termOf(piece);
    return term !== undefined && isAll(term) ? permissiveness.indexOf(term.qualifier) : -1;
  };
  return alls.toSorted((a, b) => rank(b) - rank(a))[0];
};
