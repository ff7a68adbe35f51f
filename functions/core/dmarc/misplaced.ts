import type { Answer, Resolver } from '../resolver.ts';
import { type Seen, seenIn } from '../seen.ts';
import { ownTextsAt } from '../wildcard.ts';
import { type Discovery, meantAt } from './discover.ts';
import { isMeantAsDmarc, parseDmarc } from './parse.ts';

/** A text that was meant for `_dmarc.DOMAIN` and stands where no receiver looks. */
export interface Misplaced {
  /** The name that it was found at. */
  readonly found: string;
  readonly text: string;
  /** It was reached through a CNAME, and belongs to somebody else. */
  readonly isBorrowed: boolean;
}

/**
 * Where the domain's record may have gone instead.
 *
 * @param domain ASCII; `apex`: its own TXT records, which other checks ask for anyway.
 * @returns nothing of a domain that has a record, and nothing of a name that does not answer: that `_dmarc.DOMAIN` has
 *   none is known already.
 */
export const seekMisplaced = async (
  domain: string,
  discovery: Discovery,
  apex: Answer<'TXT'>,
  resolver: Resolver,
): Promise<readonly Misplaced[]> => {
  if (discovery.kind === 'own' || discovery.kind === 'unanswered') return [];
  const atApex = textsIn(domain, seenIn(apex)).filter(({ text }) => isMeantAsDmarc(parseDmarc(text)));
  const { own } = discovery;
  if (own.kind === 'failed' || meantAt(own).length > 0) return atApex;
  const atSlips = await Promise.all(slips(domain).map((name) => seekAt(name, resolver)));
  return [...atApex, ...atSlips.flat()];
};

const textsIn = (found: string, { cname, texts }: Seen): readonly Misplaced[] =>
  texts.map((text) => ({ found, text, isBorrowed: cname.length > 0 }));

/** The domain appended by the DNS host, the underscore lost, below www. */
const slips = (domain: string): readonly string[] => [
  `_dmarc.${domain}.${domain}`,
  `dmarc.${domain}`,
  `_dmarc.www.${domain}`,
];

/** A record, and not just what resembles one: other things may stand at these names by right. */
const seekAt = async (name: string, resolver: Resolver): Promise<readonly Misplaced[]> =>
  textsIn(name, await ownTextsAt(name, (text) => parseDmarc(text).record !== null, resolver));
