import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createApp } from '#api/app.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import { openOutbox } from '#mail/outbox.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { readEnvironment } from '../environment.ts';
import { readOrStop } from '../startup.ts';
import { createLocalApp } from './app.ts';
import { backlog, stopPatience } from './limits.ts';
import { ownSecret } from './secret.ts';
import { stopServer } from './stopping.ts';
import { inTurns } from './turns.ts';

/** `npm start`: the site and the API on one port. */

const { port, host, dnsServers, authorities, dataFolder, siteOrigin } = readOrStop(
  () => readEnvironment(process.env),
  1,
);
const store = openSqliteStore(join(dataFolder, 'store.sqlite'));
const kept = {
  store,
  secret: ownSecret(join(dataFolder, 'secret')),
  clientOf: (c: Context) => getConnInfo(c).remote.address ?? null,
};
const outbox = join(dataFolder, 'outbox');
const from = { name: 'MAB E-postsjekk', address: 'epostsjekk@localhost.localdomain' };
const api = createApp({
  dns: createDnsClient({ servers: dnsServers }),
  publication: { resolvers: createNamedResolvers(dnsServers), authorities: createAuthorities(authorities) },
  smtp: { tester: createSmtpTester() },
  results: kept,
  mail: { ...kept, mailer: openOutbox({ folder: outbox, from }), origin: () => siteOrigin ?? ownOrigin() },
});
const site = join(import.meta.dirname, '../../site/dist');
const server = createServer(getRequestListener(createLocalApp(inTurns(api), site).fetch));

const ownOrigin = (): string => {
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
};

server.once('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} of ${host} is in use. Name another one: PORT=${port + 1} npm start`
      : `Cannot listen on port ${port} of ${host}: ${error.message}`,
  );
  process.exit(1);
});
server.listen({ port, host, backlog }, () => {
  console.log(`MAB E-postsjekk: ${ownOrigin()}\nMail goes nowhere, but into ${outbox}`);
});

server.once('close', () => store.close());

// Checks that are under way get their answers; then nothing keeps the process. A second signal ends it at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopServer(server, stopPatience));

// npm starts this through a shell that does not hand a signal on: a server whose parent is gone would keep the port.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  stopServer(server, stopPatience);
}, 200).unref();
