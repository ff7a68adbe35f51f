import { describe, expect, test } from 'vitest';
import {
  type Address,
  type AddressSet,
  bits,
  contains,
  count,
  covers,
  emptySet,
  type Family,
  formatAddress,
  formatSet,
  fullSet,
  includes,
  intersect,
  isEmpty,
  type Network,
  network,
  parseAddress,
  parseAddressOf,
  parseNetwork,
  setOf,
  subtract,
  union,
} from '#core/networks.ts';
import fc from '#test/fast-check.ts';

test.each<[why: string, text: string, family: Family, value: bigint]>([
  ['IPv4', '192.0.2.1', 4, 0xc0000201n],
  ['IPv4, the lowest', '0.0.0.0', 4, 0n],
  ['IPv4, the highest', '255.255.255.255', 4, 0xffffffffn],
  ['IPv6 in full', '2001:0db8:0000:0000:0000:0000:0000:0001', 6, 0x20010db8000000000000000000000001n],
  ['IPv6 in short', '2001:db8::1', 6, 0x20010db8000000000000000000000001n],
  ['IPv6 in capitals', '2001:DB8::A', 6, 0x20010db800000000000000000000000an],
  ['IPv6, the lowest', '::', 6, 0n],
  ['zeros in front', '::1', 6, 1n],
  ['zeros behind', '1::', 6, 1n << 112n],
  [':: for a single group', '1:2:3:4:5:6:7::', 6, 0x00010002000300040005000600070000n],
  ['a dotted tail', '64:ff9b::192.0.2.1', 6, (0x64ff9bn << 96n) | 0xc0000201n],
  ['an IPv4-mapped address is IPv4 (RFC 7208 section 5)', '::ffff:192.0.2.1', 4, 0xc0000201n],
  ['an IPv4-mapped address in hexadecimal is IPv4', '::FFFF:c000:201', 4, 0xc0000201n],
  ['an IPv4-compatible address is not', '::192.0.2.1', 6, 0xc0000201n],
])('%s: %s', (_why, text, family, value) => {
  expect(parseAddress(text)).toEqual({ family, value });
});

