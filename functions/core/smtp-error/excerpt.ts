import type { Place } from './phrase.ts';
import type { Span } from './secrets.ts';

/** A piece of a text that is shown: as it stands, the part that decided, or a secret that is not shown. */
export type Piece =
  | { readonly kind: 'plain' | 'mark'; readonly text: string }
  | { readonly kind: 'secret' | 'left_out' };

/** UTF-16 code units on each side of what decided. */
const aside = 1_000;

/**
 * What decided with what stands around it, in whole lines where they are not too long.
 *
 * @param secrets none of them within `place`, in their order.
 */
export const excerptOf = (text: string, place: Place, secrets: readonly Span[]): readonly Piece[] => {
  const from = lineAfter(text, place.start - aside, place.start);
  const to = lineBefore(text, place.end + aside, place.end);
  return [
    ...(from > 0 ? [{ kind: 'left_out' } as const] : []),
    ...plainPieces(text, { start: from, end: place.start }, secrets),
    { kind: 'mark', text: text.slice(place.start, place.end) },
    ...plainPieces(text, { start: place.end, end: to }, secrets),
    ...(to < text.length ? [{ kind: 'left_out' } as const] : []),
  ];
};

const lineAfter = (text: string, at: number, place: number): number => {
  if (at <= 0) return 0;
  const end = text.indexOf('\n', at);
  return end === -1 || end >= place ? at : end + 1;
};

const lineBefore = (text: string, at: number, place: number): number => {
  if (at >= text.length) return text.length;
  const end = text.lastIndexOf('\n', at);
  return end < place ? at : end;
};

const plainPieces = (text: string, { start, end }: Span, secrets: readonly Span[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = start;
  for (const secret of secrets) {
    if (secret.end <= start || secret.start >= end) continue;
    if (secret.start > from) pieces.push({ kind: 'plain', text: text.slice(from, secret.start) });
    pieces.push({ kind: 'secret' });
    from = Math.min(end, secret.end);
  }
  if (from < end) pieces.push({ kind: 'plain', text: text.slice(from, end) });
  return pieces;
};
