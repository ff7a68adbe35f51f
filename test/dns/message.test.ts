import { type Answer, decode, encode, type Packet, RECURSION_DESIRED, TRUNCATED_RESPONSE } from 'dns-packet';
import { expect, test } from 'vitest';
import { encodeQuery, type Reply, readReply } from '#dns/message.ts';

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

test.each([
  ['with EDNS', true, [{ type: 'OPT', udpPayloadSize: 1232, ednsVersion: 0, flag_do: false }]],
  ['without', false, []],
])('a query %s', (_, edns, additionals) => {
  expect(decode(encodeQuery(7, question, edns))).toMatchObject({
    id: 7,
    type: 'query',
    flags: RECURSION_DESIRED,
    questions: [{ ...question, class: 'IN' }],
    answers: [],
    authorities: [],
    additionals,
  });
});

test.each<[string, Buffer, Reply | undefined]>([
  [
    'its records',
    packet(),
    {
      kind: 'message',
      exists: true,
      authorities: [],
      answers: [expect.objectContaining({ name: 'example.com', type: 'TXT', ttl: 300 })],
    },
  ],
  ['NXDOMAIN', packet({ answers: [], flags: 3 }), { kind: 'message', exists: false, answers: [], authorities: [] }],
  [
    'the question in capitals',
    packet({ answers: [], questions: [{ ...question, name: 'EXAMPLE.com' }] }),
    { kind: 'message', exists: true, answers: [], authorities: [] },
  ],
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
