import type { Report, SpfCorrection } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
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

type Tell = (correction: SpfCorrection | null) => void;

export interface SpfCorrectionCard {
  readonly element: HTMLElement;
  /** Has the owner a say in it? */
  readonly isOpen: boolean;
  /** Told of the correction after each choice; null where the service did not answer. */
  readonly onCorrection: (tell: Tell) => void;
  /** What the owner has chosen; null where that is nothing. */
  readonly chosen: () => OwnerChoices | null;
}

/**
 * The SPF record that should stand at the domain, why, and what its owner can choose. Each choice is followed at once: all
 * choices go to the service, and what it answers takes the place of what is shown. The choices stay where they are, and
 * with them the focus.
 */
export const spfCorrection = (report: Report, words: Texts): SpfCorrectionCard => {
  const { domain, spf } = report;
  const element = stamp('spf-answer');
  const answer = spfAnswer(element, report, words);
  const choices = ownerChoices(report, words.repair);
  const told: Tell[] = [];
  const tell: Tell = (correction) => {
    for (const one of told) one(correction);
  };
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
      tell(null);
      return;
    }
    choices.follow(answered.answer);
    answer.show(answered.answer.correction);
    tell(answered.answer.correction);
  };
  /** The button is gone when the answer comes, so the focus moves to where the answer begins. */
  const tryAgain = async (): Promise<void> => {
    await follow();
    part(element, 'outcome', HTMLElement).focus();
  };

  choices.onChoice(follow);
  answer.show(spf.correction);
  // The record comes first; where there is none yet, what leads to it.
  const details = part(element, 'details', HTMLElement);
  if (spf.correction.record === null) details.before(choices.decisions);
  else details.after(choices.decisions);
  const isOpen = !withoutChoice.includes(spf.correction.kind);
  if (isOpen) part(element, 'proof', HTMLElement).after(choices.others);
  return {
    element,
    isOpen,
    onCorrection: (one) => told.push(one),
    chosen: () => (isOpen && isSomething(choices.read()) ? choices.read() : null),
  };
};

const isSomething = ({ services, senders, switched, answers }: OwnerChoices): boolean =>
  services.length + senders.length + switched.length + Object.keys(answers).length > 0;
