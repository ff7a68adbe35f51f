import { mailDomainAtEnd } from './mail-domains.ts';
import { type Mended, mend, type Reading, wrong } from './reading.ts';

/** Written in words, so that robots do not find it; or half of a comment that some web pages show. */
const inWords = /\s*[([{](?:a|at|alfa|krøllalfa|alfakrøll)[)\]}]\s*|(?<=\S)\s+(?:at|krøllalfa|alfakrøll)\s+(?=\S)/gi;

/** On a Norwegian keyboard `"` is Shift and 2, where AltGr and 2 is `@`. */
const quote = /(?<=^[^"\s]+)"(?=[^"\s]+\.[^"\s]+$)/g;

/** The full stop before the last two labels, but where those are of a country's own kind: `co.uk`. */
const dotBeforeDomain = /(?<=[^.\s])\.(?=(?!(?:co|com|org|net|ac|gov)\.)[^.,\s]+[.,][^.,\s]{2,}$)/g;

/** @param reading without an @. What is put in is a guess. */
const withAt = (reading: Reading): Mended => {
  for (const pattern of [inWords, quote]) {
    if ((reading.text.match(pattern) ?? []).length === 1) return mend(reading, pattern, 'NO_AT', () => '@');
  }
  const domain = mailDomainAtEnd(reading.text);
  if (domain !== null) {
    const end = new RegExp(`(?<=[^.\\s])\\.?${domain.replace('.', '\\.')}$`, 'gi');
    const mended = mend(reading, end, 'NO_AT', (found) => `@${found.replace(/^\./, '')}`);
    if (mended.problems.length > 0) return mended;
  }
  const mended = mend(reading, dotBeforeDomain, 'NO_AT', () => '@');
  return mended.problems.length > 0 ? mended : { reading, problems: [wrong('NO_AT', reading)] };
};

/** Of several, those that cannot be meant: at an end, or beside a full stop. */
const isStray = (text: string, at: number): boolean =>
  at === 0 || at === text.length - 1 || text[at - 1] === '.' || text[at + 1] === '.';

/** @param reading with several, none beside another. Those that surely are too many go; else all but the last are marked. */
const withoutStrays = (reading: Reading): Mended => {
  const { text } = reading;
  const places = [...text.matchAll(/@/g)].map(({ index }) => index);
  if (places.length < 2) return { reading, problems: [] };
  const isOneLeft = places.filter((at) => !isStray(text, at)).length === 1;
  if (isOneLeft) return mend(reading, /(?:^|(?<=\.))@|@(?=\.|$)/g, 'SEVERAL_AT', () => '');
  return mend(reading, /@(?=.*@)/gs, 'SEVERAL_AT', () => null);
};

/** The one @ that an address has: put in where it can be known, and others taken away. */
export const oneAt = (reading: Reading): Mended => {
  if (!reading.text.includes('@')) return withAt(reading);
  const single = mend(reading, /(?<=@)[@\s]*@/g, 'SEVERAL_AT', () => '');
  const mended = withoutStrays(single.reading);
  return { reading: mended.reading, problems: [...single.problems, ...mended.problems] };
};
