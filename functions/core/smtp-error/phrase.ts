/** A phrase that decides, and where it stands. Both of its steps take time in proportion to the text, whatever the text is. */

/** A range of a text; `text` is what stands there. */
export interface Place {
  /** UTF-16 code units from the beginning of the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands in the place of a secret while a text is read: no phrase holds it, and no gap goes over it. */
export const blank = '\u0001';

/** Where lines are broken, and quoted in a reply, words stay together. */
const between = '[\\s>]{1,8}';
const gap = `[^\\r\\n${blank}]{0,80}?`;

export interface Phrase {
  /** Its beginning, by which it is looked for. */
  readonly anchor: string;
  /** The whole of it, from where the anchor stands. */
  readonly pattern: RegExp;
}

/**
 * @param phrase lower case words. A space is any white space, ` .. ` are at most 80 characters of the same line.
 */
export const phraseOf = (phrase: string): Phrase => {
  const source = phrase
    .split(' .. ')
    .map((words) => words.split(' ').map(literally).join(between))
    .join(gap);
  const [anchor = ''] = phrase.split(' ');
  return { anchor, pattern: new RegExp(source, 'y') };
};

/** `RegExp.escape` is newer than some browsers that are reached. */
const literally = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Lower case of what English is written with, so that every place stays what it was. */
export const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());

const isWord = /[a-z\d]/;

/**
 * The first place of the phrase where it does not begin within a word.
 *
 * @param lower a text in lower case.
 */
export const findPhrase = (lower: string, { anchor, pattern }: Phrase): { start: number; end: number } | null => {
  const begins = isWord.test(anchor[0] ?? '');
  for (let at = lower.indexOf(anchor); at !== -1; at = lower.indexOf(anchor, at + 1)) {
    if (begins && at > 0 && isWord.test(lower[at - 1] ?? '')) continue;
    pattern.lastIndex = at;
    if (pattern.test(lower)) return { start: at, end: pattern.lastIndex };
  }
  return null;
};
