import type { NamedResolver } from '#core/publication/check.ts';
import type { RecordType } from '#core/resolver.ts';
import { createDnsClient } from './client.ts';
import { dnsPort } from './system.ts';
import type { DnsServer } from './transport.ts';

/** What it says is what the resolver at that address says now. */
const keepNothing = { get: () => undefined, put: () => undefined };

const nameOf = ({ address, port }: DnsServer): string => {
  if (port === dnsPort) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
};

/** Each resolver for itself, past the cache that checks share: to see what it has kept, and for how long. */
export const createNamedResolvers = (servers: readonly DnsServer[]): readonly NamedResolver[] =>
  servers.map((server) => {
    const client = createDnsClient({ servers: [server], cache: keepNothing });
    return {
      name: nameOf(server),
      resolve: <T extends RecordType>(name: string, type: T) => client.resolver().resolve(name, type),
    };
  });
