import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { proofOfWork } from '#mail/limits.ts';
import type { Proof } from './mail-request.ts';
import { keyOf, type Secret } from './secret.ts';

/**
 * A hurdle that a person does not notice and that mass mailing is stopped by, with no third party: the client's machine works
 * for a second before a mail is sent (proof of work, ALTCHA version 2: https://altcha.org/docs/v2/proof-of-work/).
 */

const secrets = async (secret: Secret) => ({
  hmacSignatureSecret: await keyOf(secret, 'challenge', ''),
  hmacKeySignatureSecret: await keyOf(secret, 'solution', ''),
});

export type Work = typeof proofOfWork;

export const challengeOf = async (secret: Secret, now: Date, work: Work = proofOfWork): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: work.rounds,
    counter: randomInt(work.most, work.fewest),
    expiresAt: new Date(now.getTime() + work.validFor),
    deriveKey,
    ...(await secrets(secret)),
  });

/** Is it the answer to a challenge that the service gave, and in time? Whether it was used before, the store tells. */
export const isProven = async ({ challenge, solution }: Proof, secret: Secret, now: Date): Promise<boolean> => {
  if (challenge.parameters.expiresAt * 1_000 <= now.getTime()) return false;
  const { counter, derivedKey } = solution;
  const answer = { challenge, solution: { counter, derivedKey }, deriveKey, ...(await secrets(secret)) };
  const { verified } = await verifySolution(answer);
  return verified;
};
