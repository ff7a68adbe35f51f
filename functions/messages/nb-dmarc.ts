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
  quarantine: 'regne den som mistenkelig (quarantine)',
  reject: 'avvise den (reject)',
} as const satisfies Record<Arguments['DMARC_INHERITED']['policy'], string>;

export const nbDmarc: MessagesOf<'DMARC'> = {
  DMARC_NO_RECORD: ({ domain, name }) => ({
    fact: `Domenet ${domain} har ingen DMARC-oppføring.`,
    action: `Lag en TXT-oppføring på ${name} som begynner med «v=DMARC1; p=none».`,
  }),
  DMARC_SEVERAL_RECORDS: ({ name, records }) => ({
    fact: `Det ligger ${count(records.length)} DMARC-oppføringer på ${name}, og mottakere ser bort fra dem alle. Her er de: ${quotes(records)}.`,
    action: 'Behold bare den som skal gjelde.',
  }),
  DMARC_NOT_RECOGNISED: ({ name, text }) => ({
    fact: `TXT-oppføringen «${text}» på ${name} ligner på DMARC. Mottakere leser den likevel ikke som DMARC.`,
    action: 'La teksten begynne med nøyaktig «v=DMARC1;».',
  }),
  DMARC_SPF_RECORD: ({ name, text }) => ({
    fact: `På ${name} ligger det en SPF-oppføring («${text}»). Der hører DMARC til.`,
    action: 'Bytt oppføringen med en DMARC-oppføring. SPF skal bare stå på selve domenet.',
  }),
  DMARC_MISPLACED: ({ found, name, text }) => ({
    fact: `DMARC-oppføringen «${text}» ligger på ${found}. Mottakere leter på ${name}.${found === `${name}.${name.slice('_dmarc.'.length)}` ? ' DNS-leverandøren legger trolig selv til domenet i navnet.' : ''}`,
    action: `Flytt oppføringen til ${name}.`,
  }),
  DMARC_UNANSWERED: (question) => ({
    fact: `DMARC kunne ikke sjekkes fullt ut. ${unanswered(question)}.`,
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
    fact: `Domenet ${domain} følger DMARC-oppføringen på ${name}. Når e-post ikke består, ber oppføringen mottakere om å ${policies[policy]}.`,
    action: null,
  }),
  DMARC_SENDER_FAILS: ({ domain, name, policy }) => ({
    fact: `E-post fra ${sender.name} med ${domain} som avsender består ikke DMARC. ${record({ name })} ber mottakere om å ${policies[policy]}.`,
    action: `Godkjenn ${sender.name} i SPF, eller la ${sender.name} signere med DKIM.`,
  }),
  DMARC_TESTING: (args) => ({
    fact: `I ${record(args)} står «${args.written}», men på grunn av «t=y» gjelder «${args.effective}».`,
    action: null,
  }),
  DMARC_POLICY_MISSING: (args) => ({
    fact: `Det står ingen «p=» i ${record(args)}. Mottakere regner den derfor som «p=none».`,
    action: 'Skriv «p=none» rett etter «v=DMARC1;». Når alle avsendere er på plass, kan du bytte til «p=quarantine».',
  }),
  DMARC_BAD_POLICY: (args) => ({
    fact:
      args.effective === null
        ? `Verdien ${inRecord(args)} er ikke gyldig. Derfor ser mottakere bort fra hele oppføringen.`
        : `Verdien ${inRecord(args)} er ikke gyldig. Mottakere følger «p=${args.effective}» i stedet.`,
    action:
      args.suggestion === null
        ? `Skriv «${args.tag}=none», «${args.tag}=quarantine» eller «${args.tag}=reject».`
        : `Skriv «${args.tag}=${args.suggestion}».`,
  }),
  DMARC_BAD_VALUE: (args) => ({
    fact: `Verdien ${inRecord(args)} er ikke gyldig. Mottakere ser bort fra den.`,
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
    fact: `I ${record(args)} står «${args.tag}» mer enn én gang (${written(args)}). Da er det uvisst hva mottakere følger.`,
    action: `Behold bare den «${args.tag}» som skal gjelde.`,
  }),
  DMARC_UNKNOWN_TAG: (args) => ({
    fact: `Verdien ${inRecord(args)} er ikke en del av DMARC. Mottakere ser bort fra den.`,
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
    fact: `Det står ikke «mailto:» foran «${args.uri}» under «${args.tag}» i ${record(args)}. Derfor kommer det ingen rapporter dit.`,
    action: `Skriv «mailto:${args.uri}».`,
  }),
  DMARC_OBSOLETE_SIZE: (args) => ({
    fact: `Adressen «${args.uri}» under «${args.tag}» i ${record(args)} har en grense for størrelse. Standarden (RFC 9989) bruker den ikke lenger.`,
    action: null,
  }),
  DMARC_REPORTS_REFUSED: (args) => ({
    fact: `Ingenting på ${args.expected} bekrefter at ${args.destination} tar imot rapporter. Derfor blir de («${args.tag}» på ${args.name}) ikke sendt dit.`,
    action: `Be ${args.destination} lage TXT-oppføringen «v=DMARC1;» på ${args.expected}. Ellers kan du bruke en adresse på ditt eget domene.`,
  }),
  DMARC_MORE: (args) => ({
    fact: `Av hvert slags funn i ${record(args)} viser vi bare de første. Utelatt: ${count(args.more)}.`,
    action: null,
  }),
};
