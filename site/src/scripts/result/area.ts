import type { Report } from '#core/report.ts';
import type { Texts } from '#messages/messages.ts';
import { part } from '../parts.ts';
import type { Answered } from '../request.ts';
import { taskGroups } from './findings.ts';
import { recordList } from './records.ts';
import { sectionList } from './sections.ts';
import { failureVerdict, reportVerdict } from './verdict.ts';

export interface ResultArea {
  readonly clear: () => void;
  readonly wait: () => void;
  readonly show: (outcome: Answered<Report>, tryAgain: () => void) => void;
  /** Moves the focus to the verdict that is shown, from where the rest is read on. */
  readonly focus: () => void;
}

export const resultArea = (words: Texts): ResultArea => {
  const status = part(document, 'status', HTMLElement);
  const area = part(document, 'result', HTMLElement);

  const put = (said: string, ...elements: readonly Element[]): void => {
    status.textContent = said;
    area.replaceChildren(...elements);
  };

  const elementsOf = (outcome: Answered<Report>, tryAgain: () => void): readonly Element[] => {
    if (outcome.kind === 'failed') return [failureVerdict(outcome.failure, words, tryAgain)];
    const { answer: report } = outcome;
    return [
      reportVerdict(report, words, tryAgain),
      ...taskGroups(report, words),
      recordList(report, words),
      sectionList(report, words),
    ];
  };

  return {
    clear: () => put(''),
    wait: () => put(words.page.checking),
    show: (outcome, tryAgain) => put('', ...elementsOf(outcome, tryAgain)),
    focus: () => part(area, 'heading', HTMLElement).focus(),
  };
};
