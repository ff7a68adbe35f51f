import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import type { AddressSet } from '#core/networks.ts';
import type { DirectAnswer } from '#core/publication/authorities.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { openDnsSockets } from '#test/dns-sockets.ts';
import { hasty, networks, patient } from './sample.ts';

/** The addresses that DNS must not lead us to. */

const ask = (address: string, port: number, allowed: AddressSet, timeouts = hasty): Promise<DirectAnswer> =>
  createAuthorities({ timeouts, allowed, port }).ask(address, 'shop.example', 'TXT');

const hasIp6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

/** All that comes to a port of any of the machine's addresses, up to a mark that is sent after the question. */
const startProbe = async () => {
  const received: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const sockets = await openDnsSockets({ address: hasIp6 ? '::' : '0.0.0.0' }, ({ octets, transport }) => {
    received.push(`${transport} ${octets}`);
    if (octets.equals(mark)) resolve();
  });
  onTestFinished(sockets.close);
  return {
    port: sockets.port,
    /** Loopback keeps the order: what was sent before the mark is there when the mark is. */
    heard: async (): Promise<string[]> => {
      const sender = createSocket('udp4');
      sender.send(mark, sockets.port, '127.0.0.1');
      await promise;
      sender.close();
      return received;
    },
  };
};
const mark = Buffer.from('mark');

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback, elsewhere', '127.255.0.1'],
  ['this host, which is loopback to the system', '0.0.0.0'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped loopback in hexadecimal', '::FFFF:7f00:1'],
  ['IPv6 loopback', '::1'],
  ['IPv6 unspecified', '::'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['translation of loopback', '64:ff9b::7f00:1'],
  ['private', '10.0.0.1'],
  ['the address of a cloud’s instance data', '169.254.169.254'],
  ['the same in IPv6', 'fd00:ec2::254'],
  ['documentation', '192.0.2.1'],
  ['multicast', '224.0.0.251'],
  ['a link', 'fe80::1%lo'],
  ['a name', 'localhost'],
  ['a short form', '127.1'],
  ['a number', '2130706433'],
  ['an octal number', '0177.0.0.1'],
  ['a space', ' 127.0.0.1'],
  ['nothing', ''],
])('%s', async (_, address) => {
  const probe = await startProbe();
  expect(await ask(address, probe.port, networks())).toEqual({
    kind: 'not_public',
  });
  expect(await probe.heard()).toEqual(['udp mark']);
});

test.each([
  ['127.255.0.1', networks('127.0.0.0/8')],
  ['0.0.0.0', networks('0.0.0.0')],
  ...(hasIp6 ? ([['::1', networks('::1')]] as const) : []),
] as const)('the probe hears what is sent to it: %s', async (address, allowed) => {
  const probe = await startProbe();
  await ask(address, probe.port, allowed);
  expect((await probe.heard()).length).toBeGreaterThan(1);
});

test.each<[string, string, AddressSet, DirectAnswer['kind']]>([
  ['allowed', '127.0.0.1', networks('127.0.0.1'), 'found'],
  ['allowed, and written as IPv4-mapped', '::ffff:127.0.0.1', networks('127.0.0.1'), 'found'],
  ['another is allowed', '127.0.0.1', networks('127.0.0.2'), 'not_public'],
  ['a mapped network allows no IPv4 address', '127.0.0.1', networks('::ffff:0:0/96'), 'not_public'],
])('%s', async (_, address, allowed, kind) => {
  const zone = { 'shop.example': [{ TXT: 'v=spf1 -all' }] };
  const server = await startDnsServer(zone, { authority: { zones: ['shop.example'] } });
  onTestFinished(server.close);
  expect(await ask(address, server.port, allowed, patient)).toMatchObject({ kind });
});
