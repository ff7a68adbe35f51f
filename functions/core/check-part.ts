import type { ReportedFinding } from './findings.ts';
import type { Report } from './report.ts';

/** What is checked, each named as the codes of its findings begin. */
export const checkSections = ['SPF', 'DKIM', 'DMARC', 'MX'] as const;
export type CheckSection = (typeof checkSections)[number];

/**
 * What one section found, while others are still asked about. The report says the same, and may say more: what it takes
 * two sections to know, as `DMARC_SENDER_FAILS`.
 */
export interface CheckPart {
  readonly section: CheckSection;
  readonly findings: readonly ReportedFinding[];
}

/**
 * A line of the answer of `/api/check` in `application/x-ndjson`, JSON and a line feed each: parts in the order in which they
 * become known, then the report, or the error in its place. A domain that does not exist has no parts.
 */
export type CheckLine =
  | ({ readonly kind: 'part' } & CheckPart)
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'error'; readonly error: { readonly code: 'INTERNAL' } };
