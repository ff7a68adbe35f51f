import { maxLookups, maxMxHosts, maxVoids } from '#core/spf/record.ts';
import { count } from './en-phrases.ts';
import type { ToldEvaluation, TryTexts } from './seen-try.ts';

const mailFrom = ({ ip }: ToldEvaluation): string => `Mail from ${ip}`;

/** The term that decided, and where it stands. */
const by = ({ matched, domain }: ToldEvaluation): string =>
  matched === null ? domain : `“${matched.term}” in the SPF of ${matched.path.join(' → ')}`;

export const seenTryEn: TryTexts = {
  trying: 'Trying …',
  fieldProblems: {
    ip_missing: 'Write the IP address of the server, for example 192.0.2.1.',
    ip_invalid: 'This is not an IP address. Write for example 192.0.2.1 or 2001:db8::1.',
    sender: 'Write an e-mail address, for example post@shop.no.',
  },
  results: {
    pass: (told) => `${mailFrom(told)} would pass SPF, because of ${by(told)}.`,
    fail: (told) => `${mailFrom(told)} would not pass SPF. By ${by(told)} the server may not send (fail).`,
    softfail: (told) =>
      `${mailFrom(told)} would not pass SPF. By ${by(told)} the server probably may not send (softfail).`,
    neutral: (told) =>
      told.matched === null
        ? `${mailFrom(told)} would not pass SPF. No term for ${told.domain} is about this server (neutral).`
        : `${mailFrom(told)} would not pass SPF. With ${by(told)} it is not said whether the server may send (neutral).`,
    none: (told) => `There is no SPF record for ${told.domain}, so mail from ${told.ip} cannot pass SPF (none).`,
    temperror: () =>
      'This could not be checked, since DNS did not answer everything (temperror). Try again in a moment.',
    permerror: (told) =>
      `${mailFrom(told)} would not pass SPF, since the SPF of ${told.domain} is invalid (permerror).`,
  },
  problems: {
    syntax: 'There is an error in the text of one of the records.',
    several_records: 'One of the names has several SPF records.',
    no_record: 'A term points to a name without an SPF record.',
    lookup_limit: `It takes more than ${count(maxLookups)} look-ups.`,
    void_limit: `More than ${count(maxVoids)} look-ups find nothing.`,
    mx_limit: `An “mx” term has more than ${count(maxMxHosts)} servers.`,
    too_long: 'One of the records is so long that we did not read it.',
    unanswered: 'A look-up got no answer.',
  },
  explanation: (text) => `The domain’s own explanation: “${text}”.`,
  outcomes: {
    match: 'matches',
    no_match: 'does not match',
    temperror: 'got no answer',
    permerror: 'is invalid',
  },
  stepsHeading: (steps) => `Step by step (${count(steps)})`,
  used: (lookups, limit) => `It took ${count(lookups)} of ${count(limit)} look-ups.`,
};
