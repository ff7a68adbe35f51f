import { expect, onTestFinished } from 'vitest';
import { createApp } from '#api/app.ts';
import type { AddressSet } from '#core/networks.ts';
import { type Publication, publicationSchema } from '#core/publication/publication.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import type { DnsServer } from '#dns/transport.ts';
import { startCachingResolver } from '#test/caching-resolver.ts';
import { networks } from '#test/dns/sample.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';
import { startApp } from './serving.ts';

/** shop.example over real sockets: authoritative servers, a resolver that caches before them, and the API. */

export const path = '/api/publication?domain=shop.example';
const patient = { attempts: [5_000, 5_000] };

export const ours = 'v=spf1 include:_spf.mab.no -all';
export const theirs = 'v=spf1 include:spf.example ~all';
export const policy = 'v=DMARC1; p=quarantine';

interface ShopOptions {
  readonly spf?: string;
  readonly dmarc?: string | null;
  readonly serial?: number;
  /** Of all that can change. */
  readonly ttl?: number;
  readonly minimum?: number;
  readonly nameServers?: readonly string[];
  /** Where its mail goes. */
  readonly mx?: string;
}

/** The zone of the shop, as its own servers have it. */
export const shop = ({
  spf = ours,
  dmarc = policy,
  serial = 7,
  ttl = 300,
  minimum = 900,
  nameServers = ['ns1', 'ns2'],
  mx = 'mx.host.example',
}: ShopOptions = {}): Zone => ({
  'shop.example': [
    { SOA: { mname: 'ns1.host.example', serial, minimum }, ttl: 3_600 },
    ...nameServers.map((name) => ({ NS: `${name}.host.example` })),
    { TXT: spf, ttl },
    { MX: [10, mx] },
  ],
  'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no', ttl }],
  ...(dmarc === null ? {} : { '_dmarc.shop.example': [{ TXT: dmarc, ttl }] }),
});

/** All that is somebody else's. */
export const world: Zone = {
  'ns1.host.example': [{ A: '127.0.0.2' }],
  'ns2.host.example': [{ A: '127.0.0.3' }],
  'ns3.host.example': [{ A: '127.0.0.4' }],
  'ns4.host.example': [{ A: '127.0.0.5' }],
  'mx.host.example': [{ A: '192.0.2.9' }],
  'ns01.one.com': [{ A: '127.0.0.6' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'spf.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};

export const start = async (zone: Zone, options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const server = await startDnsServer(zone, options);
  onTestFinished(server.close);
  return server;
};

export const own = { zones: ['shop.example'] };
const loopback = networks('127.0.0.0/8');

/** Two servers of the shop, the resolver, and where the API answers; `allowed` are the special addresses that may be asked. */
export const serve = async (first: Zone = shop(), second: Zone = first, allowed = loopback) => {
  const ns1 = await start(first, { address: '127.0.0.2', authority: own });
  const ns2 = await start(second, { address: '127.0.0.3', port: ns1.port, authority: own });
  const rest = await start(world, { authority: { zones: ['example', 'no', 'com'] } });
  const resolver = await startCachingResolver({ authorities: [ns1, rest] });
  onTestFinished(resolver.close);
  return { ns1, ns2, resolver, ask: await startApi(resolver, ns1.port, allowed) };
};

export const startApi = async (
  resolver: DnsServer,
  port: number,
  allowed: AddressSet = loopback,
  now: () => Date = () => new Date(),
) => {
  const api = createApp({
    dns: createDnsClient({ servers: [resolver] }),
    publication: {
      resolvers: createNamedResolvers([resolver]),
      authorities: createAuthorities({ timeouts: patient, allowed, port }),
    },
    now,
  });
  const origin = await startApp(api);
  return async (): Promise<Publication> => {
    const response = await fetch(`${origin}${path}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const body: unknown = await response.json();
    expect(publicationSchema.parse(body)).toEqual(body);
    return body as Publication;
  };
};

export const recordFor = ({ records }: Publication, purpose: string) =>
  records.find((record) => record.purpose === purpose);
/** What a server was asked directly: the resolver before it asks for recursion. */
export const askedDirectly = ({ queries }: RunningDnsServer): string[] =>
  queries.filter(({ recursionDesired }) => !recursionDesired).map(({ type, name }) => `${type} ${name}`);
/** What each server is asked. */
export const directQuestions = [
  'SOA shop.example',
  'TXT _dmarc.shop.example',
  'TXT mab._domainkey.shop.example',
  'TXT shop.example',
];
/** What the first of them is asked besides, for the report: all else that it needs of the zone. */
export const questionsOfReport = [
  'MX shop.example',
  ...['ed1', 'ed2', 'google', 'no-such-name-4f7k2q', 'rsa1', 'rsa2', 'selector1', 'selector2'].map(
    (label) => `TXT ${label}._domainkey.shop.example`,
  ),
];
