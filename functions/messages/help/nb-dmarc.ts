import { sender } from '#core/sender.ts';
import type { HelpTextsOf } from './help.ts';
import { askDnsHost, checkAgain, findDmarc, logIn, shortName, switchOnSigning, waitAndCheck } from './nb-steps.ts';

const useCorrected = 'Kopier den rettede oppføringen fra resultatet, hvis den står der.';
const mailArrives = 'Det har ikke noe å si for om e-posten din kommer frem.';

export const nbHelpDmarc: HelpTextsOf<'DMARC'> = {
  DMARC_NO_RECORD: {
    title: 'Domenet har ingen DMARC-oppføring',
    meaning: [
      'DMARC sier hva mottakere skal gjøre med e-post som verken består SPF eller DKIM. Uten DMARC avgjør hver mottaker det selv.',
      'Da er det lettere for svindlere å bruke domenet ditt, og noen mottakere stoler mindre på e-posten.',
      'Begynn med `p=none`. Det stopper ingen e-post, og rapportene viser hvem som sender for domenet.',
    ],
    steps: [
      logIn,
      `Lag en oppføring av typen TXT. Kopier navnet og verdien fra resultatet. ${shortName('_dmarc')}`,
      'Står det en adresse etter `rua=`, ser du til at den finnes. Dit kommer rapportene.',
      checkAgain,
      'Bytt `p=none` med `p=quarantine` når rapportene viser at alle som sender for deg, består.',
    ],
  },
  DMARC_SEVERAL_RECORDS: {
    title: 'Det ligger flere DMARC-oppføringer på samme navn',
    meaning: [
      'Et domene kan bare ha én DMARC-oppføring. Er det flere, ser mottakere bort fra alle.',
      'Ingen av dem virker altså nå. Det kommer heller ingen rapporter.',
    ],
    steps: [
      logIn,
      'Finn TXT-oppføringene på `_dmarc` som begynner med `v=DMARC1`.',
      'Velg den som skal gjelde, og slett de andre. Er du i tvil, beholder du den med `p=none`, for den stopper ingen e-post.',
      checkAgain,
    ],
  },
  DMARC_NOT_RECOGNISED: {
    title: 'Mottakere kjenner ikke igjen DMARC-oppføringen',
    meaning: [
      'En DMARC-oppføring må begynne med nøyaktig `v=DMARC1`, med store bokstaver og ikke noe foran. Ellers ser mottakere bort fra hele teksten.',
      'Så lenge teksten står slik, virker den ikke.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Ellers lar du teksten begynne med \`v=DMARC1;\`.`, checkAgain],
  },
  DMARC_SPF_RECORD: {
    title: 'En SPF-oppføring ligger der DMARC skal ligge',
    meaning: [
      'SPF hører til på selve domenet, og DMARC på `_dmarc` foran domenet. Her ligger SPF på `_dmarc`, og der gjør den ingen nytte.',
      'Ligger det ikke også en DMARC-oppføring der, er domenet uten DMARC.',
    ],
    steps: [
      logIn,
      'Finn TXT-oppføringen på `_dmarc` som begynner med `v=spf1`.',
      'Se at domenet selv har sin SPF-oppføring. Den skal stå.',
      'Bytt verdien på `_dmarc` med DMARC-oppføringen fra resultatet. Ligger DMARC der fra før, sletter du bare SPF.',
      checkAgain,
    ],
  },
  DMARC_MISPLACED: {
    title: 'DMARC-oppføringen ligger på feil navn',
    meaning: [
      'Mottakere leter etter DMARC bare på `_dmarc` foran domenet, for eksempel `_dmarc.shop.no`. Oppføringen din ligger et annet sted, så den virker ikke.',
      'Teksten i den kan være riktig. Da holder det å flytte den.',
    ],
    steps: [
      logIn,
      `Lag en oppføring av typen TXT på \`_dmarc\`. ${shortName('_dmarc')}`,
      `${useCorrected} Ellers kopierer du teksten fra den gamle oppføringen.`,
      'Slett oppføringen på det gamle navnet.',
      checkAgain,
    ],
  },
  DMARC_UNANSWERED: {
    title: 'DMARC kunne ikke sjekkes fullt ut',
    meaning: [
      'Et spørsmål til DNS fikk ikke noe svar som kan brukes. Derfor vet vi ikke hva som står der. Det betyr ikke at noe mangler.',
      'Får mottakere heller ikke svar, kan de vente med e-posten eller slippe den gjennom.',
      'Ikke endre noe ennå. Ofte går det over av seg selv.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
  DMARC_POLICY: {
    title: 'Domenet har en DMARC-regel som beskytter det',
    meaning: [
      'Domenet ber mottakere om å være strenge med e-post som ikke består DMARC. Med `p=quarantine` blir den regnet som mistenkelig, med `p=reject` blir den avvist.',
      'E-post som er godkjent i SPF eller signert med DKIM, går som før. Du trenger ikke gjøre noe.',
      'Tar du i bruk en ny avsender, må den på plass i SPF eller DKIM før den sender.',
    ],
    steps: [],
  },
  DMARC_POLICY_NONE: {
    title: 'DMARC er på plass, men stopper ingen e-post',
    meaning: [
      'Med `p=none` ber domenet ikke om at noe blir stoppet. Det er riktig i starten, og du trenger ikke gjøre noe nå.',
      'Rapportene viser hvem som sender for domenet. Når alle dine egne består, kan du gå til `p=quarantine`. Da blir det vanskeligere å misbruke domenet.',
    ],
    steps: [
      'Se at oppføringen har `rua=` med en adresse som noen leser.',
      'Se i rapportene om alle som sender for deg, består.',
      'Logg inn hos DNS-leverandøren din, og bytt `p=none` med `p=quarantine`.',
      checkAgain,
    ],
  },
  DMARC_INHERITED: {
    title: 'DMARC-regelen kommer fra domenet over',
    meaning: [
      'Navnet du sjekket, har ingen egen DMARC-oppføring. Da gjelder den til domenet over. Slik skal det være, og du trenger ikke gjøre noe.',
      'Skal navnet ha sin egen regel, kan det få en egen oppføring på `_dmarc`.',
    ],
    steps: [],
  },
  DMARC_SENDER_FAILS: {
    title: `E-post fra ${sender.name} består ikke DMARC`,
    meaning: [
      `For å bestå DMARC må e-posten være godkjent i SPF eller signert med DKIM. E-post fra ${sender.name} er ingen av delene nå.`,
      'Samtidig ber domenet mottakere om å være strenge med slik e-post. Fakturaer kan havne i søppelposten eller bli avvist.',
      'Det holder at én av de to er i orden. Aller best er det med begge.',
    ],
    steps: [
      logIn,
      'Legg inn den rettede SPF-oppføringen fra resultatet i stedet for den som ligger der.',
      'Legg også inn CNAME-oppføringen for DKIM fra resultatet.',
      checkAgain,
      `${switchOnSigning} Gjør det først når DKIM er i orden.`,
    ],
  },
  DMARC_TESTING: {
    title: 'DMARC-regelen er merket som test',
    meaning: [
      'Med `t=y` ber domenet om at regelen blir ett hakk mildere. Da gjelder `reject` som `quarantine`, og `quarantine` som `none`.',
      'Det er nyttig mens du prøver deg frem. Du trenger ikke gjøre noe før prøven er over.',
    ],
    steps: [
      'Se i rapportene om alle som sender for deg, består.',
      'Logg inn hos DNS-leverandøren din, og ta bort `t=y` fra oppføringen på `_dmarc`.',
      checkAgain,
    ],
  },
  DMARC_POLICY_MISSING: {
    title: 'DMARC-oppføringen har ingen regel',
    meaning: [
      'Det som står etter `p=`, er regelen for e-post som ikke består. Uten `p=` regner mottakere med `p=none`, så ingen e-post blir stoppet.',
      'Noen eldre mottakere kan også se bort fra hele oppføringen.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Skriv `p=none;` rett etter `v=DMARC1;`, og lagre.',
      checkAgain,
      'Bytt `p=none` med `p=quarantine` når alle som sender for deg, består.',
    ],
  },
  DMARC_BAD_POLICY: {
    title: 'Regelen i DMARC-oppføringen er ikke gyldig',
    meaning: [
      'Etter `p=`, `sp=` og `np=` kan det bare stå `none`, `quarantine` eller `reject`. Her står noe annet, ofte en skrivefeil.',
      'Har oppføringen en gyldig adresse i `rua=`, regner mottakere med `p=none`. Ellers ser de bort fra alt som står der.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Ellers skriver du ett av de tre ordene.`, checkAgain],
  },
  DMARC_BAD_VALUE: {
    title: 'En verdi i DMARC-oppføringen er ikke gyldig',
    meaning: [
      'Noen deler av oppføringen kan bare ha bestemte verdier. Etter `adkim=` skal det for eksempel stå `r` eller `s`.',
      'Mottakere ser bort fra verdien og gjør som om den ikke sto der. Resten av oppføringen virker.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Rett den verdien som resultatet viser. Er du i tvil, tar du bort hele den delen, frem til neste semikolon.',
      checkAgain,
    ],
  },
  DMARC_BAD_TAG: {
    title: 'En del av DMARC-oppføringen kan ikke leses',
    meaning: [
      'Hver del skal være et navn, et likhetstegn og en verdi, som `p=none`. Mellom delene står det semikolon.',
      'En av delene er skrevet på en annen måte. Mottakere ser bort fra den, så det den skulle si, gjelder ikke.',
    ],
    steps: [
      logIn,
      findDmarc,
      `${useCorrected} Ellers retter du den delen som resultatet viser, eller tar den bort.`,
      checkAgain,
    ],
  },
  DMARC_COMMA: {
    title: 'DMARC-oppføringen har komma i stedet for semikolon',
    meaning: [
      'Delene i en DMARC-oppføring skilles med semikolon. Med komma leser mottakere to deler som én, og da kan begge falle ut.',
      'Komma er bare riktig mellom flere adresser i `rua=` eller `ruf=`.',
    ],
    steps: [logIn, findDmarc, `${useCorrected} Ellers bytter du kommaet med semikolon.`, checkAgain],
  },
  DMARC_DUPLICATE_TAG: {
    title: 'Det samme navnet står to ganger i DMARC-oppføringen',
    meaning: [
      'Hvert navn, som `p=` eller `rua=`, skal stå bare én gang. Står det to ganger, kan mottakere velge ulikt.',
      'Flere adresser for rapporter skal stå etter det samme navnet, med komma mellom.',
    ],
    steps: [
      logIn,
      findDmarc,
      'Behold den delen som skal gjelde, og ta bort den andre. Adresser samler du slik: `rua=mailto:en@shop.no,mailto:to@shop.no`.',
      checkAgain,
    ],
  },
  DMARC_UNKNOWN_TAG: {
    title: 'DMARC-oppføringen har en ukjent del',
    meaning: [
      'Oppføringen har et navn som ikke er en del av DMARC. Mottakere ser bort fra det, og resten virker som før.',
      'Du trenger ikke gjøre noe. Men er det en skrivefeil, for eksempel `rau` for `rua`, gjelder ikke det du mente.',
    ],
    steps: [
      'Logg inn hos DNS-leverandøren din, og rett navnet i oppføringen på `_dmarc`. Du kan også ta bort delen.',
      checkAgain,
    ],
  },
  DMARC_OBSOLETE_TAG: {
    title: 'DMARC-oppføringen har en del som er utgått',
    meaning: [
      '`pct`, `rf` og `ri` fantes i den eldre standarden, men ikke i RFC 9989. Nye mottakere ser bort fra dem, og eldre kan fortsatt bruke dem.',
      'Oppføringen virker, så du trenger ikke gjøre noe. Du kan ta bort delen neste gang du endrer den.',
      'Brukte du `pct` for å prøve deg frem, er `t=y` det som gjelder nå.',
    ],
    steps: [],
  },
  DMARC_BAD_URI: {
    title: 'En adresse for DMARC-rapporter kan ikke brukes',
    meaning: [
      'Etter `rua=` og `ruf=` skal det stå `mailto:` og en e-postadresse, uten mellomrom. Her er adressen skrevet på en annen måte.',
      `Det kommer ingen rapporter dit. ${mailArrives}`,
    ],
    steps: [logIn, findDmarc, 'Skriv adressen som `mailto:post@shop.no`, med din egen adresse, og lagre.', checkAgain],
  },
  DMARC_NO_MAILTO: {
    title: 'Adressen for DMARC-rapporter mangler «mailto:»',
    meaning: [
      'Foran en adresse for rapporter skal det stå `mailto:`. Uten det vet ikke mottakere at det er en e-postadresse.',
      `Det kommer ingen rapporter dit. ${mailArrives}`,
    ],
    steps: [logIn, findDmarc, `${useCorrected} Ellers skriver du \`mailto:\` rett foran adressen.`, checkAgain],
  },
  DMARC_OBSOLETE_SIZE: {
    title: 'Grensen for størrelsen på DMARC-rapporter er utgått',
    meaning: [
      'Før kunne man sette en grense bak adressen, for eksempel `!10m`. Standarden har tatt den bort, og mottakere skal se bort fra den.',
      'Rapportene kommer som før, så du trenger ikke gjøre noe. Du kan ta bort grensen neste gang du endrer oppføringen.',
    ],
    steps: [],
  },
  DMARC_REPORTS_REFUSED: {
    title: 'Den som skal få DMARC-rapportene, har ikke sagt ja',
    meaning: [
      'Rapportene skal til en adresse på et annet domene. Da må det domenet si ja i DNS, så ingen får rapporter de ikke vil ha.',
      `Vi fant ikke noe slikt ja, så rapportene blir ikke sendt dit. ${mailArrives}`,
    ],
    steps: [
      'Er det en rapporttjeneste du bruker, ber du den lage oppføringen som resultatet nevner.',
      'Ellers logger du inn hos DNS-leverandøren din og bytter adressen med en på ditt eget domene.',
      checkAgain,
    ],
  },
  DMARC_MORE: {
    title: 'DMARC har flere funn enn vi viser',
    meaning: [
      'Når det samme er galt svært mange steder, viser vi bare de første. Resten er av samme slag.',
      'Du trenger ikke rette alt med én gang. Rett det som vises, så kommer resten frem når du sjekker på nytt.',
    ],
    steps: [],
  },
};
