import { smtpSeverities } from '#core/smtp/findings.ts';
import type { SmtpReport } from '#core/smtp/smtp-report.ts';
import type { SmtpPageTexts } from '#messages/smtp-page.ts';
import { type Answered, isObject, request } from '../request.ts';

/** Asks the service to try the settings. The server is sent as it is typed, so that what a program would not take is told. */
export const requestTest = (
  settings: Readonly<Record<string, string>>,
  words: SmtpPageTexts,
  signal: AbortSignal,
): Promise<Answered<SmtpReport>> => {
  const { steps } = words;

  /** A part that was not reached is null. */
  const isKnown = (value: unknown, texts: object): boolean =>
    value === null || (isObject(value) && Object.hasOwn(texts, String(value.state)));

  const isPort = (port: unknown): boolean =>
    isObject(port) &&
    Object.hasOwn(steps.connection, String(port.connection)) &&
    isKnown(port.greeting, steps.greeting) &&
    isKnown(port.tls, steps.tls) &&
    isObject(port.logins);

  const isFinding = (finding: unknown): boolean =>
    isObject(finding) &&
    Object.hasOwn(smtpSeverities, String(finding.code)) &&
    Object.hasOwn(words.verdicts, String(finding.severity)) &&
    isObject(finding.args);

  const isAdvice = (advice: unknown): boolean =>
    advice === null ||
    (isObject(advice) &&
      typeof advice.server === 'string' &&
      Object.hasOwn(words.securities, String(advice.security)) &&
      Object.hasOwn(words.logins, String(advice.login)) &&
      Object.hasOwn(words.basis, String(advice.basis)));

  /** Are there words for all of it? */
  const isReport = (body: unknown): body is SmtpReport =>
    isObject(body) &&
    isObject(body.settings) &&
    isObject(body.settings.host) &&
    isObject(body.name) &&
    Object.hasOwn(steps.name, String(body.name.state)) &&
    Array.isArray(body.ports) &&
    body.ports.every(isPort) &&
    Array.isArray(body.findings) &&
    body.findings.every(isFinding) &&
    isAdvice(body.advice);

  return request('/api/smtp', settings, isReport, signal);
};
