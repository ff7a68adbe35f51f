import { severityOrder } from '../findings.ts';
import { adviceOf, bestChoice, loginsWith, takesPassword } from './advice.ts';
import { type SmtpFinding, smtpSeverities } from './findings.ts';
import { knownServer, otherPurposeOf, slipOf } from './known-servers.ts';
import { isUsable } from './ports.ts';
import { type Security, type SmtpSettings, serverText, shownHost } from './settings.ts';
import type { KnownServer, PortTest, ReportedSmtpFinding, SmtpName, SmtpReport } from './smtp-report.ts';

/** A certificate that ends sooner is told of: they are mostly renewed with a third of their time left, 30 days of 90. */
const soon = 14;

/** What was seen of a server, before anybody judges it. */
export interface SmtpObservations {
  readonly name: SmtpName;
  /** The typed port first. */
  readonly ports: readonly PortTest[];
}

/**
 * From what was typed and seen to what is wrong with it, and what to set.
 *
 * @param now when the test was made.
 */
export const judgeSmtp = (settings: SmtpSettings, { name, ports }: SmtpObservations, now: Date): SmtpReport => {
  const { host } = settings;
  const asked = host.kind === 'name' ? host.name.ascii : host.address;
  const known = host.kind === 'name' ? knownServer(asked) : null;
  const findings = [
    ...aboutName(settings, name),
    ...aboutServer(settings, ports, known),
    ...aboutText(settings, ports, name),
  ];
  return {
    settings: {
      host: { ascii: asked, unicode: shownHost(host), isAddress: host.kind === 'address' },
      port: settings.port,
      security: settings.security,
    },
    checkedAt: now.toISOString(),
    name,
    ports,
    known,
    findings: gravestFirst(findings),
    // A name that is not there is not to be set, whoever is known by it.
    advice: name.state === 'missing' || name.state === 'no_address' ? null : adviceOf(settings, ports, known),
  };
};

const gravestFirst = (findings: readonly SmtpFinding[]): readonly ReportedSmtpFinding[] =>
  findings
    .map((finding): ReportedSmtpFinding => ({ ...finding, severity: smtpSeverities[finding.code] }))
    .toSorted((a, b) => severityOrder.indexOf(b.severity) - severityOrder.indexOf(a.severity));

const aboutName = ({ host }: SmtpSettings, { state }: SmtpName): readonly SmtpFinding[] => {
  const args = { host: shownHost(host) };
  switch (state) {
    case 'missing':
      return [{ code: 'SMTP_NAME_MISSING', args }];
    case 'no_address':
      return [{ code: 'SMTP_NAME_NO_ADDRESS', args }];
    case 'unanswered':
      return [{ code: 'SMTP_NAME_UNANSWERED', args }];
    case 'not_public':
      return [{ code: 'SMTP_NOT_PUBLIC', args }];
    case 'found':
    case 'literal':
      return [];
  }
};

/** Slips and mistaken hosts, and what else a program does not take as it was typed. */
const aboutText = (settings: SmtpSettings, ports: readonly PortTest[], name: SmtpName): readonly SmtpFinding[] => {
  const { host, port, security, isTidied } = settings;
  const shown = shownHost(host);
  const findings: SmtpFinding[] = [];
  if (host.kind === 'name') {
    const slip = slipOf(host.name.ascii);
    if (slip !== null) findings.push({ code: 'SMTP_NAME_SLIP', args: { host: shown, meant: slip.host } });
    const other = otherPurposeOf(host.name.ascii);
    // A host may have a name from one of its tasks, and do all of them.
    if (other !== null && (other.purpose === 'mx' || !ports.some((test) => isUsable(test, security))))
      findings.push({ code: 'SMTP_OTHER_PURPOSE', args: { host: shown, ...other } });
  }
  if (isTidied) {
    const server = port === null ? shown : serverText(shown, port);
    findings.push({ code: 'SMTP_WRITTEN_OTHERWISE', args: { server } });
  }
  if (port === null && (name.state === 'found' || name.state === 'literal'))
    findings.push({ code: 'SMTP_NO_PORT_TYPED', args: { host: shown, security } });
  return findings;
};

/** What is found of the port that was typed; where none was, of the best one, else of the first. */
const aboutServer = (
  { host, port, security }: SmtpSettings,
  ports: readonly PortTest[],
  known: KnownServer | null,
): readonly SmtpFinding[] => {
  const best = bestChoice(ports, known);
  const fitting = ports.find((test) => isUsable(test, security));
  const test =
    port === null
      ? ((isFit(best?.test, security) ? best?.test : fitting) ?? ports[0])
      : ports.find(({ isTyped }) => isTyped);
  if (test === undefined) return [];
  const at = { host: shownHost(host), port: test.port };
  const trouble = withoutSmtp(test, at);
  if (trouble !== null) return [trouble];
  const chosen = security ?? best?.security ?? 'tls';
  const findings = [...aboutTls(test, chosen, at, known), ...aboutLogin(test, chosen, at)];
  if (chosen === 'tls') findings.push(...aboutCertificate(test, at));
  const isFine = isUsable(test, chosen) && findings.every(({ code }) => smtpSeverities[code] === 'notice');
  return isFine ? [{ code: 'SMTP_WORKS', args: { ...at, security: chosen } }, ...findings] : findings;
};

