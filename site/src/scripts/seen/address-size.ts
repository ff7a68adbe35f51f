import type { Finding } from '#core/findings.ts';
import type { SpfNode } from '#core/report.ts';
import { type Comparison, type Ip6Size, type Place, people } from '#messages/seen.ts';

const all = 2 ** 32;
/** The most that is still so few; of a bus and a Boeing 737-800 the seats. */
const few = [
  ['none', 0],
  ['one', 1],
  ['fingers', 10],
  ['bus', 50],
  ['plane', 186],
] as const;

/** @param addresses how many IPv4 addresses, 0 to 2^32. */
export const compare = (addresses: number): Comparison => {
  for (const [kind, most] of few) if (addresses <= most) return { kind };
  if (addresses >= all) return { kind: 'all' };
  if (addresses > all / 2) return { kind: 'half' };
  if (addresses >= all / 16) return { kind: 'share', of: Math.round(all / addresses) };
  const places = Object.entries(people) as [Place, number][];
  const isAlike = ([, living]: [Place, number]): boolean => Math.abs(addresses - living) * 10 <= living;
  const [place] = places.find(isAlike) ?? places.findLast(([, living]) => living <= addresses) ?? ['utsira'];
  return { kind: 'place', place, alike: isAlike([place, people[place]]) };
};

/**
 * @param addresses how many IPv6 addresses, decimal.
 * @returns null where there are none.
 */
export const ip6Size = (addresses: string): Ip6Size | null => {
  const size = BigInt(addresses);
  if (size === 0n) return null;
  if (size < 10_000n) return { kind: 'addresses', addresses: Number(size) };
  if (size >= 1n << 128n) return { kind: 'all' };
  const networks = Number(size >> 64n);
  return networks === 0 ? { kind: 'below_network' } : { kind: 'networks', networks };
};

/** A term that asks anew for each message. */
const dynamic = /%\{|(?:^| )[+?~-]?ptr(?:[: ]|$)/i;

const isOpen = ({ state, record, children }: SpfNode): boolean =>
  state === 'unanswered' ||
  state === 'bounded' ||
  state === 'dynamic' ||
  dynamic.test(record ?? '') ||
  children.some(isOpen);

/** Are there addresses that are not counted, since they depend on the message or could not be read? */
export const isUncounted = (tree: SpfNode, findings: readonly Finding[]): boolean =>
  isOpen(tree) || findings.some(({ code }) => code === 'SPF_UNANSWERED' || code === 'SPF_TREE_BOUNDED');
