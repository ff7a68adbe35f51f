import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono/tiny';
import { onTestFinished } from 'vitest';
import { createDnsClient, type DnsClient } from '#dns/client.ts';
import { type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';

/** An app behind real sockets, over DNS whose answers can be held back. All of it ends with the test. */

export const startDns = async (
  zone: Zone,
  held: readonly string[] = [],
): Promise<{ server: RunningDnsServer; dns: DnsClient }> => {
  const server = await startDnsServer(zone, { held });
  onTestFinished(server.close);
  // What is held back is asked for once, and waited for as long as the test.
  const dns = createDnsClient({ servers: [server], timeouts: { attempts: [15_000], check: 15_000 } });
  return { server, dns };
};

/** @returns where the app answers. */
export const startApp = async ({ fetch }: Hono): Promise<string> => {
  const server = createAdaptorServer({ fetch });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
};

/** The lines of a text as it arrives. What stands behind the last line feed is a line too, where anything does. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array> | null): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
