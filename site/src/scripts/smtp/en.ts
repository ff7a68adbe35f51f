import '../copy-button.ts';
import { smtpPageEn } from '#messages/smtp-page-en.ts';
import { smtpEn } from '#messages/smtp-settings-en.ts';
import { startSmtpPage } from './smtp-page.ts';

export const startSmtp = (): void => startSmtpPage(smtpPageEn, smtpEn);
