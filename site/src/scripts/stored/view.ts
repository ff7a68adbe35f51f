import { domainName } from '#messages/messages.ts';
import { part } from '../parts.ts';
import type { FetchSeen } from '../result/sections.ts';
import { verdictCard } from '../result/verdict.ts';
import { showGone } from './gone.ts';
import { showNow } from './now-view.ts';
import { readStored } from './stored-answer.ts';
import type { StoredView } from './stored-page.ts';
import { showThen } from './then-view.ts';
import type { StoredWords } from './words.ts';

/** Shows a result that was stored, as it was; then what is different now. */
export const storedView = (words: StoredWords, fetchSeen: FetchSeen): StoredView => {
  const { texts } = words;
  const verdict = verdictCard(texts);
  const status = part(document, 'status', HTMLElement);

  return {
    follow: async (answer, tryAgain) => {
      const outcome = await readStored(await answer, texts.repair);
      status.textContent = '';
      switch (outcome.kind) {
        case 'gone':
          return showGone(texts);
        case 'failed':
          verdict.showFailure(outcome.failure, tryAgain);
          return verdict.focus();
        case 'answered': {
          const { report } = outcome.answer;
          showThen(outcome.answer, verdict, words, fetchSeen);
          document.title = `${domainName(report.domain)} – ${document.title}`;
          verdict.focus();
          status.textContent = await showNow(report, words);
        }
      }
    },
  };
};
