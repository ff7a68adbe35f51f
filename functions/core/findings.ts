import type { RecordType } from './resolver.ts';

/** Where a term stands in the text of the record: offsets in UTF-16 units, the end excluded. */
export interface Place {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A fault or a fact of the SPF record at `domain`. */
interface InRecord {
  /** The name that holds the record: the customer's domain, or a name that it includes. */
  readonly domain: string;
}
interface InTerm extends InRecord, Place {}

/** A question that got no answer, and why: see `FailureReason`. */
interface Unanswered {
  readonly name: string;
  readonly type: RecordType;
  readonly reason: 'timeout' | 'servfail' | 'refused' | 'malformed';
}

/** A tag of a `tag=value;` list, as written. */
interface InTag {
  /** The name that holds the record. */
  readonly name: string;
  readonly tag: string;
  readonly value: string;
}

type Family = 'ip4' | 'ip6';

/**
 * The whole vocabulary of the product. A code states a fact, `PROTOCOL_FACT`; its arguments are raw values, which the
 * messages put into words. `SENDER` is the program whose mail is checked, see sender.ts.
 */
export interface Arguments {
  // --- the domain itself
  DOMAIN_NOT_FOUND: { domain: string };
  /** DNS knows neither the domain nor the sender's own `name`: what it says cannot be relied on. */
  DOMAIN_UNKNOWN: { domain: string; name: string };

  // --- SPF: is the sender authorised?
  /** `path`: the names from the domain to the one whose term matches; `term`: that term. */
  SPF_SENDER_AUTHORISED: { domain: string; path: readonly string[]; term: string };
  /** The sender passes from the addresses that were tried, by a term that depends on each message. */
  SPF_SENDER_SAMPLED: { domain: string; include: string; term: string; tried: number };
  SPF_SENDER_NOT_LISTED: { domain: string; include: string; result: 'fail' | 'softfail' | 'neutral' };
  SPF_SENDER_AFTER_ALL: InTerm & { include: string };
  /** The sender's term stands with `-`, `~` or `?` in front. */
  SPF_SENDER_QUALIFIER: InTerm & { result: 'fail' | 'softfail' | 'neutral' };
  SPF_SENDER_OLDER_NAME: { domain: string; older: string; include: string };
  SPF_SENDER_ONLY_IP4: { domain: string; include: string };
  /** Networks in CIDR form that the record lets pass, and that it does not. */
  SPF_SENDER_PARTLY: { domain: string; include: string; authorised: readonly string[]; missing: readonly string[] };
  SPF_SENDER_PERMERROR: { domain: string; include: string };
  SPF_SENDER_UNKNOWN: { domain: string; include: string };
  /** The sender's own record could not be read, so nothing can be said of anybody's. */
  SPF_SENDER_UNREADABLE: { include: string };

  /** The sender's include would bring the record to `lookups`, over the limit. */
  SPF_NO_ROOM: InRecord & { include: string; lookups: number; limit: number };

  // --- SPF: the record
  SPF_NO_RECORD: InRecord;
  SPF_SEVERAL_RECORDS: InRecord & { records: readonly string[] };
  /** A TXT record that was meant as SPF and that no receiver takes for one. */
  SPF_NOT_RECOGNISED: InRecord & { text: string };
  /** The record stands in a record of the type SPF, which receivers do not ask for. */
  SPF_OBSOLETE_TYPE: InRecord & { text: string };
  /** The record stands at `found` instead: the domain doubled, at www. */
  SPF_MISPLACED: { domain: string; found: string; text: string };
  SPF_UNANSWERED: InRecord & Unanswered;
  SPF_SIZE: InRecord & { octets: number; limit: number };
  /** The record is so long that it was not read. */
  SPF_RECORD_UNREADABLE: InRecord & { octets: number; limit: number };
  /** So many findings more are like the ones that are told. */
  SPF_MORE: { domain: string; more: number };

