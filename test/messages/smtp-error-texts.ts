import { basicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import type { Language } from '#messages/languages.ts';
import { smtpErrorFormEn } from '#messages/smtp-error-en.ts';
import { smtpErrorTexts } from '#messages/smtp-error-languages.ts';
import { smtpErrorFormNb } from '#messages/smtp-error-nb.ts';
import type { ResultText } from './result-texts.ts';

/** What is said of an error message. */
export const wordsOfSmtpError = (language: Language): readonly ResultText[] => {
  const { causes, unreadable, basicAuth } = smtpErrorTexts[language];
  const { hint, privacy } = { nb: smtpErrorFormNb, en: smtpErrorFormEn }[language];
  return [
    ...Object.entries({ ...causes, ...unreadable }).flatMap(([of, { fact, action }]) =>
      [fact, action].map((text) => ({ of, text })),
    ),
    ...[...basicAuth.told(basicAuthPlan), hint, privacy].map((text) => ({ of: 'error', text })),
  ];
};
