import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { parseSmtpSettings, type SmtpProblem } from '#core/smtp/settings.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import type { Zone } from '#test/zone.ts';
import { startRaw } from './servers.ts';
import { loopback, nothingAllowed, testSettings } from './testing.ts';

/** The addresses that a stranger must not be able to reach through us, in every disguise. */

/** A server at loopback that counts who comes. */
const startTrap = async () => {
  let came = 0;
  const port = await startRaw((socket) => {
    came += 1;
    socket.end('220 mx.example\r\n');
  });
  return { port, came: () => came };
};

const notPublic = { code: 'SMTP_NOT_PUBLIC', severity: 'unknown', args: { host: expect.any(String) } };

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback with a port', '127.0.0.1:587'],
  ['loopback elsewhere', '127.255.0.1'],
  ['this host', '0.0.0.0'],
  ['IPv6 loopback', '::1'],
  ['IPv6 loopback with a port', '[::1]:587'],
  ['IPv6 unspecified', '::'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped in hexadecimal', '[::FFFF:7f00:1]'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['translation of loopback', '64:ff9b::7f00:1'],
  ['private', '10.0.0.1'],
  ['private, by a web address', 'http://192.168.1.1:25/admin'],
  ['the address of a cloud’s instance data', '169.254.169.254'],
  ['the same in IPv6', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['documentation', '192.0.2.1'],
  ['multicast', '224.0.0.1'],
])('an address that is typed is not contacted: %s', async (_reason, server) => {
  const trap = await startTrap();
  const at = { 25: trap.port, 465: trap.port, 587: trap.port };
  const report = await testSettings({ server }, at, { allowed: nothingAllowed });
  expect(report).toMatchObject({ name: { state: 'not_public', address: null }, ports: [], advice: null });
  expect(report.findings).toContainEqual(notPublic);
  expect(trap.came()).toBe(0);
});

test.each<[string, string, SmtpProblem]>([
  ['a number', '2130706433', 'BAD_HOST'],
  ['a short form', '127.1', 'BAD_HOST'],
  ['octal', '0177.0.0.1', 'BAD_HOST'],
  ['octal in part', '127.0.0.01', 'BAD_HOST'],
  ['hexadecimal', '0x7f000001', 'BAD_HOST'],
  ['hexadecimal in part', '127.0.0.0x1', 'BAD_HOST'],
  ['hexadecimal at the end of a name', 'mx.0x7f', 'BAD_HOST'],
  ['full-width digits', '１２７.０.０.１', 'BAD_HOST'],
  ['full-width dots', '127。0。0。1', 'BAD_HOST'],
  ['digits in circles', '①②⑦.⓪.⓪.①', 'BAD_HOST'],
  ['a final dot', '127.0.0.1.', 'BAD_HOST'],
  ['too large a number', '127.0.0.256', 'BAD_HOST'],
  ['a zone', 'fe80::1%lo', 'BAD_HOST'],
  ['a name in brackets', '[localhost.example]', 'BAD_HOST'],
  ['localhost', 'localhost', 'SINGLE_LABEL'],
  ['localhost in capitals, with a port', 'LOCALHOST:25', 'SINGLE_LABEL'],
  ['an at sign before it', 'mx.example@127.0.0.1', 'MAIL_ADDRESS'],
  ['escaped', '127%2e0%2e0%2e1', 'BAD_HOST'],
  ['a null octet', '127.0.0.1\u0000.example', 'BAD_HOST'],
])('what is no plain address or name is no host: %s', (_reason, server, problem) => {
  expect(parseSmtpSettings({ server })).toEqual({ ok: false, problem });
});

describe('a name that leads to one', () => {
  test.each<[string, Zone]>([
    ['loopback', { 'mx.example': [{ A: '127.0.0.1' }] }],
    ['IPv6 loopback', { 'mx.example': [{ AAAA: '::1' }] }],
    ['both', { 'mx.example': [{ A: '10.0.0.1' }, { AAAA: '::ffff:10.0.0.1' }] }],
    ['an alias', { 'mx.example': [{ CNAME: 'inner.example' }], 'inner.example': [{ A: '169.254.169.254' }] }],
  ])('%s', async (_reason, zone) => {
    const trap = await startTrap();
    const at = { 25: trap.port, 465: trap.port, 587: trap.port };
    const report = await testSettings({ server: 'mx.example' }, at, { zone, allowed: nothingAllowed });
    expect(report).toMatchObject({ name: { state: 'not_public', address: null }, ports: [], advice: null });
    expect(trap.came()).toBe(0);
  });

  test('among others: only what is public is contacted', async () => {
    const trap = await startTrap();
    const zone: Zone = { 'mx.example': [{ A: '10.0.0.1' }, { A: '127.0.0.1' }, { AAAA: '::1' }] };
    const report = await testSettings({ server: 'mx.example:587' }, { 587: trap.port }, { zone, allowed: loopback });
    expect(report.name).toEqual({ state: 'found', address: '127.0.0.1' });
    expect(trap.came()).toBeGreaterThan(0);
  });
});

test('a second answer that differs has no effect: DNS is asked once, and the address that was judged is the one that is contacted', async () => {
  const trap = await startTrap();
  const asked: string[] = [];
  const answers = ['127.0.0.1', '10.0.0.1'];
  const resolver: Resolver = {
    resolve: async <T extends RecordType>(name: string, type: T) => {
      asked.push(`${name} ${type}`);
      const records = type === 'A' ? [answers.shift() ?? '10.0.0.2'] : [];
      return { kind: 'found', records, cname: [], ttl: 0 } as unknown as Answer<T>;
    },
  };
  const parsed = parseSmtpSettings({ server: 'mx.example' });
  if (!parsed.ok) throw new Error(parsed.problem);
  const report = await createSmtpTester({ allowed: loopback, portAt: () => trap.port }).test(
    parsed.settings,
    resolver,
    new Date(),
  );
  expect(report).toMatchObject({ name: { state: 'found', address: '127.0.0.1' } });
  expect(asked).toEqual(['mx.example A', 'mx.example AAAA']);
});

describe('how many at one time', () => {
  /** A server that greets when it is told to. */
  const startWaiting = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    onTestFinished(() => resolve());
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    let came = 0;
    const port = await startRaw((socket) => {
      came += 1;
      if (came === 2) arrive();
      void promise.then(() => socket.end('554 no\r\n'));
    });
    return { port, arrived, greet: resolve };
  };

  test('two tests of an address: the third is told to come again, and has its turn later', async () => {
    const { port, arrived, greet } = await startWaiting();
    const tester = createSmtpTester({ allowed: loopback, portAt: (asked) => (asked === 587 ? port : 1) });
    const ask = (server: string) => {
      const parsed = parseSmtpSettings({ server });
      if (!parsed.ok) throw new Error(parsed.problem);
      const resolve = async () => ({ kind: 'found', records: ['127.0.0.1'], cname: [], ttl: 0 });
      return tester.test(parsed.settings, { resolve } as unknown as Resolver, new Date());
    };
    const underWay = [ask('a.example:587'), ask('b.example:587')];
    await arrived;
    expect(await ask('c.example:587')).toBe('busy');
    greet();
    expect((await Promise.all(underWay)).map((report) => report !== 'busy')).toEqual([true, true]);
    expect(await ask('c.example:587')).not.toBe('busy');
  });
});
