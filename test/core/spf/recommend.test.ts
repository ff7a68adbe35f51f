import { describe, expect, test } from 'vitest';
import { parseDomain } from '#core/domain.ts';
import type { FailureReason } from '#core/resolver.ts';
import { sender } from '#core/sender.ts';
import { type OwnerChoices, recommendSpf } from '#core/spf/recommend.ts';
import type { Reading } from '#core/spf/repair/own-sender.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { include, zoneOf } from './repair/repairing.ts';

/** The record with what the owner chose: services ticked, senders typed, changes switched, questions answered. */

const recommend = async (zone: Zone, choices: Partial<OwnerChoices> = {}) => {
  const parsed = parseDomain('example.com');
  if (!parsed.ok) throw new Error(parsed.problem);
  const none = { services: [], senders: [], switched: [], answers: {} };
  const resolver = zoneResolver(zone);
  return { ...(await recommendSpf(parsed.domain, { ...none, ...choices }, resolver, sender)), log: resolver.log };
};

const terms = (...terms: readonly string[]): Reading => ({ kind: 'terms', terms });
const text = 'v=spf1 -all';
const more: Zone = {
  '_spf.tripletex.no': [{ TXT: 'v=spf1 ip4:198.51.100.8 -all' }],
  'spf.tripletex.no': [{ TXT: 'v=spf1 ip4:198.51.100.9 -all' }],
  'servers.mcsv.net': [{ TXT: 'text' }],
  'example.net': [{ MX: [1, 'host.example.net'] }],
};

describe('services that are ticked', () => {
  test.each<[why: string, service: string, zone: Zone, reading: Reading, record: string]>([
    [
      'whose name has an SPF record',
      'SendGrid',
      more,
      terms('include:sendgrid.net'),
      `v=spf1 ${include} include:sendgrid.net -all`,
    ],
    [
      'of two names: the first',
      'Tripletex',
      more,
      terms('include:_spf.tripletex.no'),
      `v=spf1 ${include} include:_spf.tripletex.no -all`,
    ],
    [
      'of two names: the second, where only that has an SPF record',
      'Tripletex',
      { ...more, '_spf.tripletex.no': [] },
      terms('include:spf.tripletex.no'),
      `v=spf1 ${include} include:spf.tripletex.no -all`,
    ],
    ['whose name has another text', 'Mailchimp', more, { kind: 'nothing_there' }, `v=spf1 ${include} -all`],
    ['whose name is not there', 'Mailjet', more, { kind: 'nothing_there' }, `v=spf1 ${include} -all`],
    ['that nobody knows', 'Fiken', more, { kind: 'unreadable' }, `v=spf1 ${include} -all`],
  ])('%s', async (_why, service, zone, reading, record) => {
    const { correction, senders } = await recommend(zoneOf(text, zone), { services: [service] });
    expect(senders).toEqual([{ kind: 'service', text: service, reading }]);
    expect(correction).toMatchObject({ kind: 'corrected', record });
  });
});

