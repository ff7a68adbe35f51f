/** The pieces of a structured field (RFC 5322 section 3.2): words, quoted strings, comments, and the marks that divide them. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'comment' | 'mark';
  /** Of a quoted string and of a comment what stands within, without the backslashes of quoted pairs. */
  readonly text: string;
  /** Does white space stand before it? */
  readonly spaced: boolean;
  /** Offset in the value. */
  readonly start: number;
}

/** Tokens that are read of one field: none that means something has so many. */
const mostTokens = 5_000;

const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Where each comment and quoted string that is closed ends. One pass, whatever stands there. */
const closings = (text: string): ReadonlyMap<number, number> => {
  const ends = new Map<number, number>();
  const comments: number[] = [];
  let quote: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (quote !== undefined) {
      if (character !== '"') continue;
      ends.set(quote, at);
      quote = undefined;
    } else if (character === '(') comments.push(at);
    else if (character === ')') {
      const begun = comments.pop();
      if (begun !== undefined) ends.set(begun, at);
    } else if (character === '"' && comments.length === 0) quote = at;
  }
  return ends;
};

/**
 * @param value an unfolded field.
 * @param marks the characters that divide words.
 * @returns its tokens; what is not closed is text like other text.
 */
export const tokensOf = (value: string, marks: string): readonly Token[] => {
  const ends = closings(value);
  const tokens: Token[] = [];
  let spaced = false;
  for (let at = 0; at < value.length && tokens.length < mostTokens; ) {
    const start = at;
    const character = value.charAt(at);
    const end = ends.get(at);
    if (/\s/.test(character)) {
      spaced = true;
      at += 1;
      continue;
    }
    if (end !== undefined) {
      const kind = character === '(' ? 'comment' : 'quoted';
      tokens.push({ kind, text: unescaped(value.slice(at + 1, end)), spaced, start });
      at = end + 1;
    } else if (marks.includes(character)) {
      tokens.push({ kind: 'mark', text: character, spaced, start });
      at += 1;
    } else {
      at += 1;
      while (at < value.length && !ends.has(at) && !/\s/.test(value.charAt(at)) && !marks.includes(value.charAt(at)))
        at += 1;
      tokens.push({ kind: 'word', text: value.slice(start, at), spaced, start });
    }
    spaced = false;
  }
  return tokens;
};
