import type { SpfNode } from '#core/report.ts';
import { maxLookups } from '#core/spf/record.ts';
import { visible, visibleText } from '#messages/visible.ts';
import { fill, part, stamp } from '../parts.ts';
import { ownTerms } from './own-terms.ts';
import type { Telling } from './told.ts';

/** As many have room on a narrow screen; the words beside it have the number. */
const mostCells = 16;

const letter = (index: number): string => String.fromCodePoint(65 + (index % 26));

/** The sum against ten: a cell for each look-up, with the letter of the term of the record that it goes to. */
export const fillLookups = (element: HTMLElement, tree: SpfNode, { seen }: Telling): void => {
  const terms = ownTerms(tree);
  const owners = terms.flatMap(({ lookups }, index) => Array<number>(lookups).fill(index));
  const cells = Array.from({ length: Math.min(Math.max(owners.length, maxLookups), mostCells) }, (_, i) => {
    const cell = document.createElement('span');
    const owner = owners[i];
    if (i >= maxLookups) cell.dataset.over = '';
    if (owner !== undefined) {
      cell.textContent = i + 1 === mostCells && owners.length > mostCells ? '…' : letter(owner);
      cell.dataset.term = owner % 2 === 0 ? 'even' : 'odd';
    }
    return cell;
  });
  part(element, 'seen-bar', HTMLElement).append(...cells);
  fill(element, 'seen-sum', seen.sum(tree.lookups, maxLookups));
  part(element, 'seen-terms', HTMLElement).append(
    ...terms.map(({ term, service, lookups }, index) => {
      const item = stamp('seen-term');
      fill(item, 'seen-letter', letter(index));
      fill(item, 'seen-text', term === '' ? null : visibleText(term));
      fill(item, 'seen-cost', `${service === null ? '' : `${visible(service)}: `}${seen.lookups(lookups)}`);
      return item;
    }),
  );
};
