import { isDnsName } from '../domain.ts';
import type { Finding, Place } from '../findings.ts';
import type { Network } from '../networks.ts';

/** qualifier = "+" / "-" / "?" / "~" (RFC 7208 section 4.6.1) */
export type Qualifier = '+' | '-' | '?' | '~';

/** macro-letter (RFC 7208 section 7.2); `c r t` in explanations only. */
export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'h' | 'v' | 'c' | 'r' | 't';

/** macro-expand = ( "%{" macro-letter transformers *delimiter "}" ) / "%%" / "%_" / "%-" (RFC 7208 section 7.1) */
export type MacroPart =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'macro';
      readonly letter: MacroLetter;
      /** How many labels from the right are kept; null for all. */
      readonly keep: number | null;
      readonly reverse: boolean;
      readonly delimiters: string;
      /** An upper-case letter: what comes out is escaped as in a URL. */
      readonly escape: boolean;
    };
export type MacroString = readonly MacroPart[];

/** domain-spec = macro-string domain-end (RFC 7208 section 7.1) */
export interface DomainSpec {
  readonly text: string;
  readonly parts: MacroString;
}

/** dual-cidr-length = [ ip4-cidr-length ] [ "/" ip6-cidr-length ] (RFC 7208 section 5.6) */
export interface PrefixLengths {
  readonly 4: number;
  readonly 6: number;
}

/** RFC 7208 section 5. `domain` is null where the term names none: the domain of the record itself. */
export type Mechanism =
  | { readonly type: 'all' }
  | { readonly type: 'include'; readonly domain: DomainSpec }
  | { readonly type: 'a' | 'mx'; readonly domain: DomainSpec | null; readonly prefixLengths: PrefixLengths }
  | { readonly type: 'ptr'; readonly domain: DomainSpec | null }
  | { readonly type: 'ip4' | 'ip6'; readonly network: Network }
  | { readonly type: 'exists'; readonly domain: DomainSpec };
export type MechanismName = Mechanism['type'];

export const mechanismNames = [
  'all',
  'include',
  'a',
  'mx',
  'ptr',
  'ip4',
  'ip6',
  'exists',
] as const satisfies MechanismName[];

/** terms = *( 1*SP ( directive / modifier ) ) (RFC 7208 section 4.6.1) */
export type Term = Directive | Modifier | UnknownModifier | Unreadable;

export interface Directive extends Place {
  readonly kind: 'directive';
  readonly qualifier: Qualifier;
  readonly mechanism: Mechanism;
}

/** redirect = "redirect" "=" domain-spec; explanation = "exp" "=" domain-spec (RFC 7208 section 6) */
export interface Modifier extends Place {
  readonly kind: 'redirect' | 'exp';
  readonly domain: DomainSpec;
}

/** unknown-modifier = name "=" macro-string: ignored by receivers. */
export interface UnknownModifier extends Place {
  readonly kind: 'unknown-modifier';
  readonly name: string;
  readonly value: string;
}

/** What the grammar has no place for; the problems say why. */
export interface Unreadable extends Place {
  readonly kind: 'unreadable';
}

/** Each makes the whole record a permerror (RFC 7208 section 4.6). */
const syntaxErrors = [
  'SPF_UNKNOWN_MECHANISM',
  'SPF_BARE_VALUE',
  'SPF_MISSING_SPACE',
  'SPF_SPACE_IN_TERM',
  'SPF_EMPTY_VALUE',
  'SPF_UNEXPECTED_VALUE',
  'SPF_BAD_IP4',
  'SPF_BAD_IP6',
  'SPF_BAD_PREFIX_LENGTH',
  'SPF_BAD_DOMAIN',
  'SPF_BAD_MACRO',
  'SPF_BAD_MODIFIER',
  'SPF_DUPLICATE_MODIFIER',
  'SPF_PUNCTUATION',
  'SPF_QUOTE',
  'SPF_INVISIBLE_CHARACTER',
  'SPF_LOOKALIKE_CHARACTER',
  'SPF_NON_ASCII',
] as const satisfies Finding['code'][];

/** A fault in the text: a finding that does not yet know the name which holds the record. */
export type SpfError = {
  [C in (typeof syntaxErrors)[number]]: {
    readonly code: C;
    readonly args: Omit<Extract<Finding, { code: C }>['args'], 'domain'>;
  };
}[(typeof syntaxErrors)[number]];

export interface SpfRecord {
  readonly text: string;
  /** In their order. A term with a fault that leaves no doubt of what was meant is read as it was meant. */
  readonly terms: readonly Term[];
  /** All faults; where there is one, receivers give permerror, whatever the terms say. */
  readonly errors: readonly SpfError[];
}

/** RFC 7208 section 3.4: an answer of 512 octets in all; 450 leave room for the rest of it. */
export const maxOctets = 450;

/**
 * Characters of a record that is read at all. Most DNS hosts take 2,048 or 4,096 in a TXT record, and few records have
 * more than 600: a longer one is made to cost whoever reads it.
 */
export const longestRecord = 4_096;

/** RFC 7208 section 4.6.4. The limits of one evaluation. */
export const maxLookups = 10;
export const maxVoids = 2;
/** For each `mx` term: the hosts; for each `ptr` or `%{p}`: the names used, the rest ignored. */
export const maxMxHosts = 10;
export const maxPtrNames = 10;

/** version = "v=spf1" (RFC 7208 section 4.5): followed by a space or the end. */
export const isSpfRecord = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

/**
 * RFC 7208 section 4.3: a malformed name, and one of a single label, is not asked for; its result is `none`.
 * "[192.0.2.1]" is an address literal (RFC 5321 section 4.1.3) and no name.
 */
export const isCheckable = (name: string): boolean => isDnsName(name) && name.includes('.') && !/[[\] ]/.test(name);

/** Does the term count against `maxLookups`? (RFC 7208 section 4.6.4) */
export const costsLookup = (term: Term): boolean => {
  switch (term.kind) {
    case 'redirect':
      return true;
    case 'exp':
    case 'unknown-modifier':
    case 'unreadable':
      return false;
    case 'directive':
      switch (term.mechanism.type) {
        case 'include':
        case 'a':
        case 'mx':
        case 'ptr':
        case 'exists':
          return true;
        case 'all':
        case 'ip4':
        case 'ip6':
          return false;
      }
  }
};

export const isAll = (term: Term): term is Directive & { readonly mechanism: { readonly type: 'all' } } =>
  term.kind === 'directive' && term.mechanism.type === 'all';

/** The terms that an evaluation may come to: up to the first `all` (RFC 7208 section 5.1), and a `redirect` only without one. */
export const effectiveTerms = (record: SpfRecord): readonly Term[] => {
  const all = record.terms.findIndex(isAll);
  return all < 0 ? record.terms : record.terms.slice(0, all + 1);
};

/** The redirect that counts: none where `all` stands anywhere in the record (RFC 7208 section 6.1). */
export const effectiveRedirect = (record: SpfRecord): Modifier | undefined =>
  record.terms.some(isAll) ? undefined : modifier(record, 'redirect');

export const modifier = (record: SpfRecord, kind: Modifier['kind']): Modifier | undefined =>
  record.terms.find((term): term is Modifier => term.kind === kind);
