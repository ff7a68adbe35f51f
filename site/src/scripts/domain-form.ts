import { type Domain, parseDomain } from '#core/domain.ts';
import type { FormTexts } from '#messages/messages.ts';
import { domainParameters } from '../routes.ts';
import { part } from './parts.ts';

export interface DomainForm {
  /** What is typed, as a domain; null where it is none, and then the form says why. */
  readonly read: () => Domain | null;
  /** Puts the text in the field and says nothing. */
  readonly write: (text: string) => void;
  /** False where somebody has begun to type another one. */
  readonly holds: (domain: Domain) => boolean;
  readonly focus: () => void;
  readonly complain: (problem: string) => void;
  /** Somebody began to type. Told once. */
  readonly onInput: (begun: () => void) => void;
  /** What the address says of a domain; null where it says nothing. */
  readonly linked: (address: URL) => string | null;
  /** The address of the page with the domain in it. */
  readonly link: (domain: Domain) => URL;
  readonly onSubmit: (submitted: () => void) => void;
}

/** The field, and what is said of what is typed in it. Sent by the browser itself, the form leads to the same address. */
export const domainForm = (words: FormTexts): DomainForm => {
  const form = part(document, 'domain-form', HTMLFormElement);
  const field = part(form, 'field', HTMLInputElement);

  const say = (problem: string, changes: string): void => {
    const place = part(form, 'problem', HTMLElement);
    place.textContent = problem;
    place.hidden = problem === '';
    part(form, 'changes', HTMLElement).textContent = changes;
    field.setAttribute('aria-invalid', String(problem !== ''));
  };
  field.addEventListener('input', () => say('', ''));
  // Who leaves the field hears at once of what cannot be right; an empty one is only not filled in yet.
  field.addEventListener('change', () => {
    const parsed = parseDomain(field.value);
    if (!parsed.ok && parsed.problem !== 'EMPTY') say(words.domainProblems[parsed.problem], '');
  });

  return {
    read: () => {
      const parsed = parseDomain(field.value);
      if (!parsed.ok) {
        say(words.domainProblems[parsed.problem], '');
        return null;
      }
      field.value = parsed.domain.unicode;
      say('', parsed.changes.map((change) => words.domainChanges[change]).join(' '));
      return parsed.domain;
    },
    write: (text) => {
      field.value = text;
      say('', '');
    },
    holds: ({ unicode }) => field.value === unicode,
    focus: () => field.focus(),
    complain: (problem) => say(problem, ''),
    onInput: (begun) => field.addEventListener('input', begun, { once: true }),
    // A link may have been made from the page in the other language, or from the API's address.
    linked: ({ searchParams }) =>
      [field.name, ...Object.values(domainParameters)].map((parameter) => searchParams.get(parameter)).find(Boolean) ??
      null,
    link: (domain) => {
      const address = new URL(form.action);
      address.searchParams.set(field.name, domain.unicode);
      return address;
    },
    onSubmit: (submitted) =>
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted();
      }),
  };
};
