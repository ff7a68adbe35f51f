/** Where everything of the outline goes, for the width and the text size that there is. Units: CSS pixels. */

/** Something to read in a box. All but the look-ups stand from the left and go on in a new line where there is no room. */
export interface Piece {
  readonly kind: 'title' | 'name' | 'lookups' | 'problem' | 'mark';
  readonly text: string;
}

export interface OutlineRow {
  /** 1 at the top. */
  readonly level: number;
  /** Index of the row that it hangs on. */
  readonly parent: number | null;
  /** The title first. */
  readonly pieces: readonly Piece[];
}

export interface Metrics {
  readonly width: number;
  /** The size of the text. */
  readonly em: number;
  /** How wide the text is when drawn as such a piece. */
  readonly measure: (text: string, kind: Piece['kind']) => number;
}

export interface PlacedPiece extends Piece {
  /** Left end, its icon included. */
  readonly x: number;
  /** Middle of its line. */
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PlacedPiece[];
  /** The line from the box that it hangs on, as the data of an SVG path; null at the top. */
  readonly link: string | null;
}

/** Room that is kept below a row, for what is told of it. */
export interface Gap {
  readonly below: number;
  readonly height: number;
}

export interface TreeLayout {
  readonly height: number;
  /** Where the gap begins; null where there is none. */
  readonly gap: number | null;
  readonly boxes: readonly Box[];
}

/** In units of the text size. */
const line = 1.5;
const padding = { block: 0.4, inline: 0.75 };
const between = { boxes: 0.5, pieces: 0.75 };
const widestIndent = 1.75;
/** A box is never narrower, however deep: the steps get smaller. */
const narrowestBox = 11;
/** From here on there is room for the look-ups at the right end, where they stand below each other. */
const roomForColumn = 18;
/** The icon of a problem or a mark, and the gap behind it. */
export const icon = { size: 1.125, room: 1.5 };

export const hasIcon = ({ kind }: Piece): boolean => kind === 'problem' || kind === 'mark';

/** The text without its middle, as long as fits; the whole text where that fits. */
export const shorten = (text: string, fits: (text: string) => boolean): string => {
  if (fits(text)) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const short = `${characters.slice(0, head).join('')}…${characters.slice(head - kept).join('')}`;
    if (fits(short)) return short;
  }
  return '…';
};

export const layOut = (
  rows: readonly OutlineRow[],
  { width, em, measure }: Metrics,
  wanted: Gap | null = null,
): TreeLayout => {
  const depth = Math.max(0, ...rows.map(({ level }) => level - 1));
  const indent = Math.max(0, Math.min(widestIndent * em, (width - narrowestBox * em) / Math.max(1, depth)));
  const inline = padding.inline * em;
  const isColumn = width - depth * indent - 2 * inline >= roomForColumn * em;
  const boxes: Box[] = [];
  let gap: number | null = null;
  let y = 0;
  for (const { level, parent, pieces } of rows) {
    const x = (level - 1) * indent;
    const box = { x, y, width: width - x };
    const placed = place(pieces, { ...box, em, measure, isColumn });
    const height = placed.lines * line * em + 2 * padding.block * em;
    const above = parent === null ? undefined : boxes[parent];
    const middle = y + (padding.block + line / 2) * em;
    const link = above === undefined ? null : `M${above.x + indent / 2} ${above.y + above.height}V${middle}H${x}`;
    boxes.push({ ...box, height, pieces: placed.pieces, link });
    y += height + between.boxes * em;
    if (wanted?.below !== boxes.length - 1) continue;
    gap = y;
    y += wanted.height + between.boxes * em;
  }
  return { height: Math.max(0, y - between.boxes * em), gap, boxes };
};

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly em: number;
  readonly measure: Metrics['measure'];
  readonly isColumn: boolean;
}

const place = (
  pieces: readonly Piece[],
  { x, y, width, em, measure, isColumn }: Room,
): { readonly pieces: readonly PlacedPiece[]; readonly lines: number } => {
  const left = x + padding.inline * em;
  const room = width - 2 * padding.inline * em;
  const widthOf = (piece: Piece, text: string): number =>
    measure(text, piece.kind) + (hasIcon(piece) ? icon.room * em : 0);
  const lookups = pieces.find(({ kind }) => kind === 'lookups');
  const column = isColumn && lookups !== undefined ? widthOf(lookups, lookups.text) : 0;
  const middleOf = (row: number): number => y + (padding.block + (row + 0.5) * line) * em;

  const placed: PlacedPiece[] = [];
  let [row, used] = [0, 0];
  for (const piece of pieces) {
    if (column > 0 && piece === lookups) {
      placed.push({ ...piece, x: left + room - column, y: middleOf(0) });
      continue;
    }
    const roomIn = (at: number): number => room - (at === 0 && column > 0 ? column + between.pieces * em : 0);
    const wanted = widthOf(piece, piece.text);
    if (used > 0 && used + wanted > roomIn(row)) [row, used] = [row + 1, 0];
    const text = shorten(piece.text, (short) => widthOf(piece, short) <= roomIn(row));
    placed.push({ ...piece, text, x: left + used, y: middleOf(row) });
    used += widthOf(piece, text) + between.pieces * em;
  }
  return { pieces: placed, lines: row + 1 };
};
