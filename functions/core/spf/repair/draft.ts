import type { Place } from '../../findings.ts';
import { piecesOf } from '../parse.ts';
import { isAll, type Term } from '../record.ts';
import { readTerm } from '../term.ts';

/** A record being corrected: its pieces between the spaces, each as it will be written. */
export interface Draft {
  /** `v=spf1`, in the owner's own capitals. */
  readonly version: string;
  readonly pieces: readonly Piece[];
  /** What stands behind the last piece: spaces, or nothing. */
  readonly tail: string;
}

export interface Piece {
  readonly text: string;
  /** The spaces before it, kept as they were. */
  readonly gap: string;
  /** Where it stands in the record that it comes from; null for what is new. */
  readonly source: Place | null;
}

/** @param record a text that begins with `v=spf1`. */
export const draftOf = (record: string): Draft => {
  const places = piecesOf(record);
  const ends = ['v=spf1'.length, ...places.map(({ end }) => end)];
  return {
    version: record.slice(0, 'v=spf1'.length),
    pieces: places.map((source, i) => ({ text: source.term, gap: record.slice(ends[i], source.start), source })),
    tail: record.slice(ends.at(-1)),
  };
};

/** The text of the record. */
export const write = ({ version, pieces, tail }: Draft): string =>
  version + pieces.map(({ gap, text }) => gap + text).join('') + tail;

/** A piece that stands for nothing in the record as it was. */
export const newPiece = (text: string): Piece => ({ text, gap: ' ', source: null });

/** The term that the piece is; undefined where it cannot be read. */
export const termOf = ({ text }: Piece): Term | undefined => {
  const term = readTerm(text, { term: text, start: 0, end: text.length });
  return term.ok ? term.value : undefined;
};

export const isAllPiece = (piece: Piece): boolean => {
  const term = termOf(piece);
  return term !== undefined && isAll(term);
};

/** Other texts in the place of a piece: none takes it away, several stand with one space between. */
export const replacePiece = (piece: Piece, texts: readonly string[]): readonly Piece[] =>
  texts.map((text, i) => ({ text, gap: i === 0 ? piece.gap : ' ', source: piece.source }));

/** Pieces before the first `all`, else before a `redirect`, else at the end. */
export const insertBeforeAll = (draft: Draft, pieces: readonly Piece[]): Draft => {
  const all = draft.pieces.findIndex(isAllPiece);
  const end = all >= 0 ? all : draft.pieces.findIndex((piece) => termOf(piece)?.kind === 'redirect');
  const at = end >= 0 ? end : draft.pieces.length;
  return { ...draft, pieces: [...draft.pieces.slice(0, at), ...pieces, ...draft.pieces.slice(at)] };
};
