import type { ReportedFinding, Severity } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { countTasks, optionalRecords, spfHolder, standingOf, tasksOf } from '#core/tasks.ts';
import { renderCorrection } from './correction-text.ts';
import { describe, type Language, texts } from './languages.ts';
import { bySeverity, domainName, knownName, nextDmarc, sectionOf, sections, type Texts } from './messages.ts';
import { ansi, bold, green, indent, type Paint, plain, red, wrap } from './terminal.ts';
import { visibleText } from './visible.ts';

/** ANSI (ECMA-48) codes for the words of a severity. */
const colours = { ok: green, notice: 36, warning: 33, unknown: 35, error: red } as const satisfies Record<
  Severity,
  number
>;

/**
 * A report for a terminal or a plain mail: the verdict, the findings by section with the gravest first, the records to
 * publish, the corrected SPF record with its reasons, SPF in numbers.
 *
 * @param options.colour marks the severities with ANSI codes; without it there is no control character but the newline.
 * @returns lines of at most 80 characters, but for values to copy and words that are longer; no newline at the end.
 */
export const renderText = (report: Report, language: Language, options: { readonly colour?: boolean } = {}): string => {
  const words = texts[language];
  const paint = options.colour === true ? ansi : plain;
  return [
    renderVerdict(report, words, paint),
    ...sections.map((section) => renderSection(report, section, language, paint)),
    renderRecords(report, words, paint),
    renderCorrection(report, words.repair, paint),
    renderNumbers(report, words, paint),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

const renderVerdict = (report: Report, words: Texts, paint: Paint): readonly string[] => {
  const counts = countTasks(report);
  const { heading, below } = words.verdict[standingOf(report, counts)](domainName(report.domain), counts);
  return [
    ...wrap(`${heading}.`, '').map((line) => paint(bold, line)),
    ...wrap(below, ''),
    words.checkedAt(report.checkedAt),
  ];
};

const renderSection = (
  { findings, domain }: Report,
  section: (typeof sections)[number],
  language: Language,
  paint: Paint,
): readonly string[] => {
  const own = bySeverity(findings.filter(({ code }) => sectionOf(code) === section));
  if (own.length === 0) return [];
  return [
    paint(bold, texts[language].sections[section]),
    ...own.flatMap((finding) => renderFinding(finding, domain, language, paint)),
  ];
};

const renderFinding = (
  finding: ReportedFinding,
  domain: Report['domain'],
  language: Language,
  paint: Paint,
): readonly string[] => {
  const { severities, elsewhere } = texts[language];
  const { fact, action } = describe(finding, language);
  const holder = spfHolder(finding, domain);
  const label = severities[finding.severity];
  const [first = '', ...rest] = wrap(`${label}: ${fact}`, indent);
  return [
    first.replace(label, paint(colours[finding.severity], label)),
    ...rest,
    ...(action === null ? [] : wrap(action, `${indent}${indent}`, `${indent}→ `)),
    ...(action === null || holder === null ? [] : wrap(elsewhere(knownName(holder)), `${indent}${indent}`)),
  ];
};

const renderRecords = (report: Report, words: Texts, paint: Paint): readonly string[] => {
  const { records } = report;
  if (records.length === 0) return [];
  const { publish } = words;
  const optional = optionalRecords(report, tasksOf(report));
  return [
    paint(bold, publish.heading),
    ...(records.length > optional.length ? wrap(publish.lead, indent) : []),
    ...records.flatMap((record) => [
      '',
      ...(optional.includes(record) ? wrap(publish.otherWay, indent) : []),
      ...renderRecord(record, words),
    ]),
  ];
};

const renderRecord = (record: RecordToPublish, words: Texts): readonly string[] => {
  const { purpose, action, name, type, value, replaces } = record;
  const { publish } = words;
  const next = nextDmarc(record);
  return [
    `${indent}${sectionTitle(purpose, words)}: ${publish.action[action]}`,
    `${indent}${publish.name}: ${visibleText(name)}`,
    `${indent}${publish.type}: ${type}`,
    `${indent}${publish.value}:`,
    // At the margin and in one line, so that nothing but the value is copied.
    visibleText(value),
    ...replaces.map((old) => `${indent}${publish.replaces}: ${visibleText(old)}`),
    ...(next === null ? [] : wrap(publish.nextDmarc(visibleText(next)), indent)),
  ];
};

const purposes = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const;
const sectionTitle = (purpose: RecordToPublish['purpose'], words: Texts): string => words.sections[purposes[purpose]];

const renderNumbers = ({ spf }: Report, words: Texts, paint: Paint): readonly string[] => {
  if (spf.state !== 'found') return [];
  return [
    paint(bold, words.numbersHeading),
    ...words.spfNumbers(spf).map(({ label, value }) => `${indent}${label}: ${value}`),
  ];
};
