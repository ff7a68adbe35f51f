import { sender } from '#core/sender.ts';
import type { HelpTextsOf } from './help.ts';
import { askDnsHost, askSupport, checkAgain, logIn, waitAndCheck } from './nb-steps.ts';

const findServers = 'Finn MX-oppføringene som e-posttjenesten din oppgir.';

export const nbHelpDomain: HelpTextsOf<'DOMAIN'> = {
  DOMAIN_NOT_FOUND: {
    title: 'Domenet finnes ikke i DNS',
    meaning: [
      'DNS svarer at det ikke er noe domene med dette navnet. E-post til det kommer ikke frem, og e-post fra det blir ofte avvist.',
      'Som regel er navnet skrevet feil, eller domenet er ikke fornyet. Et helt nytt domene kan trenge noen timer.',
    ],
    steps: [
      'Se at navnet er skrevet riktig, med rett endelse.',
      'Logg inn der du leier domenet, og se at det er betalt og fornyet.',
      'Er domenet nylig flyttet, ser du også at det har navneservere.',
      checkAgain,
    ],
  },
  DOMAIN_UNKNOWN: {
    title: 'Domenet kunne ikke sjekkes',
    meaning: [
      `DNS kjente verken domenet ditt eller navnet \`${sender.include}\`, og det siste vet vi finnes. Derfor stoler vi ikke på svaret.`,
      'Feilen ligger trolig i DNS-tjenesten vi spurte, og ikke hos deg. Du skal ikke endre noe.',
    ],
    steps: [waitAndCheck, askSupport],
  },
};

export const nbHelpMx: HelpTextsOf<'MX'> = {
  MX_FOUND: {
    title: 'Domenet har servere som tar imot e-post',
    meaning: [
      'MX-oppføringene sier hvilke servere som tar imot e-post til domenet. Du trenger ikke gjøre noe.',
      'De viser også hvilken e-posttjeneste du bruker. Det hjelper oss med å foreslå riktig SPF og DKIM.',
    ],
    steps: [],
  },
  MX_HOST_NOT_FOUND: {
    title: 'En server i MX-oppføringene har ingen adresse',
    meaning: [
      'MX-oppføringen viser til en server som DNS ikke har noen adresse for. Dit kommer ingen e-post.',
      'Har domenet flere MX-oppføringer, går e-posten til en av de andre. Er dette den eneste, får du ikke svar fra kundene dine.',
    ],
    steps: [
      logIn,
      'Finn MX-oppføringen som resultatet nevner.',
      'Rett navnet etter det e-posttjenesten oppgir. Se om domenet ditt står en gang for mye bak navnet.',
      'Slett oppføringen hvis serveren ikke er i bruk lenger.',
      checkAgain,
    ],
  },
  MX_IS_ADDRESS: {
    title: 'MX-oppføringen har en IP-adresse i stedet for et navn',
    meaning: [
      'En MX-oppføring skal vise til navnet på en server. Her står det en IP-adresse, og mange avsendere finner da ikke frem.',
      'Svar fra kundene dine kan bli borte uten at du merker det.',
    ],
    steps: [findServers, logIn, 'Bytt IP-adressen i MX-oppføringen med navnet på serveren, og lagre.', checkAgain],
  },
  MX_NULL_AMONG_OTHERS: {
    title: 'MX-oppføringene sier både ja og nei til e-post',
    meaning: [
      'En MX-oppføring med bare et punktum sier at domenet ikke tar imot e-post. Den skal stå alene, men her står den sammen med andre.',
      'Noen avsendere leverer e-posten likevel, og andre gjør det ikke.',
    ],
    steps: [
      logIn,
      'Finn MX-oppføringen der serveren er bare et punktum.',
      'Slett den hvis domenet skal ta imot e-post. Skal det ikke det, sletter du de andre.',
      checkAgain,
    ],
  },
  MX_NONE: {
    title: 'Domenet har ingen MX-oppføring',
    meaning: [
      'MX sier hvor e-post til domenet skal leveres. Uten MX prøver avsendere den serveren som domenet selv peker til. Det er ofte nettsiden, og den tar sjelden imot e-post.',
      'Svarer en kunde på en faktura, kan svaret bli borte.',
      `Har du satt en annen «Svar til»-adresse i ${sender.name}, trenger du ikke gjøre noe.`,
    ],
    steps: [
      'Skal domenet ta imot e-post, finner du MX-oppføringene som e-posttjenesten din oppgir.',
      'Logg inn hos DNS-leverandøren din, og legg dem inn på domenet.',
      checkAgain,
    ],
  },
  MX_NULL: {
    title: 'MX sier at domenet ikke tar imot e-post',
    meaning: [
      'MX-oppføringen `0 .` er en beskjed om at domenet ikke tar imot e-post. Svar fra kundene dine kommer derfor ikke frem.',
      'Noen mottakere avviser også e-post fra et slikt domene, for ingen kan svare på den.',
      `Oppføringen passer for et domene som aldri sender e-post. Den passer ikke når ${sender.name} sender fra det.`,
    ],
    steps: [
      findServers,
      logIn,
      'Slett MX-oppføringen med bare et punktum, og legg inn dem fra e-posttjenesten.',
      checkAgain,
    ],
  },
  MX_UNANSWERED: {
    title: 'Mottak av e-post kunne ikke sjekkes',
    meaning: [
      'Spørsmålet om MX fikk ikke noe svar fra DNS som kan brukes. Derfor vet vi ikke hvilke servere som tar imot e-posten. Det betyr ikke at noe mangler.',
      'Får avsendere heller ikke svar, venter de som regel og prøver igjen senere.',
      'Ikke endre noe ennå. Ofte går det over av seg selv.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
};
