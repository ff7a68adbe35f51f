/** What a sending program needs from the domains that it sends for. */
export interface Sender {
  readonly name: string;
  /** The name that an SPF record includes; its record is read from DNS at every check. */
  readonly include: string;
  /** Earlier names of the same record, which some domains still include. */
  readonly olderIncludes: readonly string[];
  /** What its mail servers call themselves, HELO. */
  readonly helo: string;
  readonly selector: string;
  /** Where the customer's CNAME at `SELECTOR._domainkey.DOMAIN` points. */
  readonly dkimTarget: string;
}

/** The one place that says who the sender is. Source: the e-mail manual of MAB, Bleken Data AS. */
export const sender: Sender = {
  name: 'MAB',
  include: '_spf.mab.no',
  olderIncludes: ['_spf.bleken.no'],
  helo: 'smtp.mab.no',
  selector: 'mab',
  dkimTarget: 'mab._domainkey.mab.no',
};

/** How the program names itself in the mails that it makes: Chilkat is what it sends with, and others do so too. */
export const senderPrograms = /\bMAB\b|chilkat/i;

/** RFC 6376 section 3.6.2.1: `mab._domainkey.shop.no`. */
export const dkimName = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;
