import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import { count, list, quotes, tryAgainOrAsk, unanswered } from './en-phrases.ts';
import type { MessagesOf } from './messages.ts';
import { startsWithQuote } from './quoted.ts';

interface InRecord {
  readonly domain: string;
}
interface InTerm extends InRecord {
  readonly term: string;
}

const ofDomain = ({ domain }: InRecord): string => `SPF record of ${domain}`;
const record = (args: InRecord): string => `the ${ofDomain(args)}`;
const term = (args: InTerm): string => `“${args.term}” in ${record(args)}`;

/** RFC 7208 section 4.6: what a syntax error, or too many look-ups, means to a receiver. */
const invalid = 'That makes the whole record invalid.';
/** The same, where another name has records too. */
const invalidOf = ({ domain }: InRecord): string => `That makes the whole record of ${domain} invalid.`;

const removeUnused = 'Remove terms for services that you no longer use';

const addInclude = ({ include }: { readonly include: string }): string =>
  `Add “include:${include}” right after “v=spf1”.`;

const saysOfOthers = {
  fail: 'says that they may not send (fail)',
  softfail: 'says that they probably may not send (softfail)',
  neutral: 'does not say whether they may send (neutral)',
} as const satisfies Record<Arguments['SPF_SENDER_NOT_LISTED']['result'], string>;

const families = { ip4: 'IPv4', ip6: 'IPv6' } as const;

