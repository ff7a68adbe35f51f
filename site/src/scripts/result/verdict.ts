import type { Severity } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { countSeverities, type RequestFailure, type Texts } from '#messages/messages.ts';
import { domainName } from '#messages/text.ts';
import { fill, part, stamp, tone } from '../parts.ts';

interface Verdict {
  readonly severity: Severity;
  readonly heading: string;
  readonly below: string;
  /** Null where nothing would come of it. */
  readonly tryAgain: (() => void) | null;
}

const verdict = ({ severity, heading, below, tryAgain }: Verdict): HTMLElement => {
  const element = stamp('verdict');
  tone(element, severity);
  fill(element, 'heading', heading);
  fill(element, 'below', below);
  const button = part(element, 'try-again', HTMLButtonElement);
  if (tryAgain === null) button.remove();
  else button.addEventListener('click', tryAgain);
  return element;
};

/** The first sentence of the report. What got no answer may get one the next time. */
export const reportVerdict = (report: Report, words: Texts, tryAgain: () => void): HTMLElement => {
  const counts = countSeverities(report.findings);
  return verdict({
    // The sentence is the same: nothing need be done.
    severity: report.verdict === 'notice' ? 'ok' : report.verdict,
    heading: words.verdict(domainName(report.domain), report.verdict, counts),
    below: words.checkedAt(report.checkedAt),
    tryAgain: counts.unknown > 0 ? tryAgain : null,
  });
};

/** There is no report: nothing is known of the domain, so nothing is said of it. */
export const failureVerdict = (failure: RequestFailure, words: Texts, tryAgain: () => void): HTMLElement => {
  const { fact, action } = words.requestFailures[failure];
  return verdict({ severity: 'unknown', heading: fact, below: action ?? '', tryAgain });
};
