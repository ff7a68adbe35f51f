import type { ChangeCode } from '../../changes.ts';
import type { Sender } from '../../sender.ts';
import { isAll, type Qualifier } from '../record.ts';
import { type Change, type Choices, change } from './change.ts';
import { type Draft, insertBeforeAll, isAllPiece, newPiece, type Piece, replacePiece, termOf } from './draft.ts';

/** A draft, and what was done, or offered to be done, to come to it. */
export interface Step {
  readonly draft: Draft;
  readonly changes: readonly Change[];
}

const keep = (draft: Draft): Step => ({ draft, changes: [] });

/** Does the change to the draft where it is to be made; else only tells it. */
const apply = (draft: Draft, made: Change, changed: () => Draft): Step => ({
  draft: made.made ? changed() : draft,
  changes: [made],
});

/** One after the other, each on what the one before left. */
export const chain = (draft: Draft, steps: readonly ((draft: Draft) => Step)[]): Step =>
  steps.reduce<Step>((so_far, step) => {
    const next = step(so_far.draft);
    return { draft: next.draft, changes: [...so_far.changes, ...next.changes] };
  }, keep(draft));

const without = (draft: Draft, gone: readonly Piece[]): Draft => ({
  ...draft,
  pieces: draft.pieces.filter((piece) => !gone.includes(piece)),
});

/** Takes the pieces away, or puts texts in their place, each a change of its own. */
export const changePieces = (
  draft: Draft,
  pieces: readonly Piece[],
  code: ChangeCode,
  choices: Choices,
  after: (piece: Piece) => readonly string[] = () => [],
): Step => {
  const changes = new Map(pieces.map((piece) => [piece, change(code, [piece.text], after(piece), choices, piece)]));
  const changed = (piece: Piece): readonly Piece[] =>
    changes.get(piece)?.made === true ? replacePiece(piece, after(piece)) : [piece];
  return { draft: { ...draft, pieces: draft.pieces.flatMap(changed) }, changes: [...changes.values()] };
};

const isDirective = (piece: Piece): boolean => termOf(piece)?.kind === 'directive';

/** `v=spf1` stands once, at the beginning. */
export const removeVersions = (draft: Draft, choices: Choices): Step =>
  changePieces(
    draft,
    draft.pieces.filter(({ text }) => /^v=spf1$/i.test(text)),
    'VERSION_REMOVED',
    choices,
  );

/** What stands behind `all` is never read (RFC 7208 section 5.1): senders move before it, a further `all` goes. */
export const rescue = (draft: Draft, choices: Choices): Step => {
  const all = draft.pieces.findIndex(isAllPiece);
  if (all < 0) return keep(draft);
  const behind = draft.pieces.slice(all + 1);
  const stranded = behind.filter((piece) => isDirective(piece) && !isAllPiece(piece));
  return chain(draft, [
    ...stranded.map(
      (piece) => (current: Draft) =>
        apply(current, change('TERM_RESCUED', [piece.text], [piece.text], choices, piece), () =>
          insertBeforeAll(without(current, [piece]), [{ ...piece, gap: ' ' }]),
        ),
    ),
    (current) => changePieces(current, behind.filter(isAllPiece), 'ALL_REMOVED', choices),
  ]);
};

/** `+a` and `A` are `a`; in a macro the capitals tell (RFC 7208 section 7.3). */
const comparable = ({ text }: Piece): string => {
  const bare = text.replace(/^\+/, '');
  return bare.includes('%') ? bare : bare.toLowerCase();
};

/** The same directive a second time costs its look-ups twice and says nothing new. */
export const removeDuplicates = (draft: Draft, choices: Choices): Step => {
  const seen = new Set<string>();
  const again = draft.pieces.filter((piece) => {
    if (!isDirective(piece) || isAllPiece(piece)) return false;
    const key = comparable(piece);
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  });
  return changePieces(draft, again, 'DUPLICATE_REMOVED', choices);
};

