import { type CheckPart, type CheckSection, checkSections } from '#core/check-part.ts';
import { type ReportedFinding, type Severity, worst } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { countTasks, type Standing, type Subject, standingOf } from '#core/tasks.ts';
import { domainName, type RequestFailure, sectionOf, type Texts, type Verdict } from '#messages/messages.ts';
import { part, tone } from '../parts.ts';
import { sentenceItem } from './sentences.ts';

/** How grave each standing is shown. */
const gravity = {
  not_found: 'error',
  must: 'error',
  unknown: 'unknown',
  should: 'warning',
  safe: 'ok',
} as const satisfies Record<Standing, Severity>;

export interface VerdictCard {
  readonly showPart: (known: CheckPart) => void;
  /** @param tryAgain null where the report tells of another day: nothing of it is asked again, or watched. */
  readonly showReport: (report: Report, tryAgain: (() => void) | null) => void;
  /** There is no report: nothing is known of the domain, so nothing is said of it. */
  readonly showFailure: (failure: RequestFailure, tryAgain: () => void) => void;
  /** How things stand while changes are made. */
  readonly showProgress: (severity: Severity, verdict: Verdict) => void;
  /** The steps of the part are done, and it is not seen by all yet. */
  readonly showPublished: (subject: Subject, text: string) => void;
  readonly showChanges: (changes: readonly string[]) => void;
  /** What is said of the watching for a change. */
  readonly showWatch: (text: string) => void;
  readonly focus: (options?: FocusOptions) => void;
}

/** The card at the top of the result, which is there from the start: what is known fills it in, and nothing moves. */
export const verdictCard = (words: Texts): VerdictCard => {
  const card = part(document, 'verdict', HTMLElement);
  const heading = part(card, 'heading', HTMLElement);
  const strip = part(card, 'strip', HTMLElement);
  const below = part(card, 'below', HTMLElement);
  const changes = part(card, 'changed', HTMLElement);
  const watch = part(card, 'watch', HTMLElement);
  const button = part(card, 'try-again', HTMLButtonElement);
  let again = (): void => undefined;
  button.addEventListener('click', () => again());
  strip.addEventListener('click', openSection);

  const show = (severity: Severity, said: string, after: string, tryAgain: (() => void) | null): void => {
    tone(card, severity);
    heading.textContent = said;
    below.textContent = after;
    button.hidden = tryAgain === null;
    again = tryAgain ?? again;
  };

  const itemOf = (section: CheckSection): HTMLElement => {
    const item = strip.querySelector(`[data-section="${section}"]`);
    if (!(item instanceof HTMLElement)) throw new Error(`No part of the strip for ${section}`);
    return item;
  };

  const showState = (section: CheckSection, severity: Severity, text: string): void => {
    const item = itemOf(section);
    tone(item, severity);
    part(item, 'state', HTMLElement).textContent = text;
  };

  const showSection = (section: CheckSection, findings: readonly ReportedFinding[]): void => {
    itemOf(section).hidden = findings.length === 0;
    const severity = worst(findings);
    showState(section, severity, words.severities[severity]);
  };

  const showChanges = (texts: readonly string[]): void => {
    changes.replaceChildren(...texts.map(sentenceItem));
    changes.hidden = texts.length === 0;
  };

  return {
    showPart: ({ section, findings }) => showSection(section, findings),
    showReport: (report, tryAgain) => {
      const counts = countTasks(report);
      const standing = standingOf(report, counts);
      const verdict = words.verdict[standing](domainName(report.domain), counts);
      card.dataset.state = 'known';
      for (const section of checkSections)
        showSection(
          section,
          report.findings.filter(({ code }) => sectionOf(code) === section),
        );
      show(
        gravity[standing],
        verdict.heading,
        `${verdict.below} ${words.checkedAt(report.checkedAt)}`,
        counts.unknown > 0 ? tryAgain : null,
      );
      showChanges([]);
      // Its room is there before its words.
      watch.textContent = '';
      watch.hidden = tryAgain === null || counts.must + counts.should === 0;
    },
    showFailure: (failure, tryAgain) => {
      const { fact, action } = words.requestFailures[failure];
      card.dataset.state = 'failed';
      show('unknown', fact, action ?? '', tryAgain);
    },
    showProgress: (severity, verdict) => show(severity, verdict.heading, verdict.below, null),
    showPublished: (subject, text) => {
      const section = checkSections.find((each) => each.toLowerCase() === subject);
      if (section !== undefined) showState(section, 'notice', text);
    },
    showChanges,
    showWatch: (text) => {
      watch.textContent = text;
    },
    focus: (options) => heading.focus(options),
  };
};

/** A section that a link leads to is opened. */
const openSection = ({ target }: Event): void => {
  const link = target instanceof Element ? target.closest('a') : null;
  const section = link && document.getElementById(link.hash.slice(1));
  if (section instanceof HTMLDetailsElement) section.open = true;
};
