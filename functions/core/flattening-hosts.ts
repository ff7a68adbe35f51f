import { isAtOrBelow } from './domain.ts';

/**
 * Of the DNS hosts those that may answer a CNAME with what it points to, so that the CNAME itself is not seen. They stand apart from
 * dns-hosts.ts, which has them too: a check needs to know no others.
 */
export const flatteningHosts = [
  // developers.cloudflare.com/dns/cname-flattening
  { id: 'cloudflare', name: 'Cloudflare', nameServers: ['ns.cloudflare.com'] },
] as const;

/** @returns the name of the host that flattens, where one of the name servers is its own; null where none is. */
export const flatteningHostOf = (nameServers: readonly string[]): string | null =>
  flatteningHosts.find((host) =>
    nameServers.some((server) => host.nameServers.some((own) => isAtOrBelow(server.replace(/\.$/, ''), own))),
  )?.name ?? null;
