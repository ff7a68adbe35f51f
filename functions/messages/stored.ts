import type { Text } from './messages.ts';

/** What only the page of a stored result says. Instants are RFC 3339. */
export interface StoredTexts {
  /** Of the record that a correction begins with. */
  readonly before: string;
  readonly storedAt: (at: string) => string;
  readonly keptUntil: (at: string) => string;
  /** The result is there, as far as anybody knows, and did not come. */
  readonly notFetched: Text;
  /** Said after what the owner is to choose: it is chosen where the check is made. */
  readonly toChoose: string;
  readonly checkingNow: string;
  readonly notCheckedNow: string;
  readonly nothingChanged: string;
  /** Nothing is seen to be changed, of what could be seen. */
  readonly nothingSeen: string;
  /** Said with a list that may lack something. */
  readonly notAllChecked: string;
}
