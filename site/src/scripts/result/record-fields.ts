import { fill, fillWith, part, stamp } from '../parts.ts';

/** Text, some of it marked. */
export type Content = readonly (string | Node)[];

export interface Fields {
  readonly name: string;
  readonly type: string;
  readonly value: Content;
  readonly replaces: readonly Content[];
  /** What the records that are replaced are called; left out: that they are to be removed. */
  readonly replacesLabel?: string;
  /** Records at other names that go. */
  readonly removes?: readonly string[];
}

/** What a DNS host's page asks for, each with its button to copy it; and what stands there now. */
export const recordFields = ({ name, type, value, replaces, replacesLabel, removes = [] }: Fields): HTMLElement => {
  const fields = stamp('record-fields');
  fill(fields, 'name', name);
  fill(fields, 'type', type);
  part(fields, 'value', HTMLElement).append(...value);
  if (replacesLabel !== undefined) fill(fields, 'replaces-label', replacesLabel);
  fillWith(fields, 'replaces', replaces.map(replacedRecord));
  fillWith(
    fields,
    'removes',
    removes.map((text) => replacedRecord([text])),
  );
  return fields;
};

const replacedRecord = (content: Content): HTMLElement => {
  const element = stamp('replaced');
  part(element, 'text', HTMLElement).append(...content);
  return element;
};
