import type { Report } from '#core/report.ts';
import { tasksOf } from '#core/tasks.ts';
import type { Texts } from '#messages/messages.ts';
import { readCheck } from '../check-answer.ts';
import type { ResultArea } from '../check-page.ts';
import { part } from '../parts.ts';
import { handOver } from './hand-over.ts';
import { type FetchSeen, sectionList } from './sections.ts';
import { spfCorrection } from './spf-correction.ts';
import { taskList } from './tasks.ts';
import { uncheckedList } from './unchecked.ts';
import { verdictCard } from './verdict.ts';

/** Shows the parts of a check as they come, then the whole report: the verdict, what to do, who can help, all that was found. */
export const resultArea = (words: Texts, fetchSeen: FetchSeen): ResultArea => {
  const verdict = verdictCard(words);
  const details = part(document, 'details', HTMLElement);
  const status = part(document, 'status', HTMLElement);

  const detailsOf = (report: Report, tryAgain: () => void): readonly Element[] => {
    const tasks = tasksOf(report);
    const mail = handOver(report, words);
    const correction = spfCorrection(report, words);
    correction.onCorrection(mail.follow);
    const isStep = tasks.some(({ subject, holder }) => subject === 'spf' && holder === null);
    return [
      ...taskList(report, tasks, correction, words),
      ...uncheckedList(report, words, tryAgain),
      mail.element,
      sectionList(report, tasks, isStep || !correction.isOpen ? null : correction.element, words, fetchSeen),
    ];
  };

  return {
    follow: async (answer, signal, tryAgain) => {
      const outcome = await readCheck(await answer, words.repair, (known) => {
        if (!signal.aborted) verdict.showPart(known);
      });
      // A newer check has taken its place.
      if (signal.aborted) return;
      status.textContent = '';
      if (outcome.kind === 'failed') {
        verdict.showFailure(outcome.failure, tryAgain);
        return;
      }
      // All of it is made before any is shown: no verdict stands without its steps.
      const made = detailsOf(outcome.answer, tryAgain);
      verdict.showReport(outcome.answer, tryAgain);
      details.replaceChildren(...made);
    },
    focus: verdict.focus,
  };
};
