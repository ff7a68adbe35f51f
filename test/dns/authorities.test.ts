import { expect, onTestFinished, test } from 'vitest';
import type { DirectAnswer } from '#core/publication/authorities.ts';
import type { RecordType } from '#core/resolver.ts';
import { type AuthoritiesOptions, createAuthorities } from '#dns/authorities.ts';
import { directTimeouts, openDirectSockets } from '#dns/limits.ts';
import type { Fault } from '#test/dns-reply.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';
import { elapsed, failed, hasty, long, networks, nobody, patient } from './sample.ts';

const allowed = networks('127.0.0.0/8', '::1');

const zone: Zone = {
  'shop.example': [
    { SOA: { mname: 'ns1.shop.example', serial: 7, minimum: 90 }, ttl: 600 },
    { NS: 'ns1.shop.example' },
    { TXT: 'v=spf1 -all', ttl: 120 },
    { MX: [10, 'MX.shop.example'] },
  ],
  'mab._domainkey.shop.example': [{ CNAME: 'MAB._domainkey.mab.example', ttl: 30 }],
  'inner.shop.example': [{ CNAME: 'shop.example', ttl: 200 }],
  'lost.shop.example': [{ CNAME: 'none.shop.example', ttl: 40 }],
  'self.shop.example': [{ CNAME: 'self.shop.example', ttl: 50 }],
  'long.shop.example': [{ TXT: long }],
  'away.shop.example': [{ NS: 'ns1.away.example' }],
  'broken.shop.example': [{ FAIL: 'servfail' }],
  'noise.shop.example': [{ FAIL: 'malformed' }],
  'other.example': [{ TXT: 'of another zone' }],
};
const spf: DirectAnswer = { kind: 'found', records: ['v=spf1 -all'], cname: [], ttl: 120 };
const lame: DirectAnswer = { kind: 'lame' };

const serve = async (options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const server = await startDnsServer(zone, { authority: { zones: ['shop.example'] }, ...options });
  onTestFinished(server.close);
  return server;
};

const ask = (
  { address, port }: { readonly address: string; readonly port: number },
  name = 'shop.example',
  type: RecordType = 'TXT',
  options: AuthoritiesOptions = {},
) => createAuthorities({ timeouts: patient, allowed, port, ...options }).ask(address, name, type);

test.each<[string, string, RecordType, DirectAnswer]>([
  ['records, with the whole TTL', 'shop.example', 'TXT', spf],
  ['the name in capitals with a final dot', 'SHOP.example.', 'TXT', spf],
  [
    'the serial number',
    'shop.example',
    'SOA',
    {
      kind: 'found',
      records: [{ mname: 'ns1.shop.example', rname: 'hostmaster.ns1.shop.example', serial: 7, minimum: 90 }],
      cname: [],
      ttl: 600,
    },
  ],
  [
    'MX',
    'shop.example',
    'MX',
    { kind: 'found', records: [{ preference: 10, exchange: 'mx.shop.example' }], cname: [], ttl: 300 },
  ],
  ['no record of the type', 'shop.example', 'A', { kind: 'nodata', cname: [], negativeTtl: 90 }],
  ['a name with names below it only', '_domainkey.shop.example', 'TXT', { kind: 'nodata', cname: [], negativeTtl: 90 }],
  ['no such name', '_dmarc.shop.example', 'TXT', { kind: 'nxdomain', cname: [], negativeTtl: 90 }],
  [
    'an alias to another zone',
    'mab._domainkey.shop.example',
    'TXT',
    { kind: 'alias', target: 'mab._domainkey.mab.example', ttl: 30 },
  ],
  [
    'the alias itself',
    'mab._domainkey.shop.example',
    'CNAME',
    { kind: 'found', records: ['mab._domainkey.mab.example'], cname: [], ttl: 30 },
  ],
  [
    'an alias whose records the server tells along',
    'inner.shop.example',
    'TXT',
    { kind: 'alias', target: 'shop.example', ttl: 200 },
  ],
  ['an alias to no name', 'lost.shop.example', 'TXT', { kind: 'alias', target: 'none.shop.example', ttl: 40 }],
  ['an alias of itself', 'self.shop.example', 'TXT', { kind: 'alias', target: 'self.shop.example', ttl: 50 }],
  ['no alias where there are records', 'shop.example', 'CNAME', { kind: 'nodata', cname: [], negativeTtl: 90 }],
  ['more than UDP holds', 'long.shop.example', 'TXT', { kind: 'found', records: [long], cname: [], ttl: 300 }],
  ['a name that it delegates', 'www.away.shop.example', 'TXT', lame],
  ['REFUSED, for a zone that it does not have', 'other.example', 'TXT', lame],
  ['SERVFAIL', 'broken.shop.example', 'TXT', failed('servfail')],
  ['no DNS message', 'noise.shop.example', 'TXT', failed('malformed')],
])('answer: %s', async (_, name, type, answer) => {
  expect(await ask(await serve(), name, type)).toEqual(answer);
});

