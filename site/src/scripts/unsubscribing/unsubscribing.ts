import { part } from '../parts.ts';
import { ask } from '../request.ts';

/** What is shown; the words are in the page. */
type State = 'asked' | 'working' | 'done' | 'failed' | 'broken';
const states: readonly State[] = ['asked', 'working', 'done', 'failed', 'broken'];

/** The page that a mail's last link leads to: what stands behind `#` says whose mail it was, and the button ends it. */
export const startUnsubscribing = (): void => {
  const page = part(document, 'unsubscribing', HTMLElement);
  const show = (...shown: readonly State[]): void => {
    for (const state of states) part(page, state, HTMLElement).hidden = !shown.includes(state);
  };
  const token = location.hash.slice(1);
  part(document, 'language-link', HTMLAnchorElement).hash = token;
  if (token === '') {
    show('broken');
    return;
  }
  part(page, 'unsubscribe', HTMLButtonElement).addEventListener('click', async () => {
    show('working');
    const answer = await ask(`/api/mail/unsubscribe?token=${token}`, { method: 'POST' });
    if (answer?.ok) show('done');
    else if (answer?.status === 404) show('broken');
    else show('asked', 'failed');
  });
};
