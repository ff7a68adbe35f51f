import type { HostTexts } from './hosts.ts';
import { list } from './nb-phrases.ts';
import { visible } from './visible.ts';

const field = (label: string | null): string => (label === null ? '' : ` i feltet «${label}»`);

export const hostsNb: HostTexts = {
  runBy: (domain, host) => `DNS for ${domain} styres hos ${host}.`,
  unknownHost: (nameServers) => {
    const [first, another] = nameServers;
    const unknown = 'Vi kjenner ikke igjen hvem som styrer DNS.';
    if (first === undefined) return unknown;
    const are = another === undefined ? 'Navneserveren er' : 'Navneserverne er';
    return `${unknown} ${are} ${list(visible(nameServers))}.`;
  },
  unasked: 'Vi fikk ikke slått opp hvem som styrer DNS. Prøv igjen om litt.',
  elsewhere: (host) => `En endring hos andre enn ${host} har ingen virkning.`,
  guide: (host, language) => `Veiledningen fra ${host}${language === 'en' ? ' (på engelsk)' : ''}`,
  domainConnect: 'Leverandøren støtter Domain Connect, en standard for å sette opp DNS automatisk.',

  shortName: (relative) =>
    relative === ''
      ? 'Noen leverandører vil ha «@» eller et tomt felt.'
      : `Noen leverandører vil bare ha «${relative}».`,
  emptyField: '(skal stå tomt)',
  stepsHeading: (host) => (host === null ? 'Slik legger du det inn' : `Slik legger du det inn hos ${host}`),
  logIn: (host) => (host === null ? 'Logg inn hos DNS-leverandøren din.' : `Logg inn hos ${host}.`),
  open: (domain, path) =>
    path === null
      ? `Finn DNS-oppføringene for ${domain}.`
      : `Gå til ${path.map((menu) => (menu === null ? domain : `«${menu}»`)).join(' → ')}.`,
  clear: (purpose, name) =>
    `Slett først ${purpose.toUpperCase()}-oppføringen på navnet «${name}», for den er av feil type.`,
  add: (type, button, label) =>
    `${button === null ? 'Legg til en ny oppføring' : `Trykk «${button}»`}, og velg ${label === null ? `typen ${type}` : `${type}${field(label)}`}.`,
  edit: (purpose, type) =>
    `Finn ${purpose.toUpperCase()}-oppføringen som står der i dag, av typen ${type}. Endre den, og legg ikke inn en ny ved siden av.`,
  editOne: (purpose, type) =>
    `Finn ${purpose.toUpperCase()}-oppføringene som står der i dag, av typen ${type}. Endre den ene, og slett de andre av dem.`,
  name: (typed, label) => `Skriv «${typed}»${label === null ? ' som navn' : field(label)}.`,
  emptyName: (label) => (label === null ? 'La navnet stå tomt.' : `La feltet «${label}» stå tomt.`),
  eitherName: (relative, full, label) => {
    const where = label === null ? ' som navn' : field(label);
    const short = relative === '' ? `Skriv «@»${where}, eller la det stå tomt.` : `Skriv «${relative}»${where}.`;
    return `${short} Vil leverandøren ha hele navnet, skriver du «${full}».`;
  },
  keepName: 'La navnet stå som det er.',
  value: (label) => `Lim inn verdien${field(label)}.`,
  newValue: (label) => `Ta bort hele den gamle verdien${field(label)}, og lim inn den nye.`,
  proxy: (label, off) => `Sett «${label}» til «${off}». Ellers finner ikke mottakere nøkkelen.`,
  save: (ttl) => (ttl === null ? 'Lagre.' : `La feltet «${ttl}» stå som det er, og lagre.`),
  clearElsewhere: (purpose, name) => `Slett ${purpose.toUpperCase()}-oppføringen på navnet «${name}».`,

  finalDot: (host, wanted) => `Hos ${host} skal verdien ${wanted ? '' : 'ikke '}slutte med punktum.`,
  finalDotUnknown: 'Setter leverandøren domenet ditt bak verdien, må du skrive et punktum til slutt i den.',
  quotes: (host) => `Hos ${host} skal verdien stå i anførselstegn.`,
  longText: (host, way) => {
    switch (way) {
      case 'whole':
        return `Verdien er på mer enn 255 tegn. Hos ${host} limer du inn alt på en gang.`;
      case 'quoted':
        return `Verdien er på mer enn 255 tegn. Hos ${host} må den deles i biter, hver i anførselstegn.`;
    }
  },
  longTextUnknown:
    'Verdien er på mer enn 255 tegn. Får du ikke lagret den, spør du leverandøren hvordan så lange verdier skal skrives.',
  doubled: 'Se etter at domenet ikke står to ganger i navnet når du har lagret.',
  labelsMayDiffer: 'Menyer og felt kan hete noe annet hos deg.',
};
