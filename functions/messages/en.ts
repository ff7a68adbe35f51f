import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import { enDkim } from './en-dkim.ts';
import { enDmarc } from './en-dmarc.ts';
import { requestFailures } from './en-failures.ts';
import { enDomain, enMx } from './en-mx.ts';
import { count, failureReasons, locale } from './en-phrases.ts';
import { enRepair } from './en-repair.ts';
import { enSpf } from './en-spf.ts';
import { enZone } from './en-zone.ts';
import { enForm } from './form-en.ts';
import { formatTime } from './formats.ts';
import type { Texts } from './messages.ts';

const things = (value: number): string => (value === 1 ? 'one thing' : `${count(value)} things`);
const moreThings = (should: number): string => (should > 0 ? ` You should also do ${things(should)}.` : '');
const someUnknown = (unknown: number): string => (unknown > 0 ? ' Something could not be checked.' : '');
const outOf = (used: number, limit: number): string => `${count(used)} of ${count(limit)}`;

export const en: Texts = {
  ...enForm,
  findings: { ...enDomain, ...enSpf, ...enDkim, ...enDmarc, ...enMx, ...enZone },
  severities: {
    error: 'Must be corrected',
    unknown: 'Could not be checked',
    warning: 'Should be corrected',
    notice: 'Worth knowing',
    ok: 'As it should be',
  },
  sections: {
    DOMAIN: 'The domain',
    SPF: 'SPF',
    DKIM: 'DKIM',
    DMARC: 'DMARC',
    MX: 'Receiving mail (MX)',
    ZONE: 'Name servers',
  },
  verdict: {
    not_found: (domain) => ({
      heading: `The domain ${domain} does not exist in DNS`,
      below: 'Make sure that it is spelt right.',
    }),
    must: (domain, { must, should, unknown }) => ({
      heading: `You must do ${things(must)}`,
      below: `When that is done, mail from ${sender.name} can safely be sent from ${domain}.${moreThings(should)}${someUnknown(unknown)}`,
    }),
    unknown: (domain, { should }) => ({
      heading: `Something could not be checked for ${domain}`,
      below: should > 0 ? `Try again in a moment. You should also do ${things(should)}.` : 'Try again in a moment.',
    }),
    should: (domain, { should }) => ({
      heading: `Mail from ${sender.name} can be sent from ${domain}`,
      below: `But you should do ${things(should)}.`,
    }),
    safe: (domain) => ({
      heading: `Mail from ${sender.name} can safely be sent from ${domain}`,
      below: 'There is nothing for you to do.',
    }),
  },
  tasks: {
    weights: { must: 'Must be done', should: 'Should be done' },
    titles: {
      domain: { add: 'Find the right domain', replace: 'Find the right domain', other: 'Find the right domain' },
      spf: { add: 'Add SPF', replace: 'Replace the SPF record', other: 'Correct the SPF record' },
      dkim: { add: 'Add DKIM', replace: 'Replace the DKIM record', other: 'Look after the DKIM keys' },
      dmarc: { add: 'Add DMARC', replace: 'Replace the DMARC record', other: 'Correct the DMARC record' },
      mx: { add: 'Correct receiving mail', replace: 'Correct receiving mail', other: 'Correct receiving mail' },
    },
    elsewhere: (holder) => `Tell whoever runs ${holder}`,
    deeds: {
      spf: {
        add: 'Make a new record at the DNS host, with these fields.',
        replace: 'Find the record at the DNS host, and put this one in its place.',
        merge: 'Find the records at the DNS host. Put this one in the place of one of them, and delete the others.',
      },
      dkim: {
        add: `Make a new record at the DNS host, with these fields. Then switch on “SMTP DKIM” in ${sender.name}.`,
        replace: `Find the record at the DNS host, and put this one in its place. “SMTP DKIM” must be switched on in ${sender.name}.`,
        merge: `Find the records at the DNS host. Put this one in the place of one of them, and delete the others. “SMTP DKIM” must be switched on in ${sender.name}.`,
      },
      dmarc: {
        add: 'Make a new record at the DNS host, with these fields.',
        replace: 'Find the record at the DNS host, and put this one in its place.',
        merge: 'Find the records at the DNS host. Put this one in the place of one of them, and delete the others.',
      },
    },
  },
  checkedAt: (at) => `Checked ${formatTime(locale, at)} Norwegian time.`,
  elsewhere: (holder) => `Tell whoever runs ${holder}, if that is not you.`,
  numbersHeading: 'SPF in numbers',
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
    otherWay: `DKIM is in order when ${sender.name} sends through your mail service. If ${sender.name} sends by itself, publish this:`,
  },
  handOver: {
    subject: (domain) => `Changes in DNS for ${domain}`,
    greeting: 'Hello!',
    request: (domain) =>
      `We send invoices and orders from ${sender.name} with ${domain} as the sender. For that mail to arrive safely, DNS for ${domain} must be changed as follows. Could you do that for us?`,
    choose: 'Here a choice must be made first. Open the link below, and the corrected record is made there.',
    dkim: `When the record is in place, we switch on “SMTP DKIM” in ${sender.name}.`,
    after: (link) => `When it is done, you can see whether all is well here: ${link}`,
  },
  failureReasons,
  requestFailures,
};
