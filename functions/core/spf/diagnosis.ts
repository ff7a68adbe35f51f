import { isNear } from '../edit-distance.ts';
import { parseAddress } from '../networks.ts';
import { mechanismNames } from './record.ts';
import { readTerm } from './term.ts';

/** What a text that is no term was likely meant to be. */

const nowhere = { term: '', start: 0, end: 0 };
const isReadable = (text: string): boolean => readTerm(text, nowhere).ok;

/** Where a term may begin inside another text: at the name of a mechanism or modifier with its colon, or at a final `all`. */
const beginnings = /[+\-?~]?(?:include:|a:|mx:|ptr:|ip4:|ip6:|exists:|redirect=|exp=|all$)/gi;

/** So many terms are taken apart at most: more stand in no record that works, and a text made for it would take long. */
const mostTogether = 40;

/**
 * Two terms or more without a space between them: `ip4:192.0.2.1ip4:192.0.2.2`, `-allinclude:example.com`.
 *
 * @returns the terms apart, each of which can be read; undefined where the text does not fall into such.
 */
export const splitTerms = (text: string): readonly string[] | undefined => {
  const starts = [...text.matchAll(beginnings)].map(({ index }) => index).filter((index) => index > 0);
  if (starts.length > mostTogether) return undefined;
  // How the text falls apart from each start on: found from the last to the first, and each once.
  const parts = new Map<number, readonly string[]>();
  for (const start of [0, ...starts].toReversed()) {
    for (const next of starts.filter((each) => each > start)) {
      const [left, right] = [text.slice(start, next), text.slice(next)];
      const rest = parts.get(next) ?? (isReadable(right) ? [right] : undefined);
      if (rest === undefined || !isReadable(left)) continue;
      parts.set(start, [left, ...rest]);
      break;
    }
  }
  return parts.get(0);
};

const hostName =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?)*\.[a-z](?:[a-z0-9-]*[a-z0-9])?\.?$/i;

/**
 * An address, a network or a host name that stands alone as a term.
 *
 * @returns the term that an address was meant as; null for a host, which may have been an `include`, an `a` or an `mx`;
 *   undefined where the text is none of these.
 */
export const bareValue = (text: string): string | null | undefined => {
  const [, qualifier = '', value = text] = /^([+\-?~]?)(.*)$/s.exec(text) ?? [];
  // `a:2001:db8::1` is an address by its form, and none that is in use: the mechanism was meant.
  const address = /^a:/i.test(value) ? undefined : parseAddress(value.replace(/\/\d+$/, ''));
  const term = address === undefined ? undefined : `${qualifier}ip${address.family}:${value}`;
  if (term !== undefined && isReadable(term)) return term;
  return hostName.test(value) ? null : undefined;
};

/** Names of old guides and of other tools for the mechanisms that hold addresses. */
const addressNames = /^(?:ip|ipv4|ipv6|ip-4|ip-6|ip4s|ip6s|ipv|addr|address)$/i;

/**
 * The term with the mechanism that its name is one slip from: `inlcude:example.com` → `include:example.com`.
 *
 * @returns a term that can be read, or null where there is no such one; never an `all` that lets everybody pass.
 */
export const suggestMechanism = (text: string): string | null => {
  const [, qualifier = '', name = '', rest = ''] = /^([+\-?~]?)([^:/=]*)(.*)$/s.exec(text) ?? [];
  const candidates = addressNames.test(name)
    ? ['ip4', 'ip6']
    : mechanismNames.filter(
        (known) =>
          known.length > 2 &&
          (known !== 'all' || /[-~?]/.test(qualifier)) &&
          known !== name.toLowerCase() &&
          isNear(name.toLowerCase(), known, 1),
      );
  const terms = candidates.map((known) => `${qualifier}${known}${rest}`).filter(isReadable);
  return terms[0] !== undefined && terms.length === 1 ? terms[0] : null;
};
