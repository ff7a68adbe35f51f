import { afterAll, describe, expect, test } from 'vitest';
import type { FailureReason } from '#core/resolver.ts';
import { createDnsClient, type DnsClient } from '#dns/client.ts';
import { lateFor, standardTimeouts, type Timeouts } from '#dns/limits.ts';
import type { DnsServer } from '#dns/transport.ts';
import { type DnsServerOptions, type Query, type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import { zoneResolver } from '#test/zone.ts';
import { check } from './checking.ts';
import { shops, zone } from './shops.ts';

/** Resolvers that are dead or slow, with the times that the product has. */

const servers: RunningDnsServer[] = [];
afterAll(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
const serve = async (options: DnsServerOptions = {}): Promise<RunningDnsServer> => {
  const server = await startDnsServer(zone, options);
  servers.push(server);
  return server;
};
const silence: DnsServerOptions = { faults: [{ fault: 'drop' }] };
const silent = (): Promise<RunningDnsServer> => serve(silence);
const absent = async (): Promise<DnsServer> => {
  const server = await startDnsServer(zone);
  await server.close();
  return server;
};

/** Milliseconds that a busy machine may take beside. */
const slack = 2_500;
const name = shops['everything is there'];
const whole = await check(name, zoneResolver(zone));

test.each<[why: string, first: () => Promise<readonly DnsServer[]>, waits: number]>([
  ['silent', async () => [await silent()], 300],
  ['slow', async () => [await serve({ delay: 1_000 })], 300],
  ['not there', async () => [await absent()], 0],
  ['failing', async () => [await serve({ faults: [{ fault: 'servfail' }] })], 0],
  ['refusing', async () => [await serve({ faults: [{ fault: 'refused' }] })], 0],
  ['sending garbage', async () => [await serve({ faults: [{ fault: 'garbage' }] })], 0],
  ['without TCP, and all is truncated', async () => [await serve({ tcp: false, faults: [{ fault: 'truncate' }] })], 0],
  ['silent, as is the second', async () => [await silent(), await silent()], 800],
])('the first resolver is %s: the report is the same, and hardly later', async (_, first, waits) => {
  const client = createDnsClient({ servers: [...(await first()), await serve()] });
  const start = performance.now();
  expect(await check(name, client.resolver())).toEqual(whole);
  expect(performance.now() - start).toBeLessThan(waits + slack);
});

/** Which server is asked first for each question, of a dead one before one that answers. */
const firstAsked = async (
  timeouts: Timeouts,
  task: (client: DnsClient) => Promise<unknown>,
  now?: () => number,
): Promise<ReadonlyMap<string, string>> => {
  const first = new Map<string, string>();
  const hear =
    (server: string) =>
    ({ type, name }: Query): void =>
      void (first.has(`${type} ${name}`) || first.set(`${type} ${name}`, server));
  const both = [await serve({ ...silence, heard: hear('dead') }), await serve({ heard: hear('alive') })];
  await task(createDnsClient({ servers: both, timeouts, ...(now && { now }) }));
  return first;
};

test('a dead resolver is waited for once in a check: what is asked after that is asked elsewhere first', async () => {
  const begun = new Set<string>();
  void check(name, {
    resolve: (asked, type) => {
      begun.add(`${type} ${asked}`);
      return new Promise(() => undefined);
    },
  });
  const first = await firstAsked({ attempts: [300, 15_000], check: 20_000 }, (client) =>
    check(name, client.resolver()),
  );
  expect(new Set([...first].flatMap(([question, server]) => (server === 'dead' ? [question] : [])))).toEqual(begun);
  expect(first.size).toBeGreaterThan(begun.size);
});

test('a resolver that was late is asked behind the others, until it may have come back', async () => {
  let clock = 0;
  const first = await firstAsked(
    { attempts: [50, 15_000], check: 20_000 },
    async (client) => {
      const ask = (question: string) => client.resolver().resolve(question, 'TXT');
      await ask('a.example');
      await ask('b.example');
      clock += lateFor;
      await ask('c.example');
    },
    () => clock,
  );
  expect([...first.values()]).toEqual(['dead', 'alive', 'dead']);
});

test('a resolver that a later one was no faster than is not late', async () => {
  const [slow, dead] = await Promise.all([serve({ delay: 120 }), silent()]);
  const client = createDnsClient({ servers: [slow, dead], timeouts: { attempts: [40, 5_000], check: 20_000 } });
  await client.resolver().resolve('a.example', 'TXT');
  await client.resolver().resolve('b.example', 'TXT');
  expect(slow.log()).toEqual(['TXT a.example', 'TXT b.example']);
});

// Five seconds each, but for all of them together.
describe.concurrent('all resolvers', () => {
  test.each<[why: string, all: () => Promise<readonly DnsServer[]>, reason: FailureReason]>([
    ['are silent', async () => [await silent(), await silent()], 'timeout'],
    ['send lies with another id', async () => [await serve({ faults: [{ fault: 'only_wrong_id' }] })], 'timeout'],
    ['are silent over TCP', async () => [await serve({ faults: [{ fault: 'tcp_silent' }] })], 'timeout'],
    ['are not there', async () => [await absent(), await absent()], 'timeout'],
    ['fail', async () => [await serve({ faults: [{ fault: 'servfail' }] })], 'servfail'],
    ['refuse', async () => [await serve({ faults: [{ fault: 'refused' }] })], 'refused'],
    ['send garbage', async () => [await serve({ faults: [{ fault: 'garbage' }] })], 'malformed'],
  ])('%s: "could not be checked" within the deadline, and why', async (_, all, reason) => {
    const client = createDnsClient({ servers: await all() });
    const start = performance.now();
    const report = await check(name, client.resolver());
    expect(performance.now() - start).toBeLessThan(standardTimeouts.check + slack);
    expect(report).toMatchObject({ verdict: 'unknown', records: [] });
    expect(report.findings.filter(({ severity }) => severity !== 'unknown')).toEqual([]);
    expect(report.findings).toContainEqual({
      code: 'SPF_UNANSWERED',
      severity: 'unknown',
      args: { domain: name, name, type: 'TXT', reason },
    });
  });
});
