import { parseResultId, type ResultId } from '#core/results/result-id.ts';
import type { FormTexts } from '#messages/messages.ts';
import { otherLanguage, resultAddress } from '../../routes.ts';
import { part } from '../parts.ts';
import { ask } from '../request.ts';
import { showWaiting } from '../waiting.ts';
import { showGone } from './gone.ts';

/** What shows a stored result. It comes while the service is asked. */
export interface StoredView {
  /** Shows what comes; ends when all of it is shown. */
  readonly follow: (answer: Promise<Response | null>, tryAgain: () => void) => Promise<void>;
}

/** The page of a stored result: the id in its address says which. */
export const startStoredPage = (
  words: FormTexts,
  fetchView: () => Promise<{ readonly startView: () => StoredView }>,
): void => {
  const heading = part(document, 'heading', HTMLElement);
  const fetching = heading.textContent;
  const view = fetchView().then(
    ({ startView }) => startView(),
    () => null,
  );

  const load = async (id: ResultId): Promise<void> => {
    showWaiting(fetching);
    const answer = ask(`/api/results/${id}`, { headers: { accept: 'application/json' } });
    const shown = await view;
    if (shown !== null) return shown.follow(answer, () => load(id));
    part(document, 'verdict', HTMLElement).dataset.state = 'failed';
    heading.textContent = words.notFetched;
    heading.focus();
  };

  const id = linkedId(words.locale);
  if (id === null) showGone(words);
  else {
    part(document, 'language-link', HTMLAnchorElement).pathname = resultAddress[otherLanguage[words.locale]] + id;
    load(id);
  }
};

/** What the address says, as people type it. */
const linkedId = (locale: FormTexts['locale']): ResultId | null => {
  const text = location.pathname.slice(resultAddress[locale].length).replace(/\/$/, '');
  try {
    return parseResultId(decodeURIComponent(text));
  } catch {
    // No octets of UTF-8.
    return null;
  }
};
