import { sender } from '#core/sender.ts';
import { maxLookups, maxVoids } from '#core/spf/record.ts';
import { count, list, quotes } from './en-phrases.ts';
import type { RepairTexts } from './messages.ts';

const lookups = (value: number): string => (value === 1 ? 'one look-up' : `${count(value)} look-ups`);

const outcomes = {
  pass: 'is authorised',
  neutral: 'is neither authorised nor rejected',
  softfail: 'is regarded as suspicious (softfail)',
  fail: 'is rejected (fail)',
} as const;

const named = (service: string | null, terms: readonly string[]): string =>
  service === null ? quotes(terms) : `${service} (${quotes(terms)})`;

export const enRepair: RepairTexts = {
  heading: 'The SPF record',
  before: 'As it is now',
  after: 'As it should be',
  gone: 'to go:',
  come: 'to come:',
  strings: 'In parts, for a zone file',
  changesHeading: 'What changes',
  offersHeading: 'What you can choose',
  proofHeading: 'What we have verified',
  questionHeading: 'What you must answer',
  question: (term) => `What is “${term}” meant to be?`,
  option: (text) => {
    if (/^[+?~-]?include:/i.test(text)) return `“${text}”: a service that sends for many domains`;
    return /^[+?~-]?a:/i.test(text) ? `“${text}”: one particular server` : `“${text}”`;
  },
  leaveOut: 'Leave it out',
  addHeading: 'Who else sends mail for the domain?',
  addLead:
    'Everybody who sends mail for the domain must be in the record. Mail from those left out may end up as spam. Tick the services that you use.',
  addOwn: 'Another sender: a server name, an IP address or an include name',
  add: 'Add',
  remove: 'Remove',
  added: (text, terms) =>
    terms.join(' ') === text ? `“${text}” is in the record.` : `“${text}” is in the record as ${quotes(terms)}.`,
  kinds: {
    mail: 'Mail',
    newsletter: 'Newsletters',
    shop: 'Web shop and support',
    accounting: 'Accounting and business systems',
  },
  towardsFail:
    'With “~all” at the end, mail from other servers is regarded as suspicious. With “-all” it is rejected. Change it only once you know that everybody who sends for the domain is in the record.',
  serviceNotThere: (name) => `${name} has no SPF record in DNS now, so it is left out.`,
  readings: {
    nothing_there: (text) => `DNS has neither an SPF record nor an address for “${text}” now. Check the spelling.`,
    unreadable: (text) => `“${text}” is neither a server name nor an IP address.`,
    too_wide: (text) => `“${text}” is too many addresses: nearly anybody could send as you.`,
    unanswered: (text) => `“${text}” could not be checked now. Try again in a moment.`,
    ambiguous: (text, options) => `“${text}” can mean ${quotes(options)}. Type the one that you mean.`,
  },
  changes: {
    RECORD_BEGUN: ({ after }) =>
      after.length === 1
        ? 'The record is new.'
        : `The record is new and begins with “${after.join(' ')}”. MX shows who receives the mail of the domain.`,
    SENDER_ADDED: ({ after }) =>
      `${quotes(after)} is put in right after “v=spf1”, so that ${sender.name} is authorised.`,
    SENDER_RENAMED: ({ before, after }) => `The older name ${quotes(before)} is replaced with ${quotes(after)}.`,
    SENDER_TERM_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it has no effect as it stands.`,
    RECORDS_MERGED: ({ before }) => `The ${count(before.length)} records become one, since a domain can have only one.`,
    VERSION_MENDED: () => 'The beginning is corrected to “v=spf1” and a space.',
    TERM_MENDED: ({ before, after }) => `${quotes(before)} is corrected to ${quotes(after)}.`,
    TERM_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it authorises nobody.`,
    TERM_ANSWERED: ({ before, after }) =>
      after.length === 0
        ? `${quotes(before)} is taken out, as you answered.`
        : `${quotes(before)} is replaced with ${quotes(after)}, as you answered.`,
    DEAD_INCLUDE_REMOVED: ({ before }) =>
      `${quotes(before)} is taken out. The name has no SPF record, and that makes the whole record invalid.`,
    LOOP_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it leads back to the record itself.`,
    REDIRECT_INCLUDED: ({ before, after }) =>
      `${quotes(before)} is written as ${quotes(after)}. It then counts together with the rest.`,
    VERSION_REMOVED: () => '“v=spf1” is taken out where it stands a second time.',
    TERM_RESCUED: ({ before }) => `${quotes(before)} is moved to before “all”, so that it is read.`,
    ALL_REMOVED: ({ before }) => `${quotes(before)} is taken out, since only the first “all” is read.`,
    ALL_ADDED: ({ after }) =>
      `${quotes(after)} is added at the end, so that the record says something about other servers.`,
    DUPLICATE_REMOVED: ({ before }) => `${quotes(before)} is taken out where it stands a second time.`,
    COVERED_REMOVED: ({ before, saves }) =>
      `${quotes(before)} is taken out, since other terms authorise the same addresses. It saves ${lookups(saves)}.`,
    EMPTY_REMOVED: ({ before, saves }) =>
      `${quotes(before)} is taken out, since it stands for no address. It saves ${lookups(saves)}.`,
    PTR_REMOVED: ({ before }) =>
      `Take out ${quotes(before)}, which the standard advises against. Servers that are authorised only that way no longer are.`,
    ALL_REPLACED: ({ before, after }) =>
      `Change ${quotes(before)} to ${quotes(after)}, so that mail from unknown servers is regarded as suspicious.`,
    SERVICE_REMOVED: ({ before, saves, service }) =>
      `Take out ${named(service, before)} if the service is not in use. It saves ${lookups(saves)}.`,
    ADDRESSES_WRITTEN: ({ before, after, saves }) =>
      `Write ${quotes(after)} in place of ${quotes(before)}. It saves ${lookups(saves)}, but you must correct the record every time the server changes its address.`,
    TERM_ADDED: ({ after }) => `${quotes(after)} is added.`,
  },
  outcomes: {
    unchanged: () => 'The SPF record is right as it stands.',
    corrected: () => 'This is how the SPF record should be.',
    questions: () =>
      'It is not certain what is meant in the SPF record. Answer what we ask, and we make the corrected record.',
    no_room: ({ lookups }) =>
      lookups > maxLookups
        ? `With ${sender.name} the record needs ${count(lookups)} look-ups, and the limit is ${count(maxLookups)}. Choose what is to go.`
        : 'The record has too many void look-ups. Choose what is to go.',
    broken_below: ({ names }) =>
      `SPF of ${list(names)} has a fault that those who run the name must correct. Tell them, or take the term out.`,
    alias: ({ names }) =>
      `The domain leads on to ${list(names)}, so SPF has to be corrected there. “include:${sender.include}” must be in it.`,
    unproven: () => `We found no correction that we can vouch for. Contact the support of ${sender.name}.`,
    unanswered: () => 'Not everything could be checked in DNS, so we suggest no correction now. Try again in a moment.',
    no_domain: () => 'The domain does not exist in DNS, so there is no record to correct.',
    sender_unreadable: () =>
      `The addresses of ${sender.name} could not be read in DNS now, so we suggest no correction. Try again in a moment.`,
  },
  proof: {
    senderPasses: `All addresses of ${sender.name} are authorised.`,
    nothingLost: 'All addresses that are authorised now still are.',
    lost: (networks) => `These addresses are no longer authorised, as you chose: ${list(networks)}.`,
    nothingGained: `Nobody but ${sender.name} becomes authorised.`,
    gained: (networks) => `These addresses become authorised too: ${list(networks)}.`,
    strangers: (before, after) =>
      before === after
        ? `Mail from other servers ${outcomes[after]}, as now.`
        : `Mail from other servers ${outcomes[after]}. Now it ${outcomes[before]}.`,
    numbers: ({ lookups, voids, octets }) =>
      `The record needs ${count(lookups)} of ${count(maxLookups)} look-ups, has ${count(voids)} of ${count(maxVoids)} void look-ups and is ${count(octets)} bytes long.`,
    long: 'The record is long, so the answer from DNS may be too big for some receivers.',
    uncompared: (terms) => `This could not be compared, since it is decided for each mail: ${quotes(terms)}.`,
    isFinal: 'Checking the corrected record again gives no further changes.',
  },
};
