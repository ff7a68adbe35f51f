import punycode from 'punycode.js';

/** A domain name in both its forms, lower case and without the final dot. Only `parseDomain` makes one. */
export interface Domain {
  /** A-labels, as DNS is asked (RFC 5890): `xn--blbr-roah.no`. */
  readonly ascii: string;
  /** U-labels, as people are shown: `blåbær.no`. */
  readonly unicode: string;
}

/** What `parseDomain` took away or turned before it had a domain. */
export const domainChanges = ['white_space', 'address', 'url', 'final_dot', 'case', 'record_name', 'www'] as const;
export type DomainChange = (typeof domainChanges)[number];

export const domainProblems = [
  'EMPTY',
  'IP_ADDRESS',
  'SINGLE_LABEL',
  'EMPTY_LABEL',
  'LABEL_TOO_LONG',
  'NAME_TOO_LONG',
  'BAD_CHARACTER',
  'BAD_HYPHEN',
] as const;
export type DomainProblem = (typeof domainProblems)[number];

export type ParsedDomain =
  | { readonly ok: true; readonly domain: Domain; readonly changes: readonly DomainChange[] }
  | { readonly ok: false; readonly problem: DomainProblem };

/** RFC 1035 section 2.3.4: a label holds 63 octets, a name 255 on the wire, which is 253 in text. */
export const maxLabel = 63;
export const maxName = 253;

const refuse = (problem: DomainProblem): ParsedDomain => ({ ok: false, problem });

/** Text that only an address can be: four numbers, or hexadecimal groups with colons, bare or in brackets. */
const ipAddress = /^(?:\[.*\]|\d+(?:\.\d+){3}|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)$/i;

/** What comes along from web pages and mail programs and is not seen: UTS 46 ignores it too. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** The full stop, and what UTS 46 takes for one. */
const dots = /[.。．｡]/gu;

/**
 * The only door from typed text to a `Domain`.
 *
 * @param text what a person types: a domain, an e-mail address or a web address, with capitals, white space, æøå.
 * @returns the domain and what was changed to get it; or which rule of a host name the text breaks
 *   (RFC 1123 section 2.1, RFC 5890 section 2.3.1, UTS 46).
 */
export const parseDomain = (text: string): ParsedDomain => {
  const changes: DomainChange[] = [];
  const change = (kind: DomainChange, before: string, after: string): string => {
    if (after !== before) changes.push(kind);
    return after;
  };
  let name = change('white_space', text, text.replace(invisible, '').replace(/\s+/g, ' ').trim());
  name = change('address', name, withoutMailbox(name));
  if (ipAddress.test(name)) return refuse('IP_ADDRESS');
  name = change('url', name, withoutUrl(name));
  if (ipAddress.test(name)) return refuse('IP_ADDRESS');
  name = name.replace(dots, '.');
  name = change('final_dot', name, name.replace(/\.$/, ''));
  if (name === '') return refuse('EMPTY');
  name = change('case', name, name.toLowerCase());
  // The name of a DMARC or DKIM record stands for the domain that it belongs to.
  name = change('record_name', name, name.replace(/^(?:_dmarc|[^.]+\._domainkey)\./, ''));
  if (name.split('.').includes('')) return refuse('EMPTY_LABEL');
  const ascii = toAscii(name);
  if (ascii === undefined) return refuse('BAD_CHARACTER');
  const problem = hostNameProblem(ascii);
  if (problem !== undefined) return refuse(problem);
  const bare = change('www', ascii, ascii.replace(/^www\.(?=[^.]+\.)/, ''));
  const unicode = toUnicode(bare);
  return unicode === undefined ? refuse('BAD_CHARACTER') : { ok: true, domain: { ascii: bare, unicode }, changes };
};

