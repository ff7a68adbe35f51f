import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { StoringFailure } from '#messages/storing.ts';
import { isInstant } from '../instant.ts';
import { ask, failureOf, isObject } from '../request.ts';

interface Stored {
  readonly id: string;
  readonly storedAt: string;
  readonly expiresAt: string;
}

export type Storing =
  | { readonly stored: Stored; readonly failure: null }
  | { readonly stored: null; readonly failure: StoringFailure };

/** Asks the service to check the domain, and keep what comes out with what its owner chose. Never rejects. */
export const requestStoring = async ({ ascii }: Report['domain'], choices: OwnerChoices | null): Promise<Storing> => {
  const response = await ask('/api/results', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ domain: ascii, ...(choices !== null && { choices }) }),
  });
  const body: unknown = await response?.json().catch(() => null);
  const failure = ownFailure(body) ?? failureOf(response);
  if (failure !== null) return { stored: null, failure };
  return isStored(body) ? { stored: body, failure: null } : { stored: null, failure: 'INTERNAL' };
};

/** What the service says of it, which its status alone does not: the gateway before it says 429 as well. */
const ownFailure = (body: unknown): StoringFailure | null => {
  const code = isObject(body) && isObject(body.error) ? body.error.code : null;
  return code === 'LIMIT_REACHED' || code === 'RESULT_TOO_LARGE' ? code : null;
};

const isStored = (body: unknown): body is Stored =>
  isObject(body) && typeof body.id === 'string' && isInstant(body.storedAt) && isInstant(body.expiresAt);
