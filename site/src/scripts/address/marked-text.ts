import type { AddressProblem } from '#core/address/problems.ts';
import { visibleText } from '#messages/visible.ts';

/** The text as typed, with the places of all problems in `<mark>`. What a screen does not show is named in its place. */
export const markedText = (text: string, problems: readonly AddressProblem[]): readonly (Text | HTMLElement)[] => {
  const pieces: (Text | HTMLElement)[] = [];
  let read = 0;
  const put = (to: number): void => {
    if (to > read) pieces.push(document.createTextNode(visibleText(text.slice(read, to))));
  };
  for (const { start, end } of together(problems)) {
    put(start);
    const mark = document.createElement('mark');
    mark.textContent = visibleText(text.slice(start, end));
    pieces.push(mark);
    read = end;
  }
  put(text.length);
  return pieces;
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges that meet become one. */
const together = (problems: readonly AddressProblem[]): readonly Range[] => {
  const ranges: Range[] = [];
  for (const { start, end } of problems.toSorted((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last === undefined || start > last.end) ranges.push({ start, end });
    else ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return ranges;
};
