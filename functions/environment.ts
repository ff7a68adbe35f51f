import * as z from 'zod/mini';
import { parseServers, systemServers } from '#dns/system.ts';
import type { DnsServer } from '#dns/transport.ts';

export interface Environment {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** The recursive resolvers to ask. */
  readonly dnsServers: readonly DnsServer[];
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

const schema = z.object({
  PORT: z.optional(
    z
      .string()
      .check(z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { error: 'not a port (0-65535)' })),
  ),
  HOST: z.optional(z.string().check(z.regex(/^[\w.:-]+$/, { error: 'not an address or host name' }))),
  DNS_SERVERS: z.optional(servers),
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
  return { port: Number(PORT), host: HOST, dnsServers: DNS_SERVERS };
};