  // --- SPF: syntax, each a permerror for every receiver (RFC 7208 section 4.6)
  /** `suggestion`: the known mechanism that the name is one slip from. */
  SPF_UNKNOWN_MECHANISM: InTerm & { mechanism: string; suggestion: string | null };
  /** A host name or an address that stands alone as a term. */
  SPF_BARE_VALUE: InTerm & { suggestion: string | null };
  /** Two terms without a space between; `parts` is how they read apart. */
  SPF_MISSING_SPACE: InTerm & { parts: readonly string[] };
  /** A space behind the colon or the sign, `include: host`; `suggestion` is the term without it. */
  SPF_SPACE_IN_TERM: InTerm & { suggestion: string };
  /** `include:` and the like with nothing behind the colon. */
  SPF_EMPTY_VALUE: InTerm;
  SPF_UNEXPECTED_VALUE: InTerm & { mechanism: string };
  SPF_BAD_IP4: InTerm & { value: string };
  SPF_BAD_IP6: InTerm & { value: string };
  SPF_BAD_PREFIX_LENGTH: InTerm & { value: string };
  SPF_BAD_DOMAIN: InTerm & { value: string };
  SPF_BAD_MACRO: InTerm & { macro: string };
  SPF_BAD_MODIFIER: InTerm;
  SPF_DUPLICATE_MODIFIER: InTerm & { modifier: string };
  /** `;` or `,` at the end of a term. */
  SPF_PUNCTUATION: InTerm & { character: string };
  SPF_QUOTE: InTerm & { character: string };
  /** `characters`: `U+200E` and the like. */
  SPF_INVISIBLE_CHARACTER: InTerm & { characters: readonly string[] };
  /** Typographic dashes and the like: a character that looks like one of ASCII. */
  SPF_LOOKALIKE_CHARACTER: InTerm & { characters: readonly string[] };
  SPF_NON_ASCII: InTerm & { characters: readonly string[] };

  // --- SPF: rules over a record that can be read
  /** `include=host`: by the grammar an unknown modifier, which receivers ignore. */
  SPF_MECHANISM_AS_MODIFIER: InTerm & { suggestion: string };
  SPF_UNKNOWN_MODIFIER: InTerm;
  SPF_VERSION_REPEATED: InTerm;
  /** A name that DNS has no host for by its form: `include:a:host`. */
  SPF_NOT_A_HOST: InTerm & { name: string };
  SPF_AFTER_ALL: InRecord & { terms: readonly string[] };
  SPF_ALL_REPEATED: InRecord;
  SPF_ALL_MISSING: InRecord;
  SPF_ALL_PASS: InRecord;
  SPF_ALL_NEUTRAL: InRecord;
  SPF_REDIRECT_IGNORED: InTerm;
  SPF_DUPLICATE_TERM: InTerm;
  SPF_PTR: InTerm;
  SPF_MACRO_P: InTerm;
  /** The term depends on the sender or its address, so that no list of addresses can be made of it. */
  SPF_DYNAMIC: InTerm;
  SPF_EXTRA_SPACE: InRecord;
  /** A network of more than 2^24 IPv4 addresses (a /7 or wider), or wider than an IPv6 /16. */
  SPF_BROAD_NETWORK: InTerm;

  // --- SPF: the tree
  SPF_INCLUDE_NO_RECORD: InTerm & { name: string };
  SPF_INCLUDE_SEVERAL_RECORDS: InTerm & { name: string };
  SPF_LOOP: InTerm & { path: readonly string[] };
  SPF_LOOKUP_LIMIT: InRecord & { lookups: number; limit: number };
  SPF_LOOKUPS_AT_LIMIT: InRecord & { lookups: number; limit: number };
  /** `names`: what was asked for in vain. */
  SPF_VOID_LIMIT: InRecord & { voids: number; limit: number; names: readonly string[] };
  /** Over the limit only for a client of this family. */
  SPF_VOID_LIMIT_FAMILY: InRecord & { family: Family; voids: number; limit: number; names: readonly string[] };
  SPF_VOID_LOOKUP: InTerm & { name: string };
  SPF_MX_LIMIT: InTerm & { name: string; hosts: number; limit: number };
  SPF_TREE_BOUNDED: InRecord & { questions: number };

