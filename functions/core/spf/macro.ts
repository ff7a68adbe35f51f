import { maxName } from '../domain.ts';
import { type Address, formatAddress } from '../networks.ts';
import type { DomainSpec, MacroLetter, MacroPart, MacroString } from './record.ts';

// macro-expand = "%{" macro-letter [ DIGIT+ ] [ "r" ] *delimiter "}" (RFC 7208 section 7.1)
const expand = /^\{([slodiphvcrt])(\d*)(r?)([.\-+,/_=]*)\}/i;
const escapes: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };

export interface ParsedMacro {
  readonly parts: MacroString;
  /** What stands after a `%` and is no macro, as written. */
  readonly bad: readonly string[];
  /** The literal text behind the last macro-expand. */
  readonly tail: string;
}

/**
 * macro-string = *( macro-expand / macro-literal ) (RFC 7208 section 7.1).
 *
 * @param letters the macro letters that are allowed: `c r t` stand in explanations only (section 7.2).
 */
export const parseMacro = (text: string, letters: 'domain-spec' | 'explanation'): ParsedMacro => {
  const parts: MacroPart[] = [];
  const bad: string[] = [];
  let tail = '';
  for (let at = 0; at < text.length; ) {
    const percent = text.indexOf('%', at);
    if (percent !== at) {
      const literal = text.slice(at, percent < 0 ? text.length : percent);
      parts.push({ kind: 'literal', text: literal });
      at += literal.length;
      tail = literal;
      continue;
    }
    tail = '';
    const rest = text.slice(at + 1);
    const escaped = escapes[rest[0] ?? ''];
    const [macro, letter, digits, reverse, delimiters] = expand.exec(rest) ?? [];
    if (escaped !== undefined) {
      parts.push({ kind: 'literal', text: escaped });
      at += 2;
    } else if (
      macro !== undefined &&
      letter !== undefined &&
      isAllowed(letter, letters) &&
      !/^0+$/.test(digits ?? '')
    ) {
      parts.push({
        kind: 'macro',
        letter: letter.toLowerCase() as MacroLetter,
        keep: digits ? Number(digits) : null,
        reverse: reverse !== '',
        delimiters: delimiters || '.',
        escape: letter !== letter.toLowerCase(),
      });
      at += 1 + macro.length;
    } else {
      const end = /^\{[^}]*\}/.exec(rest)?.[0].length ?? Math.min(rest.length, 1);
      bad.push(text.slice(at, at + 1 + end));
      at += 1 + end;
    }
  }
  return { parts, bad, tail };
};

const isAllowed = (letter: string, letters: 'domain-spec' | 'explanation'): boolean =>
  letters === 'explanation' || !/[crt]/i.test(letter);

// toplabel = ( *alphanum ALPHA *alphanum ) / ( 1*alphanum "-" *( alphanum / "-" ) alphanum )
const domainEnd = /\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\.?$/i;

/** domain-end = ( "." toplabel [ "." ] ) / macro-expand (RFC 7208 section 7.1) */
export const hasDomainEnd = ({ tail }: ParsedMacro): boolean => tail === '' || domainEnd.test(tail);

/** The letters that the text's macros use. */
export const lettersOf = (parts: MacroString): readonly MacroLetter[] =>
  parts.flatMap((part) => (part.kind === 'macro' ? [part.letter] : []));

/** What each macro letter stands for in one evaluation (RFC 7208 section 7.2). */
export type MacroValues = Readonly<Record<MacroLetter, string>>;

/** RFC 7208 section 7.3: split at the delimiters, reverse, keep so many from the right, join with dots. */
export const expandMacro = (parts: MacroString, values: MacroValues): string =>
  parts.map((part) => (part.kind === 'literal' ? part.text : transform(values[part.letter], part))).join('');

const transform = (value: string, part: Extract<MacroPart, { kind: 'macro' }>): string => {
  let labels = splitAt(value, part.delimiters);
  if (part.reverse) labels = labels.toReversed();
  if (part.keep !== null) labels = labels.slice(-part.keep);
  const joined = labels.join('.');
  return part.escape ? urlEscape(joined) : joined;
};

const splitAt = (value: string, delimiters: string): readonly string[] => {
  const labels = [''];
  for (const character of value) {
    if (delimiters.includes(character)) labels.push('');
    else labels[labels.length - 1] += character;
  }
  return labels;
};

/** RFC 7208 section 7.3: everything outside RFC 3986's unreserved set; encodeURIComponent leaves five more. */
const urlEscape = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** RFC 7208 section 7.3: labels go from the left until the name has 253 octets at most; a final dot is not asked for. */
export const shorten = (name: string): string => {
  let short = name.replace(/\.$/, '');
  while (short.length > maxName && short.includes('.')) short = short.slice(short.indexOf('.') + 1);
  return short;
};

const unused = { s: '', l: '', i: '', p: '', h: '', v: '', c: '', r: '', t: '' };

/**
 * The name that a term stands for where it is the same for every message: no letter but `d` and `o` stands in it.
 *
 * @param spec the term's domain-spec; null where it names none, which is `domain` itself.
 * @param origin the domain that mail is sent from, `%{o}`.
 * @returns null where the name depends on the message.
 */
export const staticTarget = (spec: DomainSpec | null, domain: string, origin: string): string | null => {
  if (spec === null) return domain;
  const [first, second] = spec.parts;
  // Most names have no macro.
  if (first?.kind === 'literal' && second === undefined) return shorten(first.text);
  if (lettersOf(spec.parts).some((letter) => letter !== 'd' && letter !== 'o')) return null;
  return shorten(expandMacro(spec.parts, { ...unused, d: domain, o: origin }));
};

/** `%{i}`: dotted decimal, or the 32 nibbles of an IPv6 address with dots, in capitals (RFC 7208 section 7.3). */
export const dottedAddress = ({ family, value }: Address): string =>
  family === 4 ? formatAddress({ family, value }) : [...value.toString(16).toUpperCase().padStart(32, '0')].join('.');
