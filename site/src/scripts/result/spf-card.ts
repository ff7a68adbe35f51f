import type { Report, SpfCorrection } from '#core/report.ts';
import type { Texts } from '#messages/messages.ts';
import { part, stamp } from '../parts.ts';
import { requestRecommendation } from '../recommendation-request.ts';
import { ownerChoices } from './owner-choices.ts';
import { spfAnswer } from './spf-answer.ts';

/** What nothing that the owner says can change. */
const withoutChoice: readonly SpfCorrection['kind'][] = [
  'unanswered',
  'sender_unreadable',
  'no_domain',
  'alias',
  'broken_below',
];

/**
 * The SPF record that should stand at the domain, why, and what its owner can choose. Each choice is followed at once: all
 * choices go to the service, and what it answers takes the place of what is shown. The choices stay where they are, and
 * with them the focus.
 *
 * @param onRecord told whether there is a record to publish, at first and after each choice.
 */
export const spfCard = (report: Report, words: Texts, onRecord: (hasRecord: boolean) => void): HTMLElement => {
  const { domain, spf } = report;
  const card = stamp('record');
  part(card, 'content', HTMLElement).append(stamp('spf-answer'));
  const answer = spfAnswer(card, report, words);
  const choices = ownerChoices(report, words.repair);
  let latest = new AbortController();

  const follow = async (): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    answer.wait();
    const answered = await requestRecommendation(domain, choices.read(), words.repair, signal);
    // A newer choice has taken its place.
    if (signal.aborted) return;
    if (answered.kind === 'failed') {
      answer.fail(answered.failure, tryAgain);
      onRecord(false);
      return;
    }
    choices.follow(answered.answer);
    onRecord(answer.show(answered.answer.correction));
  };
  /** The button is gone when the answer comes, so the focus moves to where the answer begins. */
  const tryAgain = async (): Promise<void> => {
    await follow();
    part(card, 'heading', HTMLElement).focus();
  };

  choices.onChoice(follow);
  onRecord(answer.show(spf.correction));
  // The record comes first; where there is none yet, what leads to it.
  const details = part(card, 'details', HTMLElement);
  if (spf.correction.record === null) details.before(choices.decisions);
  else details.after(choices.decisions);
  if (!withoutChoice.includes(spf.correction.kind)) part(card, 'proof', HTMLElement).after(choices.others);
  return card;
};
