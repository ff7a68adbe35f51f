import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type Packet,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import { expect, test } from 'vitest';
import { encodeQuery, type QueryOptions, type Reply, readReply } from '#dns/message.ts';

const question = { name: 'example.com', type: 'TXT' } as const;
const record: Answer = { type: 'TXT', name: 'example.com', ttl: 300, data: 'v=spf1 -all' };

const packet = (more: Packet = {}): Buffer =>
  encode({ type: 'response', id: 7, questions: [question], answers: [record], ...more });

/** An OPT record with the upper bits of a response code. */
const opt = (extendedRcode: number): Answer => ({
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1232,
  extendedRcode,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
});

const edns = { type: 'OPT', udpPayloadSize: 1232, ednsVersion: 0, flag_do: false };

test.each<[string, QueryOptions, number, unknown[]]>([
  ['with EDNS', { edns: true, recursion: true }, RECURSION_DESIRED, [edns]],
  ['without', { edns: false, recursion: true }, RECURSION_DESIRED, []],
  ['for a server that shall look nothing up', { edns: true, recursion: false }, 0, [edns]],
])('a query %s', (_, options, flags, additionals) => {
  expect(decode(encodeQuery(7, question, options))).toMatchObject({
    id: 7,
    type: 'query',
    flags,
    questions: [{ ...question, class: 'IN' }],
    answers: [],
    authorities: [],
    additionals,
  });
});

const empty: Reply = { kind: 'message', authoritative: false, exists: true, answers: [], authorities: [] };

test.each<[string, Buffer, Reply | undefined]>([
  [
    'its records',
    packet(),
    {
      kind: 'message',
      authoritative: false,
      exists: true,
      authorities: [],
      answers: [expect.objectContaining({ name: 'example.com', type: 'TXT', ttl: 300 })],
    },
  ],
  ['NXDOMAIN', packet({ answers: [], flags: 3 }), { ...empty, exists: false }],
  ['an authoritative answer', packet({ answers: [], flags: AUTHORITATIVE_ANSWER }), { ...empty, authoritative: true }],
  [
    'authoritative NXDOMAIN',
    packet({ answers: [], flags: AUTHORITATIVE_ANSWER | 3 }),
    { ...empty, authoritative: true, exists: false },
  ],
  ['the question in capitals', packet({ answers: [], questions: [{ ...question, name: 'EXAMPLE.com' }] }), empty],
  ['another id is no reply', packet({ id: 8 }), undefined],
  ['another name', packet({ questions: [{ ...question, name: 'example.net' }] }), undefined],
  ['another type', packet({ questions: [{ ...question, type: 'MX' }] }), undefined],
  ['another class', packet({ questions: [{ ...question, class: 'CH' }] }), undefined],
  ['no question', packet({ questions: [] }), undefined],
  ['two questions', packet({ questions: [question, question] }), undefined],
  ['a query, such as our own come back', packet({ type: 'query' }), undefined],
  ['nothing', Buffer.alloc(0), undefined],
  ['one octet', Buffer.of(0), undefined],
  ['less than a header', packet().subarray(0, 11), { kind: 'failed', reason: 'malformed' }],
  ['truncated', packet({ flags: TRUNCATED_RESPONSE }), { kind: 'truncated' }],
  ['truncated in the middle of a record', packet({ flags: TRUNCATED_RESPONSE }).subarray(0, -5), { kind: 'truncated' }],
  ['FORMERR', packet({ flags: 1 }), { kind: 'not_understood' }],
  ['FORMERR in a header alone', encode({ type: 'response', id: 7, flags: 1 }), { kind: 'not_understood' }],
  ['NOTIMP', packet({ flags: 4 }), { kind: 'not_understood' }],
  [
    'BADVERS, whose lower bits are those of NOERROR',
    packet({ answers: [], additionals: [opt(1)] }),
    { kind: 'not_understood' },
  ],
  ['SERVFAIL', packet({ flags: 2 }), { kind: 'failed', reason: 'servfail' }],
  ['REFUSED', packet({ flags: 5 }), { kind: 'failed', reason: 'refused' }],
  ['NOTAUTH', packet({ flags: 9 }), { kind: 'failed', reason: 'refused' }],
  ['any other code', packet({ flags: 10 }), { kind: 'failed', reason: 'servfail' }],
  ['an extended code', packet({ answers: [], additionals: [opt(2)] }), { kind: 'failed', reason: 'servfail' }],
  [
    'a name that points at itself',
    Buffer.concat([packet().subarray(0, 29), Buffer.from('c01d00100001', 'hex')]),
    { kind: 'failed', reason: 'malformed' },
  ],
])('%s', (_, octets, reply) => {
  expect(readReply(octets, 7, question)).toEqual(reply);
});

test('a reply cut anywhere behind its id is malformed, never a shorter text', () => {
  const whole = packet({ additionals: [opt(0)] });
  const cut = Array.from({ length: whole.length - 2 }, (_, i) => readReply(whole.subarray(0, i + 2), 7, question));
  expect(new Set(cut.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set([JSON.stringify({ kind: 'failed', reason: 'malformed' })]),
  );
});
