import { type Answer, encode, type Packet } from 'dns-packet';
import { expect, test } from 'vitest';
import type { RecordType } from '#core/resolver.ts';
import { readAnswer } from '#dns/answer.ts';
import { encodeQuery, type Question, readReply } from '#dns/message.ts';
import fc from '#test/fast-check.ts';
import { cases, inTime, patience } from './cases.ts';
import { damaged } from './mutation.ts';

/** What a server, or somebody in its place, sends. */

const id = 7;
const name = 'example.com';
const long = `v=spf1 ${'ip4:192.0.2.1 '.repeat(60)}-all`;

const answers = {
  A: [{ type: 'A', name, ttl: 300, data: '192.0.2.1' }],
  AAAA: [{ type: 'AAAA', name, ttl: 300, data: '2001:db8::1' }],
  TXT: [
    { type: 'TXT', name, ttl: 300, data: 'v=spf1 -all' },
    {
      type: 'TXT',
      name,
      ttl: 0,
      data: ['v=spf1 include:blåbær.example', '', long.slice(0, 255), long.slice(255, 500)],
    },
  ],
  MX: [
    { type: 'MX', name, ttl: 300, data: { preference: 10, exchange: 'mx.example.com' } },
    { type: 'MX', name, ttl: 2 ** 32 - 1, data: { preference: 0, exchange: '.' } },
  ],
  NS: [{ type: 'NS', name, ttl: 300, data: 'ns1.example.com' }],
  PTR: [{ type: 'PTR', name, ttl: 300, data: 'example.net' }],
  CNAME: [{ type: 'CNAME', name, ttl: 300, data: 'other.example' }],
  SOA: [
    {
      type: 'SOA',
      name,
      ttl: 300,
      data: {
        mname: 'ns1.example.com',
        rname: 'post.example.com',
        serial: 1,
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 60,
      },
    },
  ],
} as const satisfies Partial<Record<RecordType, readonly Answer[]>>;
type Asked = keyof typeof answers;
const types = Object.keys(answers) as Asked[];

const opt: Answer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1_232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

const packet = (type: Asked, more: Packet = {}): Buffer =>
  encode({
    type: 'response',
    id,
    questions: [{ name, type }],
    answers: [...answers[type]],
    additionals: [opt],
    ...more,
  });

/** Each type as it is answered, behind an alias, absent, and with a code; and a query, as it comes back from an echo. */
const sound = types.flatMap((type) => [
  packet(type),
  packet(type, {
    answers: [...answers.CNAME, ...answers[type].map((one) => ({ ...one, name: 'other.example' }) as Answer)],
  }),
  packet(type, { answers: [], authorities: [...answers.SOA], flags: 3 }),
  packet(type, { answers: [], flags: 2 }),
  encodeQuery(id, { name, type }, { edns: true, recursion: true }),
]);

const question = fc.constantFrom(...types).map((type): Question => ({ name, type }));

const kinds = ['message', 'truncated', 'not_understood', 'failed', undefined] as const;

/** Whatever came: it is read or refused, and what is read has the form that the rest relies on. */
const expectRead = (octets: Buffer, asked: Question): void => {
  const reply = inTime(() => readReply(octets, id, asked));
  expect(kinds).toContain(reply?.kind);
  if (reply?.kind !== 'message') return;
  for (const { name, ttl } of [...reply.answers, ...reply.authorities]) {
    expect(name).toBe(name.toLowerCase());
    expect(ttl >= 0 && ttl < 2 ** 31).toBe(true);
  }
  const answer = inTime(() => readAnswer(reply, asked));
  expect(['found', 'nodata', 'nxdomain', 'failed', 'alias']).toContain(answer.kind);
  if (answer.kind !== 'found') return;
  for (const record of answer.records) {
    // A record of another form would be found out far from here.
    if (asked.type === 'MX') expect(record).toEqual({ preference: expect.any(Number), exchange: expect.any(String) });
    else if (asked.type !== 'SOA') expect(typeof record).toBe('string');
  }
};

test(
  'whatever became of a message, it is read or refused',
  () => {
    fc.assert(fc.property(damaged(sound), question, expectRead), cases(0.18));
  },
  patience,
);

test(
  'octets behind a header',
  () => {
    const header = packet('TXT', { answers: [], additionals: [] });
    const octets = fc.uint8Array({ maxLength: 200 }).map((rest) => Buffer.concat([header, rest]));
    const counted = fc
      .tuple(octets, fc.array(fc.nat({ max: 0xffff }), { minLength: 3, maxLength: 3 }))
      .map(([whole, counts]) => {
        for (const [i, count] of counts.entries()) whole.writeUInt16BE(count, 6 + 2 * i);
        return whole;
      });
    fc.assert(
      fc.property(counted, (whole) => expectRead(whole, { name, type: 'TXT' })),
      cases(0.03),
    );
  },
  patience,
);

test(
  'what is written is read again',
  () => {
    const strings = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 255 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(strings, { minLength: 1, maxLength: 4 }), fc.nat({ max: 2 ** 31 - 1 }), (texts, ttl) => {
        const records = texts.map((data): Answer => ({ type: 'TXT', name: 'Example.COM', ttl, data }));
        const reply = readReply(packet('TXT', { answers: records }), id, { name, type: 'TXT' });
        expect(reply?.kind === 'message' && readAnswer(reply, { name, type: 'TXT' })).toEqual({
          kind: 'found',
          records: texts.map((parts) => parts.join('')),
          cname: [],
          ttl,
        });
      }),
      cases(0.02),
    );
  },
  patience,
);

/** What goes on for ever in a reader that believes what it reads. */
test.each<[reason: string, hex: string]>([
  ['a count of 65,535 answers and none there', '000781800001ffff00000000076578616d706c6503636f6d0000100001'],
  ['a name that points at itself', '000781800001000100000000076578616d706c6503636f6d0000100001c01d00100001'],
])('%s', (_reason, hex) => {
  expectRead(Buffer.from(hex, 'hex'), { name, type: 'TXT' });
});
