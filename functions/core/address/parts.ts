import { type Domain, hostNameProblem, toAscii, toUnicode } from '../domain.ts';
import { mailDomainMeant, mailDomainOfName, topLevelSlips } from './mail-domains.ts';
import { type Mended, mend, mendAll, type Reading, slice, wrong } from './reading.ts';

/** RFC 5321 section 4.5.3.1.1: octets, which here are characters, as others than ASCII are told of already. */
const maxLocal = 64;

/** What word processors and web pages write for a hyphen or an apostrophe. */
const typeset = /[‐‑‒–—−’‘´]/g;
const plain = (found: string): string => (/[’‘´]/.test(found) ? "'" : '-');

/** What is no sign of a Dot-string (RFC 5321 section 4.1.2), in ASCII; white space and @ have rules of their own. */
const forbidden = /[^\w!#$%&'*+/=?^`{|}~.\-@\s\u0080-\uffff]+/g;
const foreignLetters = /(?:(?![\0-\x7f])[\p{L}\p{M}\p{N}])+/gu;
const foreignSigns = /(?:(?![\p{L}\p{M}\p{N}\s])[^\0-\x7f])+/gu;

const dots: readonly ((reading: Reading) => Mended)[] = [
  (one) => mend(one, /^\.+|\.+$/g, 'EDGE_DOT', () => ''),
  (one) => mend(one, /\.{2,}/g, 'DOUBLE_DOT', () => '.'),
];

/** What stands before the @. */
export const mendLocal = (reading: Reading): Mended => {
  const mended = mendAll(reading, [
    ...dots,
    (one) => mend(one, typeset, 'FORBIDDEN_CHARACTER', plain),
    (one) => mend(one, forbidden, 'FORBIDDEN_CHARACTER', () => null),
    (one) => mend(one, foreignLetters, 'NON_ASCII_LOCAL', () => null),
    (one) => mend(one, foreignSigns, 'FORBIDDEN_CHARACTER', () => null),
  ]);
  const tooLong = mended.reading.text.length > maxLocal ? [wrong('LOCAL_TOO_LONG', mended.reading)] : [];
  return { reading: mended.reading, problems: [...mended.problems, ...tooLong] };
};

/** What stands behind the @, as a domain where it is one. */
export interface MendedDomain extends Mended {
  readonly domain: Domain | null;
  /** With likely slips made good. */
  readonly meant: Reading;
}

/** No letter of any name (RFC 5892), as `permitted` of domain.ts has them; what is not seen is gone already. */
const notInNames = /[^\p{L}\p{M}\p{N}\-.·ـ・׳״\s]+/gu;

export const mendDomain = (typed: Reading): MendedDomain => {
  const isLiteral = /^\[.*\]$/s.test(typed.text);
  if (isLiteral) return { ...none(typed), problems: [wrong('DOMAIN_IP_ADDRESS', typed)] };
  const { reading, problems } = mendAll(typed, [
    ...dots,
    (one) => mend(one, typeset, 'FORBIDDEN_CHARACTER', plain),
    (one) => mend(one, notInNames, 'FORBIDDEN_CHARACTER', () => null),
  ]);
  // What is no name for a reason that is told already has no second one.
  if (reading.text === '' || problems.some(({ suggestion }) => suggestion === null) || /\s/.test(reading.text))
    return { ...none(reading), problems };
  const name = named(reading);
  return { ...name, problems: [...problems, ...name.problems] };
};

const none = (reading: Reading): MendedDomain => ({ reading, problems: [], domain: null, meant: reading });

const named = (reading: Reading): MendedDomain => {
  const ascii = toAscii(reading.text.toLowerCase());
  const unicode = ascii === undefined ? undefined : toUnicode(ascii);
  if (ascii === undefined) return { ...none(reading), problems: [wrong('DOMAIN_BAD_CHARACTER', reading)] };
  switch (hostNameProblem(ascii)) {
    case undefined:
      return unicode === undefined
        ? { ...none(reading), problems: [wrong('DOMAIN_BAD_CHARACTER', reading)] }
        : { ...withoutSlips(reading), domain: { ascii, unicode } };
    case 'SINGLE_LABEL':
      return withTopLevel(reading, ascii);
    case 'LABEL_TOO_LONG':
      return { ...none(reading), problems: [wrong('DOMAIN_LABEL_TOO_LONG', longest(reading))] };
    case 'BAD_HYPHEN':
      return { ...none(reading), ...mend(reading, /(?<=^|\.)-+|-+(?=\.|$)/g, 'DOMAIN_BAD_HYPHEN', () => null) };
    case 'NAME_TOO_LONG':
      return { ...none(reading), problems: [wrong('DOMAIN_NAME_TOO_LONG', reading)] };
    case 'IP_ADDRESS':
      return { ...none(reading), problems: [wrong('DOMAIN_IP_ADDRESS', reading)] };
    case 'EMPTY':
    case 'EMPTY_LABEL':
    case 'BAD_CHARACTER':
      return { ...none(reading), problems: [wrong('DOMAIN_BAD_CHARACTER', reading)] };
  }
};

/** The longest label, whole. */
const longest = (reading: Reading): Reading => {
  const labels = [...reading.text.matchAll(/[^.]+/g)];
  const [label] = labels.toSorted((a, b) => b[0].length - a[0].length);
  return label === undefined ? reading : slice(reading, label.index, label.index + label[0].length);
};

/** `gmail` and `mabno`: the rest is a guess. */
const withTopLevel = (reading: Reading, name: string): MendedDomain => {
  const guess =
    mailDomainOfName(name) ?? (/^.{2,}(?:no|com)$/.test(name) ? name.replace(/(?=(?:no|com)$)/, '.') : null);
  const { reading: meant, problems } = whole(reading, 'DOMAIN_SINGLE_LABEL', guess);
  return { reading, problems, domain: null, meant };
};

const whole = (reading: Reading, code: 'DOMAIN_SINGLE_LABEL' | 'MAIL_DOMAIN_SLIP', meant: string | null): Mended =>
  mend(reading, /^.+$/gs, code, () => meant);

/** A sound name that is hardly the one that is meant. */
const withoutSlips = (reading: Reading): Omit<MendedDomain, 'domain'> => {
  const { reading: bare, problems } = mend(reading, /^www\.(?=[^.]+\.)/gi, 'WWW', () => '');
  const top = mend(bare, /(?<=\.)[^.]+$/g, 'TOP_LEVEL_SLIP', (label) => topLevelOf(label) ?? label);
  const isSlip = topLevelOf(bare.text.slice(bare.text.lastIndexOf('.') + 1)) !== null;
  const better = isSlip ? top : { reading: bare, problems: [] };
  const mailDomain = mailDomainMeant(better.reading.text.toLowerCase());
  const slip = mailDomain === null ? better : whole(bare, 'MAIL_DOMAIN_SLIP', mailDomain);
  return { reading, problems: [...problems, ...slip.problems], meant: slip.reading };
};

const topLevelOf = (label: string): string | null => {
  const lower = label.toLowerCase();
  return Object.hasOwn(topLevelSlips, lower) ? (topLevelSlips[lower] ?? null) : null;
};
