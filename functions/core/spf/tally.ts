import type { Family } from '../networks.ts';
import type { SurveyNode, SurveyTerm } from './survey.ts';
import type { Unanswered } from './survey-questions.ts';

/** Sums over a surveyed tree. */

export const termsOf = (node: SurveyNode): readonly SurveyTerm[] =>
  node.state.kind === 'record' ? node.state.terms : [];

/** The node and all below it, in the order of the terms. */
export const nodesOf = (node: SurveyNode): readonly SurveyNode[] => {
  const nodes: SurveyNode[] = [];
  list(node, nodes);
  return nodes;
};

const list = (node: SurveyNode, nodes: SurveyNode[]): void => {
  nodes.push(node);
  for (const { child } of termsOf(node)) if (child !== null) list(child, nodes);
};

/** Look-ups of the record's own terms and of all below: a name included twice counts twice (RFC 7208 section 4.6.4). */
export const lookupsOf = (node: SurveyNode): number =>
  nodesOf(node).reduce((sum, each) => sum + termsOf(each).reduce((own, { lookups }) => own + lookups, 0), 0);

/** The terms, below and at the node, that a client of the family looks up in vain, each once (RFC 7208 section 4.6.4). */
export const voidTermsOf = (node: SurveyNode, family: Family): readonly SurveyTerm[] =>
  nodesOf(node).flatMap((each) => termsOf(each).filter(({ voids }) => voids[family].length > 0));

export const voidCounts = (node: SurveyNode): { readonly ip4: number; readonly ip6: number } => ({
  ip4: voidTermsOf(node, 4).length,
  ip6: voidTermsOf(node, 6).length,
});

/** Every question in the tree that got no answer, with the name whose record asked for it. */
export const unansweredOf = (node: SurveyNode): readonly (Unanswered & { readonly domain: string })[] =>
  nodesOf(node).flatMap((each) => [
    ...(each.state.kind === 'unanswered'
      ? [{ domain: each.name, name: each.name, type: 'TXT' as const, reason: each.state.reason }]
      : []),
    ...termsOf(each).flatMap(({ unanswered }) => unanswered.map((question) => ({ domain: each.name, ...question }))),
  ]);

/** Was a part of the tree not read, since a bound was reached? */
export const isBounded = (node: SurveyNode): boolean =>
  nodesOf(node).some((each) => each.state.kind === 'bounded' || termsOf(each).some((term) => term.isBounded));

/** The names whose records are too long to be read. */
export const tooLongOf = (node: SurveyNode): readonly SurveyNode[] =>
  nodesOf(node).filter(({ state }) => state.kind === 'too_long');

/** The terms whose name depends on the message, and what each stands for with it: no survey can tell. */
export const dynamicTermsOf = (node: SurveyNode): readonly { readonly domain: string; readonly term: string }[] =>
  nodesOf(node).flatMap((each) =>
    termsOf(each)
      .filter(({ name, matches }) => name === null && matches === null)
      .map(({ term }) => ({ domain: each.name, term: term.term })),
  );
