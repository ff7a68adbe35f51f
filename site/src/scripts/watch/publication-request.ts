import { severities } from '#core/findings.ts';
import type { Publication } from '#core/publication/publication.ts';
import type { Report } from '#core/report.ts';
import { type Answered, isObject, request } from '../request.ts';

const isPublication = (body: unknown): body is Publication =>
  isObject(body) &&
  Array.isArray(body.records) &&
  Array.isArray(body.zones) &&
  isObject(body.report) &&
  [body.findings, body.report.findings].every(
    (findings) =>
      Array.isArray(findings) &&
      findings.every((found) => isObject(found) && Object.hasOwn(severities, String(found.code))),
  );

/** Asks the service what the domain's own name servers say. */
export const requestPublication = ({ ascii }: Report['domain'], signal: AbortSignal): Promise<Answered<Publication>> =>
  request('/api/publication', { domain: ascii }, isPublication, signal);