const isFit = (test: PortTest | undefined, security: Security | null): boolean =>
  test !== undefined && isUsable(test, security);

type At = { readonly host: string; readonly port: number };

/** Why no SMTP was spoken; null where it was. */
const withoutSmtp = ({ connection, greeting, tls }: PortTest, at: At): SmtpFinding | null => {
  switch (connection) {
    case 'refused':
      return { code: 'SMTP_REFUSED', args: at };
    case 'timeout':
      return { code: 'SMTP_NO_ANSWER', args: at };
    case 'unreachable':
      return { code: 'SMTP_UNREACHABLE', args: at };
    case 'not_tested':
      return { code: 'SMTP_NOT_TESTED', args: at };
    case 'open':
      break;
  }
  switch (greeting?.state) {
    case 'smtp':
      return null;
    case 'turned_away':
      return { code: 'SMTP_TURNED_AWAY', args: { ...at, reply: greeting.reply, text: greeting.text } };
    case 'not_smtp':
      return { code: 'SMTP_NOT_SMTP', args: { ...at, text: greeting.text } };
    case 'closed':
      return { code: 'SMTP_CLOSED', args: at };
    case 'silent':
      return { code: 'SMTP_SILENT', args: at };
    case undefined:
      // TLS came first, and did not come about.
      return { code: 'SMTP_TLS_FAILED', args: { ...at, reason: tls?.state === 'failed' ? tls.reason : 'other' } };
  }
};

const aboutTls = (test: PortTest, chosen: Security, at: At, known: KnownServer | null): SmtpFinding[] => {
  const { tls, port, logins } = test;
  const isAtOnce = tls?.state === 'works' && tls.way === 'at_once';
  const findings: SmtpFinding[] = [];
  if (isAtOnce && chosen === 'none') return [{ code: 'SMTP_TLS_AT_ONCE', args: at }];
  if (isAtOnce && port !== 465) findings.push({ code: 'SMTP_TLS_AT_ONCE_ODD', args: at });
  if (!isAtOnce && port === 465)
    findings.push({ code: 'SMTP_PLAIN_AT_465', args: { ...at, isTlsOffered: tls?.state === 'works' } });
  if (chosen === 'tls') {
    if (tls?.state === 'not_offered') findings.push({ code: 'SMTP_TLS_NOT_OFFERED', args: at });
    if (tls?.state === 'failed') findings.push({ code: 'SMTP_TLS_FAILED', args: { ...at, reason: tls.reason } });
    return findings;
  }
  const isTlsOffered = tls?.state === 'works';
  const isTakenOpen = takesPassword(logins.open ?? []);
  if (isTakenOpen) findings.push({ code: 'SMTP_PASSWORD_IN_THE_OPEN', args: { ...at, isTlsOffered } });
  else if (isTlsOffered && takesPassword(logins.tls ?? [])) findings.push({ code: 'SMTP_LOGIN_NEEDS_TLS', args: at });
  // The manual of MAB says `<ingen>` for its own server.
  else if (isTlsOffered && known?.security !== 'none') findings.push({ code: 'SMTP_TLS_UNUSED', args: at });
  return findings;
};

const aboutLogin = (test: PortTest, chosen: Security, at: At): SmtpFinding[] => {
  const logins = loginsWith(test, chosen);
  if (logins === null) return [];
  if (logins.length > 0)
    return takesPassword(logins) ? [] : [{ code: 'SMTP_NO_PASSWORD_LOGIN', args: { ...at, ways: logins } }];
  const isOverTls = chosen === 'none' && (test.logins.tls ?? []).length > 0;
  return isOverTls ? [] : [{ code: 'SMTP_NO_LOGIN', args: at }];
};

const aboutCertificate = ({ certificate }: PortTest, at: At): SmtpFinding[] => {
  if (certificate === null) return [];
  const { names, matches, validFrom, validUntil, daysLeft, trust, issuer } = certificate;
  const findings: SmtpFinding[] = [];
  if (daysLeft < 0) findings.push({ code: 'SMTP_CERT_EXPIRED', args: { ...at, until: validUntil } });
  else if (certificate.isEarly) findings.push({ code: 'SMTP_CERT_NOT_YET_VALID', args: { ...at, from: validFrom } });
  else if (daysLeft < soon)
    findings.push({ code: 'SMTP_CERT_ENDS_SOON', args: { ...at, until: validUntil, days: daysLeft } });
  if (!matches) findings.push({ code: 'SMTP_CERT_OTHER_NAME', args: { ...at, names } });
  if (trust !== 'trusted') findings.push({ code: 'SMTP_CERT_NOT_TRUSTED', args: { ...at, trust, issuer } });
  return findings;
};
