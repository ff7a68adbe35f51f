import { sender } from '#core/sender.ts';
import { count, locale } from './nb-phrases.ts';
import type { Comparison, Place, SeenLabels, SeenTexts } from './seen.ts';

const places = {
  utsira: 'på Utsira',
  fedje: 'på Fedje',
  vardo: 'i Vardø',
  roros: 'på Røros',
  voss: 'på Voss',
  bodo: 'i Bodø',
  kristiansand: 'i Kristiansand',
  bergen: 'i Bergen',
  oslo: 'i Oslo',
  norway: 'i hele Norge',
  netherlands: 'i Nederland',
  germany: 'i Tyskland',
} as const satisfies Record<Place, string>;

const compare = (comparison: Comparison): string => {
  switch (comparison.kind) {
    case 'none':
    case 'one':
      return '';
    case 'fingers':
      return ', så få at du kan telle dem på fingrene';
    case 'bus':
      return ', ikke flere enn setene i en buss';
    case 'plane':
      return ', ikke flere enn setene i et rutefly';
    case 'place':
      return `, ${comparison.alike ? 'omtrent like mange som' : 'flere enn'} det bor ${places[comparison.place]}`;
    case 'share':
      return `, omtrent 1 av ${count(comparison.of)} på internett`;
    case 'half':
      return ', mer enn halvparten av alle på internett';
    case 'all':
      return ', altså alle på internett';
  }
};

const round = (value: number): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 2 }).format(
    value,
  );

export const seenNb: SeenTexts = {
  sum: (lookups, limit) => {
    if (lookups > limit) return `${count(lookups)} oppslag, og mer enn ${count(limit)} gjør oppføringen ugyldig.`;
    return `${count(lookups)} av ${count(limit)} oppslag er brukt${lookups === limit ? ', så det er ikke plass til flere' : ''}.`;
  },
  lookups: (lookups) => `${count(lookups)} oppslag`,
  node: ({ name, service, lookups, state }) => {
    const sentence = `${service === null ? name : `${service}, ${name}`}, krever ${count(lookups)} oppslag.`;
    return seenNb.states[state] === null ? sentence : `${sentence} ${seenNb.states[state]}`;
  },
  marks: {
    own: `Her er ${sender.name}`,
    own_refused: `${sender.name}, ikke godkjent`,
    way: `Veien til ${sender.name}`,
    elsewhere: `${sender.name} er godkjent her`,
  },
  lacks: { absent: `${sender.name} mangler`, unread: `${sender.name} blir ikke lest` },
  states: {
    record: null,
    none: 'Her er det ingen SPF-oppføring.',
    several: 'Her er det flere SPF-oppføringer.',
    unanswered: 'Dette kunne ikke sjekkes, for DNS svarte ikke.',
    loop: 'Dette fører tilbake til en oppføring lenger opp.',
    bounded: 'Dette er ikke lest, fordi treet er så stort.',
    dynamic: 'Hva som står her, avhenger av hver enkelt e-post.',
  },
  lookupParts: ({ here, below, term }) => {
    const parts = [
      ...(here > 0 ? [`${count(here)} i denne oppføringen`] : []),
      ...(below > 0 ? [`${count(below)} lenger ned`] : []),
      ...(term > 0 ? [`${count(term)} for leddet som fører hit`] : []),
    ];
    const sum = seenNb.lookups(here + below + term);
    return parts.length > 1 ? `${sum}: ${parts.join(', ')}` : sum;
  },
  ip4: (addresses, comparison) => {
    if (comparison.kind === 'none') return 'SPF-oppføringen lister ikke opp noen IPv4-adresser.';
    if (comparison.kind === 'one') return 'SPF-oppføringen godkjenner én eneste IPv4-adresse.';
    return `SPF-oppføringen godkjenner ${count(addresses)} IPv4-adresser${compare(comparison)}.`;
  },
  ip6: (size) => {
    switch (size.kind) {
      case 'addresses':
        return `I tillegg kommer ${size.addresses === 1 ? 'én IPv6-adresse' : `${count(size.addresses)} IPv6-adresser`}.`;
      case 'below_network':
        return 'I tillegg kommer IPv6-adresser, men færre enn i ett lokalnett.';
      case 'networks':
        return `I tillegg kommer IPv6-adresser, like mange som i ${
          size.networks === 1 ? 'ett lokalnett' : `${round(size.networks)} lokalnett`
        }.`;
      case 'all':
        return 'I tillegg kommer alle IPv6-adresser.';
    }
  },
  uncounted: 'Det som ikke kan listes opp, eller ikke kunne leses, er ikke talt med.',
  spoilt: 'Men oppføringen har feil, så mottakere kan se bort fra alle.',
  suggestion: (address) => `Prøv med ${address}, som ${sender.name} sender fra`,
};

export const seenLabelsNb: SeenLabels = {
  treeHeading: 'Hva SPF-oppføringen viser til',
  treeHint: 'Velg en boks for å se mer om den. Piltastene virker også.',
  asText: 'Vis som tekst',
  term: 'Leddet som fører hit',
  record: 'SPF-oppføringen',
  lookups: 'Oppslag',
  voids: 'Tomme oppslag',
  problems: 'Funn',
  addressesHeading: 'Hvor mange som kan sende',
  meaning: 'Jo færre, desto tryggere. Store e-posttjenester har mange, og det er vanlig.',
  tryHeading: 'Ville e-post fra denne serveren bestått?',
  tryLead: 'Skriv adressen til en server, så ser du hva en mottaker ville kommet til.',
  ip: 'IP-adressen til serveren',
  ipHint: 'IPv4 eller IPv6',
  sender: 'Avsender',
  try: 'Prøv',
};
