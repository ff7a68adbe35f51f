import { tasksOf } from '#core/tasks.ts';
import { domainName } from '#messages/messages.ts';
import { fill, part } from '../parts.ts';
import { correctionShown } from '../result/correction-shown.ts';
import { type FetchSeen, sectionList } from '../result/sections.ts';
import { taskCards, taskList } from '../result/tasks.ts';
import { uncheckedList } from '../result/unchecked.ts';
import type { VerdictCard } from '../result/verdict.ts';
import type { StoredResult } from './stored-answer.ts';
import type { StoredWords } from './words.ts';

/** Shows the result as it was: what a check shows, with nothing that asks, watches or chooses. */
export const showThen = (
  { report, storedAt, expiresAt }: StoredResult,
  verdict: VerdictCard,
  { texts, stored }: StoredWords,
  fetchSeen: FetchSeen,
): void => {
  const tasks = tasksOf(report);
  const cards = taskCards(report, tasks, correctionShown(report, texts), texts);
  const made = [
    ...steps(cards),
    ...uncheckedList(report, texts, null),
    sectionList(report, tasks, null, texts, fetchSeen),
  ];
  fill(document, 'domain', domainName(report.domain));
  fill(document, 'when', `${stored.storedAt(storedAt)} ${stored.keptUntil(expiresAt)}`);
  verdict.showReport(report, null);
  part(document, 'details', HTMLElement).replaceChildren(...made);
};

/** Who runs the DNS, and how a record is entered there, is told of the present. */
const steps = (cards: readonly HTMLElement[]): readonly HTMLElement[] => {
  for (const card of cards) fill(card, 'entry', null);
  const list = taskList(cards);
  for (const element of list) fill(element, 'host-place', null);
  return list;
};