  // --- DKIM: the key that the sender lends. `name` is SELECTOR._domainkey.DOMAIN, `target` the sender's own
  DKIM_SENDER_RIGHT: { name: string; target: string };
  DKIM_SENDER_MISSING: { name: string; target: string };
  /** No CNAME, but the domain's own mail service has keys: the other of the two ways. */
  DKIM_SENDER_OTHER_WAY: { name: string; target: string };
  /** `typo`: the target found is a slip or two from the right one. */
  DKIM_SENDER_WRONG_TARGET: { name: string; target: string; found: string; typo: boolean };
  /** The record was found at `found` instead of `name`: the domain doubled, the underscore lost, at www. */
  DKIM_SENDER_OWNER_DOUBLED: { name: string; target: string; found: string };
  DKIM_SENDER_MISPLACED: { name: string; target: string; found: string };
  /** The DNS host appended the domain to the target. */
  DKIM_SENDER_TARGET_DOUBLED: { name: string; target: string; found: string };
  DKIM_SENDER_KEY_AS_TXT: { name: string; target: string };
  DKIM_SENDER_OTHER_KEY: { name: string; target: string };
  DKIM_SENDER_CNAME_AS_TXT: { name: string; target: string; text: string };
  /** TXT at the name that is no key and no target. */
  DKIM_SENDER_NO_KEY: { name: string; target: string; text: string };
  DKIM_SENDER_FLATTENED: { name: string; target: string; host: string };
  /** The answer comes from a wildcard above, not from a record of its own; `right`: it is the right one all the same. */
  DKIM_SENDER_WILDCARD: { name: string; target: string };
  DKIM_SENDER_WILDCARD_RIGHT: { name: string; target: string };
  DKIM_SENDER_UNREADABLE: { target: string };
  DKIM_UNANSWERED: Unanswered;

  // --- DKIM: keys of the domain's own mail service
  DKIM_OWN_KEYS: { domain: string; service: string | null; selectors: readonly string[] };
  DKIM_OWN_KEYS_NOT_FOUND: { domain: string; selectors: readonly string[] };
  /** The CNAME is there and the key behind it is not: signing is not switched on at the service. */
  DKIM_OWN_CNAME_WITHOUT_KEY: { name: string; found: string };
  DKIM_KEY_REVOKED: { name: string };
  DKIM_KEY_INVALID: { name: string; problem: 'version' | 'algorithm' | 'base64' | 'key' | 'tags' | 'service' | 'hash' };
  DKIM_KEY_TOO_SHORT: { name: string; bits: number; least: number };
  DKIM_KEY_SHORT: { name: string; bits: number; advised: number };
  DKIM_KEY_TESTING: { name: string };

