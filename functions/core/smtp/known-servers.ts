import { isAtOrBelow } from '../domain.ts';
import { isNear } from '../edit-distance.ts';
import type { OtherPurpose } from './findings.ts';
import type { KnownServer } from './smtp-report.ts';

const google = 'https://support.google.com/a/answer/176600';

/** Servers that customers of MAB send through, each as its own guide has it; null where only the name is known. */
export const knownServers: readonly KnownServer[] = [
  {
    id: 'microsoft365',
    name: 'Microsoft 365',
    host: 'smtp.office365.com',
    port: 587,
    security: 'tls',
    login: 'needed',
    source:
      'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  },
  {
    id: 'outlook',
    name: 'Outlook.com',
    host: 'smtp-mail.outlook.com',
    port: 587,
    security: 'tls',
    login: 'needed',
    source:
      'https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040',
  },
  {
    id: 'mab',
    name: 'MAB',
    host: 'smtp.mab.no',
    port: null,
    security: 'none',
    login: 'unknown',
    source: 'The e-mail manual of MAB, Bleken Data AS: its picture of «Epostoppsett».',
  },
  { id: 'gmail', name: 'Gmail', host: 'smtp.gmail.com', port: 587, security: 'tls', login: 'needed', source: google },
  {
    id: 'google-relay',
    name: 'Google Workspace',
    host: 'smtp-relay.gmail.com',
    port: 587,
    security: 'tls',
    login: 'network',
    source: google,
  },
  {
    id: 'one',
    name: 'one.com',
    host: 'send.one.com',
    port: 465,
    security: 'tls',
    login: 'needed',
    source: 'https://autoconfig.thunderbird.net/v1.1/one.com',
  },
  {
    id: 'altibox',
    name: 'Altibox',
    host: 'smtp.altibox.no',
    port: 465,
    security: 'tls',
    login: 'unknown',
    source: 'https://altibox.no/privat/kundeservice/e-post/faq',
  },
  {
    id: 'bgnett',
    name: 'BGNett',
    host: 'smtp.bgnett.no',
    port: 587,
    security: 'tls',
    login: 'needed',
    source: 'https://www.mailia.no/?page_id=295',
  },
  {
    id: 'domeneshop',
    name: 'Domeneshop',
    host: 'smtp.domeneshop.no',
    port: null,
    security: null,
    login: 'unknown',
    source: 'https://www.beo-infosikkerhet.no/internett/oppsett/',
  },
  {
    id: 'telenor',
    name: 'Telenor',
    host: 'smtp.online.no',
    port: null,
    security: null,
    login: 'unknown',
    // What its servers call themselves in the Received fields of mail from its customers.
    source: 'https://lore.kernel.org/git/592c0133-d6f3-3376-0fe7-3633f3a91377@online.no/',
  },
];

/** @param host ASCII, lower case. */
export const knownServer = (host: string): KnownServer | null =>
  knownServers.find((known) => known.host === host) ?? null;

/** The known server that was meant by a name like it; null where none is near, or the name itself is known. */
export const slipOf = (host: string): KnownServer | null => {
  if (knownServer(host) !== null || otherPurposeOf(host) !== null) return null;
  // A short name is near to many others.
  return knownServers.find((known) => isNear(known.host, host, known.host.length < 14 ? 1 : 2)) ?? null;
};

export interface OtherPurposeHost {
  readonly purpose: OtherPurpose;
  /** The server for sending; null where it is not known. */
  readonly meant: string | null;
}

/**
 * Hosts for something else than sending, with what they lie at or below. Sources: the guides above, and for where mail to a domain goes
 * the MX records in services.ts.
 */
const elsewhere: readonly (readonly [host: string, purpose: OtherPurpose, meant: string])[] = [
  ['outlook.office365.com', 'imap', 'smtp.office365.com'],
  ['outlook.office.com', 'webmail', 'smtp.office365.com'],
  ['mail.protection.outlook.com', 'mx', 'smtp.office365.com'],
  ['aspmx.l.google.com', 'mx', 'smtp.gmail.com'],
  ['smtp.google.com', 'mx', 'smtp.gmail.com'],
  ['mx.domeneshop.no', 'mx', 'smtp.domeneshop.no'],
  ['imap.gmail.com', 'imap', 'smtp.gmail.com'],
  ['pop.gmail.com', 'pop', 'smtp.gmail.com'],
  ['imap.one.com', 'imap', 'send.one.com'],
  ['pop.one.com', 'pop', 'send.one.com'],
];

/** Names that say themselves what the host is for. */
const purposes: Readonly<Record<string, OtherPurpose>> = {
  imap: 'imap',
  imap4: 'imap',
  pop: 'pop',
  pop3: 'pop',
  webmail: 'webmail',
  owa: 'webmail',
  autodiscover: 'webmail',
};

/** What a host is for, where that is not sending; null where nothing says so. */
export const otherPurposeOf = (host: string): OtherPurposeHost | null => {
  const named = elsewhere.find(([parent]) => isAtOrBelow(host, parent));
  if (named !== undefined) return { purpose: named[1], meant: named[2] };
  const [first = '', ...rest] = host.split('.');
  const purpose = Object.hasOwn(purposes, first) ? purposes[first] : undefined;
  if (purpose === undefined) return null;
  return { purpose, meant: knownServer(['smtp', ...rest].join('.'))?.host ?? null };
};
