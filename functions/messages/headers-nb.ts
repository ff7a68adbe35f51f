import type { Method } from '#core/headers/reading.ts';
import { sender } from '#core/sender.ts';
import { formatDuration } from './formats.ts';
import type { HeadersTexts, ToldVerdict } from './headers.ts';
import { markText } from './headers-marks.ts';
import { headersMarksNb } from './headers-marks-nb.ts';
import { count, list, locale } from './nb-phrases.ts';

const domain = ({ domain }: ToldVerdict): string => domain ?? 'domenet';
const own = ({ from }: ToldVerdict): string => from ?? 'domenet ditt';

/** What to do with an SPF that did not pass. */
const lookAtSpf = (told: ToldVerdict): string =>
  told.bySender
    ? `E-posten ser ut til å være sendt fra ${sender.name}. Sjekk ${own(told)} her, og se om ${sender.name} er med i SPF.`
    : `Sjekk ${own(told)} her, og se om serveren som sendte, er med i SPF.`;
const tryAgain = 'Send en ny e-post, og se om det gjentar seg.';
const checkDomain = (told: ToldVerdict): string => `Sjekk ${own(told)} her, så ser du hva som må rettes.`;
const lookAtDkim = (told: ToldVerdict): string =>
  told.bySender
    ? `Sjekk ${own(told)} her. Se også om «SMTP DKIM» er slått på i ${sender.name}.`
    : 'Spør den som styrer e-postserveren, om den signerer med DKIM.';

const units = (seconds: number): string => formatDuration(locale, seconds);
const orUnknown = (text: string | null): string => text ?? 'ukjent server';

const methodNames = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<Method, string>;
const otherResult =
  (method: Method) =>
  ({ written }: ToldVerdict) => ({
    fact: `Mottakeren skrev «${written}» om ${methodNames[method]}, og det ordet kjenner vi ikke.`,
    action: 'Alt annet enn «pass» bør sees nærmere på.',
  });

