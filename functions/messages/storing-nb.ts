import { formatTime } from './formats.ts';
import { locale } from './nb-phrases.ts';
import type { StoringTexts } from './storing.ts';

export const storingNb: StoringTexts = {
  storing: 'Lagrer …',
  stored: (at, until) =>
    `Lenken viser hvordan det var ${formatTime(locale, at)}. Den virker til ${formatTime(locale, until)}.`,
  failures: {
    NETWORK: 'Vi fikk ikke kontakt med E-postsjekk. Sjekk at du er på nett, og prøv igjen.',
    RATE_LIMITED: 'Det er kommet mange spørsmål på kort tid. Vent et minutt, og prøv igjen.',
    INTERNAL: 'Noe gikk galt hos oss, og resultatet ble ikke lagret. Prøv igjen om litt.',
    LIMIT_REACHED: 'Grensen for i dag er nådd. Prøv igjen i morgen.',
    RESULT_TOO_LARGE: 'Resultatet er for stort til å lagres.',
  },
};
