import type { Code, ReportedFinding } from '../findings.ts';
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
  /**
   * The SPF record that the report has a step for is gone, and none is there instead: many delete the older one first. What the report proposes
   * is the only place where its senders still stand.
   */
  readonly isGone: boolean;
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

/**
 * What only a change that went wrong brings. Other warnings may come with a change that is right: that a record uses all of
 * its look-ups, say.
 */
const slipWarnings: ReadonlySet<Code> = new Set([
  'SPF_MISPLACED',
  'SPF_OBSOLETE_TYPE',
  'DKIM_SENDER_KEY_AS_TXT',
  'DMARC_SEVERAL_RECORDS',
  'DMARC_NOT_RECOGNISED',
  'DMARC_SPF_RECORD',
  'DMARC_MISPLACED',
  'DMARC_POLICY_MISSING',
  'DMARC_BAD_POLICY',
  'DMARC_COMMA',
] satisfies Code[]);

/** That there is no record says nothing more, where it is known to be gone, or where one was meant and is not read as one. */
const withoutEchoes = (slips: readonly ReportedFinding[], isGone: boolean): readonly ReportedFinding[] => {
  const isKnown = isGone || slips.some(({ code }) => code === 'SPF_NOT_RECOGNISED');
  return isKnown ? slips.filter(({ code }) => code !== 'SPF_NO_RECORD') : slips;
};

const isSlip = ({ code, severity }: ReportedFinding): boolean => severity === 'error' || slipWarnings.has(code);

/**
 * What the owner has done since the report, by the name servers.
 *
 * @param before the steps of the report, of which `done` and `left` are made.
 */
export const progressOf = (
  report: Report,
  { report: published, records }: Publication,
  before: readonly Task[] = tasksOf(report),
): Progress => {
  const now = tasksOf(published);
  const isGone =
    before.some(({ subject, holder }) => subject === 'spf' && holder === null) &&
    report.spf.records.length > 0 &&
    records.some((one) => one.purpose === 'spf' && one.published?.state === 'absent');
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
    isGone,
    slips: withoutEchoes(now.flatMap(({ findings }) => findings).filter(isSlip), isGone).filter(
      (finding) => !known.has(JSON.stringify(finding)),
    ),
    isSeen: records.every(({ state, published: its }) => state === 'visible' || (state === 'unknown' && its === null)),
    visibleBy: latest(records),
  };
};

const latest = (records: readonly PublishedRecord[]): string | null =>
  records
    .flatMap(({ visibleBy }) => visibleBy ?? [])
    .toSorted()
    .at(-1) ?? null;

/** Seconds that an older answer may be kept, as the servers told before it changed: of a record its TTL, of an absence the negative one. */
const keptFor = ({ published }: PublishedRecord): number | null => published?.ttl ?? null;

const isSamePublished = ({ published: one }: PublishedRecord, { published: other }: PublishedRecord): boolean =>
  one?.state === other?.state && one?.values.join('\n') === other?.values.join('\n');

const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();

/**
 * The publication, with what was seen before it taken in: by when every cache must show what is published.
 *
 * Who saw a record change knows how long the older one may be kept, by the older one's own TTL (RFC 1035 section 3.2.1,
 * RFC 2308 section 5), also by caches that nobody asks; and the clock that is set then does not go on with every question.
 *
 * @param earlier the one before, with what was before that taken in; null where there is none.
 */
export const following = (publication: Publication, earlier: Publication | null): Publication => ({
  ...publication,
  records: publication.records.map((record) => {
    const was = earlier?.records.find(({ name }) => name === record.name);
    if (was === undefined) return record;
    return { ...record, visibleBy: visibleBy(record, was, publication.checkedAt) };
  }),
});

const visibleBy = (record: PublishedRecord, was: PublishedRecord, now: string): string | null => {
  if (record.published === null || was.published === null) return record.visibleBy;
  if (!isSamePublished(record, was)) {
    const seconds = keptFor(was);
    return seconds === null ? record.visibleBy : later(now, seconds);
  }
  if (was.visibleBy === null) return record.visibleBy;
  // The clock has run out, and what caches still show is told anew.
  if (was.visibleBy <= now) return record.visibleBy;
  return record.visibleBy !== null && record.visibleBy < was.visibleBy ? record.visibleBy : was.visibleBy;
};
