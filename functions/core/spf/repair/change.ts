import { type ChangeCode, changeCodes, type Need } from '../../changes.ts';
import type { Place } from '../../findings.ts';

export interface Change {
  /** The same for the same change to the same record, so that the owner's choice can name it. */
  readonly id: string;
  readonly code: ChangeCode;
  readonly need: Need;
  /** Is it made in the record that is shown? */
  readonly made: boolean;
  /** The terms as they stand, and as they will; empty for what is put in or taken away. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Where the term stands in the record that it comes from; null for what is new, and for whole records. */
  readonly place: Pick<Place, 'start' | 'end'> | null;
  /** Look-ups that it saves. */
  readonly saves: number;
}

/** What the owner says. */
export interface Choices {
  /** Changes made though only offered, or not made though advised: their ids. */
  readonly switched: readonly string[];
  /** To each question, by its id, the option chosen. */
  readonly answers: Readonly<Record<string, string>>;
  /** Terms to put in: services that were ticked, senders that were typed. */
  readonly add: readonly string[];
}
export const noChoices: Choices = { switched: [], answers: {}, add: [] };

/**
 * A change, made or not as it is needed and as the owner chose.
 *
 * @param source of the piece that it is about.
 */
export const change = (
  code: ChangeCode,
  before: readonly string[],
  after: readonly string[],
  choices: Choices,
  { source = null, saves = 0 }: { readonly source?: Place | null; readonly saves?: number } = {},
): Change => {
  const id = `${code} ${[...before, '>', ...after].join(' ')}`;
  const need = changeCodes[code];
  const isSwitched = choices.switched.includes(id);
  const made = need === 'needed' || (need === 'advised') !== isSwitched;
  const place = source === null ? null : { start: source.start, end: source.end };
  return { id, code, need, made, before, after, place, saves };
};

/** The question which `all` is to end a record that is made of several. */
export const endId = 'all';

/** What a text was meant as is not certain: the owner is asked. */
export interface Question {
  readonly id: string;
  readonly term: string;
  /** Texts to stand in its place; the empty one takes it away. */
  readonly options: readonly string[];
}
