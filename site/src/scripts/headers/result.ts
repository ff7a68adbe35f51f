import type { Severity } from '#core/findings.ts';
import { isUnsigned } from '#core/headers/alignment.ts';
import { sentBySender } from '#core/headers/evidence.ts';
import {
  type HeaderReading,
  type Method,
  type MethodResult,
  methods,
  type ReadHeaders,
  type SpamMark,
} from '#core/headers/reading.ts';
import type { HeadersTexts } from '#messages/headers.ts';
import { visible, visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';

/** Where the check of a domain is. */
export type CheckOf = (domain: string) => string;

const names = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<Method, string>;

/** Hops, signatures and what others wrote: a mail has a handful of each, and who writes hundreds has no good reason. */
const mostListed = 40;

const severityOf = (result: MethodResult): Severity => {
  switch (result) {
    case 'pass':
      return 'ok';
    case 'softfail':
    case 'fail':
    case 'permerror':
    case 'policy':
      return 'error';
    case 'neutral':
    case 'none':
      return 'warning';
    case 'temperror':
    case 'other':
      return 'unknown';
  }
};

/** Whose the mail is, as far as its domain can be checked here. */
const domainOf = ({ alignment }: ReadHeaders): string | null => alignment.from;

/** What was read, as an element; for what could not be read there is none. */
export const resultOf = (reading: ReadHeaders, words: HeadersTexts, checkOf: CheckOf): HTMLElement => {
  const shown = visible({ ...reading, fields: [] });
  const element = stamp('headers-result');
  const sources = new Set(methods.flatMap((method) => shown.verdicts[method]?.source ?? []).map(words.source));
  fill(element, 'source', [...sources].join(' ') || null);
  fillWith(
    element,
    'verdicts',
    methods.map((method) => verdictOf(method, shown, domainOf(reading), words, checkOf)),
  );
  if (reading.evaluation === null) part(element, 'now', HTMLElement).remove();
  fill(element, 'by-sender', bySender(shown, words));
  fillWith(element, 'sent', sentOf(shown, words));
  fill(element, 'way-time', shown.hops.length < 2 ? null : words.took(shown.seconds));
  fillWith(
    element,
    'way',
    shown.hops.slice(-mostListed).map((hop, at) => hopOf(hop, at, words)),
    'way-section',
  );
  fillWith(
    element,
    'marks',
    shown.spamMarks.map((mark) => markOf(mark, words)),
    'marks-section',
  );
  fillWith(element, 'others', othersOf(shown, words), 'others-section');
  fill(element, 'unread', reading.unreadFields > 0 ? words.unread(reading.unreadFields) : null);
  fillWith(
    element,
    'fields',
    reading.fields.flatMap(({ name, value }) => described(visibleText(name), visibleText(value))),
  );
  return element;
};

/** In one sentence, for those who hear the page too. */
export const summaryOf = (
  reading: HeaderReading,
  words: HeadersTexts,
): { readonly text: string; readonly severity: Severity } => {
  if (reading.kind === 'unreadable') {
    const { fact, action } = words.unreadable[reading.reason];
    return { text: `${fact} ${action ?? ''}`.trim(), severity: 'unknown' };
  }
  if (methods.every((method) => reading.verdicts[method] === null))
    return { text: words.summary.nothing, severity: 'unknown' };
  return reading.allPass
    ? { text: words.summary.pass, severity: 'ok' }
    : { text: words.summary.look, severity: 'warning' };
};

const verdictOf = (
  method: Method,
  reading: ReadHeaders,
  domain: string | null,
  words: HeadersTexts,
  checkOf: CheckOf,
): HTMLElement => {
  const item = stamp('headers-verdict');
  const verdict = reading.verdicts[method];
  const link = part(item, 'lead', HTMLAnchorElement);
  if (verdict === null || verdict.result === 'pass' || domain === null) link.remove();
  else link.href = checkOf(domain);
  if (verdict === null) {
    tone(item, 'unknown');
    fill(item, 'name', names[method]);
    fill(item, 'fact', words.unsaid[method]);
    fill(item, 'action', null);
    fill(item, 'explanation', null);
    return item;
  }
  const { result, written, explanation } = verdict;
  const told = {
    domain: verdict.domain,
    written,
    from: reading.alignment.from,
    bySender: sentBySender(reading.senderEvidence) === 'yes',
  };
  const { fact, action } = words.verdicts[method][result](told);
  tone(item, severityOf(result));
  fill(item, 'name', `${names[method]}: ${words.results[result]}`);
  fill(item, 'fact', fact);
  fill(item, 'action', action);
  fill(item, 'explanation', explanation === null ? null : words.explanation(explanation));
  return item;
};

const bySender = ({ senderEvidence }: ReadHeaders, words: HeadersTexts): string =>
  [words.bySender[sentBySender(senderEvidence)], ...senderEvidence.slice(0, mostListed).map(words.evidence)].join(' ');

const described = (name: string, value: string): readonly HTMLElement[] => {
  const [term, description] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = name;
  description.textContent = value;
  return [term, description];
};

const sentOf = (
  { message, alignment, sendingServer, verdicts }: ReadHeaders,
  { labels, ...words }: HeadersTexts,
): readonly HTMLElement[] => {
  const { from, subject, returnPath } = message;
  const { mailFrom, signatures } = alignment;
  const signed = signatures
    .slice(0, mostListed)
    .map(({ relation, domain }) => words.signature[relation](domain, alignment.from));
  const rows: readonly (readonly [string, string | null])[] = [
    [labels.from, from === null ? null : [from.name, `<${from.address}>`].filter(Boolean).join(' ')],
    [labels.subject, subject],
    [labels.server, [sendingServer?.helo, sendingServer?.ip].filter((text) => text != null).join(', ') || null],
    [
      labels.returnPath,
      mailFrom === null ? returnPath : words.mailFrom[mailFrom.relation](mailFrom.domain, alignment.from),
    ],
    ['DKIM', isUnsigned(alignment, verdicts.dkim) ? words.unsigned : signed.join(' ') || null],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : described(label, text)));
};

const hopOf = (hop: ReadHeaders['hops'][number], at: number, words: HeadersTexts): HTMLElement => {
  const item = stamp('headers-hop');
  const encrypted = hop.encrypted === null ? [] : [words.encrypted[hop.encrypted ? 'yes' : 'no']];
  // Before the first there is nothing to have waited for.
  const delay = at === 0 && hop.delay === null && hop.time !== null ? [] : [words.delay(hop.delay)];
  fill(item, 'hop', words.hop(hop));
  fill(item, 'delay', `${[...encrypted, ...delay].join(', ')}${hop.entry ? `. ${words.entry}` : ''}`);
  return item;
};

const weights = { good: 'ok', info: 'notice', bad: 'warning' } as const satisfies Record<SpamMark['weight'], Severity>;

const markOf = (mark: SpamMark, words: HeadersTexts): HTMLElement => {
  const item = stamp('headers-mark');
  tone(item, weights[mark.weight]);
  fill(item, 'text', `${words.mark(mark)}${mark.own ? '' : ` ${words.notOwn}`}`);
  return item;
};

const othersOf = ({ others }: ReadHeaders, words: HeadersTexts): readonly HTMLElement[] =>
  others.slice(0, mostListed).map(({ server, results, why }) => {
    const item = document.createElement('li');
    const told = results.map(
      ({ method, result, domain }) => `${names[method]} ${result}${domain === null ? '' : ` (${domain})`}`,
    );
    item.textContent = `${words.otherWhy[why]}. ${words.other(server, told)}.`;
    return item;
  });
