import type { Domain } from '../domain.ts';
import { type Mailbox, parseMailbox } from '../mailbox.ts';
import { oneAt } from './at-sign.ts';
import { mendDomain, mendLocal } from './parts.ts';
import { type AddressProblem, addressSeverities } from './problems.ts';
import { type Mended, mend, mendAll, type Reading, readingOf, slice, wrong } from './reading.ts';
import { bare, betweenAddresses } from './surroundings.ts';

export interface CheckedAddress {
  /** In the order that they stand in the text. */
  readonly problems: readonly AddressProblem[];
  /** The address that is likely meant, sound in itself; null where it is what is typed, or cannot be known. */
  readonly suggestion: string | null;
  /** The address, where mail can be sent to it. */
  readonly mailbox: Mailbox | null;
  /** The domain behind the @, where it is one, whatever is wrong before it. */
  readonly domain: Domain | null;
}

/** UTF-16 units. An address has 254, and there is room for a name beside it. */
export const longestTyped = 1_000;

/** RFC 5321 section 4.5.3.1.3: a path holds 256 octets with its angle brackets. */
const maxAddress = 254;

/**
 * Reads an address as a person typed it or copied it.
 *
 * @returns all that is wrong with it and where, the address that is likely meant, and the address where it is one.
 */
export const checkAddress = (text: string): CheckedAddress => {
  const checked = checkOnce(text);
  const { suggestion } = checked;
  // What is proposed has to stand the check itself.
  const isSound = suggestion !== null && suggestion !== text && isFaultless(checkOnce(suggestion));
  const problems = checked.problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { ...checked, problems, suggestion: isSound ? suggestion : null };
};

const isFaultless = ({ problems, mailbox }: CheckedAddress): boolean => problems.length === 0 && mailbox !== null;

const checkOnce = (text: string): CheckedAddress => {
  if (text.length > longestTyped) return refused([wrong('TEXT_TOO_LONG', readingOf(text))]);
  const { reading, problems } = bare(readingOf(text));
  if (reading.text === '') return refused([wrong('EMPTY', readingOf(text))]);
  const gaps = betweenAddresses(reading);
  if (gaps.length > 0) {
    return refused(gaps.map(([from, to]) => wrong('SEVERAL_ADDRESSES', slice(reading, from, to))));
  }
  const mended = mendAll(reading, [oneAt, dotsMeant, withoutSpaces]);
  const at = mended.reading.text.lastIndexOf('@');
  const before = [...problems, ...mended.problems];
  return at === -1 ? refused(before) : checkParts(mended.reading, at, before);
};

const refused = (problems: readonly AddressProblem[]): CheckedAddress => ({
  problems,
  suggestion: null,
  mailbox: null,
  domain: null,
});

/** A key beside that of the full stop, where one has to stand. */
const dotsMeant = (reading: Reading): Mended =>
  mend(reading, /(?<=[\p{L}\p{N}])\s*(?:[,;]\.?\s*(?=[\p{L}\p{N}])|:(?=\p{L}))|\.[,;]+/gu, 'NOT_A_DOT', () => '.');

/** Within what stands before the @, a full stop may be meant as well. */
const withoutSpaces = (reading: Reading): Mended => {
  const { text } = reading;
  const at = text.lastIndexOf('@');
  const isNoSign = (place: number): boolean => /[@.]/.test(text[place] ?? '');
  return mend(reading, /\s+/g, 'SPACE', (found, place) =>
    (at !== -1 && place > at) || isNoSign(place - 1) || isNoSign(place + found.length) ? '' : null,
  );
};

const checkParts = (reading: Reading, at: number, before: readonly AddressProblem[]): CheckedAddress => {
  const local = mendLocal(slice(reading, 0, at));
  const behind = mendDomain(slice(reading, at + 1));
  const sign = slice(reading, at, at + 1);
  const whole = `${local.reading.text}@${behind.domain?.ascii ?? behind.reading.text}`;
  const problems = [
    ...before,
    ...local.problems,
    ...behind.problems,
    ...(local.reading.text === '' ? [wrong('NO_LOCAL', sign)] : []),
    ...(behind.reading.text === '' ? [wrong('NO_DOMAIN', sign)] : []),
    ...(whole.length > maxAddress ? [wrong('ADDRESS_TOO_LONG', reading)] : []),
  ];
  const isSendable = problems.every(({ code }) => addressSeverities[code] !== 'error');
  return {
    problems,
    suggestion: `${local.reading.text}@${behind.meant.text}`,
    mailbox: isSendable ? parseMailbox(`${local.reading.text}@${behind.reading.text}`) : null,
    domain: behind.domain,
  };
};
