import type { Language } from '#messages/languages.ts';
import type { SmtpPageTexts } from '#messages/smtp-page.ts';
import { smtpFormEn, smtpPageEn } from '#messages/smtp-page-en.ts';
import { smtpFormNb, smtpPageNb } from '#messages/smtp-page-nb.ts';
import type { ResultText } from './result-texts.ts';

const host = 'mail.shop.example';
const text = `${host} ESMTP ready`;
const certificate = {
  names: [host, 'shop.example'],
  matches: false,
  validFrom: '2026-09-01T00:00:00.000Z',
  validUntil: '2026-12-01T00:00:00.000Z',
  daysLeft: 7,
  isEarly: false,
  trust: 'trusted',
  issuer: 'Test Root',
} as const;

const stepsOf = ({ steps }: SmtpPageTexts): readonly string[] => [
  ...Object.values(steps.name).map((told) => told(host, '192.0.2.1')),
  ...Object.values(steps.connection),
  steps.greeting.smtp({ state: 'smtp', text }),
  steps.greeting.turned_away({ state: 'turned_away', reply: 554, text }),
  steps.greeting.not_smtp({ state: 'not_smtp', text }),
  steps.greeting.silent({ state: 'silent' }),
  steps.greeting.closed({ state: 'closed' }),
  steps.tls.works({ state: 'works', way: 'starttls', protocol: 'TLSv1.3' }),
  steps.tls.works({ state: 'works', way: 'at_once', protocol: 'TLSv1.3' }),
  steps.tls.not_offered({ state: 'not_offered' }),
  steps.tls.failed({ state: 'failed', way: 'starttls', reason: 'closed' }),
  steps.certificate.sound(certificate),
  steps.certificate.doubtful(certificate),
  steps.logins(['PLAIN', 'LOGIN']),
  steps.noLogin,
];

/** What the page says where SMTP settings are tried, but for what is found. */
export const wordsOfSmtpPage = (language: Language): readonly ResultText[] => {
  const words = { nb: smtpPageNb, en: smtpPageEn }[language];
  const form = { nb: smtpFormNb, en: smtpFormEn }[language];
  const told: Readonly<Record<string, readonly string[]>> = {
    form: [form.serverHint, form.noPassword],
    problem: Object.values(words.problems),
    verdict: [words.trying(host), ...Object.values(words.verdicts)],
    step: stepsOf(words),
    advice: [
      ...Object.values(words.basis).map((basis) => basis('Microsoft 365')),
      words.asTyped,
      ...Object.values(words.logins),
    ],
  };
  return Object.entries(told).flatMap(([of, texts]) => texts.map((text) => ({ of, text })));
};
