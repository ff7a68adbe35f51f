import type { OtherPurpose, TlsFailure, Trust } from '#core/smtp/findings.ts';
import { serverText } from '#core/smtp/settings.ts';
import { formatDay } from './formats.ts';
import { count, list, locale } from './nb-phrases.ts';
import type { SmtpTexts } from './smtp-settings.ts';

const day = (at: string): string => formatDay(locale, at);

const purposes: Readonly<Record<OtherPurpose, string>> = {
  imap: 'for å hente e-post (IMAP)',
  pop: 'for å hente e-post (POP)',
  webmail: 'for å lese e-post i nettleseren',
  mx: 'for å ta imot e-post til et domene',
};

const failures: Readonly<Record<TlsFailure, string>> = {
  old_protocol: 'Serveren har bare eldre kryptering, som ikke lenger regnes som trygg',
  no_tls: 'Det som kom fra serveren, var ikke TLS',
  no_common_cipher: 'Serveren godtok ingen av krypteringene som brukes i dag',
  refused: 'Serveren tilbyr TLS, men ville ikke begynne',
  closed: 'Serveren brøt forbindelsen da krypteringen skulle begynne',
  timeout: 'Serveren svarte ikke da krypteringen skulle begynne',
  other: 'Krypteringen kom ikke i gang',
};

const trusts: Readonly<Record<Exclude<Trust, 'trusted'>, string>> = {
  self_signed: 'Serveren har laget sertifikatet sitt selv, så ingen andre går god for det',
  incomplete_chain: 'Serveren sender ikke hele kjeden av sertifikater, eller den som har utstedt det er ukjent',
  unknown_issuer: 'Sertifikatet er utstedt av noen som ikke er kjent',
  expired_issuer: 'Et sertifikat over serverens eget er gått ut',
  other: 'Sertifikatet lot seg ikke bekrefte',
};

const askProvider = 'Spør e-postleverandøren hva som skal stå i «SMTP Server:port» og «SMTP sikkerhet».';

