import { sender } from '#core/sender.ts';
import { maxLookups, maxMxHosts, maxOctets, maxVoids } from '#core/spf/record.ts';
import { count } from '../nb-phrases.ts';
import { nbRepair } from '../nb-repair.ts';
import type { HelpTextsOf } from './help.ts';
import { askDnsHost, askSupport, checkAgain, logIn, waitAndCheck } from './nb-steps.ts';

const include = `\`include:${sender.include}\``;
const older = sender.olderIncludes.map((name) => `\`${name}\``).join(', ');
const lookups = count(maxLookups);
const voids = count(maxVoids);

const offers = `«${nbRepair.offersHeading}» i resultatet`;
const others = `«${nbRepair.addHeading}» i resultatet`;

/** The way to the record, in the panel of any DNS host. */
const find = [logIn, 'Finn TXT-oppføringen som begynner med `v=spf1`.'];
const paste = 'Kopier den rettede oppføringen fra resultatet. Lim den inn i stedet for den gamle, og lagre.';
const replace = [...find, paste, checkAgain];
const answer = 'Svar hvis resultatet spør hva som er ment.';
const edit = (how: string): readonly string[] => [...find, how, checkAgain];

const retry = [waitAndCheck, askDnsHost];
const nothingProposed = 'Vi foreslår ingen rettelse før vi har lest alt.';

/** RFC 7208 section 8.7: what a permerror means to mail is the receiver's to choose. */
const nobody = `Da er ingen godkjent, verken ${sender.name} eller andre avsendere. E-post kan havne i søppelposten eller bli avvist.`;
const invalid = `Én slik feil gjør hele oppføringen ugyldig for mottakere (permerror). ${nobody}`;
const holder =
  'Feilen kan stå i en oppføring som noen andre styrer, for eksempel en tjeneste du bruker. Send dem resultatet, så kan de rette den.';

const keepUsed = 'La tjenester som fortsatt sender for deg, stå. Ellers kan e-post fra dem havne i søppelposten.';
const findUnused = 'Gå gjennom leddene, og finn tjenester du ikke bruker lenger.';
const removeUnused = 'Ta bort leddene for dem. Et ledd er det som står mellom to mellomrom. Lagre.';
const askBuilder = 'Spør den som satte opp serveren.';

