/** RFC 2047 section 2: charset, RFC 2231's language behind it, `Q` or `B`, text. An encoded word has at most 75 characters; longer ones are in use. */
const encodedWord = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([qb])\?([^?\s]{0,2000})\?=/gi;

const octetsOf = (encoding: string, text: string): Uint8Array => {
  if (encoding.toLowerCase() === 'b') return fromBase64(text);
  const octets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const escaped = /^=([0-9a-f]{2})/i.exec(text.slice(at, at + 3))?.[1];
    octets.push(
      escaped === undefined ? (text[at] === '_' ? 0x20 : text.charCodeAt(at) & 0xff) : Number.parseInt(escaped, 16),
    );
    if (escaped !== undefined) at += 2;
  }
  return Uint8Array.from(octets);
};

/** What is no character of Base64 is passed over, and the padding may be missing (RFC 2045 section 6.8). */
const fromBase64 = (text: string): Uint8Array => {
  const clean = text.replace(/[^a-z0-9+/]/gi, '');
  // A last group of one character holds no octet.
  const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
};

/** Undefined where the charset is unknown. */
const decoderOf = (charset: string) => {
  try {
    return new TextDecoder(charset);
  } catch {
    // TextDecoder throws a RangeError for a name that is none of its encodings.
    return undefined;
  }
};

interface Word {
  readonly charset: string;
  readonly octets: Uint8Array;
  readonly written: string;
}

const decodeWords = (words: readonly Word[]): string => {
  const decoder = decoderOf(words[0]?.charset ?? '');
  if (decoder === undefined) return words.map(({ written }) => written).join(' ');
  return decoder.decode(Uint8Array.from(words.flatMap(({ octets }) => [...octets])));
};

/**
 * Text of a field with its encoded words decoded. Words of one charset that follow each other are decoded as one, since some
 * programs divide a character between two. An unknown charset leaves the word as it is; octets that are no text become U+FFFD.
 */
export const decodeEncodedWords = (text: string): string => {
  if (!text.includes('=?')) return text;
  let [made, from] = ['', 0];
  let run: Word[] = [];
  const flush = () => {
    if (run.length > 0) made += decodeWords(run);
    run = [];
  };
  for (const found of text.matchAll(encodedWord)) {
    const [written, charset = '', encoding = '', encoded = ''] = found;
    const between = text.slice(from, found.index);
    // White space between two encoded words is no text (RFC 2047 section 6.2).
    const joined = run.length > 0 && between.trim() === '';
    if (!joined || run[0]?.charset.toLowerCase() !== charset.toLowerCase()) flush();
    if (!joined) made += between;
    from = found.index + written.length;
    run.push({ charset, octets: octetsOf(encoding, encoded), written });
  }
  flush();
  return made + text.slice(from);
};
