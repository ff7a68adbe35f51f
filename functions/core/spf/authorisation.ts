import type { Place } from '../findings.ts';
import { type AddressSet, type Family, formatAddress, type Interval, setOf } from '../networks.ts';
import type { SpfResult } from '../report.ts';
import type { Resolver } from '../resolver.ts';
import type { Sender } from '../sender.ts';
import { coverage } from './coverage.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation, Match } from './evaluation.ts';
import type { Directive, SpfRecord } from './record.ts';
import { isAll } from './record.ts';
import type { SurveyNode } from './survey.ts';
import { dynamicTermsOf, nodesOf, termsOf } from './tally.ts';

/** Does mail from the sender pass the domain's SPF record? And if so, by which way; if not, why not. */
export type Authorisation =
  | { readonly kind: 'authorised'; readonly by: Match }
  /** All that was tried passes, but by a term that asks anew for each message: what was not tried is not known. */
  | { readonly kind: 'sampled'; readonly term: string; readonly tried: number }
  /** It passes, but only through an earlier name of the sender's record. */
  | { readonly kind: 'older_name'; readonly older: string }
  | { readonly kind: 'no_record' }
  | { readonly kind: 'several_records' }
  | { readonly kind: 'not_listed'; readonly result: 'fail' | 'softfail' | 'neutral' }
  | { readonly kind: 'after_all'; readonly place: Place }
  | { readonly kind: 'qualifier'; readonly place: Place; readonly result: 'fail' | 'softfail' | 'neutral' }
  | { readonly kind: 'only_ip4' }
  | { readonly kind: 'partly'; readonly authorised: AddressSet; readonly missing: AddressSet }
  | { readonly kind: 'permerror' }
  | { readonly kind: 'unknown' }
  /** The domain's record is longer than is read. */
  | { readonly kind: 'too_long' }
  /** Nothing can be said of anybody's record while the sender's own cannot be read. */
  | { readonly kind: 'sender_unreadable' };

/** Addresses that the record treats alike. */
interface Range {
  readonly family: Family;
  readonly interval: Interval;
}

/** check_host for the first address of a range, all of which the record treats alike. */
export interface Sample extends Range {
  readonly evaluation: Evaluation;
}

/** A sender has a handful of ranges; where a record cuts them into more than this, its owner cannot mean it. */
const maxSamples = 256;

/**
 * @param tree the survey of the domain's record.
 * @param senderTree the survey of the sender's own record: its addresses are read there, never written in code.
 * @param resolver the one that the surveys were made with, so that evaluating asks nothing anew.
 */
export const authorise = async (
  tree: SurveyNode,
  senderTree: SurveyNode,
  sender: Sender,
  resolver: Resolver,
): Promise<{ readonly authorisation: Authorisation; readonly samples: readonly Sample[] }> => {
  const addresses = senderAddresses(senderTree);
  const without = (authorisation: Authorisation) => ({ authorisation, samples: [] });
  switch (tree.state.kind) {
    case 'unanswered':
    case 'loop':
    case 'bounded':
      return without({ kind: 'unknown' });
    case 'too_long':
      return without({ kind: 'too_long' });
    case 'none':
      return without({ kind: addresses === null ? 'sender_unreadable' : 'no_record' });
    case 'several':
      return without({ kind: addresses === null ? 'sender_unreadable' : 'several_records' });
    case 'record': {
      if (addresses === null) return without({ kind: 'sender_unreadable' });
      const samples = await evaluateAll(tree.name, rangesIn(tree, addresses), sender, resolver);
      return { authorisation: judge(tree, tree.state.record, samples, sender), samples };
    }
  }
};

/** The addresses that the sender mails from; null where its record could not be read whole or holds none. */
export const senderAddresses = (senderTree: SurveyNode): AddressSet | null => {
  const { pass, complete } = coverage(senderTree);
  return complete && (pass[4].length > 0 || pass[6].length > 0) ? pass : null;
};

const rangesIn = (tree: SurveyNode, addresses: AddressSet): readonly Range[] =>
  ([4, 6] as const)
    .flatMap((family) =>
      cut(addresses[family], edgesIn(addresses[family], tree, family)).map((interval) => ({ family, interval })),
    )
    .slice(0, maxSamples + 1);

const evaluateAll = (
  domain: string,
  ranges: readonly Range[],
  sender: Sender,
  resolver: Resolver,
): Promise<readonly Sample[]> =>
  Promise.all(
    ranges.map(async ({ family, interval }) => {
      const ip = { family, value: interval.first };
      const request = { ip, domain, sender: `post@${domain}`, helo: sender.helo };
      return { family, interval, evaluation: await evaluate(request, resolver) };
    }),
  );

