import type { ReportedFinding } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { type Task, tasksOf } from '#core/tasks.ts';
import { outcomeSentence, outcomeTells } from './correction.ts';
import type { Step, StepRecord } from './mail-blocks.ts';
import { mailText } from './mail-text.ts';
import { describeWith, domainName, type HandOverTexts, type PublishTexts, type Texts, taskTitle } from './messages.ts';
import { isOwnSpf, tellsAction, wayOut } from './step.ts';
import { visible, visibleText } from './visible.ts';

export interface Mail {
  readonly subject: string;
  /** Plain text, lines ended by a line feed. */
  readonly body: string;
}

/** What is told in a step by the one who writes the mail. */
type Told = Pick<HandOverTexts, 'choose' | 'dkim'>;

/**
 * A mail that the owner sends to the one who runs the domain, complete in itself: what is to be done, why, and the exact records.
 * It is short, since mail programs on Windows take a link of some 2,000 characters.
 *
 * @param report with the SPF correction as its owner chose it.
 * @param link where the domain can be checked anew.
 */
export const handOverMail = (report: Report, link: string, words: Texts): Mail => {
  const { handOver } = words;
  const domain = domainName(report.domain);
  const body = mailText([
    { kind: 'paragraph', text: handOver.greeting },
    { kind: 'paragraph', text: handOver.request(domain) },
    ...handOverSteps(report, words, handOver),
    { kind: 'paragraph', text: handOver.after(link) },
  ]);
  return { subject: handOver.subject(domain), body };
};

/**
 * What is handed over to the one who runs the domain, in the order to do it.
 *
 * @param report with the SPF correction as its owner chose it.
 * @param told the words of the one who writes.
 * @returns none where there is nothing to do.
 */
export const handOverSteps = (report: Report, words: Texts, told: Told): readonly Step[] =>
  tasksOf(report).map((task, place) => ({
    kind: 'step',
    number: place + 1,
    title: taskTitle(task, words.tasks),
    weight: words.tasks.weights[task.weight],
    ...(task.record === null
      ? withoutRecord(task, report, words, told)
      : {
          facts: task.findings.map((finding) => factOf(finding, words)),
          record: recordOf(task.record, words.publish),
          notes: notesOf(task.record, report, words, told),
        }),
  }));

const factOf = (finding: ReportedFinding, words: Texts): string => describeWith(finding, words.findings).fact;

/** Each finding with what to do about it; where the owner has to choose, that it is done on the page. */
const withoutRecord = (
  task: Task,
  report: Report,
  words: Texts,
  told: Told,
): Pick<Step, 'facts' | 'record' | 'notes'> => {
  const { correction } = report.spf;
  const isChosen = isOwnSpf(task) && outcomeTells(correction.kind);
  return {
    facts: task.findings.map((finding) => {
      const { fact, action } = describeWith(finding, words.findings);
      return action === null || !tellsAction(task, finding, report) ? fact : `${fact} ${action}`;
    }),
    record: null,
    notes: [
      ...(isChosen && correction.kind !== 'alias' ? [told.choose] : []),
      ...(isChosen && correction.kind === 'alias' ? [outcomeSentence(correction, words.repair)] : []),
      ...[wayOut(task, report, words.repair) ?? []].flat(),
    ],
  };
};

const recordOf = ({ name, type, value, replaces }: RecordToPublish, publish: PublishTexts): StepRecord => ({
  name: { label: publish.name, value: visibleText(name) },
  type: { label: publish.type, value: type },
  value: { label: publish.value, value: visibleText(value) },
  replaces: replaces.map((old) => ({ label: publish.replaces, value: visibleText(old) })),
});

const notesOf = (
  { purpose, action }: RecordToPublish,
  { spf }: Report,
  { repair }: Texts,
  { dkim }: Told,
): readonly string[] => [
  ...(purpose === 'spf' && action === 'replace' ? [lost(spf.correction, repair)] : []),
  ...(purpose === 'dkim' ? [dkim] : []),
];

/** The claim of the proof that the one who makes the change wants to know. */
const lost = ({ proof }: Report['spf']['correction'], { proof: words }: Texts['repair']): string =>
  proof === null || proof.lost.length === 0 ? words.nothingLost : words.lost(visible(proof.lost));
