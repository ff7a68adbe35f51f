import { parseSmtpSettings } from '#core/smtp/settings.ts';
import type { Text } from '#messages/messages.ts';
import type { SmtpPageTexts } from '#messages/smtp-page.ts';
import type { SmtpTexts } from '#messages/smtp-settings.ts';
import { visibleText } from '#messages/visible.ts';
import { part, tone } from '../parts.ts';
import { shownReport, verdictOf } from './shown-report.ts';
import { requestTest } from './smtp-request.ts';

/** Of `sikkerhet`, `security`: a link may have been made for the page in the other language. */
const securityParameters = ['sikkerhet', 'security'];

/** The page where SMTP settings are tried. */
export const startSmtpPage = (words: SmtpPageTexts, texts: SmtpTexts): void => {
  const form = part(document, 'smtp-form', HTMLFormElement);
  const field = part(form, 'smtp-server', HTMLInputElement);
  const area = part(document, 'smtp-report', HTMLElement);
  const status = part(document, 'smtp-status', HTMLElement);
  const otherLanguage = part(document, 'language-link', HTMLAnchorElement);
  let latest = new AbortController();

  const chosen = (): RadioNodeList | Element | null => form.elements.namedItem('security');
  const security = (): string => {
    const radios = chosen();
    return radios instanceof RadioNodeList ? radios.value : '';
  };

  const complain = (problem: string): void => {
    const place = part(form, 'smtp-problem', HTMLElement);
    place.textContent = problem;
    place.hidden = problem === '';
    field.setAttribute('aria-invalid', String(problem !== ''));
  };

  const say = (text: string, isTrouble = false): void => {
    status.textContent = text;
    status.classList.toggle('ds-alert', isTrouble);
    if (isTrouble) tone(status, 'unknown');
  };

  const fail = ({ fact, action }: Text): void => say([fact, action ?? []].flat().join(' '), true);

  const attempt = async (): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    area.replaceChildren();
    status.classList.remove('ds-sr-only');
    say('');
    const typed = { server: field.value.trim(), security: security() };
    const parsed = parseSmtpSettings(typed);
    complain(parsed.ok ? '' : words.problems[parsed.problem]);
    if (!parsed.ok) {
      field.focus();
      return;
    }
    remember(typed);
    say(words.trying(visibleText(typed.server)));
    const answered = await requestTest(typed, words, signal);
    // Newer settings have taken their place.
    if (signal.aborted) return;
    if (answered.kind === 'failed') {
      fail(words.requestFailures[answered.failure]);
      return;
    }
    area.append(shownReport(answered.answer, words, texts));
    // The page shows it; the status says it to those who do not see that.
    status.classList.add('ds-sr-only');
    say(verdictOf(answered.answer, words));
  };

  /** What was tried goes into the address, so that a reload and the page in the other language have it. */
  const remember = (typed: Readonly<Record<'server' | 'security', string>>): void => {
    const address = new URL(location.href);
    address.search = '';
    address.searchParams.set('server', typed.server);
    if (typed.security !== '') address.searchParams.set(securityParameter(), typed.security);
    history.replaceState(null, '', address);
    carry();
  };
  const securityParameter = (): string => form.dataset.securityParameter ?? 'security';
  const carry = (): void => {
    otherLanguage.search = location.search;
  };

  const fillIn = (): void => {
    const { searchParams } = new URL(location.href);
    const server = searchParams.get('server') ?? '';
    const port = searchParams.get('port') ?? '';
    field.value = server !== '' && port !== '' && !server.endsWith(`:${port}`) ? `${server}:${port}` : server;
    const asked = securityParameters.map((name) => searchParams.get(name)).find(Boolean) ?? '';
    const parsed = parseSmtpSettings({ server: 'mail.example', security: asked });
    const radios = chosen();
    if (parsed.ok && radios instanceof RadioNodeList) radios.value = parsed.settings.security ?? '';
    carry();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt();
  });
  field.addEventListener('input', () => complain(''));
  fillIn();
};
