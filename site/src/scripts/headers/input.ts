import { longestHeaders } from '#core/headers/reading.ts';
import { part } from '../parts.ts';

/** Octets of a file that are read: what is past them is no header. */
const mostOctets = longestHeaders;

/** Headers come by paste, by a file that is chosen, or by one that is dropped anywhere on the page. */
export const startInput = (take: (text: string) => void): void => {
  const form = part(document, 'headers-form', HTMLFormElement);
  const field = part(form, 'headers-text', HTMLTextAreaElement);
  const file = part(form, 'headers-file', HTMLInputElement);
  const clear = part(form, 'headers-clear', HTMLButtonElement);
  const drop = part(document, 'headers-drop', HTMLElement);

  const read = (): void => {
    clear.hidden = field.value === '';
    take(field.value);
  };
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    field.value = await chosen.slice(0, mostOctets).text();
    read();
  };

  field.addEventListener('input', read);
  form.addEventListener('submit', (event) => event.preventDefault());
  part(form, 'headers-choose', HTMLButtonElement).addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    void open(file.files?.[0]);
    // The same file may be chosen again.
    file.value = '';
  });
  clear.addEventListener('click', () => {
    field.value = '';
    read();
    field.focus();
  });

  const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    drop.hidden = false;
  });
  // It leaves the window, and not one element for another.
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) drop.hidden = true;
  });
  addEventListener('drop', (event) => {
    drop.hidden = true;
    if (!hasFile(event)) return;
    event.preventDefault();
    void open(event.dataTransfer?.files[0]);
  });

  // Some browsers keep what stood in a field when a page is loaded again.
  if (field.value !== '') read();
};
