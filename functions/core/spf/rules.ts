import { type Finding, finding } from '../findings.ts';
import { bits } from '../networks.ts';
import { splitTerms } from './diagnosis.ts';
import { lettersOf } from './macro.ts';
import {
  type Directive,
  type DomainSpec,
  effectiveRedirect,
  isAll,
  maxOctets,
  mechanismNames,
  modifier,
  type SpfRecord,
  type Term,
} from './record.ts';
import type { SurveyNode, SurveyTerm } from './survey.ts';
import { termsOf } from './tally.ts';
import { readTerm } from './term.ts';

/** What is to be said of a record that its owner can mend: style and slips, beside what the tree shows. */

const placeOf = ({ term, start, end }: Term) => ({ term, start, end });

/** @param node a name whose record is the domain owner's own: the domain, or what it redirects to. */
export const recordFindings = (node: SurveyNode): readonly Finding[] => {
  if (node.state.kind !== 'record') return [];
  const { record } = node.state;
  const domain = node.name;
  return [
    ...allFindings(record, domain),
    ...duplicates(record, domain),
    ...record.terms.flatMap((term) => termFindings(term, domain)),
    ...termsOf(node).flatMap((surveyed) => nameFindings(surveyed, domain)),
    // One space stands between two terms; more are allowed and of no use (RFC 7208 section 4.6.1).
    ...(/ {2}| $/.test(record.text) ? [finding('SPF_EXTRA_SPACE', { domain })] : []),
    ...sizeFindings(record, domain),
  ];
};

const allFindings = (record: SpfRecord, domain: string): readonly Finding[] => {
  const [all, another] = record.terms.filter(isAll);
  const redirect = modifier(record, 'redirect');
  if (all === undefined)
    return redirect === undefined && record.errors.length === 0 ? [finding('SPF_ALL_MISSING', { domain })] : [];
  const behind = record.terms.filter((term) => term.kind === 'directive' && !isAll(term) && term.start > all.start);
  return [
    ...(all.qualifier === '+' ? [finding('SPF_ALL_PASS', { domain })] : []),
    ...(all.qualifier === '?' ? [finding('SPF_ALL_NEUTRAL', { domain })] : []),
    ...(another === undefined ? [] : [finding('SPF_ALL_REPEATED', { domain })]),
    ...(behind.length === 0 ? [] : [finding('SPF_AFTER_ALL', { domain, terms: behind.map(({ term }) => term) })]),
    ...(redirect === undefined || effectiveRedirect(record) !== undefined
      ? []
      : [finding('SPF_REDIRECT_IGNORED', { domain, ...placeOf(redirect) })]),
  ];
};

/** The same directive a second time; `+a` and `a` are the same. */
const duplicates = (record: SpfRecord, domain: string): readonly Finding[] => {
  const seen = new Map<string, number>();
  return record.terms.flatMap((term) => {
    if (term.kind !== 'directive' || isAll(term)) return [];
    const key = term.term.toLowerCase().replace(/^\+/, '');
    const first = seen.get(key) ?? term.start;
    seen.set(key, first);
    // Terms that run together without a space have one place, and stand there once.
    return first === term.start ? [] : [finding('SPF_DUPLICATE_TERM', { domain, ...placeOf(term) })];
  });
};

const termFindings = (term: Term, domain: string): readonly Finding[] => {
  switch (term.kind) {
    case 'directive':
      return directiveFindings(term, domain);
    case 'unknown-modifier':
      return [modifierFinding(term.name, term.value, term, domain)];
    case 'redirect':
    case 'exp':
      return usesP(term.domain) ? [finding('SPF_MACRO_P', { domain, ...placeOf(term) })] : [];
    case 'unreadable':
      return [];
  }
};

const directiveFindings = (term: Directive, domain: string): readonly Finding[] => {
  const { mechanism } = term;
  switch (mechanism.type) {
    case 'all':
      return [];
    case 'ptr':
      // Slow and unreliable: SHOULD NOT be published (RFC 7208 section 5.5).
      return [finding('SPF_PTR', { domain, ...placeOf(term) })];
    case 'ip4':
    case 'ip6':
      return isBroad(term) ? [finding('SPF_BROAD_NETWORK', { domain, ...placeOf(term) })] : [];
    case 'include':
    case 'a':
    case 'mx':
    case 'exists':
      return usesP(mechanism.domain) ? [finding('SPF_MACRO_P', { domain, ...placeOf(term) })] : [];
  }
};

/** RFC 7208 section 7.2: `%{p}` SHOULD NOT be published. */
const usesP = (spec: DomainSpec | null): boolean => spec !== null && lettersOf(spec.parts).includes('p');

/** Wider than an IPv4 /8 or an IPv6 /16: no mail service has so many addresses. */
const isBroad = ({ mechanism }: Directive): boolean => {
  if (mechanism.type !== 'ip4' && mechanism.type !== 'ip6') return false;
  const { family, first, last } = mechanism.network;
  return last - first + 1n > 1n << BigInt(bits[family] - (family === 4 ? 8 : 16));
};

/** `include=host` is an unknown modifier by the grammar, so that receivers pass over it without a word. */
const modifierFinding = (name: string, value: string, term: Term, domain: string): Finding => {
  if (name === 'v') return finding('SPF_VERSION_REPEATED', { domain, ...placeOf(term) });
  const suggestion = `${name}:${value}`;
  const isMeant = (mechanismNames as readonly string[]).includes(name) && readTerm(suggestion, placeOf(term)).ok;
  return isMeant
    ? finding('SPF_MECHANISM_AS_MODIFIER', { domain, suggestion, ...placeOf(term) })
    : finding('SPF_UNKNOWN_MODIFIER', { domain, ...placeOf(term) });
};

const hostName = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i;

/** What DNS had nothing for, and what the name by its form tells of the reason. */
const nameFindings = ({ term, name, voids, matches, child }: SurveyTerm, domain: string): readonly Finding[] => {
  const place = placeOf(term);
  if (name === null) {
    const isPtr = term.kind === 'directive' && term.mechanism.type === 'ptr';
    return matches === null && !isPtr ? [finding('SPF_DYNAMIC', { domain, ...place })] : [];
  }
  const isDead = child === null ? voids[4].includes(name) && voids[6].includes(name) : child.state.kind === 'none';
  const parts = isDead ? splitTerms(term.term) : undefined;
  if (parts !== undefined) return [finding('SPF_MISSING_SPACE', { domain, parts, ...place })];
  if (!hostName.test(name)) return [finding('SPF_NOT_A_HOST', { domain, name, ...place })];
  return isDead && child === null ? [finding('SPF_VOID_LOOKUP', { domain, name, ...place })] : [];
};

export const octetsOf = (text: string): number => new TextEncoder().encode(text).length;

const sizeFindings = (record: SpfRecord, domain: string): readonly Finding[] => {
  const octets = octetsOf(record.text);
  return octets > maxOctets ? [finding('SPF_SIZE', { domain, octets, limit: maxOctets })] : [];
};
