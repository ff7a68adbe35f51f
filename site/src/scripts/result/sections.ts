import { worst } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { bySeverity, type Labelled, type Section, sectionOf, sections, type Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, stamp, tone } from '../parts.ts';
import { factItem } from './findings.ts';

/** The records of the section as DNS has them. */
const currentRecords = (report: Report, section: Section): readonly string[] => {
  switch (section) {
    case 'SPF':
      return report.spf.records;
    case 'DMARC':
      return report.dmarc.record === null ? [] : [report.dmarc.record];
    case 'DOMAIN':
    case 'DKIM':
    case 'MX':
      return [];
  }
};

const numbersOf = ({ spf }: Report, section: Section, words: Texts): readonly Labelled[] =>
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

/** All that was found of one protocol; what to do about it stands above, with the tasks. */
const sectionDetails = (report: Report, section: Section, words: Texts): readonly HTMLElement[] => {
  const own = bySeverity(report.findings.filter(({ code }) => sectionOf(code) === section));
  if (own.length === 0) return [];
  const details = stamp('section');
  const severity = worst(own);
  tone(details, severity);
  fill(details, 'title', words.sections[section]);
  fill(details, 'severity', words.severities[severity]);
  const facts = own.map((finding) => factItem(finding, words));
  fillWith(details, 'findings', facts);
  fillWith(details, 'records', currentRecords(report, section).map(currentRecord), 'current');
  fillWith(details, 'list', numbersOf(report, section, words).map(number), 'numbers');
  return [details];
};

export const sectionList = (report: Report, words: Texts): HTMLElement => {
  const list = stamp('sections');
  const details = sections.flatMap((section) => sectionDetails(report, section, words));
  fillWith(list, 'sections', details);
  return list;
};
