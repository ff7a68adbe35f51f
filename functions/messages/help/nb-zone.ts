import type { HelpTextsOf } from './help.ts';
import { askDnsHost, checkAgain, waitAndCheck } from './nb-steps.ts';

/** What an owner can do about the name servers is mostly to tell the one who runs them. */
export const nbHelpZone: HelpTextsOf<'ZONE'> = {
  ZONE_NOT_FOUND: {
    title: 'Navneserverne kunne ikke spørres',
    meaning: [
      'Hvert domene har navneservere som svarer for det. Vi spør dem om endringen din er publisert.',
      'Denne gangen fikk vi ikke vite hvem de er. Det sier ikke noe om oppføringene dine.',
    ],
    steps: [waitAndCheck],
  },
  ZONE_UNREACHABLE: {
    title: 'Ingen av navneserverne svarte',
    meaning: [
      'Navneserverne er de som svarer for domenet i DNS. Ingen av dem svarte oss.',
      'Andre kan få svar likevel, for mange svar ligger lagret rundt om. Men varer det lenge, slutter e-posten å virke.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVER_LAME: {
    title: 'En navneserver kjenner ikke domenet',
    meaning: [
      'Domenet sier at denne serveren svarer for det. Men serveren vet ikke noe om domenet.',
      'De andre navneserverne svarer, så e-posten kommer frem. Men noen ganger tar det lengre tid.',
      'Slik blir det gjerne når et domene er flyttet, og en gammel navneserver står igjen.',
    ],
    steps: ['Se hvilke navneservere DNS-leverandøren din oppgir.', 'Ta bort dem som ikke hører til.', askDnsHost],
  },
  ZONE_SERVER_SILENT: {
    title: 'En navneserver svarer ikke',
    meaning: [
      'En av serverne som svarer for domenet, svarte oss ikke. De andre gjorde det, så e-posten kommer frem.',
      'Det kan være noe som går over.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVER_NO_ADDRESS: {
    title: 'En navneserver har ingen adresse',
    meaning: [
      'Domenet viser til en navneserver som ikke finnes i DNS. Ingen kan spørre den.',
      'De andre navneserverne svarer i stedet. Ofte er det et navn som er skrevet feil, eller en server som er lagt ned.',
    ],
    steps: ['Se hvilke navneservere DNS-leverandøren din oppgir.', 'Rett navnet, eller ta det bort.', checkAgain],
  },
  ZONE_SERVER_NOT_PUBLIC: {
    title: 'En navneserver kan ikke nås utenfra',
    meaning: [
      'Navneserveren har en adresse som bare virker på et lukket nett. Resten av internett når den ikke.',
      'Vi spør aldri slike adresser.',
    ],
    steps: ['Se hvilke navneservere DNS-leverandøren din oppgir.', askDnsHost],
  },
  ZONE_SERVERS_BEHIND: {
    title: 'Noen navneservere henger etter',
    meaning: [
      'Navneserverne har hver sin kopi av oppføringene. Noen av dem har en eldre kopi enn de andre.',
      'Det er vanlig noen minutter etter en endring. Så lenge kan mottakere få ulike svar.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_SERVERS_DIFFER: {
    title: 'Navneserverne svarer ulikt',
    meaning: [
      'Noen av navneserverne har den ene oppføringen, og noen har en annen. Da er det tilfeldig hva en mottaker får.',
      'Det er vanlig noen minutter etter en endring. Varer det, er endringen trolig gjort hos bare noen av dem.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  ZONE_CHANGED_ELSEWHERE: {
    title: 'Endringen er gjort hos feil leverandør',
    meaning: [
      'Et domene kan ha nettsted eller e-post hos én leverandør og DNS hos en annen. Da er det DNS-leverandøren som gjelder.',
      'Vi spurte den andre leverandøren direkte. Den har oppføringen, men ingen mottaker spør den.',
      'De som styrer DNS for domenet, har ikke oppføringen. Derfor hjelper det ikke å vente.',
    ],
    steps: [
      'Se i resultatet hvem som styrer DNS for domenet.',
      'Logg inn der, og ikke der du gjorde endringen.',
      'Legg inn oppføringen fra resultatet.',
      checkAgain,
    ],
  },
};
