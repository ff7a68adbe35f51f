import { expect, test } from 'vitest';
import { readChoices } from '#api/choices.ts';
import { checkAddress, longestTyped } from '#core/address/check.ts';
import { maxLabel, maxName, parseDomain } from '#core/domain.ts';
import { parseMailbox, recipientOf } from '#core/mailbox.ts';
import { formatAddress, parseAddress, parseNetwork } from '#core/networks.ts';
import { createResultId, parseResultId } from '#core/results/result-id.ts';
import { isName } from '#dns/name.ts';
import { parseServers } from '#dns/system.ts';
import fc from '#test/fast-check.ts';
import { cases, inTime, patience, repeated } from './cases.ts';
import { mutated } from './mutation.ts';

/** What people type. */

const domains = [
  'example.com',
  'Post@Blåbær.no ',
  'https://bruker@www.example.com:443/sti?a#b',
  'Ola Nordmann <post@example.com>',
  'mailto:post@example.com?subject=x',
  'xn--blbr-roah.no',
  '_dmarc.example.com.',
  'mab._domainkey.example.com',
  `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example.com`,
  '192.0.2.1',
  '[2001:db8::1]',
];
const domainPieces = [
  'xn--',
  'www.',
  '_dmarc.',
  'https://',
  'mailto:',
  '@',
  '<',
  '>',
  '.no',
  'å',
  'a'.repeat(64),
  '٫',
  '١',
];

const expectDomain = (text: string): void => {
  const parsed = inTime(() => parseDomain(text));
  if (!parsed.ok) return;
  const { ascii, unicode } = parsed.domain;
  expect(ascii).toMatch(/^[a-z0-9.-]+$/);
  expect(ascii.length).toBeLessThanOrEqual(maxName);
  expect(ascii.split('.').every((label) => label.length > 0 && label.length <= maxLabel)).toBe(true);
  expect(isName(ascii)).toBe(true);
  // What was read is read again, in both its forms; `www.` is taken off once.
  const again = ascii.startsWith('www.') ? null : { ok: true, domain: parsed.domain };
  if (again !== null) {
    expect(parseDomain(ascii)).toMatchObject(again);
    expect(parseDomain(unicode)).toMatchObject(again);
  }
};

const mailboxes = [
  'Ola+faktura@Shop.no',
  'post@blåbær.no',
  `${'a'.repeat(64)}@example.com`,
  'a.b@xn--blbr-roah.no',
  'x@y.example',
];