/** A record without an end says nothing of strangers; `~all` is the gentlest that does. */
export const addAll = (draft: Draft, choices: Choices): Step => {
  const hasEnd = draft.pieces.some((piece) => isAllPiece(piece) || termOf(piece)?.kind === 'redirect');
  if (hasEnd) return keep(draft);
  return apply(draft, change('ALL_ADDED', [], ['~all'], choices), () => ({
    ...draft,
    pieces: [...draft.pieces, newPiece('~all')],
  }));
};

/** What is advised against and yet the owner's to decide: `ptr`, and an `all` that lets everybody pass. */
export const offer = (draft: Draft, choices: Choices): Step => {
  const isPtr = (piece: Piece): boolean => {
    const term = termOf(piece);
    return term?.kind === 'directive' && term.mechanism.type === 'ptr';
  };
  const isOpen = (piece: Piece): boolean => {
    const term = termOf(piece);
    return term !== undefined && isAll(term) && (term.qualifier === '+' || term.qualifier === '?');
  };
  return chain(draft, [
    (current) => changePieces(current, current.pieces.filter(isPtr), 'PTR_REMOVED', choices),
    (current) =>
      changePieces(current, current.pieces.filter(isOpen).slice(0, 1), 'ALL_REPLACED', choices, () => ['~all']),
  ]);
};

/** What the owner adds stands before `all`. */
export const addTerms = (draft: Draft, choices: Choices): Step => {
  const present = new Set(draft.pieces.map(({ text }) => text.toLowerCase()));
  const added = choices.add.filter((text) => !present.has(text.toLowerCase()));
  return chain(
    draft,
    added.map(
      (text) => (current) =>
        apply(current, change('TERM_ADDED', [], [text], choices), () => insertBeforeAll(current, [newPiece(text)])),
    ),
  );
};

/** The includes of these names among the pieces. */
const includesOf = (draft: Draft, names: readonly string[]): readonly Piece[] =>
  draft.pieces.filter((piece) => {
    const term = termOf(piece);
    if (term?.kind !== 'directive' || term.mechanism.type !== 'include') return false;
    return names.includes(term.mechanism.domain.text.toLowerCase().replace(/\.$/, ''));
  });

/** Pieces that an evaluation comes to, and that let pass. */
const isInForce = (draft: Draft, piece: Piece): boolean => {
  const term = termOf(piece);
  const all = draft.pieces.findIndex(isAllPiece);
  const isRead = all < 0 || draft.pieces.indexOf(piece) < all;
  return isRead && term?.kind === 'directive' && term.qualifier === ('+' satisfies Qualifier);
};

/** The sender's terms that have no effect go. */
export const clearSender = (draft: Draft, sender: Sender, choices: Choices): Step => {
  const idle = includesOf(draft, [sender.include, ...sender.olderIncludes]).filter((piece) => !isInForce(draft, piece));
  return changePieces(draft, idle, 'SENDER_TERM_REMOVED', choices);
};

/** Today's name in the place of the earlier one. */
export const renameSender = (draft: Draft, sender: Sender, choices: Choices): Step => {
  if (includesOf(draft, [sender.include]).some((piece) => isInForce(draft, piece))) return keep(draft);
  const [older] = includesOf(draft, sender.olderIncludes).filter((piece) => isInForce(draft, piece));
  if (older === undefined) return keep(draft);
  return changePieces(draft, [older], 'SENDER_RENAMED', choices, () => [`include:${sender.include}`]);
};

/** Directly behind the version, as in the manual; one that stands where it does not do gives its place. */
export const addSender = (draft: Draft, sender: Sender, choices: Choices): Step => {
  const text = `include:${sender.include}`;
  return chain(draft, [
    (draft) => changePieces(draft, includesOf(draft, [sender.include]), 'SENDER_TERM_REMOVED', choices),
    (draft) =>
      apply(draft, change('SENDER_ADDED', [], [text], choices), () => ({
        ...draft,
        pieces: [newPiece(text), ...draft.pieces],
      })),
  ]);
};