/** Is the sender authorised? */
const authorisation = {
  SPF_SENDER_AUTHORISED: (args) => ({
    fact:
      args.path.length > 1
        ? `${sender.name} is authorised. SPF has “${args.term}” (${args.path.join(' → ')}).`
        : `${sender.name} is authorised. There is ${term(args)}.`,
    action: null,
  }),
  SPF_SENDER_SAMPLED: (args) => ({
    fact: `What we tried (${count(args.tried)}) shows that ${sender.name} is authorised. But ${term(args)} decides anew for each e-mail.`,
    action: `Add “include:${args.include}” right after “v=spf1” to make it certain.`,
  }),
  SPF_SENDER_NOT_LISTED: (args) => ({
    fact: `The servers of ${sender.name} are not authorised. The ${ofDomain(args)} ${saysOfOthers[args.result]}.`,
    action: addInclude(args),
  }),
  SPF_SENDER_AFTER_ALL: (args) => ({
    fact: `${sender.name} is not authorised. The term “${args.term}” stands after “all” in ${record(args)}, where it is never read.`,
    action: `Move “include:${args.include}” to right after “v=spf1”.`,
  }),
  SPF_SENDER_QUALIFIER: (args) => ({
    fact: `The term ${term(args)} begins with “${args.term.slice(0, 1)}”. Mail from ${sender.name} then gets ${args.result} instead of pass.`,
    action: `Write “${args.term.slice(1)}” without the sign in front.`,
  }),
  SPF_SENDER_OLDER_NAME: (args) => ({
    fact: `${sender.name} is authorised in ${record(args)}, but with the older name ${args.older}.`,
    action: `Replace “include:${args.older}” with “include:${args.include}”.`,
  }),
  SPF_SENDER_ONLY_IP4: (args) => ({
    fact: `The ${ofDomain(args)} authorises the IPv4 addresses of ${sender.name}, but not its IPv6 addresses.`,
    action: addInclude(args),
  }),
  SPF_SENDER_PARTLY: (args) => ({
    fact: `The ${ofDomain(args)} authorises only some of the addresses of ${sender.name}. These are in it: ${list(args.authorised)}. These are not: ${list(args.missing)}.`,
    action: addInclude(args),
  }),
  SPF_SENDER_PERMERROR: (args) => ({
    fact: `${sender.name} is not authorised, since there are faults in ${record(args)}. That makes the whole record invalid (permerror).`,
    action: `Correct the other faults under SPF, and make sure that “include:${args.include}” is there.`,
  }),
  SPF_SENDER_UNKNOWN: (args) => ({
    fact: `It could not be checked whether ${record(args)} authorises ${sender.name} (${args.include}). DNS did not answer everything.`,
    action: tryAgainOrAsk,
  }),
  SPF_SENDER_UNREADABLE: ({ include }) => ({
    fact: `It could not be checked whether ${sender.name} is authorised. The addresses of ${sender.name} (${include}) could not be read from DNS just now.`,
    action: 'Try again in a moment. The cause is not your domain.',
  }),
  SPF_NO_ROOM: (args) => ({
    fact: `With “include:${args.include}”, ${record(args)} will need ${count(args.lookups)} look-ups. The limit is ${count(args.limit)}, and above it the record is invalid.`,
    action: `${removeUnused}, and then add ${sender.name}.`,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** The record as a whole. */
const records = {
  SPF_NO_RECORD: ({ domain }) => ({
    fact: `The domain ${domain} has no SPF record.`,
    action: `Create a TXT record that begins with “v=spf1 include:${sender.include}”. Include everybody else who sends mail for the domain.`,
  }),
  SPF_SEVERAL_RECORDS: ({ domain, records }) => ({
    fact: `The domain ${domain} has ${count(records.length)} SPF records, and that makes SPF invalid. Here they are: ${quotes(records)}.`,
    action: 'Merge them into one record, and delete the others.',
  }),
  SPF_NOT_RECOGNISED: ({ domain, text }) => ({
    fact: `The TXT record “${text}” at ${domain} resembles SPF. Still, receivers do not read it as SPF.${startsWithQuote(text) ? ' The quotation marks do not belong in it.' : ''}`,
    action: 'Let the text begin with exactly “v=spf1” and a space.',
  }),
  SPF_OBSOLETE_TYPE: ({ domain, text }) => ({
    fact: `The text “${text}” at ${domain} stands in a record of the type SPF. Receivers read only the type TXT.`,
    action: 'Create the record anew with the type TXT, and delete the one of the type SPF.',
  }),
  SPF_MISPLACED: ({ domain, found, text }) => ({
    fact: `The SPF record “${text}” stands at ${found}. Receivers look at ${domain}.${found === `${domain}.${domain}` ? ' The DNS host probably adds the domain to the name by itself.' : ''}`,
    action: `Include everybody in it in the SPF record at ${domain}. Delete the one at ${found}.`,
  }),
  SPF_UNANSWERED: (args) => ({
    fact: `SPF of ${args.domain} could not be checked in full. ${unanswered(args)}.`,
    action: tryAgainOrAsk,
  }),
  SPF_SIZE: (args) => ({
    fact: `The ${ofDomain(args)} is ${count(args.octets)} bytes long. Only ${count(args.limit)} safely fit into one DNS answer.`,
    action: `${removeUnused}.`,
  }),
  SPF_RECORD_UNREADABLE: (args) => ({
    fact: `It could not be checked whom ${record(args)} authorises. It is ${count(args.octets)} bytes long, and we read no more than ${count(args.limit)}.`,
    action: `${removeUnused}, and check again.`,
  }),
  SPF_MORE: (args) => ({
    fact: `Of each kind of finding in the SPF of ${args.domain}, only the first are shown. Left out: ${count(args.more)}.`,
    action: null,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** Syntax: each makes the whole record invalid; a missing space may leave one that is valid and means something else. */
const syntax = {
  SPF_UNKNOWN_MECHANISM: (args) => ({
    fact: `The term ${term(args)} uses “${args.mechanism}”, which SPF does not have. ${invalid}`,
    action: args.suggestion === null ? `Correct “${args.term}”, or remove it.` : `Write “${args.suggestion}”.`,
  }),
  SPF_BARE_VALUE: (args) => ({
    fact: `In front of ${term(args)} nothing says what it is. ${invalid}`,
    action:
      args.suggestion === null
        ? `Write “include:”, “a:” or “mx:” in front of “${args.term}”, or remove it.`
        : `Write “${args.suggestion}”.`,
  }),
  SPF_MISSING_SPACE: (args) => ({
    fact: `A space is missing in ${term(args)}. So receivers do not read it as it is meant.`,
    action: `Write “${args.parts.join(' ')}”.`,
  }),
  SPF_SPACE_IN_TERM: (args) => ({
    fact: `There is a space inside ${term(args)}. ${invalid}`,
    action: `Write “${args.suggestion}”.`,
  }),
  SPF_EMPTY_VALUE: (args) => ({
    fact: `The term ${term(args)} has no value. ${invalid}`,
    action: `Write the value right after “${args.term}”, or remove the term.`,
  }),
  SPF_UNEXPECTED_VALUE: (args) => ({
    fact: `The term ${term(args)} has a value, but “${args.mechanism}” cannot have one. ${invalid}`,
    action: `Remove what stands after “${args.mechanism}”.`,
  }),
  SPF_BAD_IP4: (args) => ({
    fact: `In ${term(args)}, “${args.value}” is not a valid IPv4 address. ${invalid}`,
    action: 'Correct the address, or remove the term.',
  }),
  SPF_BAD_IP6: (args) => ({
    fact: `In ${term(args)}, “${args.value}” is not a valid IPv6 address. ${invalid}`,
    action: 'Correct the address, or remove the term.',
  }),
  SPF_BAD_PREFIX_LENGTH: (args) => ({
    fact: `In ${term(args)}, “${args.value}” is not a valid prefix length. ${invalid}`,
    action: 'Write a number from 0 to 32 for IPv4, from 0 to 128 for IPv6.',
  }),
  SPF_BAD_DOMAIN: (args) => ({
    fact: `In ${term(args)}, “${args.value}” is not a valid domain name. ${invalid}`,
    action: 'Correct the name, or remove the term.',
  }),
  SPF_BAD_MACRO: (args) => ({
    fact: `In ${term(args)}, “${args.macro}” is not a valid macro. ${invalid}`,
    action: 'Correct the macro, or remove the term.',
  }),
  SPF_BAD_MODIFIER: (args) => ({
    fact: `The term ${term(args)} is not written the way SPF requires (“name=value”). ${invalid}`,
    action: `Correct “${args.term}”, or remove it.`,
  }),
  SPF_DUPLICATE_MODIFIER: (args) => ({
    fact: `In ${record(args)}, “${args.modifier}” stands more than once. ${invalid}`,
    action: `Keep only the one that is to count. Remove the other, for instance “${args.term}”.`,
  }),
  SPF_PUNCTUATION: (args) => ({
    fact: `There is a “${args.character}” at the end of ${term(args)}. ${invalid}`,
    action: `Remove “${args.character}”. Only spaces stand between terms.`,
  }),
  SPF_QUOTE: (args) => ({
    fact: `There is a quotation mark (${args.character}) in ${term(args)}. ${invalid}`,
    action: 'Remove the quotation marks.',
  }),
  SPF_INVISIBLE_CHARACTER: (args) => ({
    fact: `There are invisible characters (${list(args.characters)}) in ${term(args)}. ${invalid}`,
    action: 'Type the term by hand, and do not paste it.',
  }),
  SPF_LOOKALIKE_CHARACTER: (args) => ({
    fact: `The term ${term(args)} has characters that only resemble the ordinary ones: ${quotes(args.characters)}. ${invalid}`,
    action: 'Type the term by hand, and do not paste it.',
  }),
  SPF_NON_ASCII: (args) => ({
    fact: `The term ${term(args)} has characters that SPF cannot have: ${quotes(args.characters)}. ${invalid}`,
    action: 'Write the name as it stands in DNS, with only a–z, digits, full stops and hyphens.',
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** What can be read, and should be otherwise. */
const rules = {
  SPF_MECHANISM_AS_MODIFIER: (args) => ({
    fact: `Receivers ignore ${term(args)}, because it has an equals sign (=).`,
    action: `Write “${args.suggestion}”.`,
  }),
  SPF_UNKNOWN_MODIFIER: (args) => ({
    fact: `The term ${term(args)} is no part of SPF. Receivers ignore it.`,
    action: null,
  }),
  SPF_VERSION_REPEATED: (args) => ({
    fact: `The beginning “${args.term}” stands more than once in ${record(args)}. Receivers read only the first.`,
    action: `Let “${args.term}” stand only at the beginning of the record.`,
  }),
  SPF_NOT_A_HOST: (args) => ({
    fact: `In ${term(args)}, “${args.name}” is no name that a server can have.`,
    action: 'Correct the name, or remove the term.',
  }),
  SPF_AFTER_ALL: (args) => ({
    fact: `What stands after “all” in ${record(args)} is never read: ${quotes(args.terms)}.`,
    action: 'Move what is to count to before “all”, and remove the rest.',
  }),
  SPF_ALL_REPEATED: (args) => ({
    fact: `In ${record(args)}, “all” stands more than once, and only the first counts.`,
    action: 'Keep the first, and remove the others.',
  }),
  SPF_ALL_MISSING: (args) => ({
    fact: `There is no “all” at the end of ${record(args)}. It therefore says nothing of mail from other servers (neutral).`,
    action: 'End the record with “~all”.',
  }),
  SPF_ALL_PASS: (args) => ({
    fact: `Because of “+all” in ${record(args)}, anybody may send mail as the domain.`,
    action: 'Change it to “~all” once everybody who sends for the domain is in the record.',
  }),
  SPF_ALL_NEUTRAL: (args) => ({
    fact: `With “?all”, ${record(args)} does not say whether other servers may send.`,
    action: null,
  }),
  SPF_REDIRECT_IGNORED: (args) => ({
    fact: `Receivers ignore ${term(args)}, because the record also has “all”.`,
    action: `Remove “${args.term}” if “all” is to count. Otherwise remove “all”.`,
  }),
  SPF_DUPLICATE_TERM: (args) => ({
    fact: `The term ${term(args)} stands there more than once.`,
    action: 'Keep just one of them.',
  }),
  SPF_PTR: (args) => ({
    fact: `The standard (RFC 7208) advises against ${term(args)}. It is slow and unreliable.`,
    action: 'Write the addresses of the servers with “ip4:” and “ip6:” instead.',
  }),
  SPF_MACRO_P: (args) => ({
    fact: `The standard (RFC 7208) advises against the macro %{p} in ${term(args)}. It is slow and unreliable.`,
    action: 'Replace the term with one that does not use %{p}.',
  }),
  SPF_DYNAMIC: (args) => ({
    fact: `The term ${term(args)} is decided anew for each mail. So its addresses cannot be listed.`,
    action: null,
  }),
  SPF_EXTRA_SPACE: (args) => ({
    fact: `There are extra spaces in ${record(args)}, but they do no harm.`,
    action: null,
  }),
  SPF_BROAD_NETWORK: (args) => ({
    fact: `The network ${term(args)} is so large that it also authorises many strangers' servers.`,
    action: 'Write only the addresses of the servers that send for the domain.',
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

/** What the record leads to. */
const tree = {
  SPF_INCLUDE_NO_RECORD: (args) => ({
    fact: `The term ${term(args)} leads to ${args.name}, which has no SPF record. ${invalidOf(args)}`,
    action: `Correct the name, or remove “${args.term}”.`,
  }),
  SPF_INCLUDE_SEVERAL_RECORDS: (args) => ({
    fact: `The term ${term(args)} leads to ${args.name}, which has several SPF records. ${invalidOf(args)}`,
    action: `Tell whoever runs ${args.name}. Remove “${args.term}” if you no longer use it.`,
  }),
  SPF_LOOP: (args) => ({
    fact: `The term ${term(args)} leads back to itself (${args.path.join(' → ')}). ${invalid}`,
    action: `Remove “${args.term}”.`,
  }),
  SPF_LOOKUP_LIMIT: (args) => ({
    fact: `The ${ofDomain(args)} needs ${count(args.lookups)} look-ups, and the limit is ${count(args.limit)}. ${invalid}`,
    action: `${removeUnused}.`,
  }),
  SPF_LOOKUPS_AT_LIMIT: (args) => ({
    fact: `The ${ofDomain(args)} needs ${count(args.lookups)} look-ups, and the limit is ${count(args.limit)}. There is no room for more.`,
    action: `${removeUnused} before you add anything new.`,
  }),
  SPF_VOID_LIMIT: (args) => ({
    fact: `There are ${count(args.voids)} void look-ups in ${record(args)}, and the limit is ${count(args.limit)}. ${invalid} DNS has no answer for ${list(args.names)}.`,
    action: 'Remove the terms that lead to names without an answer in DNS.',
  }),
  SPF_VOID_LIMIT_FAMILY: (args) => ({
    fact: `For mail over ${families[args.family]} there are ${count(args.voids)} void look-ups in ${record(args)}, and the limit is ${count(args.limit)}. DNS has no answer for ${list(args.names)}.`,
    action: 'Write the addresses with “ip4:” and “ip6:” instead of the names.',
  }),
  SPF_VOID_LOOKUP: (args) => ({
    fact: `The term ${term(args)} leads to ${args.name}. DNS has no answer for it (a void look-up).`,
    action: null,
  }),
  SPF_MX_LIMIT: (args) => ({
    fact: `The term ${term(args)} gives ${count(args.hosts)} mail servers for ${args.name}, and the limit is ${count(args.limit)}. ${invalid}`,
    action: `Replace “${args.term}” with the addresses of the servers that send. Write them with “ip4:” and “ip6:”.`,
  }),
  SPF_TREE_BOUNDED: (args) => ({
    fact: `The ${ofDomain(args)} leads on to very much. We stopped after ${count(args.questions)} questions to DNS.`,
    action: `${removeUnused}, and check again.`,
  }),
} satisfies Partial<MessagesOf<'SPF'>>;

export const enSpf: MessagesOf<'SPF'> = { ...authorisation, ...records, ...syntax, ...rules, ...tree };
