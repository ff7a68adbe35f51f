import { expect, test } from 'vitest';
import { type Address, parseAddress } from '#core/networks.ts';
import { isSpecial } from '#core/special-addresses.ts';
import fc from '#test/fast-check.ts';

const read = (text: string): Address => {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`no address: ${text}`);
  return address;
};

/** The ordinary neighbours are the last address before the network and the first one behind it; none where that is special too. */
test.each<[what: string, before: string | null, first: string, last: string, after: string | null]>([
  ['this network', null, '0.0.0.0', '0.255.255.255', '1.0.0.0'],
  ['private: 10/8', '9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
  ['shared', '100.63.255.255', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
  ['loopback', '126.255.255.255', '127.0.0.0', '127.255.255.255', '128.0.0.0'],
  ['link-local', '169.253.255.255', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
  ['private: 172.16/12', '172.15.255.255', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
  ['IETF protocol assignments', '191.255.255.255', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
  ['documentation: 192.0.2/24', '192.0.1.255', '192.0.2.0', '192.0.2.255', '192.0.3.0'],
  ['AS112', '192.31.195.255', '192.31.196.0', '192.31.196.255', '192.31.197.0'],
  ['automatic multicast tunnelling', '192.52.192.255', '192.52.193.0', '192.52.193.255', '192.52.194.0'],
  ['6to4 relays', '192.88.98.255', '192.88.99.0', '192.88.99.255', '192.88.100.0'],
  ['private: 192.168/16', '192.167.255.255', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
  ['AS112, delegated directly', '192.175.47.255', '192.175.48.0', '192.175.48.255', '192.175.49.0'],
  ['benchmarking', '198.17.255.255', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
  ['documentation: 198.51.100/24', '198.51.99.255', '198.51.100.0', '198.51.100.255', '198.51.101.0'],
  ['documentation: 203.0.113/24', '203.0.112.255', '203.0.113.0', '203.0.113.255', '203.0.114.0'],
  ['multicast', '223.255.255.255', '224.0.0.0', '239.255.255.255', null],
  ['reserved, and broadcast', null, '240.0.0.0', '255.255.255.255', null],

  ['unspecified', null, '::', '::', null],
  ['loopback', null, '::1', '::1', null],
  ['IPv4-compatible', null, '::2', '::ffff:ffff', null],
  ['translation', null, '64:ff9b::', '64:ff9b::ffff:ffff', null],
  ['translation of an ordinary address', null, '64:ff9b::1.0.0.0', '64:ff9b::223.255.255.255', null],
  ['translation of loopback', null, '64:ff9b::127.0.0.0', '64:ff9b::127.255.255.255', null],
  ['local translation', null, '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', null],
  ['discard', null, '100::', '100::ffff:ffff:ffff:ffff', null],
  ['dummy', null, '100:0:0:1::', '100::1:ffff:ffff:ffff:ffff', null],
  ['all before 2000::/3', null, '::', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2000::'],
  [
    'IETF protocol assignments',
    '2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001::',
    '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:200::',
  ],
  ['Teredo', null, '2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['benchmarking', null, '2001:2::', '2001:2:0:ffff:ffff:ffff:ffff:ffff', null],
  ['ORCHID', null, '2001:10::', '2001:1f:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['ORCHIDv2', null, '2001:20::', '2001:2f:ffff:ffff:ffff:ffff:ffff:ffff', null],
  [
    'documentation: 2001:db8::/32',
    '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db8::',
    '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db9::',
  ],
  [
    '6to4 of this network',
    '2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002::',
    '2002:ff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:100::',
  ],
  [
    '6to4 of 10/8',
    '2002:9ff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:a00::',
    '2002:aff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:b00::',
  ],
  [
    '6to4 of loopback',
    '2002:7eff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:7f00::',
    '2002:7fff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:8000::',
  ],
  [
    '6to4 of 192.168/16',
    '2002:c0a7:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:c0a8::',
    '2002:c0a8:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:c0a9::',
  ],
  [
    '6to4 of multicast and reserved',
    '2002:dfff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002:e000::',
    '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2003::',
  ],
  [
    'AS112, delegated directly',
    '2620:4f:7fff:ffff:ffff:ffff:ffff:ffff',
    '2620:4f:8000::',
    '2620:4f:8000:ffff:ffff:ffff:ffff:ffff',
    '2620:4f:8001::',
  ],
  [
    'documentation: 3fff::/20',
    '3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '3fff::',
    '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff',
    '3fff:1000::',
  ],
  [
    'all behind 2000::/3',
    '3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '4000::',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    null,
  ],
  ['what nobody has been given', null, '8000::', 'fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['segment routing', null, '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['unique local', null, 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['link-local', null, 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['site-local', null, 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['multicast', null, 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],

  [
    'an IPv4-mapped address is the IPv4 address',
    '::ffff:126.255.255.255',
    '::ffff:127.0.0.0',
    '::ffff:7fff:ffff',
    '::ffff:128.0.0.0',
  ],
])('%s', (_what, before, first, last, after) => {
  const texts = [before, first, last, after].filter((text) => text !== null);
  expect(texts.filter((text) => isSpecial(read(text)))).toEqual([first, last]);
});

test('a 6to4 address is as special as the IPv4 address in it, whatever the rest', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, (1n << 32n) - 1n), fc.bigInt(0n, (1n << 80n) - 1n), (ip4, rest) => {
      const address: Address = { family: 6, value: (0x2002n << 112n) | (ip4 << 80n) | rest };
      expect(isSpecial(address)).toBe(isSpecial({ family: 4, value: ip4 }));
    }),
  );
});
