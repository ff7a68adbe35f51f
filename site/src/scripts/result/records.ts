import type { RecordToPublish } from '#core/report.ts';
import type { Texts } from '#messages/messages.ts';
import { visibleText } from '#messages/visible.ts';
import { fill, fillWith, stamp } from '../parts.ts';

const purposes = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<
  RecordToPublish['purpose'],
  keyof Texts['sections']
>;

const replacedRecord = (old: string): HTMLElement => {
  const element = stamp('replaced');
  fill(element, 'text', visibleText(old));
  return element;
};

const recordItem = ({ purpose, action, name, type, value, replaces }: RecordToPublish, words: Texts): HTMLElement => {
  const item = stamp('record');
  fill(item, 'heading', `${words.sections[purposes[purpose]]}: ${words.publish.action[action]}`);
  fill(item, 'name', name);
  fill(item, 'type', type);
  fill(item, 'value', value);
  fillWith(item, 'replaces', replaces.map(replacedRecord));
  return item;
};

/** The records to publish, to copy piece by piece. */
export const recordList = (records: readonly RecordToPublish[], words: Texts): readonly HTMLElement[] => {
  if (records.length === 0) return [];
  const list = stamp('records');
  const items = records.map((record) => recordItem(record, words));
  fillWith(list, 'records', items);
  return [list];
};
