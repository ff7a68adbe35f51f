import type { AddressPageTexts, AddressTexts } from './address-check.ts';
import { requestFailures } from './en-failures.ts';
import { failureReasons, quotes } from './en-phrases.ts';

const askCustomer = 'Ask the customer what is right.';

export const addressPageEn: AddressPageTexts = {
  label: 'E-mail address',
  hint: 'The address stays in your browser. Only the domain behind the “@” is sent to us, to see in DNS whether it takes mail.',
  check: 'Check the address',
  asTyped: 'As it is written',
  receptionHeading: 'Does the domain take mail?',
};

export const addressEn: AddressTexts = {
  verdicts: {
    sound: 'The address is well formed.',
    doubtful: 'The address may be misspelt.',
    wrong: 'The address is written wrongly.',
  },
  problems: {
    EMPTY: () => ({ fact: 'There is no address here.', action: 'Type, for instance, post@shop.no.' }),
    TEXT_TOO_LONG: () => ({
      fact: 'The text is longer than any address, and was not read.',
      action: 'Paste the address alone.',
    }),
    SEVERAL_ADDRESSES: () => ({ fact: 'There are several addresses here.', action: 'Check one at a time.' }),
    NO_AT: ({ meant }) => ({
      fact: 'The address has no “@”.',
      action:
        meant === null
          ? 'Type “@” between the name and the domain, as in post@shop.no.'
          : 'We believe that it belongs here.',
    }),
    SEVERAL_AT: ({ meant }) => ({
      fact: 'There is more than one “@” in the address.',
      action: meant === null ? `An address has one only. ${askCustomer}` : 'Remove the one too many.',
    }),
    NO_LOCAL: () => ({ fact: 'There is no name before the “@”.', action: askCustomer }),
    NO_DOMAIN: () => ({ fact: 'There is no domain behind the “@”.', action: askCustomer }),
    SPACE: ({ meant }) => ({
      fact: 'There is a space in the address.',
      action: meant === null ? `It may stand for a full stop, a hyphen or nothing. ${askCustomer}` : 'Remove it.',
    }),
    NOT_A_DOT: ({ found }) => ({
      fact: `There is “${found.trim()}” where a full stop belongs.`,
      action: 'Replace it.',
    }),
    DOUBLE_DOT: () => ({ fact: 'There are several full stops in a row.', action: 'Leave one.' }),
    EDGE_DOT: () => ({
      fact: 'There is a full stop at the beginning or end of a part of the address.',
      action: 'Remove it.',
    }),
    FORBIDDEN_CHARACTER: ({ found, meant }) => ({
      fact: `An address cannot have “${found}” here.`,
      action: meant === null ? askCustomer : `Type “${meant}” instead.`,
    }),
    NON_ASCII_LOCAL: ({ found }) => ({
      fact: `There is “${found}” before the “@”, where most mail servers take the letters a to z only.`,
      action: 'Ask the customer whether the address has another spelling, for instance “o” or “oe” for “ø”.',
    }),
    LOCAL_TOO_LONG: () => ({
      fact: 'The name before the “@” has more than 64 characters, and none is that long.',
      action: askCustomer,
    }),
    ADDRESS_TOO_LONG: () => ({
      fact: 'The address has more than 254 characters, and none is that long.',
      action: askCustomer,
    }),
    DOMAIN_IP_ADDRESS: () => ({
      fact: 'Behind the “@” there is an IP address and no domain.',
      action: askCustomer,
    }),
    DOMAIN_SINGLE_LABEL: ({ meant }) => ({
      fact: 'The domain lacks its ending, such as “.no”.',
      action: meant === null ? askCustomer : `We believe that it should be ${meant}.`,
    }),
    DOMAIN_LABEL_TOO_LONG: () => ({
      fact: 'A part of the domain has more than 63 characters, and none is that long.',
      action: askCustomer,
    }),
    DOMAIN_NAME_TOO_LONG: () => ({
      fact: 'The domain has more than 253 characters, and none is that long.',
      action: askCustomer,
    }),
    DOMAIN_BAD_CHARACTER: () => ({
      fact: 'There are characters in the domain that no domain can have.',
      action: askCustomer,
    }),
    DOMAIN_BAD_HYPHEN: () => ({
      fact: 'A part of the domain begins or ends with a hyphen, which it cannot.',
      action: askCustomer,
    }),
    WWW: () => ({
      fact: '“www.” belongs to web addresses, and not to e-mail addresses.',
      action: 'Remove it unless it is meant to be there.',
    }),
    TOP_LEVEL_SLIP: ({ found, meant }) => ({
      fact: `The domain ends with “.${found}”, which should likely be “.${meant}”.`,
      action: null,
    }),
    MAIL_DOMAIN_SLIP: ({ found, meant }) => ({
      fact: `“${found}” is like ${meant}, where many have their mail.`,
      action: null,
    }),
    AROUND: ({ found }) => ({
      fact:
        found.trim() === ''
          ? 'There is white space around the address.'
          : `“${found.trim()}” is no part of the address.`,
      action: 'Remove it if it stands in MAB.',
    }),
    INVISIBLE: ({ found }) => ({
      fact: `There is a character in the address that is not seen: ${found}.`,
      action: 'Such characters come along when text is copied. Delete the address in MAB, and type it anew.',
    }),
  },
  meant: 'Did you mean this one?',
  use: (address) => `Use ${address}`,
  asking: (domain) => `Looking in DNS whether ${domain} takes mail …`,
  reception: {
    receives: (domain, { hosts, service }) => ({
      fact: service === null ? `${domain} takes mail, at ${quotes(hosts)}.` : `${domain} takes mail, at ${service}.`,
      action: 'Whether there is a mailbox by this name, only the recipient’s server knows.',
    }),
    address_only: (domain) => ({
      fact: `${domain} has no mail server in DNS (MX). Mail then goes to the web server, which seldom takes it.`,
      action: 'Ask the customer whether the address is right.',
    }),
    refuses: (domain) => ({
      fact: `${domain} takes no mail. It says so in DNS.`,
      action: 'Ask the customer for another address.',
    }),
    no_domain: (domain) => ({
      fact: `${domain} does not exist in DNS, so mail cannot arrive.`,
      action: 'Look for a misspelling in the domain, or ask the customer.',
    }),
    no_mail_server: (domain) => ({
      fact: `${domain} exists, but has no server that takes mail.`,
      action: 'Look for a misspelling in the domain, or ask the customer.',
    }),
    servers_not_found: (domain, { hosts }) => ({
      fact: `Mail for ${domain} goes to ${quotes(hosts)}, but that server does not exist in DNS.`,
      action: 'Ring the customer: it is for them to mend in their own domain.',
    }),
    unknown: (domain, { reason }) => ({
      fact: `Whether ${domain} takes mail could not be checked. ${failureReasons[reason]}.`,
      action: 'Try again in a while.',
    }),
  },
  requestFailures,
};
