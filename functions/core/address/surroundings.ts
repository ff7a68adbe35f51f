import { type Mended, mend, mendAll, type Reading } from './reading.ts';

/** What comes along from web pages and mail programs and is not seen; white space has a rule of its own. */
const invisible = /(?:(?![\t-\r])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800])+/gu;

/** Of East Asian width, as some keyboards write them; and the full stop of those scripts. */
const wide = /[\uff01-\uff5e。｡]/g;
const narrow = (character: string): string =>
  /[。｡]/.test(character) ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** What may stand around an address, and is none of it. */
const surroundings: readonly RegExp[] = [
  /^\s+|\s+$/g,
  /^(?:e-?post|e-?mail|mail|til|to|fra|from)\s*:\s*/gi,
  // With what a link says of the mail: `?subject=…` (RFC 6068 section 2).
  /^mailto:|(?<=^mailto:[^?]*)\?.*$/gis,
  /^[^<>]*<(?=[^<>]+>[^<>@]*$)|(?<=^[^<>]*<[^<>]+)>[^<>@]*$/g,
  /^["'«“”‘’„`([{](?=.+["'»“”‘’`)\]}]$)|(?<=^["'«“”‘’„`([{].+)["'»“”‘’`)\]}]$/gs,
  /(?<=@.*)\s*\([^()@]*\)$/gs,
  // Its other half is not there, or is not copied.
  /^[<"«“„([{]+(?![^>"»“”)\]}]*[>"»“”)\]}])|[>"»”,;:!?)]+$/g,
];

/** One thing may stand within another: a name, angle brackets, quotation marks, a link. What is deeper is nobody's address. */
const mostRounds = 6;

/** Takes away what stands around an address, until nothing does. */
export const bare = (reading: Reading): Mended => {
  const first = mendAll(reading, [
    (one) => mend(one, invisible, 'INVISIBLE', () => ''),
    (one) => mend(one, wide, 'FORBIDDEN_CHARACTER', narrow),
  ]);
  const problems = [...first.problems];
  let { reading: rest } = first;
  for (let round = 0; round < mostRounds; round++) {
    const next = mendAll(
      rest,
      surroundings.map((pattern) => (one: Reading) => mend(one, pattern, 'AROUND', () => '')),
    );
    problems.push(...next.problems);
    if (next.problems.length === 0) break;
    rest = next.reading;
  }
  return { reading: rest, problems };
};

/** Could these be addresses? With a full stop in the domain, what holds it can hardly be anything else. */
const likeAddress = /[^@]@[^@]/;
const plainAddress = /^[^@\s]+@[^@\s]+\.[^@.\s]+$/;

/** What parts several addresses: where both sides are whole, and surely. */
const separators = [
  [/[;|\s,/]+/g, plainAddress],
  [/[;|\s]+/g, likeAddress],
] as const;

/** The places between the addresses, in the reading; none where there is no more than one. */
export const betweenAddresses = ({ text }: Reading): readonly (readonly [from: number, to: number])[] => {
  for (const [separator, address] of separators) {
    const found: [from: number, to: number][] = [];
    let begin = 0;
    for (const { 0: gap, index } of [...text.matchAll(separator), { 0: '', index: text.length }]) {
      if (address.test(text.slice(begin, index))) found.push([begin, index]);
      begin = index + gap.length;
    }
    if (found.length > 1) return found.slice(1).map(([from], nth) => [found[nth]?.[1] ?? from, from]);
  }
  return [];
};
