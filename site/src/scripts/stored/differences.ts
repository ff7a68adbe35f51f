import type { ChangedRecord, Differences } from '#core/results/differences.ts';
import { describeWith, type Section, type Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp } from '../parts.ts';
import { factItem } from '../result/findings.ts';
import { sentenceItem } from '../result/sentences.ts';
import type { StoredWords } from './words.ts';

const sectionsOf = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<
  ChangedRecord['purpose'],
  Section
>;

/** What is different, in words: records before and after, what is mended, what has come. Nothing where nothing is. */
export const differenceParts = (
  { records, mended, arisen }: Differences,
  { texts }: StoredWords,
): readonly HTMLElement[] => [
  ...records.map((record) => changedRecord(record, texts)),
  // They are no more, so they have not the marks of what is.
  ...listed(
    'mended',
    mended.map((finding) => sentenceItem(describeWith(finding, texts.findings).fact)),
  ),
  ...listed(
    'arisen',
    arisen.map((finding) => factItem(finding, texts)),
  ),
];

const changedRecord = ({ purpose, before, after }: ChangedRecord, { sections }: Texts): HTMLElement => {
  const element = stamp('changed-record');
  fill(element, 'title', sections[sectionsOf[purpose]]);
  part(element, 'before', HTMLElement).append(...recordTexts(before));
  part(element, 'after', HTMLElement).append(...recordTexts(after));
  return element;
};

const recordTexts = (records: readonly string[]): readonly HTMLElement[] =>
  records.length === 0
    ? [stamp('no-record')]
    : records.map((record) => {
        const element = stamp('record-then');
        fill(element, 'text', visibleText(record));
        return element;
      });

const listed = (template: 'mended' | 'arisen', items: readonly HTMLElement[]): readonly HTMLElement[] => {
  if (items.length === 0) return [];
  const element = stamp(template);
  fillWith(element, 'list', items);
  return [element];
};
