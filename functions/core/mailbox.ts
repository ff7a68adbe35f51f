import { type Domain, hostNameProblem, toAscii, toUnicode } from './domain.ts';

/** An e-mail address, of which only `parseMailbox` makes one. */
export interface Mailbox {
  /** As typed: its capitals may matter where it is received (RFC 5321 section 2.4). */
  readonly local: string;
  readonly domain: Domain;
  /** `local@domain`, in ASCII: as SMTP has it. */
  readonly address: string;
}

/** RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.3: a path holds 256 octets with its angle brackets. */
const maxLocal = 64;
const maxAddress = 254;

/** RFC 5321 section 4.1.2, Dot-string. The quoted form is allowed there, and in use by nobody. */
const dotString = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/**
 * One address, as a person types it: white space around it is taken away, and nothing else. Whatever could be more than one
 * address, or more than an address, is none.
 *
 * @returns null where it is none that SMTP without extensions carries (RFC 5321), or its domain is no host name.
 */
export const parseMailbox = (text: string): Mailbox | null => {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(0, at));
  if (local.length > maxLocal || !dotString.test(local)) return null;
  const ascii = toAscii(trimmed.slice(at + 1).toLowerCase());
  if (ascii === undefined || ascii.split('.').includes('') || hostNameProblem(ascii) !== undefined) return null;
  const unicode = toUnicode(ascii);
  const address = `${local}@${ascii}`;
  return unicode === undefined || address.length > maxAddress ? null : { local, domain: { ascii, unicode }, address };
};

/** Google reads its addresses without their full stops: https://support.google.com/mail/answer/7436150 */
const dotless: readonly string[] = ['gmail.com', 'googlemail.com'];

/**
 * What is counted as one recipient, however its address is written: `Ola+faktura@Shop.no` lies in the same mailbox as
 * `ola@shop.no` at most that read their mail (RFC 5233), and is counted so at all.
 */
export const recipientOf = ({ local, domain }: Mailbox): string => {
  const base = local.toLowerCase().replace(/(?<=.)\+.*$/, '');
  return `${dotless.includes(domain.ascii) ? base.replaceAll('.', '') : base}@${domain.ascii}`;
};