const expectMailbox = (text: string): void => {
  const mailbox = inTime(() => parseMailbox(text));
  if (mailbox === null) return;
  // Nothing that ends a line, a path or an address, or begins another.
  expect(mailbox.address).toMatch(/^[^\s<>,;:"()[\]\\@]+@[a-z0-9.-]+$/);
  expect(mailbox.address.length).toBeLessThanOrEqual(254);
  expect(parseMailbox(mailbox.address)).toEqual(mailbox);
  const recipient = recipientOf(mailbox);
  const counted = parseMailbox(recipient);
  if (counted !== null) expect(recipientOf(counted)).toBe(recipient);
};

/** What is said of it lies within it, and what is proposed is sound. */
const expectChecked = (text: string): void => {
  const { problems, suggestion, mailbox, domain } = inTime(() => checkAddress(text));
  for (const { start, end } of problems) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(end > start || text === '').toBe(true);
  }
  if (mailbox !== null) expect(mailbox.domain).toEqual(domain);
  if (suggestion === null) return;
  expect(suggestion).not.toBe(text);
  expect(checkAddress(suggestion)).toMatchObject({ problems: [], suggestion: null });
  expect(parseMailbox(suggestion)).not.toBeNull();
};

const expectId = (text: string): void => {
  const id = inTime(() => parseResultId(text));
  if (id === null) return;
  expect(id).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
  expect(parseResultId(id)).toBe(id);
};

const choices = [
  '{"services":["SendGrid"],"senders":["192.0.2.1"],"switched":["a"],"answers":{"q":"a"}}',
  '{}',
  '{"services":[]}',
  `{"senders":[${Array(50).fill('"192.0.2.1"').join()}]}`,
];

const expectChoices = (text: string): void => {
  const read = inTime(() => readChoices(text));
  if (read !== undefined) expect(readChoices(JSON.stringify(read))).toEqual(read);
};

const addresses = [
  '192.0.2.1',
  '2001:db8::1',
  '::ffff:192.0.2.1',
  '::',
  '1:2:3:4:5:6:7:8',
  '192.0.2.0/24',
  '2001:db8::/32',
];

const expectAddress = (text: string): void => {
  const address = inTime(() => parseAddress(text));
  if (address !== undefined) expect(parseAddress(formatAddress(address))).toEqual(address);
  const network = inTime(() => parseNetwork(text));
  if (network !== undefined) expect(network.first <= network.last).toBe(true);
};

/** They refuse by throwing what a person is shown. */
const expectServers = (text: string): void => {
  try {
    for (const { port } of inTime(() => parseServers(text))) expect(port > 0 && port < 65_536).toBe(true);
  } catch (error) {
    expect(error).toMatchObject({ message: expect.stringContaining('not a DNS server') });
  }
};

const kinds = [
  ['a domain', 0.07, domains, domainPieces, expectDomain],
  [
    'an address for mail',
    0.05,
    mailboxes,
    ['@', '+', '.', 'gmail.com', '\r\nBcc: x@y.example', ', ', '"a b"'],
    expectMailbox,
  ],
  [
    'an address to be checked',
    0.01,
    [...mailboxes, 'post@@example.com', 'post.example.com', 'Ola <ola@gmial.con>', 'a@b.example; c@d.example'],
    ['@', '.', ',', ' ', '"', '<', '>', '(at)', 'mailto:', 'www.', 'gmail.com', '\u200b', 'å', '＠'],
    expectChecked,
  ],
  ['the id of a result', 0.01, ['7KQ4-M2XD', '7kq4m2xd', createResultId()], ['7K', '-', '–', '0', 'ſ', 'ı'], expectId],
  [
    'choices',
    0.01,
    choices,
    ['"services"', '[', '{', '}', '"__proto__":{}', 'null', '1e999', '\\u0000'],
    expectChoices,
  ],
  ['an IP address', 0.01, addresses, ['::', ':', '.', 'ffff', '/', '/128', '%eth0', '0x7f', '0'], expectAddress],
  [
    'DNS servers',
    0.01,
    ['192.0.2.1', '192.0.2.1:53', '[2001:db8::1]:53'],
    ['[', ']', ':', ',', '53', '65536'],
    expectServers,
  ],
] as const;

test.each(kinds)(
  '%s: whatever is typed, it is read or refused, and what was read is read again',
  (_kind, share, sound, pieces, expectRead) => {
    fc.assert(fc.property(mutated(sound, pieces), expectRead), cases(share));
  },
  patience,
);

test.each(kinds)('%s: a very long text takes no longer than it may', (_kind, _share, sound, pieces, expectRead) => {
  for (const long of repeated([...sound, ...pieces, ' ', '.', 'a', 'a.', 'å', '<', '>'])) {
    expectRead(long);
    expectRead(`${sound[0]}${long}`);
    expectRead(`${long}${sound[0]}`);
  }
});

/** Longer ones are not read: what goes back and forth in an address would not be seen above. */
test(
  'an address to be checked: the longest that is read, of any two pieces, takes no longer than it may',
  () => {
    const pieces = ['(', ')', '<', '>', "'", ' ', '@', '.', '<a>', 'mailto:', 'til:', 'a@b.no '];
    for (const before of pieces) {
      for (const behind of pieces) {
        const half = (piece: string): string => piece.repeat(longestTyped).slice(0, longestTyped / 2 - 10);
        expectChecked(`${half(before)}ola@example.com${half(behind)}`);
      }
    }
  },
  patience,
);

/** Found by what is above: it was an error of the service. */
test('a domain: a label of thousands of characters, of which no Punycode can be made', () => {
  expect(parseDomain(`${'a'.repeat(1_980)}\u{10fffd}.example.com`)).toEqual({
    ok: false,
    problem: 'BAD_CHARACTER',
  });
});

test('every id that is made is read', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 255 })), (octets) => {
      const id = createResultId((room) => room.map(() => octets.next().value ?? 0));
      expect(parseResultId(id)).toBe(id);
    }),
    cases(0.005),
  );
});

test('choices that are written are read', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 50 });
  const made = fc.record({
    services: texts,
    senders: texts,
    switched: texts,
    answers: fc.dictionary(
      fc.string({ unit: 'grapheme-ascii' }).filter((question) => question !== '__proto__'),
      fc.string(),
      { noNullPrototype: true },
    ),
  });
  fc.assert(
    fc.property(made, (one) => {
      expect(readChoices(JSON.stringify(one))).toEqual(one);
    }),
    cases(0.005),
  );
});

/** Found by what is above. There is no such question: nothing is lost. */
test('choices: an answer to `__proto__` is left out, and becomes nobody’s prototype', () => {
  expect(readChoices('{"answers":{"__proto__":"a","q":"b"}}')).toEqual({
    services: [],
    senders: [],
    switched: [],
    answers: { q: 'b' },
  });
});
