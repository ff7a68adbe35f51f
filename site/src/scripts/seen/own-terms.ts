import type { SpfNode } from '#core/report.ts';

/** A term of the domain's own record that costs look-ups. */
export interface OwnTerm {
  readonly term: string;
  readonly service: string | null;
  /** Its own look-up and all that follow from it. */
  readonly lookups: number;
}

/** A term that costs a look-up without leading to another record, as far as its text tells (RFC 7208 section 4.6.4). */
const costly = /^[+?~-]?(?:(?:include|exists):|(?:a|mx|ptr)(?:[:/]|$))/i;

/**
 * What the look-ups of the record go to, term by term, in the order of the record.
 *
 * Their sum is that of the tree, always: where the text alone does not tell which terms the rest belongs to, it comes last with
 * an empty term.
 */
export const ownTerms = ({ record, children, lookups }: SpfNode): readonly OwnTerm[] => {
  const found: OwnTerm[] = [];
  let rest = lookups - children.reduce((sum, child) => sum + child.lookups + 1, 0);
  const scan = (text: string): void => {
    for (const term of text.split(' ')) {
      if (rest === 0 || !costly.test(term)) continue;
      found.push({ term, service: null, lookups: 1 });
      rest -= 1;
    }
  };
  let text = ` ${record ?? ''} `;
  for (const { term, via, service, lookups } of children) {
    // A redirect may stand anywhere, and is followed last (RFC 7208 section 6.1).
    const start = via === 'redirect' ? text.length : text.indexOf(` ${term} `);
    if (start >= 0) {
      scan(text.slice(0, start));
      text = text.slice(start + ` ${term}`.length);
    }
    found.push({ term: term ?? '', service, lookups: lookups + 1 });
  }
  scan(text);
  return rest > 0 ? [...found, { term: '', service: null, lookups: rest }] : found;
};
