import type { RequestFailure } from '#messages/messages.ts';

export type Answered<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'failed'; readonly failure: RequestFailure };

/** Milliseconds. The service answers far sooner, whatever DNS does; this is for a connection that has died. */
const patience = 20_000;

const failed = (failure: RequestFailure): Answered<never> => ({ kind: 'failed', failure });

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
  const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  }).catch(() => null);
  if (response === null) return failed('NETWORK');
  if (response.status === 429) return failed('RATE_LIMITED');
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  return isAnswer(body) ? { kind: 'answered', answer: body } : failed('INTERNAL');
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
