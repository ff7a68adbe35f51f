import { isAtOrBelow } from '../domain.ts';
import { scanTags } from '../tag-list.ts';
import type { Alignment, HeaderField, MethodResult, Relation, Signature, Verdict } from './reading.ts';
import { domainOf, type Judged } from './verdicts.ts';

/** Signatures that are read of one mail. */
const mostSignatures = 50;

/** Identifier alignment of DMARC (RFC 9989), as far as two names tell it. */
export const relationOf = (domain: string, from: string | null): Relation => {
  if (from === null) return 'other';
  if (domain === from) return 'same';
  return isAtOrBelow(domain, from) || isAtOrBelow(from, domain) ? 'related' : 'other';
};

const nearness: readonly Relation[] = ['same', 'related', 'other'];

/** The best aligned DKIM result, since that is what DMARC looks for; of equals one that passed; null where there is none. */
export const bestOf = (results: readonly Verdict[], from: string | null): Verdict | null => {
  const rank = ({ domain, result }: Verdict): number =>
    2 * nearness.indexOf(domain === null ? 'other' : relationOf(domain, from)) + (result === 'pass' ? 0 : 1);
  return results.reduce<Verdict | null>((best, one) => (best === null || rank(one) < rank(best) ? one : best), null);
};

const resultFor = (domain: string, selector: string | null, results: readonly Verdict[]): MethodResult | null => {
  const own = results.filter((result) => result.domain === domain);
  const exact = own.find((result) => result.selector !== null && result.selector === selector);
  const [only, another] = own.filter((result) => result.selector === null || selector === null);
  return exact?.result ?? (another === undefined ? only?.result : undefined) ?? null;
};

const signaturesOf = (
  fields: readonly HeaderField[],
  from: string | null,
  results: readonly Verdict[],
): readonly Signature[] =>
  fields
    .filter(({ name }) => /^dkim-signature$/i.test(name))
    .slice(0, mostSignatures)
    .flatMap(({ value, start, end }) => {
      // A whole tag list is read once: names are case-sensitive, and white space within a domain is none of it.
      const { tags } = scanTags(value);
      const tag = (name: string): string | null =>
        tags
          .find((one) => one.name === name)
          ?.value.replace(/\s+/g, '')
          .toLowerCase() || null;
      const domain = tag('d');
      if (domain === null) return [];
      const selector = tag('s');
      const result = resultFor(domain, selector, results);
      return [{ domain, selector, algorithm: tag('a'), relation: relationOf(domain, from), result, start, end }];
    });

/**
 * Who the parts of the mail say that it is from, beside From.
 *
 * @param from the domain of From, lower case.
 * @param returnPath the address of Return-Path.
 */
export const align = (
  fields: readonly HeaderField[],
  { mailFrom, dkim }: Judged,
  from: string | null,
  returnPath: string | null,
): Alignment => {
  const judged = domainOf(mailFrom?.text);
  const returned = domainOf(returnPath ?? undefined);
  const domain = judged ?? returned;
  const source = judged === null || mailFrom === null ? 'return_path' : mailFrom.source;
  return {
    from,
    mailFrom: domain === null ? null : { domain, relation: relationOf(domain, from), source },
    signatures: signaturesOf(fields, from, dkim),
  };
};

/** Does the mail carry no signature? Where the receiver judged one, its field is only not among what was pasted. */
export const isUnsigned = ({ signatures }: Alignment, dkim: Verdict | null): boolean =>
  signatures.length === 0 && (dkim === null || dkim.result === 'none');
