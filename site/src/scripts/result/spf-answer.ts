import type { Report, SpfCorrection } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import { outcomeSentence, proofSentences } from '#messages/correction.ts';
import type { RequestFailure, Texts } from '#messages/messages.ts';
import { fill, part, stamp } from '../parts.ts';
import { correctionDetails, sentenceItem } from './correction-details.ts';
import { recordHeading } from './record-fields.ts';

export interface SpfAnswer {
  /** What is shown stands back, since another answer is on its way. */
  readonly wait: () => void;
  /** @returns whether there is a record to publish. */
  readonly show: (correction: SpfCorrection) => boolean;
  readonly fail: (failure: RequestFailure, tryAgain: () => void) => void;
}

/** The heading, sentence, record and proof of the SPF card: all that a new answer replaces. */
export const spfAnswer = (card: HTMLElement, report: Report, words: Texts): SpfAnswer => {
  const details = part(card, 'details', HTMLElement);
  const proof = part(card, 'proof', HTMLElement);
  const status = part(card, 'status', HTMLElement);

  const put = (heading: string, outcome: string, elements: readonly Element[], proven: readonly string[]): void => {
    fill(card, 'heading', heading);
    fill(card, 'outcome', outcome);
    details.replaceChildren(...elements);
    part(proof, 'proof-list', HTMLElement).replaceChildren(...proven.map(sentenceItem));
    proof.hidden = proven.length === 0;
    if (details.ariaBusy === 'true') status.textContent = outcome;
    details.ariaBusy = 'false';
  };

  return {
    wait: () => {
      status.textContent = words.page.checking;
      details.ariaBusy = 'true';
    },
    show: (correction) => {
      const record = spfToPublish(report.domain.ascii, report.spf.records, correction);
      put(
        recordHeading('spf', record, words),
        outcomeSentence(correction, words.repair),
        correctionDetails(report, correction, words),
        proofSentences(correction, words.repair),
      );
      return record !== null;
    },
    // What was chosen is not in the record that was shown, so it goes.
    fail: (failure, tryAgain) => {
      const { fact, action } = words.requestFailures[failure];
      const again = stamp('again');
      again.addEventListener('click', tryAgain);
      put(recordHeading('spf', null, words), `${fact} ${action ?? ''}`, [again], []);
    },
  };
};
