import { expect } from 'vitest';
import { parseDomain } from '#core/domain.ts';
import type { Authorities, DirectAnswer } from '#core/publication/authorities.ts';
import { checkPublication } from '#core/publication/check.ts';
import { type Publication, publicationSchema } from '#core/publication/publication.ts';
import type { RecordType } from '#core/resolver.ts';
import { lookUpOne, type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** shop.example, its two name servers, and what resolvers see of it. */

export const way: Zone = {
  'shop.example': [{ NS: 'ns1.host.example' }, { NS: 'ns2.host.example' }],
  'ns1.host.example': [{ A: '192.0.2.53' }],
  'ns2.host.example': [{ A: '192.0.2.54' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', ttl: 20 }],
  'spf.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  'mx.example': [{ A: '192.0.2.9' }],
};
export const soa = (serial = 7, minimum = 900): ZoneRecord => ({
  SOA: { mname: 'ns1.host.example', serial, minimum },
  ttl: 3_600,
});
export const ours = 'v=spf1 include:_spf.mab.no -all';
export const apex = (text: string, ttl = 3_600, start = soa()): Zone => ({
  'shop.example': [start, { TXT: text, ttl }, { TXT: 'site-verification=1', ttl }, { MX: [10, 'mx.example'] }],
});
export const key: Zone = { 'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no', ttl: 7_200 }] };
export const policy = (tags: string, ttl = 600): Zone => ({
  '_dmarc.shop.example': [{ TXT: `v=DMARC1; ${tags}`, ttl }],
});
export const right: Zone = { ...apex(ours), ...key, ...policy('p=quarantine') };

/** What a resolver has: its zone beside the way there; the delegation goes with the zone. */
export const withWay = (zone: Zone): Zone => ({
  ...way,
  ...zone,
  'shop.example': [...(way['shop.example'] ?? []), ...(zone['shop.example'] ?? [])],
});

export type Server = Zone | DirectAnswer['kind'];

const silent = { kind: 'failed', reason: 'timeout' } as const;
const sayingsOf = (servers: Readonly<Record<string, Server>>): Authorities & { readonly log: string[] } => {
  const log: string[] = [];
  return {
    log,
    ask: async <T extends RecordType>(address: string, name: string, type: T): Promise<DirectAnswer<T>> => {
      log.push(`${address} ${type} ${name}`);
      const server = servers[address] ?? 'failed';
      if (typeof server !== 'string') return lookUpOne(server, name, type);
      return server === 'lame' || server === 'not_public' ? { kind: server } : silent;
    },
  };
};

export interface World {
  readonly servers?: Readonly<Record<string, Server>>;
  /** What the resolvers have; the first one's is what all else is asked of. */
  readonly seen?: readonly Zone[];
  readonly name?: string;
}
export const both = (one: Server, other: Server = one) => ({ '192.0.2.53': one, '192.0.2.54': other });

export const see = async ({ servers = both(right), seen = [withWay(right)], name = 'shop.example' }: World) => {
  const parsed = parseDomain(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  const authorities = sayingsOf(servers);
  const resolvers = seen.map((zone, i) => ({ name: `198.51.100.${i + 1}`, ...zoneResolver(zone) }));
  const resolver = zoneResolver(seen[0] ?? {});
  const answer = await checkPublication(parsed.domain, { resolver, resolvers, authorities }, new Date(0));
  // It is what the schema says, and goes over the wire as it is.
  expect(publicationSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  return { answer, authorities, resolver };
};

export const recordFor = ({ records }: Publication, purpose: string) =>
  records.find((record) => record.purpose === purpose);
export const seconds = (count: number): string => new Date(count * 1_000).toISOString();
export const found = (ttl: number, ...values: string[]) => ({ state: 'found', values, ttl });
