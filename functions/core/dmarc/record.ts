import type { Place } from '../findings.ts';
import type { Policy } from '../report.ts';

export const policies = ['none', 'quarantine', 'reject'] as const satisfies readonly Policy[];

// dmarc-request = "none" / "quarantine" / "reject" (RFC 9989 section 4.8; such strings are case-insensitive, RFC 5234)
export const policyTags = ['p', 'sp', 'np'] as const;
export type PolicyTag = (typeof policyTags)[number];
export type PolicyValue = Policy | 'absent' | 'invalid';

// dmarc-rors = "r" / "s"; dmarc-psd = "y" / "n" / "u"; dmarc-yorn = "y" / "n"
/** The values that a tag of one letter may have, its default first (RFC 9989 section 4.7). */
export const letters = { adkim: ['r', 's'], aspf: ['r', 's'], psd: ['u', 'y', 'n'], t: ['n', 'y'] } as const;
export type LetterTag = keyof typeof letters;

// dmarc-urilist = (dmarc-uri / obs-dmarc-uri) *(*WSP "," *WSP (dmarc-uri / obs-dmarc-uri))
export const reportTags = ['rua', 'ruf'] as const;
export type ReportTag = (typeof reportTags)[number];

/** Of RFC 7489; RFC 9989 has taken them away, and receivers ignore them. */
export const obsoleteTags = ['pct', 'rf', 'ri'] as const;

export const tagNames: readonly string[] = [
  'v',
  ...policyTags,
  ...Object.keys(letters),
  ...reportTags,
  'fo',
  ...obsoleteTags,
];

/** Where reports are to go. By the grammar any URI will do; only `mailto:` is one that receivers must send to (section 4.7). */
export type Destination =
  | { readonly kind: 'mailto'; readonly uri: string; readonly address: string; readonly host: string }
  | { readonly kind: 'other'; readonly uri: string };

// dmarc-record  = dmarc-version *(dmarc-sep dmarc-tag) [dmarc-sep]
// dmarc-version = "v" equals %s"DMARC1"
// dmarc-sep     = *WSP ";" *WSP; equals = *WSP "=" *WSP
// dmarc-tag     = 1*ALPHA equals 1*dmarc-value; dmarc-value = %x20-3A / %x3C-7E
/** A DMARC record as receivers read it: what is wrong or not there has its default (RFC 9989 section 4.8). */
export interface DmarcRecord {
  readonly p: PolicyValue;
  readonly sp: PolicyValue;
  readonly np: PolicyValue;
  readonly adkim: (typeof letters.adkim)[number];
  readonly aspf: (typeof letters.aspf)[number];
  readonly psd: (typeof letters.psd)[number];
  readonly t: (typeof letters.t)[number];
  /** When failure reports are wanted: some of `0`, `1`, `d`, `s`. */
  readonly fo: readonly string[];
  readonly rua: readonly Destination[];
  readonly ruf: readonly Destination[];
}

interface OfTag<Tag extends string = string> extends Place {
  readonly tag: Tag;
  readonly value: string;
}
interface OfUri extends OfTag<ReportTag> {
  readonly uri: string;
}

/** A fault in the text, and where it stands. */
export type DmarcProblem =
  /** The text was meant as a DMARC record, and no receiver takes it for one. */
  | ({ readonly kind: 'not_recognised' } & Place)
  | ({ readonly kind: 'spf_record' } & Place)
  /** A comma where a semicolon ends a tag. */
  | ({ readonly kind: 'comma' } & Place)
  /** No `tag=value`. */
  | ({ readonly kind: 'bad_tag' } & Place)
  | ({ readonly kind: 'policy_missing' } & Place)
  | ({ readonly kind: 'bad_policy'; readonly suggestion: Policy | null } & OfTag<PolicyTag>)
  | ({ readonly kind: 'bad_value' | 'duplicate_tag' | 'unknown_tag' | 'obsolete_tag' } & OfTag)
  | ({ readonly kind: 'bad_uri' | 'no_mailto' | 'obsolete_size' } & OfUri);

interface ParsedText {
  readonly text: string;
  /** In the order of the text. */
  readonly problems: readonly DmarcProblem[];
}
export interface ParsedRecord extends ParsedText {
  readonly record: DmarcRecord;
}
/** Any TXT record: a DMARC record, or not one. */
export type ParsedDmarc = ParsedRecord | (ParsedText & { readonly record: null });
