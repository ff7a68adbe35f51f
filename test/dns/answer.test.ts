import { type Answer as Answered, decode, encode, type Packet, type Question as WireQuestion } from 'dns-packet';
import { expect, test } from 'vitest';
import type { Answer, RecordType } from '#core/resolver.ts';
import { type Alias, readAnswer, throughAlias } from '#dns/answer.ts';
import { readReply } from '#dns/message.ts';

/** What a server's packet says to the question, read from its octets. */
const read = (type: RecordType, name: string, packet: Packet, rcode = 0): Answer | Alias | undefined => {
  const question = { name, type };
  // The declarations of dns-packet lack SPF.
  const questions = [{ name, type: type as WireQuestion['type'] }];
  const reply = readReply(encode({ type: 'response', id: 1, flags: rcode, questions, ...packet }), 1, question);
  return reply?.kind === 'message' ? readAnswer(reply, question) : undefined;
};

const noError = 0;
const nameError = 3;
const link = (name: string, data: string, ttl = 300) => ({ type: 'CNAME' as const, name, ttl, data });
const txt = (name: string, data: string, ttl = 300) => ({ type: 'TXT' as const, name, ttl, data });
/** The data of the obsolete type are octets to dns-packet, whose declarations do not name it. */
const spf = (name: string, data: Buffer) => ({ type: 'SPF', name, ttl: 300, data }) as unknown as Answered;
const soa = (ttl: number, minimum: number) => ({
  type: 'SOA' as const,
  name: 'example',
  ttl,
  data: { mname: 'ns1.example', rname: 'hostmaster.example', minimum },
});
const ns = { type: 'NS' as const, name: 'example', ttl: 300, data: 'ns1.example' };

test.each<[string, RecordType, Packet['answers'], unknown[]]>([
  ['A', 'A', [{ type: 'A', name: 'a.example', data: '192.0.2.1' }], ['192.0.2.1']],
  ['AAAA', 'AAAA', [{ type: 'AAAA', name: 'a.example', data: '2001:db8::1' }], ['2001:db8::1']],
  [
    'CNAME, which is not followed',
    'CNAME',
    [link('a.example', 'B.example'), link('b.example', 'c.example')],
    ['b.example'],
  ],
  [
    'MX',
    'MX',
    [{ type: 'MX', name: 'a.example', data: { preference: 10, exchange: 'MX.example' } }],
    [{ preference: 10, exchange: 'mx.example' }],
  ],
  [
    'null MX',
    'MX',
    [{ type: 'MX', name: 'a.example', data: { preference: 0, exchange: '.' } }],
    [{ preference: 0, exchange: '' }],
  ],
  ['NS', 'NS', [{ type: 'NS', name: 'a.example', data: 'NS1.example' }], ['ns1.example']],
  ['PTR', 'PTR', [{ type: 'PTR', name: 'a.example', data: 'Host.example' }], ['host.example']],
  [
    'SOA',
    'SOA',
    [
      {
        type: 'SOA',
        name: 'a.example',
        data: { mname: 'NS1.example', rname: 'hostmaster.example', serial: 7, minimum: 60 },
      },
    ],
    [{ mname: 'ns1.example', rname: 'hostmaster.example', serial: 7, minimum: 60 }],
  ],
  [
    'TXT: strings joined without a space',
    'TXT',
    [{ type: 'TXT', name: 'a.example', data: ['v=spf1 ip4:192.', '0.2.1 -all'] }],
    ['v=spf1 ip4:192.0.2.1 -all'],
  ],
  [
    'TXT: a character split between two strings',
    'TXT',
    [{ type: 'TXT', name: 'a.example', data: [Buffer.of(0xc3), Buffer.of(0xa6)] }],
    ['æ'],
  ],
  ['TXT: empty', 'TXT', [{ type: 'TXT', name: 'a.example', data: '' }], ['']],
  ['TXT: no string at all', 'TXT', [{ type: 'TXT', name: 'a.example', data: [] }], ['']],
  [
    'SPF: strings joined without a space',
    'SPF',
    [spf('a.example', Buffer.from('\x0fv=spf1 ip4:192.\x0a0.2.1 -all\x00', 'latin1'))],
    ['v=spf1 ip4:192.0.2.1 -all'],
  ],
  [
    'SPF: a string that says it is longer than the record',
    'SPF',
    [spf('a.example', Buffer.from('\xffv=spf1 -all', 'latin1'))],
    ['v=spf1 -all'],
  ],
  ['SPF: as many empty strings as there can be', 'SPF', [spf('a.example', Buffer.alloc(60_000))], ['']],
  ['SPF: no string at all', 'SPF', [spf('a.example', Buffer.alloc(0))], ['']],
  ['SPF is not TXT', 'TXT', [txt('a.example', 'x'), spf('a.example', Buffer.from('\x01y'))], ['x']],
  ['the owner in capitals', 'TXT', [txt('A.EXAMPLE', 'x')], ['x']],
  [
    'records of other owners and types are left out',
    'TXT',
    [txt('a.example', 'x'), txt('b.example', 'y'), { type: 'A', name: 'a.example', data: '192.0.2.1' }],
    ['x'],
  ],
  [
    'records of another class are left out',
    'TXT',
    [txt('a.example', 'x'), { ...txt('a.example', 'y'), class: 'CH' }],
    ['x'],
  ],
])('data: %s', (_, type, answers, records) => {
  expect(read(type, 'a.example', { answers })).toMatchObject({ kind: 'found', records, cname: [] });
});

