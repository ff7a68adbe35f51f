import type {
  Hop,
  Method,
  MethodResult,
  OtherResults,
  Relation,
  SenderEvidence,
  SpamMark,
  UnreadableReason,
  VerdictSource,
} from '#core/headers/reading.ts';
import type { Text } from './messages.ts';

/** The words of what is read from the headers of a mail. All texts that come in are as they are to be shown: see visible.ts. */

/** What a verdict is told with. */
export interface ToldVerdict {
  /** What was judged; null where that is not told. */
  readonly domain: string | null;
  /** The domain of From. */
  readonly from: string | null;
  /** Is there evidence that MAB sent the mail? Then the domain has to list MAB, and this service can check it. */
  readonly bySender: boolean;
  /** The word that stands there. */
  readonly written: string;
}

export interface HeadersTexts {
  readonly unreadable: Readonly<Record<UnreadableReason, Text>>;
  /** In one sentence, before the verdicts: `nothing` where the receiver said nothing that can be trusted. */
  readonly summary: Readonly<Record<'pass' | 'look' | 'nothing', string>>;
  /** A result in a word or two, with the word of the field behind it. */
  readonly results: Readonly<Record<MethodResult, string>>;
  readonly verdicts: Readonly<Record<Method, Readonly<Record<MethodResult, (told: ToldVerdict) => Text>>>>;
  /** The receiver did not say. */
  readonly unsaid: Readonly<Record<Method, string>>;
  /** The receiver's own words. */
  readonly explanation: (text: string) => string;
  /** Who judged, and where it stands. */
  readonly source: (source: VerdictSource) => string;
  readonly otherWhy: Readonly<Record<OtherResults['why'], string>>;
  /** `server` null: it has no name. `results`: as `SPF pass (shop.no)`. */
  readonly other: (server: string | null, results: readonly string[]) => string;
  readonly mailFrom: Readonly<Record<Relation, (domain: string, from: string | null) => string>>;
  readonly signature: Readonly<Record<Relation, (domain: string, from: string | null) => string>>;
  /** The mail carries no signature. */
  readonly unsigned: string;
  readonly labels: Readonly<Record<'from' | 'subject' | 'returnPath' | 'server', string>>;
  readonly bySender: Readonly<Record<'yes' | 'maybe' | 'unknown', string>>;
  readonly evidence: (evidence: SenderEvidence) => string;
  readonly hop: (hop: Hop) => string;
  /** Where the receiver took the mail over. */
  readonly entry: string;
  readonly encrypted: Readonly<Record<'yes' | 'no', string>>;
  /** `after 3 seconds`; negative: the clocks differ; null: no time is told. */
  readonly delay: (seconds: number | null) => string;
  readonly took: (seconds: number | null) => string;
  readonly mark: (mark: SpamMark) => string;
  /** Behind a mark that is not the receiver's. */
  readonly notOwn: string;
  readonly headings: Readonly<Record<'verdicts' | 'sent' | 'way' | 'marks' | 'others', string>>;
  /** Fields that were not read, since there are too many. */
  readonly unread: (fields: number) => string;
}
