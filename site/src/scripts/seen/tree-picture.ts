import { part } from '../parts.ts';
import { nodeDetails } from './node-details.ts';
import { svg } from './svg.ts';
import { nameOf, ownInclude, problemWords, rowSentence, type Telling } from './told.ts';
import { type Box, hasIcon, icon, layOut, type OutlineRow, type Piece, type PlacedPiece } from './tree-layout.ts';
import { gravest, rowByKey, type TreeRow } from './tree-rows.ts';

/**
 * The outline, drawn for its width and text size, and drawn anew when either changes. It is a tree of ARIA: one item is in the
 * tab order, the arrow keys go on from there. What is told of the row that is selected opens below it.
 *
 * @param place holds the parts of the picture; its width is the picture's.
 */
export const drawTree = (place: HTMLElement, rows: readonly TreeRow[], telling: Telling): void => {
  const picture = part(place, 'seen-drawing', SVGElement);
  const links = part(picture, 'seen-links', SVGElement);
  const panel = part(place, 'seen-panel', HTMLElement);
  const outline = rows.map((row) => outlineRow(row, telling));
  const items = rows.map((row) => treeItem(row, telling));
  items[0]?.setAttribute('tabindex', '0');
  picture.append(...items);
  let selected = -1;
  let drawnFor = '';

  const draw = (): void => {
    const style = getComputedStyle(place);
    const [{ width }, em] = [place.getBoundingClientRect(), Number.parseFloat(style.fontSize)];
    const gap = selected < 0 ? null : { below: selected, height: panel.offsetHeight };
    const needed = [width, em, selected, gap?.height].join();
    if (width === 0 || needed === drawnFor) return;
    drawnFor = needed;
    const layout = layOut(outline, { width, em, measure: measuring(style) }, gap);
    // On paper the page may be narrower: there the picture is scaled to fit.
    picture.setAttribute('viewBox', `0 0 ${width} ${layout.height}`);
    panel.style.top = `${layout.gap ?? 0}px`;
    links.replaceChildren(...layout.boxes.flatMap((box, i) => linkTo(rows[i], box)));
    layout.boxes.forEach((box, i) => {
      const row = rows[i];
      if (row !== undefined) items[i]?.lastElementChild?.replaceChildren(...drawing(row, box, em));
    });
  };
  const observer = new ResizeObserver(draw);
  observer.observe(place);
  observer.observe(panel);

  /** @param index of a row; -1 for none. */
  const select = (index: number): void => {
    selected = index;
    items.forEach((item, i) => {
      item.setAttribute('aria-selected', String(i === index));
    });
    const row = rows[index];
    panel.replaceChildren(...(row === undefined ? [] : [nodeDetails(row, telling)]));
    draw();
  };
  select(-1);

  const rowOf = ({ target }: Event): number =>
    items.findIndex((item) => target instanceof Node && item.contains(target));
  const toggle = (event: Event): void => {
    const index = rowOf(event);
    if (index < 0) return;
    select(index === selected ? -1 : index);
    items[index]?.focus();
  };
  picture.addEventListener('click', toggle);
  // An SVG element that listens for the focus takes it itself in Chromium, so the picture does not listen.
  place.addEventListener('focusin', (event) => {
    if (rowOf(event) < 0) return;
    for (const item of items) item.setAttribute('tabindex', item === event.target ? '0' : '-1');
  });
  picture.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = rowByKey(event.key, rowOf(event), rows);
    if (next !== undefined) {
      select(next);
      items[next]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') toggle(event);
    else return;
    event.preventDefault();
  });
};

const outlineRow = (row: TreeRow, { words, seen }: Telling): OutlineRow => {
  const isNode = row.kind === 'node';
  const [title, name] = isNode ? [row.node.service, nameOf(row.node)] : [seen.lacks[row.lack], ownInclude];
  return {
    level: row.level,
    parent: row.parent,
    pieces: [
      ...piece('title', title ?? name),
      ...piece('name', title && name),
      ...piece('lookups', isNode ? seen.lookups(row.lookups) : null),
      ...piece('problem', problemWords(row, words)),
      ...piece('mark', isNode && row.mark !== null ? seen.marks[row.mark] : null),
    ],
  };
};

const piece = (kind: Piece['kind'], text: string | null): readonly Piece[] => (text === null ? [] : [{ kind, text }]);

/** What the styles tell apart. */
const markOf = (row: TreeRow): string | null => (row.kind === 'node' ? row.mark : row.kind);

/** Its title says it all, and to the pointer too where a name is shortened; what is drawn is for the eye. */
const treeItem = (row: TreeRow, telling: Telling): SVGElement =>
  svg(
    'g',
    {
      role: 'treeitem',
      'aria-level': row.level,
      'aria-posinset': row.place,
      'aria-setsize': row.of,
      'data-mark': markOf(row),
      'data-severity': gravest(row)?.severity ?? null,
      tabindex: -1,
    },
    svg('title', {}, rowSentence(row, telling)),
    svg('g', { 'aria-hidden': 'true' }),
  );

/** Titles are bold, see the styles of SpfSeen.astro. */
const measuring = (style: CSSStyleDeclaration): ((text: string, kind: Piece['kind']) => number) => {
  const context = document.createElement('canvas').getContext('2d');
  return (text, kind) => {
    if (context === null) return text.length * 10;
    context.font = `${kind === 'title' ? 600 : style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return context.measureText(text).width;
  };
};

const linkTo = (row: TreeRow | undefined, { link }: Box): readonly SVGElement[] => {
  if (link === null || row === undefined) return [];
  return [svg('path', { d: link, 'data-mark': markOf(row) })];
};

const drawing = (row: TreeRow, { x, y, width, height, pieces }: Box, em: number): readonly SVGElement[] => [
  svg('rect', { x: x + 1, y: y + 1, width: width - 2, height: height - 2, rx: em / 3 }),
  ...pieces.flatMap((piece) => drawPiece(row, piece, em)),
];

const drawPiece = (row: TreeRow, piece: PlacedPiece, em: number): readonly SVGElement[] => {
  const { kind, text, x, y } = piece;
  const start = hasIcon(piece) ? x + icon.room * em : x;
  const written = svg('text', { class: kind, x: start, y, 'dominant-baseline': 'central' }, text);
  if (!hasIcon(piece)) return [written];
  const size = icon.size * em;
  const at = { class: kind, x, y: y - size / 2, width: size, height: size };
  const shape = kind === 'mark' ? 'seen-place' : `mark-${gravest(row)?.severity}`;
  return [svg('use', { ...at, href: `#${shape}` }), written];
};
