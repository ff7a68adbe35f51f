import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import { count, quotes, tryAgainOrAsk, unanswered } from './en-phrases.ts';
import type { MessagesOf } from './messages.ts';

interface InRecord {
  readonly name: string;
}
interface InTag extends InRecord {
  readonly tag: string;
  readonly value: string;
}

const atName = ({ name }: InRecord): string => `DMARC record at ${name}`;
const record = (args: InRecord): string => `the ${atName(args)}`;
const written = ({ tag, value }: InTag): string => `“${tag}=${value}”`;
const inRecord = (args: InTag): string => `${written(args)} in ${record(args)}`;

const policies = {
  none: 'treat it as usual (none)',
  quarantine: 'regard it as suspicious (quarantine)',
  reject: 'reject it (reject)',
} as const satisfies Record<Arguments['DMARC_INHERITED']['policy'], string>;

export const enDmarc: MessagesOf<'DMARC'> = {
  DMARC_NO_RECORD: ({ domain, name }) => ({
    fact: `The domain ${domain} has no DMARC record.`,
    action: `Create a TXT record at ${name} that begins with “v=DMARC1; p=none”.`,
  }),
  DMARC_SEVERAL_RECORDS: ({ name, records }) => ({
    fact: `There are ${count(records.length)} DMARC records at ${name}, and receivers ignore them all. Here they are: ${quotes(records)}.`,
    action: 'Keep only the one that is to count.',
  }),
  DMARC_NOT_RECOGNISED: ({ name, text }) => ({
    fact: `The TXT record “${text}” at ${name} resembles DMARC. Still, receivers do not read it as DMARC.`,
    action: 'Let the text begin with exactly “v=DMARC1;”.',
  }),
  DMARC_SPF_RECORD: ({ name, text }) => ({
    fact: `An SPF record (“${text}”) stands at ${name}. DMARC belongs there.`,
    action: 'Replace the record with a DMARC record. SPF is to stand only at the domain itself.',
  }),
  DMARC_MISPLACED: ({ found, name, text }) => ({
    fact: `The DMARC record “${text}” stands at ${found}. Receivers look at ${name}.${found === `${name}.${name.slice('_dmarc.'.length)}` ? ' The DNS host probably adds the domain to the name by itself.' : ''}`,
    action: `Move the record to ${name}.`,
  }),
  DMARC_UNANSWERED: (question) => ({
    fact: `DMARC could not be checked in full. ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
  DMARC_POLICY: ({ domain, name, policy }) => ({
    fact: `When mail from ${domain} does not pass DMARC, ${name} asks receivers to ${policies[policy]}.`,
    action: null,
  }),
  DMARC_POLICY_NONE: ({ domain, name }) => ({
    fact: `When mail from ${domain} does not pass DMARC, ${name} asks receivers to ${policies.none}.`,
    action: null,
  }),
  DMARC_INHERITED: ({ domain, name, policy }) => ({
    fact: `The domain ${domain} follows the DMARC record at ${name}. When mail does not pass, the record asks receivers to ${policies[policy]}.`,
    action: null,
  }),
  DMARC_SENDER_FAILS: ({ domain, name, policy }) => ({
    fact: `E-mail from ${sender.name} with ${domain} as sender does not pass DMARC. The ${atName({ name })} asks receivers to ${policies[policy]}.`,
    action: `Authorise ${sender.name} in SPF, or let ${sender.name} sign with DKIM.`,
  }),
  DMARC_TESTING: (args) => ({
    fact: `In ${record(args)} stands “${args.written}”, but because of “t=y” it is “${args.effective}” that applies.`,
    action: null,
  }),
  DMARC_POLICY_MISSING: (args) => ({
    fact: `There is no “p=” in ${record(args)}. Receivers therefore treat it as “p=none”.`,
    action:
      'Write “p=none” right after “v=DMARC1;”. Once all senders are in place, you can change it to “p=quarantine”.',
  }),
  DMARC_BAD_POLICY: (args) => ({
    fact:
      args.effective === null
        ? `The value ${inRecord(args)} is not valid. Receivers therefore ignore the whole record.`
        : `The value ${inRecord(args)} is not valid. Receivers follow “p=${args.effective}” instead.`,
    action:
      args.suggestion === null
        ? `Write “${args.tag}=none”, “${args.tag}=quarantine” or “${args.tag}=reject”.`
        : `Write “${args.tag}=${args.suggestion}”.`,
  }),
  DMARC_BAD_VALUE: (args) => ({
    fact: `The value ${inRecord(args)} is not valid. Receivers ignore it.`,
    action: `Correct ${written(args)}, or remove it.`,
  }),
  DMARC_BAD_TAG: (args) => ({
    fact: `The text “${args.text}” in ${record(args)} is not written as “name=value”.`,
    action: `Correct “${args.text}”, or remove it.`,
  }),
  DMARC_COMMA: (args) => ({
    fact: `A comma stands in the place of a semicolon in ${record(args)}: “${args.text}”.`,
    action: 'Write a semicolon (;) instead of the comma (,).',
  }),
  DMARC_DUPLICATE_TAG: (args) => ({
    fact: `In ${record(args)}, “${args.tag}” stands more than once (${written(args)}). It is then uncertain what receivers follow.`,
    action: `Keep only the “${args.tag}” that is to count.`,
  }),
  DMARC_UNKNOWN_TAG: (args) => ({
    fact: `The value ${inRecord(args)} is no part of DMARC. Receivers ignore it.`,
    action: null,
  }),
  DMARC_OBSOLETE_TAG: (args) => ({
    fact: `The standard (RFC 9989) no longer uses ${inRecord(args)}.`,
    action: null,
  }),
  DMARC_BAD_URI: (args) => ({
    fact: `The address “${args.uri}” under “${args.tag}” in ${record(args)} cannot be used for reports.`,
    action: 'Write the address as “mailto:” and an e-mail address.',
  }),
  DMARC_NO_MAILTO: (args) => ({
    fact: `There is no “mailto:” in front of “${args.uri}” under “${args.tag}” in ${record(args)}. So no reports go there.`,
    action: `Write “mailto:${args.uri}”.`,
  }),
  DMARC_OBSOLETE_SIZE: (args) => ({
    fact: `The address “${args.uri}” under “${args.tag}” in ${record(args)} has a size limit. The standard (RFC 9989) no longer uses it.`,
    action: null,
  }),
  DMARC_REPORTS_REFUSED: (args) => ({
    fact: `Nothing at ${args.expected} confirms that ${args.destination} takes reports. So they (“${args.tag}” at ${args.name}) are not sent there.`,
    action: `Ask ${args.destination} to create the TXT record “v=DMARC1;” at ${args.expected}. Otherwise you can use an address at your own domain.`,
  }),
  DMARC_MORE: (args) => ({
    fact: `Of each kind of finding in ${record(args)}, only the first are shown. Left out: ${count(args.more)}.`,
    action: null,
  }),
};
