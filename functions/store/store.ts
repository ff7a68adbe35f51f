import type { Report } from '#core/report.ts';
import type { ResultId } from '#core/results/result-id.ts';

/** What the service keeps. Each implementation passes the same tests. Instants are RFC 3339, UTC. */

/** A result as it was: the report that the service itself made then. */
export interface StoredResult {
  readonly id: ResultId;
  readonly report: Report;
  readonly storedAt: string;
  /** From then on it is gone. */
  readonly expiresAt: string;
}

export interface Results {
  /**
   * Keeps a result. What is kept is never written over.
   *
   * @returns `taken` where something is kept by that id already; `too_large` where it is past what one result may take.
   */
  readonly put: (result: StoredResult) => Promise<'stored' | 'taken' | 'too_large'>;
  /** @returns null where there is none, none any more at that time, or one that a version made whose reports were others. */
  readonly get: (id: ResultId, now: Date) => Promise<StoredResult | null>;
}

/** A use of something that is limited for a time, such as a mail to an address on a day. */
export interface Claim {
  /** What is counted, and its time: `mail recipient 3f… 2026-11-24`. */
  readonly key: string;
  /** How many are let through. */
  readonly limit: number;
  /** When the count may be forgotten. */
  readonly until: string;
}

export interface Claims {
  /**
   * Counts one use of each, or of none where one is used up: never more than the limit, however many ask at once. Who asks at
   * the same time as one that is refused may be refused too.
   *
   * @returns the first that is used up; null where all were counted.
   */
  readonly take: (claims: readonly Claim[], now: Date) => Promise<Claim | null>;
}

/** Why an address gets no mail from the service any more: it came back, was called spam, or its owner said no. */
export const suppressionReasons = ['bounce', 'complaint', 'unsubscribed'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export interface Suppressions {
  /**
   * For good. What was noted of a recipient first stays.
   *
   * @param recipient a key that stands for the address, which itself is not kept.
   */
  readonly add: (recipient: string, reason: SuppressionReason, now: Date) => Promise<void>;
  /** @returns null where nothing is noted. */
  readonly reasonOf: (recipient: string) => Promise<SuppressionReason | null>;
}

export interface Store {
  readonly results: Results;
  readonly claims: Claims;
  readonly suppressions: Suppressions;
  readonly close: () => Promise<void>;
}
