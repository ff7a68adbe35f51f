import type { Report, SpfNode } from '#core/report.ts';
import { sender } from '#core/sender.ts';
import { knownName, type Texts } from '#messages/messages.ts';
import type { SeenTexts } from '#messages/seen.ts';
import { visible } from '#messages/visible.ts';
import { gravest, type TreeRow } from './tree-rows.ts';

/** What is said of the rows, with everything that strangers wrote made fit to be shown. */

export interface Telling {
  readonly report: Report;
  readonly words: Texts;
  readonly seen: SeenTexts;
}

/** What is missing where the sender is. */
export const ownInclude = `include:${sender.include}`;

export const nameOf = ({ via, name }: SpfNode): string => (via === 'domain' ? knownName(name) : visible(name));

/** `Må rettes (2)`; null where nothing is wrong. */
export const problemWords = (row: TreeRow, { severities }: Texts): string | null => {
  const worst = gravest(row);
  if (worst === null) return null;
  return worst.times > 1 ? `${severities[worst.severity]} (${worst.times})` : severities[worst.severity];
};

/** All of a row in sentences: its accessible name, and its line of the text form. */
export const rowSentence = (row: TreeRow, { words, seen }: Telling): string => {
  const problem = problemWords(row, words);
  return [
    row.kind === 'lack'
      ? `${seen.lacks[row.lack]}: ${ownInclude}.`
      : seen.node({ ...row.node, name: nameOf(row.node), lookups: row.lookups }),
    ...(problem === null ? [] : [`${problem}.`]),
    ...(row.kind === 'lack' || row.mark === null ? [] : [`${seen.marks[row.mark]}.`]),
  ].join(' ');
};
