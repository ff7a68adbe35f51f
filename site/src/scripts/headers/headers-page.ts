import { readHeaders } from '#core/headers/read-headers.ts';
import type { ReadHeaders } from '#core/headers/reading.ts';
import type { HeadersTexts } from '#messages/headers.ts';
import type { RequestFailure, Text } from '#messages/messages.ts';
import type { TryTexts } from '#messages/seen-try.ts';
import { visible } from '#messages/visible.ts';
import { part, tone } from '../parts.ts';
import { requestEvaluation } from '../seen/evaluate-request.ts';
import { startInput } from './input.ts';
import { type CheckOf, resultOf, summaryOf } from './result.ts';

export interface HeadersWords {
  readonly headers: HeadersTexts;
  readonly tried: TryTexts;
  readonly failures: Readonly<Record<RequestFailure, Text>>;
}

/** Reads what is pasted, in the browser; only where the user asks for it is anything asked of the service. */
export const startHeaders = (words: HeadersWords, checkOf: CheckOf): void => {
  const status = part(document, 'headers-status', HTMLElement);
  const place = part(document, 'headers-result', HTMLElement);
  let latest = new AbortController();

  startInput((text) => {
    latest.abort();
    latest = new AbortController();
    place.replaceChildren();
    status.textContent = '';
    status.classList.remove('ds-alert');
    if (text.trim() === '') return;
    const reading = readHeaders(text);
    const summary = summaryOf(reading, words.headers);
    status.textContent = summary.text;
    status.classList.add('ds-alert');
    tone(status, summary.severity);
    if (reading.kind === 'unreadable') return;
    const result = resultOf(reading, words.headers, checkOf);
    place.append(result);
    if (reading.evaluation !== null) offerNow(result, reading, words, latest.signal);
  });
};

/** SPF as DNS has it now, beside what the receiver thought then. */
const offerNow = (
  result: HTMLElement,
  { evaluation, verdicts }: ReadHeaders,
  { headers, tried, failures }: HeadersWords,
  signal: AbortSignal,
): void => {
  if (evaluation === null) return;
  const now = part(result, 'now', HTMLElement);
  const said = part(now, 'said-now', HTMLElement);
  const compared = part(now, 'compared', HTMLElement);
  part(now, 'ask-now', HTMLButtonElement).addEventListener('click', async () => {
    compared.hidden = true;
    said.textContent = tried.trying;
    const answered = await requestEvaluation(evaluation, tried, signal);
    if (signal.aborted) return;
    if (answered.kind === 'failed') {
      const { fact, action } = failures[answered.failure];
      said.textContent = `${fact} ${action ?? ''}`;
      return;
    }
    const { domain, matched, result: found } = answered.answer;
    said.textContent = '';
    part(compared, 'then', HTMLElement).textContent =
      verdicts.spf === null ? headers.unsaid.spf : headers.results[verdicts.spf.result];
    part(compared, 'today', HTMLElement).textContent = tried.results[found](
      visible({ ip: evaluation.ip, domain, matched }),
    );
    compared.hidden = false;
  });
};
