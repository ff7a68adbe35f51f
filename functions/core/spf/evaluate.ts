import { toAscii } from '../domain.ts';
import { includes } from '../networks.ts';
import type { SpfResult } from '../report.ts';
import type { Resolver } from '../resolver.ts';
import {
  type Asking,
  asked,
  type Evaluating,
  type Evaluation,
  type EvaluationRequest,
  type Match,
  startEvaluating,
  type Trouble,
} from './evaluation.ts';
import { explanation, hostsMatch, ptrMatches, target } from './lookup.ts';
import { parse } from './parse.ts';
import {
  effectiveRedirect,
  isCheckable,
  isSpfRecord,
  longestRecord,
  type Mechanism,
  maxLookups,
  modifier,
  type Qualifier,
  type SpfRecord,
} from './record.ts';
import { warmAll } from './warm.ts';

/** How the evaluation of one name came out. */
type Outcome =
  | { readonly result: 'none' }
  | { readonly result: 'neutral' | 'pass' | 'fail' | 'softfail'; readonly match: Match | null; readonly by: Holder }
  | Trouble;

/** The record that gave the result: the checked domain's, or the one that it redirects to. Its `exp` speaks for a fail. */
interface Holder {
  readonly domain: string;
  readonly record: SpfRecord;
}

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const satisfies Record<
  Qualifier,
  SpfResult
>;

/**
 * check_host() of RFC 7208 section 4, whole.
 *
 * Never rejects: what DNS does not answer is `temperror`, what the domain's owner did wrong is `permerror`.
 */
export const evaluate = async (request: EvaluationRequest, resolver: Resolver): Promise<Evaluation> => {
  const { domain, sender } = identities(request);
  const run = startEvaluating({ ...request, sender }, resolver);
  const outcome = await answered(run, checkHost(run, domain, []));
  return {
    result: outcome.result,
    explanation: outcome.result === 'fail' ? await answered(run, explain(run, outcome.by)) : null,
    lookups: run.lookups,
    voids: run.voids,
    domain,
    matched: 'match' in outcome ? outcome.match : null,
    problem: 'problem' in outcome ? outcome.problem : null,
    steps: run.steps,
  };
};

/** RFC 7208 sections 2.4 and 4.3: a null sender stands for postmaster@HELO, a missing local part for postmaster. */
const identities = ({ domain, sender, helo }: EvaluationRequest): { domain: string; sender: string } => {
  const at = sender.lastIndexOf('@');
  const host = aLabels(sender === '' ? helo : sender.slice(at + 1));
  const local = at > 0 ? sender.slice(0, at) : 'postmaster';
  return { domain: aLabels(domain ?? host).replace(/\.$/, ''), sender: `${local}@${host}` };
};

/** Internationalized names are asked for as A-labels (RFC 7208 section 4.3); what cannot be turned stays, and is malformed. */
const aLabels = (name: string): string => (/[^\0-\x7f]/.test(name) ? (toAscii(name.toLowerCase()) ?? name) : name);

/**
 * Waits for what is not known yet, and for no more. The first time that there is something to wait for, all that the
 * records which are being read want to know is asked for beside it.
 */
const answered = async <Result>(run: Evaluating, asking: Asking<Result>): Promise<Result> => {
  let step = asking.next();
  while (step.done !== true) {
    const { name, type } = step.value;
    const known = run.dns.known(name, type);
    if (known === undefined) warmAll(run);
    step = asking.next(known ?? (await run.dns.resolve(name, type)));
  }
  return step.value;
};

/** @param above the names from the checked domain to this one, which it is not among. */
function* checkHost(run: Evaluating, domain: string, above: readonly string[]): Asking<Outcome> {
  if (!isCheckable(domain)) return { result: 'none' };
  const answer = yield* asked(domain, 'TXT');
  if (answer.kind === 'failed') return { result: 'temperror', problem: 'unanswered' };
  const [text, another] = answer.kind === 'found' ? answer.records.filter(isSpfRecord) : [];
  if (text === undefined) return { result: 'none' };
  if (another !== undefined) return { result: 'permerror', problem: 'several_records' };
  // A receiver may limit what it spends on a check, and says temperror past that (section 4.6.4).
  if (text.length > longestRecord) return { result: 'temperror', problem: 'too_long' };
  const record = parse(text);
  // A fault anywhere spoils the whole record, a term that matches before it or not (section 4.6).
  if (record.errors.length > 0) return { result: 'permerror', problem: 'syntax' };
  run.reading.push({ domain, record, isWarmed: false });
  const outcome = yield* readTerms(run, { domain, record }, [...above, domain]);
  run.reading.pop();
  return outcome;
}

