import { onTestFinished } from 'vitest';
import { type AddressSet, parseNetwork, setOf } from '#core/networks.ts';
import type { Answer, FailureReason, RecordType } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import type { DnsServer } from '#dns/transport.ts';
import { type DnsServerOptions, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';

/** A zone, and servers for it, to ask the client about. */

export const long = `v=spf1 ${'ip4:192.0.2.1 '.repeat(120)}-all`;

export const zone: Zone = {
  'example.com': [
    { TXT: 'v=spf1 -all' },
    { TXT: '' },
    { MX: [10, 'mx.example.com'] },
    { NS: 'ns1.example.com' },
    { SOA: 'ns1.example.com' },
    { A: '192.0.2.1' },
    { AAAA: '2001:db8::1' },
  ],
  'obsolete.example': [{ SPF: long }, { A: '192.0.2.1' }],
  'null.example': [{ MX: [0, '.'] }],
  'alias.example': [{ CNAME: 'Other.example', ttl: 60 }],
  'other.example': [{ CNAME: 'example.com' }],
  'gone.example': [{ CNAME: 'nowhere.example' }],
  'loop.example': [{ CNAME: 'pool.example' }],
  'pool.example': [{ CNAME: 'loop.example' }],
  'long.example': [{ TXT: long }],
  'norsk.example': [{ TXT: 'v=spf1 include:blåbær.example – -all' }],
  'a:host._x%{d}.example': [{ TXT: 'odd' }],
  'silent.example': [{ FAIL: 'timeout' }],
  'broken.example': [{ FAIL: 'servfail' }],
  'barred.example': [{ FAIL: 'refused' }],
  'noise.example': [{ FAIL: 'malformed' }],
  '1.2.0.192.in-addr.arpa': [{ PTR: 'example.com' }],
};

/** For servers that stay silent. */
export const hasty = { attempts: [200, 200, 200], check: 2_000 };
/** For servers that answer, whatever: the time must not matter, on a busy machine either. */
export const patient = { attempts: [5_000, 5_000, 5_000, 5_000], check: 20_000 };
export const failed = (reason: FailureReason): Answer => ({ kind: 'failed', reason });
export const spf: Answer = { kind: 'found', records: ['v=spf1 -all', ''], cname: [], ttl: 300 };

/** A server of the zone for the length of one test. */
export const serve = async (options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const server = await startDnsServer(zone, options);
  onTestFinished(server.close);
  return server;
};

/** In CIDR form. */
export const networks = (...texts: string[]): AddressSet => setOf(texts.flatMap((text) => parseNetwork(text) ?? []));

/** A port where nothing listens. */
export const nobody = async (): Promise<DnsServer> => {
  const { address, port, close } = await startDnsServer({});
  await close();
  return { address, port };
};

export const ask = (servers: readonly DnsServer[], name: string, type: RecordType = 'TXT', timeouts = patient) =>
  createDnsClient({ servers, timeouts }).resolver().resolve(name, type);

/** Milliseconds. */
export const elapsed = async (task: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await task();
  return performance.now() - start;
};
