import type { Domain } from '#core/domain.ts';
import { severities, severityOrder } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { isCorrection } from './recommendation-request.ts';
import { type Answered, isObject, request } from './request.ts';

/** Asks the service to check the domain. */
export const requestReport = (domain: Domain, words: RepairTexts, signal: AbortSignal): Promise<Answered<Report>> => {
  const isReport = (body: unknown): body is Report =>
    isObject(body) &&
    severityOrder.some((severity) => severity === body.verdict) &&
    Array.isArray(body.findings) &&
    body.findings.every((found) => isObject(found) && Object.hasOwn(severities, String(found.code))) &&
    isObject(body.spf) &&
    isCorrection(body.spf.correction, words);
  return request('/api/check', { domain: domain.ascii }, isReport, signal);
};
