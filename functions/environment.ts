import { join } from 'node:path';
import * as z from 'zod/mini';
import { type AddressSet, emptySet, parseNetwork, setOf } from '#core/networks.ts';
import { dnsPort, parseServers, systemServers } from '#dns/system.ts';
import type { DnsServer } from '#dns/transport.ts';

export interface Environment {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** The recursive resolvers to ask. */
  readonly dnsServers: readonly DnsServer[];
  /** Where the service keeps what it keeps; made where it is missing. */
  readonly dataFolder: string;
  /** Where the site is found by others, `https://…` without a path: for links in mail. Null: where this server listens. */
  readonly siteOrigin: string | null;
  /** How the name servers of domains are asked directly. */
  readonly authorities: {
    /** Special addresses that name servers may be asked at, for tests. */
    readonly allowed: AddressSet;
    readonly port: number;
  };
}

const servers = z.pipe(
  z.string(),
  z.transform((text, context): readonly DnsServer[] => {
    try {
      return parseServers(text);
    } catch (error) {
      context.issues.push({ code: 'custom', input: text, message: error instanceof Error ? error.message : '' });
      return z.NEVER;
    }
  }),
);

const networks = z.pipe(
  z.string(),
  z.transform((text, context): AddressSet => {
    const parts = text.split(',').map((part) => part.trim());
    const read = parts.map((part) => parseNetwork(part));
    const bad = parts.find((_, i) => read[i] === undefined);
    if (bad !== undefined) {
      const message = `not a network (ip or ip/length): "${bad}"`;
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    }
    return setOf(read.filter((network) => network !== undefined));
  }),
);

const port = (first: number) =>
  z.string().check(
    z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= first && Number(text) <= 65_535, {
      error: `not a port (${first}-65535)`,
    }),
  );

const origin = z
  .string()
  .check(
    z.refine((text) => URL.parse(text)?.origin === text, { error: 'not an origin (https://host, without a path)' }),
  );

const defaultDataFolder = join(import.meta.dirname, '../data');

const schema = z.object({
  PORT: z.optional(port(0)),
  HOST: z.optional(z.string().check(z.regex(/^[\w.:-]+$/, { error: 'not an address or host name' }))),
  DATA_FOLDER: z.optional(z.string()),
  SITE_ORIGIN: z.optional(origin),
  DNS_SERVERS: z.optional(servers),
  AUTHORITIES_ALLOWED: z.optional(networks),
  AUTHORITIES_PORT: z.optional(port(1)),
});

/**
 * @param variables as in `process.env`; an empty variable counts as one that is not set.
 * @throws Error whose message has one line for each bad variable.
 */
export const readEnvironment = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = schema.safeParse(set);
  if (!read.success) {
    const lines = read.error.issues.map(({ path: [name], message }) => {
      const variable = String(name);
      return `${variable}="${variables[variable]}": ${message}`;
    });
    throw new Error(lines.join('\n'));
  }
  const { PORT = '3000', HOST = '127.0.0.1', DNS_SERVERS = systemServers() } = read.data;
  const { DATA_FOLDER = defaultDataFolder, SITE_ORIGIN = null } = read.data;
  const { AUTHORITIES_ALLOWED = emptySet, AUTHORITIES_PORT = dnsPort } = read.data;
  return {
    port: Number(PORT),
    host: HOST,
    dnsServers: DNS_SERVERS,
    dataFolder: DATA_FOLDER,
    siteOrigin: SITE_ORIGIN,
    authorities: { allowed: AUTHORITIES_ALLOWED, port: Number(AUTHORITIES_PORT) },
  };
};
