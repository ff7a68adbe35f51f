import { expect, test } from 'vitest';
import type { Answer, RecordType } from '#core/resolver.ts';
import { createAnswerCache } from '#dns/cache.ts';
import { type CheckOptions, createDnsClient } from '#dns/client.ts';
import { standardTimeouts } from '#dns/limits.ts';
import type { Fault } from '#test/dns-reply.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { ask, elapsed, failed, hasty, long, nobody, patient, serve, spf, zone } from './sample.ts';

test.each<[string, string, RecordType, Answer]>([
  ['TXT', 'example.com', 'TXT', spf],
  ['the name in capitals with a final dot', 'EXAMPLE.com.', 'TXT', spf],
  ['A', 'example.com', 'A', { kind: 'found', records: ['192.0.2.1'], cname: [], ttl: 300 }],
  ['AAAA', 'example.com', 'AAAA', { kind: 'found', records: ['2001:db8::1'], cname: [], ttl: 300 }],
  [
    'MX',
    'example.com',
    'MX',
    { kind: 'found', records: [{ preference: 10, exchange: 'mx.example.com' }], cname: [], ttl: 300 },
  ],
  ['null MX', 'null.example', 'MX', { kind: 'found', records: [{ preference: 0, exchange: '' }], cname: [], ttl: 300 }],
  ['SPF, over TCP', 'obsolete.example', 'SPF', { kind: 'found', records: [long], cname: [], ttl: 300 }],
  ['no SPF', 'example.com', 'SPF', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['NS', 'example.com', 'NS', { kind: 'found', records: ['ns1.example.com'], cname: [], ttl: 300 }],
  [
    'SOA',
    'example.com',
    'SOA',
    {
      kind: 'found',
      records: [{ mname: 'ns1.example.com', rname: 'hostmaster.ns1.example.com', serial: 1, minimum: 60 }],
      cname: [],
      ttl: 300,
    },
  ],
  ['PTR', '1.2.0.192.in-addr.arpa', 'PTR', { kind: 'found', records: ['example.com'], cname: [], ttl: 300 }],
  [
    'text that is not ASCII',
    'norsk.example',
    'TXT',
    { kind: 'found', records: ['v=spf1 include:blåbær.example – -all'], cname: [], ttl: 300 },
  ],
  [
    'a name with odd characters, as macros make them',
    'a:host._x%{d}.example',
    'TXT',
    { kind: 'found', records: ['odd'], cname: [], ttl: 300 },
  ],
  [
    'a chain',
    'alias.example',
    'TXT',
    { kind: 'found', records: ['v=spf1 -all', ''], cname: ['other.example', 'example.com'], ttl: 60 },
  ],
  ['the CNAME itself', 'alias.example', 'CNAME', { kind: 'found', records: ['other.example'], cname: [], ttl: 60 }],
  ['no such name', 'nowhere.example', 'TXT', { kind: 'nxdomain', cname: [], negativeTtl: 60 }],
  [
    'no such name at the end of a chain',
    'gone.example',
    'TXT',
    { kind: 'nxdomain', cname: ['nowhere.example'], negativeTtl: 60 },
  ],
  ['no record of the type', 'null.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 60 }],
  ['a loop', 'loop.example', 'TXT', failed('servfail')],
  ['SERVFAIL', 'broken.example', 'TXT', failed('servfail')],
  ['REFUSED', 'barred.example', 'TXT', failed('refused')],
  ['no DNS message', 'noise.example', 'TXT', failed('malformed')],
])('answer: %s', async (_, name, type, answer) => {
  expect(await ask([await serve()], name, type)).toEqual(answer);
});

test.each([
  ['an empty label', 'a..example'],
  ['a leading dot', '.example'],
  ['the empty name', ''],
  ['the root', '.'],
  ['a label of 64', `${'a'.repeat(64)}.example`],
  ['254 octets', `${'a.'.repeat(126)}aa`],
  ['a letter that is not ASCII', 'blåbær.example'],
  ['a line break', 'a.\nb.example'],
])('no DNS name, not asked for: %s', async (_, name) => {
  const server = await serve();
  expect(await ask([server], name)).toEqual({ kind: 'nxdomain', cname: [], negativeTtl: null });
  expect(server.log()).toEqual([]);
});

test.each([
  ['a label of 63', `${'a'.repeat(63)}.example`],
  ['253 octets', `${'a.'.repeat(126)}a`],
])('a DNS name, just: %s', async (_, name) => {
  const server = await serve();
  expect(await ask([server], name)).toEqual({ kind: 'nxdomain', cname: [], negativeTtl: 60 });
  expect(server.log()).toEqual([`TXT ${name}`]);
});

test('a question ends when its attempts are over, though the servers are silent', async () => {
  const server = await serve();
  const time = await elapsed(() => ask([server], 'silent.example', 'TXT', hasty));
  expect(time).toBeGreaterThan(590);
  expect(time).toBeLessThan(1_900);
});

test('one dead name server leaves a second of the check to ask elsewhere', () => {
  const question = standardTimeouts.attempts.reduce((sum, wait) => sum + wait, 0);
  expect(standardTimeouts.check - question).toBe(1_000);
});

test('the deadline of the check ends a question before its own time', async () => {
  const timeouts = { ...patient, check: 60 };
  const server = await serve();
  const time = await elapsed(async () => {
    expect(await ask([server], 'silent.example', 'TXT', timeouts)).toEqual(failed('timeout'));
  });
  expect(time).toBeLessThan(1_500);
});

test.each<[string, () => CheckOptions]>([
  ['the deadline has passed', () => ({ deadline: Date.now() })],
  ['the check is aborted', () => ({ signal: AbortSignal.abort() })],
])('nothing is asked when %s', async (_, check) => {
  const server = await serve();
  const resolver = createDnsClient({ servers: [server] }).resolver(check());
  expect(await resolver.resolve('example.com', 'TXT')).toEqual(failed('timeout'));
  expect(server.log()).toEqual([]);
});

test('an abort ends every question of the check, and of no other', async () => {
  const server = await serve({ delay: 20 });
  const client = createDnsClient({ servers: [server], timeouts: patient });
  const controller = new AbortController();
  const aborted = client.resolver({ signal: controller.signal });
  const answers = ['example.com', 'long.example', 'silent.example'].map((name) => aborted.resolve(name, 'TXT'));
  const other = client.resolver().resolve('example.com', 'TXT');
  controller.abort();
  expect(await Promise.all(answers)).toEqual([failed('timeout'), failed('timeout'), failed('timeout')]);
  expect(await other).toEqual(spf);
});

test('an abort ends a question that waits for TCP', async () => {
  const controller = new AbortController();
  const server = await serve({
    faults: [{ fault: 'tcp_silent' }],
    heard: ({ transport }) => transport === 'tcp' && controller.abort(),
  });
  const client = createDnsClient({ servers: [server], timeouts: patient });
  expect(await client.resolver({ signal: controller.signal }).resolve('example.com', 'TXT')).toEqual(failed('timeout'));
});

test('a burst is answered whole, with a bounded number of sockets', async () => {
  const server = await serve({ delay: 5 });
  const resolver = createDnsClient({ servers: [server] }).resolver();
  let most = 0;
  const answers = Array.from({ length: 1_000 }, async (_, i) => {
    const answer = await resolver.resolve(`n${i}.example`, 'TXT');
    most = Math.max(most, active(/^UDP/).length);
    return answer.kind;
  });
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['nxdomain']));
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(257);
});