  // --- DMARC (RFC 9989). `name` is where the record stands or is looked for: `_dmarc.DOMAIN`
  DMARC_NO_RECORD: { domain: string; name: string };
  DMARC_SEVERAL_RECORDS: { name: string; records: readonly string[] };
  DMARC_NOT_RECOGNISED: { name: string; text: string };
  DMARC_SPF_RECORD: { name: string; text: string };
  /** The record stands at `found` instead: the domain itself, the domain doubled, the underscore lost, at www. */
  DMARC_MISPLACED: { found: string; name: string; text: string };
  DMARC_UNANSWERED: Unanswered;
  DMARC_POLICY: { domain: string; name: string; policy: 'quarantine' | 'reject' };
  DMARC_POLICY_NONE: { domain: string; name: string };
  /** The policy comes from a name above. */
  DMARC_INHERITED: { domain: string; name: string; policy: 'none' | 'quarantine' | 'reject' };
  /** Neither SPF nor DKIM lets the sender's mail pass, and the policy tells receivers to act on that. */
  DMARC_SENDER_FAILS: { domain: string; name: string; policy: 'quarantine' | 'reject' };
  DMARC_TESTING: {
    name: string;
    written: 'none' | 'quarantine' | 'reject';
    effective: 'none' | 'quarantine' | 'reject';
  };
  DMARC_POLICY_MISSING: { name: string };
  /** `effective`: none where a valid `rua` makes receivers take it for `p=none`, else null: there is no DMARC. */
  DMARC_BAD_POLICY: InTag & { suggestion: string | null; effective: 'none' | null };
  DMARC_BAD_VALUE: InTag;
  DMARC_BAD_TAG: { name: string; text: string };
  DMARC_COMMA: { name: string; text: string };
  DMARC_DUPLICATE_TAG: InTag;
  DMARC_UNKNOWN_TAG: InTag;
  DMARC_OBSOLETE_TAG: InTag;
  DMARC_BAD_URI: InTag & { uri: string };
  DMARC_NO_MAILTO: InTag & { uri: string };
  DMARC_OBSOLETE_SIZE: InTag & { uri: string };
  /** The other organization has not said that it takes the reports: no DMARC record at `expected`. */
  DMARC_REPORTS_REFUSED: { name: string; tag: 'rua' | 'ruf'; destination: string; expected: string };
  /** So many findings more are like the ones that are told. */
  DMARC_MORE: { name: string; more: number };

  // --- MX
  MX_FOUND: { domain: string; hosts: readonly string[]; service: string | null };
  /** `host` has no address of either family: a name that does not exist, the domain doubled, a CNAME to nothing. */
  MX_HOST_NOT_FOUND: { domain: string; host: string };
  /** The record has an address where a host name belongs. */
  MX_IS_ADDRESS: { domain: string; host: string };
  /** `MX 0 .` says that the domain takes no mail, and other records say that it does. */
  MX_NULL_AMONG_OTHERS: { domain: string };
  MX_NONE: { domain: string };
  MX_NULL: { domain: string };
  MX_UNANSWERED: Unanswered;

