/** Does the text begin with a quotation mark, of whatever kind? Some panels keep those that were typed around a value. */
export const startsWithQuote = (text: string): boolean => /^\s*["'“”„‘’«»]/u.test(text);
