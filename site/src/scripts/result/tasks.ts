import type { Severity } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import type { Task } from '#core/tasks.ts';
import { nextDmarc, type Texts, taskTitle } from '#messages/messages.ts';
import { deedOf, isOwnSpf, tellsAction, wayOut } from '#messages/step.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { adviceItem, factItem } from './findings.ts';
import { recordFields } from './record-fields.ts';
import { sentenceParagraph } from './sentences.ts';
import type { SpfCorrectionCard } from './spf-correction.ts';

/** How grave a step that is not done is shown. */
export const weightSeverity = { must: 'error', should: 'warning' } as const satisfies Record<Task['weight'], Severity>;

/** What is to be done, in the order to do it: each step with what is wrong, and the record to publish, to copy piece by piece. */
export const taskCards = (
  report: Report,
  tasks: readonly Task[],
  spf: SpfCorrectionCard,
  words: Texts,
): readonly HTMLElement[] => tasks.map((task, place) => taskCard(task, place + 1, report, spf, words));

export const taskList = (cards: readonly HTMLElement[]): readonly HTMLElement[] => {
  if (cards.length === 0) return [];
  const list = stamp('tasks');
  fillWith(list, 'tasks', cards);
  return [list];
};

const taskCard = (task: Task, number: number, report: Report, spf: SpfCorrectionCard, words: Texts): HTMLElement => {
  const card = stamp('task');
  card.dataset.subject = task.subject;
  const severity = weightSeverity[task.weight];
  tone(part(card, 'number', HTMLElement), severity);
  tone(part(card, 'weight', HTMLElement), severity);
  fill(card, 'number', String(number));
  fill(card, 'weight', words.tasks.weights[task.weight]);
  fill(card, 'title', taskTitle(task, words.tasks));
  fillWith(card, 'findings', reasons(task, report, words), 'wrong');
  const content = part(card, 'content', HTMLElement);
  const entry = part(card, 'entry', HTMLElement);
  entry.hidden = task.record === null;
  const way = wayOut(task, report, words.repair);
  if (isOwnSpf(task)) {
    content.append(spf.element);
    spf.onCorrection((correction) => {
      const record = correction && spfToPublish(report.domain.ascii, report.spf.records, correction, report.findings);
      fill(card, 'title', taskTitle({ ...task, record }, words.tasks));
      entry.hidden = record === null;
    });
  } else if (task.record !== null) content.append(...recordDetails(task.record, words));
  else if (way !== null) content.append(sentenceParagraph(way));
  else part(card, 'to-do', HTMLElement).remove();
  return card;
};

/** What is wrong; and what to do about each, where nothing below says it. */
const reasons = (task: Task, report: Report, words: Texts): readonly HTMLElement[] =>
  task.findings.map((finding) =>
    tellsAction(task, finding, report) ? adviceItem(finding, report.domain, words) : factItem(finding, words),
  );

export const recordDetails = (record: RecordToPublish, words: Texts): readonly HTMLElement[] => {
  const { name, type, value, replaces } = record;
  const next = nextDmarc(record);
  return [
    sentenceParagraph(deedOf(record, words.tasks)),
    recordFields({ name, type, value: [value], replaces: replaces.map((old) => [visibleText(old)]) }),
    ...(next === null ? [] : [sentenceParagraph(words.publish.nextDmarc(next))]),
  ];
};
