/** An IP address. An IPv4-mapped IPv6 address is made an IPv4 address when it is read (RFC 7208 section 5). */
export interface Address {
  readonly family: Family;
  /** As a number: 32 or 128 bits. */
  readonly value: bigint;
}
export type Family = 4 | 6;

/** The addresses from `first` to `last`, both among them. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

export interface Network extends Interval {
  readonly family: Family;
}

/** Sets of addresses: for each family intervals in ascending order that neither overlap nor touch. */
export interface AddressSet {
  readonly 4: readonly Interval[];
  readonly 6: readonly Interval[];
}

export const bits = { 4: 32, 6: 128 } as const;
const families = [4, 6] as const;

/** RFC 7208 section 12: `qnum`, decimal without leading zeros. */
const qnum = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ip4Pattern = new RegExp(`^${qnum}(?:\\.${qnum}){3}$`);

const parseIp4 = (text: string): bigint | undefined => {
  if (!ip4Pattern.test(text)) return undefined;
  return BigInt(text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0));
};

/** RFC 4291 section 2.2, without a zone. */
const parseIp6 = (text: string): bigint | undefined => {
  let tail = text;
  const dotted = /^(.*:)([^:]*\..*)$/.exec(text);
  if (dotted?.[1] !== undefined && dotted[2] !== undefined) {
    const ip4 = parseIp4(dotted[2]);
    if (ip4 === undefined) return undefined;
    tail = `${dotted[1]}${(ip4 >> 16n).toString(16)}:${(ip4 & 0xffffn).toString(16)}`;
  }
  const halves = tail.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (!groups.flat().every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const given = groups.flat().length;
  // "::" stands for one group of zeros or more.
  if (halves.length === 2 ? given > 7 : given !== 8) return undefined;
  const filled = [...(groups[0] ?? []), ...Array<string>(8 - given).fill('0'), ...(groups[1] ?? [])];
  return filled.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
};

/** Strict: `010.0.0.1`, `1.2.3` and zones are refused. */
export const parseAddress = (text: string): Address | undefined => {
  const ip4 = parseIp4(text);
  if (ip4 !== undefined) return { family: 4, value: ip4 };
  const ip6 = parseIp6(text);
  if (ip6 === undefined) return undefined;
  return ip6 >> 32n === 0xffffn ? { family: 4, value: ip6 & 0xffffffffn } : { family: 6, value: ip6 };
};

/** As written in an `ip4:` or `ip6:` term: an IPv4-mapped IPv6 network stays IPv6. */
export const parseAddressOf = (family: Family, text: string): bigint | undefined =>
  family === 4 ? parseIp4(text) : parseIp6(text);

export const network = (family: Family, address: bigint, prefixLength: number): Network => {
  const hostBits = BigInt(bits[family] - prefixLength);
  const first = (address >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n };
};

/**
 * A network in CIDR form, `127.0.0.0/8` or `2001:db8::/32`; an address without a length is a network of its own. Bits
 * behind the length are dropped. An IPv4-mapped network stays IPv6, and so holds no address that `parseAddress` reads.
 *
 * @returns undefined where it is none: strict, as `parseAddress` is.
 */
export const parseNetwork = (text: string): Network | undefined => {
  const [, address = '', length] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const family: Family = address.includes(':') ? 6 : 4;
  const value = parseAddressOf(family, address);
  const prefixLength = Number(length ?? bits[family]);
  return value === undefined || prefixLength > bits[family] ? undefined : network(family, value, prefixLength);
};

export const includes = (net: Network, address: Address): boolean =>
  net.family === address.family && net.first <= address.value && address.value <= net.last;

/** Dotted decimal, or RFC 5952. */
export const formatAddress = ({ family, value }: Address): string => {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const text = groups.join(':');
  // The longest run of two zero groups or more, the first one of equals.
  const runs = [...text.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)];
  const longest = runs.reduce<RegExpExecArray | undefined>(
    (best, run) => (best === undefined || run[0].length > best[0].length ? run : best),
    undefined,
  );
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
};

