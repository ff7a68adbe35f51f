import type { Report } from '#core/report.ts';
import { standingTexts } from '#core/spf/publication.ts';
import { changeSentence, mayTighten, once, optionalChanges, outcomeSentence, proofSentences } from './correction.ts';
import { type MarkedPiece, markTerms } from './marks.ts';
import type { RepairTexts } from './messages.ts';
import { bold, green, indent, type Paint, red, wrap } from './terminal.ts';
import { visible, visibleText } from './visible.ts';

type Correction = Report['spf']['correction'];

/** The corrected SPF record: before and after, what is changed, what can be chosen, why it is right. */
export const renderCorrection = ({ spf }: Report, words: RepairTexts, paint: Paint): readonly string[] => {
  const { correction } = spf;
  const changes = once(correction.changes);
  if (correction.kind === 'unchanged' && changes.length === 0) return [];
  const made = changes.filter((change) => change.made);
  const offered = optionalChanges(correction).filter((change) => !change.made);
  const sentence = (change: (typeof changes)[number]) => changeSentence(change, words);
  return [
    paint(bold, words.heading),
    ...wrap(outcomeSentence(correction, words), indent),
    ...renderMarks(spf.records, correction, words, paint),
    ...renderQuestions(correction.questions, words),
    ...renderList(words.changesHeading, made.map(sentence)),
    ...(mayTighten(correction) ? wrap(words.towardsFail, indent) : []),
    ...renderList(words.offersHeading, offered.map(sentence)),
    ...renderList(words.proofHeading, proofSentences(correction, words)),
  ];
};

const renderQuestions = (questions: Correction['questions'], words: RepairTexts): readonly string[] => [
  ...(questions.length === 0 ? [] : [`${indent}${words.questionHeading}:`]),
  ...questions.flatMap(({ term, options }) => [
    ...wrap(words.question(visible(term)), `${indent}${indent}`),
    ...options.flatMap((option) => renderItem(option === '' ? words.leaveOut : words.option(visible(option)))),
  ]),
];

const renderItem = (text: string): readonly string[] => wrap(text, `${indent}${indent}`, `${indent}- `);

const renderList = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${indent}${heading}:`, ...items.flatMap(renderItem)];

/** `[-gone-]` and `{+new+}`, as `git diff --word-diff` marks words; in red and green where there are colours. */
const renderMarks = (
  records: Report['spf']['records'],
  { kind, record, changes }: Correction,
  words: RepairTexts,
  paint: Paint,
): readonly string[] => {
  const standing = standingTexts(records, changes);
  if (kind !== 'corrected' || record === null || standing.length === 0) return [];
  const { before, after } = markTerms(standing, record);
  return [
    `${indent}${words.before}:`,
    ...before
      .flatMap((pieces) => wrap(pieces.map(gone).join(''), `${indent}${indent}`))
      .map(painter(paint, goneMark, red)),
    `${indent}${words.after}:`,
    ...wrap(after.map(come).join(''), `${indent}${indent}`).map(painter(paint, comeMark, green)),
  ];
};

const gone = ({ text, marked }: MarkedPiece): string => (marked ? `[-${visibleText(text)}-]` : visibleText(text));
const come = ({ text, marked }: MarkedPiece): string => (marked ? `{+${visibleText(text)}+}` : visibleText(text));
const goneMark = /(?<= )\[-\S+-\]/g;
const comeMark = /(?<= )\{\+\S+\+\}/g;

/** Only after the lines are broken, since a code has no width. */
const painter =
  (paint: Paint, mark: RegExp, colour: number) =>
  (line: string): string =>
    line.replace(mark, (marked) => paint(colour, marked));
