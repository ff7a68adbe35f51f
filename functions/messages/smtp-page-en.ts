import { requestFailures } from './en-failures.ts';
import { count, list, locale } from './en-phrases.ts';
import { formatDay } from './formats.ts';
import type { SmtpFormTexts, SmtpPageTexts } from './smtp-page.ts';

export const smtpFormEn: SmtpFormTexts = {
  server: 'SMTP Server:port',
  serverHint: 'As in MAB, for instance smtp.office365.com:587. If MAB has no port, leave it out.',
  security: 'SMTP sikkerhet',
  securityUnknown: 'I do not know',
  noPassword: 'We never ask for a password. Do not type it here.',
  attempt: 'Try the settings',
  stepsHeading: 'Step by step',
  adviceHeading: 'What belongs in MAB',
  source: 'Read at the provider’s',
  program: 'At the top of the settings',
  login: 'Brukernavn and Passord',
  copied: 'SMTP Server:port',
};

export const smtpPageEn: SmtpPageTexts = {
  problems: {
    EMPTY: 'Type the server that stands in MAB, for instance smtp.office365.com.',
    MAIL_ADDRESS: 'This is an e-mail address. The name of the server belongs here, for instance smtp.office365.com.',
    BAD_HOST: 'This cannot be the name of a server. Look for a misspelling.',
    SINGLE_LABEL: 'The name of the server needs its domain. A server in your own network we cannot reach from here.',
    BAD_PORT: 'The port is a number, for instance 587.',
    PORT_FETCHES: 'This port is for fetching mail, not for sending it. Try 587.',
    PORT_NOT_ALLOWED: 'Mail is sent at port 25, 465, 587 or 2525. Other ports are not tried.',
    PORTS_DIFFER: 'There are two different ports. Leave one.',
    BAD_SECURITY: 'Choose <ingen> or TLS.',
  },
  trying: (server) => `Connecting to ${server}. It may take some seconds …`,
  verdicts: {
    ok: 'This works.',
    notice: 'This works.',
    warning: 'Something should be changed.',
    unknown: 'Not all of it could be tried.',
    error: 'Like this it does not work.',
  },
  portHeading: (port, isBeside) => (isBeside ? `Port ${port}, which we tried as well` : `Port ${port}`),
  steps: {
    name: {
      found: (host, address) => `${host} exists, at ${address}.`,
      literal: (host) => `${host} is an IP address, which needs no look-up.`,
      missing: (host) => `${host} does not exist in DNS.`,
      no_address: (host) => `${host} has no address in DNS.`,
      unanswered: (host) => `DNS did not answer when we asked for ${host}.`,
      not_public: (host) => `${host} lies in a closed network, so we cannot reach it from here.`,
    },
    connection: {
      open: 'The port answers.',
      refused: 'The port is closed.',
      timeout: 'The port does not answer.',
      unreachable: 'We did not get through to the server.',
      not_tested: 'The port cannot be tried from here, since our network closes it.',
    },
    greeting: {
      smtp: ({ text }) => `The server speaks SMTP: “${text}”.`,
      turned_away: ({ reply, text }) => `The server turns us away: “${reply} ${text}”.`,
      not_smtp: ({ text }) => `The server does not speak SMTP: “${text}”.`,
      silent: () => 'The server says nothing.',
      closed: () => 'The server hung up at once.',
    },
    tls: {
      works: ({ way, protocol }) =>
        way === 'starttls'
          ? `Encryption works (STARTTLS, ${protocol}).`
          : `Encryption works, from the first character (${protocol}).`,
      not_offered: () => 'The server does not offer encryption.',
      failed: () => 'Encryption did not begin.',
    },
    certificate: {
      sound: ({ validUntil, daysLeft }) =>
        `The certificate is valid until ${formatDay(locale, validUntil)}, for ${count(daysLeft)} more days.`,
      doubtful: ({ names, validUntil }) =>
        `The certificate is for ${list(names)}, until ${formatDay(locale, validUntil)}, and something is wrong with it.`,
    },
    logins: (ways) => `The server takes a login: ${list(ways)}.`,
    noLogin: 'The server offers no login.',
  },
  basis: {
    tested: () => 'This worked when we tried it.',
    known: (name) => `This is what ${name} says. It could not be tried from here.`,
  },
  asTyped: 'That is how you have it.',
  securities: { none: '<ingen>', tls: 'TLS' },
  logins: {
    needed: 'To be filled in.',
    optional: 'Fill it in if the provider gave you one.',
    none: 'To be left empty: the server takes no login.',
  },
  requestFailures,
};
