import { isUnsigned } from '#core/headers/alignment.ts';
import { sentBySender } from '#core/headers/evidence.ts';
import { type HeaderReading, type Method, methods, type ReadHeaders } from '#core/headers/reading.ts';
import type { HeadersTexts } from './headers.ts';
import { headersTexts } from './headers-languages.ts';
import type { Language } from './languages.ts';
import { ansi, bold, green, indent, type Paint, plain, red, wrap } from './terminal.ts';
import { visible } from './visible.ts';

const names = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<Method, string>;

/** Other fields than the receiver's, and hops, that are printed. */
const mostListed = 20;

/**
 * What was read from headers, for a terminal: the verdicts with what to do, who it is from, the way, what filters and other
 * servers wrote.
 *
 * @param options.colour marks the results with ANSI codes; without it there is no control character but the newline.
 * @returns lines of at most 80 characters, but for words that are longer; no newline at the end.
 */
export const renderHeaders = (
  reading: HeaderReading,
  language: Language,
  options: { readonly colour?: boolean } = {},
): string => {
  const words = headersTexts[language];
  const paint = options.colour === true ? ansi : plain;
  if (reading.kind === 'unreadable') {
    const { fact, action } = words.unreadable[reading.reason];
    return [...wrap(fact, ''), ...toDo(action, '')].join('\n');
  }
  const shown = { ...visible({ ...reading, fields: [] }), fields: reading.fields };
  return [
    verdicts(shown, words, paint),
    section(words.headings.sent, sent(shown, words), paint),
    section(words.headings.way, way(shown, words), paint),
    section(words.headings.marks, marks(shown, words), paint),
    section(words.headings.others, others(shown, words), paint),
    shown.unreadFields > 0 ? wrap(words.unread(shown.unreadFields), '') : [],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

const section = (heading: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint(bold, heading), ...lines];

const toDo = (action: string | null, margin: string): readonly string[] =>
  action === null ? [] : wrap(action, `${margin}  `, `${margin}→ `);

const line = (text: string): readonly string[] => wrap(text, `${indent}${indent}`, indent);

const verdicts = (reading: ReadHeaders, words: HeadersTexts, paint: Paint): readonly string[] => {
  const said = methods.filter((method) => reading.verdicts[method] !== null);
  const summary = said.length === 0 ? 'nothing' : reading.allPass ? 'pass' : 'look';
  const sources = new Set(methods.flatMap((method) => reading.verdicts[method]?.source ?? []).map(words.source));
  return [
    ...wrap(words.summary[summary], '').map((text) => paint(bold, text)),
    '',
    paint(bold, words.headings.verdicts),
    ...methods.flatMap((method) => verdict(method, reading, words, paint)),
    ...[...sources].flatMap((source) => line(source)),
  ];
};

const verdict = (method: Method, reading: ReadHeaders, words: HeadersTexts, paint: Paint): readonly string[] => {
  const found = reading.verdicts[method];
  if (found === null) return line(`${names[method]}: ${words.unsaid[method]}`);
  const { domain, written, result } = found;
  const told = {
    domain,
    written,
    from: reading.alignment.from,
    bySender: sentBySender(reading.senderEvidence) === 'yes',
  };
  const { fact, action } = words.verdicts[method][result](told);
  const label = `${names[method]}: ${words.results[result]}.`;
  const [first = '', ...rest] = line(`${label} ${fact}`);
  return [first.replace(label, () => paint(result === 'pass' ? green : red, label)), ...rest, ...toDo(action, indent)];
};

const sent = (reading: ReadHeaders, words: HeadersTexts): readonly string[] => {
  const { message, alignment, senderEvidence, sendingServer } = reading;
  const from =
    message.from === null ? null : [message.from.name, `<${message.from.address}>`].filter(Boolean).join(' ');
  const server = [sendingServer?.helo, sendingServer?.ip].filter((text) => text != null).join(', ');
  const facts = [
    [words.labels.from, from],
    [words.labels.subject, message.subject],
    [words.labels.server, server || null],
  ] as const;
  const { mailFrom, signatures } = alignment;
  return [
    ...facts.flatMap(([label, text]) => (text === null ? [] : line(`${label}: ${text}`))),
    ...(mailFrom === null ? [] : line(words.mailFrom[mailFrom.relation](mailFrom.domain, alignment.from))),
    ...(isUnsigned(alignment, reading.verdicts.dkim) ? line(words.unsigned) : []),
    ...signatures
      .slice(0, mostListed)
      .flatMap(({ relation, domain }) => line(words.signature[relation](domain, alignment.from))),
    ...line(words.bySender[sentBySender(senderEvidence)]),
    ...senderEvidence.slice(0, mostListed).flatMap((evidence) => line(words.evidence(evidence))),
  ];
};

const way = ({ hops, seconds }: ReadHeaders, words: HeadersTexts): readonly string[] => {
  if (hops.length === 0) return [];
  const steps = hops.slice(-mostListed).map((hop, at) => {
    const encrypted = hop.encrypted === null ? [] : [words.encrypted[hop.encrypted ? 'yes' : 'no']];
    const delay = at === 0 && hop.delay === null && hop.time !== null ? [] : [words.delay(hop.delay)];
    const told = [words.hop(hop), ...encrypted, ...delay].join(', ');
    return line(`${at + 1}. ${told}.${hop.entry ? ` ${words.entry}` : ''}`);
  });
  return [...steps.flat(), ...line(words.took(seconds))];
};

const marks = ({ spamMarks }: ReadHeaders, words: HeadersTexts): readonly string[] =>
  spamMarks.flatMap((mark) => line(`${words.mark(mark)}${mark.own ? '' : ` ${words.notOwn}`}`));

const others = (reading: ReadHeaders, words: HeadersTexts): readonly string[] =>
  reading.others.slice(0, mostListed).flatMap(({ server, results, why }) => {
    const told = results.map(
      ({ method, result, domain }) => `${names[method]} ${result}${domain === null ? '' : ` (${domain})`}`,
    );
    return line(`${words.otherWhy[why]}. ${words.other(server, told)}.`);
  });
