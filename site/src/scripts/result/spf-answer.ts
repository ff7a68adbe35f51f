import type { Report, SpfCorrection } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import { outcomeSentence, proofSentences } from '#messages/correction.ts';
import type { RequestFailure, Texts } from '#messages/messages.ts';
import { deedOf } from '#messages/step.ts';
import { fill, part, stamp } from '../parts.ts';
import { correctionDetails } from './correction-details.ts';
import { sentenceItem } from './sentences.ts';

export interface SpfAnswer {
  /** What is shown stands back, since another answer is on its way. */
  readonly wait: () => void;
  readonly show: (correction: SpfCorrection) => void;
  readonly fail: (failure: RequestFailure, tryAgain: () => void) => void;
}

/** The sentence, record and proof of the corrected SPF record: all that a new answer replaces. */
export const spfAnswer = (element: HTMLElement, report: Report, words: Texts): SpfAnswer => {
  const details = part(element, 'details', HTMLElement);
  const proof = part(element, 'proof', HTMLElement);
  const status = part(element, 'status', HTMLElement);

  const put = (outcome: string, elements: readonly Element[], proven: readonly string[]): void => {
    fill(element, 'outcome', outcome);
    details.replaceChildren(...elements);
    part(proof, 'proof-list', HTMLElement).replaceChildren(...proven.map(sentenceItem));
    proof.hidden = proven.length === 0;
    if (details.ariaBusy === 'true') status.textContent = outcome;
    details.ariaBusy = 'false';
  };

  return {
    wait: () => {
      status.textContent = words.checking(report.domain.unicode);
      details.ariaBusy = 'true';
    },
    show: (correction) => {
      const record = spfToPublish(report.domain.ascii, report.spf.records, correction, report.findings);
      put(
        record === null ? outcomeSentence(correction, words.repair) : deedOf(record, words.tasks),
        correctionDetails(report, correction, words),
        proofSentences(correction, words.repair),
      );
    },
    // What was chosen is not in the record that was shown, so it goes.
    fail: (failure, tryAgain) => {
      const { fact, action } = words.requestFailures[failure];
      const again = stamp('again');
      again.addEventListener('click', tryAgain);
      put(`${fact} ${action ?? ''}`, [again], []);
    },
  };
};
