import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptySet } from '#core/networks.ts';
import { systemServers } from '#dns/system.ts';
import { readEnvironment } from '../functions/environment.ts';

const standard = {
  port: 3000,
  host: '127.0.0.1',
  dnsServers: systemServers(),
  dataFolder: join(import.meta.dirname, '../data'),
  siteOrigin: null,
  authorities: { allowed: emptySet, port: 53 },
};
const loopback = { first: 0x7f000000n, last: 0x7fffffffn };

describe('readEnvironment', () => {
  test.each([
    ['nothing set: the documented defaults', {}, standard],
    [
      'empty counts as not set',
      { PORT: '', HOST: '', DNS_SERVERS: '', AUTHORITIES_ALLOWED: '', AUTHORITIES_PORT: '' },
      standard,
    ],
    ['another folder', { DATA_FOLDER: '/var/lib/mab' }, { ...standard, dataFolder: '/var/lib/mab' }],
    ['where others find it', { SITE_ORIGIN: 'https://e.example' }, { ...standard, siteOrigin: 'https://e.example' }],
    ['other variables are nobody’s business', { PORTS: 'x', HOME: '/' }, standard],
    ['port 0 lets the system choose', { PORT: '0' }, { ...standard, port: 0 }],
    ['the last port', { PORT: '65535' }, { ...standard, port: 65_535 }],
    ['an IPv6 address to bind', { HOST: '::1' }, { ...standard, host: '::1' }],
    ['a name to bind', { HOST: 'localhost' }, { ...standard, host: 'localhost' }],
    [
      'several DNS servers, with port and without',
      { DNS_SERVERS: '192.0.2.1, 192.0.2.2:5353,[2001:db8::1]:54' },
      {
        ...standard,
        dnsServers: [
          { address: '192.0.2.1', port: 53 },
          { address: '192.0.2.2', port: 5353 },
          { address: '2001:db8::1', port: 54 },
        ],
      },
    ],
    [
      'name servers on loopback, at another port',
      { AUTHORITIES_ALLOWED: '127.0.0.0/8', AUTHORITIES_PORT: '5353' },
      { ...standard, authorities: { allowed: { 4: [loopback], 6: [] }, port: 5353 } },
    ],
    [
      'several networks, and a single address',
      { AUTHORITIES_ALLOWED: '127.0.0.0/9, 127.128.0.0/9,::1' },
      { ...standard, authorities: { allowed: { 4: [loopback], 6: [{ first: 1n, last: 1n }] }, port: 53 } },
    ],
  ])('%s', (_reason, variables, environment) => {
    expect(readEnvironment(variables)).toEqual(environment);
  });

  test.each([
    ['a word', { PORT: 'http' }, 'PORT="http": not a port (0-65535)'],
    ['past 16 bits', { PORT: '65536' }, 'PORT="65536": not a port (0-65535)'],
    ['a sign', { PORT: '-1' }, 'PORT="-1": not a port (0-65535)'],
    [
      'an origin with a path',
      { SITE_ORIGIN: 'https://e.example/' },
      'SITE_ORIGIN="https://e.example/": not an origin (https://host, without a path)',
    ],
    ['a URL', { HOST: 'http://x/' }, 'HOST="http://x/": not an address or host name'],
    [
      'one of two servers is none',
      { DNS_SERVERS: '192.0.2.1,dns.example' },
      'DNS_SERVERS="192.0.2.1,dns.example": not a DNS server (ip, ip:port or [ip6]:port): "dns.example"',
    ],
    [
      'a network past its bits',
      { AUTHORITIES_ALLOWED: '127.0.0.0/33' },
      'AUTHORITIES_ALLOWED="127.0.0.0/33": not a network (ip or ip/length): "127.0.0.0/33"',
    ],
    [
      'the bad one of two networks',
      { AUTHORITIES_ALLOWED: '127.0.0.0/8,localhost' },
      'AUTHORITIES_ALLOWED="127.0.0.0/8,localhost": not a network (ip or ip/length): "localhost"',
    ],
    [
      'nothing after the comma',
      { AUTHORITIES_ALLOWED: '127.0.0.0/8,' },
      'AUTHORITIES_ALLOWED="127.0.0.0/8,": not a network (ip or ip/length): ""',
    ],
    ['port 0, which nobody can be asked at', { AUTHORITIES_PORT: '0' }, 'AUTHORITIES_PORT="0": not a port (1-65535)'],
    ['a port past 16 bits', { AUTHORITIES_PORT: '65536' }, 'AUTHORITIES_PORT="65536": not a port (1-65535)'],
    [
      'a line for each bad variable',
      { PORT: 'x', HOST: ' ' },
      'PORT="x": not a port (0-65535)\nHOST=" ": not an address or host name',
    ],
  ])('refused: %s', (_reason, variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(new Error(message));
  });
});
