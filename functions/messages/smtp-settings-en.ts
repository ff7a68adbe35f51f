import type { OtherPurpose, TlsFailure, Trust } from '#core/smtp/findings.ts';
import { serverText } from '#core/smtp/settings.ts';
import { count, list, locale } from './en-phrases.ts';
import { formatDay } from './formats.ts';
import type { SmtpTexts } from './smtp-settings.ts';

const day = (at: string): string => formatDay(locale, at);

const purposes: Readonly<Record<OtherPurpose, string>> = {
  imap: 'for fetching mail (IMAP)',
  pop: 'for fetching mail (POP)',
  webmail: 'for reading mail in the browser',
  mx: 'for taking mail to a domain',
};

const failures: Readonly<Record<TlsFailure, string>> = {
  old_protocol: 'The server has only older encryption, which no longer counts as safe',
  no_tls: 'What came from the server was not TLS',
  no_common_cipher: 'The server took none of the encryption that is used today',
  refused: 'The server offers TLS, but would not begin',
  closed: 'The server broke the connection when encryption was to begin',
  timeout: 'The server did not answer when encryption was to begin',
  other: 'Encryption did not come about',
};

const trusts: Readonly<Record<Exclude<Trust, 'trusted'>, string>> = {
  self_signed: 'The server made its certificate itself, so nobody else vouches for it',
  incomplete_chain: 'The server does not send the whole chain of certificates, or nobody knows who issued its own',
  unknown_issuer: 'The certificate was issued by somebody who is not known',
  expired_issuer: 'A certificate above the server’s own has expired',
  other: 'The certificate could not be confirmed',
};

const askProvider = 'Ask the mail provider what to write in «SMTP Server:port» and «SMTP sikkerhet».';

