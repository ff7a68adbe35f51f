import type { Address } from '../networks.ts';
import type { SpfResult } from '../report.ts';
import { type Answer, askOnce, type CountingResolver, type RecordType, type Resolver } from '../resolver.ts';
import type { SpfRecord } from './record.ts';

export interface EvaluationRequest {
  /** The address that the mail comes from. */
  readonly ip: Address;
  /** The domain to check; null for the domain of `sender`, else `helo`. */
  readonly domain: string | null;
  /** MAIL FROM, `post@example.com`; empty for a bounce, which is checked as `postmaster@HELO` (RFC 7208 section 2.4). */
  readonly sender: string;
  readonly helo: string;
  /** What `%{r}` and `%{t}` give in an explanation: the receiver's name, and seconds since 1970. */
  readonly receiver?: string;
  readonly now?: number;
}

export interface Evaluation {
  readonly result: SpfResult;
  /** The domain owner's own words; only for `fail`, and null where there are none. */
  readonly explanation: string | null;
  /** Terms that cost a look-up, and void look-ups, met until the end (RFC 7208 section 4.6.4). */
  readonly lookups: number;
  readonly voids: number;
  /** The domain that was checked, ASCII. */
  readonly domain: string;
  /** The term that decided; null where none matched. */
  readonly matched: Match | null;
  readonly problem: EvaluationProblem | null;
  readonly steps: readonly Step[];
}

/** A term that matched, and the names from the checked domain to the one whose record holds it. */
export interface Match {
  readonly domain: string;
  readonly term: string;
  readonly path: readonly string[];
}

/** One term as it was met. */
export interface Step {
  readonly domain: string;
  readonly term: string;
  readonly outcome: 'match' | 'no_match' | 'temperror' | 'permerror';
}

/** Why an evaluation ended in an error. */
export type EvaluationProblem =
  | 'syntax'
  | 'several_records'
  | 'no_record'
  | 'lookup_limit'
  | 'void_limit'
  | 'mx_limit'
  | 'too_long'
  | 'unanswered';

export interface Trouble {
  readonly result: 'temperror' | 'permerror';
  readonly problem: EvaluationProblem;
}

/** One evaluation under way: what it is about, and its counters, which nothing else holds. */
export interface Evaluating {
  readonly ip: Address;
  readonly local: string;
  readonly senderDomain: string;
  readonly helo: string;
  readonly receiver: string;
  readonly now: number;
  readonly dns: CountingResolver;
  readonly steps: Step[];
  lookups: number;
  voids: number;
  /** Terms whose questions were asked ahead, see warm.ts. */
  warmed: number;
  /** The records that are being read, each included by the one before. */
  readonly reading: Reading[];
}

export interface Reading {
  readonly domain: string;
  readonly record: SpfRecord;
  /** Was what its terms want to know asked ahead? */
  isWarmed: boolean;
}

export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

/** Work that stops at each question to DNS, and goes on with the answer: whoever drives it need not wait for one that is known. */
export type Asking<Result> = Generator<Question, Result, Answer>;

export function* asked<T extends RecordType>(name: string, type: T): Asking<Answer<T>> {
  return (yield { name, type }) as Answer<T>;
}

/** @param request its sender complete: `local@domain`. */
export const startEvaluating = (request: EvaluationRequest, resolver: Resolver): Evaluating => {
  const at = request.sender.lastIndexOf('@');
  return {
    ip: request.ip,
    local: request.sender.slice(0, at),
    senderDomain: request.sender.slice(at + 1),
    helo: request.helo,
    // RFC 7208 section 7.2: "unknown" where the receiver's name is not known.
    receiver: request.receiver ?? 'unknown',
    now: request.now ?? 0,
    dns: askOnce(resolver),
    steps: [],
    lookups: 0,
    voids: 0,
    warmed: 0,
    reading: [],
  };
};
