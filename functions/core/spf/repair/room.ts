import type { ChangeCode } from '../../changes.ts';
import { isAtOrBelow } from '../../domain.ts';
import { type AddressSet, covers, emptySet, formatSet, isEmpty, union } from '../../networks.ts';
import type { Sender } from '../../sender.ts';
import { coverage } from '../coverage.ts';
import type { SurveyNode, SurveyTerm } from '../survey.ts';
import { lookupsOf, nodesOf, termsOf } from '../tally.ts';
import { type Change, type Choices, change } from './change.ts';

/** Over a limit: what can be taken away, what it saves, and what it costs. */

const passOf = ({ matches, child }: SurveyTerm): { readonly set: AddressSet; readonly complete: boolean } => {
  if (child === null) return { set: matches ?? emptySet, complete: matches !== null };
  const { pass, complete } = coverage(child);
  return { set: pass, complete };
};

const costOf = ({ lookups, child }: SurveyTerm): number => lookups + (child === null ? 0 : lookupsOf(child));

const mechanismOf = ({ term }: SurveyTerm) => (term.kind === 'directive' ? term.mechanism.type : 'redirect');

const isSenders = (surveyed: SurveyTerm, sender: Sender): boolean => surveyed.name?.toLowerCase() === sender.include;

/**
 * Terms that can go without a loss, the one that saves most first: those that stand for no address, then those whose
 * addresses other terms let pass as well.
 */
export const spareTerms = (tree: SurveyNode, sender: Sender, choices: Choices): readonly Change[] => {
  const terms = termsOf(tree).filter(
    (each) => each.term.kind === 'directive' && each.term.qualifier === '+' && costOf(each) > 0,
  );
  const others = (spare: SurveyTerm): AddressSet =>
    termsOf(tree)
      .filter(
        (each) =>
          each !== spare &&
          each.term.kind === 'directive' &&
          each.term.qualifier === '+' &&
          mechanismOf(each) !== 'all',
      )
      .reduce((sum, each) => union(sum, passOf(each).set), emptySet);
  return terms
    .filter((each) => !isSenders(each, sender) && passOf(each).complete)
    .flatMap((each) => {
      const { set } = passOf(each);
      const code: ChangeCode | undefined = isEmpty(set)
        ? 'EMPTY_REMOVED'
        : covers(others(each), set)
          ? 'COVERED_REMOVED'
          : undefined;
      return code === undefined ? [] : [change(code, [each.term.term], [], choices, { saves: costOf(each) })];
    })
    .toSorted((a, b) => Number(b.code === 'EMPTY_REMOVED') - Number(a.code === 'EMPTY_REMOVED') || b.saves - a.saves);
};

/** The own includes by which somebody else's records, at these names, spoil the whole. */
export const brokenTerms = (
  tree: SurveyNode,
  names: readonly string[],
  sender: Sender,
  choices: Choices,
): readonly Change[] =>
  termsOf(tree)
    .filter((each) => mechanismOf(each) === 'include' && !isSenders(each, sender))
    .filter(({ child }) => child !== null && nodesOf(child).some(({ name }) => names.includes(name)))
    .map((each) => change('SERVICE_REMOVED', [each.term.term], [], choices, { saves: costOf(each) }));

/** What the owner must judge: services that may not be in use any more, and own servers that can be written as addresses. */
export const offers = (tree: SurveyNode, sender: Sender, choices: Choices): readonly Change[] => {
  const terms = termsOf(tree).filter((each) => costOf(each) > 0 && each.term.kind === 'directive');
  const services = terms
    .filter((each) => mechanismOf(each) === 'include' && !isSenders(each, sender))
    .map((each) => change('SERVICE_REMOVED', [each.term.term], [], choices, { saves: costOf(each) }))
    .toSorted((a, b) => b.saves - a.saves);
  const hosts = terms.flatMap((each) => {
    const { set, complete } = passOf(each);
    const type = mechanismOf(each);
    const isOwn = each.hosts.every((host) => isAtOrBelow(host, tree.name));
    if ((type !== 'a' && type !== 'mx') || !complete || isEmpty(set) || !isOwn) return [];
    const qualifier = each.term.kind === 'directive' && each.term.qualifier !== '+' ? each.term.qualifier : '';
    const written = formatSet(set).map((network) => `${qualifier}${network.includes(':') ? 'ip6' : 'ip4'}:${network}`);
    return [change('ADDRESSES_WRITTEN', [each.term.term], written, choices, { saves: costOf(each) })];
  });
  return [...services, ...hosts];
};
