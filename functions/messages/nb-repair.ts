import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import type { RepairTexts } from './messages.ts';
import { count, list, quotes } from './nb-phrases.ts';

const lookups = (value: number): string => (value === 1 ? 'ett oppslag' : `${count(value)} oppslag`);

const outcomes = {
  pass: 'blir godkjent',
  neutral: 'blir verken godkjent eller avvist',
  softfail: 'regnes som mistenkelig (softfail)',
  fail: 'blir avvist (fail)',
} as const;

const earlier = {
  pass: 'godkjent',
  neutral: 'verken godkjent eller avvist',
  softfail: 'regnet som mistenkelig (softfail)',
  fail: 'avvist (fail)',
} as const;

export const nbRepair: RepairTexts = {
  heading: 'Den rettede SPF-oppføringen',
  before: 'Slik den er nå',
  after: 'Slik den skal være',
  changesHeading: 'Dette er endret',
  offersHeading: 'Dette kan du velge',
  proofHeading: 'Dette har vi kontrollert',
  questionHeading: 'Dette må du svare på',
  leaveOut: 'Ta det bort',
  addHeading: 'Hvem andre sender e-post for domenet?',
  addLead:
    'Alle servere som sender e-post for domenet, må stå i oppføringen: e-post, nyhetsbrev, nettbutikk, regnskap.',
  addOwn: 'Andre sendere: et include-navn, en IP-adresse eller et servernavn',
  add: 'Legg til',
  kinds: {
    mail: 'E-post',
    newsletter: 'Nyhetsbrev',
    shop: 'Nettbutikk og kundeservice',
    accounting: 'Regnskap og fag',
  },
  towardsFail: 'Når du vet at alle som sender for domenet, står i oppføringen, kan du bytte «~all» med «-all».',
  readings: {
    nothing_there: (text) => `DNS har verken en SPF-oppføring eller en adresse for «${text}» nå.`,
    unreadable: (text) => `«${text}» er verken et navn eller en adresse som kan stå i SPF.`,
    unanswered: (text) => `«${text}» kunne ikke sjekkes nå. Prøv igjen om litt.`,
    ambiguous: (text, options) => `«${text}» kan bety ${quotes(options)}. Skriv det ene.`,
  },
  question: (term) => `Hva er ment med «${term}»?`,
  changes: {
    RECORD_BEGUN: ({ after }) => `Oppføringen begynner med det MX viser: ${quotes(after)}.`,
    SENDER_ADDED: ({ after }) => `${quotes(after)} er lagt inn rett etter «v=spf1», så ${sender.name} blir godkjent.`,
    SENDER_RENAMED: ({ before, after }) => `Det eldre navnet ${quotes(before)} er byttet med ${quotes(after)}.`,
    SENDER_TERM_REMOVED: ({ before }) => `${quotes(before)} er tatt bort, fordi det ikke virket slik det sto.`,
    RECORDS_MERGED: ({ before }) => `De ${count(before.length)} oppføringene er samlet i én. Slett de andre.`,
    VERSION_MENDED: () => 'Begynnelsen er rettet til «v=spf1» og et mellomrom.',
    TERM_MENDED: ({ before, after }) => `${quotes(before)} er rettet til ${quotes(after)}.`,
    TERM_REMOVED: ({ before }) => `${quotes(before)} er tatt bort, fordi det ikke godkjenner noen.`,
    TERM_ANSWERED: ({ before, after }) =>
      after.length === 0
        ? `${quotes(before)} er tatt bort, slik du svarte.`
        : `${quotes(before)} er byttet med ${quotes(after)}, slik du svarte.`,
    DEAD_INCLUDE_REMOVED: ({ before }) =>
      `${quotes(before)} er tatt bort: navnet har ingen SPF-oppføring, og det gjør hele oppføringen ugyldig.`,
    LOOP_REMOVED: ({ before }) => `${quotes(before)} er tatt bort, fordi det fører tilbake til oppføringen selv.`,
    REDIRECT_INCLUDED: ({ before, after }) =>
      `${quotes(before)} er skrevet som ${quotes(after)}, så det gjelder sammen med resten.`,
    VERSION_REMOVED: () => 'Det andre «v=spf1» er tatt bort.',
    TERM_RESCUED: ({ before }) => `${quotes(before)} er flyttet til foran «all», så det blir lest.`,
    ALL_REMOVED: ({ before }) => `${quotes(before)} er tatt bort, fordi bare den første «all» blir lest.`,
    ALL_ADDED: ({ after }) => `${quotes(after)} er lagt til sist, så oppføringen sier noe om andre servere.`,
    DUPLICATE_REMOVED: ({ before }) => `${quotes(before)} sto to ganger; det ene er tatt bort.`,
    COVERED_REMOVED: ({ before, saves }) =>
      `${quotes(before)} er tatt bort og sparer ${lookups(saves)}: andre ledd godkjenner de samme adressene.`,
    EMPTY_REMOVED: ({ before, saves }) =>
      `${quotes(before)} er tatt bort og sparer ${lookups(saves)}: det står ikke for noen adresse.`,
    PTR_REMOVED: ({ before }) =>
      `Ta bort ${quotes(before)}, som standarden fraråder. Servere som bare er godkjent slik, mister godkjenningen.`,
    ALL_REPLACED: ({ before, after }) =>
      `Bytt ${quotes(before)} med ${quotes(after)}, så fremmede servere ikke blir godkjent.`,
    SERVICE_REMOVED: ({ before, saves }) =>
      `Ta bort ${quotes(before)} hvis tjenesten ikke er i bruk. Det sparer ${lookups(saves)}.`,
    ADDRESSES_WRITTEN: ({ before, after, saves }) =>
      `Skriv ${quotes(after)} i stedet for ${quotes(before)}. Det sparer ${lookups(saves)}, men må rettes når serveren bytter adresse.`,
    TERM_ADDED: ({ after }) => `${quotes(after)} er lagt til.`,
  },
  outcomes: {
    unchanged: () => 'SPF-oppføringen er riktig som den står.',
    corrected: () => 'Slik skal SPF-oppføringen være.',
    questions: () => 'Svar på det vi spør om, så lager vi oppføringen.',
    no_room: ({ lookups }) =>
      lookups > maxLookups
        ? `Med ${sender.name} krever oppføringen ${count(lookups)} oppslag, og grensen er ${count(maxLookups)}. Velg hva som kan tas bort.`
        : 'Oppføringen har for mange tomme oppslag. Velg hva som kan tas bort.',
    broken_below: ({ names }) =>
      `Oppføringen på ${list(names)} har en feil, og den styres av andre. Si fra til dem, eller ta leddet bort.`,
    alias: ({ names }) => `Domenet viser videre til ${list(names)}, så SPF må rettes der.`,
    unproven: () => 'Vi fant ingen rettelse som vi kan stå inne for. Ta kontakt med support.',
    unanswered: () => 'Ikke alt kunne sjekkes i DNS, så vi foreslår ingen rettelse nå. Prøv igjen om litt.',
    sender_unreadable: () =>
      `Adressene til ${sender.name} lot seg ikke lese i DNS nå, så vi foreslår ingen rettelse. Prøv igjen om litt.`,
  },
  proof: {
    senderPasses: `Alle adressene til ${sender.name} blir godkjent.`,
    nothingLost: 'Ingen adresse som var godkjent, har mistet godkjenningen.',
    lost: (networks) => `Disse mister godkjenningen, slik du valgte: ${list(networks)}.`,
    nothingGained: `Ingen andre enn ${sender.name} har fått godkjenning.`,
    gained: (networks) => `Disse blir også godkjent: ${list(networks)}.`,
    strangers: (before, after) =>
      before === after
        ? `E-post fra andre servere ${outcomes[after]}, som før.`
        : `E-post fra andre servere ${outcomes[after]}. Før ble den ${earlier[before]}.`,
    numbers: ({ lookups, voids, octets }) =>
      `Oppføringen krever ${count(lookups)} av ${count(maxLookups)} oppslag, har ${count(voids)} av ${count(maxVoids)} tomme oppslag og er på ${count(octets)} byte.`,
    long: 'Oppføringen er lang; enkelte DNS-leverandører deler den i flere strenger.',
    uncompared: (terms) => `Dette kunne ikke sammenlignes, fordi det avgjøres for hver e-post: ${quotes(terms)}.`,
    isFinal: 'En ny sjekk av den rettede oppføringen foreslår ingen flere endringer.',
  },
};