export const headersNb: HeadersTexts = {
  unreadable: {
    empty: { fact: 'Her er det ingen tekst.', action: 'Lim inn meldingshodene fra e-posten.' },
    no_headers: {
      fact: 'Vi fant ingen meldingshoder i teksten.',
      action: 'Kopier hele feltet «Internett-meldingshoder» i Outlook, eller «Vis original» i Gmail.',
    },
    too_long: {
      fact: 'Meldingshodene er så lange at vi ikke leste dem.',
      action: 'Lim inn bare meldingshodene, ikke innholdet i e-posten.',
    },
  },
  summary: {
    pass: 'Alt mottakeren sier, er bestått.',
    look: 'Noe er ikke bestått. Alt annet enn «pass» bør sees nærmere på.',
    nothing: 'Mottakeren sier ikke noe om SPF, DKIM eller DMARC her.',
  },
  results: {
    pass: 'Bestått (pass)',
    softfail: 'Ikke bestått (softfail)',
    fail: 'Ikke bestått (fail)',
    neutral: 'Verken eller (neutral)',
    none: 'Mangler (none)',
    temperror: 'Kunne ikke sjekkes (temperror)',
    permerror: 'Feil i oppføringen (permerror)',
    policy: 'Ikke godtatt (policy)',
    other: 'Ukjent svar',
  },
  verdicts: {
    spf: {
      pass: (told) => ({ fact: `Serveren har lov til å sende for ${domain(told)}.`, action: null }),
      softfail: (told) => ({
        fact: `Serveren har trolig ikke lov til å sende for ${domain(told)}.`,
        action: lookAtSpf(told),
      }),
      fail: (told) => ({ fact: `Serveren har ikke lov til å sende for ${domain(told)}.`, action: lookAtSpf(told) }),
      neutral: (told) => ({
        fact: `SPF for ${domain(told)} sier ikke om serveren har lov til å sende.`,
        action: lookAtSpf(told),
      }),
      none: (told) => ({ fact: `Mottakeren fant ingen SPF-oppføring for ${domain(told)}.`, action: checkDomain(told) }),
      temperror: () => ({ fact: 'Mottakeren fikk ikke svar fra DNS da den sjekket SPF.', action: tryAgain }),
      permerror: (told) => ({ fact: `SPF-oppføringen for ${domain(told)} har feil.`, action: checkDomain(told) }),
      policy: (told) => ({ fact: 'Mottakeren har en egen regel mot denne e-posten.', action: lookAtSpf(told) }),
      other: otherResult('spf'),
    },
    dkim: {
      pass: (told) => ({ fact: `Signaturen fra ${domain(told)} er gyldig.`, action: null }),
      softfail: otherResult('dkim'),
      fail: (told) => ({
        fact: `Signaturen fra ${domain(told)} er ikke gyldig. E-posten kan være endret underveis, eller nøkkelen er feil.`,
        action: lookAtDkim(told),
      }),
      neutral: (told) => ({
        fact: `Signaturen fra ${domain(told)} kunne ikke brukes, fordi den eller nøkkelen har feil form.`,
        action: lookAtDkim(told),
      }),
      none: (told) => ({ fact: 'E-posten er ikke signert med DKIM.', action: lookAtDkim(told) }),
      temperror: () => ({ fact: 'Mottakeren fikk ikke hentet DKIM-nøkkelen fra DNS.', action: tryAgain }),
      permerror: (told) => ({
        fact: `DKIM-nøkkelen for ${domain(told)} mangler eller kan ikke brukes.`,
        action: lookAtDkim(told),
      }),
      policy: (told) => ({ fact: 'Mottakeren godtar ikke denne signaturen.', action: lookAtDkim(told) }),
      other: otherResult('dkim'),
    },
    dmarc: {
      pass: (told) => ({
        fact: `SPF eller DKIM er bestått for det samme domenet som avsenderen, ${domain(told)}.`,
        action: null,
      }),
      softfail: otherResult('dmarc'),
      fail: (told) => ({
        fact: `Verken SPF eller DKIM er bestått for det samme domenet som avsenderen, ${domain(told)}.`,
        action: checkDomain(told),
      }),
      neutral: otherResult('dmarc'),
      none: (told) => ({
        fact: `Mottakeren fant ingen DMARC-oppføring for ${domain(told)}.`,
        action: checkDomain(told),
      }),
      temperror: () => ({ fact: 'Mottakeren fikk ikke svar fra DNS da den sjekket DMARC.', action: tryAgain }),
      permerror: (told) => ({ fact: `DMARC-oppføringen for ${domain(told)} har feil.`, action: checkDomain(told) }),
      policy: otherResult('dmarc'),
      other: otherResult('dmarc'),
    },
  },
  unsaid: {
    spf: 'Mottakeren sier ikke noe om SPF.',
    dkim: 'Mottakeren sier ikke noe om DKIM.',
    dmarc: 'Mottakeren sier ikke noe om DMARC.',
  },
  explanation: (text) => `Mottakerens egne ord: «${text}».`,
  source: ({ field, server, certainty }) => {
    const name = field === 'received_spf' ? 'Received-SPF' : 'Authentication-Results';
    const told = `Dette står i «${name}»${server === null ? '' : `, skrevet av ${server}`}.`;
    return certainty === 'own' ? told : `${told} Vi kan ikke se sikkert at det er mottakeren som skrev det.`;
  },
  otherWhy: {
    arc: 'Sett av en server underveis',
    older: 'Sto der før mottakeren fikk e-posten, og kan være skrevet av hvem som helst',
    other_server: 'Skrevet under et annet navn enn mottakerens',
    repeated: 'Sier noe annet enn det som står lenger opp',
  },
  other: (server, results) => `${orUnknown(server)}: ${list(results)}`,
  mailFrom: {
    same: (domain) => `Returadressen er på ${domain}, det samme domenet som avsenderen.`,
    related: (domain, from) =>
      `Returadressen er på ${domain}, og avsenderen på ${orDomain(from)}. Det regnes som oftest som det samme.`,
    other: (domain, from) =>
      `Returadressen er på ${domain}, men avsenderen på ${orDomain(from)}. Da teller ikke SPF for DMARC.`,
  },
  signature: {
    same: (domain) => `Signert av ${domain}, det samme domenet som avsenderen.`,
    related: (domain, from) =>
      `Signert av ${domain}, og avsenderen er på ${orDomain(from)}. Det regnes som oftest som det samme.`,
    other: (domain, from) =>
      `Signert av ${domain}, men avsenderen er på ${orDomain(from)}. Da teller ikke signaturen for DMARC.`,
  },
  unsigned: 'E-posten har ingen DKIM-signatur.',
  labels: {
    from: 'Fra',
    subject: 'Emne',
    returnPath: 'Returadresse',
    server: 'Serveren som leverte',
  },
  bySender: {
    yes: `E-posten ser ut til å være sendt fra ${sender.name}.`,
    maybe: `E-posten kan være sendt fra ${sender.name}, men også fra et annet program.`,
    unknown: `Ingenting tyder på at e-posten er sendt fra ${sender.name}.`,
  },
  evidence: (evidence) => {
    switch (evidence.kind) {
      case 'signature':
        return `Signaturen er fra ${evidence.domain}${evidence.selector === null ? '' : `, med selektoren «${evidence.selector}»`}.`;
      case 'server':
        return `Den gikk gjennom ${evidence.name}.`;
      case 'program':
        return `${evidence.field} sier «${evidence.value}».`;
    }
  },
  hop: ({ from, reverseName, ip, by }) => {
    const address = [reverseName === from ? null : reverseName, ip].filter((text) => text !== null).join(', ');
    if (from === null && ip === null) return `Hos ${orUnknown(by)}`;
    if (from === null) return `Fra ${ip} til ${orUnknown(by)}`;
    return `Fra ${from}${address === '' ? '' : ` (${address})`} til ${orUnknown(by)}`;
  },
  entry: 'Her tok mottakeren imot e-posten.',
  encrypted: { yes: 'kryptert', no: 'ikke kryptert' },
  delay: (seconds) => {
    if (seconds === null) return 'tidspunktet er ikke kjent';
    if (seconds < 0) return `${units(seconds)} før forrige, så klokkene går ulikt`;
    return seconds === 0 ? 'med en gang' : `etter ${units(seconds)}`;
  },
  took: (seconds) => {
    if (seconds === null) return 'Vi kan ikke se hvor lang tid det tok.';
    if (seconds < 0) return 'Klokkene til serverne går ulikt, så vi kan ikke se hvor lang tid det tok.';
    return seconds === 0 ? 'Det tok under ett sekund.' : `Det tok ${units(seconds)}.`;
  },
  mark: (mark) => markText(mark, headersMarksNb, locale),
  notOwn: 'Skrevet før mottakeren fikk e-posten, eller av en annen server.',
  headings: {
    verdicts: 'Hva mottakeren mente',
    sent: 'Hvem den er fra',
    way: 'Veien e-posten gikk',
    marks: 'Hva spamfiltre skrev',
    others: 'Hva andre servere skrev',
  },
  unread: (fields) => `${count(fields)} felt til ble ikke lest.`,
};

const orDomain = (from: string | null): string => from ?? 'et ukjent domene';
