import { describeWith } from '#messages/messages.ts';
import { rowSentence, type Telling } from './told.ts';
import type { TreeRow } from './tree-rows.ts';

/** The outline as lists within lists: the same facts, to read, search and copy. */
export const writeTree = (list: HTMLElement, rows: readonly TreeRow[], telling: Telling): void => {
  const lists: HTMLElement[] = [];
  rows.forEach((row, i) => {
    const item = document.createElement('li');
    const facts = row.problems.map((finding) => describeWith(finding, telling.words.findings).fact);
    item.append([rowSentence(row, telling), ...facts].join(' '));
    (row.parent === null ? list : lists[row.parent])?.append(item);
    if (rows[i + 1]?.parent !== i) return;
    const below = document.createElement('ul');
    item.append(below);
    lists[i] = below;
  });
};
