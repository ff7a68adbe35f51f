import { type AddressSet, emptySet, fullSet, intersect, subtract, union } from '../networks.ts';
import type { Qualifier } from './record.ts';
import type { SurveyNode, SurveyTerm } from './survey.ts';
import { termsOf } from './tally.ts';

/**
 * Which addresses get which result from a surveyed record, worked out over sets: the first term that holds an address
 * decides (RFC 7208 section 4.6.2). It tells what the record means; limits and errors are the business of an evaluation.
 */
export interface Coverage {
  readonly pass: AddressSet;
  readonly fail: AddressSet;
  readonly softfail: AddressSet;
  readonly neutral: AddressSet;
  /** False where a term depends on the message, was not answered or leads to no record: it is taken to match nothing more. */
  readonly complete: boolean;
}

const outcomes = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const satisfies Record<
  Qualifier,
  string
>;
const nothing: Coverage = { pass: emptySet, fail: emptySet, softfail: emptySet, neutral: emptySet, complete: true };
/** What holds where there is no record. */
export const nobodyPasses: Coverage = { ...nothing, neutral: fullSet };

export const coverage = (node: SurveyNode): Coverage => {
  let rest = fullSet;
  let covered: Coverage = { ...nothing, complete: node.state.kind === 'record' };
  for (const surveyed of termsOf(node)) {
    const { term } = surveyed;
    if (term.kind !== 'directive') return join(covered, within(rest, redirected(surveyed)));
    const { matches, complete } = matchesOf(surveyed);
    const outcome = outcomes[term.qualifier];
    covered = {
      ...covered,
      [outcome]: union(covered[outcome], intersect(rest, matches)),
      complete: covered.complete && complete,
    };
    rest = subtract(rest, matches);
  }
  // No term left: neutral (section 4.7).
  return { ...covered, neutral: union(covered.neutral, rest) };
};

/** The addresses that are known to match; not all of them where `complete` is false. */
const matchesOf = ({ matches, child }: SurveyTerm): { readonly matches: AddressSet; readonly complete: boolean } => {
  if (child === null) return { matches: matches ?? emptySet, complete: matches !== null };
  const below = coverage(child);
  return { matches: below.pass, complete: below.complete };
};

const redirected = ({ child }: SurveyTerm): Coverage =>
  child === null ? { ...nothing, complete: false } : coverage(child);

const within = (rest: AddressSet, below: Coverage): Coverage => ({
  pass: intersect(rest, below.pass),
  fail: intersect(rest, below.fail),
  softfail: intersect(rest, below.softfail),
  neutral: intersect(rest, below.neutral),
  complete: below.complete,
});

const join = (a: Coverage, b: Coverage): Coverage => ({
  pass: union(a.pass, b.pass),
  fail: union(a.fail, b.fail),
  softfail: union(a.softfail, b.softfail),
  neutral: union(a.neutral, b.neutral),
  complete: a.complete && b.complete,
});
