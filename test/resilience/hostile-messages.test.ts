import { encode } from 'dns-packet';
import { expect, test } from 'vitest';
import { readReply } from '#dns/message.ts';

/** Messages that are small to send and long to read. */

const question = { name: 'example.com', type: 'TXT' } as const;
const head = encode({ type: 'response', id: 7, questions: [question] });
const malformed = { kind: 'failed', reason: 'malformed' };

/** A header that counts as much as it can, and nothing of it is there. */
const countsAll = Buffer.concat([head.subarray(0, 4), Buffer.alloc(8, 0xff)]);
const countsRecords = (at: number): Buffer => {
  const octets = Buffer.from(head);
  octets.writeUInt16BE(0xffff, at);
  return octets;
};

test.each<[why: string, octets: Buffer]>([
  ['a header that counts 65,535 of everything', countsAll],
  ['65,535 answers that are not there', countsRecords(6)],
  ['65,535 authorities that are not there', countsRecords(8)],
  ['65,535 additional records that are not there', countsRecords(10)],
])('%s: refused a thousand times in less than a second', (_, octets) => {
  const start = performance.now();
  for (let i = 0; i < 1_000; i += 1) expect(readReply(octets, 7, question)).toEqual(malformed);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('64 KiB of pointers to pointers are read in a bounded time', () => {
  const pointerTo = (at: number): Buffer => Buffer.of(0xc0 | (at >> 8), at & 0xff);
  const record = (name: Buffer, data: Buffer): Buffer =>
    Buffer.concat([name, Buffer.from([0, 99, 0, 1, 0, 0, 1, 44, data.length >> 8, data.length & 0xff]), data]);
  const begin = head.length + 12;
  const places = 6_000;
  const chain = Buffer.concat([
    Buffer.of(0),
    ...Array.from({ length: places }, (_, i) => pointerTo(i === 0 ? begin : begin + 1 + 2 * (i - 1))),
  ]);
  const records = Array<Buffer>(4_000).fill(record(pointerTo(begin + 1 + 2 * (places - 1)), Buffer.alloc(0)));
  const octets = Buffer.concat([head, record(pointerTo(12), chain), ...records]);
  octets.writeUInt16BE(records.length + 1, 6);
  const start = performance.now();
  expect(readReply(octets, 7, question)).toBeDefined();
  expect(performance.now() - start).toBeLessThan(3_000);
});
