import type { Place } from '../findings.ts';
import { bits, type Family, network, parseAddressOf } from '../networks.ts';
import { hasDomainEnd, parseMacro } from './macro.ts';
import {
  type DomainSpec,
  type Mechanism,
  type MechanismName,
  mechanismNames,
  type PrefixLengths,
  type Qualifier,
  type SpfError,
  type Term,
} from './record.ts';

/** Why a term cannot be read: a syntax error without its place. */
export type Fault = {
  [C in SpfError['code']]: { readonly code: C; readonly args: Without<C> };
}[SpfError['code']];
type Without<C> = Omit<Extract<SpfError, { code: C }>['args'], keyof Place>;

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };
const read = <T>(value: T): Read<T> => ({ ok: true, value });
const refuse = (fault: Fault): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault });

const isMechanismName = (name: string): name is MechanismName => (mechanismNames as readonly string[]).includes(name);

// name = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." ) (RFC 7208 section 4.6.1)
const modifierForm = /^([a-z][a-z0-9\-_.]*)=(.*)$/is;
const directiveForm = /^([+\-?~]?)([a-z][a-z0-9\-_.]*)(.*)$/is;

/**
 * Reads one term by the grammar and nothing beyond it.
 *
 * @param text the term without spaces, printable ASCII.
 * @param place where it stands, and the text as it was written there.
 */
export const readTerm = (text: string, place: Place): Read<Term> => {
  const [, modifierName, value] = modifierForm.exec(text) ?? [];
  if (modifierName !== undefined && value !== undefined) return readModifier(modifierName, value, place);
  const [, sign, word, rest] = directiveForm.exec(text) ?? [];
  if (word === undefined || rest === undefined) return refuse(unknown(text));
  const name = word.toLowerCase();
  // "include.example.com" is one word by the grammar of names; a mechanism's name ends at ":" or "/".
  if (!isMechanismName(name) || !/^(?:[:/]|$)/.test(rest)) return refuse(unknown(text));
  const mechanism = readMechanism(name, rest);
  if (!mechanism.ok) return mechanism;
  const qualifier = (sign === '' ? '+' : sign) as Qualifier;
  return read({ kind: 'directive', qualifier, mechanism: mechanism.value, ...place });
};

const unknown = (text: string): Fault => ({
  code: 'SPF_UNKNOWN_MECHANISM',
  args: { mechanism: /^[+\-?~]?([^:/=]*)/.exec(text)?.[1] ?? text, suggestion: null },
});

const readModifier = (written: string, value: string, place: Place): Read<Term> => {
  const name = written.toLowerCase();
  if (name === 'redirect' || name === 'exp') {
    const domain = readDomainSpec(value);
    return domain.ok ? read({ kind: name, domain: domain.value, ...place }) : domain;
  }
  // The value of an unknown modifier is a macro-string too (RFC 7208 section 6).
  const [bad] = parseMacro(value, 'domain-spec').bad;
  if (bad !== undefined) return refuse({ code: 'SPF_BAD_MACRO', args: { macro: bad } });
  return read({ kind: 'unknown-modifier', name, value, ...place });
};

/** @param rest what follows the name: nothing, or a value from its `:` or `/` on. */
const readMechanism = (name: MechanismName, rest: string): Read<Mechanism> => {
  switch (name) {
    case 'all':
      return rest === '' ? read({ type: name }) : refuse({ code: 'SPF_UNEXPECTED_VALUE', args: { mechanism: name } });
    case 'include':
    case 'exists': {
      const domain = readValue(rest);
      return domain.ok ? read({ type: name, domain: domain.value }) : domain;
    }
    case 'ptr': {
      if (rest === '') return read({ type: name, domain: null });
      const domain = readValue(rest);
      return domain.ok ? read({ type: name, domain: domain.value }) : domain;
    }
    case 'a':
    case 'mx':
      return readHosts(name, rest);
    case 'ip4':
      return readNetwork(name, 4, rest);
    case 'ip6':
      return readNetwork(name, 6, rest);
  }
};

const readValue = (rest: string): Read<DomainSpec> =>
  rest.startsWith(':') ? readDomainSpec(rest.slice(1)) : refuse({ code: 'SPF_EMPTY_VALUE', args: {} });

const readDomainSpec = (text: string): Read<DomainSpec> => {
  if (text === '') return refuse({ code: 'SPF_EMPTY_VALUE', args: {} });
  const macro = parseMacro(text, 'domain-spec');
  const { parts, bad } = macro;
  if (bad[0] !== undefined) return refuse({ code: 'SPF_BAD_MACRO', args: { macro: bad[0] } });
  if (!hasDomainEnd(macro)) return refuse({ code: 'SPF_BAD_DOMAIN', args: { value: text } });
  return read({ text, parts });
};

/** ip4-cidr-length = "/" ("0" / %x31-39 0*1DIGIT): no leading zero (RFC 7208 section 5.6). */
const prefixLength = (family: Family, text: string): number | undefined =>
  /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= bits[family] ? Number(text) : undefined;

/** a = "a" [ ":" domain-spec ] [ dual-cidr-length ]; mx likewise (RFC 7208 sections 5.3, 5.4) */
const readHosts = (type: 'a' | 'mx', rest: string): Read<Mechanism> => {
  // A "/" may be a delimiter within a macro: the lengths stand at the end, after the last brace.
  const [lengths = '', ip4, ip6] = /(?:\/(\d*))?(?:\/\/(\d*))?$/.exec(rest) ?? [];
  const before = rest.slice(0, rest.length - lengths.length);
  const prefixLengths: Record<keyof PrefixLengths, number> = { 4: bits[4], 6: bits[6] };
  for (const [family, text] of [[4, ip4] as const, [6, ip6] as const]) {
    if (text === undefined) continue;
    const length = prefixLength(family, text);
    if (length === undefined) return refuse({ code: 'SPF_BAD_PREFIX_LENGTH', args: { value: lengths } });
    prefixLengths[family] = length;
  }
  if (before === '') return read({ type, domain: null, prefixLengths });
  if (!before.startsWith(':')) return refuse({ code: 'SPF_BAD_PREFIX_LENGTH', args: { value: rest } });
  const domain = readValue(before);
  if (domain.ok) return read({ type, domain: domain.value, prefixLengths });
  // "/" may stand in a name by the grammar; where no name comes of it, a length was meant.
  const slash = before.indexOf('/');
  if (domain.fault.code !== 'SPF_BAD_DOMAIN' || slash < 0) return domain;
  return refuse({ code: 'SPF_BAD_PREFIX_LENGTH', args: { value: rest.slice(slash) } });
};

/** ip4 = "ip4" ":" ip4-network [ ip4-cidr-length ]; ip6 likewise (RFC 7208 section 5.6) */
const readNetwork = (type: 'ip4' | 'ip6', family: Family, rest: string): Read<Mechanism> => {
  const value = rest.slice(1);
  if (!rest.startsWith(':') || value === '') return refuse({ code: 'SPF_EMPTY_VALUE', args: {} });
  const [written = '', length] = value.split(/\/(.*)/s);
  const address = parseAddressOf(family, written);
  if (address === undefined) return refuse({ code: type === 'ip4' ? 'SPF_BAD_IP4' : 'SPF_BAD_IP6', args: { value } });
  const prefix = length === undefined ? bits[family] : prefixLength(family, length);
  if (prefix === undefined) return refuse({ code: 'SPF_BAD_PREFIX_LENGTH', args: { value: `/${length}` } });
  return read({ type, network: network(family, address, prefix) });
};
