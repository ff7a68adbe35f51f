import { sender } from '#core/sender.ts';
import type { HelpPageTexts } from './page.ts';

export const nbHelpPage: HelpPageTexts = {
  title: 'Hjelp',
  description: `Hjelp til SPF, DKIM, DMARC og oppsett av e-post i ${sender.name}, skrevet for deg som ikke kan DNS.`,
  lead: 'Her står det som er greit å vite om e-post og domenet ditt. Du trenger ikke kunne noe om DNS fra før.',
  articlesHeading: 'Les om',
  way: 'Du er her',
  contents: 'På denne siden',
  findings: {
    title: 'Alle funn',
    description: `Alt sjekken kan finne om et domene, med forklaring og hva du gjør med det.`,
    lead: 'Dette er alt sjekken kan finne. Trykk på et funn for å lese hva det betyr, og hva du gjør.',
    severities: {
      error: `E-post fra ${sender.name} kan bli stoppet eller havne i søppelpost til dette er rettet.`,
      unknown: 'DNS ga ikke svar, så vi vet ikke om noe er galt.',
      warning: 'E-posten kan komme frem likevel, men det er tryggere å rette dette.',
      notice: `Dette er ingen feil for e-post fra ${sender.name}.`,
      ok: 'Slik skal det være.',
    },
    meaning: 'Hva betyr det?',
    steps: 'Hva gjør du?',
    noSteps: 'Du trenger ikke gjøre noe.',
    example: 'Eksempel',
    exampleLead: 'Slik kan det se ut for domenet shop.no:',
    wrong: 'Feil',
    right: 'Riktig',
    noRecord: 'Ingen oppføring',
    sources: 'Kilde',
    source: ({ rfc, section }) => `RFC ${rfc}, punkt ${section}`,
    more: (article) => `Les mer: ${article}`,
  },
  check: {
    heading: 'Sjekk domenet ditt',
    text: 'Du får se hva som er i orden, hva som er galt, og hva du skal legge inn.',
    link: 'Gå til sjekken',
  },
};
