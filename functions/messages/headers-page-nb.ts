import type { HeadersPageTexts } from './headers-page.ts';

export const headersPageNb: HeadersPageTexts = {
  label: 'Meldingshoder',
  hint: 'Det som står øverst i kilden til en e-post, med linjer som «Received:» og «From:». Resten av e-posten trengs ikke.',
  where: {
    heading: 'Hvor finner jeg dem?',
    programs: [
      {
        name: 'Outlook',
        way: 'Dobbeltklikk på e-posten. Velg Fil, så Egenskaper. Kopier alt i feltet «Internett-meldingshoder».',
      },
      {
        name: 'Nye Outlook og Outlook på nettet',
        way: 'Åpne e-posten. Velg de tre prikkene, så Vis og «Vis meldingskilde». Kopier alt.',
      },
      {
        name: 'Gmail',
        way: 'Åpne e-posten på en datamaskin. Velg de tre prikkene, så «Vis original». Trykk «Kopier til utklippstavlen».',
      },
      {
        name: 'Apple Mail',
        way: 'Velg Vis, så Melding og «Rå kilde». Kopier alt, eller dra e-posten ut av programmet og slipp filen her.',
      },
    ],
  },
  file: 'Velg en .eml-fil',
  drop: 'Slipp filen, så blir den lest her',
  clear: 'Tøm',
  now: {
    heading: 'Ville den bestått SPF i dag?',
    lead: 'Svaret over gjelder da e-posten kom. Har du rettet SPF siden, kan du spørre på nytt. Da sendes serverens IP-adresse og avsenderadressen til oss, og ikke noe annet.',
    ask: 'Spør DNS nå',
    before: 'Da e-posten kom',
    today: 'I DNS nå',
  },
  check: 'Sjekk domenet',
  othersLead: 'Dette er ikke mottakerens ord. En server på veien kan ha skrevet det, eller avsenderen selv.',
  fieldsHeading: 'Alle felt',
};
