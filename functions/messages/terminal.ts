/** Lines of a terminal or a plain mail. */

const width = 80;
export const indent = '  ';

/** ANSI (ECMA-48) codes. */
export const bold = 1;
export const red = 31;
export const green = 32;

export type Paint = (code: number, text: string) => string;
export const ansi: Paint = (code, text) => `\u001b[${code}m${text}\u001b[0m`;
export const plain: Paint = (_, text) => text;

/** Breaks at spaces; a longer word stands alone on its line. */
export const wrap = (text: string, margin: string, firstMargin: string = margin): readonly string[] => {
  const lines: string[] = [];
  let line = firstMargin;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = margin;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
};
