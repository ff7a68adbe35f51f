import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import type { MessagesOf } from './messages.ts';
import { count, list, quotes, tryAgainOrAsk, unanswered } from './nb-phrases.ts';
import { startsWithQuote } from './quoted.ts';

interface InRecord {
  readonly domain: string;
}
interface InTerm extends InRecord {
  readonly term: string;
}

const record = ({ domain }: InRecord): string => `SPF-oppføringen til ${domain}`;
const term = (args: InTerm): string => `«${args.term}» i ${record(args)}`;

/** RFC 7208 section 4.6: what a syntax error, or too many look-ups, means to a receiver. */
const invalid = 'Det gjør hele oppføringen ugyldig.';
/** The same, where another name has records too. */
const invalidOf = ({ domain }: InRecord): string => `Det gjør hele oppføringen til ${domain} ugyldig.`;

const removeUnused = 'Ta bort ledd for tjenester du ikke bruker lenger';

const addInclude = ({ include }: { readonly include: string }): string =>
  `Legg inn «include:${include}» rett etter «v=spf1».`;

const saysOfOthers = {
  fail: 'sier at de ikke har lov til å sende (fail)',
  softfail: 'sier at de trolig ikke har lov til å sende (softfail)',
  neutral: 'sier ikke om de har lov til å sende (neutral)',
} as const satisfies Record<Arguments['SPF_SENDER_NOT_LISTED']['result'], string>;

const families = { ip4: 'IPv4', ip6: 'IPv6' } as const;

