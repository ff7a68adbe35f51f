import type { OwnerChoices, Recommendation } from '#core/spf/recommend.ts';
import type { RepairTexts } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { fill, part, stamp } from '../parts.ts';

type Named = Recommendation['senders'][number];

export interface OwnSenders {
  readonly read: () => OwnerChoices['senders'];
  /** Takes in what can be put into the record, and says of the rest why it cannot. */
  readonly follow: (named: readonly Named[]) => void;
  /** A sender was typed, or removed. */
  readonly onChange: (changed: () => void) => void;
}

/** Senders to type, one by one. What DNS does not know stays in the field, so that it can be mended there. */
export const ownSenders = (element: HTMLElement, words: RepairTexts): OwnSenders => {
  const form = part(element, 'own', HTMLFormElement);
  const field = part(form, 'own-field', HTMLInputElement);
  const list = part(element, 'own-list', HTMLElement);
  const added = new Map<string, HTMLElement>();
  /** Typed, and not answered yet. */
  let asked: string | null = null;

  const complain = (problem: string): void => {
    part(form, 'own-problem', HTMLElement).textContent = problem;
    field.setAttribute('aria-invalid', String(problem !== ''));
  };
  field.addEventListener('input', () => complain(''));

  const add = (text: string): HTMLElement => {
    const item = stamp('own-sender-item');
    fill(item, 'what', visible(text));
    added.set(text, item);
    list.append(item);
    return item;
  };

  const take = ({ text, reading }: Named): void => {
    const isInField = field.value.trim() === text;
    if (reading.kind === 'terms') {
      fill(added.get(text) ?? add(text), 'text', words.added(visible(text), visible(reading.terms)));
      if (isInField) field.value = '';
      return;
    }
    const options = reading.kind === 'ambiguous' ? reading.options : [];
    const reason = words.readings[reading.kind](visible(text), visible(options));
    const item = added.get(text);
    if (item !== undefined) fill(item, 'text', reason);
    else if (isInField) complain(reason);
  };

  return {
    read: () => [...new Set([...added.keys(), ...(asked === null ? [] : [asked])])],
    follow: (named) => {
      asked = null;
      for (const sender of named) if (sender.kind === 'typed') take(sender);
    },
    onChange: (changed) => {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const text = field.value.trim();
        if (text === '') return;
        asked = text;
        changed();
      });
      list.addEventListener('click', ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        const gone = [...added].find(([, item]) => button !== null && item.contains(button));
        if (gone === undefined) return;
        const [text, item] = gone;
        added.delete(text);
        item.remove();
        field.focus();
        changed();
      });
    },
  };
};
