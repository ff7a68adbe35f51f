import type { Report } from '#core/report.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { isReport } from '../check-answer.ts';
import { isInstant } from '../instant.ts';
import { type Answered, failed, failureOf, isObject } from '../request.ts';

/** A result as it was. Instants are RFC 3339. */
export interface StoredResult {
  readonly storedAt: string;
  /** From then on it is gone. */
  readonly expiresAt: string;
  readonly report: Report;
}

/**
 * Reads what the service says of a result. Never rejects.
 *
 * @returns `gone` where there is none, or none any more.
 */
export const readStored = async (
  response: Response | null,
  words: RepairTexts,
): Promise<Answered<StoredResult> | { readonly kind: 'gone' }> => {
  const body: unknown = await response?.json().catch(() => null);
  // A 404 that the service did not write says nothing of a result.
  if (response?.status === 404 && isObject(body) && isObject(body.error)) return { kind: 'gone' };
  const failure = failureOf(response);
  if (failure !== null) return failed(failure);
  return isStored(body, words) ? { kind: 'answered', answer: body } : failed('INTERNAL');
};

const isStored = (body: unknown, words: RepairTexts): body is StoredResult =>
  isObject(body) && isInstant(body.storedAt) && isInstant(body.expiresAt) && isReport(body.report, words);
