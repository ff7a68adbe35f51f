import { readSmtpError } from '#core/smtp-error/read-error.ts';
import type { SmtpErrorTexts } from '#messages/smtp-error.ts';
import { part } from '../parts.ts';
import { answerElement, headingOf } from './error-answer.ts';

/** Milliseconds without a key, after which what stands there is read. */
const pause = 250;

/** Reads what is pasted or typed, here in the browser: nothing is asked of anybody. */
export const readErrors = (words: SmtpErrorTexts): void => {
  const field = part(document, 'error-text', HTMLTextAreaElement);
  const answer = part(document, 'error-answer', HTMLElement);
  const status = part(document, 'error-status', HTMLElement);
  const clear = part(document, 'error-clear', HTMLButtonElement);
  let shown: string | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const read = (): void => {
    const text = field.value;
    clear.hidden = text === '';
    if (text === shown) return;
    shown = text;
    const reading = readSmtpError(text);
    // An empty field needs no answer.
    const isEmpty = reading.kind === 'unreadable' && reading.reason === 'empty';
    answer.replaceChildren(...(isEmpty ? [] : [answerElement(reading, text, words)]));
    // What decided may stand far down in what is shown.
    const mark = answer.querySelector('mark');
    if (mark?.parentElement) mark.parentElement.scrollTop = mark.offsetTop - mark.parentElement.clientHeight / 2;
    status.textContent = isEmpty ? '' : headingOf(reading, words);
  };
  const readSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(read, pause);
  };

  field.addEventListener('input', ({ inputType }) => {
    // What is pasted or dropped is whole.
    if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') read();
    else readSoon();
  });
  clear.addEventListener('click', () => {
    field.value = '';
    read();
    field.focus();
  });
  // A browser may keep what stood there when the page is shown again.
  read();
};
