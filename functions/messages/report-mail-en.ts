import { sender } from '#core/sender.ts';
import { locale, quotes } from './en-phrases.ts';
import { formatTime } from './formats.ts';
import type { ReportMailTexts } from './report-mail-texts.ts';

const { name } = sender;
const steps = (must: number, should: number): string =>
  must + should === 1 ? 'The step is below.' : 'The steps are below, the most important first.';

export const reportMailEn: ReportMailTexts = {
  subject: {
    not_found: (domain) => `${domain}: the domain does not exist in DNS`,
    must: (domain) => `${domain}: changes that must be made in DNS`,
    unknown: (domain) => `${domain}: not everything could be checked`,
    should: (domain) => `${domain}: changes that should be made in DNS`,
    safe: (domain) => `${domain}: ready for mail from ${name}`,
  },
  greeting: 'Hello!',
  request: (domain) =>
    `Somebody who uses ${name} has checked the domain ${domain} and asked us to send you this. ${name} is a program that sends invoices and orders by e-mail, with the domain as the sender.`,
  standing: {
    not_found: (domain) => `As things are now, no mail can be sent from ${domain}.`,
    must: (_, { must, should }) =>
      `For that mail to arrive safely, something must be corrected in DNS. ${steps(must, should)}`,
    unknown: (_, { should }) =>
      should === 0
        ? 'We found nothing to correct, but not everything could be checked.'
        : `We found something that should be corrected in DNS, but not everything could be checked. ${steps(0, should)}`,
    should: (domain, { should }) =>
      `Mail from ${name} can be sent from ${domain}, but something should be corrected in DNS. ${steps(0, should)}`,
    safe: (domain) =>
      `All is well. Mail from ${name} can safely be sent from ${domain}, and there is nothing for you to do.`,
  },
  explanation:
    'SPF, DKIM and DMARC are records in DNS, entered where the domain is run. By them, receivers can see whether mail from the domain is genuine.',
  choose:
    'Here a choice must be made first. Check the domain again with the link below, and the corrected record is made there.',
  dkim: `Tell whoever uses ${name} when the record is in place. Then “SMTP DKIM” can be switched on there.`,
  shortName: (relative) =>
    relative === ''
      ? 'Some hosts want “@” or an empty field as the name.'
      : `Some hosts want only “${relative}” as the name.`,
  added: (terms) =>
    `Whoever asked for this mail has added ${quotes(terms)}. If you do not know it, ask the owner of the domain first.`,
  uncheckedHeading: 'What could not be checked',
  unchecked: 'Check the domain again in a moment.',
  resultHeading: 'The result',
  result: 'See the whole result',
  until: (until) => `The link works until ${formatTime(locale, until)}.`,
  check: 'Check the domain again',
  checked: {
    changes: 'There you see whether all is well when the changes are made.',
    now: 'There you see how it is now.',
  },
  footHeading: 'About this mail',
  foot: `This mail was sent from the e-mail check, a service from ${name}, because somebody typed your address there. Answers to it are not read.`,
  doubt: 'If you do not know who asked for this, ask the owner of the domain before you change anything.',
  enough: 'Do you want no more mail from here?',
  unsubscribe: 'Stop mail to this address',
};
