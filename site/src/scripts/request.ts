import type { Domain } from '#core/domain.ts';
import type { RequestFailure } from '#messages/messages.ts';

export type Answered<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'failed'; readonly failure: RequestFailure };

/** Milliseconds. The service answers far sooner, whatever DNS does; this is for a connection that has died. */
const patience = 20_000;

/**
 * @param options a signal in it ends the question sooner.
 * @returns null where there is no contact.
 */
export const ask = (address: string, options: RequestInit): Promise<Response | null> => {
  const ends = [AbortSignal.timeout(patience), options.signal ?? []].flat();
  return fetch(address, { ...options, signal: AbortSignal.any(ends) }).catch(() => null);
};

const withParameters = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters)}`;

/**
 * Asks the service to check the domain, and to say each part as it becomes known.
 *
 * @param signal null where nothing else takes its place.
 */
export const askCheck = ({ ascii }: Domain, signal: AbortSignal | null): Promise<Response | null> =>
  ask(withParameters('/api/check', { domain: ascii }), { signal, headers: { accept: 'application/x-ndjson' } });

export const failed = (failure: RequestFailure): Answered<never> => ({ kind: 'failed', failure });

/** Why an answer is none; null where it is one. */
export const failureOf = (response: Response | null): RequestFailure | null => {
  if (response === null) return 'NETWORK';
  // 503: more asks the service than it can answer, whoever asks.
  if (response.status === 429 || response.status === 503) return 'RATE_LIMITED';
  return response.ok ? null : 'INTERNAL';
};

/**
 * Asks the service. Never rejects.
 *
 * @param isAnswer tells an answer that this page can show from what is no answer at all, and from one of a later version of
 *   the service, with things that this page has no words for. The service's own schema would weigh more than the page.
 * @param signal ends the question when nobody waits for the answer any more; the outcome then says nothing.
 */
export const request = async <T>(
  path: string,
  parameters: Readonly<Record<string, string>>,
  isAnswer: (body: unknown) => body is T,
  signal: AbortSignal,
): Promise<Answered<T>> => {
  const response = await ask(withParameters(path, parameters), { signal, headers: { accept: 'application/json' } });
  const failure = failureOf(response);
  if (failure !== null) return failed(failure);
  const body: unknown = await response?.json().catch(() => null);
  return isAnswer(body) ? { kind: 'answered', answer: body } : failed('INTERNAL');
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
