import '../copy-button.ts';
import { smtpPageNb } from '#messages/smtp-page-nb.ts';
import { smtpNb } from '#messages/smtp-settings-nb.ts';
import { startSmtpPage } from './smtp-page.ts';

export const startSmtp = (): void => startSmtpPage(smtpPageNb, smtpNb);
