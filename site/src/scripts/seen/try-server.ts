import type { Severity } from '#core/findings.ts';
import { parseAddress } from '#core/networks.ts';
import type { SpfResult } from '#core/report.ts';
import { maxLookups } from '#core/spf/record.ts';
import type { Texts } from '#messages/messages.ts';
import type { TryTexts } from '#messages/seen-try.ts';
import { visible, visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { type Evaluated, requestEvaluation } from './evaluate-request.ts';

/** Asks the service what stands in the form, and tells the answer and how it came about. */
export type TryServer = (element: HTMLElement) => Promise<void>;

/** More steps than this are folded away at first. */
const stepsToShow = 12;

export const serverTrier = (words: Texts, tried: TryTexts): TryServer => {
  let latest = new AbortController();

  return async (element) => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    say(element, '', null);
    part(element, 'seen-answer', HTMLElement).replaceChildren();
    const ip = read(element, 'ip', ipProblem, tried);
    const sender = read(element, 'sender', senderProblem, tried);
    if (ip === null || sender === null) {
      element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    say(element, tried.trying, null);
    const answered = await requestEvaluation({ ip, sender }, tried, signal);
    // A newer question has taken its place.
    if (signal.aborted) return;
    if (answered.kind === 'failed') {
      const { fact, action } = words.requestFailures[answered.failure];
      say(element, `${fact} ${action ?? ''}`, 'unknown');
      return;
    }
    const { answer } = answered;
    say(element, sentences(ip, answer, tried), severityOf(answer.result));
    if (answer.steps.length > 0) part(element, 'seen-answer', HTMLElement).replaceChildren(stepList(answer, tried));
  };
};

type Problem = keyof TryTexts['fieldProblems'];

/** The API's own reading of addresses, so that nothing is sent that it would refuse. */
const ipProblem = (text: string): Problem | null => {
  if (text === '') return 'ip_missing';
  return parseAddress(text) === undefined ? 'ip_invalid' : null;
};

const senderProblem = (text: string): Problem | null => (/@[^@]+$/.test(text) ? null : 'sender');

/** What is typed; null where it is no use, and then that is said beside the field until it is changed. */
const read = (
  element: HTMLElement,
  name: 'ip' | 'sender',
  problemOf: (text: string) => Problem | null,
  { fieldProblems }: TryTexts,
): string | null => {
  const input = part(element, `seen-${name}`, HTMLInputElement);
  const problem = part(element, `seen-${name}-problem`, HTMLElement);
  const complain = (what: Problem | null): void => {
    problem.textContent = what === null ? '' : fieldProblems[what];
    problem.hidden = what === null;
    input.ariaInvalid = String(what !== null);
  };
  const text = input.value.trim();
  const what = problemOf(text);
  complain(what);
  input.addEventListener('input', () => complain(null), { once: true });
  return what === null ? text : null;
};

const say = (element: HTMLElement, text: string, severity: Severity | null): void => {
  const status = part(element, 'seen-status', HTMLElement);
  status.textContent = text;
  status.classList.toggle('ds-alert', severity !== null);
  if (severity !== null) tone(status, severity);
};

/** How good the result is for mail from that server. */
const severityOf = (result: SpfResult): Severity => {
  if (result === 'pass') return 'ok';
  return result === 'temperror' ? 'unknown' : 'error';
};

const sentences = (
  ip: string,
  { result, explanation, domain, matched, problem, lookups }: Evaluated,
  tried: TryTexts,
): string =>
  [
    tried.results[result](visible({ ip, domain, matched })),
    ...(problem === null || result !== 'permerror' ? [] : [tried.problems[problem]]),
    ...(explanation === null ? [] : [tried.explanation(visible(explanation))]),
    ...(lookups === 0 ? [] : [tried.used(lookups, maxLookups)]),
  ].join(' ');

const stepList = ({ steps }: Evaluated, tried: TryTexts): HTMLElement => {
  const details = stamp('seen-steps');
  if (details instanceof HTMLDetailsElement) details.open = steps.length <= stepsToShow;
  fill(details, 'seen-steps-heading', tried.stepsHeading(steps.length));
  const items = steps.map(({ domain, term, outcome }) => {
    const item = stamp('seen-step');
    item.dataset.outcome = outcome;
    fill(item, 'seen-step-domain', visible(domain));
    fill(item, 'seen-step-term', visibleText(term));
    fill(item, 'seen-step-outcome', tried.outcomes[outcome]);
    return item;
  });
  fillWith(details, 'seen-step-list', items);
  return details;
};
