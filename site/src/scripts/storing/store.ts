import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { StoringTexts } from '#messages/storing.ts';
import { resultAddress } from '../../routes.ts';
import { fill, part } from '../parts.ts';
import { requestStoring } from './storing-request.ts';

/** Stores the result of the domain, and puts its link, or why there is none, into the card of Storing.astro. */
export const store = async (
  card: HTMLElement,
  domain: Report['domain'],
  choices: OwnerChoices | null,
  locale: keyof typeof resultAddress,
  words: StoringTexts,
): Promise<void> => {
  fill(card, 'outcome', words.storing);
  const { stored, failure } = await requestStoring(domain, choices);
  if (failure !== null) {
    fill(card, 'outcome', words.failures[failure]);
    return;
  }
  const link = part(card, 'link', HTMLAnchorElement);
  link.href = new URL(`${resultAddress[locale]}${stored.id}`, location.href).href;
  link.textContent = link.href;
  part(card, 'made', HTMLElement).hidden = false;
  fill(card, 'outcome', words.stored(stored.storedAt, stored.expiresAt));
};
