import { sender } from '#core/sender.ts';
import type { FormTexts } from './messages.ts';

export const nbForm: FormTexts = {
  locale: 'nb',
  title: `${sender.name} E-postsjekk`,
  domainProblems: {
    EMPTY: 'Skriv inn et domene, for eksempel shop.no.',
    IP_ADDRESS: 'Dette er en IP-adresse. Skriv domenet i stedet, for eksempel shop.no.',
    SINGLE_LABEL: 'Domenet må ha med endelsen, for eksempel «.no».',
    EMPTY_LABEL: 'Det er to punktum etter hverandre, eller et punktum først. Ta bort det ene.',
    LABEL_TOO_LONG: 'En del av navnet er på mer enn 63 tegn, og så lange domener finnes ikke.',
    NAME_TOO_LONG: 'Navnet er på mer enn 253 tegn, og så lange domener finnes ikke.',
    BAD_CHARACTER:
      'Det er et tegn i navnet som et domene ikke kan ha. Bruk bare bokstaver, tall, bindestrek og punktum.',
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
  checking: (domain) => `Sjekker ${domain} …`,
  notFetched: 'Resten av siden lot seg ikke hente. Sjekk at du er på nett, og prøv igjen.',
};