export const smtpNb: SmtpTexts = {
  SMTP_NAME_MISSING: ({ host }) => ({
    fact: `Serveren ${host} finnes ikke i DNS.`,
    action: 'Se nøye etter skrivefeil i «SMTP Server:port».',
  }),
  SMTP_NAME_NO_ADDRESS: ({ host }) => ({
    fact: `Navnet ${host} finnes, men det har ingen adresse. Det er ingen server.`,
    action: askProvider,
  }),
  SMTP_NAME_UNANSWERED: ({ host }) => ({
    fact: `DNS svarte ikke da vi spurte om ${host}. Derfor kunne ikke serveren prøves.`,
    action: 'Prøv igjen om litt.',
  }),
  SMTP_NOT_PUBLIC: ({ host }) => ({
    fact: `Serveren ${host} har bare en adresse i et lukket nett. Den kan ikke prøves herfra.`,
    action: 'Send en test-epost fra en maskin i det samme nettet.',
  }),
  SMTP_NAME_SLIP: ({ host, meant }) => ({
    fact: `Du skrev ${host}. Det ligner på ${meant}, som er en kjent server.`,
    action: `Mente du ${meant}? Rett det før du skriver brukernavn og passord.`,
  }),
  SMTP_OTHER_PURPOSE: ({ host, purpose, meant }) => ({
    fact: `Serveren ${host} er ${purposes[purpose]}, ikke for å sende fra et program.`,
    action:
      meant === null
        ? 'Spør e-postleverandøren om navnet på serveren for utgående e-post (SMTP).'
        : `Skriv ${meant} i «SMTP Server:port».`,
  }),
  SMTP_WRITTEN_OTHERWISE: ({ server }) => ({
    fact: 'Teksten har med noe som ikke hører til i feltet. Det er ikke sikkert at MAB finner serveren da.',
    action: `Skriv ${server} i «SMTP Server:port», uten noe foran eller bak.`,
  }),
  SMTP_NO_PORT_TYPED: ({ host }) => ({
    fact: 'Det står ingen port. Da er det MAB som velger, og vi har prøvd de vanlige.',
    action: `Skriv porten bak navnet, for eksempel ${serverText(host, 587)}.`,
  }),

  SMTP_REFUSED: ({ host, port }) => ({
    fact: `Serveren ${host} finnes, men den avviste forbindelsen på port ${port}.`,
    action: 'Bruk en annen port. Den vanlige er 587.',
  }),
  SMTP_NO_ANSWER: ({ host, port }) => ({
    fact: `Ingen svarte på port ${port} hos ${host}. Serveren er nede, eller en brannmur stenger porten.`,
    action: 'Bruk en annen port. Den vanlige er 587.',
  }),
  SMTP_UNREACHABLE: ({ host }) => ({
    fact: `Det var ingen vei herfra til ${host}.`,
    action: 'Prøv igjen om litt. Det sier ikke noe om veien fra ditt eget nett.',
  }),
  SMTP_NOT_TESTED: ({ port }) => ({
    fact: `Port ${port} kan ikke prøves herfra, for nettet vi står i slipper ikke ut e-post der. Mange nett stenger den på samme måte.`,
    action: 'Bruk port 587 hvis serveren har den.',
  }),
  SMTP_SILENT: ({ host, port }) => ({
    fact: `${host} tok imot forbindelsen på port ${port}, men sa ikke noe.`,
    action: 'Prøv igjen om litt, eller bruk en annen port. Den vanlige er 587.',
  }),
  SMTP_CLOSED: ({ host, port }) => ({
    fact: `${host} tok imot forbindelsen på port ${port}, og brøt den med en gang.`,
    action: 'Prøv igjen om litt, eller bruk en annen port. Den vanlige er 587.',
  }),
  SMTP_NOT_SMTP: ({ host, port, text }) => ({
    fact: `Det som svarer på port ${port} hos ${host}, er ikke en e-postserver. Det sa «${text}».`,
    action: askProvider,
  }),
  SMTP_TURNED_AWAY: ({ host, port, reply, text }) => ({
    fact: `${host} svarer på port ${port}, men tok ikke imot oss. Den sa «${reply} ${text}».`,
    action: 'Prøv igjen om litt. Det kan være at den bare slipper til bestemte nett, for eksempel ditt.',
  }),

  SMTP_WORKS: ({ host, port, security }) => ({
    fact:
      security === 'tls'
        ? `${host} svarer på port ${port}, og krypterer med et gyldig sertifikat.`
        : `${host} svarer på port ${port}, uten kryptering.`,
    action: null,
  }),
  SMTP_TLS_NOT_OFFERED: ({ host, port }) => ({
    fact: `«SMTP sikkerhet» er TLS, men ${host} tilbyr ikke kryptering på port ${port}.`,
    action: 'Spør e-postleverandøren om en port med kryptering. Uten den må «SMTP sikkerhet» være <ingen>.',
  }),
  SMTP_TLS_FAILED: ({ host, port, reason }) => ({
    fact: `${failures[reason]}. Det gjelder ${host} på port ${port}.`,
    action: 'Bruk en annen port. Den vanlige er 587. Gi ellers beskjed til den som drifter serveren.',
  }),
  SMTP_TLS_AT_ONCE: ({ host, port }) => ({
    fact: `${host} krypterer fra første stund på port ${port}, men «SMTP sikkerhet» er <ingen>. Da forstår de ikke hverandre.`,
    action: 'Velg TLS i «SMTP sikkerhet».',
  }),
  SMTP_TLS_AT_ONCE_ODD: ({ host, port }) => ({
    fact: `${host} krypterer fra første stund på port ${port}. Der skal forbindelsen ellers begynne åpent.`,
    action: 'Bruk port 465 hvis serveren har den, for det er ikke sikkert at MAB kommer inn slik.',
  }),
  SMTP_PLAIN_AT_465: ({ host, isTlsOffered }) => ({
    fact: `Port 465 skal være kryptert fra første stund, men ${host} begynner åpent der.`,
    action: isTlsOffered
      ? 'Bruk port 587 hvis serveren har den, med TLS i «SMTP sikkerhet».'
      : 'Bruk port 587 hvis serveren har den.',
  }),
  SMTP_TLS_UNUSED: ({ host, port }) => ({
    fact: `«SMTP sikkerhet» er <ingen>, men ${host} kan kryptere på port ${port}.`,
    action: 'Velg TLS i «SMTP sikkerhet».',
  }),
  SMTP_LOGIN_NEEDS_TLS: ({ host, port }) => ({
    fact: `${host} tar bare imot brukernavn og passord over TLS på port ${port}. «SMTP sikkerhet» er <ingen>.`,
    action: 'Velg TLS i «SMTP sikkerhet».',
  }),
  SMTP_PASSWORD_IN_THE_OPEN: ({ host, port, isTlsOffered }) => ({
    fact: `Uten TLS sendes passordet åpent til ${host} på port ${port}. Andre på veien kan lese det.`,
    action: isTlsOffered ? 'Velg TLS i «SMTP sikkerhet».' : 'Spør e-postleverandøren om en port med kryptering.',
  }),
  SMTP_NO_LOGIN: ({ host, port }) => ({
    fact: `${host} tilbyr ingen innlogging på port ${port}. Den går etter hvilket nett e-posten kommer fra.`,
    action: 'La «Brukernavn» og «Passord» stå tomme. Spør e-postleverandøren om nettet ditt er sluppet til.',
  }),
  SMTP_NO_PASSWORD_LOGIN: ({ host, port, ways }) => ({
    fact: `${host} tar ikke imot brukernavn og passord på port ${port}. Den tilbyr bare ${list(ways)}.`,
    action: 'Spør e-postleverandøren om en annen server eller port.',
  }),

  SMTP_CERT_EXPIRED: ({ host, until }) => ({
    fact: `Sertifikatet til ${host} gikk ut ${day(until)}. Programmer som ser etter, bryter forbindelsen.`,
    action: 'Gi beskjed til den som drifter serveren.',
  }),
  SMTP_CERT_NOT_YET_VALID: ({ host, from }) => ({
    fact: `Sertifikatet til ${host} gjelder først fra ${day(from)}. Programmer som ser etter, bryter forbindelsen.`,
    action: 'Gi beskjed til den som drifter serveren.',
  }),
  SMTP_CERT_ENDS_SOON: ({ host, until, days }) => ({
    fact: `Sertifikatet til ${host} går ut ${day(until)}, om ${days === 1 ? 'én dag' : `${count(days)} dager`}.`,
    action: 'Gi beskjed til den som drifter serveren.',
  }),
  SMTP_CERT_OTHER_NAME: ({ host, names }) => ({
    fact:
      names.length === 0
        ? `Sertifikatet gjelder ikke ${host}. Det har ikke noe navn.`
        : `Sertifikatet gjelder ikke ${host}, men ${list(names)}. Programmer som ser etter, bryter forbindelsen.`,
    action: 'Skriv et navn som sertifikatet gjelder, hvis leverandøren bekrefter at det er den samme serveren.',
  }),
  SMTP_CERT_NOT_TRUSTED: ({ trust, host, issuer }) => ({
    fact: `${trusts[trust]}. Det gjelder ${host}${issuer === '' ? '' : `, og utstederen er «${issuer}»`}.`,
    action: 'Gi beskjed til den som drifter serveren. Programmer som ser etter, bryter forbindelsen.',
  }),
};
