import type { ReportedFinding } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { type Task, tasksOf } from '#core/tasks.ts';
import { outcomeSentence, outcomeTells } from './correction.ts';
import { describeWith, domainName, type Texts, taskTitle } from './messages.ts';
import { isOwnSpf, tellsAction, wayOut } from './step.ts';
import { visible, visibleText } from './visible.ts';

export interface Mail {
  readonly subject: string;
  /** Plain text, lines ended by a line feed. */
  readonly body: string;
}

/**
 * A mail to the one who runs the domain, complete in itself: what is to be done, why, and the exact records. It is short, since
 * mail programs on Windows take a link of some 2,000 characters.
 *
 * @param report with the SPF correction as its owner chose it.
 * @param link where the domain can be checked anew.
 */
export const handOverMail = (report: Report, link: string, words: Texts): Mail => {
  const { handOver } = words;
  const domain = domainName(report.domain);
  const paragraphs = [
    handOver.greeting,
    handOver.request(domain),
    ...tasksOf(report).map((task, place) => taskLines(task, place + 1, report, words).join('\n')),
    handOver.after(link),
  ];
  return { subject: handOver.subject(domain), body: paragraphs.join('\n\n') };
};

const taskLines = (task: Task, number: number, report: Report, words: Texts): readonly string[] => [
  `${number}. ${taskTitle(task, words.tasks)} (${words.tasks.weights[task.weight].toLowerCase()})`,
  ...(task.record === null
    ? withoutRecord(task, report, words)
    : [...task.findings.map((finding) => factOf(finding, words)), ...recordLines(task.record, report, words)]),
];

const factOf = (finding: ReportedFinding, words: Texts): string => describeWith(finding, words.findings).fact;

/** Each finding with what to do about it; where the owner has to choose, that it is done on the page. */
const withoutRecord = (task: Task, report: Report, words: Texts): readonly string[] => {
  const { correction } = report.spf;
  const isChosen = isOwnSpf(task) && outcomeTells(correction.kind);
  return [
    ...task.findings.map((finding) => {
      const { fact, action } = describeWith(finding, words.findings);
      return action === null || !tellsAction(task, finding, report) ? fact : `${fact} ${action}`;
    }),
    ...(isChosen && correction.kind !== 'alias' ? [words.handOver.choose] : []),
    ...(isChosen && correction.kind === 'alias' ? [outcomeSentence(correction, words.repair)] : []),
    ...[wayOut(task, report, words.repair) ?? []].flat(),
  ];
};

const recordLines = (
  { purpose, action, name, type, value, replaces }: RecordToPublish,
  { spf }: Report,
  { publish, handOver, repair }: Texts,
): readonly string[] => [
  '',
  `${publish.name}: ${visibleText(name)}`,
  `${publish.type}: ${type}`,
  `${publish.value}:`,
  visibleText(value),
  ...replaces.flatMap((old) => [`${publish.replaces}:`, visibleText(old)]),
  ...(purpose === 'spf' && action === 'replace' ? ['', lost(spf.correction, repair)] : []),
  ...(purpose === 'dkim' ? ['', handOver.dkim] : []),
];

/** The claim of the proof that the one who makes the change wants to know. */
const lost = ({ proof }: Report['spf']['correction'], { proof: words }: Texts['repair']): string =>
  proof === null || proof.lost.length === 0 ? words.nothingLost : words.lost(visible(proof.lost));
