import * as z from 'zod/mini';
import type { Language } from '#messages/languages.ts';
import { longestParameter } from './parameters.ts';

const hex = z.string().check(z.regex(/^[0-9a-f]{1,128}$/));
const count = z.int().check(z.nonnegative());

/** What is handed back: the challenge as it was given, and the counter whose key it asked for. */
const proofSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex,
      salt: hex,
      cost: count,
      keyLength: count,
      keyPrefix: hex,
      keySignature: hex,
      expiresAt: count,
    }),
    signature: hex,
  }),
  solution: z.strictObject({ counter: count, derivedKey: hex, time: z.optional(z.number()) }),
});
export type Proof = z.infer<typeof proofSchema>;

const languages = ['nb', 'en'] as const satisfies readonly Language[];

/** What a request for a mail says: no text of the sender's own. */
export const mailBody = z.strictObject({
  /** The id of a stored result. */
  result: z.string().check(z.maxLength(longestParameter)),
  /** One address. */
  to: z.string().check(z.maxLength(longestParameter)),
  language: z.enum(languages),
  proof: proofSchema,
});

/** What is answered where it was taken. */
export const mailSchema = z.object({ result: z.string(), to: z.string() });

/** What a client's machine has to answer. */
export const challengeSchema = z.pick(proofSchema, { challenge: true }).shape.challenge;

export const unsubscribedSchema = z.object({ reason: z.literal('unsubscribed') });
