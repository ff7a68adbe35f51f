import { toAscii } from '../domain.ts';
import { includes } from '../networks.ts';
import type { SpfResult } from '../report.ts';
import type { Resolver } from '../resolver.ts';
import {
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
  type Directive,
  effectiveRedirect,
  effectiveTerms,
  isCheckable,
  isSpfRecord,
  longestRecord,
  type Mechanism,
  maxLookups,
  modifier,
  type Qualifier,
  type SpfRecord,
} from './record.ts';
import { warm } from './warm.ts';

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
  const outcome = await checkHost(run, domain, []);
  return {
    result: outcome.result,
    explanation: outcome.result === 'fail' ? await explain(run, outcome.by) : null,
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

/** @param above the names from the checked domain to this one, which it is not among. */
const checkHost = async (run: Evaluating, domain: string, above: readonly string[]): Promise<Outcome> => {
  if (!isCheckable(domain)) return { result: 'none' };
  const answer = await run.dns.resolve(domain, 'TXT');
  if (answer.kind === 'failed') return { result: 'temperror', problem: 'unanswered' };
  const [text, another] = answer.kind === 'found' ? answer.records.filter(isSpfRecord) : [];
  if (text === undefined) return { result: 'none' };
  if (another !== undefined) return { result: 'permerror', problem: 'several_records' };
  // A receiver may limit what it spends on a check, and says temperror past that (section 4.6.4).
  if (text.length > longestRecord) return { result: 'temperror', problem: 'too_long' };
  const record = parse(text);
  // A fault anywhere spoils the whole record, a term that matches before it or not (section 4.6).
  if (record.errors.length > 0) return { result: 'permerror', problem: 'syntax' };
  warm(run, record, domain);
  const path = [...above, domain];
  for (const term of effectiveTerms(record)) {
    if (term.kind !== 'directive') continue;
    const asked = matches(run, term, domain, path);
    // To wait for what is there already would take longer than all else of it.
    const found = asked instanceof Promise ? await asked : asked;
    const outcome = 'result' in found ? found.result : found.matches ? 'match' : 'no_match';
    run.steps.push({ domain, term: term.term, outcome });
    if ('result' in found) return found;
    if (found.matches) {
      const match = found.inner ?? { domain, term: term.term, path };
      return { result: results[term.qualifier], match, by: { domain, record } };
    }
  }
  return redirect(run, { record, domain }, path);
};

/** RFC 7208 section 6.1; without a redirect the result is neutral (section 4.7). */
const redirect = async (run: Evaluating, by: Holder, path: readonly string[]): Promise<Outcome> => {
  const term = effectiveRedirect(by.record);
  if (term === undefined) return { result: 'neutral', match: null, by };
  const outcome = countLookup(run) ?? (await checkHost(run, await target(run, term.domain, by.domain), path));
  return outcome.result === 'none' ? { result: 'permerror', problem: 'no_record' } : outcome;
};

/** RFC 7208 section 4.6.4: the eleventh is one too many. */
const countLookup = (run: Evaluating): Trouble | undefined => {
  run.lookups += 1;
  return run.lookups > maxLookups ? { result: 'permerror', problem: 'lookup_limit' } : undefined;
};

/** `inner`: what matched below an `include`. */
type Found = Trouble | { readonly matches: boolean; readonly inner?: Match };

const matches = (run: Evaluating, term: Directive, domain: string, path: readonly string[]): Found | Promise<Found> => {
  const { mechanism } = term;
  switch (mechanism.type) {
    case 'all':
      return { matches: true };
    case 'ip4':
    case 'ip6':
      return { matches: includes(mechanism.network, run.ip) };
    case 'include':
    case 'a':
    case 'mx':
    case 'exists':
    case 'ptr':
      return countLookup(run) ?? lookUp(run, mechanism, domain, path);
  }
};

type LookUp = Exclude<Mechanism, { readonly type: 'all' | 'ip4' | 'ip6' }>;

const lookUp = async (run: Evaluating, mechanism: LookUp, domain: string, path: readonly string[]): Promise<Found> => {
  const name = mechanism.domain === null ? domain : await target(run, mechanism.domain, domain);
  switch (mechanism.type) {
    case 'include':
      return included(await checkHost(run, name, path));
    case 'a':
    case 'mx':
      return hostsMatch(run, mechanism.type, name, mechanism.prefixLengths);
    case 'exists':
      return hostsMatch(run, 'exists', name);
    case 'ptr':
      return ptrMatches(run, name);
  }
};

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
const explain = async (run: Evaluating, { record, domain }: Holder): Promise<string | null> => {
  const term = modifier(record, 'exp');
  return term === undefined ? null : explanation(run, term.domain, domain);
};
