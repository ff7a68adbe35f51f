import { sender } from '#core/sender.ts';
import { askDnsHost, askSupport, checkAgain, logIn, waitAndCheck } from './en-steps.ts';
import type { HelpTextsOf } from './help.ts';

const findServers = 'Find the MX records that your mail service gives.';

export const enHelpDomain: HelpTextsOf<'DOMAIN'> = {
  DOMAIN_NOT_FOUND: {
    title: 'The domain does not exist in DNS',
    meaning: [
      'DNS answers that there is no domain with this name. Mail to it does not arrive, and mail from it is often rejected.',
      'Usually the name is misspelt, or the domain has not been renewed. A domain that is quite new may need some hours.',
    ],
    steps: [
      'See that the name is spelt right, with the right ending.',
      'Log in at the registrar of the domain, and see that it is paid and renewed.',
      'If the domain has moved lately, see also that it has name servers.',
      checkAgain,
    ],
  },
  DOMAIN_UNKNOWN: {
    title: 'The domain could not be checked',
    meaning: [
      `DNS knew neither your domain nor the name \`${sender.include}\`, and the latter we know exists. So we do not rely on the answer.`,
      'The fault is probably in the DNS service that we asked, and not with you. Do not change anything.',
    ],
    steps: [waitAndCheck, askSupport],
  },
};

export const enHelpMx: HelpTextsOf<'MX'> = {
  MX_FOUND: {
    title: 'The domain has servers that take its mail',
    meaning: [
      'The MX records say which servers take mail to the domain. There is nothing to do.',
      'They also show which mail service you use. That helps us to suggest the right SPF and DKIM.',
    ],
    steps: [],
  },
  MX_HOST_NOT_FOUND: {
    title: 'A server in the MX records has no address',
    meaning: [
      'The MX record points to a server that DNS has no address for. No mail arrives there.',
      'If the domain has several MX records, mail goes to one of the others. If this is the only one, you get no replies from your customers.',
    ],
    steps: [
      logIn,
      'Find the MX record that the result names.',
      'Correct the name by what the mail service gives. See whether your domain stands behind the name once too often.',
      'Delete the record if the server is no longer in use.',
      checkAgain,
    ],
  },
  MX_IS_ADDRESS: {
    title: 'The MX record has an IP address instead of a name',
    meaning: [
      'An MX record is to point to the name of a server. Here it has an IP address, and many senders then do not find the way.',
      'Replies from your customers may be lost without you noticing.',
    ],
    steps: [
      findServers,
      logIn,
      'Replace the IP address in the MX record with the name of the server, and save.',
      checkAgain,
    ],
  },
  MX_NULL_AMONG_OTHERS: {
    title: 'The MX records say both yes and no to mail',
    meaning: [
      'An MX record with just a full stop says that the domain takes no mail. It is to stand alone, but here it stands with others.',
      'Some senders deliver the mail all the same, and others do not.',
    ],
    steps: [
      logIn,
      'Find the MX record where the server is just a full stop.',
      'Delete it if the domain is to take mail. If it is not, delete the others.',
      checkAgain,
    ],
  },
  MX_NONE: {
    title: 'The domain has no MX record',
    meaning: [
      'MX says where mail to the domain is to be delivered. Without MX, senders try the server that the domain itself points to. That is often the web site, which seldom takes mail.',
      'If a customer replies to an invoice, the reply may be lost.',
      `If you have set another “Svar til” address in ${sender.name}, there is nothing to do.`,
    ],
    steps: [
      'If the domain is to take mail, find the MX records that your mail service gives.',
      'Log in at your DNS provider, and add them to the domain.',
      checkAgain,
    ],
  },
  MX_NULL: {
    title: 'MX says that the domain takes no mail',
    meaning: [
      'The MX record `0 .` is a message that the domain takes no mail. Replies from your customers therefore do not arrive.',
      'Some receivers also reject mail from such a domain, since nobody can reply to it.',
      `The record suits a domain that never sends mail. It does not suit one that ${sender.name} sends from.`,
    ],
    steps: [
      findServers,
      logIn,
      'Delete the MX record with just a full stop, and add those of the mail service.',
      checkAgain,
    ],
  },
  MX_UNANSWERED: {
    title: 'Receiving mail could not be checked',
    meaning: [
      'The question about MX got no answer from DNS that can be used. So we do not know which servers take the mail. That does not mean that anything is missing.',
      'If senders get no answer either, they usually wait and try again later.',
      'Do not change anything yet. Often it passes by itself.',
    ],
    steps: [waitAndCheck, askDnsHost],
  },
};
