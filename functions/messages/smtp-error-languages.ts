import type { Language } from './languages.ts';
import type { SmtpErrorForm, SmtpErrorTexts } from './smtp-error.ts';
import { smtpErrorEn, smtpErrorFormEn } from './smtp-error-en.ts';
import { smtpErrorFormNb, smtpErrorNb } from './smtp-error-nb.ts';

export const smtpErrorTexts: Readonly<Record<Language, SmtpErrorTexts>> = { nb: smtpErrorNb, en: smtpErrorEn };

export const smtpErrorForms: Readonly<Record<Language, SmtpErrorForm>> = { nb: smtpErrorFormNb, en: smtpErrorFormEn };
