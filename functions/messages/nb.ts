import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import { nbForm } from './form-nb.ts';
import { formatTime } from './formats.ts';
import type { Texts } from './messages.ts';
import { nbDkim } from './nb-dkim.ts';
import { nbDmarc } from './nb-dmarc.ts';
import { requestFailures } from './nb-failures.ts';
import { nbDomain, nbMx } from './nb-mx.ts';
import { count, failureReasons, locale } from './nb-phrases.ts';
import { nbRepair } from './nb-repair.ts';
import { nbSpf } from './nb-spf.ts';
import { nbZone } from './nb-zone.ts';

const things = (value: number): string => (value === 1 ? 'én ting' : `${count(value)} ting`);
const moreThings = (should: number): string => (should > 0 ? ` Du bør også gjøre ${things(should)}.` : '');
const someUnknown = (unknown: number): string => (unknown > 0 ? ' Noe kunne ikke sjekkes.' : '');
const outOf = (used: number, limit: number): string => `${count(used)} av ${count(limit)}`;

/** Norwegian bokmål. */
export const nb: Texts = {
  ...nbForm,
  findings: { ...nbDomain, ...nbSpf, ...nbDkim, ...nbDmarc, ...nbMx, ...nbZone },
  severities: {
    error: 'Må rettes',
    unknown: 'Kunne ikke sjekkes',
    warning: 'Bør rettes',
    notice: 'Verdt å vite',
    ok: 'I orden',
  },
  sections: {
    DOMAIN: 'Domenet',
    SPF: 'SPF',
    DKIM: 'DKIM',
    DMARC: 'DMARC',
    MX: 'E-postmottak (MX)',
    ZONE: 'Navneservere',
  },
  verdict: {
    not_found: (domain) => ({
      heading: `Domenet ${domain} finnes ikke i DNS`,
      below: 'Sjekk at det er riktig skrevet.',
    }),
    must: (domain, { must, should, unknown }) => ({
      heading: `Du må gjøre ${things(must)}`,
      below: `Når det er gjort, kan e-post fra ${sender.name} sendes trygt fra ${domain}.${moreThings(should)}${someUnknown(unknown)}`,
    }),
    unknown: (domain, { should }) => ({
      heading: `Noe kunne ikke sjekkes for ${domain}`,
      below: should > 0 ? `Prøv igjen om litt. Du bør også gjøre ${things(should)}.` : 'Prøv igjen om litt.',
    }),
    should: (domain, { should }) => ({
      heading: `E-post fra ${sender.name} kan sendes fra ${domain}`,
      below: `Men du bør gjøre ${things(should)}.`,
    }),
    safe: (domain) => ({
      heading: `E-post fra ${sender.name} kan sendes trygt fra ${domain}`,
      below: 'Du trenger ikke gjøre noe.',
    }),
  },
  tasks: {
    weights: { must: 'Må gjøres', should: 'Bør gjøres' },
    titles: {
      domain: { add: 'Finn riktig domene', replace: 'Finn riktig domene', other: 'Finn riktig domene' },
      spf: { add: 'Legg inn SPF', replace: 'Bytt SPF-oppføringen', other: 'Rett SPF-oppføringen' },
      dkim: { add: 'Legg inn DKIM', replace: 'Bytt DKIM-oppføringen', other: 'Se over DKIM-nøklene' },
      dmarc: { add: 'Legg inn DMARC', replace: 'Bytt DMARC-oppføringen', other: 'Rett DMARC-oppføringen' },
      mx: { add: 'Rett e-postmottaket', replace: 'Rett e-postmottaket', other: 'Rett e-postmottaket' },
    },
    elsewhere: (holder) => `Si fra til den som styrer ${holder}`,
    deeds: {
      spf: {
        add: 'Lag en ny oppføring hos DNS-leverandøren, med disse feltene.',
        replace: 'Finn oppføringen hos DNS-leverandøren, og bytt den med denne.',
        merge: 'Finn oppføringene hos DNS-leverandøren. Bytt den ene med denne, og slett de andre av dem.',
      },
      dkim: {
        add: `Lag en ny oppføring hos DNS-leverandøren, med disse feltene. Slå så på «SMTP DKIM» i ${sender.name}.`,
        replace: `Finn oppføringen hos DNS-leverandøren, og bytt den med denne. «SMTP DKIM» må være slått på i ${sender.name}.`,
        merge: `Finn oppføringene hos DNS-leverandøren. Bytt den ene med denne, og slett de andre av dem. «SMTP DKIM» må være slått på i ${sender.name}.`,
      },
      dmarc: {
        add: 'Lag en ny oppføring hos DNS-leverandøren, med disse feltene.',
        replace: 'Finn oppføringen hos DNS-leverandøren, og bytt den med denne.',
        merge: 'Finn oppføringene hos DNS-leverandøren. Bytt den ene med denne, og slett de andre av dem.',
      },
    },
  },
  checkedAt: (at) => `Sjekket ${formatTime(locale, at)} norsk tid.`,
  elsewhere: (holder) => `Si fra til den som styrer ${holder}, hvis det ikke er deg.`,
  numbersHeading: 'SPF i tall',
  spfNumbers: ({ lookups, voids, octets, addresses }) => [
    { label: 'Oppslag', value: outOf(lookups, maxLookups) },
    { label: 'Tomme oppslag', value: outOf(Math.max(voids.ip4, voids.ip6), maxVoids) },
    { label: 'Lengde', value: `${count(octets)} byte` },
    { label: 'Godkjente IPv4-adresser', value: count(addresses.ip4) },
  ],
  repair: nbRepair,
  publish: {
    heading: 'Oppføringer å legge inn',
    lead: 'Legg dem inn hos DNS-leverandøren, eller send dem til den som styrer domenet.',
    action: { add: 'Ny oppføring', replace: 'Bytt ut oppføringen' },
    name: 'Navn',
    type: 'Type',
    value: 'Verdi',
    replaces: 'Skal bort',
    nextDmarc: (record) => `Neste steg: Når all e-post fra domenet består DMARC, bytter du til «${record}».`,
    otherWay: `DKIM er i orden når ${sender.name} sender gjennom e-posttjenesten din. Sender ${sender.name} på egen hånd, legger du inn denne:`,
  },
  handOver: {
    subject: (domain) => `Endringer i DNS for ${domain}`,
    greeting: 'Hei!',
    request: (domain) =>
      `Vi sender fakturaer og ordrer fra ${sender.name} med ${domain} som avsender. For at e-posten skal komme trygt frem, må DNS for ${domain} endres slik. Kan du gjøre det for oss?`,
    choose: 'Her må det først velges. Åpne lenken nedenfor, så blir den rettede oppføringen laget der.',
    dkim: `Når oppføringen er på plass, slår vi på «SMTP DKIM» i ${sender.name}.`,
    after: (link) => `Når det er gjort, kan du se om alt stemmer her: ${link}`,
  },
  failureReasons,
  requestFailures,
};
