import type { Language } from '#messages/languages.ts';
import type { MailingFailure } from '#messages/mailing.ts';
import { ask, failureOf, isObject } from '../request.ts';
import type { Proof } from './proof-request.ts';

export interface MailRequest {
  /** The id of a stored result. */
  readonly result: string;
  readonly to: string;
  readonly language: Language;
  readonly proof: Proof;
}

/** What the service says of it, which its status alone does not. */
const own: readonly MailingFailure[] = [
  'INVALID_ADDRESS',
  'RECIPIENT_REFUSED',
  'LIMIT_REACHED',
  'MAIL_FAILED',
  'PROOF_REFUSED',
  'NOT_FOUND',
];

/** Asks the service to mail a stored result. Never rejects. @returns why it did not; null where it did. */
export const requestMail = async (request: MailRequest): Promise<MailingFailure | null> => {
  const response = await ask('/api/mail', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
  });
  if (response?.ok) return null;
  const body: unknown = await response?.json().catch(() => null);
  const code = isObject(body) && isObject(body.error) ? body.error.code : null;
  return own.find((failure) => failure === code) ?? failureOf(response);
};
