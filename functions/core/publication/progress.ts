import type { ReportedFinding } from '../findings.ts';
import type { Report } from '../report.ts';
import { type Task, tasksOf } from '../tasks.ts';
import type { Publication, PublishedRecord } from './publication.ts';

/** How far a change has come, held against the report that was shown before it. */
export interface Progress {
  /** Steps of the report that are done at the name servers. */
  readonly done: readonly DoneTask[];
  /** Steps of the report that are still to be done. */
  readonly left: readonly Task[];
  /** What is wrong at the name servers and was not before: a slip in the change. */
  readonly slips: readonly ReportedFinding[];
  /** Everything that is known to be published is seen by the resolvers that were asked. */
  readonly isSeen: boolean;
  /** When all caches must show all that is published; null where nothing is older, or nothing tells. */
  readonly visibleBy: string | null;
}

export interface DoneTask {
  readonly task: Task;
  /** When all caches must show its record; null where nothing is older, or nothing tells. */
  readonly visibleBy: string | null;
}

/** For DKIM there may be two steps: one for the key that the sender lends, one for those of the domain's own service. */
const isLent = ({ findings }: Task): boolean => findings.some(({ code }) => code.startsWith('DKIM_SENDER_'));

const isSameTask = (one: Task, other: Task): boolean =>
  one.subject === other.subject && one.holder === other.holder && isLent(one) === isLent(other);

/** What the owner has done since the report, by the name servers. */
export const progressOf = (report: Report, { report: published, records }: Publication): Progress => {
  const now = tasksOf(published);
  const before = tasksOf(report);
  const known = new Set(report.findings.map((finding) => JSON.stringify(finding)));
  const doubts = published.findings
    .filter(({ code, severity }) => severity === 'unknown' || code === 'DOMAIN_NOT_FOUND')
    .filter((finding) => !known.has(JSON.stringify(finding)));
  /** What could not be checked is not done, though nothing is found wrong with it. */
  const isDoubtful = ({ subject }: Task): boolean =>
    doubts.some(({ code }) => code.startsWith('DOMAIN_') || code.startsWith(`${subject.toUpperCase()}_`));
  /** Where mail is not at risk any more, what remains is another step. */
  const isDone = (task: Task): boolean => {
    const same = now.find((other) => isSameTask(task, other));
    return !isDoubtful(task) && (same === undefined || (task.weight === 'must' && same.weight === 'should'));
  };
  return {
    done: before
      .filter(isDone)
      .map((task) => ({ task, visibleBy: records.find(({ purpose }) => purpose === task.subject)?.visibleBy ?? null })),
    left: before.filter((task) => !isDone(task)),
    slips: now
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'error')
      .filter((finding) => !known.has(JSON.stringify(finding))),
    isSeen: records.every(({ state, published: its }) => state === 'visible' || (state === 'unknown' && its === null)),
    visibleBy: latest(records),
  };
};

const latest = (records: readonly PublishedRecord[]): string | null =>
  records
    .flatMap(({ visibleBy }) => visibleBy ?? [])
    .toSorted()
    .at(-1) ?? null;

/**
 * The publication with the earliest of the times that were given for what is still the same: the clock is set when a change
 * is first seen, and does not go on with every question.
 */
export const withEarliest = (publication: Publication, earlier: Publication | null): Publication => ({
  ...publication,
  records: publication.records.map((record) => {
    const was = earlier?.records.find(({ name }) => name === record.name);
    const isSame =
      was?.published != null &&
      record.published !== null &&
      was.published.values.join('\n') === record.published.values.join('\n');
    return isSame && was.visibleBy !== null && record.visibleBy !== null && was.visibleBy < record.visibleBy
      ? { ...record, visibleBy: was.visibleBy }
      : record;
  }),
});
