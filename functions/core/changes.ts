/** The vocabulary of corrections: what is done to an SPF record, and why. The messages put it into words. */
export const changeCodes = {
  /** There is none yet: it begins with what the MX tells. */
  RECORD_BEGUN: 'needed',
  /** The sender's include is put in. */
  SENDER_ADDED: 'needed',
  /** The sender's earlier name gives way to today's. */
  SENDER_RENAMED: 'needed',
  /** A term of the sender's that has no effect goes: behind `all`, or with another qualifier. */
  SENDER_TERM_REMOVED: 'needed',
  /** Several records become one. */
  RECORDS_MERGED: 'needed',
  /** The beginning is written as `v=spf1` and a space. */
  VERSION_MENDED: 'needed',
  /** A term is written as it was meant. */
  TERM_MENDED: 'needed',
  /** A term that authorises nothing by any reading goes. */
  TERM_REMOVED: 'needed',
  /** As the owner answered. */
  TERM_ANSWERED: 'needed',
  /** An include of a name without an SPF record spoils the whole record, and authorises nobody. */
  DEAD_INCLUDE_REMOVED: 'needed',
  /** An include that leads back to the record itself. */
  LOOP_REMOVED: 'needed',
  /** A redirect of one of several merged records becomes an include. */
  REDIRECT_INCLUDED: 'needed',
  /** `v=spf1` once more within the record. */
  VERSION_REMOVED: 'advised',
  /** Terms behind `all` move before it. */
  TERM_RESCUED: 'advised',
  /** A further `all`, which is never read. */
  ALL_REMOVED: 'advised',
  ALL_ADDED: 'advised',
  DUPLICATE_REMOVED: 'advised',
  /** For room: all its addresses are authorised by other terms too. */
  COVERED_REMOVED: 'advised',
  /** For room: it stands for no address. */
  EMPTY_REMOVED: 'advised',
  /** By the owner's choice. */
  PTR_REMOVED: 'offered',
  ALL_REPLACED: 'offered',
  SERVICE_REMOVED: 'offered',
  ADDRESSES_WRITTEN: 'offered',
  TERM_ADDED: 'needed',
} as const satisfies Record<string, Need>;

/**
 * `needed`: without it the record is not right. `advised`: made, unless the owner switches it off. `offered`: made only
 * when the owner switches it on.
 */
export type Need = 'needed' | 'advised' | 'offered';
export type ChangeCode = keyof typeof changeCodes;
