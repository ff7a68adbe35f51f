import type { AddressPageTexts, AddressTexts } from './address-check.ts';
import { requestFailures } from './nb-failures.ts';
import { failureReasons, quotes } from './nb-phrases.ts';

const askCustomer = 'Spør kunden hva som er riktig.';

export const addressPageNb: AddressPageTexts = {
  label: 'E-postadresse',
  hint: 'Adressen blir i nettleseren din. Bare domenet bak «@» sendes til oss, så vi kan se i DNS om det tar imot e-post.',
  check: 'Sjekk adressen',
  asTyped: 'Slik er den skrevet',
  receptionHeading: 'Tar domenet imot e-post?',
};

export const addressNb: AddressTexts = {
  verdicts: {
    sound: 'Adressen er riktig bygd opp.',
    doubtful: 'Adressen kan være skrevet feil.',
    wrong: 'Adressen er feil skrevet.',
  },
  problems: {
    EMPTY: () => ({ fact: 'Det står ingen adresse her.', action: 'Skriv for eksempel post@shop.no.' }),
    TEXT_TOO_LONG: () => ({
      fact: 'Teksten er lengre enn noen adresse, og er ikke lest.',
      action: 'Lim inn bare adressen.',
    }),
    SEVERAL_ADDRESSES: () => ({ fact: 'Her står det flere adresser.', action: 'Sjekk én om gangen.' }),
    NO_AT: ({ meant }) => ({
      fact: 'Adressen mangler «@».',
      action: meant === null ? 'Skriv «@» mellom navnet og domenet, som i post@shop.no.' : 'Vi tror det skal stå her.',
    }),
    SEVERAL_AT: ({ meant }) => ({
      fact: 'Det er mer enn én «@» i adressen.',
      action: meant === null ? `En adresse har bare én. ${askCustomer}` : 'Ta bort den som er for mye.',
    }),
    NO_LOCAL: () => ({ fact: 'Det står ikke noe navn foran «@».', action: askCustomer }),
    NO_DOMAIN: () => ({ fact: 'Det står ikke noe domene bak «@».', action: askCustomer }),
    SPACE: ({ meant }) => ({
      fact: 'Det er et mellomrom i adressen.',
      action:
        meant === null ? `Her kan det skulle være punktum, bindestrek eller ingenting. ${askCustomer}` : 'Ta det bort.',
    }),
    NOT_A_DOT: ({ found }) => ({
      fact: `Det står «${found.trim()}» der det skal være punktum.`,
      action: 'Bytt det ut.',
    }),
    DOUBLE_DOT: () => ({ fact: 'Det er flere punktum etter hverandre.', action: 'La det ene stå.' }),
    EDGE_DOT: () => ({
      fact: 'Det er et punktum først eller sist i en del av adressen.',
      action: 'Ta det bort.',
    }),
    FORBIDDEN_CHARACTER: ({ found, meant }) => ({
      fact: `En adresse kan ikke ha «${found}» her.`,
      action: meant === null ? askCustomer : `Skriv «${meant}» i stedet.`,
    }),
    NON_ASCII_LOCAL: ({ found }) => ({
      fact: `Det står «${found}» foran «@», og de fleste e-postservere tar bare bokstavene a til z der.`,
      action: 'Spør kunden om adressen skrives på en annen måte, for eksempel med «o» eller «oe» for «ø».',
    }),
    LOCAL_TOO_LONG: () => ({
      fact: 'Navnet foran «@» er på mer enn 64 tegn, og så lange finnes ikke.',
      action: askCustomer,
    }),
    ADDRESS_TOO_LONG: () => ({
      fact: 'Adressen er på mer enn 254 tegn, og så lange finnes ikke.',
      action: askCustomer,
    }),
    DOMAIN_IP_ADDRESS: () => ({
      fact: 'Bak «@» står det en IP-adresse og ikke et domene.',
      action: askCustomer,
    }),
    DOMAIN_SINGLE_LABEL: ({ meant }) => ({
      fact: 'Domenet mangler endelsen, for eksempel «.no».',
      action: meant === null ? askCustomer : `Vi tror det skal være ${meant}.`,
    }),
    DOMAIN_LABEL_TOO_LONG: () => ({
      fact: 'En del av domenet er på mer enn 63 tegn, og så lange finnes ikke.',
      action: askCustomer,
    }),
    DOMAIN_NAME_TOO_LONG: () => ({
      fact: 'Domenet er på mer enn 253 tegn, og så lange finnes ikke.',
      action: askCustomer,
    }),
    DOMAIN_BAD_CHARACTER: () => ({
      fact: 'Det er tegn i domenet som et domene ikke kan ha.',
      action: askCustomer,
    }),
    DOMAIN_BAD_HYPHEN: () => ({
      fact: 'En del av domenet begynner eller slutter med bindestrek, og det kan den ikke.',
      action: askCustomer,
    }),
    WWW: () => ({
      fact: '«www.» hører til nettadresser og ikke til e-postadresser.',
      action: 'Ta det bort hvis det ikke skal stå der.',
    }),
    TOP_LEVEL_SLIP: ({ found, meant }) => ({
      fact: `Domenet slutter på «.${found}», og det skal trolig være «.${meant}».`,
      action: null,
    }),
    MAIL_DOMAIN_SLIP: ({ found, meant }) => ({
      fact: `«${found}» ligner på ${meant}, som mange har e-post hos.`,
      action: null,
    }),
    AROUND: ({ found }) => ({
      fact: found.trim() === '' ? 'Det er mellomrom rundt adressen.' : `«${found.trim()}» hører ikke til adressen.`,
      action: 'Ta det bort hvis det står i MAB.',
    }),
    INVISIBLE: ({ found }) => ({
      fact: `Det er et usynlig tegn i adressen: ${found}.`,
      action: 'Slike følger med når du kopierer. Slett adressen i MAB, og skriv den på nytt.',
    }),
  },
  meant: 'Mente du denne?',
  use: (address) => `Bruk ${address}`,
  asking: (domain) => `Ser i DNS om ${domain} tar imot e-post …`,
  reception: {
    receives: (domain, { hosts, service }) => ({
      fact:
        service === null
          ? `${domain} tar imot e-post, på ${quotes(hosts)}.`
          : `${domain} tar imot e-post, hos ${service}.`,
      action: 'Om det finnes en postkasse med dette navnet, vet bare mottakerens server.',
    }),
    address_only: (domain) => ({
      fact: `${domain} har ingen e-postserver i DNS (MX). E-post går da til nettserveren, som sjelden tar imot.`,
      action: 'Spør kunden om adressen er riktig.',
    }),
    refuses: (domain) => ({
      fact: `${domain} tar ikke imot e-post. Det står i DNS.`,
      action: 'Spør kunden om en annen adresse.',
    }),
    no_domain: (domain) => ({
      fact: `${domain} finnes ikke i DNS, så e-post kan ikke komme frem.`,
      action: 'Se etter skrivefeil i domenet, eller spør kunden.',
    }),
    no_mail_server: (domain) => ({
      fact: `${domain} finnes, men har ingen server som tar imot e-post.`,
      action: 'Se etter skrivefeil i domenet, eller spør kunden.',
    }),
    servers_not_found: (domain, { hosts }) => ({
      fact: `E-post til ${domain} skal til ${quotes(hosts)}, men den serveren finnes ikke i DNS.`,
      action: 'Ring kunden: det er noe de må rette i sitt eget domene.',
    }),
    unknown: (domain, { reason }) => ({
      fact: `Det kunne ikke sjekkes om ${domain} tar imot e-post. ${failureReasons[reason]}.`,
      action: 'Prøv igjen om litt.',
    }),
  },
  requestFailures,
};
