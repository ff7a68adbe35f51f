import { type Address, contains, type Network, parseNetwork, setOf } from './networks.ts';

/**
 * What is not ordinary public unicast: all of IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190) as
 * of October 2025, but for 6to4, which is judged by the IPv4 address in it; multicast; and what is not assigned as unicast at
 * all. Networks within others stand here for their names' sake.
 */
const special: readonly (readonly [network: string, what: string, source: string])[] = [
  ['0.0.0.0/8', 'this network', 'RFC 791 section 3.2'],
  ['0.0.0.0/32', 'this host', 'RFC 1122 section 3.2.1.3'],
  ['10.0.0.0/8', 'private', 'RFC 1918'],
  ['100.64.0.0/10', 'shared, behind carrier NAT', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'RFC 1122 section 3.2.1.3'],
  ['169.254.0.0/16', 'link-local', 'RFC 3927'],
  ['172.16.0.0/12', 'private', 'RFC 1918'],
  ['192.0.0.0/24', 'IETF protocol assignments', 'RFC 6890 section 2.1'],
  ['192.0.0.0/29', 'IPv4 service continuity', 'RFC 7335'],
  ['192.0.0.8/32', 'dummy', 'RFC 7600'],
  ['192.0.0.9/32', 'Port Control Protocol anycast', 'RFC 7723'],
  ['192.0.0.10/32', 'TURN anycast', 'RFC 8155'],
  ['192.0.0.170/31', 'NAT64 and DNS64 discovery', 'RFC 8880, RFC 7050 section 2.2'],
  ['192.0.2.0/24', 'documentation', 'RFC 5737'],
  ['192.31.196.0/24', 'AS112', 'RFC 7535'],
  ['192.52.193.0/24', 'automatic multicast tunnelling', 'RFC 7450'],
  ['192.88.99.0/24', '6to4 relay anycast, and 6a44 in it', 'RFC 7526, RFC 6751'],
  ['192.168.0.0/16', 'private', 'RFC 1918'],
  ['192.175.48.0/24', 'AS112, delegated directly', 'RFC 7534'],
  ['198.18.0.0/15', 'benchmarking', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation', 'RFC 5737'],
  ['224.0.0.0/4', 'multicast', 'RFC 5771'],
  ['240.0.0.0/4', 'reserved', 'RFC 1112 section 4'],
  ['255.255.255.255/32', 'broadcast', 'RFC 8190, RFC 919 section 7'],

  // RFC 4291 section 2.4: IANA assigns global unicast from 2000::/3 only. This is all that lies before and behind it.
  ['::/3', 'not assigned as global unicast', 'RFC 4291 section 2.4'],
  ['4000::/2', 'not assigned as global unicast', 'RFC 4291 section 2.4'],
  ['8000::/1', 'not assigned as global unicast', 'RFC 4291 section 2.4'],

  ['::/128', 'unspecified', 'RFC 4291 section 2.5.2'],
  ['::1/128', 'loopback', 'RFC 4291 section 2.5.3'],
  ['::ffff:0:0/96', 'IPv4-mapped', 'RFC 4291 section 2.5.5.2'],
  // Whatever IPv4 address is inside: a server's own address is never in a translator's prefix.
  ['64:ff9b::/96', 'translation to IPv4', 'RFC 6052'],
  ['64:ff9b:1::/48', 'translation to IPv4, local', 'RFC 8215'],
  ['100::/64', 'discard', 'RFC 6666'],
  ['100:0:0:1::/64', 'dummy', 'RFC 9780'],
  ['2001::/23', 'IETF protocol assignments', 'RFC 2928'],
  ['2001::/32', 'Teredo', 'RFC 4380'],
  ['2001:1::1/128', 'Port Control Protocol anycast', 'RFC 7723'],
  ['2001:1::2/128', 'TURN anycast', 'RFC 8155'],
  ['2001:1::3/128', 'DNS-SD registration anycast', 'RFC 9665'],
  ['2001:2::/48', 'benchmarking', 'RFC 5180'],
  ['2001:3::/32', 'automatic multicast tunnelling', 'RFC 7450'],
  ['2001:4:112::/48', 'AS112', 'RFC 7535'],
  ['2001:10::/28', 'ORCHID', 'RFC 4843'],
  ['2001:20::/28', 'ORCHIDv2', 'RFC 7343'],
  ['2001:30::/28', 'drone remote identification', 'RFC 9374'],
  ['2001:db8::/32', 'documentation', 'RFC 3849'],
  ['2620:4f:8000::/48', 'AS112, delegated directly', 'RFC 7534'],
  ['3fff::/20', 'documentation', 'RFC 9637'],
  ['5f00::/16', 'segment routing identifiers', 'RFC 9602'],
  ['fc00::/7', 'unique local', 'RFC 4193'],
  ['fe80::/10', 'link-local', 'RFC 4291 section 2.5.6'],
  ['fec0::/10', 'site-local', 'RFC 3879'],
  ['ff00::/8', 'multicast', 'RFC 4291 section 2.7'],
];

/** RFC 3056 section 2: 2002::/16, then the IPv4 address of the router that the packet is sent to. */
const through6to4 = ({ first, last }: Network): Network => ({
  family: 6,
  first: (0x2002n << 112n) | (first << 80n),
  last: (0x2002n << 112n) | (((last + 1n) << 80n) - 1n),
});

const networks = special.flatMap(([text]) => parseNetwork(text) ?? []);
const specialSet = setOf([...networks, ...networks.filter(({ family }) => family === 4).map(through6to4)]);

/**
 * Is the address anything else than ordinary public unicast? Then it must not be contacted for a stranger: it may be the
 * machine itself, its network, or nobody's.
 *
 * @param address as `parseAddress` reads it: an IPv4-mapped address is IPv4. A 6to4 address (RFC 3056) is as special as the
 *   IPv4 address in it.
 */
export const isSpecial = (address: Address): boolean => contains(specialSet, address);
