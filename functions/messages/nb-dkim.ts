import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import type { MessagesOf } from './messages.ts';
import { count, list, tryAgainOrAsk, unanswered } from './nb-phrases.ts';

interface Names {
  readonly name: string;
  readonly target: string;
}

const create = ({ name, target }: Names): string => `Lag en CNAME-oppføring på ${name} som peker til «${target}»`;
const replace = ({ target }: Names): string => `Bytt oppføringen med en CNAME-oppføring som peker til «${target}».`;

const problems = {
  version: '«v=» må stå først og være «DKIM1»',
  algorithm: 'algoritmen i «k=» er ukjent',
  base64: '«p=» er ikke gyldig base64',
  key: '«p=» er ikke en nøkkel av den typen som er oppgitt',
  tags: 'teksten er ikke skrevet som «navn=verdi;»',
  service: '«s=» sier at den ikke gjelder e-post',
  hash: '«h=» tillater ikke sha256',
} as const satisfies Record<Arguments['DKIM_KEY_INVALID']['problem'], string>;

/** The key that the sender lends. */
const lent = {
  DKIM_SENDER_RIGHT: ({ name, target }) => ({
    fact:
      name === target
        ? `Nøkkelen til ${sender.name} ligger på ${name}.`
        : `CNAME-oppføringen ${name} peker til ${target}. ${sender.name} kan signere når «SMTP DKIM» er slått på.`,
    action: null,
  }),
  DKIM_SENDER_MISSING: (args) => ({
    fact: `Det er ingen oppføring på ${args.name}. Derfor kan ikke ${sender.name} signere e-posten med DKIM.`,
    action: `${create(args)}. Slå så på «SMTP DKIM» i ${sender.name}.`,
  }),
  DKIM_SENDER_OTHER_WAY: ({ name, target }) => ({
    fact: `Det er ingen oppføring på ${name} (til ${target}). E-posttjenesten til domenet har likevel DKIM-nøkler, og det holder når ${sender.name} sender gjennom den.`,
    action: null,
  }),
  DKIM_SENDER_WRONG_TARGET: ({ name, target, found, typo }) => ({
    fact: typo
      ? `CNAME-oppføringen ${name} peker til «${found}». Det er trolig en skrivefeil for «${target}».`
      : `CNAME-oppføringen ${name} peker til «${found}» og ikke til nøkkelen fra ${sender.name}.`,
    action: `La CNAME-oppføringen peke til «${target}».`,
  }),
  DKIM_SENDER_OWNER_DOUBLED: ({ name, target, found }) => ({
    fact: `Oppføringen ligger på ${found} og ikke på ${name}. Trolig legger DNS-leverandøren selv til domenet.`,
    action: `Skriv bare «${sender.selector}._domainkey» som navn på CNAME-oppføringen til «${target}».`,
  }),
  DKIM_SENDER_MISPLACED: ({ name, target, found }) => ({
    fact: `Oppføringen ligger på ${found}, men mottakere leter på ${name}.`,
    action: `Flytt CNAME-oppføringen til ${name}, og la den peke til «${target}».`,
  }),
  DKIM_SENDER_TARGET_DOUBLED: ({ name, target, found }) => ({
    fact: `CNAME-oppføringen ${name} peker til «${found}». Trolig legger DNS-leverandøren selv til domenet.`,
    action: `Skriv målet med punktum til slutt: «${target}.».`,
  }),
  DKIM_SENDER_KEY_AS_TXT: (args) => ({
    fact: `Nøkkelen til ${sender.name} er kopiert inn som TXT på ${args.name}. Den slutter å virke hvis ${sender.name} bytter nøkkel.`,
    action: replace(args),
  }),
  DKIM_SENDER_OTHER_KEY: (args) => ({
    fact: `Nøkkelen på ${args.name} er ikke den som ${sender.name} signerer med. Derfor kan ikke signaturen bekreftes.`,
    action: replace(args),
  }),
  DKIM_SENDER_CNAME_AS_TXT: (args) => ({
    fact: `Teksten «${args.text}» ligger som TXT på ${args.name}, men skal være en CNAME-oppføring.`,
    action: replace(args),
  }),
  DKIM_SENDER_NO_KEY: (args) => ({
    fact: `TXT-oppføringen «${args.text}» på ${args.name} er ingen DKIM-nøkkel.`,
    action: replace(args),
  }),
  DKIM_SENDER_FLATTENED: ({ name, target, host }) => ({
    fact: `Oppføringen ${name} gir samme nøkkel som ${target}. ${host} viser ikke selve CNAME-oppføringen, og det er i orden.`,
    action: null,
  }),
  DKIM_SENDER_WILDCARD: (args) => ({
    fact: `Svaret for ${args.name} kommer fra en oppføring med jokertegn (*). Den gir ikke nøkkelen til ${sender.name}.`,
    action: `${create(args)}.`,
  }),
  DKIM_SENDER_WILDCARD_RIGHT: ({ name, target }) => ({
    fact: `Navnet ${name} peker til ${target}, og det virker. Svaret kommer fra en oppføring med jokertegn (*).`,
    action: null,
  }),
  DKIM_SENDER_UNREADABLE: ({ target }) => ({
    fact: `DKIM kunne ikke sjekkes. Nøkkelen til ${sender.name} (${target}) lot seg ikke lese i DNS nå.`,
    action: 'Prøv igjen om litt. Det skyldes ikke domenet ditt.',
  }),
  DKIM_UNANSWERED: (question) => ({
    fact: `DKIM kunne ikke sjekkes fullt ut. ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
} satisfies Partial<MessagesOf<'DKIM'>>;

/** Keys of the domain's own mail service. */
const own = {
  DKIM_OWN_KEYS: ({ domain, service, selectors }) => ({
    fact: `Det ligger DKIM-nøkler for ${service ?? 'e-posttjenesten'} på ${domain} (${list(selectors)}).`,
    action: null,
  }),
  DKIM_OWN_KEYS_NOT_FOUND: ({ domain, selectors }) => ({
    fact: `På ${domain} fant vi ingen DKIM-nøkler under de vanlige navnene (${list(selectors)}). De kan ligge under andre navn.`,
    action: null,
  }),
  DKIM_OWN_CNAME_WITHOUT_KEY: ({ name, found }) => ({
    fact: `CNAME-oppføringen ${name} peker til ${found}, men der ligger det ingen nøkkel. Trolig er signering ikke slått på hos e-posttjenesten.`,
    action: null,
  }),
  DKIM_KEY_REVOKED: ({ name }) => ({
    fact: `Nøkkelen på ${name} er trukket tilbake («p=» er tom).`,
    action: null,
  }),
  DKIM_KEY_INVALID: ({ name, problem }) => ({
    fact: `Nøkkelen på ${name} kan ikke brukes: ${problems[problem]}.`,
    action: 'Legg inn oppføringen på nytt, slik e-posttjenesten oppgir den.',
  }),
  DKIM_KEY_TOO_SHORT: ({ name, bits, least }) => ({
    fact: `Nøkkelen på ${name} er på ${count(bits)} biter. Mottakere godtar ikke nøkler på under ${count(least)}.`,
    action: 'Lag en ny og lengre nøkkel hos e-posttjenesten.',
  }),
  DKIM_KEY_SHORT: ({ name, bits, advised }) => ({
    fact: `Nøkkelen på ${name} er på ${count(bits)} biter, men ${count(advised)} er anbefalt.`,
    action: `Lag en ny nøkkel på ${count(advised)} biter hos e-posttjenesten.`,
  }),
  DKIM_KEY_TESTING: ({ name }) => ({
    fact: `Nøkkelen på ${name} er merket med «t=y» (test). Da skal mottakere behandle e-posten som usignert.`,
    action: null,
  }),
} satisfies Partial<MessagesOf<'DKIM'>>;

export const nbDkim: MessagesOf<'DKIM'> = { ...lent, ...own };
