import type { SpfCorrection } from '#core/report.ts';
import { changeSentence, optionalChanges } from '#messages/correction.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { fill, part, stamp } from '../parts.ts';

type Change = SpfCorrection['changes'][number];

export interface SwitchList {
  /** Those that can be chosen now. One that was there before is the same again, as the owner left it. */
  readonly show: (correction: SpfCorrection) => void;
  /** Ids of the changes that the owner wants otherwise than advised. */
  readonly read: () => readonly string[];
}

interface Switch {
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
  readonly advised: boolean;
}

/** The changes that are advised, ticked unless switched off, and those that are offered, not ticked unless switched on. */
export const switchList = (element: HTMLElement, words: RepairTexts): SwitchList => {
  const list = part(element, 'switch-list', HTMLElement);
  const switches = new Map<string, Switch>();
  const switchOf = (change: Change): Switch => {
    const known = switches.get(change.id) ?? newSwitch(change, words);
    switches.set(change.id, known);
    return known;
  };
  return {
    show: (correction) => {
      const items = optionalChanges(correction).map((change) => switchOf(change).item);
      arrange(list, items);
      element.hidden = items.length === 0;
    },
    read: () => [...switches].flatMap(([id, { input, advised }]) => (input.checked === advised ? [] : [id])),
  };
};

const newSwitch = (change: Change, words: RepairTexts): Switch => {
  const item = stamp('switch');
  const input = part(item, 'input', HTMLInputElement);
  input.checked = change.made;
  fill(item, 'text', changeSentence(change, words));
  return { item, input, advised: change.need === 'advised' };
};

/** An element that is taken out and put in again loses the focus: only those move that stand in another place. */
const arrange = (list: HTMLElement, items: readonly HTMLElement[]): void => {
  for (const child of [...list.children]) if (!items.some((item) => item === child)) child.remove();
  items.forEach((item, place) => {
    const there = list.children[place];
    if (there !== item) list.insertBefore(item, there ?? null);
  });
};
