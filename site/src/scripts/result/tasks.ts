import type { RecordToPublish, Report } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import type { Task } from '#core/tasks.ts';
import { nextDmarc, type Texts, taskTitle } from '#messages/messages.ts';
import { isOwnSpf, tellsAction, wayOut } from '#messages/step.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { adviceItem, factItem } from './findings.ts';
import { sentenceParagraph } from './paragraphs.ts';
import { recordFields } from './record-fields.ts';
import type { SpfCorrectionCard } from './spf-correction.ts';

/** What is to be done, in the order to do it: what is wrong, and the record to publish, to copy piece by piece. */
export const taskList = (
  report: Report,
  tasks: readonly Task[],
  spf: SpfCorrectionCard,
  words: Texts,
): readonly HTMLElement[] => {
  if (tasks.length === 0) return [];
  const list = stamp('tasks');
  fillWith(
    list,
    'tasks',
    tasks.map((task, place) => taskCard(task, place + 1, report, spf, words)),
  );
  return [list];
};

const taskCard = (task: Task, number: number, report: Report, spf: SpfCorrectionCard, words: Texts): HTMLElement => {
  const card = stamp('task');
  const severity = task.weight === 'must' ? 'error' : 'warning';
  tone(part(card, 'number', HTMLElement), severity);
  tone(part(card, 'weight', HTMLElement), severity);
  fill(card, 'number', String(number));
  fill(card, 'weight', words.tasks.weights[task.weight]);
  fill(card, 'title', taskTitle(task, words.tasks));
  fillWith(card, 'findings', reasons(task, report, words), 'wrong');
  const content = part(card, 'content', HTMLElement);
  const way = wayOut(task, report, words.repair);
  if (isOwnSpf(task)) {
    content.append(spf.element);
    spf.onCorrection((correction) => {
      const record = correction && spfToPublish(report.domain.ascii, report.spf.records, correction);
      fill(card, 'title', taskTitle({ ...task, record }, words.tasks));
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
  const { purpose, action, name, type, value, replaces } = record;
  const next = nextDmarc(record);
  return [
    sentenceParagraph(words.tasks.deeds[purpose][action]),
    recordFields({ name, type, value: [value], replaces: replaces.map((old) => [visibleText(old)]) }),
    ...(next === null ? [] : [sentenceParagraph(words.publish.nextDmarc(next))]),
  ];
};
