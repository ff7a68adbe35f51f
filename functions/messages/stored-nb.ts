import { formatTime } from './formats.ts';
import { locale } from './nb-phrases.ts';
import type { StoredTexts } from './stored.ts';

export const storedNb: StoredTexts = {
  before: 'Slik den var',
  storedAt: (at) => `Slik var det ${formatTime(locale, at)}.`,
  keptUntil: (at) => `Resultatet er lagret til ${formatTime(locale, at)}.`,
  notFetched: {
    fact: 'Noe gikk galt hos oss, og resultatet ble ikke hentet.',
    action: 'Prøv igjen om litt.',
  },
  toChoose: 'Det gjør du ved å sjekke domenet på nytt.',
  checkingNow: 'Vi sjekker hvordan det er nå.',
  notCheckedNow: 'Vi fikk ikke sjekket hvordan det er nå.',
  nothingChanged: 'Ingenting er endret siden da.',
  nothingSeen: 'Vi fant ingen endring, men ikke alt kunne sjekkes.',
  notAllChecked: 'Ikke alt kunne sjekkes nå.',
};
