/** How heavy a text is to read: its sentences, its words, and LIX over both (C.-H. Björnsson, «Läsbarhet», 1968). */

/** A quoted value is whole; a day of the month («6. mai») and the time of day («kl. 14:05») go on past their dots. */
const notAnEnd = /«[^»]*»|“[^”]*”|\d\.(?=\s\p{Ll})|\bkl\.(?=\s\d)/gu;
const end = /(?<=[.!?]\)?)\s+/;

/** What stands between one end (`.`, `!` or `?` before white space) and the next. A colon and a semicolon are no ends. */
export const sentences = (text: string): readonly string[] => {
  const kept: string[] = [];
  const masked = text.trim().replace(notAnEnd, (part) => `\u{e000}${kept.push(part) - 1}\u{e001}`);
  const restore = (sentence: string): string =>
    sentence.replace(/\u{e000}(\d+)\u{e001}/gu, (_, index: string) => kept[Number(index)] ?? '');
  return masked === '' ? [] : masked.split(end).map(restore);
};

/** What white space parts, with its marks; what has neither letter nor digit, such as an arrow, is no word. */
export const words = (text: string): readonly string[] => text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];

const letters = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;

/** Words per sentence, and the words of more than six letters in a hundred. Up to 40 reads with ease; 0 where there are no words. */
export const lix = (text: string): number => {
  const all = words(text);
  if (all.length === 0) return 0;
  const long = all.filter((word) => letters(word) > 6);
  return all.length / sentences(text).length + (100 * long.length) / all.length;
};
