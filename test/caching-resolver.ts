import { decode } from 'dns-packet';
import type { RecordType } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import type { DnsServer } from '#dns/transport.ts';
import { encodeSaid } from '#test/dns-reply.ts';
import { recursive } from '#test/dns-sections.ts';
import { type DnsSockets, type Listening, openDnsSockets } from '#test/dns-sockets.ts';

export interface CachingResolverOptions extends Listening {
  /** Asked in turn, until one of them does not refuse. */
  readonly authorities: readonly DnsServer[];
  /** The clock of the cache, in milliseconds. */
  readonly now?: () => number;
}

export interface CachingResolver extends DnsSockets {
  /** What it was asked, in order: `TXT example.com`. */
  readonly log: () => string[];
}

/**
 * A recursive resolver over real sockets that asks authoritative servers and keeps what they say: records for their TTL,
 * absences for what the SOA allows. The TTL that it gives is the time that is left. What it cannot learn is SERVFAIL.
 */
export const startCachingResolver = async ({
  authorities,
  now = Date.now,
  ...listening
}: CachingResolverOptions): Promise<CachingResolver> => {
  const client = createDnsClient({ servers: authorities, now });
  const end = new AbortController();
  const log: string[] = [];
  const sockets = await openDnsSockets(listening, async ({ octets, transport, send }) => {
    const query = decode(octets);
    const question = query.questions?.[0];
    if (question === undefined) return;
    log.push(`${question.type} ${question.name}`);
    const resolver = client.resolver({ signal: end.signal });
    const answer = await resolver.resolve(question.name, question.type as RecordType);
    const said = answer.kind === 'failed' ? ({ kind: 'failed', reason: 'servfail' } as const) : answer;
    send(encodeSaid({ query, question, transport }, recursive(question, said)));
  });
  return {
    address: sockets.address,
    port: sockets.port,
    log: () => [...log],
    close: () => {
      end.abort();
      return sockets.close();
    },
  };
};
