import { following, type Progress, progressOf } from '#core/publication/progress.ts';
import type { Publication } from '#core/publication/publication.ts';
import type { RecordToPublish, Report, SpfCorrection } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';
import type { Task } from '#core/tasks.ts';
import { isOwnSpf } from '#messages/step.ts';
import type { VerdictCard } from '../result/verdict.ts';
import { type EntryPlace, showEntry } from './entry.ts';
import { hostOf, hostPanel } from './host-panel.ts';
import { hintAfter, leastPause, pauseAfter } from './pace.ts';
import { progressView } from './progress-view.ts';
import { requestPublication } from './publication-request.ts';
import type { WatchWords } from './words.ts';

/** What is watched, as the page shows it. */
export interface WatchedPage {
  readonly report: Report;
  readonly tasks: readonly Task[];
  /** Of each task, in their order. */
  readonly cards: readonly HTMLElement[];
  readonly verdict: VerdictCard;
  /** Tells of the SPF correction, each time the owner has chosen. */
  readonly onCorrection: (tell: (correction: SpfCorrection | null) => void) => void;
  /** With what a watch before this one ended; null where there was none. */
  readonly earlier: Changed | null;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** The report is not what stands at the name servers any more: the page shows another one, and this watch is over. */
  readonly renew: (changed: Changed) => void;
}

export interface Changed {
  /** With the report that is true now. */
  readonly publication: Publication;
  /** What changed, in words. */
  readonly changes: readonly string[];
}

/**
 * Follows the domain's own name servers while the page is open: who runs them, what has been changed there, and when all must
 * see it. Asks again at a pace set by what caches hold, and at once when somebody comes back to the page.
 */
export const watchPublication = (page: WatchedPage, words: WatchWords): void => {
  const { report, tasks, verdict, signal } = page;
  const panel = hostPanel(words.texts, words.hosts);
  const view = progressView(tasks, page.cards, verdict, page.earlier?.changes ?? [], words);
  const begun = Date.now();
  let latest = page.earlier?.publication ?? null;
  let place: EntryPlace = { host: null, zone: null };
  let records: readonly (RecordToPublish | null)[] = tasks.map(({ record }) => record);
  let done: Progress['done'] = [];
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showEntries = (): void => {
    for (const [number, card] of page.cards.entries()) {
      const record = records[number];
      if (record) showEntry(card, record, place, report.domain.ascii, words.hosts);
    }
  };

  const showPlace = (publication: Publication): void => {
    panel.show(publication);
    const host = hostOf(publication);
    const zone = publication.zones[0]?.name ?? null;
    if (host === place.host && zone === place.zone) return;
    place = { host, zone };
    showEntries();
  };

  const take = (answer: Publication): void => {
    latest = following(answer, latest);
    showPlace(latest);
    const progress = progressOf(report, latest, tasks);
    const isUndone = done.some(({ task }) => !progress.done.some((other) => other.task === task));
    done = progress.done;
    const changes = view.show(progress);
    if ((isUndone && !progress.isGone) || isOver(progress))
      page.renew({ publication: latest, changes: [...changes, ...olderUntil(progress)] });
    else verdict.showWatch(watchLine(latest.checkedAt));
  };

  const olderUntil = ({ done, slips, visibleBy }: Progress): readonly string[] =>
    done.length === 0 || slips.length > 0 || visibleBy === null ? [] : [words.watch.olderUntil(visibleBy)];

  const watchLine = (checkedAt: string): string =>
    done.length === 0 && Date.now() - begun >= hintAfter
      ? words.watch.nothingYet(checkedAt, place.host?.name ?? null)
      : words.watch.watching(checkedAt);

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    asked = Date.now();
    const answered = await requestPublication(report.domain, signal);
    if (signal.aborted) return;
    if (answered.kind === 'answered') take(answered.answer);
    else {
      if (latest === null) panel.fail();
      verdict.showWatch(words.watch.unreachable);
    }
    plan();
  };

  const plan = (): void => {
    if (signal.aborted) return;
    const pause = pauseAfter(done.length === tasks.length ? latest : null, Date.now() - begun);
    if (pause === null) verdict.showWatch(words.watch.stopped(latest?.checkedAt ?? new Date().toISOString()));
    // Nobody looks at a hidden page.
    else if (!document.hidden) timer = setTimeout(ask, pause);
  };

  const comeBack = (): void => {
    if (!document.hidden && Date.now() - asked >= leastPause) ask();
  };

  page.onCorrection((correction) => {
    const record = correction && spfToPublish(report.domain.ascii, report.spf.records, correction, report.findings);
    records = tasks.map((task, number) => (isOwnSpf(task) ? record : (records[number] ?? null)));
    showEntries();
  });
  document.addEventListener('visibilitychange', comeBack, { signal });
  addEventListener('focus', comeBack, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  showEntries();
  if (latest === null) ask();
  else {
    asked = Date.now();
    showPlace(latest);
    verdict.showWatch(words.watch.watching(latest.checkedAt));
    plan();
  }
};

/**
 * What was published is seen by all who were asked; or it brought something wrong, which the owner is to see at once. Never
 * while the record is gone: a report without it would propose one without its senders.
 */
const isOver = ({ done, slips, isGone, isSeen }: Progress): boolean =>
  !isGone && (slips.length > 0 || (done.length > 0 && isSeen));
