import type { Evaluation } from '#core/spf/evaluation.ts';
import type { TryTexts } from '#messages/seen-try.ts';
import { type Answered, isObject, request } from '../request.ts';

/** What `/api/spf/evaluate` answers, as far as it is shown. */
export type Evaluated = Pick<
  Evaluation,
  'result' | 'explanation' | 'lookups' | 'domain' | 'matched' | 'problem' | 'steps'
>;

interface Asked {
  /** An IPv4 or IPv6 address. */
  readonly ip: string;
  /** `post@example.com`: its domain is the one that is checked. */
  readonly sender: string;
}

/** Asks the service whether mail from that address and sender would pass SPF. */
export const requestEvaluation = (
  { ip, sender }: Asked,
  words: TryTexts,
  signal: AbortSignal,
): Promise<Answered<Evaluated>> => {
  /** Are there words for all of it? */
  const isEvaluated = (body: unknown): body is Evaluated =>
    isObject(body) &&
    Object.hasOwn(words.results, String(body.result)) &&
    (body.problem === null || Object.hasOwn(words.problems, String(body.problem))) &&
    (body.matched === null || (isObject(body.matched) && Array.isArray(body.matched.path))) &&
    Array.isArray(body.steps) &&
    body.steps.every((step) => isObject(step) && Object.hasOwn(words.outcomes, String(step.outcome)));
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  return request('/api/spf/evaluate', { domain, ip, sender }, isEvaluated, signal);
};
