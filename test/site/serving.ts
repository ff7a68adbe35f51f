import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '#api/app.ts';
import { createDnsClient } from '#dns/client.ts';
import { createLocalApp } from '#local/app.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';
import { buildWhenStale, dist } from './building.ts';

export interface ServedSite {
  readonly origin: string;
  readonly dns: RunningDnsServer;
  readonly close: () => Promise<void>;
}

/** The built site and the API on one port, over real DNS. */
export const serveSite = async (zone: Zone, options: DnsServerOptions): Promise<ServedSite> => {
  await buildWhenStale();
  const dns = await startDnsServer(zone, options);
  const api = createApp({ dns: createDnsClient({ servers: [{ address: dns.address, port: dns.port }] }) });
  const server = createAdaptorServer({ fetch: createLocalApp(api, dist).fetch });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  return {
    origin: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`,
    dns,
    close: async () => {
      server.close();
      await dns.close();
    },
  };
};
