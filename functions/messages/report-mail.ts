import type { Report } from '#core/report.ts';
import { countTasks, type Subject, standingOf, type Task, tasksOf } from '#core/tasks.ts';
import { handOverSteps } from './hand-over.ts';
import { type Language, texts } from './languages.ts';
import type { Block } from './mail-blocks.ts';
import { mailHtml } from './mail-html.ts';
import { withoutSentences } from './mail-quotes.ts';
import { mailText } from './mail-text.ts';
import { describeWith, domainName, knownName } from './messages.ts';
import { reportMailEn } from './report-mail-en.ts';
import { reportMailNb } from './report-mail-nb.ts';
import type { ReportMailTexts } from './report-mail-texts.ts';
import { visible } from './visible.ts';

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
export const reportMail = (made: Report, links: MailLinks, language: Language): ReportMail => {
  const report = withoutSentences(made);
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
  const tasks = tasksOf(report);
  const steps = handOverSteps(report, texts[language], own).map((step, i) => {
    const task = tasks[i];
    return task === undefined ? step : { ...step, notes: [...notesOn(task, report, language), ...step.notes] };
  });
  return [
    paragraph(own.greeting),
    paragraph(own.request(domainName(report.domain))),
    paragraph(standing),
    ...(tasks.some(({ subject }) => explained.has(subject)) ? [paragraph(own.explanation)] : []),
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
 * What is told of a record in this mail alone: how its name may have to be written, since whoever reads it has not seen the page; and which
 * senders whoever asked for the mail put into it, so that the reader can say no to them.
 */
const notesOn = ({ record }: Task, { domain, spf }: Report, language: Language): readonly string[] => {
  if (record === null) return [];
  const { added, shortName } = words[language];
  const relative = record.name.slice(0, -domain.ascii.length).replace(/\.$/, '');
  const chosen = spf.correction.changes.flatMap(({ code, made, after }) =>
    code === 'TERM_ADDED' && made ? after : [],
  );
  return [
    shortName(visible(relative)),
    ...(record.purpose === 'spf' && chosen.length > 0 ? [added(visible(chosen))] : []),
  ];
};

const uncheckedBlocks = ({ findings }: Report, language: Language): readonly Block[] => {
  const unknown = findings.filter(({ severity }) => severity === 'unknown');
  if (unknown.length === 0) return [];
  return [
    heading(words[language].uncheckedHeading),
    ...unknown.map((finding) => paragraph(describeWith(finding, texts[language].findings).fact)),
    paragraph(words[language].unchecked),
  ];
};
