import { isUsable } from './ports.ts';
import { type Security, type SmtpSettings, serverText, shownHost } from './settings.ts';
import type { KnownServer, PortTest, SmtpAdvice } from './smtp-report.ts';

/** Ways to log in that are done with a user name and a password, of those that Chilkat, which MAB sends by, can: https://www.chilkatsoft.com/refdoc/csMailManRef.html */
const passwordWays = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'NTLM'];

export const takesPassword = (logins: readonly string[]): boolean => logins.some((way) => passwordWays.includes(way));

/** What a server offers with this setting; null where it was not asked. */
export const loginsWith = ({ logins }: PortTest, security: Security): readonly string[] | null =>
  security === 'tls' ? logins.tls : logins.open;

/** Would a program that looks at certificates go on? */
export const isGenuine = ({ certificate }: PortTest): boolean =>
  certificate?.matches === true && certificate.trust === 'trusted' && certificate.daysLeft >= 0 && !certificate.isEarly;

interface Choice {
  readonly test: PortTest;
  readonly security: Security;
}

/**
 * The way in that is best, of those that were seen to work: encrypted before open; with a good certificate before any; by STARTTLS before
 * TLS from the first octet, since the manual shows that MAB can do the one (Microsoft 365 has no other), and not that it can do the other.
 */
export const bestChoice = (tests: readonly PortTest[], known: KnownServer | null): Choice | null => {
  const choices = tests
    .filter((test) => isUsable(test, null))
    .map((test): Choice => ({ test, security: isUsable(test, 'tls') && known?.security !== 'none' ? 'tls' : 'none' }))
    .filter(({ test, security }) => isUsable(test, security));
  const rank = ({ test, security }: Choice): number =>
    (security === 'tls' ? 0 : 8) +
    (security === 'tls' && !isGenuine(test) ? 4 : 0) +
    (test.tls?.state === 'works' && test.tls.way === 'at_once' ? 2 : 0) +
    (test.isTyped ? 0 : 1);
  return choices.toSorted((a, b) => rank(a) - rank(b)).at(0) ?? null;
};

/**
 * What to set in MAB: what the test showed; else what the provider's guide says, where a port of that is known.
 *
 * @param tests the ports that were tried, the typed one first.
 */
export const adviceOf = (
  { host, port, security }: SmtpSettings,
  tests: readonly PortTest[],
  known: KnownServer | null,
): SmtpAdvice | null => {
  const best = bestChoice(tests, known);
  if (best !== null) {
    const isAsTyped = best.test.port === port && best.security === security;
    return {
      server: serverText(shownHost(host), best.test.port),
      security: best.security,
      login: loginOf(best, known),
      basis: 'tested',
      isAsTyped,
    };
  }
  if (known === null || known.port === null || known.security === null) return null;
  return {
    server: serverText(known.host, known.port),
    security: known.security,
    login: known.login === 'needed' ? 'needed' : 'optional',
    basis: 'known',
    isAsTyped: shownHost(host) === known.host && port === known.port && security === known.security,
  };
};

/** A server for submission takes nothing without a login (RFC 6409 section 4.3), unless it offers none. */
const loginOf = ({ test, security }: Choice, known: KnownServer | null): SmtpAdvice['login'] => {
  if (known?.login === 'needed') return 'needed';
  const logins = loginsWith(test, security);
  if (logins === null) return 'optional';
  if (logins.length === 0) return 'none';
  return test.port === 25 || known !== null ? 'optional' : 'needed';
};