/** Is the sender authorised? */
const authorisation = {
  SPF_SENDER_AUTHORISED: (args) => ({
    fact:
      args.path.length > 1
        ? `${sender.name} er godkjent. I SPF står «${args.term}» (${args.path.join(' → ')}).`
        : `${sender.name} er godkjent. Det står ${term(args)}.`,
    action: null,
  }),
  SPF_SENDER_SAMPLED: (args) => ({
    fact: `Prøvene vi gjorde (${count(args.tried)}), viser at ${sender.name} er godkjent. Men ${term(args)} avgjør det på nytt for hver e-post.`,
    action: `Legg inn «include:${args.include}» rett etter «v=spf1», så er det sikkert.`,
  }),
  SPF_SENDER_NOT_LISTED: (args) => ({
    fact: `Serverne til ${sender.name} er ikke godkjent. ${record(args)} ${saysOfOthers[args.result]}.`,
    action: addInclude(args),
  }),
  SPF_SENDER_AFTER_ALL: (args) => ({
    fact: `${sender.name} er ikke godkjent. Leddet «${args.term}» står etter «all» i ${record(args)}, og der blir det aldri lest.`,
    action: `Flytt «include:${args.include}» til rett etter «v=spf1».`,
  }),
  SPF_SENDER_QUALIFIER: (args) => ({
    fact: `Leddet ${term(args)} begynner med «${args.term.slice(0, 1)}». Da får e-post fra ${sender.name} ${args.result} i stedet for pass.`,
    action: `Skriv «${args.term.slice(1)}» uten tegnet foran.`,
  }),
  SPF_SENDER_OLDER_NAME: (args) => ({
    fact: `${sender.name} er godkjent i ${record(args)}, men med det eldre navnet ${args.older}.`,
    action: `Bytt «include:${args.older}» med «include:${args.include}».`,
  }),
  SPF_SENDER_ONLY_IP4: (args) => ({
    fact: `${record(args)} godkjenner IPv4-adressene til ${sender.name}, men ikke IPv6-adressene.`,
    action: addInclude(args),
  }),
  SPF_SENDER_PARTLY: (args) => ({
    fact: `${record(args)} godkjenner bare noen av adressene til ${sender.name}. Disse er med: ${list(args.authorised)}. Disse er ikke med: ${list(args.missing)}.`,
    action: addInclude(args),
  }),
  SPF_SENDER_PERMERROR: (args) => ({
    fact: `${sender.name} er ikke godkjent, for det er feil i ${record(args)}. Det gjør hele oppføringen ugyldig (permerror).`,
    action: `Rett de andre feilene under SPF, og ha med «include:${args.include}».`,
  }),
  SPF_SENDER_UNKNOWN: (args) => ({
    fact: `Det kunne ikke sjekkes om ${record(args)} godkjenner ${sender.name} (${args.include}). DNS svarte ikke på alt.`,
    action: tryAgainOrAsk,
  }),
  SPF_SENDER_UNREADABLE: ({ include }) => ({
    fact: `Det kunne ikke sjekkes om ${sender.name} er godkjent. Adressene til ${sender.name} (${include}) lot seg ikke lese i DNS nå.`,
    action: 'Prøv igjen om litt. Det skyldes ikke domenet ditt.',
  }),
  SPF_NO_ROOM: (args) => ({
    fact: `Med «include:${args.include}» vil ${record(args)} kreve ${count(args.lookups)} oppslag. Grensen er ${count(args.limit)}, og over den er oppføringen ugyldig.`,
    action: `${removeUnused}, og legg så inn ${sender.name}.`,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** The record as a whole. */
const records = {
  SPF_NO_RECORD: ({ domain }) => ({
    fact: `Domenet ${domain} har ingen SPF-oppføring.`,
    action: `Lag en TXT-oppføring som begynner med «v=spf1 include:${sender.include}». Ta med alle andre som sender e-post for domenet.`,
  }),
  SPF_SEVERAL_RECORDS: ({ domain, records }) => ({
    fact: `Domenet ${domain} har ${count(records.length)} SPF-oppføringer, og da er SPF ugyldig. Her er de: ${quotes(records)}.`,
    action: 'Samle dem i én oppføring, og slett de andre.',
  }),
  SPF_NOT_RECOGNISED: ({ domain, text }) => ({
    fact: `TXT-oppføringen «${text}» på ${domain} ligner på SPF. Mottakere leser den likevel ikke som SPF.${startsWithQuote(text) ? ' Anførselstegnene skal ikke være med.' : ''}`,
    action: 'La teksten begynne med nøyaktig «v=spf1» og et mellomrom.',
  }),
  SPF_OBSOLETE_TYPE: ({ domain, text }) => ({
    fact: `Teksten «${text}» på ${domain} ligger i en oppføring av typen SPF. Mottakere leser bare typen TXT.`,
    action: 'Lag oppføringen på nytt med typen TXT, og slett den av typen SPF.',
  }),
  SPF_MISPLACED: ({ domain, found, text }) => ({
    fact: `SPF-oppføringen «${text}» ligger på ${found}. Mottakere leter på ${domain}.${found === `${domain}.${domain}` ? ' DNS-leverandøren legger trolig selv til domenet i navnet.' : ''}`,
    action: `Ta med alle som står i den, i SPF-oppføringen på ${domain}. Slett den på ${found}.`,
  }),
  SPF_UNANSWERED: (args) => ({
    fact: `SPF for ${args.domain} kunne ikke sjekkes fullt ut. ${unanswered(args)}.`,
    action: tryAgainOrAsk,
  }),
  SPF_SIZE: (args) => ({
    fact: `${record(args)} er på ${count(args.octets)} byte. Bare ${count(args.limit)} får trygt plass i ett DNS-svar.`,
    action: `${removeUnused}.`,
  }),
  SPF_RECORD_UNREADABLE: (args) => ({
    fact: `Det kunne ikke sjekkes hvem ${record(args)} godkjenner. Den er på ${count(args.octets)} byte, og vi leser bare opptil ${count(args.limit)}.`,
    action: `${removeUnused}, og sjekk på nytt.`,
  }),
  SPF_MORE: (args) => ({
    fact: `Av hvert slags funn i SPF for ${args.domain} viser vi bare de første. Utelatt: ${count(args.more)}.`,
    action: null,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** Syntax: each makes the whole record invalid; a missing space may leave one that is valid and means something else. */
const syntax = {
  SPF_UNKNOWN_MECHANISM: (args) => ({
    fact: `Leddet ${term(args)} bruker «${args.mechanism}», som ikke finnes i SPF. ${invalid}`,
    action: args.suggestion === null ? `Rett «${args.term}», eller ta det bort.` : `Skriv «${args.suggestion}».`,
  }),
  SPF_BARE_VALUE: (args) => ({
    fact: `Foran ${term(args)} står det ikke hva det er. ${invalid}`,
    action:
      args.suggestion === null
        ? `Skriv «include:», «a:» eller «mx:» foran «${args.term}», eller ta det bort.`
        : `Skriv «${args.suggestion}».`,
  }),
  SPF_MISSING_SPACE: (args) => ({
    fact: `Det mangler mellomrom i ${term(args)}. Derfor leser mottakere det ikke slik det er ment.`,
    action: `Skriv «${args.parts.join(' ')}».`,
  }),
  SPF_SPACE_IN_TERM: (args) => ({
    fact: `Det er et mellomrom inne i ${term(args)}. ${invalid}`,
    action: `Skriv «${args.suggestion}».`,
  }),
  SPF_EMPTY_VALUE: (args) => ({
    fact: `Leddet ${term(args)} har ingen verdi. ${invalid}`,
    action: `Skriv verdien rett etter «${args.term}», eller ta leddet bort.`,
  }),
  SPF_UNEXPECTED_VALUE: (args) => ({
    fact: `Leddet ${term(args)} har en verdi, men «${args.mechanism}» kan ikke ha noen. ${invalid}`,
    action: `Ta bort det som står etter «${args.mechanism}».`,
  }),
  SPF_BAD_IP4: (args) => ({
    fact: `I ${term(args)} er «${args.value}» ikke en gyldig IPv4-adresse. ${invalid}`,
    action: 'Rett adressen, eller ta leddet bort.',
  }),
  SPF_BAD_IP6: (args) => ({
    fact: `I ${term(args)} er «${args.value}» ikke en gyldig IPv6-adresse. ${invalid}`,
    action: 'Rett adressen, eller ta leddet bort.',
  }),
  SPF_BAD_PREFIX_LENGTH: (args) => ({
    fact: `I ${term(args)} er «${args.value}» ikke en gyldig nettlengde. ${invalid}`,
    action: 'Skriv et tall fra 0 til 32 for IPv4, fra 0 til 128 for IPv6.',
  }),
  SPF_BAD_DOMAIN: (args) => ({
    fact: `I ${term(args)} er «${args.value}» ikke et gyldig domenenavn. ${invalid}`,
    action: 'Rett navnet, eller ta leddet bort.',
  }),
  SPF_BAD_MACRO: (args) => ({
    fact: `I ${term(args)} er «${args.macro}» ikke en gyldig makro. ${invalid}`,
    action: 'Rett makroen, eller ta leddet bort.',
  }),
  SPF_BAD_MODIFIER: (args) => ({
    fact: `Leddet ${term(args)} er ikke skrevet slik SPF krever («navn=verdi»). ${invalid}`,
    action: `Rett «${args.term}», eller ta det bort.`,
  }),
  SPF_DUPLICATE_MODIFIER: (args) => ({
    fact: `I ${record(args)} står «${args.modifier}» mer enn én gang. ${invalid}`,
    action: `Behold bare den som skal gjelde. Ta bort den andre, for eksempel «${args.term}».`,
  }),
  SPF_PUNCTUATION: (args) => ({
    fact: `Det står et «${args.character}» til slutt i ${term(args)}. ${invalid}`,
    action: `Ta bort «${args.character}». Mellom leddene skal det bare være mellomrom.`,
  }),
  SPF_QUOTE: (args) => ({
    fact: `Det står et anførselstegn (${args.character}) i ${term(args)}. ${invalid}`,
    action: 'Ta bort anførselstegnene.',
  }),
  SPF_INVISIBLE_CHARACTER: (args) => ({
    fact: `Det er usynlige tegn (${list(args.characters)}) i ${term(args)}. ${invalid}`,
    action: 'Skriv leddet på nytt for hånd, og ikke lim det inn.',
  }),
  SPF_LOOKALIKE_CHARACTER: (args) => ({
    fact: `Leddet ${term(args)} har tegn som bare ligner på de vanlige: ${quotes(args.characters)}. ${invalid}`,
    action: 'Skriv leddet på nytt for hånd, og ikke lim det inn.',
  }),
  SPF_NON_ASCII: (args) => ({
    fact: `Leddet ${term(args)} har tegn som SPF ikke kan ha: ${quotes(args.characters)}. ${invalid}`,
    action: 'Skriv navnet slik det står i DNS, bare med a–z, tall, punktum og bindestrek.',
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** What can be read, and should be otherwise. */
const rules = {
  SPF_MECHANISM_AS_MODIFIER: (args) => ({
    fact: `Mottakere ser bort fra ${term(args)}, fordi det har et likhetstegn (=).`,
    action: `Skriv «${args.suggestion}».`,
  }),
  SPF_UNKNOWN_MODIFIER: (args) => ({
    fact: `Leddet ${term(args)} er ikke en del av SPF. Mottakere ser bort fra det.`,
    action: null,
  }),
  SPF_VERSION_REPEATED: (args) => ({
    fact: `Begynnelsen «${args.term}» står mer enn én gang i ${record(args)}. Mottakere ser bare på den første.`,
    action: `La «${args.term}» stå bare først i oppføringen.`,
  }),
  SPF_NOT_A_HOST: (args) => ({
    fact: `I ${term(args)} er «${args.name}» ikke et navn som en server kan ha.`,
    action: 'Rett navnet, eller ta leddet bort.',
  }),
  SPF_AFTER_ALL: (args) => ({
    fact: `Det som står etter «all» i ${record(args)}, blir aldri lest: ${quotes(args.terms)}.`,
    action: 'Flytt det som skal gjelde, til foran «all», og ta bort resten.',
  }),
  SPF_ALL_REPEATED: (args) => ({
    fact: `I ${record(args)} står «all» mer enn én gang, og bare den første gjelder.`,
    action: 'Behold den første, og ta bort de andre.',
  }),
  SPF_ALL_MISSING: (args) => ({
    fact: `Det står ingen «all» til slutt i ${record(args)}. Derfor sier den ikke noe om e-post fra andre servere (neutral).`,
    action: 'Avslutt oppføringen med «~all».',
  }),
  SPF_ALL_PASS: (args) => ({
    fact: `På grunn av «+all» i ${record(args)} kan hvem som helst sende e-post som domenet.`,
    action: 'Bytt til «~all» når alle som sender for domenet, står i oppføringen.',
  }),
  SPF_ALL_NEUTRAL: (args) => ({
    fact: `Med «?all» sier ${record(args)} ikke om andre servere har lov til å sende.`,
    action: null,
  }),
  SPF_REDIRECT_IGNORED: (args) => ({
    fact: `Mottakere ser bort fra ${term(args)}, fordi oppføringen også har «all».`,
    action: `Ta bort «${args.term}» hvis «all» skal gjelde. Ellers tar du bort «all».`,
  }),
  SPF_DUPLICATE_TERM: (args) => ({
    fact: `Leddet ${term(args)} står der mer enn én gang.`,
    action: 'Behold bare det ene.',
  }),
  SPF_PTR: (args) => ({
    fact: `Standarden (RFC 7208) fraråder ${term(args)}. Det er tregt og upålitelig.`,
    action: 'Skriv adressene til serverne med «ip4:» og «ip6:» i stedet.',
  }),
  SPF_MACRO_P: (args) => ({
    fact: `Standarden (RFC 7208) fraråder makroen %{p} i ${term(args)}. Den er treg og upålitelig.`,
    action: 'Bytt leddet med et som ikke bruker %{p}.',
  }),
  SPF_DYNAMIC: (args) => ({
    fact: `Leddet ${term(args)} avgjøres på nytt for hver e-post. Derfor kan ikke adressene listes opp.`,
    action: null,
  }),
  SPF_EXTRA_SPACE: (args) => ({
    fact: `Det er ekstra mellomrom i ${record(args)}, men det gjør ingenting.`,
    action: null,
  }),
  SPF_BROAD_NETWORK: (args) => ({
    fact: `Nettet ${term(args)} er så stort at det også godkjenner mange fremmede servere.`,
    action: 'Skriv bare adressene til serverne som sender for domenet.',
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** What the record leads to. */
const tree = {
  SPF_INCLUDE_NO_RECORD: (args) => ({
    fact: `Leddet ${term(args)} viser til ${args.name}, som ikke har noen SPF-oppføring. ${invalidOf(args)}`,
    action: `Rett navnet, eller ta bort «${args.term}».`,
  }),
  SPF_INCLUDE_SEVERAL_RECORDS: (args) => ({
    fact: `Leddet ${term(args)} viser til ${args.name}, som har flere SPF-oppføringer. ${invalidOf(args)}`,
    action: `Si fra til den som styrer ${args.name}. Ta bort «${args.term}» hvis du ikke bruker det lenger.`,
  }),
  SPF_LOOP: (args) => ({
    fact: `Leddet ${term(args)} fører tilbake til seg selv (${args.path.join(' → ')}). ${invalid}`,
    action: `Ta bort «${args.term}».`,
  }),
  SPF_LOOKUP_LIMIT: (args) => ({
    fact: `${record(args)} krever ${count(args.lookups)} oppslag, og grensen er ${count(args.limit)}. ${invalid}`,
    action: `${removeUnused}.`,
  }),
  SPF_LOOKUPS_AT_LIMIT: (args) => ({
    fact: `${record(args)} krever ${count(args.lookups)} oppslag, og grensen er ${count(args.limit)}. Det er ikke plass til flere.`,
    action: `${removeUnused}, før du legger inn noe nytt.`,
  }),
  SPF_VOID_LIMIT: (args) => ({
    fact: `Det er ${count(args.voids)} tomme oppslag i ${record(args)}, og grensen er ${count(args.limit)}. ${invalid} DNS har ikke noe svar på ${list(args.names)}.`,
    action: 'Ta bort leddene som viser til navn uten svar i DNS.',
  }),
  SPF_VOID_LIMIT_FAMILY: (args) => ({
    fact: `For e-post over ${families[args.family]} er det ${count(args.voids)} tomme oppslag i ${record(args)}, og grensen er ${count(args.limit)}. DNS har ikke noe svar på ${list(args.names)}.`,
    action: 'Skriv adressene med «ip4:» og «ip6:» i stedet for navnene.',
  }),
  SPF_VOID_LOOKUP: (args) => ({
    fact: `Leddet ${term(args)} viser til ${args.name}. DNS har ikke noe svar på det (et tomt oppslag).`,
    action: null,
  }),
  SPF_MX_LIMIT: (args) => ({
    fact: `Leddet ${term(args)} gir ${count(args.hosts)} e-postservere for ${args.name}, og grensen er ${count(args.limit)}. ${invalid}`,
    action: `Bytt «${args.term}» med adressene til serverne som sender. Skriv dem med «ip4:» og «ip6:».`,
  }),
  SPF_TREE_BOUNDED: (args) => ({
    fact: `${record(args)} fører videre til svært mye. Vi stanset etter ${count(args.questions)} spørsmål til DNS.`,
    action: `${removeUnused}, og sjekk på nytt.`,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

export const nbSpf: MessagesOf<'SPF'> = { ...authorisation, ...records, ...syntax, ...rules, ...tree };
