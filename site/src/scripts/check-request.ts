import type { Domain } from '#core/domain.ts';
import { severities, severityOrder } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import type { RequestFailure } from '#messages/messages.ts';

export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'failed'; readonly failure: RequestFailure };

/** Milliseconds. The service answers far sooner, whatever DNS does; this is for a connection that has died. */
const patience = 20_000;

const failed = (failure: RequestFailure): Outcome => ({ kind: 'failed', failure });

/**
 * Asks the service to check the domain. Never rejects.
 *
 * @param signal ends the question when nobody waits for the answer any more; the outcome then says nothing.
 */
export const requestReport = async (domain: Domain, signal: AbortSignal): Promise<Outcome> => {
  const response = await fetch(`/api/check?${new URLSearchParams({ domain: domain.ascii })}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  }).catch(() => null);
  if (response === null) return failed('NETWORK');
  if (response.status === 429) return failed('RATE_LIMITED');
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  return isReport(body) ? { kind: 'report', report: body } : failed('INTERNAL');
};

/**
 * The service holds its answers to the schema, which would weigh more than the rest of the page. Told apart here: what is
 * no answer of its at all, and one of a later version, with findings that this page has no words for.
 */
const isReport = (body: unknown): body is Report =>
  isObject(body) &&
  severityOrder.some((severity) => severity === body.verdict) &&
  Array.isArray(body.findings) &&
  body.findings.every((found) => isObject(found) && Object.hasOwn(severities, String(found.code)));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
