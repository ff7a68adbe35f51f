import { type FailureReason, type Resolver, recordsOf } from '../resolver.ts';
import { originOf } from '../wildcard.ts';
import { isMeantAsDmarc, parseDmarc } from './parse.ts';
import type { ParsedDmarc, ParsedRecord } from './record.ts';

/** RFC 9989 section 4.10: a longer name goes on with its last seven labels, so that no walk asks more than eight questions. */
const longestParent = 7;

interface AtName {
  readonly domain: string;
  /** `_dmarc.DOMAIN` */
  readonly name: string;
}

/** A question of the walk that got no answer. */
export interface FailedStep extends AtName {
  readonly kind: 'failed';
  readonly reason: FailureReason;
}
interface Answered extends AtName {
  /** All TXT records there, and the names that the answer went through. */
  readonly texts: readonly ParsedDmarc[];
  readonly cname: readonly string[];
}
export interface RecordStep extends Answered {
  readonly kind: 'record';
  readonly parsed: ParsedRecord;
}
export interface SeveralStep extends Answered {
  readonly kind: 'several';
  readonly records: readonly ParsedRecord[];
}
export interface EmptyStep extends Answered {
  readonly kind: 'none';
}
export type WithoutRecord = SeveralStep | EmptyStep;
/** What stands at one name of the walk. */
export type Step = RecordStep | WithoutRecord | FailedStep;

interface Known {
  readonly kind: 'known';
  readonly domain: string;
}
/** The organizational domain, or the question that it hangs on. */
export type Organization = Known | FailedStep;

/** `organization`: of the domain that was asked about; `own`: what that domain itself has at `_dmarc`. */
export type Discovery =
  | { readonly kind: 'own'; readonly step: RecordStep; readonly organization: Organization }
  /** The record of the organizational domain, or else of the public suffix, which applies whatever the domain's own is. */
  | {
      readonly kind: 'inherited';
      readonly step: RecordStep;
      readonly own: WithoutRecord | FailedStep;
      readonly organization: Known;
    }
  /** `above`: the other names of the walk. */
  | {
      readonly kind: 'none';
      readonly own: WithoutRecord;
      readonly above: readonly Step[];
      readonly organization: Known;
    }
  | { readonly kind: 'unanswered'; readonly failures: readonly FailedStep[] };

/** What was meant as DMARC at a name of the walk, whatever receivers make of it. */
export const meantAt = (step: Step): readonly ParsedDmarc[] => {
  if (step.kind === 'failed') return [];
  return step.kind === 'several' ? step.records : step.texts.filter(isMeantAsDmarc);
};

/** The domains whose `_dmarc` the tree walk asks for, from the longest to the shortest. */
const walkDomains = (domain: string): readonly string[] => {
  const labels = domain.split('.');
  const first = Math.max(1, labels.length - longestParent);
  return [domain, ...labels.slice(first).map((_, index) => labels.slice(first + index).join('.'))];
};

const ask = async (domain: string, resolver: Resolver): Promise<Step> => {
  const at: AtName = { domain, name: `_dmarc.${domain}` };
  const answer = await resolver.resolve(at.name, 'TXT');
  if (answer.kind === 'failed') return { ...at, kind: 'failed', reason: answer.reason };
  const texts = recordsOf(answer).map(parseDmarc);
  const records = texts.filter((parsed): parsed is ParsedRecord => parsed.record !== null);
  const answered: Answered = { ...at, texts, cname: answer.cname };
  const [only, another] = records;
  if (only === undefined) return { ...answered, kind: 'none' };
  // RFC 9989 section 4.10, steps 2 and 6: of several records, none counts.
  return another === undefined
    ? { ...answered, kind: 'record', parsed: only }
    : { ...answered, kind: 'several', records };
};

const stops = (step: Step): boolean => step.kind === 'record' && step.parsed.record.psd !== 'u';

/** RFC 9989 section 4.10: asked all at once, then read from the longest name to the one that stops the walk. */
const walk = async (domain: string, resolver: Resolver): Promise<readonly Step[]> => {
  const steps = await Promise.all(walkDomains(domain).map((name) => ask(name, resolver)));
  const last = steps.findIndex(stops);
  return last === -1 ? steps : steps.slice(0, last + 1);
};

const isRecord = (step: Step): step is RecordStep => step.kind === 'record';
const isFailed = (step: Step): step is FailedStep => step.kind === 'failed';

/** RFC 9989 section 4.10.2; any name of the walk may be the one that decides. */
const organizationOf = (domain: string, steps: readonly Step[]): Organization => {
  const failed = steps.find(isFailed);
  if (failed !== undefined) return failed;
  // The walk ends at `psd=n` or `psd=y`; without either, the last record is the one with the fewest labels.
  const last = steps.findLast(isRecord);
  if (last === undefined) return { kind: 'known', domain };
  return { kind: 'known', domain: last.parsed.record.psd === 'y' ? childToward(domain, last.domain) : last.domain };
};

/** `a.shop.example`, `example` → `shop.example`; a public suffix itself is its own organization. */
const childToward = (domain: string, suffix: string): string =>
  domain
    .split('.')
    .slice(-suffix.split('.').length - 1)
    .join('.');

/**
 * RFC 9989 section 4.10.2: the domains with the same one are aligned in relaxed mode.
 *
 * @param name an ASCII name.
 * @returns the organizational domain; or the question that it hangs on and that got no answer.
 */
export const organizationalDomain = async (name: string, resolver: Resolver): Promise<Organization> =>
  organizationOf(name, await walk(name, resolver));

/** Whose it is, is asked where something hangs on it: a CNAME, an SPF record, a text that was meant as DMARC. */
const isTelling = ({ kind, cname, texts }: WithoutRecord): boolean =>
  kind === 'none' && (cname.length > 0 || texts.some(({ problems }) => problems.length > 0));

/** What comes from a wildcard above is nothing of the name's own: nothing that could be mended stands there (RFC 4592). */
const withoutWildcard = async (step: WithoutRecord, resolver: Resolver): Promise<WithoutRecord | FailedStep> => {
  if (!isTelling(step)) return step;
  const { domain, cname, texts } = step;
  const origin = await originOf(step.name, { cname, texts: texts.map(({ text }) => text) }, resolver);
  switch (origin.kind) {
    case 'own':
      return step;
    case 'wildcard':
      return { ...step, kind: 'none', texts: [], cname: [] };
    case 'unanswered':
      return { kind: 'failed', domain, name: origin.question.name, reason: origin.question.reason };
  }
};

/**
 * The record that applies to mail from a domain (RFC 9989 section 4.10.1).
 *
 * @param domain an ASCII name.
 */
export const discover = async (domain: string, resolver: Resolver): Promise<Discovery> => {
  const steps = await walk(domain, resolver);
  const [first, ...above] = steps;
  const organization = organizationOf(domain, steps);
  if (first?.kind === 'record') return { kind: 'own', step: first, organization };
  // Without a record of its own, any name of the walk may hold the one that applies, or the `psd` that shuts it out.
  if (first === undefined || first.kind === 'failed' || organization.kind === 'failed') {
    return { kind: 'unanswered', failures: steps.filter(isFailed) };
  }
  const own = await withoutWildcard(first, resolver);
  const records = above.filter(isRecord);
  const step =
    records.find((record) => record.domain === organization.domain) ??
    records.find((record) => record.parsed.record.psd === 'y');
  if (step !== undefined) return { kind: 'inherited', step, own, organization };
  return own.kind === 'failed' ? { kind: 'unanswered', failures: [own] } : { kind: 'none', own, above, organization };
};
