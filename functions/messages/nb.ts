import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import { formatTime } from './formats.ts';
import type { Texts } from './messages.ts';
import { nbDkim } from './nb-dkim.ts';
import { nbDmarc } from './nb-dmarc.ts';
import { nbDomain, nbMx } from './nb-mx.ts';
import { count, failureReasons, locale } from './nb-phrases.ts';
import { nbRepair } from './nb-repair.ts';
import { nbSpf } from './nb-spf.ts';

const things = (value: number): string => (value === 1 ? 'én ting' : `${count(value)} ting`);
const outOf = (used: number, limit: number): string => `${count(used)} av ${count(limit)}`;

/** Norwegian bokmål. */
export const nb: Texts = {
  locale,
  findings: { ...nbDomain, ...nbSpf, ...nbDkim, ...nbDmarc, ...nbMx },
  severities: {
    error: 'Må rettes',
    unknown: 'Kunne ikke sjekkes',
    warning: 'Bør rettes',
    notice: 'Verdt å vite',
    ok: 'I orden',
  },
  sections: { DOMAIN: 'Domenet', SPF: 'SPF', DKIM: 'DKIM', DMARC: 'DMARC', MX: 'E-postmottak (MX)' },
  verdict: (domain, verdict, counts) => {
    switch (verdict) {
      case 'ok':
      case 'notice':
        return `E-post fra ${sender.name} kan sendes trygt fra ${domain}.`;
      case 'warning':
        return `E-post fra ${sender.name} kan sendes fra ${domain}, men ${things(counts.warning)} bør rettes.`;
      case 'unknown':
        return `Noe kunne ikke sjekkes for ${domain}. Prøv igjen om litt.`;
      case 'error':
        return `For at e-post fra ${sender.name} skal komme trygt frem fra ${domain}, må ${things(counts.error)} rettes.${
          counts.unknown > 0 ? ' Noe kunne ikke sjekkes.' : ''
        }`;
    }
  },
  checkedAt: (at) => `Sjekket ${formatTime(locale, at)} norsk tid.`,
  elsewhere: (holder) => `Si fra til den som styrer ${holder}, hvis det ikke er deg.`,
  spfNumbers: ({ lookups, voids, octets, addresses }) => [
    { label: 'Oppslag', value: outOf(lookups, maxLookups) },
    { label: 'Tomme oppslag', value: outOf(Math.max(voids.ip4, voids.ip6), maxVoids) },
    { label: 'Lengde', value: `${count(octets)} byte` },
    { label: 'Godkjente IPv4-adresser', value: count(addresses.ip4) },
  ],
  repair: nbRepair,
  publish: {
    heading: 'Oppføringer å legge inn',
    lead: 'Legg dem inn hos DNS-leverandøren din, eller send dem til den som styrer domenet.',
    action: { add: 'Ny oppføring', replace: 'Bytt ut oppføringen' },
    name: 'Navn',
    type: 'Type',
    value: 'Verdi',
    replaces: 'Skal bort',
    nextDmarc: (record) => `Neste steg: Når all e-post fra domenet består DMARC, bytter du til «${record}».`,
  },
  domainProblems: {
    EMPTY: 'Skriv inn et domene, for eksempel shop.no.',
    IP_ADDRESS: 'Dette er en IP-adresse; skriv domenet i stedet, for eksempel shop.no.',
    SINGLE_LABEL: 'Domenet må ha med endelsen, for eksempel «.no».',
    EMPTY_LABEL: 'Det er to punktum etter hverandre, eller et punktum først; ta bort det ene.',
    LABEL_TOO_LONG: 'En del av navnet er på mer enn 63 tegn, og så lange domener finnes ikke.',
    NAME_TOO_LONG: 'Navnet er på mer enn 253 tegn, og så lange domener finnes ikke.',
    BAD_CHARACTER:
      'Det er et tegn i navnet som et domene ikke kan ha; skriv bare bokstaver, tall, bindestrek og punktum.',
    BAD_HYPHEN: 'En del av navnet begynner eller slutter med bindestrek, og det kan ikke et domene.',
  },
  domainChanges: {
    white_space: 'Mellomrom og usynlige tegn er tatt bort.',
    url: 'Resten av nettadressen er tatt bort.',
    address: 'Det som står foran «@», er tatt bort.',
    record_name: 'Navnet på DMARC- eller DKIM-oppføringen er tatt bort.',
    www: 'Delen «www.» er tatt bort.',
    final_dot: 'Punktumet til slutt er tatt bort.',
    case: 'Store bokstaver er gjort små.',
  },
  failureReasons,
  requestFailures: {
    NETWORK: {
      fact: 'Vi fikk ikke kontakt med E-postsjekk.',
      action: 'Sjekk at du er på nett, og prøv igjen.',
    },
    RATE_LIMITED: {
      fact: 'Det er kommet mange spørsmål herfra på kort tid.',
      action: 'Vent et minutt, og prøv igjen.',
    },
    INTERNAL: {
      fact: 'Noe gikk galt hos oss, og domenet ble ikke sjekket.',
      action: 'Prøv igjen om litt.',
    },
  },
  page: {
    title: `${sender.name} E-postsjekk`,
    lead: `Se om domenet ditt er klart til å sende e-post fra ${sender.name}, og hva som eventuelt må rettes.`,
    domainLabel: 'Domene eller e-postadresse',
    domainHint: 'For eksempel shop.no eller post@shop.no',
    check: 'Sjekk',
    checking: 'Sjekker …',
    tryAgain: 'Prøv igjen',
    copy: 'Kopier',
    copied: 'Kopiert',
    copyFailed: 'Kunne ikke kopiere; teksten er merket, så du kan kopiere den selv.',
    findingsHeading: 'Funn',
    numbersHeading: 'SPF i tall',
    currentRecord: 'Oppføringen slik den er nå',
    otherLanguage: 'English',
    withoutScript: 'Denne siden trenger JavaScript for å sjekke et domene.',
    notFound: 'Denne siden finnes ikke',
    toFirstPage: 'Sjekk et domene',
  },
};
