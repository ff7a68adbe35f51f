import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { Texts } from '#messages/messages.ts';
import { fill, part, stamp } from '../parts.ts';

/** Fetches what mails a result: few do, so it comes when it is asked for. */
export type FetchMailing = () => Promise<{
  readonly mailResult: (card: HTMLElement, domain: Report['domain'], choices: OwnerChoices | null) => Promise<void>;
}>;

/**
 * Lets the service send the steps to the one who runs the domain: the card of Mailing.astro.
 *
 * @param chosen tells what the owner has chosen by then.
 */
export const mailingCard = (
  domain: Report['domain'],
  chosen: () => OwnerChoices | null,
  words: Texts,
  fetchMailing: FetchMailing,
): HTMLElement => {
  const card = stamp('mailing');
  const button = part(card, 'send', HTMLButtonElement);
  part(card, 'mail-form', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    // One press is one mail. A button that is switched off would lose the focus.
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    const fetched = await fetchMailing().catch(() => null);
    if (fetched === null) fill(card, 'outcome', words.notFetched);
    else await fetched.mailResult(card, domain, chosen());
    button.ariaBusy = 'false';
  });
  return card;
};