/** `Ola <post@shop.no>`, `mailto:post@shop.no?subject=x` and `post@shop.no` → what follows the `@`; other text as it is. */
const withoutMailbox = (text: string): string => {
  const inner = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const address = inner.replace(/^mailto:/i, '');
  // An "@" behind a "/" or "?" is part of a web address.
  return (/^(?:"[^"]*"|[^@/?#]*)@(.*)$/s.exec(address)?.[1] ?? address).trim();
};

/** `https://user@shop.no:443/kontakt?a#b` → `shop.no`; other text as it is. */
const withoutUrl = (text: string): string =>
  text
    .replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?/i, '')
    .replace(/[/?#\\].*$/s, '')
    .replace(/:\d*$/, '')
    .trim();

/** A-labels by UTS 46, non-transitional, which is what the WHATWG URL parser does; undefined where it refuses. */
export const toAscii = (name: string): string | undefined => {
  // URL takes characters that end or escape a host in a URL; they are no part of a name.
  if (/[\s:/?#@\\%[\]<>]/.test(name)) return undefined;
  if (/^[a-z0-9.-]+$/.test(name) && !name.includes('xn--')) return name;
  // A long label makes URL fail as a whole; the length has a problem code of its own.
  const url = URL.parse(`http://${name}/`);
  return url === null ? longAscii(name) : url.hostname;
};

const longAscii = (name: string): string | undefined => {
  if (/[^a-z0-9.\-\u0080-\uffff]/.test(name)) return undefined;
  const ascii = toPunycode(name.normalize('NFC'));
  if (ascii === undefined) return undefined;
  return ascii.length > maxName || ascii.split('.').some((label) => label.length > maxLabel) ? ascii : undefined;
};

/** Undefined where punycode.js throws its RangeError: thousands of characters, some of which no name holds. */
const toPunycode = (name: string): string | undefined => {
  try {
    return punycode.toASCII(name);
  } catch {
    return undefined;
  }
};

/** Letters, digits and the few other marks of an internationalized name (RFC 5892). */
const permitted = /^[\p{L}\p{M}\p{N}\-.·ـ・׳״\u200c\u200d]+$/u;

/**
 * U-labels; undefined where an A-label is no Punycode, or stands for another name or for what no name holds (RFC 5891
 * section 5.4).
 */
export const toUnicode = (ascii: string): string | undefined => {
  if (!ascii.includes('xn--')) return ascii;
  try {
    const unicode = punycode.toUnicode(ascii);
    return permitted.test(unicode) && toAscii(unicode) === ascii ? unicode : undefined;
  } catch {
    // punycode.js throws a RangeError where a label cannot be decoded.
    return undefined;
  }
};

/** The rule of a host name that the text breaks (RFC 1123 section 2.1); undefined where it breaks none. Labels must not be empty. */
export const hostNameProblem = (ascii: string): DomainProblem | undefined => {
  const labels = ascii.split('.');
  if (/[^a-z0-9.-]/.test(ascii)) return 'BAD_CHARACTER';
  if (labels.length < 2) return 'SINGLE_LABEL';
  if (labels.some((label) => label.length > maxLabel)) return 'LABEL_TOO_LONG';
  if (ascii.length > maxName) return 'NAME_TOO_LONG';
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return 'BAD_HYPHEN';
  // A name whose last label is a number is read as an address (WHATWG URL, RFC 3696 section 2).
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'IP_ADDRESS';
  return undefined;
};

const dnsName = /^[ -\-/-~]{1,63}(?:\.[ -\-/-~]{1,63})*$/;

/** Can DNS be asked for it? RFC 1035 section 2.3.4 and RFC 2181 section 11: any octets, within the lengths; those of ASCII text here. */
export const isDnsName = (name: string): boolean => name.length <= maxName && dnsName.test(name);

/** Is the name the other one, or does it lie below it? Capitals do not count (RFC 4343). */
export const isAtOrBelow = (name: string, parent: string): boolean => {
  const [below, above] = [name.toLowerCase(), parent.toLowerCase()];
  return below === above || below.endsWith(`.${above}`);
};
