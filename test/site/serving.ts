import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '#api/app.ts';
import { secretOf } from '#api/secret.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import { createLocalApp } from '#local/app.ts';
import { createSmtpTester, type SmtpTesterOptions } from '#smtp/tester.ts';
import { networks } from '#test/dns/sample.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import { type Carrier, outboxCarrier, sesCarrier } from '#test/mail/carriers.ts';
import { dynamoStore, sqliteStore } from '#test/store/stores.ts';
import type { Zone } from '#test/zone.ts';
import { buildWhenStale, dist } from './building.ts';

export interface ServingOptions extends DnsServerOptions {
  /** Where the service's clock stands still, but for what is let pass; left out: it is the real one. */
  readonly begin?: Date;
  /** What the service keeps things and sends mail with: its own parts, unless it is said; or the AWS SDK, before stand-ins. */
  readonly parts?: keyof typeof parts;
  /** Which servers for mail may be tried, beside public ones, and where. */
  readonly smtp?: SmtpTesterOptions;
}

const parts = {
  embedded: { store: sqliteStore, carrier: outboxCarrier },
  aws: { store: dynamoStore, carrier: sesCarrier },
} as const;

export interface ServedSite {
  readonly origin: string;
  /** The mails to the address, the oldest first. */
  readonly mailsTo: Carrier['carried'];
  /** The resolver in use. */
  readonly dns: RunningDnsServer;
  /** What the zones with NS records are served by, at `nameServerAddress`. */
  readonly authority: RunningDnsServer;
  /** Lets time pass for the service: what it keeps grows older. Milliseconds. */
  readonly pass: (time: number) => void;
  readonly close: () => Promise<void>;
}

/** Where the name servers of every domain are: on loopback, and not where the resolver is. */
export const nameServerAddress = '127.0.0.6';

/** The built site and the API on one port, over real DNS: a resolver, and the name servers that the zone's NS records name. */
export const serveSite = async (
  zone: Zone,
  { begin, parts: used = 'embedded', smtp = {}, ...options }: ServingOptions = {},
): Promise<ServedSite> => {
  let passed = 0;
  const now = (): number => (begin?.getTime() ?? Date.now()) + passed;
  await buildWhenStale();
  const dns = await startDnsServer(zone, options);
  const zones = Object.keys(zone).filter((name) => zone[name]?.some((record) => 'NS' in record));
  const authority = await startDnsServer(zone, { address: nameServerAddress, port: dns.port, authority: { zones } });
  const resolver = { address: dns.address, port: dns.port };
  // What is held back is waited for as long as a test takes, however slow the machine is.
  const patience = options.held === undefined ? {} : { timeouts: { attempts: [15_000], check: 15_000 } };
  const [store, carrier] = await Promise.all([parts[used].store(), parts[used].carrier()]);
  const kept = { store, secret: secretOf('a secret that is long enough for a test'), clientOf: () => null };
  const api = createApp({
    now: () => new Date(now()),
    dns: createDnsClient({ servers: [resolver], now, ...patience }),
    publication: {
      resolvers: createNamedResolvers([resolver]),
      authorities: createAuthorities({ allowed: networks('127.0.0.0/8'), port: dns.port }),
    },
    smtp: { tester: createSmtpTester(smtp) },
    results: kept,
    mail: { ...kept, mailer: carrier.mailer, origin: () => origin },
  });
  const server = createAdaptorServer({ fetch: createLocalApp(api, dist).fetch });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  const origin = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
  return {
    origin,
    mailsTo: carrier.carried,
    dns,
    authority,
    pass: (time) => {
      passed += time;
    },
    close: async () => {
      server.close();
      await Promise.all([dns.close(), authority.close(), store.close(), carrier.close()]);
    },
  };
};
