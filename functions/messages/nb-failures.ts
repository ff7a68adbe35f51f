import type { RequestFailure, Text } from './messages.ts';

/** Why the service gave no answer. Tools that ask it without a report need no other words of the report. */
export const requestFailures: Readonly<Record<RequestFailure, Text>> = {
  NETWORK: {
    fact: 'Vi fikk ikke kontakt med E-postsjekk.',
    action: 'Sjekk at du er på nett, og prøv igjen.',
  },
  RATE_LIMITED: {
    fact: 'Det er kommet mange spørsmål på kort tid.',
    action: 'Vent et minutt, og prøv igjen.',
  },
  INTERNAL: {
    fact: 'Noe gikk galt hos oss, og det kom ikke noe svar.',
    action: 'Prøv igjen om litt.',
  },
};
