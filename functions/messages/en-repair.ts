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

const earlier = {
  pass: 'was authorised',
  neutral: 'was neither authorised nor rejected',
  softfail: 'was regarded as suspicious (softfail)',
  fail: 'was rejected (fail)',
} as const;

export const enRepair: RepairTexts = {
  heading: 'The corrected SPF record',
  before: 'As it is now',
  after: 'As it should be',
  changesHeading: 'What is changed',
  offersHeading: 'What you can choose',
  proofHeading: 'What we have verified',
  questionHeading: 'What you must answer',
  question: (term) => `What is “${term}” meant to be?`,
  leaveOut: 'Leave it out',
  addHeading: 'Who else sends e-mail for the domain?',
  addLead:
    'Every server that sends e-mail for the domain must be in the record: mail, newsletters, web shop, accounting.',
  addOwn: 'Other senders: an include name, an IP address or a server name',
  add: 'Add',
  kinds: {
    mail: 'E-mail',
    newsletter: 'Newsletters',
    shop: 'Web shop and support',
    accounting: 'Accounting and trade',
  },
  towardsFail:
    'Once you know that everyone who sends for the domain is in the record, you can replace “~all” with “-all”.',
  readings: {
    nothing_there: (text) => `DNS has neither an SPF record nor an address for “${text}” now.`,
    unreadable: (text) => `“${text}” is neither a name nor an address that SPF can hold.`,
    unanswered: (text) => `“${text}” could not be checked now. Try again in a moment.`,
    ambiguous: (text, options) => `“${text}” can mean ${quotes(options)}. Write one of them.`,
  },
  changes: {
    RECORD_BEGUN: ({ after }) => `The record begins with what MX shows: ${quotes(after)}.`,
    SENDER_ADDED: ({ after }) => `${quotes(after)} is put in right after “v=spf1”, so ${sender.name} is authorised.`,
    SENDER_RENAMED: ({ before, after }) => `The older name ${quotes(before)} is replaced with ${quotes(after)}.`,
    SENDER_TERM_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it had no effect where it stood.`,
    RECORDS_MERGED: ({ before }) => `The ${count(before.length)} records are merged into one. Delete the others.`,
    VERSION_MENDED: () => 'The beginning is corrected to “v=spf1” and a space.',
    TERM_MENDED: ({ before, after }) => `${quotes(before)} is corrected to ${quotes(after)}.`,
    TERM_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it authorises nobody.`,
    TERM_ANSWERED: ({ before, after }) =>
      after.length === 0
        ? `${quotes(before)} is taken out, as you answered.`
        : `${quotes(before)} is replaced with ${quotes(after)}, as you answered.`,
    DEAD_INCLUDE_REMOVED: ({ before }) =>
      `${quotes(before)} is taken out: the name has no SPF record, and that makes the whole record invalid.`,
    LOOP_REMOVED: ({ before }) => `${quotes(before)} is taken out, since it leads back to the record itself.`,
    REDIRECT_INCLUDED: ({ before, after }) =>
      `${quotes(before)} is written as ${quotes(after)}, so it counts together with the rest.`,
    VERSION_REMOVED: () => 'The second “v=spf1” is taken out.',
    TERM_RESCUED: ({ before }) => `${quotes(before)} is moved to before “all”, so it is read.`,
    ALL_REMOVED: ({ before }) => `${quotes(before)} is taken out, since only the first “all” is read.`,
    ALL_ADDED: ({ after }) => `${quotes(after)} is added at the end, so the record says something about other servers.`,
    DUPLICATE_REMOVED: ({ before }) => `${quotes(before)} stood there twice; one is taken out.`,
    COVERED_REMOVED: ({ before, saves }) =>
      `${quotes(before)} is taken out and saves ${lookups(saves)}: other terms authorise the same addresses.`,
    EMPTY_REMOVED: ({ before, saves }) =>
      `${quotes(before)} is taken out and saves ${lookups(saves)}: it stands for no address.`,
    PTR_REMOVED: ({ before }) =>
      `Take out ${quotes(before)}, which the standard advises against. Servers authorised only by it lose that.`,
    ALL_REPLACED: ({ before, after }) =>
      `Replace ${quotes(before)} with ${quotes(after)}, so unknown servers are not authorised.`,
    SERVICE_REMOVED: ({ before, saves }) =>
      `Take out ${quotes(before)} if the service is not in use. It saves ${lookups(saves)}.`,
    ADDRESSES_WRITTEN: ({ before, after, saves }) =>
      `Write ${quotes(after)} in place of ${quotes(before)}. It saves ${lookups(saves)}, but must be corrected when the server changes address.`,
    TERM_ADDED: ({ after }) => `${quotes(after)} is added.`,
  },
  outcomes: {
    unchanged: () => 'The SPF record is right as it stands.',
    corrected: () => 'This is how the SPF record should be.',
    questions: () => 'Answer what we ask, and we will make the record.',
    no_room: ({ lookups }) =>
      lookups > maxLookups
        ? `With ${sender.name} the record needs ${count(lookups)} look-ups, and the limit is ${count(maxLookups)}. Choose what can be taken out.`
        : 'The record has too many void look-ups. Choose what can be taken out.',
    broken_below: ({ names }) =>
      `The record at ${list(names)} has a fault, and somebody else runs it. Tell them, or take the term out.`,
    alias: ({ names }) => `The domain leads on to ${list(names)}, so SPF has to be corrected there.`,
    unproven: () => 'We found no correction that we can vouch for. Please contact support.',
    unanswered: () => 'Not everything could be checked in DNS, so we suggest no correction now. Try again in a moment.',
    sender_unreadable: () =>
      `The addresses of ${sender.name} could not be read in DNS now, so we suggest no correction. Try again in a moment.`,
  },
  proof: {
    senderPasses: `All addresses of ${sender.name} are authorised.`,
    nothingLost: 'No address that was authorised has lost it.',
    lost: (networks) => `These are no longer authorised, as you chose: ${list(networks)}.`,
    nothingGained: `Nobody but ${sender.name} has become authorised.`,
    gained: (networks) => `These become authorised too: ${list(networks)}.`,
    strangers: (before, after) =>
      before === after
        ? `E-mail from other servers ${outcomes[after]}, as before.`
        : `E-mail from other servers ${outcomes[after]}. Before, it ${earlier[before]}.`,
    numbers: ({ lookups, voids, octets }) =>
      `The record needs ${count(lookups)} of ${count(maxLookups)} look-ups, has ${count(voids)} of ${count(maxVoids)} void look-ups and is ${count(octets)} bytes long.`,
    long: 'The record is long; some DNS providers split it into several strings.',
    uncompared: (terms) => `This could not be compared, since it is decided for each e-mail: ${quotes(terms)}.`,
    isFinal: 'Another check of the corrected record suggests no further changes.',
  },
};
