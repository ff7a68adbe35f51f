import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import type { RepairTexts } from './messages.ts';
import { count, list, quotes } from './nb-phrases.ts';

const lookups = (value: number): string => (value === 1 ? 'ett oppslag' : `${count(value)} oppslag`);

const outcomes = {
  pass: 'godkjent',
  neutral: 'verken godkjent eller avvist',
  softfail: 'regnet som mistenkelig (softfail)',
  fail: 'avvist (fail)',
} as const;

const named = (service: string | null, terms: readonly string[]): string =>
  service === null ? quotes(terms) : `${service} (${quotes(terms)})`;

export const nbRepair: RepairTexts = {
  heading: 'SPF-oppføringen',
  before: 'Slik den er nå',
  after: 'Slik den skal være',
  gone: 'tas bort:',
  come: 'legges til:',
  strings: 'Delt opp for en sonefil',
  changesHeading: 'Dette endres',
  offersHeading: 'Dette kan du velge',
  proofHeading: 'Dette har vi kontrollert',
  questionHeading: 'Dette må du svare på',
  option: (text) => {
    if (/^[+?~-]?include:/i.test(text)) return `«${text}»: en tjeneste som sender for mange domener`;
    return /^[+?~-]?a:/i.test(text) ? `«${text}»: én bestemt server` : `«${text}»`;
  },
  leaveOut: 'Ta det bort',
  addHeading: 'Hvem andre sender e-post for domenet?',
  addLead:
    'Alle som sender e-post for domenet, må stå i oppføringen. E-post fra dem som mangler, kan havne i søppelposten. Kryss av for tjenestene du bruker.',
  addOwn: 'En annen avsender: servernavn, IP-adresse eller include-navn',
  add: 'Legg til',
  remove: 'Ta bort',
  added: (text, terms) =>
    terms.join(' ') === text
      ? `«${text}» er med i oppføringen.`
      : `«${text}» er med i oppføringen som ${quotes(terms)}.`,
  kinds: {
    mail: 'E-post',
    newsletter: 'Nyhetsbrev',
    shop: 'Nettbutikk og kundeservice',
    accounting: 'Regnskap og fagprogrammer',
  },
  towardsFail:
    'Med «~all» til slutt blir e-post fra andre servere regnet som mistenkelig. Med «-all» blir den avvist. Bytt først når du vet at alle som sender for domenet, står i oppføringen.',
  serviceNotThere: (name) => `${name} har ingen SPF-oppføring i DNS nå og er derfor ikke tatt med.`,
  readings: {
    nothing_there: (text) =>
      `I DNS står det verken en SPF-oppføring eller en adresse for «${text}» nå. Se etter skrivefeil.`,
    unreadable: (text) => `«${text}» er verken et servernavn eller en IP-adresse.`,
    too_wide: (text) => `«${text}» er for mange adresser: Da kunne nesten hvem som helst sendt som deg.`,
    unanswered: (text) => `«${text}» kunne ikke sjekkes nå. Prøv igjen om litt.`,
    ambiguous: (text, options) => `«${text}» kan bety ${quotes(options)}. Skriv den du mener.`,
  },
  question: (term) => `Hva er ment med «${term}»?`,
  changes: {
    RECORD_BEGUN: ({ after }) =>
      after.length === 1
        ? 'Oppføringen er ny.'
        : `Oppføringen er ny og begynner med «${after.join(' ')}». MX viser nemlig hvem som tar imot e-posten til domenet.`,
    SENDER_ADDED: ({ after }) => `${quotes(after)} legges inn rett etter «v=spf1», så ${sender.name} blir godkjent.`,
    SENDER_RENAMED: ({ before, after }) => `Det eldre navnet ${quotes(before)} byttes med ${quotes(after)}.`,
    SENDER_TERM_REMOVED: ({ before }) => `${quotes(before)} tas bort, for slik det står, virker det ikke.`,
    RECORDS_MERGED: ({ before }) =>
      `De ${count(before.length)} oppføringene samles i én, for et domene kan bare ha én.`,
    VERSION_MENDED: () => 'Begynnelsen rettes til «v=spf1» og et mellomrom.',
    TERM_MENDED: ({ before, after }) => `${quotes(before)} rettes til ${quotes(after)}.`,
    TERM_REMOVED: ({ before }) => `${quotes(before)} tas bort, for det godkjenner ingen.`,
    TERM_ANSWERED: ({ before, after }) =>
      after.length === 0
        ? `${quotes(before)} tas bort, slik du svarte.`
        : `${quotes(before)} byttes med ${quotes(after)}, slik du svarte.`,
    DEAD_INCLUDE_REMOVED: ({ before }) =>
      `${quotes(before)} tas bort. Navnet har ingen SPF-oppføring, og det gjør hele oppføringen ugyldig.`,
    LOOP_REMOVED: ({ before }) => `${quotes(before)} tas bort, for det fører tilbake til oppføringen selv.`,
    REDIRECT_INCLUDED: ({ before, after }) =>
      `${quotes(before)} skrives som ${quotes(after)}. Da gjelder det sammen med resten.`,
    VERSION_REMOVED: () => '«v=spf1» tas bort der det står for annen gang.',
    TERM_RESCUED: ({ before }) => `${quotes(before)} flyttes foran «all», så det blir lest.`,
    ALL_REMOVED: ({ before }) => `${quotes(before)} tas bort, for bare den første «all» blir lest.`,
    ALL_ADDED: ({ after }) => `${quotes(after)} legges til sist, så oppføringen sier noe om andre servere.`,
    DUPLICATE_REMOVED: ({ before }) => `${quotes(before)} tas bort der det står for annen gang.`,
    COVERED_REMOVED: ({ before, saves }) =>
      `${quotes(before)} tas bort, for andre ledd godkjenner de samme adressene. Det sparer ${lookups(saves)}.`,
    EMPTY_REMOVED: ({ before, saves }) =>
      `${quotes(before)} tas bort, for det står ikke for noen adresse. Det sparer ${lookups(saves)}.`,
    PTR_REMOVED: ({ before }) =>
      `Ta bort ${quotes(before)}, som standarden fraråder. Servere som bare er godkjent på den måten, er det ikke lenger.`,
    ALL_REPLACED: ({ before, after }) =>
      `Bytt ${quotes(before)} med ${quotes(after)}, så e-post fra fremmede servere regnes som mistenkelig.`,
    SERVICE_REMOVED: ({ before, saves, service }) =>
      `Ta bort ${named(service, before)} hvis tjenesten ikke er i bruk. Det sparer ${lookups(saves)}.`,
    ADDRESSES_WRITTEN: ({ before, after, saves }) =>
      `Skriv ${quotes(after)} i stedet for ${quotes(before)}. Det sparer ${lookups(saves)}, men du må rette oppføringen hver gang serveren bytter adresse.`,
    TERM_ADDED: ({ after }) => `${quotes(after)} legges til.`,
  },
  outcomes: {
    unchanged: () => 'SPF-oppføringen er riktig som den står.',
    corrected: () => 'Slik skal SPF-oppføringen være.',
    questions: () =>
      'Det er ikke sikkert hva som er ment i SPF-oppføringen. Svar på det vi spør om, så lager vi den rettede oppføringen.',
    no_room: ({ lookups }) =>
      lookups > maxLookups
        ? `Med ${sender.name} krever oppføringen ${count(lookups)} oppslag, og grensen er ${count(maxLookups)}. Velg hva som skal bort.`
        : 'Oppføringen har for mange tomme oppslag. Velg hva som skal bort.',
    broken_below: ({ names }) =>
      `SPF for ${list(names)} har en feil, og den må rettes av dem som styrer navnet. Si fra til dem, eller ta leddet bort.`,
    alias: ({ names }) =>
      `Domenet viser videre til ${list(names)}, så SPF må rettes der. «include:${sender.include}» må være med.`,
    unproven: () => `Vi fant ingen rettelse som vi kan stå inne for. Ta kontakt med support for ${sender.name}.`,
    unanswered: () => 'Ikke alt kunne sjekkes i DNS, så vi foreslår ingen rettelse nå. Prøv igjen om litt.',
    no_domain: () => 'Domenet finnes ikke i DNS, så det er ingen oppføring å rette.',
    sender_unreadable: () =>
      `Adressene til ${sender.name} lot seg ikke lese i DNS nå, så vi foreslår ingen rettelse. Prøv igjen om litt.`,
  },
  proof: {
    senderPasses: `Alle adressene til ${sender.name} blir godkjent.`,
    nothingLost: 'Alle adresser som er godkjent nå, er det fortsatt.',
    lost: (networks) => `Disse adressene mister godkjenningen, slik du valgte: ${list(networks)}.`,
    nothingGained: `Ingen andre enn ${sender.name} blir godkjent i tillegg.`,
    gained: (networks) => `Disse adressene blir også godkjent: ${list(networks)}.`,
    strangers: (before, after) =>
      before === after
        ? `E-post fra andre servere blir ${outcomes[after]}, som i dag.`
        : `E-post fra andre servere blir ${outcomes[after]}. I dag blir den ${outcomes[before]}.`,
    numbers: ({ lookups, voids, octets }) =>
      `Oppføringen krever ${count(lookups)} av ${count(maxLookups)} oppslag, har ${count(voids)} av ${count(maxVoids)} tomme oppslag og er på ${count(octets)} byte.`,
    long: 'Oppføringen er lang, så svaret fra DNS kan bli for stort for enkelte mottakere.',
    uncompared: (terms) => `Dette kunne ikke sammenlignes, for det avgjøres for hver e-post: ${quotes(terms)}.`,
    isFinal: 'En ny sjekk av den rettede oppføringen gir ingen flere endringer.',
  },
};
