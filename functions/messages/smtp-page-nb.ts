import { formatDay } from './formats.ts';
import { requestFailures } from './nb-failures.ts';
import { count, list, locale } from './nb-phrases.ts';
import type { SmtpFormTexts, SmtpPageTexts } from './smtp-page.ts';

export const smtpFormNb: SmtpFormTexts = {
  server: 'SMTP Server:port',
  serverHint: 'Som i MAB, for eksempel smtp.office365.com:587. Mangler porten i MAB, lar du den være.',
  security: 'SMTP sikkerhet',
  securityUnknown: 'Vet ikke',
  noPassword: 'Vi spør aldri om passord. Ikke skriv det her.',
  attempt: 'Prøv oppsettet',
  stepsHeading: 'Steg for steg',
  adviceHeading: 'Slik skal det stå i MAB',
  source: 'Les hos leverandøren',
  program: 'Øverst i oppsettet',
  login: 'Brukernavn og passord',
  copied: 'SMTP Server:port',
};

export const smtpPageNb: SmtpPageTexts = {
  problems: {
    EMPTY: 'Skriv serveren som står i MAB, for eksempel smtp.office365.com.',
    MAIL_ADDRESS: 'Dette er en e-postadresse. Her skal navnet på serveren stå, for eksempel smtp.office365.com.',
    BAD_HOST: 'Dette kan ikke være navnet på en server. Se etter skrivefeil.',
    SINGLE_LABEL: 'Navnet på serveren må ha med domenet. En server i ditt eget nett kan vi ikke nå herfra.',
    BAD_PORT: 'Porten er et tall, for eksempel 587.',
    PORT_FETCHES: 'Denne porten er for å hente e-post, ikke for å sende. Prøv 587.',
    PORT_NOT_ALLOWED: 'E-post sendes på port 25, 465, 587 eller 2525. Andre porter prøver vi ikke.',
    PORTS_DIFFER: 'Det står to ulike porter. La den ene stå.',
    BAD_SECURITY: 'Velg <ingen> eller TLS.',
  },
  trying: (server) => `Kobler til ${server}. Det kan ta noen sekunder …`,
  verdicts: {
    ok: 'Dette virker.',
    notice: 'Dette virker.',
    warning: 'Noe bør endres.',
    unknown: 'Vi fikk ikke prøvd alt.',
    error: 'Slik virker det ikke.',
  },
  portHeading: (port, isBeside) => (isBeside ? `Port ${port}, som vi også prøvde` : `Port ${port}`),
  steps: {
    name: {
      found: (host, address) => `${host} finnes, på ${address}.`,
      literal: (host) => `${host} er en IP-adresse, og trenger ikke slås opp.`,
      missing: (host) => `${host} finnes ikke i DNS.`,
      no_address: (host) => `${host} har ingen adresse i DNS.`,
      unanswered: (host) => `DNS svarte ikke da vi spurte om ${host}.`,
      not_public: (host) => `${host} ligger i et lukket nett, så vi når den ikke herfra.`,
    },
    connection: {
      open: 'Porten svarer.',
      refused: 'Porten er stengt.',
      timeout: 'Porten svarer ikke.',
      unreachable: 'Vi nådde ikke frem til serveren.',
      not_tested: 'Porten kan ikke prøves herfra, fordi nettet vårt stenger den.',
    },
    greeting: {
      smtp: ({ text }) => `Serveren snakker SMTP: «${text}».`,
      turned_away: ({ reply, text }) => `Serveren tar ikke imot oss: «${reply} ${text}».`,
      not_smtp: ({ text }) => `Serveren snakker ikke SMTP: «${text}».`,
      silent: () => 'Serveren sier ingenting.',
      closed: () => 'Serveren la på med en gang.',
    },
    tls: {
      works: ({ way, protocol }) =>
        way === 'starttls'
          ? `Krypteringen virker (STARTTLS, ${protocol}).`
          : `Krypteringen virker, fra første tegn (${protocol}).`,
      not_offered: () => 'Serveren tilbyr ikke kryptering.',
      failed: () => 'Krypteringen kom ikke i gang.',
    },
    certificate: {
      sound: ({ validUntil, daysLeft }) =>
        `Sertifikatet er gyldig til ${formatDay(locale, validUntil)}, i ${count(daysLeft)} dager til.`,
      doubtful: ({ names, validUntil }) =>
        `Sertifikatet er for ${list(names)}, til ${formatDay(locale, validUntil)}, og noe er galt med det.`,
    },
    logins: (ways) => `Serveren tar imot innlogging: ${list(ways)}.`,
    noLogin: 'Serveren tilbyr ingen innlogging.',
  },
  basis: {
    tested: () => 'Dette virket da vi prøvde det.',
    known: (name) => `Dette sier ${name} selv. Vi fikk ikke prøvd det herfra.`,
  },
  asTyped: 'Det er slik du har det.',
  securities: { none: '<ingen>', tls: 'TLS' },
  logins: {
    needed: 'Må fylles ut.',
    optional: 'Fyll ut hvis du har fått det av leverandøren.',
    none: 'Skal stå tomt: serveren tar ikke imot innlogging.',
  },
  requestFailures,
};