test.each<[why: string, text: string]>([
  ['nothing', ''],
  ['three numbers', '1.2.3'],
  ['five numbers', '1.2.3.4.5'],
  ['a leading zero', '010.0.0.1'],
  ['a double zero', '1.2.3.00'],
  ['256', '192.0.2.256'],
  ['hexadecimal', '0xc0.0.2.1'],
  ['one number', '3221225985'],
  ['a sign', '+1.2.3.4'],
  ['a space', ' 192.0.2.1'],
  ['a line end', '192.0.2.1\n'],
  ['an empty number', '192..2.1'],
  ['a final dot', '192.0.2.1.'],
  ['digits of another script', '１92.0.2.1'],
  ['seven groups', '1:2:3:4:5:6:7'],
  ['nine groups', '1:2:3:4:5:6:7:8:9'],
  [':: for no group', '1:2:3:4:5:6:7::8'],
  ['two ::', '1::2::3'],
  ['three colons', ':::'],
  ['a colon in front', ':1:2:3:4:5:6:7'],
  ['a colon behind', '1:2:3:4:5:6:7:'],
  ['five digits', '12345::'],
  ['no hexadecimal', 'g::'],
  ['a zone', 'fe80::1%eth0'],
  ['brackets', '[::1]'],
  ['a dotted tail with a leading zero', '::ffff:192.0.2.01'],
  ['a dotted tail that is not at the end', '::192.0.2.1:1'],
  ['a dotted tail and too many groups', '1:2:3:4:5:6:7:192.0.2.1'],
  ['a length', '192.0.2.0/24'],
])('no address: %s', (_why, text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test.each<[why: string, family: Family, text: string, value: bigint | undefined]>([
  ['IPv4 for ip4', 4, '192.0.2.1', 0xc0000201n],
  ['IPv6 for ip4', 4, '::1', undefined],
  ['IPv4 for ip6', 6, '192.0.2.1', undefined],
  ['an IPv4-mapped address for ip6 stays IPv6', 6, '::ffff:192.0.2.1', 0xffffc0000201n],
])('of a term: %s', (_why, family, text, value) => {
  expect(parseAddressOf(family, text)).toBe(value);
});

test.each<[why: string, text: string]>([
  ['the lowest IPv4', '0.0.0.0'],
  ['the highest IPv4', '255.255.255.255'],
  ['all zeros', '::'],
  ['the longest run of zeros', '2001:0:0:1::1'],
  ['the first run of equals', '2001:db8::1:0:0:1'],
  ['a single zero group stays', '2001:db8:0:1:1:1:1:1'],
  ['zeros behind', '2001:db8::'],
  ['lower case', '2001:db8::abcd'],
])('RFC 5952: %s', (_why, text) => {
  const address = parseAddress(text);
  expect(address && formatAddress(address)).toBe(text);
});

test.each<[why: string, family: Family, address: string, length: number, first: string, last: string]>([
  ['host bits are dropped', 4, '192.0.2.77', 27, '192.0.2.64', '192.0.2.95'],
  ['/32 is one', 4, '192.0.2.77', 32, '192.0.2.77', '192.0.2.77'],
  ['/0 is all', 4, '192.0.2.77', 0, '0.0.0.0', '255.255.255.255'],
  ['/64', 6, '2001:db8::1', 64, '2001:db8::', '2001:db8::ffff:ffff:ffff:ffff'],
  ['/128 is one', 6, '2001:db8::1', 128, '2001:db8::1', '2001:db8::1'],
  ['/0 of IPv6', 6, '2001:db8::1', 0, '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
])('a network: %s', (_why, family, address, length, first, last) => {
  const net = network(family, parseAddressOf(family, address) ?? 0n, length);
  expect(formatAddress({ family, value: net.first })).toBe(first);
  expect(formatAddress({ family, value: net.last })).toBe(last);
  expect(includes(net, { family, value: net.first })).toBe(true);
  expect(includes(net, { family, value: net.last })).toBe(true);
  expect(includes(net, { family, value: net.first - 1n })).toBe(false);
  expect(includes(net, { family, value: net.last + 1n })).toBe(false);
  expect(includes(net, { family: family === 4 ? 6 : 4, value: net.first })).toBe(false);
});

test.each<[why: string, networks: readonly Network[], text: readonly string[]]>([
  ['nothing', [], []],
  ['a single address has no length', [network(4, 0xc0000201n, 32)], ['192.0.2.1']],
  ['two halves are one', [network(4, 0xc0000200n, 25), network(4, 0xc0000280n, 25)], ['192.0.2.0/24']],
  ['neighbours that make no block', [network(4, 1n, 32), network(4, 2n, 32)], ['0.0.0.1', '0.0.0.2']],
  ['IPv4 before IPv6', [network(6, 0n, 0), network(4, 0n, 0)], ['0.0.0.0/0', '::/0']],
  ['a part of another is lost in it', [network(4, 0xc0000200n, 24), network(4, 0xc0000240n, 27)], ['192.0.2.0/24']],
])('in CIDR form: %s', (_why, networks, text) => {
  expect(formatSet(setOf(networks))).toEqual(text);
});

test.each<[why: string, set: AddressSet, ip4: bigint, ip6: bigint]>([
  ['none', emptySet, 0n, 0n],
  ['all', fullSet, 1n << 32n, 1n << 128n],
  ['overlapping ones once', setOf([network(4, 0n, 24), network(4, 0n, 25), network(6, 0n, 127)]), 256n, 2n],
])('count: %s', (_why, set, ip4, ip6) => {
  expect([count(set, 4), count(set, 6)]).toEqual([ip4, ip6]);
});

describe('for whatever addresses', () => {
  const family = fc.constantFrom<Family>(4, 6);
  const address: fc.Arbitrary<Address> = family.chain((family) =>
    fc
      .bigInt({ min: 0n, max: (1n << BigInt(bits[family])) - 1n })
      // An IPv4-mapped value is read as IPv4.
      .filter((value) => family === 4 || value >> 32n !== 0xffffn)
      .map((value) => ({ family, value })),
  );

  test('what is written is read again', () => {
    fc.assert(
      fc.property(address, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  /** Small addresses at both ends of the space, so that the sets meet. */
  const small = (family: Family): readonly bigint[] => {
    const top = (1n << BigInt(bits[family])) - 1n;
    return [
      ...Array.from({ length: 24 }, (_, i) => BigInt(i)),
      ...Array.from({ length: 24 }, (_, i) => top - BigInt(i)),
    ];
  };
  const range: fc.Arbitrary<Network> = family.chain((family) =>
    fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 23 }), fc.boolean()).map(([a, b, atTop]) => {
      const [first, last] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))];
      const top = (1n << BigInt(bits[family])) - 1n;
      return atTop ? { family, first: top - last, last: top - first } : { family, first, last };
    }),
  );
  const ranges = fc.array(range, { maxLength: 6 });
  const samples = ([4, 6] as const).flatMap((family) => small(family).map((value): Address => ({ family, value })));
  const isIn = (networks: readonly Network[]) => (address: Address) => networks.some((net) => includes(net, address));
  const members = (set: AddressSet) => samples.filter((address) => contains(set, address));

  const isCanonical = (set: AddressSet): boolean =>
    ([4, 6] as const).every((family) =>
      set[family].every(({ first, last }, i) => first <= last && (set[family][i - 1]?.last ?? first - 2n) + 1n < first),
    );

  test('union, intersection and difference are those of sets', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [x, y] = [setOf(a), setOf(b)];
        const [inA, inB] = [isIn(a), isIn(b)];
        const sets = [x, union(x, y), intersect(x, y), subtract(x, y)];
        expect(sets.map(members)).toEqual([
          samples.filter(inA),
          samples.filter((address) => inA(address) || inB(address)),
          samples.filter((address) => inA(address) && inB(address)),
          samples.filter((address) => inA(address) && !inB(address)),
        ]);
        expect(sets.every(isCanonical)).toBe(true);
        expect(covers(x, y)).toBe(samples.filter(inB).every(inA));
        expect(isEmpty(x)).toBe(a.length === 0);
        expect(union(subtract(x, y), intersect(x, y))).toEqual(x);
      }),
    );
  });

  test('CIDR blocks cover exactly the set, and none can be joined to the next', () => {
    fc.assert(
      fc.property(ranges, (networks) => {
        const set = setOf(networks);
        const blocks = formatSet(set).map((text) => {
          const [written = '', length] = text.split('/');
          const family: Family = written.includes(':') ? 6 : 4;
          return network(
            family,
            parseAddressOf(family, written) ?? 0n,
            length === undefined ? bits[family] : Number(length),
          );
        });
        expect(setOf(blocks)).toEqual(set);
        expect(blocks.reduce((sum, { first, last }) => sum + last - first + 1n, 0n)).toBe(
          count(set, 4) + count(set, 6),
        );
      }),
    );
  });
});

