import type { Standing, TaskCounts } from '#core/tasks.ts';
import type { HandOverTexts } from './messages.ts';

/** The words of the mail that the service sends to the one who runs the domain. In it, «we» is the service. */
export interface ReportMailTexts extends Pick<HandOverTexts, 'greeting' | 'choose' | 'dkim'> {
  readonly subject: Readonly<Record<Standing, (domain: string) => string>>;
  /** Who asks, and for what. */
  readonly request: (domain: string) => string;
  /** How things stand. */
  readonly standing: Readonly<Record<Standing, (domain: string, counts: TaskCounts) => string>>;
  /** What SPF, DKIM and DMARC are, said before steps about them. */
  readonly explanation: string;
  /** `relative` as in `eitherName` of the hosts: empty for the name of the zone. */
  readonly shortName: (relative: string) => string;
  /** @param terms that whoever asked for the mail put into the record. */
  readonly added: (terms: readonly string[]) => string;
  readonly uncheckedHeading: string;
  /** Said after what could not be checked. */
  readonly unchecked: string;
  readonly resultHeading: string;
  readonly result: string;
  /** @param until RFC 3339 */
  readonly until: (until: string) => string;
  readonly check: string;
  /** What is seen there: `changes` where something is to be done first, `now` otherwise. */
  readonly checked: Readonly<Record<'changes' | 'now', string>>;
  readonly footHeading: string;
  /** What this mail is, and what comes of an answer to it. */
  readonly foot: string;
  /** What to do with a mail that was not expected. */
  readonly doubt: string;
  readonly enough: string;
  readonly unsubscribe: string;
}
