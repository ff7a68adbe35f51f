/** Characters that a term of an SPF record cannot hold, and what a term with them was meant to be. */

/** Quotation marks, straight and typographic: the DNS host's own form adds them, people paste them along. */
const quotes = /["'`´‘’‚‛“”„‟«»‹›]/gu;

/** White space other than the space: it was meant to part two terms. */
const otherSpace = /(?! )[\p{Z}\t\n\v\f\r]+/gu;

/** That, marks that are not seen, control characters. */
const invisible = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** Characters that stand for one of ASCII. */
const lookalikes: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'‐‑‒–—―−﹣－'].map((dash) => [dash, '-'])),
  ...Object.fromEntries([...'：﹕∶'].map((colon) => [colon, ':'])),
  ...Object.fromEntries([...'∼～˜'].map((tilde) => [tilde, '~'])),
  '．': '.',
  '。': '.',
  '／': '/',
  '＝': '=',
  '＿': '_',
  '；': ';',
  '，': ',',
};

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export interface Cleaned {
  /** The term without what does not belong in it; with a space where other white space stood. */
  readonly text: string;
  readonly quote: string | null;
  /** Code points, `U+200E`. */
  readonly invisible: readonly string[];
  /** The characters themselves. */
  readonly lookalike: readonly string[];
  readonly nonAscii: readonly string[];
  /** `;` or `,` at the end. */
  readonly punctuation: string | null;
}

const unique = (items: Iterable<string>): readonly string[] => [...new Set(items)];

/** Nearly every term: printable ASCII without a quote, and no punctuation at its end. */
const sound = /^[!#-&(-_a-~]*[!#-&(-+\--:<-_a-~]$/;

/** @param term a piece of a record between spaces, as DNS gave it. */
export const clean = (term: string): Cleaned => {
  if (sound.test(term))
    return { text: term, quote: null, invisible: [], lookalike: [], nonAscii: [], punctuation: null };
  const unseen = unique(term.match(invisible) ?? []).map(codePoint);
  const seen = term.replace(otherSpace, ' ').replace(invisible, '');
  const lookalike = unique([...seen].filter((character) => lookalikes[character] !== undefined));
  const plain = [...seen].map((character) => lookalikes[character] ?? character).join('');
  const quote = plain.match(quotes)?.[0] ?? null;
  const unquoted = plain.replace(quotes, '').trim();
  const punctuation = /[;,]+$/.exec(unquoted)?.[0][0] ?? null;
  const text = unquoted.replace(/[;,]+$/, '').trim();
  return {
    text,
    quote,
    invisible: unseen,
    lookalike,
    nonAscii: unique(text.match(/[^\0-\x7f]/gu) ?? []),
    punctuation,
  };
};
