import { isNear } from '../edit-distance.ts';

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
  return pieceTooFew || pieceTooMany || isNear(found, target, mostSlips) ? 'typo' : 'other';
};

/** Could the domain's records stand in the zone `apex`? A top-level domain is nobody's zone. */
const isZoneOf = (domain: string, apex: string): boolean =>
  apex.includes('.') && (domain === apex || domain.endsWith(`.${apex}`));

/** What may stand around the target in a text that was meant as a CNAME: quotes, a `p=`, a whole line of a zone file. */
const around = /[\s"'`“”«»\\=;]+/u;

/** Is the text of a TXT record a CNAME's: `mab._domainkey.mab.no.`, `CNAME mab._domainkey.mab.no`, `"MAB._domainkey.mab.no"`? */
export const isCnameText = (text: string, target: string, domain: string): boolean => {
  const words = text.toLowerCase().split(around).filter(Boolean);
  return relate(words.at(-1)?.replace(/\.$/, '') ?? '', target, domain) !== 'other';
};
