import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import type { MessagesOf } from './messages.ts';
import { count, quotes, tryAgainOrAsk, unanswered } from './nb-phrases.ts';

interface InRecord {
  readonly name: string;
}
interface InTag extends InRecord {
  readonly tag: string;
  readonly value: string;
}

const record = ({ name }: InRecord): string => `DMARC-oppføringen på ${name}`;
const written = ({ tag, value }: InTag): string => `«${tag}=${value}»`;
const inRecord = (args: InTag): string => `${written(args)} i ${record(args)}`;

const policies = {
  none: 'behandle den som vanlig (none)',
  quarantine: 'behandle den som mistenkelig (quarantine)',
  reject: 'avvise den (reject)',
} as const satisfies Record<Arguments['DMARC_INHERITED']['policy'], string>;

export const nbDmarc: MessagesOf<'DMARC'> = {
  DMARC_NO_RECORD: ({ domain, name }) => ({
    fact: `Domenet ${domain} har ingen DMARC-oppføring.`,
    action: `Opprett en TXT-oppføring på ${name} som begynner med «v=DMARC1; p=none».`,
  }),
  DMARC_SEVERAL_RECORDS: ({ name, records }) => ({
    fact: `Det ligger ${count(records.length)} DMARC-oppføringer på ${name}, så mottakere ser bort fra dem alle: ${quotes(records)}.`,
    action: 'Behold bare den som skal gjelde.',
  }),
  DMARC_NOT_RECOGNISED: ({ name, text }) => ({
    fact: `TXT-oppføringen «${text}» på ${name} ligner på DMARC, men mottakere leser den ikke som DMARC.`,
    action: 'La teksten begynne med nøyaktig «v=DMARC1;».',
  }),
  DMARC_SPF_RECORD: ({ name, text }) => ({
    fact: `På ${name} ligger det en SPF-oppføring («${text}»), men her hører DMARC til.`,
    action: 'Bytt den med en DMARC-oppføring, og ha SPF bare på selve domenet.',
  }),
  DMARC_MISPLACED: ({ found, name, text }) => ({
    fact: `DMARC-oppføringen «${text}» ligger på ${found}, men mottakere leter på ${name}.`,
    action: `Flytt oppføringen til ${name}.`,
  }),
  DMARC_UNANSWERED: (question) => ({
    fact: `DMARC kunne ikke sjekkes fullt ut: ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
  DMARC_POLICY: ({ domain, name, policy }) => ({
    fact: `Når e-post fra ${domain} ikke består DMARC, ber ${name} mottakere om å ${policies[policy]}.`,
    action: null,
  }),
  DMARC_POLICY_NONE: ({ domain, name }) => ({
    fact: `Når e-post fra ${domain} ikke består DMARC, ber ${name} mottakere om å ${policies.none}.`,
    action: null,
  }),
  DMARC_INHERITED: ({ domain, name, policy }) => ({
    fact: `Domenet ${domain} følger DMARC-oppføringen på ${name}: når e-post ikke består, bes mottakere om å ${policies[policy]}.`,
    action: null,
  }),
  DMARC_SENDER_FAILS: ({ domain, name, policy }) => ({
    fact: `E-post fra ${sender.name} med ${domain} som avsender består ikke DMARC, og ${name} ber mottakere om å ${policies[policy]}.`,
    action: `Godkjenn ${sender.name} i SPF, eller la ${sender.name} signere med DKIM.`,
  }),
  DMARC_TESTING: (args) => ({
    fact: `På grunn av «t=y» i ${record(args)} gjelder «${args.effective}», selv om det står «${args.written}».`,
    action: null,
  }),
  DMARC_POLICY_MISSING: (args) => ({
    fact: `Det står ingen «p=» i ${record(args)}, så mottakere regner den som «p=none».`,
    action: 'Skriv «p=none» rett etter «v=DMARC1;», eller «p=quarantine» når alle avsendere er på plass.',
  }),
  DMARC_BAD_POLICY: (args) => ({
    fact:
      args.effective === null
        ? `Verdien ${inRecord(args)} er ikke gyldig, så mottakere ser bort fra hele oppføringen.`
        : `Verdien ${inRecord(args)} er ikke gyldig, så mottakere følger «p=${args.effective}» i stedet.`,
    action:
      args.suggestion === null
        ? `Skriv «${args.tag}=none», «${args.tag}=quarantine» eller «${args.tag}=reject».`
        : `Skriv «${args.tag}=${args.suggestion}».`,
  }),
  DMARC_BAD_VALUE: (args) => ({
    fact: `Verdien ${inRecord(args)} er ikke gyldig, så mottakere ser bort fra den.`,
    action: `Rett ${written(args)}, eller ta det bort.`,
  }),
  DMARC_BAD_TAG: (args) => ({
    fact: `Teksten «${args.text}» i ${record(args)} er ikke skrevet som «navn=verdi».`,
    action: `Rett «${args.text}», eller ta det bort.`,
  }),
  DMARC_COMMA: (args) => ({
    fact: `Det står komma der det skal stå semikolon i ${record(args)}: «${args.text}».`,
    action: 'Skriv semikolon (;) i stedet for komma (,).',
  }),
  DMARC_DUPLICATE_TAG: (args) => ({
    fact: `I ${record(args)} står «${args.tag}» mer enn én gang (${written(args)}), så det er uvisst hva mottakere følger.`,
    action: `Behold bare den «${args.tag}» som skal gjelde.`,
  }),
  DMARC_UNKNOWN_TAG: (args) => ({
    fact: `Mottakere ser bort fra ${inRecord(args)}, som ikke er en del av DMARC.`,
    action: null,
  }),
  DMARC_OBSOLETE_TAG: (args) => ({
    fact: `Standarden (RFC 9989) bruker ikke lenger ${inRecord(args)}.`,
    action: null,
  }),
  DMARC_BAD_URI: (args) => ({
    fact: `Adressen «${args.uri}» under «${args.tag}» i ${record(args)} kan ikke brukes til rapporter.`,
    action: 'Skriv adressen som «mailto:» og en e-postadresse.',
  }),
  DMARC_NO_MAILTO: (args) => ({
    fact: `Foran «${args.uri}» under «${args.tag}» i ${record(args)} står det ikke «mailto:», så ingen rapporter kommer dit.`,
    action: `Skriv «mailto:${args.uri}».`,
  }),
  DMARC_OBSOLETE_SIZE: (args) => ({
    fact: `Standarden (RFC 9989) bruker ikke lenger størrelsesgrensen i «${args.uri}» under «${args.tag}» i ${record(args)}.`,
    action: null,
  }),
  DMARC_REPORTS_REFUSED: (args) => ({
    fact: `Det er ikke bekreftet på ${args.expected} at ${args.destination} tar imot rapporter, så de («${args.tag}» på ${args.name}) blir ikke sendt dit.`,
    action: `Be ${args.destination} opprette TXT-oppføringen «v=DMARC1;» på ${args.expected}, eller bruk en adresse på ditt eget domene.`,
  }),
};