test('an answer is kept for its TTL, for all checks', async () => {
  const server = await serve();
  let clock = Date.now();
  const now = () => clock;
  const client = createDnsClient({ servers: [server], now, cache: createAnswerCache(now) });
  const askAgain = () => client.resolver().resolve('Example.com', 'TXT');
  expect(client.resolver().known?.('example.com', 'TXT')).toBeUndefined();
  expect(await askAgain()).toEqual(spf);
  clock += 100_000;
  expect(await askAgain()).toEqual({ ...spf, ttl: 200 });
  expect(client.resolver().known?.('EXAMPLE.com', 'TXT')).toEqual({ ...spf, ttl: 200 });
  clock += 200_000;
  expect(await askAgain()).toEqual(spf);
  expect(server.log()).toEqual(['TXT example.com', 'TXT example.com']);
});

test('a failure is asked again', async () => {
  const server = await serve({ faults: [{ fault: 'servfail', first: 2 }] });
  const client = createDnsClient({ servers: [server] });
  expect(await client.resolver().resolve('example.com', 'TXT')).toEqual(failed('servfail'));
  expect(await client.resolver().resolve('example.com', 'TXT')).toEqual(spf);
});

const active = (kinds: RegExp): string[] => process.getActiveResourcesInfo().filter((kind) => kinds.test(kind));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.each<[string, string, Fault | undefined]>([
  ['an answer', 'example.com', undefined],
  ['an answer over TCP', 'long.example', undefined],
  ['silence', 'silent.example', undefined],
  ['SERVFAIL', 'broken.example', undefined],
  ['TCP cut', 'example.com', 'tcp_cut'],
  ['TCP silent', 'example.com', 'tcp_silent'],
])('no socket and no timer is left after %s', async (_, name, fault) => {
  const server = await startDnsServer(zone, { faults: fault === undefined ? [] : [{ fault }] });
  const client = createDnsClient({ servers: [await nobody(), server], timeouts: patient });
  const timers = active(/^Timeout/).length;
  await client.resolver({ deadline: Date.now() + 100 }).resolve(name, 'TXT');
  await server.close();
  // The system's handles are closed a turn of the event loop after they were asked to be.
  await turn();
  await turn();
  expect(active(/^(UDP|TCP)/)).toEqual([]);
  expect(active(/^Timeout/).length).toBeLessThanOrEqual(timers);
});
