import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import { enDkim } from './en-dkim.ts';
import { enDmarc } from './en-dmarc.ts';
import { enDomain, enMx } from './en-mx.ts';
import { count, failureReasons, locale } from './en-phrases.ts';
import { enRepair } from './en-repair.ts';
import { enSpf } from './en-spf.ts';
import { formatTime } from './formats.ts';
import type { Texts } from './messages.ts';

const things = (value: number): string => (value === 1 ? 'one thing' : `${count(value)} things`);
const outOf = (used: number, limit: number): string => `${count(used)} of ${count(limit)}`;

export const en: Texts = {
  locale,
  findings: { ...enDomain, ...enSpf, ...enDkim, ...enDmarc, ...enMx },
  severities: {
    error: 'Must be corrected',
    unknown: 'Could not be checked',
    warning: 'Should be corrected',
    notice: 'Worth knowing',
    ok: 'As it should be',
  },
  sections: { DOMAIN: 'The domain', SPF: 'SPF', DKIM: 'DKIM', DMARC: 'DMARC', MX: 'Receiving mail (MX)' },
  verdict: (domain, verdict, counts) => {
    switch (verdict) {
      case 'ok':
      case 'notice':
        return `Mail from ${sender.name} can safely be sent from ${domain}.`;
      case 'warning':
        return `Mail from ${sender.name} can be sent from ${domain}, but ${things(counts.warning)} should be corrected.`;
      case 'unknown':
        return `Something could not be checked for ${domain}. Try again in a moment.`;
      case 'error':
        return `For mail from ${sender.name} to arrive safely from ${domain}, ${things(counts.error)} must be corrected.${
          counts.unknown > 0 ? ' Something could not be checked.' : ''
        }`;
    }
  },
  checkedAt: (at) => `Checked ${formatTime(locale, at)} Norwegian time.`,
  elsewhere: (holder) => `Tell whoever runs ${holder}, if that is not you.`,
  spfNumbers: ({ lookups, voids, octets, addresses }) => [
    { label: 'Look-ups', value: outOf(lookups, maxLookups) },
    { label: 'Void look-ups', value: outOf(Math.max(voids.ip4, voids.ip6), maxVoids) },
    { label: 'Length', value: `${count(octets)} bytes` },
    { label: 'Authorised IPv4 addresses', value: count(addresses.ip4) },
  ],
  repair: enRepair,
  publish: {
    heading: 'Records to publish',
    lead: 'Enter them at your DNS provider, or send them to whoever runs the domain.',
    action: { add: 'New record', replace: 'Replace the record' },
    name: 'Name',
    type: 'Type',
    value: 'Value',
    replaces: 'To be removed',
    nextDmarc: (record) => `The next step: once all mail from the domain passes DMARC, change to “${record}”.`,
  },
  domainProblems: {
    EMPTY: 'Type a domain, for instance shop.no.',
    IP_ADDRESS: 'This is an IP address; type the domain instead, for instance shop.no.',
    SINGLE_LABEL: 'The domain needs its ending, for instance “.no”.',
    EMPTY_LABEL: 'There are two dots in a row, or a dot at the beginning; remove one of them.',
    LABEL_TOO_LONG: 'A part of the name is over 63 characters long, and no domain is.',
    NAME_TOO_LONG: 'The name is over 253 characters long, and no domain is.',
    BAD_CHARACTER: 'There is a character that no domain can have; type only letters, digits, hyphens and dots.',
    BAD_HYPHEN: 'A part of the name begins or ends with a hyphen, which no domain can.',
  },
  domainChanges: {
    white_space: 'Spaces and invisible characters were taken off.',
    url: 'The rest of the web address was taken off.',
    address: 'What stands before the “@” was taken off.',
    record_name: 'The name of the DMARC or DKIM record is taken off.',
    www: 'The part “www.” was taken off.',
    final_dot: 'The final dot was taken off.',
    case: 'Capital letters were made small.',
  },
  failureReasons,
  requestFailures: {
    NETWORK: {
      fact: 'The e-mail check could not be reached.',
      action: 'Make sure that you are online, and try again.',
    },
    RATE_LIMITED: {
      fact: 'Many questions have come from here in a short time.',
      action: 'Wait a minute, and try again.',
    },
    INTERNAL: {
      fact: 'Something went wrong on our side, and the domain was not checked.',
      action: 'Try again in a moment.',
    },
  },
  page: {
    title: `${sender.name} e-mail check`,
    lead: `See whether your domain is ready to send mail from ${sender.name}, and what needs correcting, if anything.`,
    domainLabel: 'Domain or e-mail address',
    domainHint: 'For instance shop.no or post@shop.no',
    check: 'Check',
    checking: 'Checking …',
    tryAgain: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy; the text is selected, so you can copy it yourself.',
    findingsHeading: 'Findings',
    numbersHeading: 'SPF in numbers',
    currentRecord: 'The record as it is now',
    otherLanguage: 'Norsk',
    withoutScript: 'This page needs JavaScript to check a domain.',
    notFound: 'This page does not exist',
    toFirstPage: 'Check a domain',
  },
};
