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

const record = ({ name }: InRecord): string => `the DMARC record at ${name}`;
const written = ({ tag, value }: InTag): string => `“${tag}=${value}”`;
const inRecord = (args: InTag): string => `${written(args)} in ${record(args)}`;

const policies = {
  none: 'treat it as usual (none)',
  quarantine: 'treat it as suspicious (quarantine)',
  reject: 'reject it (reject)',
} as const satisfies Record<Arguments['DMARC_INHERITED']['policy'], string>;

export const enDmarc: MessagesOf<'DMARC'> = {
  DMARC_NO_RECORD: ({ domain, name }) => ({
    fact: `The domain ${domain} has no DMARC record.`,
    action: `Create a TXT record at ${name} that begins with “v=DMARC1; p=none”.`,
  }),
  DMARC_SEVERAL_RECORDS: ({ name, records }) => ({
    fact: `There are ${count(records.length)} DMARC records at ${name}, so receivers ignore them all: ${quotes(records)}.`,
    action: 'Keep only the one that is to count.',
  }),
  DMARC_NOT_RECOGNISED: ({ name, text }) => ({
    fact: `The TXT record “${text}” at ${name} resembles DMARC, but receivers do not read it as DMARC.`,
    action: 'Let the text begin with exactly “v=DMARC1;”.',
  }),
  DMARC_SPF_RECORD: ({ name, text }) => ({
    fact: `An SPF record (“${text}”) stands at ${name}, where DMARC belongs.`,
    action: 'Replace it with a DMARC record, and keep SPF at the domain itself.',
  }),
  DMARC_MISPLACED: ({ found, name, text }) => ({
    fact: `The DMARC record “${text}” stands at ${found}, but receivers look at ${name}.`,
    action: `Move the record to ${name}.`,
  }),
  DMARC_UNANSWERED: (question) => ({
    fact: `DMARC could not be checked in full: ${unanswered(question)}.`,
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
    fact: `The domain ${domain} follows the DMARC record at ${name}: when mail does not pass, receivers are asked to ${policies[policy]}.`,
    action: null,
  }),
  DMARC_SENDER_FAILS: ({ domain, name, policy }) => ({
    fact: `E-mail from ${sender.name} with ${domain} as sender does not pass DMARC, and ${name} asks receivers to ${policies[policy]}.`,
    action: `Authorise ${sender.name} in SPF, or let ${sender.name} sign with DKIM.`,
  }),
  DMARC_TESTING: (args) => ({
    fact: `Because of “t=y” in ${record(args)}, “${args.effective}” applies although “${args.written}” is written.`,
    action: null,
  }),
  DMARC_POLICY_MISSING: (args) => ({
    fact: `There is no “p=” in ${record(args)}, so receivers treat it as “p=none”.`,
    action: 'Write “p=none” right after “v=DMARC1;”, or “p=quarantine” once all senders are in place.',
  }),
  DMARC_BAD_POLICY: (args) => ({
    fact:
      args.effective === null
        ? `The value ${inRecord(args)} is not valid, so receivers ignore the whole record.`
        : `The value ${inRecord(args)} is not valid, so receivers follow “p=${args.effective}” instead.`,
    action:
      args.suggestion === null
        ? `Write “${args.tag}=none”, “${args.tag}=quarantine” or “${args.tag}=reject”.`
        : `Write “${args.tag}=${args.suggestion}”.`,
  }),
  DMARC_BAD_VALUE: (args) => ({
    fact: `The value ${inRecord(args)} is not valid, so receivers ignore it.`,
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
    fact: `In ${record(args)}, “${args.tag}” stands more than once (${written(args)}), so it is uncertain what receivers follow.`,
    action: `Keep only the “${args.tag}” that is to count.`,
  }),
  DMARC_UNKNOWN_TAG: (args) => ({
    fact: `Receivers ignore ${inRecord(args)}, which is no part of DMARC.`,
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
    fact: `In front of “${args.uri}” under “${args.tag}” in ${record(args)} there is no “mailto:”, so no reports go there.`,
    action: `Write “mailto:${args.uri}”.`,
  }),
  DMARC_OBSOLETE_SIZE: (args) => ({
    fact: `The standard (RFC 9989) no longer uses the size limit in “${args.uri}” under “${args.tag}” in ${record(args)}.`,
    action: null,
  }),
  DMARC_REPORTS_REFUSED: (args) => ({
    fact: `Nothing at ${args.expected} confirms that ${args.destination} takes reports, so they (“${args.tag}” at ${args.name}) are not sent there.`,
    action: `Ask ${args.destination} to create the TXT record “v=DMARC1;” at ${args.expected}, or use an address at your own domain.`,
  }),
};
