import type { RequestFailure } from './messages.ts';

/** Why a result was not stored. */
export type StoringFailure = RequestFailure | 'LIMIT_REACHED' | 'RESULT_TOO_LARGE';

/** What is said when a result is stored. The words travel apart from `Texts`, since few store one. Instants are RFC 3339. */
export interface StoringTexts {
  readonly storing: string;
  /** @param at when the result was made; `until` when it is gone. */
  readonly stored: (at: string, until: string) => string;
  readonly failures: Readonly<Record<StoringFailure, string>>;
}