test.each<[string, Packet, number, Answer | Alias]>([
  [
    'the least TTL of the records',
    { answers: [txt('a.example', 'x', 90), txt('a.example', 'y', 60)] },
    noError,
    { kind: 'found', records: ['x', 'y'], cname: [], ttl: 60 },
  ],
  [
    'a TTL with its top bit set is 0 (RFC 2181 section 8)',
    { answers: [txt('a.example', 'x', 2 ** 31)] },
    noError,
    { kind: 'found', records: ['x'], cname: [], ttl: 0 },
  ],
  [
    'the greatest TTL there is',
    { answers: [txt('a.example', 'x', 2 ** 31 - 1)] },
    noError,
    { kind: 'found', records: ['x'], cname: [], ttl: 2 ** 31 - 1 },
  ],
  [
    'the least TTL of chain and records',
    { answers: [link('a.example', 'b.example', 30), txt('b.example', 'x', 60)] },
    noError,
    { kind: 'found', records: ['x'], cname: ['b.example'], ttl: 30 },
  ],
  [
    'a chain whose links stand in another order',
    { answers: [txt('c.example', 'x'), link('b.example', 'C.example'), link('a.example', 'B.example')] },
    noError,
    { kind: 'found', records: ['x'], cname: ['b.example', 'c.example'], ttl: 300 },
  ],
  [
    'records beside the chain do not count',
    { answers: [link('a.example', 'b.example'), txt('a.example', 'no'), txt('b.example', 'yes')] },
    noError,
    { kind: 'found', records: ['yes'], cname: ['b.example'], ttl: 300 },
  ],
  ['no data', { authorities: [soa(300, 60)] }, noError, { kind: 'nodata', cname: [], negativeTtl: 60 }],
  [
    'the SOA itself may live shorter than its minimum (RFC 2308 section 5)',
    { authorities: [soa(30, 60)] },
    noError,
    { kind: 'nodata', cname: [], negativeTtl: 30 },
  ],
  ['no data, and no SOA', {}, noError, { kind: 'nodata', cname: [], negativeTtl: null }],
  [
    'no data at the end of a chain',
    { answers: [link('a.example', 'b.example')], authorities: [soa(300, 60)] },
    noError,
    { kind: 'nodata', cname: ['b.example'], negativeTtl: 60 },
  ],
  [
    'an absence lives no longer than the chain to it',
    { answers: [link('a.example', 'b.example', 20)], authorities: [soa(300, 60)] },
    noError,
    { kind: 'nodata', cname: ['b.example'], negativeTtl: 20 },
  ],
  ['no such name', { authorities: [soa(300, 60)] }, nameError, { kind: 'nxdomain', cname: [], negativeTtl: 60 }],
  ['no such name, and no SOA', {}, nameError, { kind: 'nxdomain', cname: [], negativeTtl: null }],
  [
    'no such name at the end of a chain',
    { answers: [link('a.example', 'b.example')], authorities: [soa(300, 60)] },
    nameError,
    { kind: 'nxdomain', cname: ['b.example'], negativeTtl: 60 },
  ],
  [
    'a chain that the server did not follow',
    { answers: [link('a.example', 'b.example', 20)] },
    noError,
    { kind: 'alias', cname: ['b.example'], ttl: 20 },
  ],
  [
    'nor did it for the chain’s end: it refers to others',
    { answers: [link('a.example', 'b.example', 20)], authorities: [ns] },
    noError,
    { kind: 'alias', cname: ['b.example'], ttl: 20 },
  ],
  [
    'a referral is no absence (RFC 2308 section 2.2)',
    { authorities: [ns] },
    noError,
    { kind: 'failed', reason: 'refused' },
  ],
  [
    'SOA and NS together are an absence',
    { authorities: [ns, soa(300, 60)] },
    noError,
    { kind: 'nodata', cname: [], negativeTtl: 60 },
  ],
  [
    'a loop',
    { answers: [link('a.example', 'b.example'), link('b.example', 'a.example')] },
    noError,
    { kind: 'failed', reason: 'servfail' },
  ],
  [
    'an alias of itself',
    { answers: [link('a.example', 'a.example')] },
    noError,
    { kind: 'failed', reason: 'servfail' },
  ],
])('reply: %s', (_, packet, rcode, answer) => {
  expect(read('TXT', 'a.example', packet, rcode)).toEqual(answer);
});

