import type { Report } from '#core/report.ts';
import type { Language } from '#messages/languages.ts';
import type { MailLinks } from '#messages/report-mail.ts';
import { check, dmarc, including, mx, right, services, signed, spf } from '#test/core/shop.ts';
import type { Zone } from '#test/zone.ts';

/** Reports that are mailed: a domain for each way that the mail can go. */

export const links: Readonly<Record<Language, MailLinks>> = {
  nb: {
    result: 'https://www.check.example/r/7KQ4-M2XD',
    until: '2027-05-23T11:30:00Z',
    check: 'https://www.check.example/?domene=shop.example&x="\'<>',
    unsubscribe: 'https://www.check.example/avmelding/#recipient.token',
  },
  en: {
    result: 'https://www.check.example/en/r/7KQ4-M2XD',
    until: '2027-05-23T11:30:00Z',
    check: 'https://www.check.example/en/?domain=shop.example&x="\'<>',
    unsubscribe: 'https://www.check.example/en/unsubscribe/#recipient.token',
  },
};

export const usual = spf('v=spf1 include:spf.example ~all');
export const unanswered: Zone = { ...right, '_dmarc.shop.example': [{ FAIL: 'servfail' }] };

/** What strangers can write in DNS to get out of the place that it is shown in. */
export const hostile: Zone = {
  ...spf('v=spf1 include:_spf.mab.no include:spf.example\u200e ~all'),
  'mab._domainkey.shop.example': [
    { TXT: '</dd></td><script>alert(1)</script><a href=https://evil.example/ \'"&amp;\u202e\r\n\u0007&body=%0D%0A' },
  ],
  ...dmarc('p=nonee; note=<img src=x onerror=alert(1)>  "&lt;\'\u202e\u0007'),
};

const mailed: Readonly<Record<string, Zone>> = {
  'SPF to replace, DKIM and DMARC to add': usual,
  'all is right': right,
  'the domain does not exist': {},
  'something could not be checked': unanswered,
  'something could not be checked, and something is to be done': {
    ...unanswered,
    'mab._domainkey.shop.example': [],
  },
  'two records in the place of which comes one': {
    ...signed,
    'shop.example': [{ TXT: 'v=spf1 include:spf.example -all' }, { TXT: 'v=spf1 include:loose.example ~all' }, mx],
  },
  'a long record': {
    ...signed,
    ...spf(`v=spf1 ${Array.from({ length: 25 }, (_, i) => `ip4:192.0.2.${i * 2}`).join(' ')} -all`),
  },
  'no room in SPF': { ...signed, ...services(10), ...spf(including(10)) },
  'an alias': {
    ...signed,
    'shop.example': [{ CNAME: 'other.example' }],
    'other.example': [{ TXT: 'v=spf1 include:spf.example -all' }, mx],
  },
  'a record that somebody else has': {
    ...dmarc('p=reject'),
    ...spf('v=spf1 include:broken.example include:_spf.mab.no -all'),
  },
  'receiving mail alone': {
    ...right,
    'shop.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, '192.0.2.1'] }],
  },
  'what strangers wrote': hostile,
};

export const mailedReports: readonly (readonly [what: string, report: Report])[] = await Promise.all(
  Object.entries(mailed).map(async ([what, zone]) => [what, await check(zone)] as const),
);
