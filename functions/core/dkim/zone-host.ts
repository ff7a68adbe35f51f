import { flatteningHostOf } from '../flattening-hosts.ts';
import type { Resolver } from '../resolver.ts';
import type { Unanswered } from '../wildcard.ts';
import { findZoneCut } from '../zone-cut.ts';

/** May the DNS host of a zone answer a CNAME with what it points to? */
export type ZoneHost = { readonly kind: 'flattens'; readonly name: string } | { readonly kind: 'plain' } | Unanswered;

/** The host of the zone that the domain's records stand in, by its NS records. */
export const findZoneHost = async (domain: string, resolver: Resolver): Promise<ZoneHost> => {
  const cut = await findZoneCut(domain, resolver);
  switch (cut.kind) {
    case 'unanswered':
      return cut;
    case 'none':
      return { kind: 'plain' };
    case 'cut': {
      const name = flatteningHostOf(cut.servers);
      return name === null ? { kind: 'plain' } : { kind: 'flattens', name };
    }
  }
};