const chain = (links: number) =>
  Array.from({ length: links }, (_, i) => link(i === 0 ? 'a.example' : `n${i}.example`, `n${i + 1}.example`));

test.each<[string, number, Answer['kind']]>([
  ['10 links are a chain', 10, 'found'],
  ['11 are none', 11, 'failed'],
])('%s', (_, links, kind) => {
  expect(read('TXT', 'a.example', { answers: [...chain(links), txt(`n${links}.example`, 'x')] })?.kind).toBe(kind);
});

const alias: Alias = { kind: 'alias', cname: ['b.example'], ttl: 20 };

test.each<[string, Answer<'TXT'> | Alias, Answer | Alias]>([
  [
    'found',
    { kind: 'found', records: ['x'], cname: ['c.example'], ttl: 60 },
    { kind: 'found', records: ['x'], cname: ['b.example', 'c.example'], ttl: 20 },
  ],
  [
    'another alias',
    { kind: 'alias', cname: ['c.example'], ttl: 10 },
    { kind: 'alias', cname: ['b.example', 'c.example'], ttl: 10 },
  ],
  [
    'absent',
    { kind: 'nxdomain', cname: [], negativeTtl: 60 },
    { kind: 'nxdomain', cname: ['b.example'], negativeTtl: 20 },
  ],
  [
    'absent without a TTL',
    { kind: 'nodata', cname: [], negativeTtl: null },
    { kind: 'nodata', cname: ['b.example'], negativeTtl: null },
  ],
  ['failed', { kind: 'failed', reason: 'refused' }, { kind: 'failed', reason: 'refused' }],
  ['back to the start', { kind: 'alias', cname: ['a.example'], ttl: 10 }, { kind: 'failed', reason: 'servfail' }],
])('through an alias: %s', (_, rest, answer) => {
  expect(throughAlias('a.example', alias, rest)).toEqual(answer);
});

test('a real packet with compressed names and EDNS is read', () => {
  // example.com. IN CNAME a.example.com., a.example.com. IN A 192.0.2.1, and an OPT record.
  const octets = Buffer.from(
    '000181800001000200000001076578616d706c6503636f6d0000010001' +
      'c00c000500010000012c00040161c00c' +
      'c029000100010000003c0004c0000201' +
      '00002904d0000000000000',
    'hex',
  );
  expect(decode(octets).answers).toHaveLength(2);
  const question = { name: 'example.com', type: 'A' } as const;
  const reply = readReply(octets, 1, question);
  expect(reply?.kind === 'message' && readAnswer(reply, question)).toEqual({
    kind: 'found',
    records: ['192.0.2.1'],
    cname: ['a.example.com'],
    ttl: 60,
  });
});
