import type { Method } from '#core/headers/reading.ts';
import { sender } from '#core/sender.ts';
import { count, list, locale } from './en-phrases.ts';
import { formatDuration } from './formats.ts';
import type { HeadersTexts, ToldVerdict } from './headers.ts';
import { markText } from './headers-marks.ts';
import { headersMarksEn } from './headers-marks-en.ts';

const domain = ({ domain }: ToldVerdict): string => domain ?? 'the domain';
const own = ({ from }: ToldVerdict): string => from ?? 'your domain';

/** What to do with an SPF that did not pass. */
const lookAtSpf = (told: ToldVerdict): string =>
  told.bySender
    ? `The mail seems to be sent from ${sender.name}. Check ${own(told)} here, and see whether SPF lists ${sender.name}.`
    : `Check ${own(told)} here, and see whether SPF lists the server that sent it.`;
const tryAgain = 'Send another mail, and see whether it happens again.';
const checkDomain = (told: ToldVerdict): string => `Check ${own(told)} here to see what must be corrected.`;
const lookAtDkim = (told: ToldVerdict): string =>
  told.bySender
    ? `Check ${own(told)} here. See as well whether «SMTP DKIM» is switched on in ${sender.name}.`
    : 'Ask whoever runs the mail server whether it signs with DKIM.';

const units = (seconds: number): string => formatDuration(locale, seconds);
const orUnknown = (text: string | null): string => text ?? 'unknown server';

const methodNames = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const satisfies Record<Method, string>;
const otherResult =
  (method: Method) =>
  ({ written }: ToldVerdict) => ({
    fact: `The recipient wrote “${written}” about ${methodNames[method]}, a word that we do not know.`,
    action: 'Anything but “pass” should be looked into.',
  });

