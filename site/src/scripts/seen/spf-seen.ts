import type { Report, SpfNode } from '#core/report.ts';
import type { Texts } from '#messages/messages.ts';
import type { SeenTexts } from '#messages/seen.ts';
import { fill, part, stamp } from '../parts.ts';
import { fillAddresses } from './addresses.ts';
import { fillLookups } from './lookup-bar.ts';
import type { Telling } from './told.ts';
import { drawTree } from './tree-picture.ts';
import { treeRows } from './tree-rows.ts';
import { writeTree } from './tree-text.ts';
import { type FetchTrying, offerTrying } from './try-offer.ts';

/**
 * What SPF of the domain comes to: the tree as a picture and as text, how many addresses may send, and a server to try.
 * Without a record that can be read there is only the last.
 *
 * @param fetchTrying null where there is nothing to try: the report tells of another day.
 * @returns an element for the page that has SpfSeen.astro in it. The picture is drawn when the element is shown.
 */
export const spfSeen = (
  report: Report,
  words: Texts,
  seen: SeenTexts,
  fetchTrying: FetchTrying | null,
): HTMLElement => {
  const telling = { report, words, seen };
  const { tree } = report.spf;
  const element = stamp('spf-seen');
  if (tree === null) fill(element, 'seen-all-of-record', null);
  else showTree(element, tree, telling);
  if (fetchTrying === null) fill(element, 'seen-trying', null);
  else offerTrying(element, fetchTrying, telling);
  return element;
};

const showTree = (element: HTMLElement, tree: SpfNode, telling: Telling): void => {
  const rows = treeRows(tree, telling.report);
  fillLookups(element, tree, telling);
  drawTree(part(element, 'seen-picture', HTMLElement), rows, telling);
  writeTree(part(element, 'seen-as-text', HTMLElement), rows, telling);
  fillAddresses(element, tree, telling);
};
