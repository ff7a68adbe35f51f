import { severities } from '../../findings.ts';
import { effectiveRedirect, isAll, maxLookups, maxVoids } from '../record.ts';
import type { SurveyNode } from '../survey.ts';
import { isBounded, lookupsOf, unansweredOf, voidCounts } from '../tally.ts';
import { treeFindings } from '../tree-rules.ts';

/** What a surveyed record is fit for. */

/** Something of it could not be asked, or was not answered. */
export const isUnknown = (tree: SurveyNode): boolean => unansweredOf(tree).length > 0 || isBounded(tree);

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
