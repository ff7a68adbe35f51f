import { sender } from '#core/sender.ts';
import { list, tryAgainOrAsk, unanswered } from './en-phrases.ts';
import type { MessagesOf } from './messages.ts';

export const enDomain: MessagesOf<'DOMAIN'> = {
  DOMAIN_UNKNOWN: ({ domain, name }) => ({
    fact: `DNS says that neither ${domain} nor ${name} exists. That answer cannot be relied on, so the domain could not be checked.`,
    action: 'Try again in a moment.',
  }),
  DOMAIN_NOT_FOUND: ({ domain }) => ({
    fact: `The domain ${domain} does not exist in DNS.`,
    action: 'Check that the name is spelt right and that the domain has been renewed with its registrar.',
  }),
};

export const enMx: MessagesOf<'MX'> = {
  MX_FOUND: ({ domain, hosts, service }) => ({
    fact:
      service === null
        ? `Mail to ${domain} is received by ${list(hosts)}.`
        : `Mail to ${domain} is received by ${service} (${list(hosts)}).`,
    action: null,
  }),
  MX_HOST_NOT_FOUND: ({ domain, host }) => ({
    fact: `The MX record of ${domain} points to ${host}, which has no address in DNS. So no mail arrives there.`,
    action: null,
  }),
  MX_IS_ADDRESS: ({ domain, host }) => ({
    fact: `The MX record of ${domain} points to the address ${host}, where a name belongs. Mail may not arrive.`,
    action: 'Replace the address with the server name that your mail service gives.',
  }),
  MX_NULL_AMONG_OTHERS: ({ domain }) => ({
    fact: `The domain ${domain} has an MX record (“.”) that says that it takes no mail. It has other MX records too.`,
    action: 'Remove the MX record “.” if the domain is to take mail.',
  }),
  MX_NONE: ({ domain }) => ({
    fact: `The domain ${domain} has no MX record. Replies to its mail may not arrive.`,
    action: null,
  }),
  MX_NULL: ({ domain }) => ({
    fact: `The domain ${domain} says that it takes no mail (MX “0 .”). So replies to mail from ${sender.name} do not arrive.`,
    action: 'Replace the MX record with those that your mail service gives.',
  }),
  MX_UNANSWERED: (question) => ({
    fact: `Receiving mail could not be checked. ${unanswered(question)}.`,
    action: tryAgainOrAsk,
  }),
};
