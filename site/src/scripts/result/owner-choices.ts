import type { Report } from '#core/report.ts';
import type { OwnerChoices, Recommendation } from '#core/spf/recommend.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { part, stamp } from '../parts.ts';
import { ownSenders } from './own-senders.ts';
import { questionList } from './question-list.ts';
import { serviceList } from './service-list.ts';
import { switchList } from './switch-list.ts';

export interface OwnerChoicesForm {
  /** What the owner answers, and switches on or off: both belong to the record. */
  readonly decisions: HTMLElement;
  /** Who else sends. */
  readonly others: HTMLElement;
  readonly read: () => OwnerChoices;
  /** Shows what became of the choices, and what else can be chosen now. */
  readonly follow: (recommendation: Recommendation) => void;
  readonly onChoice: (chosen: () => void) => void;
}

/** All that the owner of the domain can say. What is there stays in its place. */
export const ownerChoices = ({ spf }: Report, words: RepairTexts): OwnerChoicesForm => {
  const decisions = stamp('decisions');
  const others = stamp('others');
  const questions = questionList(part(decisions, 'questions', HTMLElement), words);
  const switches = switchList(part(decisions, 'switches', HTMLElement), words);
  const services = serviceList(others, spf, words);
  const senders = ownSenders(others, words);
  // Without a record, everybody who sends has yet to be told of.
  part(others, 'others', HTMLDetailsElement).open = spf.state === 'none';
  questions.add(spf.correction.questions);
  switches.show(spf.correction);
  return {
    decisions,
    others,
    read: () => ({
      services: services.read(),
      senders: senders.read(),
      switched: switches.read(),
      answers: questions.read(),
    }),
    follow: ({ correction, senders: named }) => {
      questions.add(correction.questions);
      switches.show(correction);
      services.follow(named);
      senders.follow(named);
    },
    onChoice: (chosen) => {
      for (const element of [decisions, others])
        element.addEventListener('change', ({ target }) => {
          if (target instanceof HTMLInputElement && target.type !== 'text') chosen();
        });
      senders.onChange(chosen);
    },
  };
};
