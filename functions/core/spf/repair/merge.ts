import { isAll, type Qualifier } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { type Choices, change, endId } from './change.ts';
import { type Draft, isAllPiece, type Piece, replacePiece, termOf, write } from './draft.ts';
import { strangersQualifier } from './soundness.ts';
import type { Step } from './steps.ts';

/** From the strictest to the most permissive. */
const permissiveness = ['-', '~', '?', '+'] as const satisfies readonly Qualifier[];

/**
 * Several records at a name, which no receiver can use, made one: the terms in their order, and of the records' ends the
 * most permissive, so that nobody's intent is made stricter.
 *
 * @param drafts one at least, each mended.
 * @param trees what each of the drafts says, in the same order: it tells what a `redirect` ends in.
 * @param read how many of the drafts, the first ones, receivers read as SPF today: where there are such, the end of the
 *   others, which were only meant as records, does not count.
 */
export const merge = (drafts: readonly Draft[], trees: readonly SurveyNode[], read: number, choices: Choices): Step => {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('no record to merge');
  if (others.length === 0) return { draft: first, changes: [] };
  const merged = change('RECORDS_MERGED', drafts.map(write), [], choices);
  const pieces = drafts.flatMap((draft) => draft.pieces);
  const end =
    pieces.find((piece) => isAllPiece(piece) && piece.text === choices.answers[endId]) ??
    endOf(read > 0 ? drafts.slice(0, read) : drafts, trees);
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

/** Of the records' ends the most permissive; of those that are alike an `all`, which costs no look-up. */
const endOf = (drafts: readonly Draft[], trees: readonly SurveyNode[]): Piece | undefined => {
  const alls = drafts.flatMap(({ pieces }) => pieces.filter(isAllPiece));
  const redirects = drafts.flatMap(({ pieces }, i) => {
    const redirected = trees[i] === undefined ? undefined : strangersQualifier(trees[i]);
    // Beside an `all` a redirect is not followed (RFC 7208 section 6.1).
    return pieces.some(isAllPiece)
      ? []
      : pieces.filter(isRedirect).map((piece) => ({ piece, rank: rankOf(redirected) }));
  });
  const ends = [...alls.map((piece) => ({ piece, rank: rankOf(qualifierOf(piece)) })), ...redirects];
  return ends.toSorted((a, b) => b.rank - a.rank)[0]?.piece;
};

const rankOf = (qualifier: Qualifier | undefined): number =>
  qualifier === undefined ? -1 : permissiveness.indexOf(qualifier);

const qualifierOf = (all: Piece): Qualifier | undefined => {
  const term = termOf(all);
  return term !== undefined && isAll(term) ? term.qualifier : undefined;
};

const isRedirect = (piece: Piece): boolean => termOf(piece)?.kind === 'redirect';

const asInclude = ({ text }: Piece): string => text.replace(/^redirect=/i, 'include:');
