import type { Report, SpfCorrection } from '#core/report.ts';
import type { OwnerChoices, Recommendation } from '#core/spf/recommend.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { type Answered, isObject, request } from './request.ts';

/** Asks the service for the SPF record with what its owner chose. */
export const requestRecommendation = (
  { ascii }: Report['domain'],
  choices: OwnerChoices,
  words: RepairTexts,
  signal: AbortSignal,
): Promise<Answered<Recommendation>> => {
  const isRecommendation = (body: unknown): body is Recommendation =>
    isObject(body) && isCorrection(body.correction, words) && Array.isArray(body.senders);
  return request('/api/spf/recommend', { domain: ascii, choices: JSON.stringify(choices) }, isRecommendation, signal);
};

/** Are there words for all of it? */
export const isCorrection = (body: unknown, { outcomes, changes }: RepairTexts): body is SpfCorrection =>
  isObject(body) &&
  Object.hasOwn(outcomes, String(body.kind)) &&
  Array.isArray(body.changes) &&
  body.changes.every((change) => isObject(change) && Object.hasOwn(changes, String(change.code)));
