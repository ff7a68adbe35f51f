import { formatTime } from './formats.ts';
import type { MailingTexts } from './mailing.ts';
import { locale } from './nb-phrases.ts';

export const mailingNb: MailingTexts = {
  solving: 'Gjør klar e-posten …',
  sending: 'Sender …',
  sent: (address, until) => `E-posten er på vei til ${address}. Lenken i den virker til ${formatTime(locale, until)}.`,
  failures: {
    NETWORK: 'Vi fikk ikke kontakt med E-postsjekk. Sjekk at du er på nett, og prøv igjen.',
    RATE_LIMITED: 'Det er kommet mange spørsmål på kort tid. Vent et minutt, og prøv igjen.',
    INTERNAL: 'Noe gikk galt hos oss, og e-posten ble ikke sendt. Prøv igjen om litt.',
    INVALID_ADDRESS: 'Dette er ikke en e-postadresse. Skriv én adresse, for eksempel post@shop.no.',
    RECIPIENT_REFUSED:
      'Denne adressen får ikke e-post herfra. Enten vil ikke eieren ha den, eller så har e-post dit kommet i retur. Bruk ditt eget e-postprogram.',
    LIMIT_REACHED: 'Grensen for i dag er nådd. Prøv igjen i morgen, eller bruk ditt eget e-postprogram.',
    MAIL_OFF: 'Det kan ikke sendes e-post herfra nå. Bruk ditt eget e-postprogram.',
    MAIL_FAILED: 'E-posten kom ikke av sted. Prøv igjen om litt, eller bruk ditt eget e-postprogram.',
    PROOF_REFUSED: 'Det tok for lang tid, og e-posten ble ikke sendt. Prøv igjen.',
    NOT_FOUND: 'Resultatet finnes ikke lenger. Sjekk domenet på nytt, og send det derfra.',
  },
};
