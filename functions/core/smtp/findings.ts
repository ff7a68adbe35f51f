import type { Severity } from '../findings.ts';
import type { Security } from './settings.ts';

/** What a test of SMTP settings finds: every code with its arguments. Texts of servers are as they sent them. */

/** Why TLS did not come about. */
export const tlsFailures = [
  /** The server has nothing newer than TLS 1.1 (RFC 8996 forbids it). */
  'old_protocol',
  /** What it sent was no TLS. */
  'no_tls',
  'no_common_cipher',
  /** It offers STARTTLS, and does not take it. */
  'refused',
  'closed',
  'timeout',
  'other',
] as const;
export type TlsFailure = (typeof tlsFailures)[number];

/** What the chain of a certificate is worth, its name and dates apart. */
export const trusts = [
  'trusted',
  'self_signed',
  'incomplete_chain',
  'unknown_issuer',
  'expired_issuer',
  'other',
] as const;
export type Trust = (typeof trusts)[number];

/** What a host serves that is not made for sending. */
export const otherPurposes = ['imap', 'pop', 'webmail', 'mx'] as const;
export type OtherPurpose = (typeof otherPurposes)[number];

interface At {
  /** As people are shown it. */
  readonly host: string;
  readonly port: number;
}

export interface SmtpArguments {
  SMTP_NAME_MISSING: { host: string };
  /** The name is there, without an address. */
  SMTP_NAME_NO_ADDRESS: { host: string };
  SMTP_NAME_UNANSWERED: { host: string };
  /** All of its addresses lie in a network of somebody's own: nobody else can test it. */
  SMTP_NOT_PUBLIC: { host: string };
  /** A known server is a letter or two away: `host` may be another's, and answer all the same. */
  SMTP_NAME_SLIP: { host: string; meant: string };
  /** The host is for something else; `meant` is the server for sending, null where it is not known. */
  SMTP_OTHER_PURPOSE: { host: string; purpose: OtherPurpose; meant: string | null };
  /** The server's text is not as a program takes it. */
  SMTP_WRITTEN_OTHERWISE: { server: string };
  SMTP_NO_PORT_TYPED: { host: string; security: Security | null };

  SMTP_REFUSED: At;
  /** Nothing answers at the port: a firewall, or no such machine. */
  SMTP_NO_ANSWER: At;
  SMTP_UNREACHABLE: At;
  /** The network of the service lets nothing out at port 25. */
  SMTP_NOT_TESTED: At;
  /** The connection is open, and the server says nothing. */
  SMTP_SILENT: At;
  SMTP_CLOSED: At;
  SMTP_NOT_SMTP: At & { text: string };
  /** It speaks SMTP, and takes nothing: 421, 554 (RFC 5321 section 3.1). */
  SMTP_TURNED_AWAY: At & { reply: number; text: string };

  /** As typed, all of it works. */
  SMTP_WORKS: At & { security: Security };
  SMTP_TLS_NOT_OFFERED: At;
  SMTP_TLS_FAILED: At & { reason: TlsFailure };
  /** The server encrypts from the first octet (RFC 8314 section 3), and `<ingen>` is set. */
  SMTP_TLS_AT_ONCE: At;
  /** The same, at a port where a client expects to begin in the open. */
  SMTP_TLS_AT_ONCE_ODD: At;
  /** Port 465 begins in the open, and is not encrypted from the first octet. */
  SMTP_PLAIN_AT_465: At & { isTlsOffered: boolean };
  /** `<ingen>` is set, and the server could encrypt. */
  SMTP_TLS_UNUSED: At;
  /** `<ingen>` is set, and a user name and password are taken over TLS only. */
  SMTP_LOGIN_NEEDS_TLS: At;
  /** Without TLS the server takes a password, which all on the way can read. */
  SMTP_PASSWORD_IN_THE_OPEN: At & { isTlsOffered: boolean };
  /** No login is offered: the server goes by where the mail comes from. */
  SMTP_NO_LOGIN: At;
  /** Logins are offered, but none with a user name and password: `ways` as the server named them. */
  SMTP_NO_PASSWORD_LOGIN: At & { ways: readonly string[] };

  /** `until` and `from` are RFC 3339. */
  SMTP_CERT_EXPIRED: At & { until: string };
  SMTP_CERT_NOT_YET_VALID: At & { from: string };
  SMTP_CERT_ENDS_SOON: At & { until: string; days: number };
  SMTP_CERT_OTHER_NAME: At & { names: readonly string[] };
  SMTP_CERT_NOT_TRUSTED: At & { trust: Exclude<Trust, 'trusted'>; issuer: string };
}
export type SmtpCode = keyof SmtpArguments;
export type SmtpFinding = {
  [C in SmtpCode]: { readonly code: C; readonly args: Readonly<SmtpArguments[C]> };
}[SmtpCode];

export const smtpSeverities = {
  SMTP_NAME_MISSING: 'error',
  SMTP_NAME_NO_ADDRESS: 'error',
  SMTP_NAME_UNANSWERED: 'unknown',
  SMTP_NOT_PUBLIC: 'unknown',
  SMTP_NAME_SLIP: 'warning',
  SMTP_OTHER_PURPOSE: 'error',
  SMTP_WRITTEN_OTHERWISE: 'warning',
  SMTP_NO_PORT_TYPED: 'notice',
  SMTP_REFUSED: 'error',
  SMTP_NO_ANSWER: 'error',
  SMTP_UNREACHABLE: 'unknown',
  SMTP_NOT_TESTED: 'unknown',
  SMTP_SILENT: 'error',
  SMTP_CLOSED: 'error',
  SMTP_NOT_SMTP: 'error',
  // It may turn away this service only, or for a moment.
  SMTP_TURNED_AWAY: 'unknown',
  SMTP_WORKS: 'ok',
  SMTP_TLS_NOT_OFFERED: 'error',
  SMTP_TLS_FAILED: 'error',
  SMTP_TLS_AT_ONCE: 'error',
  SMTP_TLS_AT_ONCE_ODD: 'warning',
  SMTP_PLAIN_AT_465: 'warning',
  SMTP_TLS_UNUSED: 'warning',
  // Where the server knows the sender by its network, no login is needed.
  SMTP_LOGIN_NEEDS_TLS: 'warning',
  SMTP_PASSWORD_IN_THE_OPEN: 'warning',
  SMTP_NO_LOGIN: 'notice',
  SMTP_NO_PASSWORD_LOGIN: 'error',
  // Not every program looks at the certificate; one that does ends the connection.
  SMTP_CERT_EXPIRED: 'warning',
  SMTP_CERT_NOT_YET_VALID: 'warning',
  SMTP_CERT_ENDS_SOON: 'warning',
  SMTP_CERT_OTHER_NAME: 'warning',
  SMTP_CERT_NOT_TRUSTED: 'warning',
} as const satisfies Record<SmtpCode, Severity>;

export const smtpCodes = Object.keys(smtpSeverities) as readonly SmtpCode[];
