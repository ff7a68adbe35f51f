import type { Report } from '#core/report.ts';
import type { OwnerChoices } from '#core/spf/recommend.ts';
import { tasksOf } from '#core/tasks.ts';
import type { Texts } from '#messages/messages.ts';
import { readCheck } from '../check-answer.ts';
import type { ResultArea } from '../check-page.ts';
import { part } from '../parts.ts';
import type { Changed, WatchedPage } from '../watch/watch.ts';
import { handOver } from './hand-over.ts';
import { type FetchMailing, mailingCard } from './mailing.ts';
import { type FetchSeen, sectionList } from './sections.ts';
import { spfCorrection } from './spf-correction.ts';
import { type FetchStoring, storingCard } from './storing.ts';
import { taskCards, taskList } from './tasks.ts';
import { uncheckedList } from './unchecked.ts';
import { verdictCard } from './verdict.ts';

/** Fetches what not every result needs, when it does. */
export interface Fetches {
  readonly seen: FetchSeen;
  /** What watches for the change. */
  readonly watch: () => Promise<{ readonly watch: (page: WatchedPage) => void }>;
  readonly storing: FetchStoring;
  readonly mailing: FetchMailing;
}

/** Until when a result is followed, and what changed before it. */
interface Stay {
  /** Ends with the next check. */
  readonly signal: AbortSignal;
  readonly tryAgain: () => void;
  readonly earlier: Changed | null;
  /** Stay through all that changes, with what was typed and the links that were made. */
  readonly storing: HTMLElement;
  readonly mailing: HTMLElement;
}

/** Shows the parts of a check as they come, then the whole report: the verdict, what to do, who can help, all that was found. */
export const resultArea = (words: Texts, fetches: Fetches): ResultArea => {
  const verdict = verdictCard(words);
  const details = part(document, 'details', HTMLElement);
  const status = part(document, 'status', HTMLElement);
  /** What the owner has chosen of the result that is shown; null where that is nothing. */
  let chosen: () => OwnerChoices | null = () => null;

  const show = (report: Report, stay: Stay): void => {
    const tasks = tasksOf(report);
    const mail = handOver(report, words);
    const correction = spfCorrection(report, words);
    const cards = taskCards(report, tasks, correction, words);
    correction.onCorrection(mail.follow);
    chosen = correction.chosen;
    stay.mailing.hidden = tasks.length === 0;
    const isStep = tasks.some(({ subject, holder }) => subject === 'spf' && holder === null);
    // All of it is made before any is shown: no verdict stands without its steps.
    const made = [
      ...taskList(cards),
      ...uncheckedList(report, words, stay.tryAgain),
      mail.element,
      stay.mailing,
      stay.storing,
      sectionList(report, tasks, isStep || !correction.isOpen ? null : correction.element, words, fetches.seen),
    ];
    verdict.showReport(report, stay.tryAgain);
    details.replaceChildren(...made);
    if (tasks.length > 0) follow({ report, tasks, cards, verdict, onCorrection: correction.onCorrection }, stay);
  };

  /** Shows what changes in DNS from now on. */
  const follow = async (shown: Omit<WatchedPage, 'earlier' | 'signal' | 'renew'>, stay: Stay): Promise<void> => {
    const watched = await fetches.watch().catch(() => null);
    if (stay.signal.aborted) return;
    if (watched === null) {
      // Without it the steps are still there.
      for (const entry of details.querySelectorAll<HTMLElement>('[data-part="entry"]')) entry.hidden = true;
      return;
    }
    const own = new AbortController();
    watched.watch({
      ...shown,
      earlier: stay.earlier,
      signal: AbortSignal.any([stay.signal, own.signal]),
      renew: (changed) => {
        own.abort();
        const isWithin = details.contains(document.activeElement);
        const open = openEntries(details);
        show(changed.publication.report, { ...stay, earlier: changed });
        verdict.showChanges(changed.changes);
        for (const selector of open) details.querySelector(selector)?.setAttribute('open', '');
        // What had the focus is gone; what is looked at stays in sight.
        if (isWithin) verdict.focus({ preventScroll: true });
      },
    });
  };

  return {
    follow: async (answer, signal, tryAgain) => {
      const outcome = await readCheck(await answer, words.repair, (known) => {
        if (!signal.aborted) verdict.showPart(known);
      });
      // A newer check has taken its place.
      if (signal.aborted) return;
      status.textContent = '';
      if (outcome.kind === 'failed') verdict.showFailure(outcome.failure, tryAgain);
      else {
        const { answer } = outcome;
        const storing = storingCard(answer.domain, () => chosen(), words, fetches.storing);
        const mailing = mailingCard(answer.domain, () => chosen(), words, fetches.mailing);
        show(answer, { signal, tryAgain, earlier: null, storing, mailing });
      }
    },
    focus: verdict.focus,
  };
};

/** Where to find the entries of the steps that are open, in steps that are made anew. */
const openEntries = (details: HTMLElement): readonly string[] =>
  [...details.querySelectorAll<HTMLElement>('[data-subject]:has([data-part="entry"][open])')].map(
    ({ dataset }) => `[data-subject="${dataset.subject}"] [data-part="entry"]`,
  );
