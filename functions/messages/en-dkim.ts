import type { Arguments } from '#core/findings.ts';
import { sender } from '#core/sender.ts';
import { count, list, tryAgainOrAsk, unanswered } from './en-phrases.ts';
import type { MessagesOf } from './messages.ts';

interface Names {
  readonly name: string;
  readonly target: string;
}

const create = ({ name, target }: Names): string => `Create a CNAME record at ${name} that points to “${target}”`;
const replace = ({ target }: Names): string => `Replace the record with a CNAME record that points to “${target}”.`;

const problems = {
  version: '“v=” must stand first and be “DKIM1”',
  algorithm: 'the algorithm in “k=” is unknown',
  base64: '“p=” is not valid base64',
  key: '“p=” is not a key of the type that is given',
  tags: 'the text is not written as “name=value;”',
  service: '“s=” says that it is not for mail',
  hash: '“h=” does not allow sha256',
} as const satisfies Record<Arguments['DKIM_KEY_INVALID']['problem'], string>;

/** The key that the sender lends. */
const lent = {
  DKIM_SENDER_RIGHT: ({ name, target }) => ({
    fact:
      name === target
        ? `The key of ${sender.name} is at ${name}.`
        : `The CNAME record ${name} points to ${target}. ${sender.name} can sign once “SMTP DKIM” is switched on.`,
    action: null,
  }),
  DKIM_SENDER_MISSING: (args) => ({
    fact: `There is no record at ${args.name}. So ${sender.name} cannot sign the mail with DKIM.`,
    action: `${create(args)}. Then switch on “SMTP DKIM” in ${sender.name}.`,
  }),
  DKIM_SENDER_OTHER_WAY: ({ name, target }) => ({
    fact: `There is no record at ${name} (to ${target}). The domain's mail service has DKIM keys all the same, and that is enough when ${sender.name} sends through it.`,
    action: null,
  }),
  DKIM_SENDER_WRONG_TARGET: ({ name, target, found, typo }) => ({
    fact: typo
      ? `The CNAME record ${name} points to “${found}”. That is probably a slip for “${target}”.`
      : `The CNAME record ${name} points to “${found}” and not to the key of ${sender.name}.`,
    action: `Let the CNAME record point to “${target}”.`,
  }),
  DKIM_SENDER_OWNER_DOUBLED: ({ name, target, found }) => ({
    fact: `The record stands at ${found} and not at ${name}. The DNS provider probably adds the domain itself.`,
    action: `Write just “${sender.selector}._domainkey” as the name of the CNAME record to “${target}”.`,
  }),
  DKIM_SENDER_MISPLACED: ({ name, target, found }) => ({
    fact: `The record stands at ${found}, but receivers look at ${name}.`,
    action: `Move the CNAME record to ${name}, and let it point to “${target}”.`,
  }),
  DKIM_SENDER_TARGET_DOUBLED: ({ name, target, found }) => ({
    fact: `The CNAME record ${name} points to “${found}”. The DNS provider probably adds the domain itself.`,
    action: `Write the target with a full stop at its end: “${target}.”.`,
  }),
  DKIM_SENDER_KEY_AS_TXT: (args) => ({
    fact: `The key of ${sender.name} has been copied as TXT to ${args.name}. It stops working if ${sender.name} changes its key.`,
    action: replace(args),
  }),
  DKIM_SENDER_OTHER_KEY: (args) => ({
    fact: `The key at ${args.name} is not the one that ${sender.name} signs with. So the signature cannot be verified.`,
    action: replace(args),
  }),
  DKIM_SENDER_CNAME_AS_TXT: (args) => ({
    fact: `The text “${args.text}” stands as TXT at ${args.name}, but should be a CNAME record.`,
    action: replace(args),
  }),
  DKIM_SENDER_NO_KEY: (args) => ({
    fact: `The TXT record “${args.text}” at ${args.name} is not a DKIM key.`,
    action: replace(args),
  }),
  DKIM_SENDER_FLATTENED: ({ name, target, host }) => ({
    fact: `The record ${name} gives the same key as ${target}. ${host} does not show the CNAME record itself, and that is as it should be.`,
    action: null,
  }),
  DKIM_SENDER_WILDCARD: (args) => ({
    fact: `The answer for ${args.name} comes from a wildcard record (*). It does not give the key of ${sender.name}.`,
    action: `${create(args)}.`,
  }),
  DKIM_SENDER_WILDCARD_RIGHT: ({ name, target }) => ({
    fact: `The name ${name} points to ${target}, and that works. The answer comes from a wildcard record (*).`,
    action: null,
  }),
  DKIM_SENDER_UNREADABLE: ({ target }) => ({
    fact: `DKIM could not be checked. The key of ${sender.name} (${target}) could not be read from DNS just now.`,
    action: 'Try again in a moment. The cause is not your domain.',
  }),
  DKIM_UNANSWERED: (question) => ({
    fact: `DKIM could not be checked in full. ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
} satisfies Partial<MessagesOf<'DKIM'>>;

/** Keys of the domain's own mail service. */
const own = {
  DKIM_OWN_KEYS: ({ domain, service, selectors }) => ({
    fact: `There are DKIM keys of ${service ?? 'the mail service'} at ${domain} (${list(selectors)}).`,
    action: null,
  }),
  DKIM_OWN_KEYS_NOT_FOUND: ({ domain, selectors }) => ({
    fact: `At ${domain} we found no DKIM keys under the usual names (${list(selectors)}). They may stand under others.`,
    action: null,
  }),
  DKIM_OWN_CNAME_WITHOUT_KEY: ({ name, found }) => ({
    fact: `The CNAME record ${name} points to ${found}, but there is no key there. Signing is probably not switched on at the mail service.`,
    action: null,
  }),
  DKIM_KEY_REVOKED: ({ name }) => ({
    fact: `The key at ${name} has been revoked (“p=” is empty).`,
    action: null,
  }),
  DKIM_KEY_INVALID: ({ name, problem }) => ({
    fact: `The key at ${name} cannot be used: ${problems[problem]}.`,
    action: 'Publish the record anew, as the mail service gives it.',
  }),
  DKIM_KEY_TOO_SHORT: ({ name, bits, least }) => ({
    fact: `The key at ${name} has ${count(bits)} bits. Receivers accept no key under ${count(least)}.`,
    action: 'Create a new and longer key at the mail service.',
  }),
  DKIM_KEY_SHORT: ({ name, bits, advised }) => ({
    fact: `The key at ${name} has ${count(bits)} bits, but ${count(advised)} are advised.`,
    action: `Create a new key of ${count(advised)} bits at the mail service.`,
  }),
  DKIM_KEY_TESTING: ({ name }) => ({
    fact: `The key at ${name} is marked “t=y” (testing). Receivers are then to treat the mail as unsigned.`,
    action: null,
  }),
} satisfies Partial<MessagesOf<'DKIM'>>;

export const enDkim: MessagesOf<'DKIM'> = { ...lent, ...own };
