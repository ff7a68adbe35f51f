import { severities } from '../../findings.ts';
import { effectiveRedirect, isAll, maxLookups, maxVoids, type Qualifier } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { isBounded, lookupsOf, termsOf, tooLongOf, unansweredOf, voidCounts } from '../tally.ts';
import { treeFindings } from '../tree-rules.ts';

/** What a surveyed record is fit for. */

/** Something of it could not be asked or read, or was not answered. */
export const isUnknown = (tree: SurveyNode): boolean =>
  unansweredOf(tree).length > 0 || isBounded(tree) || tooLongOf(tree).length > 0;

/** RFC 7208 section 4.6.4. */
export const isOverLimit = (tree: SurveyNode): boolean => {
  const { ip4, ip6 } = voidCounts(tree);
  return lookupsOf(tree) > maxLookups || ip4 > maxVoids || ip6 > maxVoids;
};

const graveFindings = (tree: SurveyNode) => treeFindings(tree).filter(({ code }) => severities[code] === 'error');

/** Without a fault that spoils the record, in its own text or below it. */
export const isSound = (tree: SurveyNode): boolean => graveFindings(tree).length === 0;

/** The names below whose records spoil the whole. */
export const brokenNames = (tree: SurveyNode): readonly string[] => [
  ...new Set(
    graveFindings(tree).flatMap(({ args }) =>
      'domain' in args && args.domain !== tree.name ? [args.domain] : 'name' in args ? [args.name] : [],
    ),
  ),
];

/** Does it say what strangers get? */
export const hasEnd = (tree: SurveyNode): boolean =>
  tree.state.kind === 'record' &&
  (tree.state.record.terms.some(isAll) || effectiveRedirect(tree.state.record) !== undefined);

/**
 * What a sender gets whom no other term holds, told as a qualifier: of the first `all`, else of what the record redirects
 * to, else neutral (RFC 7208 section 4.7). Undefined where that leads to no record.
 */
export const strangersQualifier = (tree: SurveyNode): Qualifier | undefined => {
  if (tree.state.kind !== 'record') return undefined;
  const terms = termsOf(tree);
  const all = terms.map(({ term }) => term).find(isAll);
  if (all !== undefined) return all.qualifier;
  const redirect = terms.find(({ term }) => term.kind === 'redirect');
  if (redirect === undefined) return '?';
  return redirect.child === null ? undefined : strangersQualifier(redirect.child);
};
