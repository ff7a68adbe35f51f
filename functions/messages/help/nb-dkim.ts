import { advisedBits, leastBits } from '#core/dkim/key.ts';
import { sender } from '#core/sender.ts';
import { count } from '../nb-phrases.ts';
import type { HelpTextsOf } from './help.ts';
import {
  askDnsHost,
  askSupport,
  checkAgain,
  createCname,
  logIn,
  shortName,
  switchOnSigning,
  waitAndCheck,
} from './nb-steps.ts';

const label = `${sender.selector}._domainkey`;
const target = sender.dkimTarget;

const signature =
  'DKIM er en signatur som følger med hver e-post. Mottakeren henter en nøkkel i DNS og ser at e-posten er ekte.';
const spfAlone = 'Så lenge det er slik, må e-posten klare seg med SPF alene. Da havner den lettere i søppelposten.';

/** A CNAME stands alone at its name (RFC 1034 section 3.6.2). */
const replace = [
  logIn,
  `Slett oppføringen på \`${label}\`. Ved siden av en CNAME kan det ikke stå noe annet.`,
  `${createCname} ${shortName(label)}`,
  checkAgain,
];

/** The key that the sender lends. */
const lent = {
  DKIM_SENDER_RIGHT: {
    title: `${sender.name} kan signere e-posten med DKIM`,
    meaning: [
      signature,
      `Navnet \`${label}\` under domenet ditt viser til nøkkelen fra ${sender.name}. Alt er på plass i DNS, så der trenger du ikke gjøre noe.`,
      `E-posten blir signert først når «SMTP DKIM» er slått på i ${sender.name}. Det kan vi ikke se i DNS.`,
    ],
    steps: [switchOnSigning],
  },
  DKIM_SENDER_MISSING: {
    title: `Oppføringen som lar ${sender.name} signere, mangler`,
    meaning: [
      `${signature} ${sender.name} kan signere for deg, men da må domenet ditt vise til nøkkelen fra ${sender.name}.`,
      'Uten oppføringen går e-posten usignert. Den kan komme frem likevel hvis SPF er i orden, men havner lettere i søppelposten.',
      `Sender ${sender.name} gjennom din egen e-posttjeneste, kan den signere i stedet. Da trenger du ikke denne oppføringen.`,
    ],
    steps: [logIn, createCname, shortName(label), checkAgain, switchOnSigning],
  },
  DKIM_SENDER_OTHER_WAY: {
    title: `E-posttjenesten din kan signere for ${sender.name}`,
    meaning: [
      `Domenet har DKIM-nøkler for e-posttjenesten din. Når ${sender.name} sender gjennom den, er det tjenesten som signerer. Da trenger du ikke gjøre noe.`,
      `Sender ${sender.name} gjennom sin egen server, \`${sender.helo}\`, hjelper ikke de nøklene. Da kan du legge inn CNAME-oppføringen fra resultatet.`,
    ],
    steps: [
      `Åpne e-postoppsettet i ${sender.name}, og se i feltet «SMTP Server:port».`,
      `Står det \`${sender.helo}\` der, logger du inn hos DNS-leverandøren din.`,
      createCname,
      checkAgain,
      switchOnSigning,
    ],
  },
  DKIM_SENDER_WRONG_TARGET: {
    title: `CNAME-oppføringen peker ikke til nøkkelen fra ${sender.name}`,
    meaning: [
      `CNAME-oppføringen på \`${label}\` skal peke til \`${target}\`. Nå peker den et annet sted, ofte på grunn av en skrivefeil.`,
      `Mottakere finner da ikke nøkkelen, og signaturen fra ${sender.name} teller ikke. ${spfAlone}`,
    ],
    steps: [
      logIn,
      `Finn CNAME-oppføringen på \`${label}\`.`,
      'Bytt målet med verdien fra resultatet, og lagre.',
      checkAgain,
    ],
  },
  DKIM_SENDER_OWNER_DOUBLED: {
    title: 'Domenet står to ganger i navnet på DKIM-oppføringen',
    meaning: [
      `Mange DNS-leverandører legger til domenet selv. Skriver du hele navnet, blir det for eksempel \`${label}.shop.no.shop.no\`.`,
      `Mottakere leter på det korte navnet og finner ingen nøkkel der. Signaturen fra ${sender.name} teller derfor ikke.`,
    ],
    steps: [
      logIn,
      `Finn CNAME-oppføringen til ${sender.name}.`,
      `Skriv bare \`${label}\` som navn, og lagre. Kan ikke navnet endres, sletter du oppføringen og lager en ny.`,
      checkAgain,
    ],
  },
  DKIM_SENDER_MISPLACED: {
    title: `DKIM-oppføringen for ${sender.name} ligger på feil navn`,
    meaning: [
      `Navnet må være \`${label}\` rett foran domenet, med en understrek foran «domainkey». Nå ligger oppføringen på et navn som ligner.`,
      `Der leter ingen mottakere. De finner ikke nøkkelen, så signaturen fra ${sender.name} teller ikke.`,
    ],
    steps: [logIn, `${createCname} ${shortName(label)}`, 'Slett oppføringen på det gamle navnet.', checkAgain],
  },
  DKIM_SENDER_TARGET_DOUBLED: {
    title: 'Domenet ditt er hengt på målet i CNAME-oppføringen',
    meaning: [
      `Målet skal være \`${target}\` og ikke mer. Nå står domenet ditt bak, for eksempel \`${target}.shop.no\`.`,
      'Det skjer når DNS-leverandøren leser målet som et navn under domenet ditt. Et punktum til slutt sier at det er hele navnet.',
      `Mottakere finner ingen nøkkel på det lange navnet, så signaturen fra ${sender.name} teller ikke.`,
    ],
    steps: [
      logIn,
      `Finn CNAME-oppføringen på \`${label}\`.`,
      `Skriv målet med punktum til slutt, \`${target}.\`, og lagre.`,
      'Åpne oppføringen igjen, og se at domenet ditt ikke står bak målet.',
      checkAgain,
    ],
  },
  DKIM_SENDER_KEY_AS_TXT: {
    title: `Nøkkelen fra ${sender.name} er kopiert, og kopien kan bli gammel`,
    meaning: [
      `På \`${label}\` ligger en kopi av nøkkelen fra ${sender.name}. I dag er den lik, så signaturen kan bekreftes.`,
      `Den dagen ${sender.name} bytter nøkkel, er kopien gammel. Da slutter signaturen å virke, uten at du har gjort noe.`,
      'En CNAME-oppføring viser alltid til den nøkkelen som gjelder.',
    ],
    steps: replace,
  },
  DKIM_SENDER_OTHER_KEY: {
    title: `Nøkkelen i DNS er ikke den ${sender.name} signerer med`,
    meaning: [
      `Mottakeren henter nøkkelen på \`${label}\` og prøver den på signaturen. Nøkkelen der passer ikke, så signaturen kan ikke bekreftes.`,
      'Kanskje er den en gammel kopi, eller den hører til noe annet.',
      spfAlone,
    ],
    steps: replace,
  },
  DKIM_SENDER_CNAME_AS_TXT: {
    title: 'DKIM-oppføringen har typen TXT i stedet for CNAME',
    meaning: [
      `Teksten viser til nøkkelen fra ${sender.name}, men oppføringen har typen TXT. Mottakere leser da teksten som en nøkkel, og det er den ikke.`,
      `Med typen CNAME går mottakeren videre og finner nøkkelen hos ${sender.name}.`,
    ],
    steps: replace,
  },
  DKIM_SENDER_NO_KEY: {
    title: `TXT-oppføringen for ${sender.name} er ingen DKIM-nøkkel`,
    meaning: [
      `På \`${label}\` leter mottakere etter en nøkkel. Der ligger det en tekst av et annet slag, for eksempel en SPF-oppføring.`,
      `De finner ingen nøkkel, så signaturen fra ${sender.name} teller ikke. ${spfAlone}`,
    ],
    steps: [
      logIn,
      `Finn TXT-oppføringen på \`${label}\`. Skal teksten stå et annet sted, flytter du den dit.`,
      'Slett oppføringen. Ved siden av en CNAME kan det ikke stå noe annet.',
      `${createCname} ${shortName(label)}`,
      checkAgain,
    ],
  },
  DKIM_SENDER_FLATTENED: {
    title: 'DNS-leverandøren svarer med selve DKIM-nøkkelen',
    meaning: [
      'Noen DNS-leverandører, som Cloudflare, svarer med det CNAME-oppføringen peker til. Selve oppføringen ser vi da ikke.',
      `Mottakere får den samme nøkkelen som ${sender.name} bruker. Det virker, så du trenger ikke gjøre noe.`,
      'Vil du være helt sikker, kan du se hos leverandøren at typen er CNAME og ikke TXT. En kopi i TXT kan bli gammel.',
    ],
    steps: [],
  },
  DKIM_SENDER_WILDCARD: {
    title: `Et jokertegn svarer i stedet for nøkkelen fra ${sender.name}`,
    meaning: [
      `En oppføring med jokertegn (\`*\`) svarer for alle navn som ikke har sin egen. Den svarer også på \`${label}\`, men uten nøkkelen fra ${sender.name}.`,
      `Mottakere kan da ikke bekrefte en signatur fra ${sender.name}.`,
      'En egen oppføring på navnet går foran jokertegnet. Jokertegnet kan bli stående.',
    ],
    steps: [logIn, createCname, shortName(label), checkAgain, switchOnSigning],
  },
  DKIM_SENDER_WILDCARD_RIGHT: {
    title: `Nøkkelen fra ${sender.name} blir funnet gjennom et jokertegn`,
    meaning: [
      `Domenet har en oppføring med jokertegn (\`*\`) som peker til nøkkelen fra ${sender.name}. Det virker, så du trenger ikke gjøre noe.`,
      `Tar noen bort jokertegnet senere, blir nøkkelen også borte. Det unngår du med en egen CNAME-oppføring på \`${label}\` til \`${target}\`.`,
    ],
    steps: [],
  },
  DKIM_SENDER_UNREADABLE: {
    title: `Nøkkelen til ${sender.name} kunne ikke leses`,
    meaning: [
      `For å sjekke DKIM leser vi nøkkelen til ${sender.name} i DNS. Det gikk ikke nå.`,
      'Dette skyldes ikke domenet ditt, så du skal ikke endre noe. Vi foreslår ingen DKIM-oppføring før nøkkelen kan leses.',
    ],
    steps: [waitAndCheck, askSupport],
  },
  DKIM_UNANSWERED: {
    title: 'DKIM kunne ikke sjekkes fullt ut',
    meaning: [
      'Et spørsmål til DNS fikk ikke noe svar som kan brukes. Derfor vet vi ikke hva som står der. Det betyr ikke at noe mangler.',
      'Får mottakere heller ikke svar, kan de vente med e-posten eller regne den som usignert.',
      'Ikke endre noe ennå. Ofte går det over av seg selv.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
} satisfies Partial<HelpTextsOf<'DKIM'>>;

const makeKey = `Lag en ny nøkkel på ${count(advisedBits)} biter.`;
const publishKey = 'Legg inn den nye oppføringen hos DNS-leverandøren din, slik tjenesten oppgir den.';

/** Keys of the domain's own mail service. */
const own = {
  DKIM_OWN_KEYS: {
    title: 'E-posttjenesten din har DKIM-nøkler',
    meaning: [
      'Vi fant nøkler som e-posttjenesten din kan signere med. E-post derfra kan da bekreftes med DKIM. Du trenger ikke gjøre noe.',
      'Om tjenesten har slått på signering, kan vi ikke se i DNS.',
    ],
    steps: [],
  },
  DKIM_OWN_KEYS_NOT_FOUND: {
    title: 'Vi fant ingen DKIM-nøkler for e-posttjenesten',
    meaning: [
      'Hver e-posttjeneste velger selv navn på nøklene sine. Det finnes ingen liste over dem, så vi ser bare etter de vanlige navnene.',
      'At vi ikke fant noen, betyr derfor ikke at de mangler. Du trenger ikke gjøre noe.',
      `Dette gjelder nøklene til din egen e-posttjeneste. Nøkkelen fra ${sender.name} er en annen.`,
    ],
    steps: ['Vil du vite det sikkert, spør du e-posttjenesten om DKIM er slått på for domenet.'],
  },
  DKIM_OWN_CNAME_WITHOUT_KEY: {
    title: 'DKIM er trolig ikke slått på hos e-posttjenesten',
    meaning: [
      'Domenet har en CNAME-oppføring til e-posttjenesten, men det ligger ingen nøkkel der den peker. Slik er det ofte før signering er slått på.',
      'Oppføringen gjør ingen skade, men e-post fra tjenesten går trolig usignert. Du kan slå på DKIM når det passer.',
    ],
    steps: ['Logg inn som administrator hos e-posttjenesten.', 'Slå på DKIM for domenet.', checkAgain],
  },
  DKIM_KEY_REVOKED: {
    title: 'En DKIM-nøkkel er trukket tilbake',
    meaning: [
      'Feltet `p=` i oppføringen er tomt. Slik sier eieren at nøkkelen ikke skal brukes lenger.',
      'Det er vanlig etter et bytte av nøkkel, og det er ingen feil. Du trenger ikke gjøre noe så lenge tjenesten signerer med en nyere nøkkel.',
    ],
    steps: [],
  },
  DKIM_KEY_INVALID: {
    title: 'En DKIM-nøkkel kan ikke brukes',
    meaning: [
      'Oppføringen skal gi en nøkkel, men teksten er ikke slik den må være. Ofte falt en bit ut da den ble limt inn.',
      'Mottakere ser bort fra nøkkelen. E-post som er signert med den, blir regnet som usignert.',
    ],
    steps: [
      'Logg inn hos e-posttjenesten, og finn DKIM-oppføringen for domenet.',
      'Kopier hele verdien.',
      'Logg inn hos DNS-leverandøren din, og bytt verdien i oppføringen.',
      checkAgain,
    ],
  },
  DKIM_KEY_TOO_SHORT: {
    title: 'En DKIM-nøkkel er for kort til å bli godtatt',
    meaning: [
      `Korte nøkler er lette å knekke. Mottakere godtar derfor ingen nøkkel på under ${count(leastBits)} biter.`,
      'E-post som er signert med den, blir regnet som usignert.',
    ],
    steps: ['Logg inn hos e-posttjenesten som bruker nøkkelen.', makeKey, publishKey, checkAgain],
  },
  DKIM_KEY_SHORT: {
    title: 'En DKIM-nøkkel bør byttes med en lengre',
    meaning: [
      `Nøkkelen virker i dag, men er kortere enn de ${count(advisedBits)} bitene som er anbefalt. Korte nøkler blir lettere å knekke med årene.`,
      'Signaturen teller som før, så dette haster ikke.',
    ],
    steps: [
      'Logg inn hos e-posttjenesten som bruker nøkkelen.',
      makeKey,
      publishKey,
      'Slett den gamle oppføringen først når tjenesten signerer med den nye nøkkelen.',
      checkAgain,
    ],
  },
  DKIM_KEY_TESTING: {
    title: 'En DKIM-nøkkel er merket som test',
    meaning: [
      'Merket `t=y` sier at signeringen bare er på prøve. Mottakere skal da behandle e-posten som usignert.',
      'Det gjør ingen skade mens du prøver. Når alt virker, kan du ta bort merket.',
    ],
    steps: [
      'Spør e-posttjenesten om prøven er over.',
      'Logg inn hos DNS-leverandøren din, og ta bort `t=y;` fra oppføringen.',
      checkAgain,
    ],
  },
} satisfies Partial<HelpTextsOf<'DKIM'>>;

export const nbHelpDkim: HelpTextsOf<'DKIM'> = { ...lent, ...own };
