import type { Reception, ReceptionAnswer } from '#core/address/reception.ts';
import type { Domain } from '#core/domain.ts';
import type { AddressTexts } from '#messages/address-check.ts';
import { type Answered, isObject, request } from '../request.ts';

/** What there are words for. */
const reasons: readonly unknown[] = ['timeout', 'servfail', 'refused', 'malformed'] satisfies Extract<
  Reception,
  { readonly kind: 'unknown' }
>['reason'][];

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'string');

/** Asks the service whether the domain takes mail. What stands before the @ is not sent. */
export const requestReception = (
  { ascii }: Domain,
  words: AddressTexts,
  signal: AbortSignal,
): Promise<Answered<ReceptionAnswer>> => {
  const isReception = (body: unknown): body is Reception =>
    isObject(body) &&
    Object.hasOwn(words.reception, String(body.kind)) &&
    (body.kind !== 'unknown' || reasons.includes(body.reason)) &&
    ((body.kind !== 'receives' && body.kind !== 'servers_not_found') || isTexts(body.hosts));
  const isAnswer = (body: unknown): body is ReceptionAnswer =>
    isObject(body) && isObject(body.domain) && typeof body.domain.unicode === 'string' && isReception(body.reception);
  return request('/api/address', { domain: ascii }, isAnswer, signal);
};
