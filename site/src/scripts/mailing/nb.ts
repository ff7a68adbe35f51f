import { mailingNb } from '#messages/mailing-nb.ts';
import { storingNb } from '#messages/storing-nb.ts';
import type { FetchMailing } from '../result/mailing.ts';
import { mail } from './mail.ts';

type MailResult = Awaited<ReturnType<FetchMailing>>['mailResult'];

export const mailResult: MailResult = (card, domain, choices) =>
  mail(card, domain, choices, 'nb', mailingNb, storingNb);
