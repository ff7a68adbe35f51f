/**
 * What is read from the headers of a mail: facts and codes, no words. All texts are as strangers wrote them, unfolded and
 * decoded, and must go through `visible` before they are shown. Positions are offsets in UTF-16 units of the text that was
 * pasted, the end excluded.
 */

/** UTF-16 units of the header section. A body behind it may be of any length: it is not read. */
export const longestHeaders = 1_048_576;
/** Fields that are read. A mail has some 30 to 150; those that come after are counted in `unreadFields`. */
export const mostFields = 1_000;

export type HeaderReading = UnreadableHeaders | ReadHeaders;

export interface UnreadableHeaders {
  readonly kind: 'unreadable';
  /** Nothing but white space; no field with a name that mail has; header fields that go on past `longestHeaders`. */
  readonly reason: UnreadableReason;
}
export const unreadableReasons = ['empty', 'no_headers', 'too_long'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

export interface ReadHeaders {
  readonly kind: 'read';
  /** What the receiver itself thought of the mail. Null: it did not say, which is not the same as the result `none`. */
  readonly verdicts: Readonly<Record<Method, Verdict | null>>;
  /** Every DKIM result of the receiver, in its order; `verdicts.dkim` is the best aligned of them, a `pass` before others. */
  readonly dkim: readonly Verdict[];
  /** Is everything that the receiver said of the three methods `pass`, and did it say something? */
  readonly allPass: boolean;
  /** What other servers than the receiver thought, or may have: shown as such, and never part of the verdicts. */
  readonly others: readonly OtherResults[];
  readonly message: MessageFacts;
  readonly alignment: Alignment;
  /** The server that the receiver got the mail from; null where nothing tells. */
  readonly sendingServer: SendingServer | null;
  /** What to ask `/api/spf/evaluate` for, when the user wants SPF evaluated again as DNS is now; null where a part is not known. */
  readonly evaluation: { readonly ip: string; readonly sender: string } | null;
  /** The way through the servers, from the first to the last. */
  readonly hops: readonly Hop[];
  /** Seconds from the first time to the last one of the hops; null where there are not two. Negative where clocks differ. */
  readonly seconds: number | null;
  readonly spamMarks: readonly SpamMark[];
  /** Why it is thought that MAB sent the mail; empty: there is no evidence of it. */
  readonly senderEvidence: readonly SenderEvidence[];
  /** All fields in their order, for those who want to look. */
  readonly fields: readonly HeaderField[];
  /** Fields past `mostFields`, which were not read. */
  readonly unreadFields: number;
}

export const methods = ['spf', 'dkim', 'dmarc'] as const;
export type Method = (typeof methods)[number];

/** RFC 8601 section 2.7; `other` is a word that is none of them. */
export const methodResults = [
  'pass',
  'softfail',
  'fail',
  'neutral',
  'none',
  'temperror',
  'permerror',
  'policy',
  'other',
] as const;
export type MethodResult = (typeof methodResults)[number];

export interface Verdict {
  readonly method: Method;
  readonly result: MethodResult;
  /** The word that stands there: `bestguesspass` is the result `none`, `hardfail` is `fail`. */
  readonly written: string;
  /** What was judged, lower case: the domain of MAIL FROM or HELO (SPF), of the signature (DKIM), of From (DMARC). */
  readonly domain: string | null;
  /** DKIM, where it is told. */
  readonly selector: string | null;
  /** DMARC: what the receiver did or what the domain's policy asks for, as written: `none`, `quarantine`, `oreject`. */
  readonly action: string | null;
  /** The receiver's own words: the first comment, or `reason=`. */
  readonly explanation: string | null;
  readonly source: VerdictSource;
}

/** Where a verdict stands, and how sure it is that the receiver wrote it. */
export interface VerdictSource extends Span {
  readonly field: 'authentication_results' | 'received_spf';
  /** The server that judged, as it names itself (RFC 8601 section 2.5); null in Microsoft's form, which has no name. */
  readonly server: string | null;
  /**
   * `own`: it stands above the field in which the receiver took the mail over, or carries the name of the receiver's servers.
   * `likely`: it stands where the receiver writes, but under another name. A sender can have written it there where the
   * receiver writes no such field.
   */
  readonly certainty: 'own' | 'likely';
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Results that are not the receiver's verdict. */
export interface OtherResults extends Span {
  readonly field: 'authentication_results' | 'arc_authentication_results' | 'received_spf';
  readonly server: string | null;
  /**
   * `arc`: a server on the way tells what it saw (RFC 8617). `older`: it was there before the receiver got the mail.
   * `other_server`: it stands where the receiver writes, under another name than the topmost. `repeated`: a field above has
   * judged the same already, and otherwise.
   */
  readonly why: 'arc' | 'older' | 'other_server' | 'repeated';
  readonly results: readonly {
    readonly method: Method;
    readonly result: MethodResult;
    readonly domain: string | null;
  }[];
}

/** The fields that people know. Null: not there, or without the form that it should have. */
export interface MessageFacts {
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string | null;
  readonly messageId: string | null;
  /** ISO 8601 in UTC. */
  readonly date: string | null;
  /** The address of Return-Path; empty for a bounce, `<>`. */
  readonly returnPath: string | null;
}

/** A mailbox of From or To. */
export interface Mailbox {
  /** Encoded words decoded (RFC 2047); null where there is none. */
  readonly name: string | null;
  readonly address: string;
  /** Lower case; null where the address has none. */
  readonly domain: string | null;
}

/**
 * How the domain of the sender is to From: `same`; `related`, one lies below the other, which is aligned where DMARC is relaxed
 * and they belong to the same organization; `other`. There is no DNS here: only the DMARC verdict says what holds.
 */
export type Relation = 'same' | 'related' | 'other';

export interface Alignment {
  /** The domain of From, lower case; null where it cannot be read, and then every relation is `other`. */
  readonly from: string | null;
  /** MAIL FROM, where bounces go: what SPF is about. `source`: where it was read. */
  readonly mailFrom: {
    readonly domain: string;
    readonly relation: Relation;
    readonly source: 'authentication_results' | 'received_spf' | 'return_path';
  } | null;
  /** The DKIM signatures that the mail carries, in their order. */
  readonly signatures: readonly Signature[];
}

export interface Signature extends Span {
  /** `d=`, `s=`, `a=` of DKIM-Signature (RFC 6376 section 3.5), the two first in lower case. */
  readonly domain: string;
  readonly selector: string | null;
  readonly algorithm: string | null;
  readonly relation: Relation;
  /** What the receiver thought of it; null where it did not say. */
  readonly result: MethodResult | null;
}

export interface SendingServer {
  /** As RFC 5952 or dotted decimal. */
  readonly ip: string | null;
  /** What it called itself, HELO or EHLO. */
  readonly helo: string | null;
  /** The name that its address has in DNS, as the receiver found it. */
  readonly reverseName: string | null;
}

export interface Hop extends Span {
  /** What the giving server called itself. */
  readonly from: string | null;
  readonly reverseName: string | null;
  readonly ip: string | null;
  /** The server that took it. */
  readonly by: string | null;
  /** After `with`: `ESMTPS`, `Microsoft SMTP Server`. */
  readonly protocol: string | null;
  /** Was it sent over TLS? Null where that is not told, or nothing went over a network. */
  readonly encrypted: boolean | null;
  /** ISO 8601 in UTC. */
  readonly time: string | null;
  /** Seconds since the hop before; null at the first, and where a time is missing. Negative where the clocks differ. */
  readonly delay: number | null;
  /** Is it here that the receiver took the mail over from outside? At most one hop is. */
  readonly entry: boolean;
}

/** `good`: speaks for the inbox. `bad`: speaks for spam, or worse. `info`: neither. */
export type Weight = 'good' | 'info' | 'bad';

/**
 * What spam filters wrote. `own`: the receiver's filter, as far as can be seen; else a server before it, or the sender.
 * Codes that are not known are null beside the text as it is written.
 */
export type SpamMark = SpamMarkKind & Span & { readonly own: boolean; readonly weight: Weight };

export type SpamMarkKind =
  /** Microsoft's spam confidence level, -1 to 9. */
  | { readonly kind: 'scl'; readonly level: number; readonly meaning: SclMeaning }
  /** Microsoft's bulk complaint level, 0 to 9. */
  | { readonly kind: 'bcl'; readonly level: number; readonly meaning: BclMeaning }
  | { readonly kind: 'category'; readonly written: string; readonly category: Category | null }
  /** SFV: what the filter did. */
  | { readonly kind: 'filter'; readonly written: string; readonly filter: FilterVerdict | null }
  /** SFTY: the safety tip. */
  | { readonly kind: 'safety'; readonly written: string; readonly safety: Safety | null }
  /** IPV: the address in Microsoft's lists. */
  | { readonly kind: 'ip_list'; readonly written: string; readonly list: IpList | null }
  /** SRV:BULK */
  | { readonly kind: 'bulk' }
  /** Microsoft's sum of SPF, DKIM, DMARC and more. */
  | {
      readonly kind: 'compauth';
      readonly written: string;
      /** Three digits. */
      readonly reason: string | null;
      readonly meaning: CompauthMeaning | null;
    }
  /** What Microsoft saw of the server that connected; empty texts are null. */
  | {
      readonly kind: 'connection';
      readonly ip: string | null;
      readonly country: string | null;
      readonly reverseName: string | null;
      readonly helo: string | null;
      readonly language: string | null;
    }
  /** X-Spam-Status, X-Spam-Flag, X-Spamd-Result: SpamAssassin, rspamd and those that write as they do. */
  | {
      readonly kind: 'score';
      readonly field: string;
      readonly spam: boolean | null;
      readonly score: number | null;
      readonly required: number | null;
    };

export const sclMeanings = ['skipped', 'not_spam', 'spam', 'high_spam'] as const;
export type SclMeaning = (typeof sclMeanings)[number];
export const bclMeanings = ['not_bulk', 'few', 'mixed', 'many'] as const;
export type BclMeaning = (typeof bclMeanings)[number];
export const categories = [
  'none',
  'bulk',
  'domain_impersonation',
  'mailbox_impersonation',
  'high_phishing',
  'high_spam',
  'malware',
  'phishing',
  'spam',
  'spoof',
  'user_impersonation',
  'attachment',
  'file_type',
  'outbound_spam',
  'intelligence',
] as const;
export type Category = (typeof categories)[number];
export const filterVerdicts = [
  'blocked_by_user',
  'not_spam',
  'safe_for_user',
  'allowed_by_policy',
  'blocked_by_policy',
  'internal',
  'skipped_by_rule',
  'released',
  'spam_by_rule',
  'spam',
] as const;
export type FilterVerdict = (typeof filterVerdicts)[number];
export const safeties = ['domain_impersonation', 'user_impersonation', 'first_contact', 'phishing'] as const;
export type Safety = (typeof safeties)[number];
export const ipLists = ['allowed', 'not_listed'] as const;
export type IpList = (typeof ipLists)[number];
export const compauthMeanings = [
  'failed_explicit',
  'failed_implicit',
  'forbidden_sender',
  'own_domain_failed',
  'passed',
  'soft_passed',
  'not_checked',
  'bypassed',
  'own_domain_implicit',
] as const;
export type CompauthMeaning = (typeof compauthMeanings)[number];

/** Why it is thought that MAB sent it. Only `program` of the name `Chilkat` is weak: other programs use that too. */
export type SenderEvidence =
  | { readonly kind: 'signature'; readonly domain: string; readonly selector: string | null }
  /** A server of MAB in the way, by the name that it had or gave. */
  | { readonly kind: 'server'; readonly name: string }
  | { readonly kind: 'program'; readonly field: string; readonly value: string };

export interface HeaderField extends Span {
  /** As written. */
  readonly name: string;
  /** Unfolded; white space around it is taken off. Encoded words are as they are. */
  readonly value: string;
}
