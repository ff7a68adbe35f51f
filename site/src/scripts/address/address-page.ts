import { type CheckedAddress, checkAddress } from '#core/address/check.ts';
import type { Reception } from '#core/address/reception.ts';
import type { Domain } from '#core/domain.ts';
import type { Severity } from '#core/findings.ts';
import type { AddressTexts } from '#messages/address-check.ts';
import type { Text } from '#messages/messages.ts';
import { visible } from '#messages/visible.ts';
import { fill, part, stamp, tone } from '../parts.ts';
import { requestReception } from './reception-request.ts';
import { showWritten, textOf, verdictOf } from './written.ts';

/** How good it is for mail to the domain. */
const severities = {
  receives: 'ok',
  address_only: 'warning',
  refuses: 'error',
  no_domain: 'error',
  no_mail_server: 'error',
  servers_not_found: 'error',
  unknown: 'unknown',
} as const satisfies Record<Reception['kind'], Severity>;

/** What stands behind `#` is sent nowhere. */
const linked = (): string => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A per cent sign that stands for nothing.
    return location.hash.slice(1);
  }
};

/** The page of an address: it is read here, and only its domain is asked about. */
export const startAddressPage = (words: AddressTexts): void => {
  const form = part(document, 'address-form', HTMLFormElement);
  const field = part(form, 'address-field', HTMLInputElement);
  const area = part(document, 'address-answer', HTMLElement);
  const status = part(document, 'address-status', HTMLElement);
  const otherLanguage = part(document, 'language-link', HTMLAnchorElement);
  let latest = new AbortController();

  const complain = (problem: string): void => {
    const place = part(form, 'address-complaint', HTMLElement);
    place.textContent = problem;
    place.hidden = problem === '';
    field.setAttribute('aria-invalid', String(problem !== ''));
  };

  const check = async (): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const text = field.value;
    const checked = checkAddress(text);
    otherLanguage.hash = encodeURIComponent(text);
    complain('');
    status.textContent = '';
    area.replaceChildren();
    const [first] = checked.problems;
    if (first?.code === 'EMPTY' || first?.code === 'TEXT_TOO_LONG') {
      const { fact, action } = textOf(text, first, words);
      complain(`${fact} ${action}`);
      field.focus();
      return;
    }
    const answer = stamp('address-answer');
    showWritten(answer, text, checked, words, take);
    area.append(answer);
    status.textContent = words.verdicts[verdictOf(checked)];
    await follow(answer, domainOf(checked), latest.signal);
  };

  const take = (suggestion: string): void => {
    field.value = suggestion;
    field.focus();
    check();
  };

  /** Tells whether the domain takes mail, as soon as it is known. */
  const follow = async (answer: HTMLElement, domain: Domain | null, signal: AbortSignal): Promise<void> => {
    const section = part(answer, 'address-reception', HTMLElement);
    if (domain === null) {
      section.remove();
      return;
    }
    fill(section, 'fact', words.asking(visible(domain.unicode)));
    const answered = await requestReception(domain, words, signal);
    // A newer address has taken its place.
    if (signal.aborted) return;
    if (answered.kind === 'failed') say(section, words.requestFailures[answered.failure], 'unknown');
    else {
      const { domain: asked, reception } = visible(answered.answer);
      say(section, told(asked.unicode, reception, words), severities[reception.kind]);
    }
  };

  const say = (section: HTMLElement, { fact, action }: Text, severity: Severity): void => {
    section.dataset.state = 'known';
    tone(section, severity);
    part(section, 'fact', HTMLElement).textContent = fact;
    part(section, 'action', HTMLElement).textContent = action;
    status.textContent = fact;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    check();
  });
  field.addEventListener('input', () => complain(''));
  const fillIn = (): void => {
    const text = linked();
    if (text === '') return;
    field.value = text;
    check();
  };
  addEventListener('hashchange', fillIn);
  fillIn();
};

/** That of the address as typed, else of the one that is likely meant. */
const domainOf = ({ domain, suggestion }: CheckedAddress): Domain | null =>
  domain ?? (suggestion === null ? null : checkAddress(suggestion).domain);

const told = <K extends Reception['kind']>(
  domain: string,
  reception: Extract<Reception, { readonly kind: K }>,
  { reception: texts }: AddressTexts,
): Text => texts[reception.kind as K](domain, reception);