export const headersEn: HeadersTexts = {
  unreadable: {
    empty: { fact: 'There is no text here.', action: 'Paste the headers of the mail.' },
    no_headers: {
      fact: 'We found no headers in the text.',
      action: 'Copy the whole field “Internet headers” in Outlook, or “Show original” in Gmail.',
    },
    too_long: {
      fact: 'The headers are so long that we did not read them.',
      action: 'Paste the headers alone, without the contents of the mail.',
    },
  },
  summary: {
    pass: 'All that the recipient says is “pass”.',
    look: 'Something did not pass. Anything but “pass” should be looked into.',
    nothing: 'The recipient says nothing of SPF, DKIM or DMARC here.',
  },
  results: {
    pass: 'Passed (pass)',
    softfail: 'Did not pass (softfail)',
    fail: 'Did not pass (fail)',
    neutral: 'Neither (neutral)',
    none: 'Missing (none)',
    temperror: 'Could not be checked (temperror)',
    permerror: 'Error in the record (permerror)',
    policy: 'Not accepted (policy)',
    other: 'Unknown result',
  },
  verdicts: {
    spf: {
      pass: (told) => ({ fact: `The server may send for ${domain(told)}.`, action: null }),
      softfail: (told) => ({ fact: `The server probably may not send for ${domain(told)}.`, action: lookAtSpf(told) }),
      fail: (told) => ({ fact: `The server may not send for ${domain(told)}.`, action: lookAtSpf(told) }),
      neutral: (told) => ({
        fact: `SPF of ${domain(told)} does not say whether the server may send.`,
        action: lookAtSpf(told),
      }),
      none: (told) => ({ fact: `The recipient found no SPF record for ${domain(told)}.`, action: checkDomain(told) }),
      temperror: () => ({ fact: 'The recipient got no answer from DNS when it checked SPF.', action: tryAgain }),
      permerror: (told) => ({ fact: `The SPF record of ${domain(told)} has errors.`, action: checkDomain(told) }),
      policy: (told) => ({ fact: 'The recipient has a rule of its own against this mail.', action: lookAtSpf(told) }),
      other: otherResult('spf'),
    },
    dkim: {
      pass: (told) => ({ fact: `The signature of ${domain(told)} is valid.`, action: null }),
      softfail: otherResult('dkim'),
      fail: (told) => ({
        fact: `The signature of ${domain(told)} is not valid. The mail may have been changed on its way, or the key is wrong.`,
        action: lookAtDkim(told),
      }),
      neutral: (told) => ({
        fact: `The signature of ${domain(told)} could not be used, since its form or that of the key is wrong.`,
        action: lookAtDkim(told),
      }),
      none: (told) => ({ fact: 'The mail is not signed with DKIM.', action: lookAtDkim(told) }),
      temperror: () => ({ fact: 'The recipient could not fetch the DKIM key from DNS.', action: tryAgain }),
      permerror: (told) => ({
        fact: `The DKIM key of ${domain(told)} is missing or cannot be used.`,
        action: lookAtDkim(told),
      }),
      policy: (told) => ({ fact: 'The recipient does not accept this signature.', action: lookAtDkim(told) }),
      other: otherResult('dkim'),
    },
    dmarc: {
      pass: (told) => ({
        fact: `SPF or DKIM passed for the same domain as the sender’s, ${domain(told)}.`,
        action: null,
      }),
      softfail: otherResult('dmarc'),
      fail: (told) => ({
        fact: `Neither SPF nor DKIM passed for the same domain as the sender’s, ${domain(told)}.`,
        action: checkDomain(told),
      }),
      neutral: otherResult('dmarc'),
      none: (told) => ({ fact: `The recipient found no DMARC record for ${domain(told)}.`, action: checkDomain(told) }),
      temperror: () => ({ fact: 'The recipient got no answer from DNS when it checked DMARC.', action: tryAgain }),
      permerror: (told) => ({ fact: `The DMARC record of ${domain(told)} has errors.`, action: checkDomain(told) }),
      policy: otherResult('dmarc'),
      other: otherResult('dmarc'),
    },
  },
  unsaid: {
    spf: 'The recipient says nothing of SPF.',
    dkim: 'The recipient says nothing of DKIM.',
    dmarc: 'The recipient says nothing of DMARC.',
  },
  explanation: (text) => `The recipient’s own words: “${text}”.`,
  source: ({ field, server, certainty }) => {
    const name = field === 'received_spf' ? 'Received-SPF' : 'Authentication-Results';
    const told = `This stands in “${name}”${server === null ? '' : `, written by ${server}`}.`;
    return certainty === 'own' ? told : `${told} We cannot see for certain that the recipient wrote it.`;
  },
  otherWhy: {
    arc: 'Seen by a server on the way',
    older: 'There before the recipient got the mail, and anybody may have written it',
    other_server: 'Written under another name than the recipient’s',
    repeated: 'Says something else than what stands further up',
  },
  other: (server, results) => `${orUnknown(server)}: ${list(results)}`,
  mailFrom: {
    same: (domain) => `The return address is at ${domain}, the same domain as the sender’s.`,
    related: (domain, from) =>
      `The return address is at ${domain}, and the sender at ${orDomain(from)}. That mostly counts as the same.`,
    other: (domain, from) =>
      `The return address is at ${domain}, but the sender at ${orDomain(from)}. So SPF does not count for DMARC.`,
  },
  signature: {
    same: (domain) => `Signed by ${domain}, the same domain as the sender’s.`,
    related: (domain, from) =>
      `Signed by ${domain}, and the sender is at ${orDomain(from)}. That mostly counts as the same.`,
    other: (domain, from) =>
      `Signed by ${domain}, but the sender is at ${orDomain(from)}. So the signature does not count for DMARC.`,
  },
  unsigned: 'The mail has no DKIM signature.',
  labels: {
    from: 'From',
    subject: 'Subject',
    returnPath: 'Return address',
    server: 'The server that delivered it',
  },
  bySender: {
    yes: `The mail seems to be sent from ${sender.name}.`,
    maybe: `The mail may have been sent from ${sender.name}, but from another program as well.`,
    unknown: `Nothing suggests that the mail is sent from ${sender.name}.`,
  },
  evidence: (evidence) => {
    switch (evidence.kind) {
      case 'signature':
        return `The signature is by ${evidence.domain}${evidence.selector === null ? '' : `, with the selector “${evidence.selector}”`}.`;
      case 'server':
        return `It went through ${evidence.name}.`;
      case 'program':
        return `${evidence.field} says “${evidence.value}”.`;
    }
  },
  hop: ({ from, reverseName, ip, by }) => {
    const address = [reverseName === from ? null : reverseName, ip].filter((text) => text !== null).join(', ');
    if (from === null && ip === null) return `At ${orUnknown(by)}`;
    if (from === null) return `From ${ip} to ${orUnknown(by)}`;
    return `From ${from}${address === '' ? '' : ` (${address})`} to ${orUnknown(by)}`;
  },
  entry: 'Here the recipient took the mail over.',
  encrypted: { yes: 'encrypted', no: 'not encrypted' },
  delay: (seconds) => {
    if (seconds === null) return 'the time is not known';
    if (seconds < 0) return `${units(seconds)} before the last one, so the clocks differ`;
    return seconds === 0 ? 'at once' : `after ${units(seconds)}`;
  },
  took: (seconds) => {
    if (seconds === null) return 'We cannot see how long it took.';
    if (seconds < 0) return 'The clocks of the servers differ, so we cannot see how long it took.';
    return seconds === 0 ? 'It took less than a second.' : `It took ${units(seconds)}.`;
  },
  mark: (mark) => markText(mark, headersMarksEn, locale),
  notOwn: 'Written before the recipient got the mail, or by another server.',
  headings: {
    verdicts: 'What the recipient thought',
    sent: 'Who it is from',
    way: 'The way of the mail',
    marks: 'What spam filters wrote',
    others: 'What other servers wrote',
  },
  unread: (fields) => `${count(fields)} more ${fields === 1 ? 'field was' : 'fields were'} not read.`,
};

const orDomain = (from: string | null): string => from ?? 'an unknown domain';
