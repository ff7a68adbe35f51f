import type { SpfCorrection } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { fill, part, stamp } from '../parts.ts';

type Question = SpfCorrection['questions'][number];

export interface QuestionList {
  /** Puts in those that are not there yet. One that is answered is not asked again, and stays, so that the answer can change. */
  readonly add: (questions: readonly Question[]) => void;
  /** To each question that has its answer, by its id, the option chosen. */
  readonly read: () => OwnerChoices['answers'];
}

/** What was meant by a term, for the owner to say. */
export const questionList = (element: HTMLElement, words: RepairTexts): QuestionList => {
  const list = part(element, 'question-list', HTMLElement);
  const asked = new Map<string, HTMLElement>();
  return {
    add: (questions) => {
      for (const question of questions) {
        if (asked.has(question.id)) continue;
        const item = questionItem(question, `question-${asked.size}`, words);
        asked.set(question.id, item);
        list.append(item);
      }
      element.hidden = asked.size === 0;
    },
    read: () =>
      Object.fromEntries(
        [...asked].flatMap(([id, item]) =>
          [...item.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => [id, value]),
        ),
      ),
  };
};

const questionItem = ({ term, options }: Question, group: string, words: RepairTexts): HTMLElement => {
  const item = stamp('question');
  fill(item, 'asked', words.question(visible(term)));
  part(item, 'options', HTMLElement).append(...options.map((option) => optionItem(option, group, words)));
  return item;
};

const optionItem = (option: string, group: string, words: RepairTexts): HTMLElement => {
  const item = stamp('option');
  const input = part(item, 'input', HTMLInputElement);
  input.name = group;
  input.value = option;
  fill(item, 'text', option === '' ? words.leaveOut : words.option(visible(option)));
  return item;
};
