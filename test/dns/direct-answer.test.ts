import { AUTHORITATIVE_ANSWER, encode, type Packet } from 'dns-packet';
import { expect, test } from 'vitest';
import type { DirectAnswer } from '#core/publication/authorities.ts';
import { readDirectAnswer } from '#dns/answer.ts';
import { readReply } from '#dns/message.ts';

/** What an authoritative server's packet says of a.example. */
const readDirect = (packet: Packet, flags: number): DirectAnswer | undefined => {
  const question = { name: 'a.example', type: 'TXT' } as const;
  const reply = readReply(encode({ type: 'response', id: 1, flags, questions: [question], ...packet }), 1, question);
  return reply?.kind === 'message' ? readDirectAnswer(reply, question) : undefined;
};
const aa = AUTHORITATIVE_ANSWER;
const nameError = 3;
const link = (name: string, data: string, ttl: number) => ({ type: 'CNAME' as const, name, ttl, data });
const txt = (name: string, data: string, ttl: number) => ({ type: 'TXT' as const, name, ttl, data });
const soa = (ttl: number, minimum: number) => ({
  type: 'SOA' as const,
  name: 'example',
  ttl,
  data: { mname: 'ns1.example', rname: 'hostmaster.example', minimum },
});
const ns = { type: 'NS' as const, name: 'example', ttl: 300, data: 'ns1.example' };
const toB: DirectAnswer = { kind: 'alias', target: 'b.example', ttl: 20 };

test.each<[string, Packet, number, DirectAnswer]>([
  ['records', { answers: [txt('a.example', 'x', 60)] }, aa, { kind: 'found', records: ['x'], cname: [], ttl: 60 }],
  ['records without AA', { answers: [txt('a.example', 'x', 60)] }, 0, { kind: 'lame' }],
  ['an alias', { answers: [link('a.example', 'B.example', 20)] }, aa, toB],
  ['an alias without AA', { answers: [link('a.example', 'b.example', 20)] }, 0, { kind: 'lame' }],
  [
    'what an alias points to is not this server’s to say',
    { answers: [txt('b.example', 'x', 10), link('a.example', 'b.example', 20)] },
    aa,
    toB,
  ],
  [
    'nor that it does not exist',
    { answers: [link('a.example', 'b.example', 20)], authorities: [soa(300, 10)] },
    aa | nameError,
    toB,
  ],
  [
    'an alias of another name',
    { answers: [link('c.example', 'b.example', 20)] },
    aa,
    { kind: 'nodata', cname: [], negativeTtl: null },
  ],
  ['no data', { authorities: [soa(300, 60)] }, aa, { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['no data without AA', { authorities: [soa(300, 60)] }, 0, { kind: 'lame' }],
  ['no data, and no SOA', {}, aa, { kind: 'nodata', cname: [], negativeTtl: null }],
  ['no such name', { authorities: [soa(30, 60)] }, aa | nameError, { kind: 'nxdomain', cname: [], negativeTtl: 30 }],
  ['no such name, without AA', { authorities: [soa(30, 60)] }, nameError, { kind: 'lame' }],
  ['a referral', { authorities: [ns] }, 0, { kind: 'lame' }],
  ['a referral with AA is no absence either', { authorities: [ns] }, aa, { kind: 'lame' }],
])('direct: %s', (_, packet, flags, answer) => {
  expect(readDirect(packet, flags)).toEqual(answer);
});
