import { type Answer, type Resolver, recordsOf } from '../resolver.ts';
import { findZoneCut } from '../zone-cut.ts';

/** A name server of a zone, and where it is reached. */
export interface NameServer {
  readonly name: string;
  /** IPv4 first; none where the name has no address, null where DNS did not say. */
  readonly addresses: readonly string[] | null;
}

export interface Zone {
  readonly name: string;
  readonly servers: readonly NameServer[];
}

export type FoundZone = { readonly kind: 'zone'; readonly zone: Zone } | { readonly kind: 'none' | 'unanswered' };

/** Name servers of a zone that are looked at: RFC 1912 section 2.8 advises no more than 7. */
export const mostServers = 8;

/**
 * The zone that holds a name: that of the nearest name at or above it with name servers of its own (RFC 1034 section 4.2).
 *
 * @param name an ASCII name without a final dot.
 * @returns `unanswered` where a nearer cut cannot be ruled out.
 */
export const findZone = async (name: string, resolver: Resolver): Promise<FoundZone> => {
  const cut = await findZoneCut(name, resolver);
  switch (cut.kind) {
    case 'unanswered':
    case 'none':
      return { kind: cut.kind };
    case 'cut':
      return { kind: 'zone', zone: { name: cut.name, servers: await withAddresses(cut.servers, resolver) } };
  }
};

const withAddresses = (names: readonly string[], resolver: Resolver): Promise<readonly NameServer[]> =>
  Promise.all(
    names
      .toSorted()
      .slice(0, mostServers)
      .map(async (name) => {
        const [ip4, ip6] = await Promise.all([resolver.resolve(name, 'A'), resolver.resolve(name, 'AAAA')]);
        return { name, addresses: addressesOf(ip4, ip6) };
      }),
  );

const addressesOf = (ip4: Answer<'A'>, ip6: Answer<'AAAA'>): NameServer['addresses'] => {
  const addresses = [...recordsOf(ip4), ...recordsOf(ip6)];
  return addresses.length === 0 && (ip4.kind === 'failed' || ip6.kind === 'failed') ? null : addresses;
};
