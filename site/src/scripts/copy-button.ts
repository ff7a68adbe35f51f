import { part } from './parts.ts';

/** Copy buttons, wherever and whenever they come: each copies the text of the `<code>` that it stands beside. */

/** Milliseconds that a button says that it has copied. */
const pause = 3_000;

/** Where the browser does not let it, as on a page that came over plain HTTP, it leaves the text selected. */
const copy = async (code: HTMLElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
};

const copyAndSay = async (button: HTMLElement, place: Element, code: HTMLElement): Promise<void> => {
  const { copy: before = '', copied = '', failed = '' } = button.dataset;
  const isCopied = await copy(code);
  const status = part(place, 'said', HTMLElement);
  // The button shows it already; the status says it to those who do not see the button.
  status.classList.toggle('ds-sr-only', isCopied);
  status.textContent = isCopied ? copied : failed;
  if (!isCopied) return;
  const word = part(button, 'word', HTMLElement);
  word.textContent = copied;
  setTimeout(() => {
    word.textContent = before;
    status.textContent = '';
  }, pause);
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
  const place = button?.closest('[data-copyable]');
  const code = place?.querySelector('code');
  if (button && place && code) copyAndSay(button, place, code);
});
