import type { FormTexts } from '#messages/messages.ts';
import { domainForm } from '../domain-form.ts';
import { part } from '../parts.ts';

/** In the place of all that a result has: that there is none, and the form, which leads to the check of a domain. */
export const showGone = (words: FormTexts): void => {
  const form = domainForm(words);
  form.onSubmit(() => {
    const domain = form.read();
    if (domain === null) form.focus();
    else location.assign(form.link(domain));
  });
  document.documentElement.dataset.view = 'start';
  part(document, 'gone', HTMLElement).focus();
};