/** The fewest CIDR blocks that make up the set, in ascending order: `192.0.2.64/27`, and a single address without a length. */
export const formatSet = (set: AddressSet): readonly string[] =>
  families.flatMap((family) => set[family].flatMap((interval) => blocks(family, interval)));

const blocks = (family: Family, { first, last }: Interval): string[] => {
  const out: string[] = [];
  let start = first;
  while (start <= last) {
    let hostBits = 0;
    while (
      hostBits < bits[family] &&
      start % (1n << BigInt(hostBits + 1)) === 0n &&
      start + (1n << BigInt(hostBits + 1)) - 1n <= last
    )
      hostBits += 1;
    const address = formatAddress({ family, value: start });
    out.push(hostBits === 0 ? address : `${address}/${bits[family] - hostBits}`);
    start += 1n << BigInt(hostBits);
  }
  return out;
};

export const emptySet: AddressSet = { 4: [], 6: [] };
export const fullSet: AddressSet = {
  4: [{ first: 0n, last: (1n << 32n) - 1n }],
  6: [{ first: 0n, last: (1n << 128n) - 1n }],
};

export const setOf = (networks: readonly Network[]): AddressSet => ({
  4: merge(networks.filter(({ family }) => family === 4)),
  6: merge(networks.filter(({ family }) => family === 6)),
});

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const merge = (intervals: readonly Interval[]): readonly Interval[] => {
  const out: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of [...intervals].sort((a, b) => compare(a.first, b.first))) {
    const top = out.at(-1);
    if (top === undefined || first > top.last + 1n) out.push({ first, last });
    else if (last > top.last) top.last = last;
  }
  return out;
};

const perFamily = (
  a: AddressSet,
  b: AddressSet,
  combine: (a: readonly Interval[], b: readonly Interval[]) => readonly Interval[],
): AddressSet => ({ 4: combine(a[4], b[4]), 6: combine(a[6], b[6]) });

export const union = (a: AddressSet, b: AddressSet): AddressSet => perFamily(a, b, (x, y) => merge([...x, ...y]));

export const intersect = (a: AddressSet, b: AddressSet): AddressSet =>
  perFamily(a, b, (x, y) => {
    const out: Interval[] = [];
    for (let i = 0, j = 0; ; ) {
      const [p, q] = [x[i], y[j]];
      if (p === undefined || q === undefined) return out;
      const first = p.first > q.first ? p.first : q.first;
      const last = p.last < q.last ? p.last : q.last;
      if (first <= last) out.push({ first, last });
      if (p.last < q.last) i += 1;
      else j += 1;
    }
  });

export const subtract = (a: AddressSet, b: AddressSet): AddressSet =>
  perFamily(a, b, (x, y) => {
    const out: Interval[] = [];
    let j = 0;
    for (const { first, last } of x) {
      let start = first;
      while ((y[j]?.last ?? last) < start) j += 1;
      for (let k = j; start <= last; k += 1) {
        const hole = y[k];
        if (hole === undefined || hole.first > last) {
          out.push({ first: start, last });
          break;
        }
        if (hole.first > start) out.push({ first: start, last: hole.first - 1n });
        start = hole.last + 1n;
      }
    }
    return out;
  });

export const isEmpty = (set: AddressSet): boolean => set[4].length === 0 && set[6].length === 0;

/** Is every address of `part` in `whole`? */
export const covers = (whole: AddressSet, part: AddressSet): boolean => isEmpty(subtract(part, whole));

export const contains = (set: AddressSet, address: Address): boolean =>
  set[address.family].some(({ first, last }) => first <= address.value && address.value <= last);

/** How many addresses of a family the set holds. */
export const count = (set: AddressSet, family: Family): bigint =>
  set[family].reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
