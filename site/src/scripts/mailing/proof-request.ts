import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Solution } from 'altcha-lib/types';
import type { MailingFailure } from '#messages/mailing.ts';
import { ask, failureOf, isObject } from '../request.ts';

export interface Proof {
  readonly challenge: Challenge;
  readonly solution: Solution;
}

export type Proving =
  | { readonly proof: Proof; readonly failure: null }
  | { readonly proof: null; readonly failure: MailingFailure };

const without = (failure: MailingFailure): Proving => ({ proof: null, failure });

/** Asks for work, and does it, off this page's own thread: WebCrypto has its own. Never rejects. */
export const requestProof = async (): Promise<Proving> => {
  const response = await ask('/api/mail/challenge', { headers: { accept: 'application/json' } });
  // Where no mail is sent, nothing is at this path.
  if (response?.status === 404) return without('MAIL_OFF');
  const failure = failureOf(response);
  if (failure !== null) return without(failure);
  const challenge: unknown = await response?.json().catch(() => null);
  if (!isChallenge(challenge)) return without('INTERNAL');
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null);
  return solution === null ? without('PROOF_REFUSED') : { proof: { challenge, solution }, failure: null };
};

const isChallenge = (body: unknown): body is Challenge => isObject(body) && isObject(body.parameters);
