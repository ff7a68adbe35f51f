import type { Report } from '#core/report.ts';
import { countTasks, type Subject, standingOf, tasksOf } from '#core/tasks.ts';
import { handOverSteps } from './hand-over.ts';
import { type Language, texts } from './languages.ts';
import type { Block, Step } from './mail-blocks.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';
import { describeWith, domainName, knownName } from './messages.ts';
import { reportMailEn } from './report-mail-en.ts';
import { reportMailNb } from './report-mail-nb.ts';
import type { ReportMailTexts } from './report-mail-texts.ts';

export type { Language } from './languages.ts';

/** Addresses of our own, absolute. */
export interface MailLinks {
  /** The stored result, which is there `until` (RFC 3339). */
  readonly result: string;
  readonly until: string;
  /** Where the domain is checked anew. */
  readonly check: string;
  readonly unsubscribe: string;
}

export interface ReportMail {
  /** One line that begins with the domain. */
  readonly subject: string;
  /** Plain text, lines ended by a line feed; one that has a value to copy may be long. */
  readonly text: string;
  /** A whole document that fetches nothing. */
  readonly html: string;
}

const words: Readonly<Record<Language, ReportMailTexts>> = { nb: reportMailNb, en: reportMailEn };

/** The mail that hands a stored result over to the one who runs the domain, complete in itself. Nobody's own words are in it. */
export const reportMail = (report: Report, links: MailLinks, language: Language): ReportMail => {
  const own = words[language];
  const { locale } = texts[language];
  const counts = countTasks(report);
  const standing = standingOf(report, counts);
  const subject = own.subject[standing](knownName(report.domain.ascii));
  const preview = own.standing[standing](domainName(report.domain), counts);
  const blocks = blocksOf(report, links, language, preview);
  return { subject, text: `${mailText(blocks)}\n`, html: mailHtml({ locale, title: subject, preview }, blocks) };
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', text });
const link = (label: string, href: string, after: string | null): Block => ({ kind: 'link', label, href, after });

const explained: ReadonlySet<Subject> = new Set(['spf', 'dkim', 'dmarc']);

const blocksOf = (report: Report, links: MailLinks, language: Language, standing: string): readonly Block[] => {
  const own = words[language];
  const steps = handOverSteps(report, texts[language], own).map(withoutOldTexts);
  return [
    paragraph(own.greeting),
    paragraph(own.request(domainName(report.domain))),
    paragraph(standing),
    ...(tasksOf(report).some(({ subject }) => explained.has(subject)) ? [paragraph(own.explanation)] : []),
    ...steps,
    ...uncheckedBlocks(report, language),
    heading(own.resultHeading),
    paragraph(texts[language].checkedAt(report.checkedAt)),
    link(own.result, links.result, own.until(links.until)),
    link(own.check, links.check, own.checked[steps.length === 0 ? 'now' : 'changes']),
    heading(own.footHeading),
    paragraph(own.foot),
    paragraph(own.doubt),
    paragraph(own.enough),
    link(own.unsubscribe, links.unsubscribe, null),
  ];
};

/**
 * What has to go is cut, enough to be known by: of all that DNS says it alone can be any text, of somebody who wants to write to
 * others by us.
 */
const withoutOldTexts = (step: Step): Step => {
  if (step.record === null) return step;
  const replaces = step.record.replaces.map(({ label, value }) => ({ label, value: cut(value) }));
  return { ...step, record: { ...step.record, replaces } };
};

/** Characters. */
const longestOld = 80;
const cut = (text: string): string => (text.length > longestOld ? `${text.slice(0, longestOld - 1).trimEnd()}…` : text);

const uncheckedBlocks = ({ findings }: Report, language: Language): readonly Block[] => {
  const unknown = findings.filter(({ severity }) => severity === 'unknown');
  if (unknown.length === 0) return [];
  return [
    heading(words[language].uncheckedHeading),
    ...unknown.map((finding) => paragraph(describeWith(finding, texts[language].findings).fact)),
    paragraph(words[language].unchecked),
  ];
};
