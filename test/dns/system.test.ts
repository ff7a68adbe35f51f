import { expect, test } from 'vitest';
import { parseServers, systemServers } from '#dns/system.ts';

test.each([
  ['IPv4', '192.0.2.1', [{ address: '192.0.2.1', port: 53 }]],
  ['IPv4 with a port', '192.0.2.1:5353', [{ address: '192.0.2.1', port: 5353 }]],
  ['IPv6', '2001:db8::1', [{ address: '2001:db8::1', port: 53 }]],
  ['IPv6 that ends like a port', '2001:db8::5353', [{ address: '2001:db8::5353', port: 53 }]],
  ['IPv6 in brackets', '[2001:db8::1]', [{ address: '2001:db8::1', port: 53 }]],
  ['IPv6 with a port', '[2001:db8::1]:65535', [{ address: '2001:db8::1', port: 65_535 }]],
  ['IPv6 of one link', 'fe80::1%eth0', [{ address: 'fe80::1%eth0', port: 53 }]],
  [
    'several, with white space',
    '192.0.2.1:1, [2001:db8::1]:2',
    [
      { address: '192.0.2.1', port: 1 },
      { address: '2001:db8::1', port: 2 },
    ],
  ],
])('servers: %s', (_, text, servers) => {
  expect(parseServers(text)).toEqual(servers);
});

test.each([
  ['a name', 'dns.example', 'dns.example'],
  ['nothing', '', ''],
  ['nothing after the comma', '192.0.2.1,', ''],
  ['an octet over 255', '192.0.2.256', '192.0.2.256'],
  ['a leading zero', '192.0.2.01', '192.0.2.01'],
  ['three octets', '192.0.2', '192.0.2'],
  ['port 0', '192.0.2.1:0', '192.0.2.1:0'],
  ['a port over 65535', '192.0.2.1:65536', '192.0.2.1:65536'],
  ['a port that is no number', '192.0.2.1:dns', '192.0.2.1:dns'],
  ['a port that is empty', '192.0.2.1:', '192.0.2.1:'],
  ['IPv4 in brackets', '[192.0.2.1]:53', '[192.0.2.1]:53'],
  ['a bracket left open', '[2001:db8::1', '[2001:db8::1'],
  ['the bad one of two', '192.0.2.1,2001:db8::g', '2001:db8::g'],
])('no server: %s', (_, text, bad) => {
  expect(() => parseServers(text)).toThrow(new Error(`not a DNS server (ip, ip:port or [ip6]:port): "${bad}"`));
});

test('the system has resolvers, in a form that is understood', () => {
  expect(systemServers().length).toBeGreaterThan(0);
});
