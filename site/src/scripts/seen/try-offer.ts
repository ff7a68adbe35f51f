import { knownName } from '#messages/messages.ts';
import { fill, part } from '../parts.ts';
import type { Telling } from './told.ts';
import type { TryServer } from './try-server.ts';

/** Fetches what answers the form: few need it, so it comes when the form is first sent. */
export type FetchTrying = () => Promise<{ readonly tryServer: TryServer }>;

/** "Would mail from this server pass?": the form with its first suggestions, ready to be used. */
export const offerTrying = (element: HTMLElement, fetchTrying: FetchTrying, { report, words, seen }: Telling): void => {
  const form = part(element, 'seen-try', HTMLFormElement);
  const ip = part(form, 'seen-ip', HTMLInputElement);
  const suggestion = part(form, 'seen-suggestion', HTMLButtonElement);
  const [own] = report.spf.evaluations;
  part(form, 'seen-sender', HTMLInputElement).value = `post@${knownName(report.domain.ascii)}`;
  suggestion.hidden = own === undefined;
  if (own !== undefined) {
    suggestion.textContent = seen.suggestion(own.address);
    suggestion.addEventListener('click', () => {
      ip.value = own.address;
      form.requestSubmit();
    });
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fetched = await fetchTrying().catch(() => null);
    if (fetched === null) fill(element, 'seen-status', words.notFetched);
    else await fetched.tryServer(element);
  });
};
