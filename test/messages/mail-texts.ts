import type { Standing, TaskCounts } from '#core/tasks.ts';
import type { Language } from '#messages/languages.ts';
import type { MailingTexts } from '#messages/mailing.ts';
import { mailingEn } from '#messages/mailing-en.ts';
import { mailingNb } from '#messages/mailing-nb.ts';
import { reportMailEn } from '#messages/report-mail-en.ts';
import { reportMailNb } from '#messages/report-mail-nb.ts';
import type { ReportMailTexts } from '#messages/report-mail-texts.ts';
import type { UnsubscribeTexts } from '#messages/unsubscribe.ts';
import { unsubscribeEn } from '#messages/unsubscribe-en.ts';
import { unsubscribeNb } from '#messages/unsubscribe-nb.ts';
import type { ResultText } from './result-texts.ts';

const reportMailTexts: Readonly<Record<Language, ReportMailTexts>> = { nb: reportMailNb, en: reportMailEn };
const mailingTexts: Readonly<Record<Language, MailingTexts>> = { nb: mailingNb, en: mailingEn };
const unsubscribeTexts: Readonly<Record<Language, UnsubscribeTexts>> = { nb: unsubscribeNb, en: unsubscribeEn };

const domain = 'shop.example';
const until = '2027-05-23T11:30:00Z';

const counts = (must: number, should: number, unknown = 0): TaskCounts => ({ must, should, unknown });
const standings: { readonly [S in Standing]: readonly TaskCounts[] } = {
  not_found: [counts(1, 0)],
  must: [counts(1, 0), counts(1, 2)],
  unknown: [counts(0, 0, 1), counts(0, 1, 1), counts(0, 2, 1)],
  should: [counts(0, 1), counts(0, 2)],
  safe: [counts(0, 0)],
};
const eachStanding = Object.keys(standings) as Standing[];

/** Every text of the mail to the one who runs the domain, of the form that has it sent, and of the page that ends such mail. */
export const wordsOfMail = (language: Language): readonly ResultText[] => {
  const { subject, standing, request, until: works, checked, shortName, added, ...lines } = reportMailTexts[language];
  const { solving, sending, sent, failures } = mailingTexts[language];
  return [
    ...eachStanding.map((key) => ({ of: `subject ${key}`, text: subject[key](domain) })),
    ...eachStanding.flatMap((key) =>
      standings[key].map((each) => ({ of: `standing ${key}`, text: standing[key](domain, each) })),
    ),
    ...[
      request(domain),
      works(until),
      shortName(''),
      shortName('_dmarc'),
      added(['a:host.example.net', 'ip4:192.0.2.1']),
      ...Object.values(checked),
      ...Object.values(lines),
    ].map((text) => ({ of: 'mail', text })),
    ...[solving, sending, sent(`post@${domain}`, until), ...Object.values(failures)].map((text) => ({
      of: 'mailing',
      text,
    })),
    ...Object.values(unsubscribeTexts[language]).map((text) => ({ of: 'unsubscribe', text })),
  ];
};
