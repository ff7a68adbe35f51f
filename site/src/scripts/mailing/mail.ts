import { parseMailbox } from '#core/mailbox.ts';
import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { Language } from '#messages/languages.ts';
import type { MailingTexts } from '#messages/mailing.ts';
import type { StoringTexts } from '#messages/storing.ts';
import { fill, part } from '../parts.ts';
import { requestStoring } from '../storing/storing-request.ts';
import { requestMail } from './mail-request.ts';
import { requestProof } from './proof-request.ts';

/** Stores the result as it is now and has it mailed to the address in the card of Mailing.astro, and says what came of it. */
export const mail = async (
  card: HTMLElement,
  domain: Report['domain'],
  choices: OwnerChoices | null,
  language: Language,
  words: MailingTexts,
  storingWords: StoringTexts,
): Promise<void> => {
  const field = part(card, 'recipient', HTMLInputElement);
  const complain = (problem: string): void => {
    fill(card, 'problem', problem);
    field.setAttribute('aria-invalid', String(problem !== ''));
    if (problem !== '') field.focus();
  };
  const mailbox = parseMailbox(field.value);
  fill(card, 'outcome', '');
  complain(mailbox === null ? words.failures.INVALID_ADDRESS : '');
  field.addEventListener('input', () => complain(''), { once: true });
  if (mailbox === null) return;

  fill(card, 'outcome', words.solving);
  const [storing, proving] = await Promise.all([requestStoring(domain, choices), requestProof()]);
  if (proving.failure !== null) return fill(card, 'outcome', words.failures[proving.failure]);
  if (storing.failure !== null) return fill(card, 'outcome', storingWords.failures[storing.failure]);
  fill(card, 'outcome', words.sending);
  const { id, expiresAt } = storing.stored;
  const failure = await requestMail({ result: id, to: mailbox.address, language, proof: proving.proof });
  if (failure === 'INVALID_ADDRESS') {
    fill(card, 'outcome', '');
    complain(words.failures[failure]);
    return;
  }
  fill(card, 'outcome', failure === null ? words.sent(mailbox.address, expiresAt) : words.failures[failure]);
  if (failure === null) field.value = '';
};
