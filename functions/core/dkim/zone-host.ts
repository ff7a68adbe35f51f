import { dnsHostOf } from '../dns-hosts.ts';
import { isVoid, type Resolver, recordsOf } from '../resolver.ts';
import { type Unanswered, unanswered } from '../wildcard.ts';

/** May the DNS host of a zone answer a CNAME with what it points to? */
export type ZoneHost = { readonly kind: 'flattens'; readonly name: string } | { readonly kind: 'plain' } | Unanswered;

/**
 * The host of the zone that the domain's records stand in, by its NS records: the domain's, or those of the closest name
 * above that has some. All are asked at once, which is one question for most domains.
 */
export const findZoneHost = async (domain: string, resolver: Resolver): Promise<ZoneHost> => {
  const answers = await Promise.all(
    zoneNames(domain).map(async (name) => ({ name, answer: await resolver.resolve(name, 'NS') })),
  );
  const closest = answers.find(({ answer }) => !isVoid(answer));
  if (closest === undefined) return { kind: 'plain' };
  const { name, answer } = closest;
  if (answer.kind === 'failed') return unanswered(name, 'NS', answer.reason);
  const host = recordsOf(answer)
    .map(dnsHostOf)
    .find((each) => each?.flattens);
  return host === undefined ? { kind: 'plain' } : { kind: 'flattens', name: host.name };
};

/** The domain and the names above it, the top-level domain left out. */
const zoneNames = (domain: string): readonly string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
};
