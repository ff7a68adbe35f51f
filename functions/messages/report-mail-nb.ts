import { sender } from '#core/sender.ts';
import { formatTime } from './formats.ts';
import { locale, quotes } from './nb-phrases.ts';
import type { ReportMailTexts } from './report-mail-texts.ts';

const { name } = sender;
const steps = (must: number, should: number): string =>
  must + should === 1 ? 'Steget står nedenfor.' : 'Stegene står nedenfor, med det viktigste først.';

export const reportMailNb: ReportMailTexts = {
  subject: {
    not_found: (domain) => `${domain}: domenet finnes ikke i DNS`,
    must: (domain) => `${domain}: endringer som må gjøres i DNS`,
    unknown: (domain) => `${domain}: ikke alt kunne sjekkes`,
    should: (domain) => `${domain}: endringer som bør gjøres i DNS`,
    safe: (domain) => `${domain}: klart for e-post fra ${name}`,
  },
  greeting: 'Hei!',
  request: (domain) =>
    `Noen som bruker ${name}, har sjekket domenet ${domain} og bedt oss om å sende deg dette. ${name} er et program som sender fakturaer og ordrer på e-post, med domenet som avsender.`,
  standing: {
    not_found: (domain) => `Slik det er nå, kan det ikke sendes e-post fra ${domain}.`,
    must: (_, { must, should }) => `For at e-posten skal komme trygt frem, må noe rettes i DNS. ${steps(must, should)}`,
    unknown: (_, { should }) =>
      should === 0
        ? 'Vi fant ingenting å rette, men ikke alt kunne sjekkes.'
        : `Vi fant noe som bør rettes i DNS, men ikke alt kunne sjekkes. ${steps(0, should)}`,
    should: (domain, { should }) =>
      `E-post fra ${name} kan sendes fra ${domain}, men noe bør rettes i DNS. ${steps(0, should)}`,
    safe: (domain) =>
      `Alt er i orden. E-post fra ${name} kan sendes trygt fra ${domain}, og du trenger ikke gjøre noe.`,
  },
  explanation:
    'SPF, DKIM og DMARC er oppføringer i DNS, som legges inn der domenet styres. Med dem kan mottakere se om e-post fra domenet er ekte.',
  choose:
    'Her må det først velges. Sjekk domenet på nytt med lenken nedenfor, så blir den rettede oppføringen laget der.',
  dkim: `Si fra til den som bruker ${name}, når oppføringen er på plass. Da kan «SMTP DKIM» slås på der.`,
  shortName: (relative) =>
    relative === ''
      ? 'Noen leverandører vil ha «@» eller et tomt felt som navn.'
      : `Noen leverandører vil bare ha «${relative}» som navn.`,
  added: (terms) =>
    `Den som har bedt om e-posten, har selv lagt til ${quotes(terms)}. Kjenner du det ikke igjen, spør du den som eier domenet først.`,
  uncheckedHeading: 'Dette kunne ikke sjekkes',
  unchecked: 'Sjekk domenet på nytt om litt.',
  resultHeading: 'Resultatet',
  result: 'Se hele resultatet',
  until: (until) => `Lenken virker til ${formatTime(locale, until)}.`,
  check: 'Sjekk domenet på nytt',
  checked: {
    changes: 'Der ser du om alt stemmer når endringene er gjort.',
    now: 'Der ser du hvordan det er nå.',
  },
  footHeading: 'Om denne e-posten',
  foot: `E-posten er sendt fra E-postsjekk, en tjeneste fra ${name}, fordi noen skrev inn adressen din der. Svar på den blir ikke lest.`,
  doubt: 'Vet du ikke hvem som har bedt om dette, spør du den som eier domenet før du endrer noe.',
  enough: 'Vil du ikke ha flere e-poster herfra?',
  unsubscribe: 'Stopp e-poster til denne adressen',
};