/** Is the sender authorised? */
const authorisation = {
  SPF_SENDER_AUTHORISED: {
    title: `${sender.name} er godkjent i SPF`,
    meaning: [
      `SPF-oppføringen til domenet godkjenner serverne til ${sender.name}. Mottakere ser at ${sender.name} har lov til å sende e-post for deg.`,
      `Du trenger ikke gjøre noe. La leddet for ${sender.name} stå når oppføringen endres senere, for eksempel når nettsiden flyttes.`,
    ],
    steps: [],
  },
  SPF_SENDER_SAMPLED: {
    title: `${sender.name} er godkjent, men på nytt for hver e-post`,
    meaning: [
      `Leddet som godkjenner ${sender.name}, avhenger av hver e-post. Det er gjerne \`ptr\` eller et ledd med en makro, for eksempel \`%{i}\`.`,
      'Prøvene våre ble godkjent. En annen e-post kan få et annet svar, så vi kan ikke si at alle kommer frem.',
      `Leddet ${include} gjelder for alle.`,
    ],
    steps: replace,
  },
  SPF_SENDER_NOT_LISTED: {
    title: `${sender.name} er ikke godkjent i SPF-oppføringen`,
    meaning: [
      `SPF-oppføringen sier hvilke servere som får sende e-post for domenet. Serverne til ${sender.name} er ikke blant dem.`,
      `Slutter oppføringen med \`-all\`, kan mottakere avvise e-post fra ${sender.name}. Slutter den med \`~all\`, havner e-posten lett i søppelposten.`,
      `Leddet ${include} godkjenner alle serverne til ${sender.name}, også nye.`,
    ],
    steps: replace,
  },
  SPF_SENDER_AFTER_ALL: {
    title: `Leddet for ${sender.name} står etter «all»`,
    meaning: [
      `Mottakere leser leddene fra venstre mot høyre og stanser ved \`all\`. Leddet for ${sender.name} står etter og blir aldri lest.`,
      `E-post fra ${sender.name} blir derfor behandlet som e-post fra en fremmed server. Den kan havne i søppelposten eller bli avvist.`,
    ],
    steps: replace,
  },
  SPF_SENDER_QUALIFIER: {
    title: `Et tegn foran leddet for ${sender.name} hindrer godkjenning`,
    meaning: [
      `Et ledd uten tegn foran betyr ja. Foran leddet for ${sender.name} står det \`-\`, \`~\` eller \`?\`, og da er serverne ikke godkjent.`,
      `Med \`-\` kan e-posten bli avvist. Med \`~\` regnes den som mistenkelig, og med \`?\` sier oppføringen verken ja eller nei.`,
    ],
    steps: replace,
  },
  SPF_SENDER_OLDER_NAME: {
    title: `${sender.name} er godkjent gjennom et eldre navn`,
    meaning: [
      `Oppføringen viser til ${older}, som ${sender.name} brukte før. E-posten er godkjent i dag.`,
      `Navnet er nå \`${sender.include}\`. Blir det eldre navnet borte en dag, er ikke ${sender.name} godkjent lenger. Bytt derfor i god tid.`,
    ],
    steps: replace,
  },
  SPF_SENDER_ONLY_IP4: {
    title: `Bare IPv4-adressene til ${sender.name} er godkjent`,
    meaning: [
      `Serverne til ${sender.name} har adresser av to slag, IPv4 og IPv6. Oppføringen godkjenner bare det første slaget.`,
      'E-post over IPv6 blir behandlet som e-post fra en fremmed server. Derfor kan noen e-poster komme frem og andre ikke.',
      `Leddet ${include} godkjenner begge slag.`,
    ],
    steps: replace,
  },
  SPF_SENDER_PARTLY: {
    title: `Bare noen av adressene til ${sender.name} er godkjent`,
    meaning: [
      `${sender.name} sender fra flere adresser, og oppføringen godkjenner bare noen av dem. Ofte ble de skrevet inn for hånd for en tid siden.`,
      'E-posten kan da komme frem den ene dagen og havne i søppelposten den neste.',
      `Leddet ${include} følger med når adressene endres.`,
    ],
    steps: replace,
  },
  SPF_SENDER_PERMERROR: {
    title: `Feil i SPF gjør at ${sender.name} ikke er godkjent`,
    meaning: [
      'Det er feil i SPF-oppføringen eller i noe den viser til. Da er hele oppføringen ugyldig for mottakere (permerror), også det som er riktig.',
      nobody,
    ],
    steps: ['Les de andre funnene under SPF. De sier hva som er feil.', ...replace],
  },
  SPF_SENDER_UNKNOWN: {
    title: `Det kunne ikke sjekkes om SPF godkjenner ${sender.name}`,
    meaning: [
      `DNS svarte ikke på alt vi spurte om. Derfor vet vi ikke om oppføringen godkjenner ${sender.name}.`,
      `Det betyr ikke at noe er galt med oppføringen. Ofte er det en kort stans, og den går over av seg selv. ${nothingProposed}`,
    ],
    steps: retry,
  },
  SPF_SENDER_UNREADABLE: {
    title: `Adressene til ${sender.name} lot seg ikke lese`,
    meaning: [
      `Adressene til ${sender.name} står i DNS på \`${sender.include}\`. Vi fikk ikke lest dem nå, så det kunne ikke sjekkes om de er godkjent.`,
      'Det skyldes ikke domenet ditt. Du skal ikke endre noe på grunn av dette.',
    ],
    steps: [waitAndCheck, askSupport],
  },
  SPF_NO_ROOM: {
    title: `Det er ikke plass til ${sender.name} i SPF-oppføringen`,
    meaning: [
      `Mottakere slår opp navn i DNS for å lese SPF. Mer enn ${lookups} oppslag gjør oppføringen ugyldig, og med ${sender.name} blir det for mange.`,
      `Vi legger derfor ikke inn ${sender.name} før det er plass. Ledd for gamle tjenester bruker ofte oppslag til ingen nytte.`,
      keepUsed,
    ],
    steps: [`Velg bort tjenester du ikke bruker lenger, under ${offers}.`, ...replace],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** The record as a whole. */
const records = {
  SPF_NO_RECORD: {
    title: 'Domenet har ingen SPF-oppføring',
    meaning: [
      'SPF er en tekst i DNS som sier hvem som får sende e-post for domenet. Domenet ditt har ingen slik tekst.',
      `Mottakere ser da ikke at ${sender.name} har lov til å sende. E-posten kan havne i søppelposten, og svindlere kan lettere utgi seg for deg.`,
      'Ta med alle som sender for domenet: e-posttjenesten, nyhetsbrev, regnskap og nettbutikk. De som mangler, kan få e-posten sin i søppelposten.',
    ],
    steps: [
      `Kryss av for tjenestene du bruker, under ${others}.`,
      logIn,
      'Lag en ny oppføring av typen TXT. La navnet være tomt, eller skriv `@`.',
      'Kopier oppføringen fra resultatet. Lim den inn som verdi, og lagre.',
      checkAgain,
    ],
  },
  SPF_SEVERAL_RECORDS: {
    title: 'Domenet har flere SPF-oppføringer',
    meaning: [
      `Et domene kan bare ha én SPF-oppføring. Er det flere, regner mottakere alle som ugyldige (permerror). ${nobody}`,
      'Slik blir det gjerne når noen legger til en TXT-oppføring, og det står en der fra før.',
    ],
    steps: [
      logIn,
      'Finn alle TXT-oppføringene som begynner med `v=spf1`.',
      'Kopier den rettede oppføringen fra resultatet. Lim den inn i stedet for en av dem, og lagre.',
      'Slett de andre som begynner med `v=spf1`. La resten av TXT-oppføringene stå.',
      checkAgain,
    ],
  },
  SPF_NOT_RECOGNISED: {
    title: 'En oppføring som ligner på SPF, blir ikke lest som SPF',
    meaning: [
      'En SPF-oppføring må begynne med nøyaktig `v=spf1` og et mellomrom. Denne gjør ikke det, så mottakere går forbi den.',
      'Ingen blir godkjent av det som står i den. Ofte står det et tegn foran `v`, eller mellomrommet er borte.',
    ],
    steps: [
      answer,
      logIn,
      'Finn TXT-oppføringen som resultatet viser.',
      'Kopier den rettede oppføringen fra resultatet. Lim den inn i stedet, og lagre.',
      'Slett andre oppføringer som skal bort ifølge resultatet.',
      checkAgain,
    ],
  },
  SPF_OBSOLETE_TYPE: {
    title: 'SPF ligger i en oppføring av feil type',
    meaning: [
      'DNS hadde en gang en egen type som het SPF, og noen leverandører tilbyr den ennå. Mottakere leser bare TXT-oppføringer.',
      'Teksten virker derfor ikke, selv om den er riktig skrevet.',
    ],
    steps: [
      logIn,
      'Finn oppføringen av typen SPF. Ta vare på teksten i den.',
      'Lag en ny oppføring av typen TXT. La navnet være tomt, eller skriv `@`.',
      'Kopier oppføringen fra resultatet. Lim den inn som verdi, ta med alle som sto i den gamle, og lagre.',
      'Slett oppføringen av typen SPF.',
      checkAgain,
    ],
  },
  SPF_MISPLACED: {
    title: 'SPF-oppføringen ligger på feil navn',
    meaning: [
      'Mottakere leter etter SPF på selve domenet, det som står bak krøllalfaen i e-postadressen. Denne oppføringen ligger på et annet navn, så den virker ikke.',
      'Noen leverandører setter domenet bak det du skriver som navn. Skriver du `shop.no`, blir navnet `shop.no.shop.no`. Andre ganger er oppføringen lagt på `www`.',
    ],
    steps: [
      logIn,
      'Finn oppføringen på det navnet som resultatet viser. Ta vare på teksten i den.',
      'Har domenet ingen SPF-oppføring, lager du en av typen TXT. La navnet være tomt, eller skriv `@`.',
      'Kopier oppføringen fra resultatet. Lim den inn som verdi, ta med alle som sto i den gamle, og lagre.',
      'Slett oppføringen på det gamle navnet.',
      checkAgain,
    ],
  },
  SPF_UNANSWERED: {
    title: 'SPF kunne ikke sjekkes fullt ut',
    meaning: [
      'DNS svarte ikke på alt vi spurte om. Resultatet sier hvilket navn det gjelder.',
      'Får mottakere heller ikke svar, kan e-post bli forsinket. Ofte er det en kort stans, og den går over av seg selv.',
      nothingProposed,
    ],
    steps: retry,
  },
  SPF_RECORD_UNREADABLE: {
    title: 'SPF-oppføringen er for lang til at vi leser den',
    meaning: [
      'Oppføringen er mange ganger lengre enn den trenger å være. Derfor leste vi den ikke, og vi vet ikke hvem den godkjenner.',
      `Noen mottakere får heller ikke lest den. Rundt ${count(maxOctets)} byte får trygt plass i ett DNS-svar. ${nothingProposed}`,
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
  SPF_MORE: {
    title: 'SPF har flere funn enn vi viser',
    meaning: [
      'Når det samme er galt svært mange steder, viser vi bare de første. Resten er av samme slag.',
      'Du trenger ikke rette alt med én gang. Rett det som vises, så kommer resten frem når du sjekker på nytt.',
    ],
    steps: [],
  },
  SPF_SIZE: {
    title: 'SPF-oppføringen er for lang',
    meaning: [
      `Rundt ${count(maxOctets)} byte får trygt plass i ett DNS-svar, og SPF-oppføringen er lengre. Ofte er det mange adresser som tar plassen.`,
      'De fleste mottakere klarer å hente et langt svar. Noen få gjør det ikke, og da får de ikke lest oppføringen.',
      keepUsed,
    ],
    steps: [
      findUnused,
      ...find,
      removeUnused,
      'Er den fortsatt for lang, ber du IT-hjelpen din skrive adressene som ett nett, som i eksempelet.',
      checkAgain,
    ],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** Syntax. */
const syntax = {
  SPF_UNKNOWN_MECHANISM: {
    title: 'Et ledd finnes ikke i SPF',
    meaning: [
      'Leddet begynner med et ord som ikke finnes i SPF. Ofte er det en skrivefeil, som `inlcude` for `include` eller `ip` for `ip4`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_BARE_VALUE: {
    title: 'Et navn eller en adresse står alene i SPF',
    meaning: [
      'SPF må få vite hva et navn eller en adresse er. Foran en adresse skal det stå `ip4:`, foran en server `a:` og foran en tjeneste `include:`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_MISSING_SPACE: {
    title: 'Det mangler et mellomrom mellom to ledd',
    meaning: [
      'Mellom to ledd skal det stå et mellomrom. Her mangler det, så mottakere leser ikke leddene slik de er ment.',
      `Som regel blir hele oppføringen ugyldig (permerror). ${nobody}`,
      holder,
    ],
    steps: replace,
  },
  SPF_SPACE_IN_TERM: {
    title: 'Det er et mellomrom inne i et ledd',
    meaning: [
      'Et mellomrom skiller to ledd. Står det inne i et ledd, deler det leddet i to. Ofte står det etter kolonet, som i `include: navn`.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_EMPTY_VALUE: {
    title: 'Et ledd i SPF har ingen verdi',
    meaning: [
      'Noen ledd må ha et navn eller en adresse etter kolonet. Her står det ikke noe der, så leddet godkjenner ingen.',
      invalid,
      holder,
    ],
    steps: [`Skulle leddet godkjenne noen, legger du dem til under ${others}.`, ...replace],
  },
  SPF_UNEXPECTED_VALUE: {
    title: 'Det står en verdi etter «all»',
    meaning: [
      'Leddet `all` gjelder alle andre servere og kan ikke ha noen verdi. Her står det noe rett etter, som i `~all:shop.no`.',
      invalid,
      holder,
    ],
    steps: edit('Ta bort det som står etter `all`, frem til neste mellomrom. Lagre.'),
  },
  SPF_BAD_IP4: {
    title: 'En IPv4-adresse i SPF er ikke gyldig',
    meaning: [
      'En IPv4-adresse er fire tall fra 0 til 255 med punktum mellom, som `192.0.2.10`. Adressen her er ikke skrevet slik.',
      invalid,
      holder,
    ],
    steps: [
      `Finn ut hva adressen skal være. ${askBuilder}`,
      ...edit('Rett adressen, og lagre. Er serveren ikke i bruk lenger, tar du bort leddet.'),
    ],
  },
  SPF_BAD_IP6: {
    title: 'En IPv6-adresse i SPF er ikke gyldig',
    meaning: [
      'En IPv6-adresse har tall og bokstaver fra a til f, med kolon mellom, som `2001:db8::10`. Adressen her er ikke skrevet riktig.',
      invalid,
      holder,
    ],
    steps: [
      `Finn ut hva adressen skal være. ${askBuilder}`,
      ...edit('Rett adressen, og lagre. Er serveren ikke i bruk lenger, tar du bort leddet.'),
    ],
  },
  SPF_BAD_PREFIX_LENGTH: {
    title: 'En nettlengde i SPF er ikke gyldig',
    meaning: [
      'Tallet etter skråstreken sier hvor stort nettet er. Det går fra 0 til 32 for IPv4 og fra 0 til 128 for IPv6.',
      invalid,
      holder,
    ],
    steps: [
      `Finn ut hvor stort nettet skal være. ${askBuilder}`,
      ...edit('Rett tallet, og lagre. Gjelder det bare én adresse, tar du bort skråstreken og tallet.'),
    ],
  },
  SPF_BAD_DOMAIN: {
    title: 'Et domenenavn i SPF er ikke gyldig',
    meaning: [
      'Et navn i SPF må være helt og uten fremmede tegn, som `spf.shop.no`. Ofte står det et komma i stedet for punktum, eller slutten er borte.',
      invalid,
      holder,
    ],
    steps: [
      'Finn det riktige navnet. Hører det til en tjeneste, står det i veiledningen deres.',
      ...edit('Rett navnet, og lagre. Er tjenesten ikke i bruk lenger, tar du bort leddet.'),
    ],
  },
  SPF_BAD_MACRO: {
    title: 'En makro i SPF er ikke gyldig',
    meaning: [
      'En makro begynner med `%` og står for noe i hver e-post. For eksempel står `%{i}` for adressen den kommer fra. Makroen her er ikke skrevet riktig.',
      invalid,
      holder,
    ],
    steps: [
      'Finn det riktige leddet i veiledningen fra tjenesten som bruker det.',
      ...edit('Rett leddet, og lagre. Er tjenesten ikke i bruk lenger, tar du det bort.'),
    ],
  },
  SPF_BAD_MODIFIER: {
    title: 'Et ledd med likhetstegn er skrevet feil',
    meaning: [
      'Et ledd med likhetstegn skal være et navn, likhetstegnet og en verdi, som `redirect=spf.shop.no`. Det kan ikke stå noe tegn foran navnet.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_DUPLICATE_MODIFIER: {
    title: '«redirect» eller «exp» står mer enn én gang',
    meaning: [
      'Leddet `redirect` fører til en annen oppføring. Leddet `exp` viser til en forklaring for e-post som blir avvist. Hver av dem kan bare stå én gang.',
      invalid,
      holder,
    ],
    steps: [
      'Finn ut hvilken av dem som skal gjelde.',
      ...edit('Ta bort den andre, og lagre. Sender begge for deg, skriver du `include:` i stedet for `redirect=`.'),
    ],
  },
  SPF_PUNCTUATION: {
    title: 'Det står komma eller semikolon i SPF-oppføringen',
    meaning: [
      'Mellom leddene skal det bare være mellomrom. Et komma eller semikolon blir lest som en del av leddet foran, og da stemmer det ikke.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_QUOTE: {
    title: 'Det står anførselstegn i SPF-oppføringen',
    meaning: [
      'Anførselstegn er ikke en del av SPF. Mange veiledninger viser verdien med slike tegn rundt, og da blir de lett med når du kopierer.',
      invalid,
      holder,
    ],
    steps: [
      ...find,
      `${paste} Ikke skriv anførselstegn rundt.`,
      'Noen DNS-leverandører viser selv tegnene rundt hele verdien. Da er det riktig.',
      checkAgain,
    ],
  },
  SPF_INVISIBLE_CHARACTER: {
    title: 'Det er usynlige tegn i SPF-oppføringen',
    meaning: [
      'Når du kopierer tekst fra en nettside eller en e-post, kan usynlige tegn bli med. Du ser dem ikke, men mottakere leser dem.',
      invalid,
      holder,
    ],
    steps: [
      ...find,
      'Slett hele den gamle verdien.',
      'Kopier den rettede oppføringen fra resultatet, og lim den inn. Den har ingen usynlige tegn. Lagre.',
      checkAgain,
    ],
  },
  SPF_LOOKALIKE_CHARACTER: {
    title: 'Et tegn i SPF ligner bare på det vanlige',
    meaning: [
      'Noen programmer bytter en bindestrek med en tankestrek når du skriver. De to er nesten like å se på, men SPF godtar bare bindestreken.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_NON_ASCII: {
    title: 'Det står tegn i SPF som SPF ikke kan ha',
    meaning: [
      'Navn i SPF skrives bare med a–z, tall, punktum og bindestrek. Et navn med æ, ø eller å har en egen skrivemåte som begynner med `xn--`.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** What can be read, and should be otherwise. */
const rules = {
  SPF_MECHANISM_AS_MODIFIER: {
    title: 'Det står et likhetstegn der det skal stå kolon',
    meaning: [
      'På grunn av likhetstegnet ser mottakere bort fra leddet. Den som leddet skulle godkjenne, er altså ikke godkjent.',
      'E-post derfra kan havne i søppelposten. Resten av oppføringen gjelder som før.',
    ],
    steps: [answer, ...replace],
  },
  SPF_UNKNOWN_MODIFIER: {
    title: 'Et ledd er ikke en del av SPF',
    meaning: [
      'Leddet er et navn og en verdi med likhetstegn mellom. SPF kjenner ikke navnet, og mottakere skal da se bort fra det.',
      'Det gjør ingen skade, så du trenger ikke gjøre noe. Er det en skrivefeil, kan du rette den.',
    ],
    steps: [],
  },
  SPF_VERSION_REPEATED: {
    title: '«v=spf1» står mer enn én gang',
    meaning: [
      'En SPF-oppføring skal begynne med `v=spf1`, og det skal bare stå der. Mottakere ser bort fra det neste, så leddene gjelder likevel.',
      'Ofte er to oppføringer limt sammen. Da kan det stå en `all` midt i, og det som kommer etter den, blir aldri lest.',
    ],
    steps: replace,
  },
  SPF_NOT_A_HOST: {
    title: 'Et navn i SPF kan ikke være navnet på en server',
    meaning: [
      'Etter kolonet skal det bare stå et navn, som `post.shop.no`. Her står det noe mer, for eksempel en nettadresse eller en e-postadresse.',
      'Slik leddet står, godkjenner det ingen. Begynner det med `include:`, blir hele oppføringen ugyldig.',
    ],
    steps: [answer, ...replace],
  },
  SPF_AFTER_ALL: {
    title: 'Det står ledd etter «all» i SPF-oppføringen',
    meaning: [
      'Mottakere leser leddene fra venstre mot høyre og stanser ved `all`. Det som står etter, blir aldri lest.',
      'De som bare er nevnt der, er ikke godkjent. E-post fra dem kan havne i søppelposten eller bli avvist.',
    ],
    steps: replace,
  },
  SPF_ALL_REPEATED: {
    title: '«all» står mer enn én gang',
    meaning: [
      'Leddet `all` sier hva som gjelder for alle andre servere. Bare det første blir lest, så de andre har ingen virkning.',
      'E-posten går som før. Men det er lett å tro at et av de andre gjelder.',
    ],
    steps: replace,
  },
  SPF_ALL_MISSING: {
    title: 'SPF-oppføringen har ingen «all» til slutt',
    meaning: [
      'Oppføringen sier hvem som får sende, men ikke hva som gjelder for alle andre. Svindlere kan da lettere sende e-post som ser ut som din.',
      'De som er godkjent, er det fortsatt. Med `~all` til slutt regnes e-post fra andre servere som mistenkelig.',
    ],
    steps: [`Mangler noen som sender for deg, legger du dem til under ${others}.`, ...replace],
  },
  SPF_ALL_PASS: {
    title: 'SPF-oppføringen godkjenner hvem som helst',
    meaning: [
      'Leddet `+all` godkjenner alle servere i verden. Uten tegn foran betyr `all` det samme.',
      'Svindlere kan sende e-post som domenet, og SPF stanser dem ikke. Blir det gjort, kan også din egen e-post havne i søppelposten.',
    ],
    steps: [
      `Legg til alle som sender for deg, under ${others}.`,
      `Kryss av for å bytte til \`~all\` under ${offers}.`,
      ...replace,
    ],
  },
  SPF_ALL_NEUTRAL: {
    title: '«?all» sier ikke om andre har lov til å sende',
    meaning: [
      'Med `?all` til slutt sier oppføringen verken ja eller nei til andre servere. De som er godkjent i oppføringen, er det likevel.',
      'Du trenger ikke gjøre noe. Med `~all` blir det vanskeligere å utgi seg for deg, men da må alle som sender for deg, være med.',
    ],
    steps: [`Vil du bytte til \`~all\`, krysser du av for det under ${offers}.`, ...replace],
  },
  SPF_REDIRECT_IGNORED: {
    title: '«redirect» gjelder ikke sammen med «all»',
    meaning: [
      'Leddet `redirect` fører til en annen oppføring. Står det også en `all`, ser mottakere bort fra `redirect`.',
      'De som bare er godkjent i den andre oppføringen, er altså ikke godkjent. E-post fra dem kan havne i søppelposten eller bli avvist.',
    ],
    steps: [
      'Finn ut hva som skal gjelde. Spør den som satte opp oppføringen.',
      ...edit('Skal `redirect` gjelde, tar du bort `all`. Ellers tar du bort `redirect`. Lagre.'),
    ],
  },
  SPF_DUPLICATE_TERM: {
    title: 'Et ledd i SPF står mer enn én gang',
    meaning: [
      'Det samme leddet står mer enn én gang. Det har ingen virkning på e-posten.',
      `Leddet kan likevel telle som oppslag hver gang, og grensen er ${lookups}. Da blir det mindre plass til andre.`,
    ],
    steps: replace,
  },
  SPF_PTR: {
    title: 'SPF-oppføringen bruker «ptr», som er frarådet',
    meaning: [
      'Med `ptr` må mottakere finne navnet til serveren for hver e-post. Det er tregt, og det svikter lett. Standarden (RFC 7208) fraråder det derfor.',
      'E-posten kan komme frem slik det er. Men servere som bare er godkjent med `ptr`, kan få e-posten sin i søppelposten.',
    ],
    steps: [
      `Finn ut hvilke servere det gjelder, og legg dem til under ${others}.`,
      `Kryss av for å ta bort \`ptr\` under ${offers}.`,
      ...replace,
    ],
  },
  SPF_MACRO_P: {
    title: 'SPF-oppføringen bruker makroen %{p}, som er frarådet',
    meaning: [
      'Makroen `%{p}` står for navnet til serveren som sender. Mottakere må finne det for hver e-post, og det er tregt og upålitelig.',
      'Standarden (RFC 7208) fraråder den derfor. Leddet kan virke i dag og svikte i morgen.',
    ],
    steps: [
      'Finn adressene til serverne som leddet skal godkjenne. Spør den som satte opp oppføringen.',
      ...edit('Bytt leddet med adressene, for eksempel `ip4:192.0.2.10`. Lagre.'),
    ],
  },
  SPF_DYNAMIC: {
    title: 'Et ledd i SPF avgjøres for hver e-post',
    meaning: [
      'Leddet har en makro. Mottakere bytter den med noe fra e-posten, for eksempel adressen den kommer fra, og slår så opp svaret.',
      'Det er gyldig, og du trenger ikke gjøre noe. Vi kan bare ikke liste opp adressene som leddet godkjenner.',
    ],
    steps: [],
  },
  SPF_EXTRA_SPACE: {
    title: 'Det er ekstra mellomrom i SPF-oppføringen',
    meaning: [
      'Ett mellomrom mellom to ledd er nok, men flere er lov. Mottakere leser oppføringen som den skal leses.',
      'Du trenger ikke gjøre noe. Du kan ta bort de ekstra neste gang du endrer oppføringen.',
    ],
    steps: [],
  },
  SPF_BROAD_NETWORK: {
    title: 'Et nett i SPF er svært stort',
    meaning: [
      'Tallet etter skråstreken sier hvor stort nettet er. Jo lavere tall, jo større nett. Dette nettet har flere adresser enn noen e-posttjeneste bruker.',
      'Alle som har en server i nettet, kan sende e-post som domenet. Ofte er det en skrivefeil, som `/2` for `/29`.',
    ],
    steps: [
      `Finn ut hvilke adresser som sender for deg. ${askBuilder}`,
      ...edit('Rett tallet, eller skriv hver adresse for seg. Lagre.'),
    ],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

/** What the record leads to. */
const tree = {
  SPF_INCLUDE_NO_RECORD: {
    title: 'SPF viser til et navn uten SPF-oppføring',
    meaning: [
      'Et `include` eller en `redirect` må vise til et navn som selv har SPF. Det har ikke dette navnet. Kanskje er det feil skrevet, eller tjenesten er lagt ned.',
      invalid,
      holder,
    ],
    steps: [answer, ...replace],
  },
  SPF_INCLUDE_SEVERAL_RECORDS: {
    title: 'SPF viser til et navn med flere SPF-oppføringer',
    meaning: [
      'Et navn kan bare ha én SPF-oppføring. Dette navnet har flere, så mottakere kan ikke bruke noen av dem.',
      invalid,
      'Ofte er det en tjeneste du bruker, som styrer navnet. Da er det bare de som kan rette det.',
    ],
    steps: [
      'Send resultatet til dem som styrer navnet. Be dem samle oppføringene i én.',
      'Styrer du navnet selv, samler du dem i én og sletter de andre.',
      `Bruker du ikke tjenesten lenger, velger du den bort under ${offers}. Bytt så oppføringen.`,
      checkAgain,
    ],
  },
  SPF_LOOP: {
    title: 'Et ledd i SPF fører tilbake til seg selv',
    meaning: [
      'Leddet fører til et navn som allerede er lest. Mottakere leser da i ring og kommer aldri til slutten.',
      invalid,
      holder,
    ],
    steps: replace,
  },
  SPF_LOOKUP_LIMIT: {
    title: 'SPF krever for mange oppslag',
    meaning: [
      `Mottakere slår opp navn i DNS for å lese SPF, og grensen er ${lookups} oppslag. Det som tjenestene selv viser til, teller også.`,
      `Over grensen er hele oppføringen ugyldig (permerror). ${nobody}`,
      keepUsed,
    ],
    steps: [`Velg bort tjenester du ikke bruker lenger, under ${offers}.`, ...replace],
  },
  SPF_LOOKUPS_AT_LIMIT: {
    title: 'SPF har nådd grensen for oppslag',
    meaning: [
      `Oppføringen krever ${lookups} oppslag, og flere er ikke tillatt. Den er gyldig i dag.`,
      'Et `include` til kan være nok til at hele oppføringen blir ugyldig. Det samme gjelder hvis en tjeneste du viser til, begynner å bruke flere oppslag.',
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
  SPF_VOID_LIMIT: {
    title: 'SPF har for mange tomme oppslag',
    meaning: [
      `Et oppslag er tomt når DNS ikke har noe svar på navnet. Grensen er ${voids} slike. Ofte er det gamle servere som ikke finnes lenger.`,
      `Over grensen er hele oppføringen ugyldig (permerror). ${nobody}`,
    ],
    steps: ['Se hvilke navn resultatet nevner. Er et av dem i bruk, må navnet rettes i DNS.', ...replace],
  },
  SPF_VOID_LIMIT_FAMILY: {
    title: 'For mange tomme oppslag over IPv4 eller IPv6',
    meaning: [
      'E-post går over IPv4 eller IPv6, og mottakere slår bare opp adresser av det slaget. Et navn som bare har det andre slaget, gir et tomt oppslag.',
      `Grensen er ${voids} tomme oppslag. E-post av det ene slaget får derfor en ugyldig SPF, mens resten går som før.`,
      'Skriver du adressene selv, må du rette oppføringen hver gang en server bytter adresse.',
    ],
    steps: [`Kryss av for adresser i stedet for navn under ${offers}.`, ...replace],
  },
  SPF_VOID_LOOKUP: {
    title: 'Et navn i SPF har ikke noe svar i DNS',
    meaning: [
      'Leddet viser til et navn som DNS ikke har noe svar på. Det godkjenner ingen, men det gjør heller ingen skade.',
      `Du trenger ikke gjøre noe. Blir det flere enn ${voids} slike tomme oppslag, er oppføringen ugyldig, så rydd gjerne.`,
    ],
    steps: edit('Er serveren ikke i bruk lenger, kan du ta bort leddet. Lagre.'),
  },
  SPF_MX_LIMIT: {
    title: 'Et «mx»-ledd gir for mange e-postservere',
    meaning: [
      `Leddet \`mx\` godkjenner serverne som tar imot e-post for et navn. Er det flere enn ${count(maxMxHosts)}, kan ikke mottakere bruke det.`,
      invalid,
      holder,
    ],
    steps: [
      'Finn ut hvilke av serverne som også sender e-post. Spør den som driver dem.',
      ...edit('Bytt leddet med adressene deres. Skriv `ip4:` eller `ip6:` foran hver adresse. Lagre.'),
    ],
  },
  SPF_TREE_BOUNDED: {
    title: 'SPF fører videre til mer enn vi kan lese',
    meaning: [
      `Oppføringen fører videre til så mange navn at vi stanset. Mottakere stanser ofte før oss, for grensen er ${lookups} oppslag.`,
      'Da er SPF trolig ugyldig for dem, og e-post kan havne i søppelposten. Vi foreslår ingen rettelse, for vi har ikke lest alt.',
      keepUsed,
    ],
    steps: [findUnused, ...edit(removeUnused)],
  },
} satisfies Partial<HelpTextsOf<'SPF'>>;

export const nbHelpSpf: HelpTextsOf<'SPF'> = { ...authorisation, ...records, ...syntax, ...rules, ...tree };
