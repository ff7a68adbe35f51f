import { sender } from '#core/sender.ts';
import type { MessagesOf } from './messages.ts';
import { list, tryAgainOrAsk, unanswered } from './nb-phrases.ts';

export const nbDomain: MessagesOf<'DOMAIN'> = {
  DOMAIN_UNKNOWN: ({ domain, name }) => ({
    fact: `DNS sier at verken ${domain} eller ${name} finnes. Svaret er ikke til å stole på, så domenet kunne ikke sjekkes.`,
    action: 'Prøv igjen om litt.',
  }),
  DOMAIN_NOT_FOUND: ({ domain }) => ({
    fact: `Domenet ${domain} finnes ikke i DNS.`,
    action: 'Sjekk at navnet er riktig skrevet, og at domenet er fornyet hos den du leier det av.',
  }),
};

export const nbMx: MessagesOf<'MX'> = {
  MX_FOUND: ({ domain, hosts, service }) => ({
    fact:
      service === null
        ? `E-post til ${domain} tas imot av ${list(hosts)}.`
        : `E-post til ${domain} tas imot av ${service} (${list(hosts)}).`,
    action: null,
  }),
  MX_HOST_NOT_FOUND: ({ domain, host }) => ({
    fact: `MX-oppføringen til ${domain} viser til ${host}, som ikke har noen adresse i DNS. Derfor kommer ingen e-post frem dit.`,
    action: null,
  }),
  MX_IS_ADDRESS: ({ domain, host }) => ({
    fact: `MX-oppføringen til ${domain} viser til adressen ${host}, men der skal det stå et navn. Det er ikke sikkert at e-post kommer frem.`,
    action: 'Bytt adressen med servernavnet som e-posttjenesten din oppgir.',
  }),
  MX_NULL_AMONG_OTHERS: ({ domain }) => ({
    fact: `Domenet ${domain} har en MX-oppføring («.») som sier at det ikke tar imot e-post. Det har andre MX-oppføringer også.`,
    action: 'Ta bort MX-oppføringen «.» hvis domenet skal ta imot e-post.',
  }),
  MX_NONE: ({ domain }) => ({
    fact: `Domenet ${domain} har ingen MX-oppføring. Det er ikke sikkert at svar på e-posten kommer frem.`,
    action: null,
  }),
  MX_NULL: ({ domain }) => ({
    fact: `Domenet ${domain} sier at det ikke tar imot e-post (MX «0 .»). Derfor kommer ikke svar på e-post fra ${sender.name} frem.`,
    action: 'Bytt MX-oppføringen med dem som e-posttjenesten din oppgir.',
  }),
  MX_UNANSWERED: (question) => ({
    fact: `Mottak av e-post kunne ikke sjekkes. ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
};