function* readTerms(run: Evaluating, by: Holder, path: readonly string[]): Asking<Outcome> {
  const { domain } = by;
  // None behind the first `all` is come to: it matches (section 5.1).
  for (const term of by.record.terms) {
    if (term.kind !== 'directive') continue;
    const { mechanism } = term;
    // Most terms are addresses, and ask nothing.
    const found = asksNothing(mechanism)
      ? { matches: mechanism.type === 'all' || includes(mechanism.network, run.ip) }
      : (countLookup(run) ?? (yield* lookUp(run, mechanism, domain, path)));
    const outcome = 'result' in found ? found.result : found.matches ? 'match' : 'no_match';
    run.steps.push({ domain, term: term.term, outcome });
    if ('result' in found) return found;
    if (found.matches) {
      const match = found.inner ?? { domain, term: term.term, path };
      return { result: results[term.qualifier], match, by };
    }
  }
  return yield* redirect(run, by, path);
}

/** RFC 7208 section 6.1; without a redirect the result is neutral (section 4.7). */
function* redirect(run: Evaluating, by: Holder, path: readonly string[]): Asking<Outcome> {
  const term = effectiveRedirect(by.record);
  if (term === undefined) return { result: 'neutral', match: null, by };
  const outcome = countLookup(run) ?? (yield* checkHost(run, yield* target(run, term.domain, by.domain), path));
  return outcome.result === 'none' ? { result: 'permerror', problem: 'no_record' } : outcome;
}

/** RFC 7208 section 4.6.4: the eleventh is one too many. */
const countLookup = (run: Evaluating): Trouble | undefined => {
  run.lookups += 1;
  return run.lookups > maxLookups ? { result: 'permerror', problem: 'lookup_limit' } : undefined;
};

/** `inner`: what matched below an `include`. */
type Found = Trouble | { readonly matches: boolean; readonly inner?: Match };

type WithoutQuestion = Extract<Mechanism, { readonly type: 'all' | 'ip4' | 'ip6' }>;

const asksNothing = (mechanism: Mechanism): mechanism is WithoutQuestion =>
  mechanism.type === 'all' || 'network' in mechanism;

function* lookUp(
  run: Evaluating,
  mechanism: Exclude<Mechanism, WithoutQuestion>,
  domain: string,
  path: readonly string[],
): Asking<Found> {
  const name = mechanism.domain === null ? domain : yield* target(run, mechanism.domain, domain);
  switch (mechanism.type) {
    case 'include':
      return included(yield* checkHost(run, name, path));
    case 'a':
    case 'mx':
      return yield* hostsMatch(run, mechanism.type, name, mechanism.prefixLengths);
    case 'exists':
      return yield* hostsMatch(run, 'exists', name);
    case 'ptr':
      return yield* ptrMatches(run, name);
  }
}

/** RFC 7208 section 5.2, the table: only a pass matches, and a name without a record is a permerror. */
const included = (outcome: Outcome): Found => {
  switch (outcome.result) {
    case 'pass':
      return outcome.match === null ? { matches: true } : { matches: true, inner: outcome.match };
    case 'fail':
    case 'softfail':
    case 'neutral':
      return { matches: false };
    case 'temperror':
    case 'permerror':
      return outcome;
    case 'none':
      return { result: 'permerror', problem: 'no_record' };
  }
};

/** RFC 7208 section 6.2. */
function* explain(run: Evaluating, { record, domain }: Holder): Asking<string | null> {
  const term = modifier(record, 'exp');
  return term === undefined ? null : yield* explanation(run, term.domain, domain);
}