/** Where a term of the tree begins to match, or ceases, inside the intervals: between two such places all addresses are treated alike. */
const edgesIn = (intervals: readonly Interval[], tree: SurveyNode, family: Family): readonly bigint[] => {
  const edges = new Set<bigint>();
  const isInside = (edge: bigint): boolean => intervals.some(({ first, last }) => edge > first && edge <= last);
  for (const node of nodesOf(tree))
    for (const { matches } of termsOf(node))
      for (const { first, last } of matches?.[family] ?? [])
        for (const edge of [first, last + 1n]) if (isInside(edge)) edges.add(edge);
  return [...edges].sort((a, b) => (a < b ? -1 : 1));
};

const cut = (intervals: readonly Interval[], edges: readonly bigint[]): readonly Interval[] =>
  intervals.flatMap(({ first, last }) => {
    const inside = edges.filter((edge) => edge > first && edge <= last);
    return [first, ...inside].map((start, i) => ({ first: start, last: (inside[i] ?? last + 1n) - 1n }));
  });

const judge = (tree: SurveyNode, record: SpfRecord, samples: readonly Sample[], sender: Sender): Authorisation => {
  const results = samples.map(({ evaluation }) => evaluation.result);
  if (results.includes('temperror') || samples.length > maxSamples) return { kind: 'unknown' };
  const [passing, failing] = [samples.filter(passes), samples.filter((sample) => !passes(sample))];
  if (failing.length === 0) return sampledBy(tree, samples) ?? wayOf(record, samples, sender);
  if (passing.every(({ family }) => family === 4) && failing.every(({ family }) => family === 6) && passing.length > 0)
    return { kind: 'only_ip4' };
  if (results.includes('permerror')) return { kind: 'permerror' };
  if (passing.length > 0) return { kind: 'partly', authorised: rangesOf(passing), missing: rangesOf(failing) };
  return whyNot(record, results, sender);
};

/**
 * One address speaks for its range, unless a term that looks at the message (its address, sender or HELO) lets it pass,
 * or might have kept another from passing. One that lets pass and did not match changes nothing.
 */
const sampledBy = (tree: SurveyNode, samples: readonly Sample[]): Authorisation | undefined => {
  const dynamic = dynamicTermsOf(tree);
  const known = new Set(nodesOf(tree).map(({ name }) => name.toLowerCase()));
  const isDynamic = ({ domain, term }: { domain: string; term: string }): boolean =>
    dynamic.some((each) => each.domain === domain && each.term === term);
  const deciding = samples.flatMap(({ evaluation: { steps, matched } }) => [
    ...steps.filter((step) => isDynamic(step) && (step.outcome === 'match' || /^[-~?]/.test(step.term))),
    // What a name that the survey does not know says is reached by such a term.
    ...(matched?.path.some((name) => !known.has(name.toLowerCase())) ? [matched] : []),
  ]);
  const [first] = deciding;
  return first === undefined ? undefined : { kind: 'sampled', term: first.term, tried: samples.length };
};

const passes = ({ evaluation }: Sample): boolean => evaluation.result === 'pass';

const rangesOf = (samples: readonly Sample[]): AddressSet =>
  setOf(samples.map(({ family, interval }) => ({ family, ...interval })));

const wayOf = (record: SpfRecord, samples: readonly Sample[], sender: Sender): Authorisation => {
  const matches = samples.flatMap(({ evaluation }) => (evaluation.matched === null ? [] : [evaluation.matched]));
  const [by] = matches;
  if (by === undefined) return { kind: 'permerror' };
  const older = matches.flatMap(({ path }) => path).find((name) => sender.olderIncludes.includes(name.toLowerCase()));
  const included = senderTerms(record, [sender.include]).some(
    (term) => term.qualifier === '+' && !isBehindAll(record, term),
  );
  return older === undefined || included ? { kind: 'authorised', by } : { kind: 'older_name', older };
};

const whyNot = (record: SpfRecord, results: readonly SpfResult[], sender: Sender): Authorisation => {
  const result = results.find((each) => each === 'fail' || each === 'softfail') ?? 'neutral';
  const [term] = senderTerms(record, [sender.include, ...sender.olderIncludes]);
  if (term === undefined) return { kind: 'not_listed', result };
  const place = { term: term.term, start: term.start, end: term.end };
  if (isBehindAll(record, term)) return { kind: 'after_all', place };
  return term.qualifier === '+' ? { kind: 'not_listed', result } : { kind: 'qualifier', place, result };
};

/** The includes of these names in the record, wherever they stand. */
export const senderTerms = (record: SpfRecord, names: readonly string[]): readonly Directive[] =>
  record.terms.filter(
    (term): term is Directive =>
      term.kind === 'directive' &&
      term.mechanism.type === 'include' &&
      names.includes(term.mechanism.domain.text.toLowerCase().replace(/\.$/, '')),
  );

const isBehindAll = (record: SpfRecord, term: Directive): boolean =>
  record.terms.some((other) => isAll(other) && other.start < term.start);

/** The evaluations for the report: one address of each range, and its result. */
export const evaluationsOf = (samples: readonly Sample[]) =>
  samples.map(({ family, interval, evaluation }) => ({
    address: formatAddress({ family, value: interval.first }),
    result: evaluation.result,
  }));