  // --- the zone and its name servers, `zone` the name that it begins at
  ZONE_NOT_FOUND: { domain: string };
  /** No name server answered. */
  ZONE_UNREACHABLE: { zone: string };
  ZONE_SERVER_LAME: { zone: string; server: string };
  ZONE_SERVER_SILENT: { zone: string; server: string };
  ZONE_SERVER_NO_ADDRESS: { zone: string; server: string };
  ZONE_SERVER_NOT_PUBLIC: { zone: string; server: string; address: string };
  /** These servers have an older serial than the others. */
  ZONE_SERVERS_BEHIND: { zone: string; servers: readonly string[] };
  /** The servers do not say the same of the name. */
  ZONE_SERVERS_DIFFER: { name: string; servers: readonly string[] };
  /**
   * The records at `names` stand at the company `other`, which does not run the zone. `host`: the DNS host that does, null
   * where it is not a known one; `servers`: its name servers.
   */
  ZONE_CHANGED_ELSEWHERE: {
    zone: string;
    names: readonly string[];
    host: string | null;
    servers: readonly string[];
    other: string;
  };
}

export type Code = keyof Arguments;

/** One fact about a domain. */
export type Finding = { [C in Code]: { readonly code: C; readonly args: Readonly<Arguments[C]> } }[Code];

/** Makes a finding; the compiler holds its arguments to its code. */
export const finding = <C extends Code>(code: C, args: Arguments[C]): Finding => ({ code, args }) as unknown as Finding;

/**
 * From fine to grave. `unknown` stands between warning and error: it never hides an error and is never called fine.
 */
export const severityOrder = ['ok', 'notice', 'warning', 'unknown', 'error'] as const;
export type Severity = (typeof severityOrder)[number];

export const severities = {
  DOMAIN_NOT_FOUND: 'error',
  DOMAIN_UNKNOWN: 'unknown',

  SPF_SENDER_AUTHORISED: 'ok',
  SPF_SENDER_SAMPLED: 'warning',
  SPF_SENDER_NOT_LISTED: 'error',
  SPF_SENDER_AFTER_ALL: 'error',
  SPF_SENDER_QUALIFIER: 'error',
  SPF_SENDER_OLDER_NAME: 'warning',
  SPF_SENDER_ONLY_IP4: 'error',
  SPF_SENDER_PARTLY: 'error',
  SPF_SENDER_PERMERROR: 'error',
  SPF_SENDER_UNKNOWN: 'unknown',
  SPF_SENDER_UNREADABLE: 'unknown',
  SPF_NO_ROOM: 'warning',

  SPF_NO_RECORD: 'error',
  SPF_SEVERAL_RECORDS: 'error',
  SPF_NOT_RECOGNISED: 'error',
  SPF_OBSOLETE_TYPE: 'warning',
  SPF_MISPLACED: 'warning',
  SPF_UNANSWERED: 'unknown',
  SPF_SIZE: 'warning',
  SPF_RECORD_UNREADABLE: 'unknown',
  SPF_MORE: 'notice',

  SPF_UNKNOWN_MECHANISM: 'error',
  SPF_BARE_VALUE: 'error',
  SPF_MISSING_SPACE: 'error',
  SPF_SPACE_IN_TERM: 'error',
  SPF_EMPTY_VALUE: 'error',
  SPF_UNEXPECTED_VALUE: 'error',
  SPF_BAD_IP4: 'error',
  SPF_BAD_IP6: 'error',
  SPF_BAD_PREFIX_LENGTH: 'error',
  SPF_BAD_DOMAIN: 'error',
  SPF_BAD_MACRO: 'error',
  SPF_BAD_MODIFIER: 'error',
  SPF_DUPLICATE_MODIFIER: 'error',
  SPF_PUNCTUATION: 'error',
  SPF_QUOTE: 'error',
  SPF_INVISIBLE_CHARACTER: 'error',
  SPF_LOOKALIKE_CHARACTER: 'error',
  SPF_NON_ASCII: 'error',

  SPF_MECHANISM_AS_MODIFIER: 'warning',
  SPF_UNKNOWN_MODIFIER: 'notice',
  SPF_VERSION_REPEATED: 'warning',
  SPF_NOT_A_HOST: 'warning',
  SPF_AFTER_ALL: 'warning',
  SPF_ALL_REPEATED: 'warning',
  SPF_ALL_MISSING: 'warning',
  SPF_ALL_PASS: 'warning',
  SPF_ALL_NEUTRAL: 'notice',
  SPF_REDIRECT_IGNORED: 'warning',
  SPF_DUPLICATE_TERM: 'warning',
  SPF_PTR: 'warning',
  SPF_MACRO_P: 'warning',
  SPF_DYNAMIC: 'notice',
  SPF_EXTRA_SPACE: 'notice',
  SPF_BROAD_NETWORK: 'warning',

  SPF_INCLUDE_NO_RECORD: 'error',
  SPF_INCLUDE_SEVERAL_RECORDS: 'error',
  SPF_LOOP: 'error',
  SPF_LOOKUP_LIMIT: 'error',
  SPF_LOOKUPS_AT_LIMIT: 'warning',
  SPF_VOID_LIMIT: 'error',
  SPF_VOID_LIMIT_FAMILY: 'warning',
  SPF_VOID_LOOKUP: 'notice',
  SPF_MX_LIMIT: 'error',
  SPF_TREE_BOUNDED: 'warning',

  DKIM_SENDER_RIGHT: 'ok',
  DKIM_SENDER_MISSING: 'warning',
  DKIM_SENDER_OTHER_WAY: 'notice',
  DKIM_SENDER_WRONG_TARGET: 'error',
  DKIM_SENDER_OWNER_DOUBLED: 'error',
  DKIM_SENDER_MISPLACED: 'error',
  DKIM_SENDER_TARGET_DOUBLED: 'error',
  DKIM_SENDER_KEY_AS_TXT: 'warning',
  DKIM_SENDER_OTHER_KEY: 'error',
  DKIM_SENDER_CNAME_AS_TXT: 'error',
  DKIM_SENDER_NO_KEY: 'error',
  DKIM_SENDER_FLATTENED: 'ok',
  DKIM_SENDER_WILDCARD: 'warning',
  DKIM_SENDER_WILDCARD_RIGHT: 'notice',
  DKIM_SENDER_UNREADABLE: 'unknown',
  DKIM_UNANSWERED: 'unknown',

  DKIM_OWN_KEYS: 'ok',
  DKIM_OWN_KEYS_NOT_FOUND: 'notice',
  DKIM_OWN_CNAME_WITHOUT_KEY: 'notice',
  DKIM_KEY_REVOKED: 'notice',
  DKIM_KEY_INVALID: 'warning',
  DKIM_KEY_TOO_SHORT: 'warning',
  DKIM_KEY_SHORT: 'warning',
  DKIM_KEY_TESTING: 'notice',

  DMARC_NO_RECORD: 'warning',
  DMARC_SEVERAL_RECORDS: 'warning',
  DMARC_NOT_RECOGNISED: 'warning',
  DMARC_SPF_RECORD: 'warning',
  DMARC_MISPLACED: 'warning',
  DMARC_UNANSWERED: 'unknown',
  DMARC_POLICY: 'ok',
  DMARC_POLICY_NONE: 'notice',
  DMARC_INHERITED: 'notice',
  DMARC_SENDER_FAILS: 'error',
  DMARC_TESTING: 'notice',
  DMARC_POLICY_MISSING: 'warning',
  DMARC_BAD_POLICY: 'warning',
  DMARC_BAD_VALUE: 'warning',
  DMARC_BAD_TAG: 'warning',
  DMARC_COMMA: 'warning',
  DMARC_DUPLICATE_TAG: 'warning',
  DMARC_UNKNOWN_TAG: 'notice',
  DMARC_OBSOLETE_TAG: 'notice',
  DMARC_BAD_URI: 'warning',
  DMARC_NO_MAILTO: 'warning',
  DMARC_OBSOLETE_SIZE: 'notice',
  DMARC_REPORTS_REFUSED: 'warning',
  DMARC_MORE: 'notice',

  MX_FOUND: 'ok',
  MX_HOST_NOT_FOUND: 'notice',
  MX_IS_ADDRESS: 'warning',
  MX_NULL_AMONG_OTHERS: 'warning',
  MX_NONE: 'notice',
  MX_NULL: 'warning',
  MX_UNANSWERED: 'unknown',

  ZONE_NOT_FOUND: 'unknown',
  ZONE_UNREACHABLE: 'unknown',
  ZONE_SERVER_LAME: 'warning',
  ZONE_SERVER_SILENT: 'warning',
  ZONE_SERVER_NO_ADDRESS: 'warning',
  ZONE_SERVER_NOT_PUBLIC: 'warning',
  ZONE_SERVERS_BEHIND: 'warning',
  ZONE_SERVERS_DIFFER: 'warning',
  ZONE_CHANGED_ELSEWHERE: 'warning',
} as const satisfies Record<Code, Severity>;

export const codes = Object.keys(severities) as readonly Code[];

/** As a report holds it. Here and not in report.ts, so that what makes reports need not load their schema. */
export type ReportedFinding = Finding & { readonly severity: Severity };

export const reported = (found: Finding): ReportedFinding => ({ ...found, severity: severities[found.code] });

/** The gravest severity among the findings; `ok` where there are none. */
export const worst = (findings: readonly Finding[]): Severity =>
  findings.reduce<Severity>(
    (so_far, { code }) =>
      severityOrder.indexOf(severities[code]) > severityOrder.indexOf(so_far) ? severities[code] : so_far,
    'ok',
  );
