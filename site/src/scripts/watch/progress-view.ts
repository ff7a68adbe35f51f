import type { DoneTask, Progress } from '#core/publication/progress.ts';
import type { Subject, Task } from '#core/tasks.ts';
import { describeWith } from '#messages/messages.ts';
import type { WatchTexts } from '#messages/watch.ts';
import { part, tone } from '../parts.ts';
import { weightSeverity } from '../result/tasks.ts';
import type { VerdictCard } from '../result/verdict.ts';
import type { WatchWords } from './words.ts';

export interface ProgressView {
  /** @returns what is said of it. */
  readonly show: (progress: Progress) => readonly string[];
}

/**
 * What has been done since the report: at the verdict, at each step, and aloud.
 *
 * @param earlier what was said of the change before, which stays until there is another one.
 */
export const progressView = (
  tasks: readonly Task[],
  cards: readonly HTMLElement[],
  verdict: VerdictCard,
  earlier: readonly string[],
  { texts, watch }: WatchWords,
): ProgressView => {
  const status = part(document, 'status', HTMLElement);
  const said = new Set<string>();

  const mark = (card: HTMLElement, { weight }: Task, done: DoneTask | undefined): void => {
    const line = part(card, 'published', HTMLElement);
    line.hidden = done === undefined;
    // Who has done it is not to do it again.
    for (const name of ['wrong', 'to-do']) hide(card, name, done !== undefined);
    part(card, 'weight', HTMLElement).hidden = done !== undefined;
    tone(part(card, 'number', HTMLElement), done !== undefined ? 'ok' : weightSeverity[weight]);
    if (done === undefined) return;
    tone(line, 'ok');
    part(line, 'text', HTMLElement).textContent = watch.published(done.visibleBy);
  };

  /** What was found tells of before the change. */
  const showSections = (isChanged: boolean): void => {
    const lead = part(document, 'sections-lead', HTMLElement);
    lead.textContent = watch.sectionsBefore;
    lead.hidden = !isChanged;
  };

  /** Nothing is green yet: some still see what was there before. */
  const showVerdict = ({ done, left, visibleBy }: Progress): void => {
    if (done.length === 0) return;
    const isLeft = (subject: Subject): boolean => left.some((task) => task.subject === subject);
    for (const { task } of done) if (!isLeft(task.subject)) verdict.showPublished(task.subject, watch.publishedPart);
    if (left.length === 0) verdict.showProgress('notice', watch.waiting(visibleBy));
    else {
      const [{ weight }] = left as readonly [Task, ...Task[]];
      verdict.showProgress(weightSeverity[weight], watch.partly(left.length));
    }
  };

  return {
    show: (progress) => {
      for (const [place, task] of tasks.entries()) {
        const card = cards[place];
        const done = progress.done.find((each) => each.task === task);
        if (card !== undefined) mark(card, task, done);
      }
      showVerdict(progress);
      const changes = [
        ...progress.done.map(({ task }) => mendedText(task, watch)),
        ...(progress.isGone ? [watch.gone] : []),
        ...progress.slips
          .map((finding) => describeWith(finding, texts.findings).fact)
          .map((fact, place) => (place === 0 ? watch.slip(fact) : fact)),
      ];
      verdict.showChanges(changes.length > 0 ? changes : earlier);
      showSections(progress.done.length > 0);
      const fresh = changes.filter((text) => !said.has(text));
      for (const text of fresh) said.add(text);
      if (fresh.length > 0) status.textContent = fresh.join(' ');
      return changes;
    },
  };
};

const hide = (card: HTMLElement, name: string, isHidden: boolean): void => {
  const element = card.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (element !== null) element.hidden = isHidden;
};

/** Of DKIM there may be a step for the sender's key, and one for those of the domain's own mail service. */
const mendedText = ({ subject, weight, record }: Task, { mended, mendedOwnKeys }: WatchTexts): string =>
  subject === 'dkim' && record === null ? mendedOwnKeys : mended[subject][weight];
