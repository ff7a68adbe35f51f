import { sender } from '#core/sender.ts';
import type { FormTexts } from './messages.ts';

export const enForm: FormTexts = {
  locale: 'en',
  title: `${sender.name} e-mail check`,
  domainProblems: {
    EMPTY: 'Type a domain, for instance shop.no.',
    IP_ADDRESS: 'This is an IP address. Type the domain instead, for instance shop.no.',
    SINGLE_LABEL: 'The domain needs its ending, for instance “.no”.',
    EMPTY_LABEL: 'There are two dots in a row, or a dot at the beginning. Remove one of them.',
    LABEL_TOO_LONG: 'A part of the name is over 63 characters long, and no domain is.',
    NAME_TOO_LONG: 'The name is over 253 characters long, and no domain is.',
    BAD_CHARACTER: 'There is a character that no domain can have. Use only letters, digits, hyphens and dots.',
    BAD_HYPHEN: 'A part of the name begins or ends with a hyphen, which no domain can.',
  },
  domainChanges: {
    white_space: 'Spaces and invisible characters were taken off.',
    url: 'The rest of the web address was taken off.',
    address: 'What stands before the “@” was taken off.',
    record_name: 'The name of the DMARC or DKIM record was taken off.',
    www: 'The part “www.” was taken off.',
    final_dot: 'The final dot was taken off.',
    case: 'Capital letters were made small.',
  },
  checking: (domain) => `Checking ${domain} …`,
  notFetched: 'The rest of the page could not be fetched. Make sure that you are online, and try again.',
};