describe('senders that are typed', () => {
  test.each<[why: string, typed: string, ...terms: readonly string[]]>([
    ['an include', 'include:sendgrid.net', 'include:sendgrid.net'],
    ['with white space around it', '  include:sendgrid.net ', 'include:sendgrid.net'],
    ['with a space in it', 'include: sendgrid.net', 'include:sendgrid.net'],
    ['a name with an SPF record', 'sendgrid.net', 'include:sendgrid.net'],
    ['a host with an address', 'host.example.net', 'a:host.example.net'],
    ['a term with a host', 'a:host.example.net/24', 'a:host.example.net/24'],
    ['a term with a mail domain', 'mx:example.net', 'mx:example.net'],
    ['an address', '192.0.2.9', 'ip4:192.0.2.9'],
    ['an IPv6 network', '2001:db8::/64', 'ip6:2001:db8::/64'],
    ['a term with an address', 'ip4:192.0.2.9', 'ip4:192.0.2.9'],
    ['a network as large as a provider’s', 'ip4:192.0.0.0/16', 'ip4:192.0.0.0/16'],
    ['the same of IPv6', 'ip6:2001:db8::/32', 'ip6:2001:db8::/32'],
    ['a host with its networks', 'a:host.example.net/24//64', 'a:host.example.net/24//64'],
    ['by the older name of the mechanism', 'ip:192.0.2.9', 'ip4:192.0.2.9'],
    ['with quotes', '“ip4:192.0.2.9”', 'ip4:192.0.2.9'],
    ['two of them', 'ip4:192.0.2.9 include:sendgrid.net', 'ip4:192.0.2.9', 'include:sendgrid.net'],
    ['two of them, run together', 'ip4:192.0.2.9include:sendgrid.net', 'ip4:192.0.2.9', 'include:sendgrid.net'],
    ['a name that depends on the message', 'include:_%{l}.example.net', 'include:_%{l}.example.net'],
  ])('%s', async (_why, typed, ...read) => {
    const { correction, senders } = await recommend(zoneOf(text, more), { senders: [typed] });
    expect(senders).toEqual([{ kind: 'typed', text: typed, reading: terms(...read) }]);
    expect(correction).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} ${read.join(' ')} -all`,
      proof: { holds: true },
    });
  });

  test.each<[why: string, typed: string, reading: Reading]>([
    ['nothing', '', { kind: 'unreadable' }],
    ['spaces', '  ', { kind: 'unreadable' }],
    ['a word', 'foo', { kind: 'unreadable' }],
    ['a sentence', 'our own server', { kind: 'unreadable' }],
    ['an end', '+all', { kind: 'unreadable' }],
    ['an end behind a sender', 'ip4:192.0.2.9 +all', { kind: 'unreadable' }],
    ['a whole record', 'v=spf1 ip4:192.0.2.9 -all', { kind: 'unreadable' }],
    ['a redirect', 'redirect=sendgrid.net', { kind: 'unreadable' }],
    ['a modifier', 'x=y', { kind: 'unreadable' }],
    ['a term that does not let pass', '-ip4:192.0.2.9', { kind: 'unreadable' }],
    ['ptr', 'ptr', { kind: 'unreadable' }],
    ['an address cut short', '192.0.2', { kind: 'unreadable' }],
    ['half of all addresses', '0.0.0.0/1', { kind: 'too_wide' }],
    ['one bit more than a provider has', 'ip4:192.0.0.0/15', { kind: 'too_wide' }],
    ['the same of IPv6, too wide', 'ip6:2001::/31', { kind: 'too_wide' }],
    ['a host with all around it', 'a:host.example.net/8', { kind: 'too_wide' }],
    ['in IPv6', 'a:host.example.net//16', { kind: 'too_wide' }],
    ['a host that is not there', 'gone.example.net', { kind: 'nothing_there' }],
    ['an include that is not there', 'include:gone.example.net', { kind: 'nothing_there' }],
    [
      'an include of a name that has only addresses',
      'include:host.example.net',
      { kind: 'ambiguous', options: ['a:host.example.net'] },
    ],
    ['an a of a host without an address', 'a:sendgrid.net', { kind: 'nothing_there' }],
    ['an mx of a name without one', 'mx:sendgrid.net', { kind: 'nothing_there' }],
    ['one of two that is not there', 'ip4:192.0.2.9 include:gone.example.net', { kind: 'nothing_there' }],
    [
      'a name with an SPF record and an address',
      'both.example.net',
      { kind: 'ambiguous', options: ['include:both.example.net', 'a:both.example.net'] },
    ],
  ])('is told, and stays out of the record: %s', async (_why, typed, reading) => {
    const { correction, senders } = await recommend(zoneOf(text, more), { senders: [typed] });
    expect(senders).toEqual([{ kind: 'typed', text: typed, reading }]);
    expect(correction).toMatchObject({ kind: 'corrected', record: `v=spf1 ${include} -all` });
  });
});

test.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])(
  'what could not be checked: %s',
  async (reason) => {
    const zone = zoneOf(text, {
      'sendgrid.net': [{ FAIL: reason }],
      'h.example.net': [{ FAIL: reason, type: 'AAAA' }, { TXT: 'v=spf1' }],
    });
    const { senders } = await recommend(zone, {
      services: ['SendGrid'],
      senders: ['sendgrid.net', 'include:sendgrid.net', 'h.example.net'],
    });
    expect(senders).toEqual([
      { kind: 'service', text: 'SendGrid', reading: { kind: 'unanswered' } },
      { kind: 'typed', text: 'sendgrid.net', reading: { kind: 'unanswered' } },
      { kind: 'typed', text: 'include:sendgrid.net', reading: { kind: 'unanswered' } },
      { kind: 'typed', text: 'h.example.net', reading: { kind: 'unanswered' } },
    ]);
  },
);

test('all of it together: services, senders, a change switched off, a question answered', async () => {
  const { correction, senders } = await recommend(zoneOf('v=spf1 a:host.example.net both.example.net', more), {
    services: ['SendGrid', 'Microsoft 365'],
    senders: ['192.0.2.9'],
    switched: ['ALL_ADDED > ~all'],
    answers: { 'both.example.net': 'a:both.example.net' },
  });
  expect(senders.map(({ reading }) => reading.kind)).toEqual(['terms', 'terms', 'terms']);
  const record = `v=spf1 ${include} a:host.example.net a:both.example.net include:sendgrid.net include:spf.protection.outlook.com ip4:192.0.2.9`;
  expect(correction).toMatchObject({
    kind: 'corrected',
    record,
    strings: [record],
    before: { lookups: 1, voids: { ip4: 0, ip6: 0 }, octets: 42 },
    after: { lookups: 6, voids: { ip4: 0, ip6: 0 }, octets: record.length },
    questions: [],
    names: [],
    proof: {
      senderPasses: true,
      lost: [],
      gained: ['192.0.2.4', '192.0.2.9', '203.0.113.0/24', '2001:db8::4'],
      strangers: { before: 'neutral', after: 'neutral' },
      uncompared: [],
      isFinal: true,
      holds: true,
    },
  });
});

test('a record over 255 octets comes in strings that join to it', async () => {
  const networks = Array.from({ length: 15 }, (_, i) => `ip4:198.51.100.${2 * i}`);
  const { correction } = await recommend(zoneOf(text, more), { senders: networks });
  const record = `v=spf1 ${include} ${networks.join(' ')} -all`;
  expect(correction).toMatchObject({ record, strings: [record.slice(0, 255), record.slice(255, 510)] });
});

test('no question is asked twice', async () => {
  const { log } = await recommend(zoneOf('v=spf1 mx a:host.example.net -all', more), {
    services: ['SendGrid'],
    senders: ['sendgrid.net', 'host.example.net'],
  });
  expect(log).toEqual([...new Set(log)]);
});
