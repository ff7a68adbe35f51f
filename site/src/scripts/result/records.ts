import type { RecordToPublish, Report } from '#core/report.ts';
import { nextDmarc, type Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, part, stamp } from '../parts.ts';
import { recordFields, recordHeading } from './record-fields.ts';
import { spfCard } from './spf-card.ts';

const card = (record: RecordToPublish, words: Texts): HTMLElement => {
  const element = stamp('record');
  fill(element, 'heading', recordHeading(record.purpose, record, words));
  const { name, type, value, replaces } = record;
  const content = part(element, 'content', HTMLElement);
  content.append(recordFields({ name, type, value: [value], replaces: replaces.map((old) => [visibleText(old)]) }));
  const next = nextDmarc(record);
  if (next !== null) content.append(paragraph(words.publish.nextDmarc(next)));
  return element;
};

const paragraph = (text: string): HTMLElement => {
  const element = stamp('paragraph');
  element.textContent = text;
  return element;
};

/**
 * What to publish, to copy piece by piece. SPF has its card even where there is nothing to publish: there the owner reads
 * why, and can choose. It stands last where nothing need be done.
 */
export const recordList = (report: Report, words: Texts): HTMLElement => {
  const list = stamp('records');
  const others = report.records.filter(({ purpose }) => purpose !== 'spf');
  const spf = spfCard(report, words, (hasRecord) => {
    const hasAny = hasRecord || others.length > 0;
    fill(list, 'heading', hasAny ? words.publish.heading : words.repair.heading);
    part(list, 'lead', HTMLElement).hidden = !hasAny;
  });
  const cards = others.map((record) => card(record, words));
  fillWith(list, 'records', report.spf.correction.kind === 'unchanged' ? [...cards, spf] : [spf, ...cards]);
  return list;
};
