import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { Texts } from '#messages/messages.ts';
import { fill, part, stamp } from '../parts.ts';

/** Fetches what stores a result: few do, so it comes when it is asked for. */
export type FetchStoring = () => Promise<{
  readonly storeResult: (card: HTMLElement, domain: Report['domain'], choices: OwnerChoices | null) => Promise<void>;
}>;

/**
 * Lets a result be stored, whatever it says: the card of Storing.astro. The service makes the check that is stored.
 *
 * @param chosen tells what the owner has chosen by then.
 */
export const storingCard = (
  domain: Report['domain'],
  chosen: () => OwnerChoices | null,
  words: Texts,
  fetchStoring: FetchStoring,
): HTMLElement => {
  const card = stamp('storing');
  const button = part(card, 'store', HTMLButtonElement);
  button.addEventListener('click', async () => {
    // One press is one result. A button that is switched off would lose the focus.
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    const fetched = await fetchStoring().catch(() => null);
    if (fetched === null) fill(card, 'outcome', words.notFetched);
    else await fetched.storeResult(card, domain, chosen());
    button.ariaBusy = 'false';
  });
  return card;
};