test('records without AA are lame, as those of a resolver are', async () => {
  const resolver = await startDnsServer(zone);
  onTestFinished(resolver.close);
  expect(await ask(resolver)).toEqual(lame);
  expect(await ask(resolver, 'none.example')).toEqual(lame);
});

test('recursion is not asked for', async () => {
  const server = await serve({ faults: [{ fault: 'no_edns' }] });
  await ask(server);
  expect(server.queries).toMatchObject([
    { edns: true, recursionDesired: false },
    { edns: false, recursionDesired: false },
  ]);
});

test.each<[string, Fault, number, DirectAnswer, string[]]>([
  ['SERVFAIL once', 'servfail', 1, spf, ['udp', 'udp']],
  ['SERVFAIL twice', 'servfail', 9, failed('servfail'), ['udp', 'udp']],
  ['REFUSED once is forgiven', 'refused', 1, spf, ['udp', 'udp']],
  ['REFUSED twice', 'refused', 9, lame, ['udp', 'udp']],
  ['NOTAUTH twice', 'notauth', 9, lame, ['udp', 'udp']],
  ['a referral', 'referral', 9, lame, ['udp', 'udp']],
  ['an answer with another id is not ours', 'wrong_id', 9, spf, ['udp']],
  ['an answer to another question is not ours', 'wrong_question', 9, spf, ['udp']],
  ['TC: again over TCP', 'truncate', 9, spf, ['udp', 'tcp']],
  ['TCP cut every time', 'tcp_cut', 9, failed('malformed'), ['udp', 'tcp', 'udp', 'tcp']],
  ['FORMERR: again without EDNS', 'no_edns_header', 9, spf, ['udp', 'udp']],
])('fault: %s', async (_, fault, first, answer, transports) => {
  const server = await serve({ faults: [{ fault, first }] });
  expect(await ask(server)).toEqual(answer);
  expect(server.queries.map(({ transport }) => transport)).toEqual(transports);
});

test.each<[string, Fault]>([
  ['every packet lost', 'drop'],
  ['TCP silent', 'tcp_silent'],
])('silence: %s', async (_, fault) => {
  const server = await serve({ faults: [{ fault }] });
  expect(await ask(server, 'shop.example', 'TXT', { timeouts: hasty })).toEqual(failed('timeout'));
});

test('a lost packet is sent again', async () => {
  const server = await serve({ faults: [{ fault: 'drop', first: 1 }] });
  expect(await ask(server, 'shop.example', 'TXT', { timeouts: { attempts: [100, 10_000] } })).toEqual(spf);
  expect(server.log()).toEqual(['TXT shop.example', 'TXT shop.example']);
});

test('what refused once and is silent then is lame: silence takes nothing back', async () => {
  const server = await serve({ faults: [{ fault: 'refused', first: 1 }, { fault: 'drop' }] });
  expect(await ask(server, 'shop.example', 'TXT', { timeouts: hasty })).toEqual(lame);
});

test('a server that is not there is known at once', async () => {
  const nowhere = await nobody();
  expect(await elapsed(async () => expect(await ask(nowhere)).toEqual(failed('timeout')))).toBeLessThan(2_000);
});

test('a question takes less than two seconds, whatever the server does', () => {
  expect(directTimeouts.attempts.reduce((sum, wait) => sum + wait, 0)).toBe(1_700);
});

test('no DNS name, not asked for', async () => {
  const server = await serve();
  expect(await ask(server, 'a..shop.example')).toEqual({ kind: 'nxdomain', cname: [], negativeTtl: null });
  expect(server.log()).toEqual([]);
});

test('several servers on one port, each asked for itself', async () => {
  const first = await serve();
  const second = await serve({ address: '127.0.0.2', port: first.port });
  second.setZone({ ...zone, 'shop.example': [{ TXT: 'changed', ttl: 60 }] });
  const authorities = createAuthorities({ timeouts: patient, allowed, port: first.port });
  expect(await authorities.ask('127.0.0.1', 'shop.example', 'TXT')).toEqual(spf);
  expect(await authorities.ask('127.0.0.2', 'shop.example', 'TXT')).toMatchObject({ records: ['changed'], ttl: 60 });
  expect(await authorities.ask('127.0.0.1', 'shop.example', 'TXT')).toEqual(spf);
});

test('an IPv6 server', async ({ skip }) => {
  const server = await serve({ address: '::1' }).catch(() => skip('no IPv6 here'));
  expect(await ask(server)).toEqual(spf);
});

test('a burst is answered whole, with a bounded number of sockets', async () => {
  const server = await serve({ delay: 5 });
  const authorities = createAuthorities({ timeouts: patient, allowed, port: server.port });
  let most = 0;
  const answers = Array.from({ length: 300 }, async (_, i) => {
    const answer = await authorities.ask('127.0.0.1', `n${i}.shop.example`, 'TXT');
    most = Math.max(most, process.getActiveResourcesInfo().filter((kind) => kind.startsWith('UDP')).length);
    return answer.kind;
  });
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['nxdomain']));
  expect(most).toBeGreaterThan(10);
  // The server's own socket is one.
  expect(most).toBeLessThanOrEqual(openDirectSockets + 1);
});