export const smtpEn: SmtpTexts = {
  SMTP_NAME_MISSING: ({ host }) => ({
    fact: `The server ${host} does not exist in DNS.`,
    action: 'Look closely for slips in «SMTP Server:port».',
  }),
  SMTP_NAME_NO_ADDRESS: ({ host }) => ({
    fact: `The name ${host} exists, but has no address. It is no server.`,
    action: askProvider,
  }),
  SMTP_NAME_UNANSWERED: ({ host }) => ({
    fact: `DNS did not answer when we asked for ${host}. So the server could not be tried.`,
    action: 'Try again in a moment.',
  }),
  SMTP_NOT_PUBLIC: ({ host }) => ({
    fact: `The server ${host} only has an address in a closed network. It cannot be tried from here.`,
    action: 'Send a test mail from a machine in the same network.',
  }),
  SMTP_NAME_SLIP: ({ host, meant }) => ({
    fact: `You wrote ${host}. That is close to ${meant}, which is a known server.`,
    action: `Did you mean ${meant}? Correct it before you write a user name and password.`,
  }),
  SMTP_OTHER_PURPOSE: ({ host, purpose, meant }) => ({
    fact: `The server ${host} is ${purposes[purpose]}, not for sending from a program.`,
    action:
      meant === null
        ? 'Ask the mail provider for the name of the server for outgoing mail (SMTP).'
        : `Write ${meant} in «SMTP Server:port».`,
  }),
  SMTP_WRITTEN_OTHERWISE: ({ server }) => ({
    fact: 'There is something in the text that does not belong in the field. MAB may not find the server then.',
    action: `Write ${server} in «SMTP Server:port», with nothing before or behind it.`,
  }),
  SMTP_NO_PORT_TYPED: ({ host }) => ({
    fact: 'There is no port. So MAB chooses one, and we have tried the usual ones.',
    action: `Write the port behind the name, for example ${serverText(host, 587)}.`,
  }),

  SMTP_REFUSED: ({ host, port }) => ({
    fact: `The server ${host} exists, but it refused the connection at port ${port}.`,
    action: 'Use another port. The usual one is 587.',
  }),
  SMTP_NO_ANSWER: ({ host, port }) => ({
    fact: `Nobody answered at port ${port} of ${host}. The server is down, or a firewall closes the port.`,
    action: 'Use another port. The usual one is 587.',
  }),
  SMTP_UNREACHABLE: ({ host }) => ({
    fact: `There was no way from here to ${host}.`,
    action: 'Try again in a moment. It says nothing of the way from your own network.',
  }),
  SMTP_NOT_TESTED: ({ port }) => ({
    fact: `Port ${port} cannot be tried from here, since the network that we are in lets no mail out there. Many networks close it in the same way.`,
    action: 'Use port 587 if the server has it.',
  }),
  SMTP_SILENT: ({ host, port }) => ({
    fact: `${host} took the connection at port ${port}, but said nothing.`,
    action: 'Try again in a moment, or use another port. The usual one is 587.',
  }),
  SMTP_CLOSED: ({ host, port }) => ({
    fact: `${host} took the connection at port ${port}, and broke it at once.`,
    action: 'Try again in a moment, or use another port. The usual one is 587.',
  }),
  SMTP_NOT_SMTP: ({ host, port, text }) => ({
    fact: `What answers at port ${port} of ${host} is no mail server. It said “${text}”.`,
    action: askProvider,
  }),
  SMTP_TURNED_AWAY: ({ host, port, reply, text }) => ({
    fact: `${host} answers at port ${port}, but did not let us in. It said “${reply} ${text}”.`,
    action: 'Try again in a moment. It may let in certain networks only, such as yours.',
  }),

  SMTP_WORKS: ({ host, port, security }) => ({
    fact:
      security === 'tls'
        ? `${host} answers at port ${port}, and encrypts with a valid certificate.`
        : `${host} answers at port ${port}, without encryption.`,
    action: null,
  }),
  SMTP_TLS_NOT_OFFERED: ({ host, port }) => ({
    fact: `«SMTP sikkerhet» is TLS, but ${host} offers no encryption at port ${port}.`,
    action: 'Ask the mail provider for a port with encryption. Without it, «SMTP sikkerhet» has to be <ingen>.',
  }),
  SMTP_TLS_FAILED: ({ host, port, reason }) => ({
    fact: `${failures[reason]}. This is about ${host} at port ${port}.`,
    action: 'Use another port. The usual one is 587. Otherwise tell those who run the server.',
  }),
  SMTP_TLS_AT_ONCE: ({ host, port }) => ({
    fact: `${host} encrypts from the very start at port ${port}, but «SMTP sikkerhet» is <ingen>. So they do not understand each other.`,
    action: 'Choose TLS in «SMTP sikkerhet».',
  }),
  SMTP_TLS_AT_ONCE_ODD: ({ host, port }) => ({
    fact: `${host} encrypts from the very start at port ${port}. A connection should begin in the open there.`,
    action: 'Use port 465 if the server has it, since MAB may not get in this way.',
  }),
  SMTP_PLAIN_AT_465: ({ host, isTlsOffered }) => ({
    fact: `Port 465 should be encrypted from the very start, but ${host} begins in the open there.`,
    action: isTlsOffered
      ? 'Use port 587 if the server has it, with TLS in «SMTP sikkerhet».'
      : 'Use port 587 if the server has it.',
  }),
  SMTP_TLS_UNUSED: ({ host, port }) => ({
    fact: `«SMTP sikkerhet» is <ingen>, but ${host} can encrypt at port ${port}.`,
    action: 'Choose TLS in «SMTP sikkerhet».',
  }),
  SMTP_LOGIN_NEEDS_TLS: ({ host, port }) => ({
    fact: `${host} takes a user name and password over TLS only at port ${port}. «SMTP sikkerhet» is <ingen>.`,
    action: 'Choose TLS in «SMTP sikkerhet».',
  }),
  SMTP_PASSWORD_IN_THE_OPEN: ({ host, port, isTlsOffered }) => ({
    fact: `Without TLS the password is sent in the open to ${host} at port ${port}. Others on the way can read it.`,
    action: isTlsOffered ? 'Choose TLS in «SMTP sikkerhet».' : 'Ask the mail provider for a port with encryption.',
  }),
  SMTP_NO_LOGIN: ({ host, port }) => ({
    fact: `${host} offers no login at port ${port}. It goes by the network that the mail comes from.`,
    action: 'Leave «Brukernavn» and «Passord» empty. Ask the mail provider whether your network is let in.',
  }),
  SMTP_NO_PASSWORD_LOGIN: ({ host, port, ways }) => ({
    fact: `${host} takes no user name and password at port ${port}. It only offers ${list(ways)}.`,
    action: 'Ask the mail provider for another server or port.',
  }),

  SMTP_CERT_EXPIRED: ({ host, until }) => ({
    fact: `The certificate of ${host} expired on ${day(until)}. Programs that look at it break the connection.`,
    action: 'Tell those who run the server.',
  }),
  SMTP_CERT_NOT_YET_VALID: ({ host, from }) => ({
    fact: `The certificate of ${host} is only valid from ${day(from)}. Programs that look at it break the connection.`,
    action: 'Tell those who run the server.',
  }),
  SMTP_CERT_ENDS_SOON: ({ host, until, days }) => ({
    fact: `The certificate of ${host} expires on ${day(until)}, in ${days === 1 ? 'one day' : `${count(days)} days`}.`,
    action: 'Tell those who run the server.',
  }),
  SMTP_CERT_OTHER_NAME: ({ host, names }) => ({
    fact:
      names.length === 0
        ? `The certificate is not for ${host}. It has no name.`
        : `The certificate is not for ${host}, but for ${list(names)}. Programs that look at it break the connection.`,
    action: 'Write a name that the certificate is for, if the provider confirms that it is the same server.',
  }),
  SMTP_CERT_NOT_TRUSTED: ({ trust, host, issuer }) => ({
    fact: `${trusts[trust]}. This is about ${host}${issuer === '' ? '' : `, and the issuer is “${issuer}”`}.`,
    action: 'Tell those who run the server. Programs that look at it break the connection.',
  }),
};
