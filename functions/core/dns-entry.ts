import type { HostForm } from './dns-forms.ts';
import { isAtOrBelow } from './domain.ts';

/** What to type in the panel of a DNS host for a record. */

/**
 * A name in both the forms that panels want.
 *
 * @param name of a record: full, ASCII, without a final dot.
 * @param zone that the record stands in, likewise.
 * @returns `relative` is empty for the zone's own name; null where the name does not lie in the zone.
 */
export const nameForms = (name: string, zone: string): { readonly relative: string; readonly full: string } | null =>
  isAtOrBelow(name, zone) ? { relative: name.slice(0, -zone.length).replace(/\.$/, ''), full: name } : null;

/**
 * A name as the form wants it.
 *
 * @param name of a record: full, ASCII, without a final dot.
 * @param zone that the record stands in, likewise.
 * @returns what to type, empty where the field stays empty; null where that is not known.
 */
export const nameAsEntered = (form: HostForm, name: string, zone: string): string | null => {
  const forms = nameForms(name, zone);
  if (forms === null) return null;
  if (forms.relative !== '') return form.name === null ? null : forms[form.name];
  switch (form.apex) {
    case null:
      return null;
    case '@':
      return '@';
    case 'empty':
      return '';
    case 'full':
      return forms.full;
  }
};

/**
 * The target of a CNAME as the form wants it.
 *
 * @param target without a final dot.
 * @returns null where it is not known whether the host wants the dot.
 */
export const targetAsEntered = ({ finalDot }: HostForm, target: string): string | null =>
  finalDot === null ? null : `${target}${finalDot ? '.' : ''}`;

/** RFC 1035 section 3.3: one string of a TXT record holds 255 octets. */
const maxString = 255;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Does a TXT record need more than one string for it? */
export const isLongText = (text: string): boolean => octets(text) > maxString;

/** RFC 1035 section 5.1: within quotes, `"` and `\` are written with a `\` before them. */
const quoted = (string: string): string => `"${string.replace(/["\\]/g, '\\$&')}"`;

/** Strings of at most 255 octets, no character cut in two. */
const stringsOf = (text: string): readonly string[] => {
  const strings: string[] = [];
  let string = '';
  for (const character of text) {
    if (isLongText(string + character)) {
      strings.push(string);
      string = '';
    }
    string += character;
  }
  return [...strings, string];
};

/**
 * The text of a TXT record as the form wants it.
 *
 * @param text of the whole record, its strings joined.
 * @returns null where it takes more than one string, and it is not known how the host wants such.
 */
export const textAsEntered = ({ quotes, longText }: HostForm, text: string): string | null => {
  const once = quotes ? quoted(text) : text;
  if (!isLongText(text)) return once;
  switch (longText) {
    case null:
      return null;
    case 'whole':
      return once;
    case 'quoted':
      return stringsOf(text).map(quoted).join(' ');
  }
};
