import type { Hono } from 'hono/tiny';
import { createApp } from '#api/app.ts';
import { secretOf } from '#api/secret.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

export interface WholeApp {
  readonly app: Hono;
  /** What the app has logged: errors of its own. */
  readonly logged: readonly unknown[];
  readonly close: () => Promise<void>;
}

/**
 * The whole API over a literal zone, with a store in memory and a mailer that sends nothing.
 *
 * @param clientOf the address that a request comes from.
 */
export const wholeApp = (zone: Zone, clientOf: () => string): WholeApp => {
  const resolver = zoneResolver(zone);
  const logged: unknown[] = [];
  const kept = {
    store: openSqliteStore(':memory:'),
    secret: secretOf('a secret that is long enough for a test'),
    clientOf,
  };
  const app = createApp({
    dns: { resolver: () => resolver },
    smtp: { tester: createSmtpTester() },
    publication: { resolvers: [{ name: '192.0.2.53', resolve: resolver.resolve }], authorities: createAuthorities() },
    results: kept,
    mail: { ...kept, mailer: { send: async () => undefined }, origin: () => 'https://e.example' },
    log: (error) => logged.push(error),
  });
  return { app, logged, close: kept.store.close };
};
