import { type CheckSection, checkSections } from '#core/check-part.ts';
import { worst } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { optionalRecords, type Task } from '#core/tasks.ts';
import { bySeverity, type Labelled, sectionOf, type Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp, tone } from '../parts.ts';
import { factItem } from './findings.ts';
import { sentenceParagraph } from './sentences.ts';
import { recordDetails } from './tasks.ts';

/** Fetches what shows where the SPF record leads. */
export type FetchSeen = () => Promise<{ readonly showSpf: (report: Report) => HTMLElement }>;

/** The records of the section as DNS has them. */
const currentRecords = (report: Report, section: CheckSection): readonly string[] => {
  switch (section) {
    case 'SPF':
      return report.spf.records;
    case 'DMARC':
      return report.dmarc.record === null ? [] : [report.dmarc.record];
    case 'DKIM':
    case 'MX':
      return [];
  }
};

const numbersOf = ({ spf }: Report, section: CheckSection, words: Texts): readonly Labelled[] =>
  section === 'SPF' && spf.state === 'found' ? words.spfNumbers(spf) : [];

const currentRecord = (record: string): HTMLElement => {
  const item = stamp('current-record');
  fill(item, 'text', visibleText(record));
  return item;
};

const number = ({ label, value }: Labelled): HTMLElement => {
  const pair = stamp('number');
  fill(pair, 'label', label);
  fill(pair, 'value', value);
  return pair;
};

/** All that was found of one protocol; folded where nothing need be done. */
const sectionDetails = (report: Report, section: CheckSection, words: Texts): readonly HTMLDetailsElement[] => {
  const own = bySeverity(report.findings.filter(({ code }) => sectionOf(code) === section));
  if (own.length === 0) return [];
  const details = stamp('section');
  if (!(details instanceof HTMLDetailsElement)) return [];
  const severity = worst(own);
  details.id = section.toLowerCase();
  details.open = severity !== 'ok' && severity !== 'notice';
  fill(details, 'title', words.sections[section]);
  fill(details, 'severity', words.severities[severity]);
  tone(part(details, 'severity', HTMLElement), severity);
  fillWith(
    details,
    'findings',
    own.map((finding) => factItem(finding, words)),
  );
  fillWith(details, 'records', currentRecords(report, section).map(currentRecord), 'current');
  fillWith(details, 'list', numbersOf(report, section, words).map(number), 'numbers');
  return [details];
};

/** Where the SPF record leads is fetched and shown when its section is opened, at once where it is open already. */
const showWhenOpen = (details: HTMLDetailsElement, report: Report, fetchSeen: FetchSeen): void => {
  const show = async (): Promise<void> => {
    const seen = await fetchSeen().catch(() => null);
    if (seen !== null) part(details, 'more', HTMLElement).prepend(seen.showSpf(report));
    // Without it the section still has its facts; opened again, it tries again.
    else details.addEventListener('toggle', show, { once: true });
  };
  if (details.open) show();
  else details.addEventListener('toggle', show, { once: true });
};

/** @param correction of the SPF record, where it is no step of its own: the owner may still add somebody who sends. */
export const sectionList = (
  report: Report,
  tasks: readonly Task[],
  correction: HTMLElement | null,
  words: Texts,
  fetchSeen: FetchSeen,
): HTMLElement => {
  const list = stamp('sections');
  const sections = checkSections.flatMap((section) => sectionDetails(report, section, words));
  for (const record of optionalRecords(report, tasks)) {
    const section = sections.find(({ id }) => id === record.purpose);
    if (section === undefined || record.purpose === 'spf') continue;
    part(section, 'more', HTMLElement).append(
      sentenceParagraph(words.publish.otherWay),
      ...recordDetails(record, words),
    );
  }
  const spf = sections.find(({ id }) => id === 'spf');
  if (spf !== undefined) {
    if (correction !== null) part(spf, 'more', HTMLElement).append(correction);
    showWhenOpen(spf, report, fetchSeen);
  }
  fillWith(list, 'sections', sections);
  return list;
};
