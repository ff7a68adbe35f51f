import { expect, test } from 'vitest';
import type { Answer, FailureReason } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import type { Fault } from '#test/dns-reply.ts';
import { ask, elapsed, failed, hasty, long, nobody, serve, spf } from './sample.ts';

test.each<[string, Fault, number, Answer, string[]]>([
  ['SERVFAIL once', 'servfail', 1, spf, ['udp', 'udp']],
  ['SERVFAIL twice is the answer', 'servfail', 9, failed('servfail'), ['udp', 'udp']],
  ['REFUSED once', 'refused', 1, spf, ['udp', 'udp']],
  ['garbage once', 'garbage', 1, spf, ['udp', 'udp']],
  ['a referral is no answer', 'referral', 9, failed('refused'), ['udp', 'udp']],
  ['an answer with another id is not ours', 'wrong_id', 9, spf, ['udp']],
  ['an answer to another question is not ours', 'wrong_question', 9, spf, ['udp']],
  ['TC: again over TCP', 'truncate', 9, spf, ['udp', 'tcp']],
  ['TCP one octet at a time', 'tcp_drip', 9, spf, ['udp', 'tcp']],
  ['TCP cut once', 'tcp_cut', 2, spf, ['udp', 'tcp', 'udp']],
  ['TCP cut every time', 'tcp_cut', 9, failed('malformed'), ['udp', 'tcp', 'udp', 'tcp']],
  ['FORMERR: again without EDNS', 'no_edns', 9, spf, ['udp', 'udp']],
  ['FORMERR in a bare header', 'no_edns_header', 9, spf, ['udp', 'udp']],
])('fault: %s', async (_, fault, first, answer, transports) => {
  const server = await serve({ faults: [{ fault, first }] });
  expect(await ask([server], 'example.com')).toEqual(answer);
  expect(server.queries.map(({ transport }) => transport)).toEqual(transports);
});

test.each<[string, Fault, number, Answer, string[]]>([
  ['a lost packet is sent again', 'drop', 1, spf, ['udp', 'udp']],
  ['two lost packets', 'drop', 2, spf, ['udp', 'udp', 'udp']],
  ['TCP silent every time', 'tcp_silent', 9, failed('timeout'), ['udp', 'tcp', 'udp', 'tcp', 'udp', 'tcp']],
  ['every packet lost', 'drop', 9, failed('timeout'), ['udp', 'udp', 'udp']],
])('silence: %s', async (_, fault, first, answer, transports) => {
  const server = await serve({ faults: [{ fault, first }] });
  expect(await ask([server], 'example.com', 'TXT', hasty)).toEqual(answer);
  expect(server.queries.map(({ transport }) => transport)).toEqual(transports);
});

test('what is too long for UDP comes over TCP', async () => {
  const server = await serve();
  expect(await ask([server], 'long.example')).toMatchObject({ kind: 'found', records: [long] });
  expect(server.queries.map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
});

test('where there is no TCP, what is too long cannot be known', async () => {
  expect(await ask([await serve({ tcp: false })], 'long.example')).toEqual(failed('timeout'));
});

test('a query asks for recursion with EDNS, and without it only after FORMERR', async () => {
  const server = await serve({ faults: [{ fault: 'no_edns' }] });
  await ask([server], 'example.com');
  expect(server.queries).toMatchObject([
    { edns: true, recursionDesired: true },
    { edns: false, recursionDesired: true },
  ]);
});

test('each query has an id and a port of its own', async () => {
  const server = await serve();
  const resolver = createDnsClient({ servers: [server] }).resolver();
  await Promise.all(Array.from({ length: 50 }, (_, i) => resolver.resolve(`n${i}.example`, 'TXT')));
  expect(new Set(server.queries.map(({ port }) => port)).size).toBeGreaterThan(40);
  expect(new Set(server.queries.map(({ id }) => id)).size).toBeGreaterThan(40);
});

test('a chain that the server does not follow is followed by the client', async () => {
  const server = await serve({ faults: [{ fault: 'unfollowed' }] });
  expect(await ask([server], 'alias.example')).toEqual({
    kind: 'found',
    records: ['v=spf1 -all', ''],
    cname: ['other.example', 'example.com'],
    ttl: 60,
  });
  expect(server.log()).toEqual(['TXT alias.example', 'TXT other.example', 'TXT example.com']);
});

test('a loop that the server does not follow ends', async () => {
  const server = await serve({ faults: [{ fault: 'unfollowed' }] });
  expect(await ask([server], 'loop.example')).toEqual(failed('servfail'));
  expect(server.log()).toEqual(['TXT loop.example', 'TXT pool.example']);
});

test.each<[string, Fault]>([
  ['failing', 'servfail'],
  ['refusing', 'refused'],
  ['garbled', 'garbage'],
  ['cut over TCP', 'tcp_cut'],
])('the first server is %s: the next one is asked', async (_, fault) => {
  const [first, second] = await Promise.all([serve({ faults: [{ fault }] }), serve()]);
  expect(await ask([first, second], 'example.com')).toEqual(spf);
  expect(second.log()).toEqual(['TXT example.com']);
});

test('the first server is silent: the next one is asked', async () => {
  const [silent, second] = await Promise.all([serve({ faults: [{ fault: 'drop' }] }), serve()]);
  expect(await ask([silent, second], 'example.com', 'TXT', hasty)).toEqual(spf);
  expect(second.log()).toEqual(['TXT example.com']);
});

test('the first server is not there: the next one is asked at once', async () => {
  const servers = [await nobody(), await serve()];
  expect(await elapsed(() => ask(servers, 'example.com'))).toBeLessThan(2_000);
});

test('a slow answer is taken after the next server has been asked too', async () => {
  const [slow, silent] = await Promise.all([serve({ delay: 150 }), serve({ faults: [{ fault: 'drop' }] })]);
  const timeouts = { attempts: [50, 5_000], check: 10_000 };
  expect(await ask([slow, silent], 'example.com', 'TXT', timeouts)).toEqual(spf);
  expect(slow.log()).toEqual(['TXT example.com']);
  expect(silent.log()).toEqual(['TXT example.com']);
});

test.each<[string, Fault, Fault, FailureReason]>([
  ['both silent', 'drop', 'drop', 'timeout'],
  ['what was heard counts for more than silence', 'servfail', 'drop', 'servfail'],
  ['whichever server said it', 'drop', 'refused', 'refused'],
  ['the last that was heard', 'servfail', 'refused', 'refused'],
])('no server answers: %s', async (_, one, other, reason) => {
  const servers = [await serve({ faults: [{ fault: one }] }), await serve({ faults: [{ fault: other }] })];
  const timeouts = { attempts: [100, 100], check: 2_000 };
  expect(await ask(servers, 'example.com', 'TXT', timeouts)).toEqual(failed(reason));
});

test('an IPv6 server', async ({ skip }) => {
  const server = await serve({ address: '::1' }).catch(() => skip('no IPv6 here'));
  expect(await ask([server], 'example.com')).toEqual(spf);
  expect(await ask([server], 'long.example')).toMatchObject({ kind: 'found', records: [long] });
});

test('without servers nothing is known', async () => {
  expect(await ask([], 'example.com')).toEqual(failed('timeout'));
});
