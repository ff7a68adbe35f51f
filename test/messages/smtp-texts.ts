import {
  otherPurposes,
  type SmtpArguments,
  type SmtpFinding,
  smtpCodes,
  tlsFailures,
  trusts,
} from '#core/smtp/findings.ts';
import type { Language } from '#messages/languages.ts';
import { smtpText } from '#messages/smtp-settings.ts';
import { smtpEn } from '#messages/smtp-settings-en.ts';
import { smtpNb } from '#messages/smtp-settings-nb.ts';
import type { ResultText } from './result-texts.ts';

type Several = { readonly [C in keyof SmtpArguments]?: readonly Partial<SmtpArguments[C]>[] };

/** Arguments that any code may have, and those of which more than one text is made. */
const any = {
  host: 'smtp.example.com',
  meant: 'smtp.office365.com',
  server: 'smtp.example.com:587',
  security: 'tls',
  port: 587,
  text: 'hello',
  reply: 554,
  ways: ['XOAUTH2', 'GSSAPI'],
  until: '2026-12-30T00:00:00.000Z',
  from: '2026-12-30T00:00:00.000Z',
  days: 5,
  names: ['mx.example', 'www.mx.example'],
  issuer: 'Test Root',
} as const;
const several: Several = {
  SMTP_OTHER_PURPOSE: otherPurposes.flatMap((purpose) => [{ purpose }, { purpose, meant: null }]),
  SMTP_TLS_FAILED: tlsFailures.map((reason) => ({ reason })),
  SMTP_WORKS: [{ security: 'tls' }, { security: 'none' }],
  SMTP_PLAIN_AT_465: [{ isTlsOffered: true }, { isTlsOffered: false }],
  SMTP_PASSWORD_IN_THE_OPEN: [{ isTlsOffered: true }, { isTlsOffered: false }],
  SMTP_CERT_ENDS_SOON: [{ days: 5 }, { days: 1 }, { days: 0 }],
  SMTP_CERT_OTHER_NAME: [{}, { names: [] }],
  SMTP_CERT_NOT_TRUSTED: trusts.flatMap((trust) => (trust === 'trusted' ? [] : [{ trust }, { trust, issuer: '' }])),
};

/** A finding of each code, with all arguments that make another text of it. */
export const smtpFindings = smtpCodes.flatMap((code): readonly SmtpFinding[] =>
  (several[code] ?? [{}]).map((args) => ({ code, args: { ...any, ...args } }) as unknown as SmtpFinding),
);

/** What is said of SMTP settings. */
export const wordsOfSmtp = (language: Language): readonly ResultText[] =>
  smtpFindings.flatMap((finding) => {
    const { fact, action } = smtpText(finding, { nb: smtpNb, en: smtpEn }[language]);
    return [fact, action ?? []].flat().map((text) => ({ of: finding.code, text }));
  });