test.each<[why: string, text: string, expected: ReturnType<typeof parseNetwork>]>([
  ['IPv4', '127.0.0.0/8', network(4, 0x7f000000n, 8)],
  ['IPv6', '2001:db8::/32', network(6, 0x20010db8n << 96n, 32)],
  ['an address alone', '192.0.2.1', network(4, 0xc0000201n, 32)],
  ['an IPv6 address alone', '::1', network(6, 1n, 128)],
  ['all of a family', '::/0', network(6, 0n, 0)],
  ['bits behind the length', '127.0.0.1/8', network(4, 0x7f000000n, 8)],
  ['nothing', '', undefined],
  ['a length past the bits', '127.0.0.0/33', undefined],
  ['a length past the bits of IPv6', '::/129', undefined],
  ['no length behind the slash', '127.0.0.0/', undefined],
  ['a length with a zero in front', '127.0.0.0/08', undefined],
  ['a sign', '127.0.0.0/+8', undefined],
  ['a mask', '127.0.0.0/255.0.0.0', undefined],
  ['two lengths', '127.0.0.0/8/8', undefined],
  ['three octets', '127.0.0/8', undefined],
  ['a name', 'localhost', undefined],
])('network: %s', (_why, text, expected) => {
  expect(parseNetwork(text)).toEqual(expected);
});
