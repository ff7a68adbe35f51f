import type { CheckPart, CheckSection } from '#core/check-part.ts';
import { type ReportedFinding, type Severity, worst } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { countTasks, type Standing, standingOf } from '#core/tasks.ts';
import { domainName, type RequestFailure, sectionOf, type Texts } from '#messages/messages.ts';
import { part, tone } from '../parts.ts';

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
  readonly showReport: (report: Report, tryAgain: () => void) => void;
  /** There is no report: nothing is known of the domain, so nothing is said of it. */
  readonly showFailure: (failure: RequestFailure, tryAgain: () => void) => void;
  readonly focus: () => void;
}

/** The card at the top of the result, which is there from the start: what is known fills it in, and nothing moves. */
export const verdictCard = (words: Texts): VerdictCard => {
  const card = part(document, 'verdict', HTMLElement);
  const heading = part(card, 'heading', HTMLElement);
  const strip = part(card, 'strip', HTMLElement);
  const button = part(card, 'try-again', HTMLButtonElement);
  let again = (): void => undefined;
  button.addEventListener('click', () => again());
  strip.addEventListener('click', openSection);

  const show = (severity: Severity, said: string, below: string, tryAgain: (() => void) | null): void => {
    tone(card, severity);
    heading.textContent = said;
    part(card, 'below', HTMLElement).textContent = below;
    button.hidden = tryAgain === null;
    again = tryAgain ?? again;
  };

  const showSection = (section: CheckSection, findings: readonly ReportedFinding[]): void => {
    const item = strip.querySelector<HTMLElement>(`[data-section="${section}"]`);
    if (item === null) return;
    item.hidden = findings.length === 0;
    const severity = worst(findings);
    tone(item, severity);
    part(item, 'state', HTMLElement).textContent = words.severities[severity];
  };

  return {
    showPart: ({ section, findings }) => showSection(section, findings),
    showReport: (report, tryAgain) => {
      const counts = countTasks(report);
      const standing = standingOf(report, counts);
      const verdict = words.verdict[standing](domainName(report.domain), counts);
      card.dataset.state = 'known';
      for (const section of ['SPF', 'DKIM', 'DMARC', 'MX'] as const)
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
    },
    showFailure: (failure, tryAgain) => {
      const { fact, action } = words.requestFailures[failure];
      card.dataset.state = 'failed';
      show('unknown', fact, action ?? '', tryAgain);
    },
    focus: () => heading.focus(),
  };
};

/** A section that a link leads to is opened. */
const openSection = ({ target }: Event): void => {
  const link = target instanceof Element ? target.closest('a') : null;
  const section = link && document.getElementById(link.hash.slice(1));
  if (section instanceof HTMLDetailsElement) section.open = true;
};
