import { mailingEn } from '#messages/mailing-en.ts';
import { storingEn } from '#messages/storing-en.ts';
import type { FetchMailing } from '../result/mailing.ts';
import { mail } from './mail.ts';

type MailResult = Awaited<ReturnType<FetchMailing>>['mailResult'];

export const mailResult: MailResult = (card, domain, choices) =>
  mail(card, domain, choices, 'en', mailingEn, storingEn);
