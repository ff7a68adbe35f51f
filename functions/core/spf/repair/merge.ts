import type { Qualifier } from '../record.ts';
import { isAll } from '../record.ts';
import { type Choices, change } from './change.ts';
import { type Draft, isAllPiece, type Piece, replacePiece, termOf, write } from './draft.ts';
import type { Step } from './steps.ts';

/** From the strictest to the most permissive. */
export const permissiveness = ['-', '~', '?', '+'] as const satisfies readonly Qualifier[];

/**
 * Several records at a name, which no receiver can use, made one: the terms in their order, and of the records' `all` the
 * most permissive, so that nobody's intent is made stricter.
 */
export const merge = (drafts: readonly Draft[], choices: Choices): Step => {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('no record to merge');
  if (others.length === 0) return { draft: first, changes: [] };
  const merged = change('RECORDS_MERGED', drafts.map(write), [], choices);
  const pieces = drafts.flatMap((draft) => draft.pieces);
  const end = mostPermissive(pieces.filter(isAllPiece)) ?? pieces.find(isRedirect);
  const senders = pieces.filter((piece) => !isAllPiece(piece) && piece !== end);
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
      ...redirects.map((piece) => change('REDIRECT_INCLUDED', [piece.text], [asInclude(piece)], choices)),
    ],
  };
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
