import type { Place } from '../findings.ts';
import { parseAddress } from '../networks.ts';
import { type Cleaned, clean } from './characters.ts';
import { bareValue, splitTerms, suggestMechanism } from './diagnosis.ts';
import type { SpfError, SpfRecord, Term } from './record.ts';
import { type Fault, readTerm } from './term.ts';

/** What was read last, by its text: a correction reads the same records many times, and every check those of known services. */
const lately = new Map<string, SpfRecord>();
/** Records that are kept, and the characters of one at most: of what strangers make as costly as they can, some 10 MB. */
const mostKept = 100;
const longestKept = 1_024;

/**
 * Reads an SPF record past every fault (RFC 7208 sections 4.6 and 12).
 *
 * @param text the whole text of a TXT record for which `isSpfRecord` holds, its strings joined.
 * @returns the terms in their order and every fault, each with its place in `text`.
 */
export const parse = (text: string): SpfRecord => {
  const record = lately.get(text) ?? read(text);
  if (lately.size >= mostKept) lately.clear();
  if (text.length <= longestKept) lately.set(text, record);
  return record;
};

const read = (text: string): SpfRecord => {
  const pieces = piecesOf(text);
  const readings = pieces.map((piece) => readPiece(piece));
  const terms = readings.flatMap(({ terms }) => terms);
  return { text, terms, errors: [...readings.flatMap(({ errors }) => errors), ...duplicateModifiers(terms)] };
};

/** The texts between the spaces behind `v=spf1`, two joined where a space stands inside a term: `include: host`. */
export const piecesOf = (text: string): readonly Place[] => {
  const pieces: Place[] = [];
  const from = 'v=spf1'.length;
  for (const { 0: term, index } of text.slice(from).matchAll(/[^ ]+/g)) {
    const piece = { term, start: from + index, end: from + index + term.length };
    const before = pieces.at(-1);
    if (before !== undefined && isCutOff(before.term, term))
      pieces[pieces.length - 1] = { term: text.slice(before.start, piece.end), start: before.start, end: piece.end };
    else pieces.push(piece);
  }
  return pieces;
};

/** Does a space stand inside a term: behind a qualifier, or behind a colon where no term of its own follows? */
const isCutOff = (before: string, next: string): boolean =>
  /^[+\-?~]$/.test(before) ||
  (/^(?:[+\-?~]?(?:include|a|mx|ptr|ip4|ip6|exists):|(?:redirect|exp)=)$/i.test(before) && !startsTerm(next));

const startsTerm = (text: string): boolean =>
  /^[+\-?~]?(?:all|a|mx|ptr)$|^[+\-?~]?[a-z][a-z0-9]*[:=]/i.test(text) &&
  parseAddress(text.replace(/\/\d+$/, '')) === undefined;

interface Reading {
  readonly terms: readonly Term[];
  readonly errors: readonly SpfError[];
}

const at = (place: Place, { code, args }: Fault): SpfError => ({ code, args: { ...args, ...place } }) as SpfError;

const readPiece = (place: Place): Reading => {
  const cleaned = clean(place.term);
  const words = wordsOf(cleaned.text);
  const cutOff = words.filter((word) => word.includes(' ')).map((word) => word.replaceAll(' ', ''));
  const faults = [
    ...characterFaults(cleaned),
    ...cutOff.map((suggestion): Fault => ({ code: 'SPF_SPACE_IN_TERM', args: { suggestion } })),
  ].map((fault) => at(place, fault));
  const readings = words.map((word) => readWord(word.replaceAll(' ', ''), place));
  return {
    terms: readings.flatMap(({ terms }) => terms),
    errors: [...faults, ...readings.flatMap(({ errors }) => errors)],
  };
};

/** The words of a piece, a space left in those where it stands inside a term. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/ +/).reduce<string[]>((words, word) => {
    const before = words.at(-1);
    if (before !== undefined && isCutOff(before, word)) words[words.length - 1] = `${before} ${word}`;
    else if (word !== '') words.push(word);
    return words;
  }, []);

const readWord = (word: string, place: Place): Reading => {
  const term = readTerm(word, place);
  if (term.ok) return { terms: [term.value], errors: [] };
  const parts = splitTerms(word);
  if (parts !== undefined)
    return {
      terms: parts.flatMap((part) => readWord(part, place).terms),
      errors: [at(place, { code: 'SPF_MISSING_SPACE', args: { parts } })],
    };
  // Letters that no term can have are told already; they alone may be why it cannot be read.
  const fault = /[^\0-\x7f]/.test(word) ? [] : [at(place, explain(term.fault, word))];
  return { terms: [{ kind: 'unreadable', ...place }], errors: fault };
};

const characterFaults = (cleaned: Cleaned): Fault[] => [
  ...(cleaned.invisible.length > 0
    ? [{ code: 'SPF_INVISIBLE_CHARACTER', args: { characters: cleaned.invisible } } as const]
    : []),
  ...(cleaned.lookalike.length > 0
    ? [{ code: 'SPF_LOOKALIKE_CHARACTER', args: { characters: cleaned.lookalike } } as const]
    : []),
  ...(cleaned.quote !== null ? [{ code: 'SPF_QUOTE', args: { character: cleaned.quote } } as const] : []),
  ...(cleaned.punctuation !== null
    ? [{ code: 'SPF_PUNCTUATION', args: { character: cleaned.punctuation } } as const]
    : []),
  ...(cleaned.nonAscii.length > 0 ? [{ code: 'SPF_NON_ASCII', args: { characters: cleaned.nonAscii } } as const] : []),
];

/** An unknown word, told apart: a host or an address that stands alone, a name one slip from a mechanism, neither. */
const explain = (fault: Fault, text: string): Fault => {
  if (fault.code !== 'SPF_UNKNOWN_MECHANISM') return fault;
  const bare = bareValue(text);
  if (bare !== undefined) return { code: 'SPF_BARE_VALUE', args: { suggestion: bare } };
  if (/=/.test(text)) return { code: 'SPF_BAD_MODIFIER', args: {} };
  return { code: 'SPF_UNKNOWN_MECHANISM', args: { ...fault.args, suggestion: suggestMechanism(text) } };
};

/** `redirect` and `exp` may each stand once (RFC 7208 section 6). */
const duplicateModifiers = (terms: readonly Term[]): readonly SpfError[] => {
  const seen = new Set<string>();
  return terms.flatMap((term): readonly SpfError[] => {
    if (term.kind !== 'redirect' && term.kind !== 'exp') return [];
    if (!seen.has(term.kind)) {
      seen.add(term.kind);
      return [];
    }
    const { term: text, start, end } = term;
    return [{ code: 'SPF_DUPLICATE_MODIFIER', args: { modifier: term.kind, term: text, start, end } }];
  });
};
