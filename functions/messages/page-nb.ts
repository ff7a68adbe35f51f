import { sender } from '#core/sender.ts';
import type { PageTexts } from './page.ts';

export const nbPage: PageTexts = {
  skipToContent: 'Hopp til innholdet',
  navigation: 'Hovedmeny',
  toCheck: 'Sjekk',
  toHelp: 'Hjelp',
  otherLanguage: 'English',
  footer: `${sender.name} E-postsjekk er laget av Bleken Data AS. Siden bruker ingen informasjonskapsler.`,

  description: `Sjekk om domenet ditt er klart til å sende e-post fra ${sender.name}, og få de riktige oppføringene for SPF, DKIM og DMARC.`,
  heading: 'Kommer e-posten din frem?',
  lead: `Skriv inn domenet ditt, så ser vi om det er klart til å sende e-post fra ${sender.name}. Mangler det noe, får du vite nøyaktig hva du skal legge inn.`,
  domainLabel: 'Domene eller e-postadresse',
  domainHint: 'For eksempel shop.no eller post@shop.no',
  check: 'Sjekk',
  withoutScript: 'Sjekken trenger JavaScript, og det er slått av i nettleseren din. Hjelpesidene virker uten.',
  advice: {
    heading: `Dette trenger ${sender.name}`,
    spf: {
      title: 'SPF: må være på plass',
      text: `SPF-oppføringen sier hvem som har lov til å sende e-post for domenet. Den må ha med \`include:${sender.include}\`.`,
    },
    dkim: {
      title: 'DKIM: bør være på plass',
      text: `DKIM er en signatur på e-posten. Enten signerer din egen e-postserver, eller så signerer ${sender.name} med en nøkkel som du viser til i DNS.`,
    },
    dmarc: {
      title: 'DMARC: bør være på plass',
      text: 'DMARC sier hva mottakere skal gjøre med e-post som ikke består SPF eller DKIM.',
    },
    more: (subject) => `Mer om ${subject}`,
    setup: `Slik setter du opp e-post i ${sender.name}`,
  },

  checking: 'Sjekker …',
  waiting: 'Sjekkes',
  tryAgain: 'Prøv igjen',
  tasksHeading: 'Dette gjør du',
  hostWaiting: 'Vi ser etter hvem som styrer DNS for domenet.',
  entryHeading: 'Slik legger du det inn',
  wrong: 'Hva er galt?',
  toDo: 'Hva gjør du?',
  explanation: 'Forklaring',
  uncheckedHeading: 'Dette kunne ikke sjekkes',
  sectionsHeading: 'Alt vi fant',
  currentRecord: 'Oppføringen slik den er nå',
  recordThen: 'Oppføringen slik den var',
  copy: 'Kopier',
  copied: 'Kopiert',
  copyFailed: 'Kunne ikke kopiere. Teksten er merket, så du kan kopiere den selv.',

  handOver: {
    heading: 'Send det til den som styrer domenet',
    lead: 'Har du noen som hjelper deg med nettside eller data, kan de gjøre dette for deg. E-posten har med alt de trenger.',
    mail: 'Lag e-post',
    print: 'Skriv ut',
    show: 'Vis teksten',
    cut: 'Kommer ikke hele teksten med i e-posten, kopierer du den herfra.',
    what: 'hele teksten',
  },

  storing: {
    heading: 'Ta vare på resultatet',
    lead: 'Du får en lenke til resultatet slik det er nå. Den virker i 180 dager.',
    store: 'Lagre resultatet',
    what: 'lenken',
  },

  mailing: {
    heading: 'La oss sende det',
    lead: 'Vi sender stegene og oppføringene på e-post, med en lenke til resultatet slik det er nå.',
    label: 'E-postadressen til den som styrer domenet',
    hint: 'Vi sender én e-post dit, og bruker ikke adressen til noe annet.',
    send: 'Send e-posten',
  },

  stored: {
    heading: 'Lagret resultat',
    description: 'Slik stod det til med e-posten til et domene da resultatet ble lagret.',
    withoutScript: 'Siden trenger JavaScript, og det er slått av i nettleseren din.',
    fetching: 'Henter resultatet …',
    waiting: 'Hentes',
    gone: 'Dette resultatet finnes ikke, eller er slettet. Et resultat er lagret i 180 dager.',
    nowHeading: 'Hvordan er det nå?',
    changed: 'Dette er endret siden da',
    toNow: 'Se hvordan det er nå',
    before: 'Før',
    after: 'Nå',
    noRecord: 'Ingen oppføring',
    mended: 'Rettet siden da',
    arisen: 'Kommet til siden da',
  },

  notFound: 'Denne siden finnes ikke',
  notFoundLead: 'Adressen kan være skrevet feil, eller siden kan være flyttet.',
  toFirstPage: 'Sjekk et domene',
};
