/** How the name that a CNAME points to stands to the one that it should point to. */
export type Relation =
  | 'right'
  /** The DNS host took the target for a name below the zone and appended the zone. */
  | 'doubled'
  /** One or two slips away, or a piece too few or too many. */
  | 'typo'
  | 'other';

const mostSlips = 2;

/**
 * @param found the name that the CNAME points to; ASCII, lower case, without a final dot, like the others.
 * @param target where it should point.
 * @param domain the domain that the CNAME stands below.
 */
export const relate = (found: string, target: string, domain: string): Relation => {
  if (found === target) return 'right';
  if (found.startsWith(`${target}.`) && isZoneOf(domain, found.slice(target.length + 1))) return 'doubled';
  const pieceTooFew = found.includes('.') && target.endsWith(`.${found}`);
  const pieceTooMany = found.endsWith(`.${target}`);
  return pieceTooFew || pieceTooMany || editDistance(found, target) <= mostSlips ? 'typo' : 'other';
};

/** Could the domain's records stand in the zone `apex`? A top-level domain is nobody's zone. */
const isZoneOf = (domain: string, apex: string): boolean =>
  apex.includes('.') && (domain === apex || domain.endsWith(`.${apex}`));

/** Levenshtein: the fewest characters to put in, take out or exchange. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, character] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const exchanged = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** What may stand around the target in a text that was meant as a CNAME: quotes, a `p=`, a whole line of a zone file. */
const around = /[\s"'`“”«»\\=;]+/u;

/** Is the text of a TXT record a CNAME's: `mab._domainkey.mab.no.`, `CNAME mab._domainkey.mab.no`, `"MAB._domainkey.mab.no"`? */
export const isCnameText = (text: string, target: string, domain: string): boolean => {
  const words = text.toLowerCase().split(around).filter(Boolean);
  return relate(words.at(-1)?.replace(/\.$/, '') ?? '', target, domain) !== 'other';
};
