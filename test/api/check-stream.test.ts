import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { checkLineSchema } from '#api/check-line.ts';
import { linesType, streamCheck } from '#api/check-stream.ts';
import type { Report } from '#core/report.ts';
import type { Resolver } from '#core/resolver.ts';
import type { DnsClient } from '#dns/client.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { linesOf, startApp, startDns } from './serving.ts';

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example ip4:1.2.3 -all' }, { MX: [10, 'mx.example.com'] }],
  'mx.example.com': [{ A: '192.0.2.1' }],
  '_dmarc.example.com': [{ TXT: 'v=DMARC1; p=none' }],
  '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
};
const held = 'TXT _spf.shop.example';
const path = '/api/check?domain=example.com';
const headers = { accept: linesType };

const readLine = (line: string) => checkLineSchema.parse(JSON.parse(line));
const nameOf = (line: ReturnType<typeof readLine>): string => (line.kind === 'part' ? line.section : line.kind);
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('over sockets', () => {
  test('each line is sent when it is known, the report last and the same as without lines', async () => {
    const { server, dns } = await startDns(zone, [held]);
    const origin = await startApp(createApp({ dns }));
    const response = await fetch(`${origin}${path}`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, linesType]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const names: string[] = [];
    let report: unknown;
    for await (const text of linesOf(response.body)) {
      const line = readLine(text);
      names.push(nameOf(line));
      if (line.kind === 'report') report = line.report;
      // DNS has been asked, and owes the answer: SPF cannot be known.
      if (names.length === 3) {
        expect(server.log()).toContain(held);
        server.release();
      }
    }
    expect(names.slice(0, 3).sort()).toEqual(['DKIM', 'DMARC', 'MX']);
    expect(names.slice(3)).toEqual(['SPF', 'report']);
    const whole = (await (await fetch(`${origin}${path}`)).json()) as Report;
    expect(report).toEqual({ ...whole, checkedAt: expect.any(String) });
  });

  test('a client that goes away ends the check', async () => {
    const { dns } = await startDns(zone, [held]);
    const signals: AbortSignal[] = [];
    const logged: unknown[] = [];
    const watched: DnsClient = {
      resolver: (check) => {
        if (check?.signal) signals.push(check.signal);
        return dns.resolver(check);
      },
    };
    const origin = await startApp(createApp({ dns: watched, log: (error) => logged.push(error) }));
    const client = new AbortController();
    const response = await fetch(`${origin}${path}`, { headers, signal: client.signal });
    const lines = linesOf(response.body);
    expect((await lines.next()).done).toBe(false);
    const [signal] = signals;
    if (signal === undefined) throw new Error('nothing was asked');
    const ended = once(signal, 'abort');
    client.abort();
    await ended;
    await nextTurn();
    expect(logged).toEqual([]);
  });

  test('a domain that does not exist: the report alone', async () => {
    const { dns } = await startDns({});
    const response = await fetch(`${await startApp(createApp({ dns }))}${path}`, { headers });
    const lines = (await response.text()).trimEnd().split('\n').map(readLine);
    expect(lines.map(nameOf)).toEqual(['report']);
  });
});

describe('asked for', () => {
  const app = createApp({ dns: { resolver: () => zoneResolver(zone) } });

  test.each([
    ['by name', linesType, true],
    ['in capitals', 'Application/X-NDJSON', true],
    ['among others', `text/html, ${linesType};q=0.5`, true],
    ['with a parameter', `${linesType}; charset=utf-8`, true],
    ['JSON', 'application/json', false],
    ['anything', '*/*', false],
    ['any application', 'application/*', false],
    ['refused', `${linesType};q=0, */*`, false],
    ['refused with decimals', `${linesType}; q=0.000`, false],
    ['another type that begins alike', `${linesType}-seq`, false],
    ['nothing', undefined, false],
  ])('%s', async (_reason, accept, isLines) => {
    const response = await app.request(path, accept === undefined ? {} : { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(isLines ? linesType : 'application/json');
    expect(response.headers.get('vary')).toBe('accept');
    await response.text();
  });

  test('bad input is the same either way', async () => {
    const bad = '/api/check?domain=192.0.2.1';
    const [lines, whole] = await Promise.all([app.request(bad, { headers }), app.request(bad)]);
    expect([lines.status, await lines.text()]).toEqual([400, await whole.text()]);
    expect([...lines.headers]).toEqual([...whole.headers]);
  });

  test('HEAD: asks nothing of DNS', async () => {
    const resolver = zoneResolver(zone);
    const { request } = createApp({ dns: { resolver: () => resolver } });
    const response = await request(path, { headers, method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, linesType]);
    expect(await response.text()).toBe('');
    expect(resolver.log).toEqual([]);
  });

  test('a body that is left ends the check, whatever becomes of the request', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const silent: Resolver = { resolve: () => new Promise(() => undefined) };
    const dns: DnsClient = {
      resolver: (check) => {
        signals.push(check?.signal);
        return silent;
      },
    };
    const reader = (await createApp({ dns }).request(path, { headers })).body?.getReader();
    reader?.read();
    await reader?.cancel();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test('what nobody foresaw is the last line, logged once and not shown', async () => {
    const trouble = new Error('a secret');
    const logged: unknown[] = [];
    const resolver = zoneResolver(zone);
    const failing: Resolver = {
      resolve: async (name, type) => {
        if (name !== '_spf.shop.example') return resolver.resolve(name, type);
        // All that does not hang on it is known by then.
        await nextTurn();
        throw trouble;
      },
    };
    const { request } = createApp({ dns: { resolver: () => failing }, log: (error) => logged.push(error) });
    const response = await request(path, { headers });
    expect(response.status).toBe(200);
    const lines = (await response.text()).trimEnd().split('\n').map(readLine);
    expect(lines.map(nameOf).toSorted()).toEqual(['DKIM', 'DMARC', 'MX', 'error']);
    expect(lines.at(-1)).toEqual({ kind: 'error', error: { code: 'INTERNAL' } });
    expect(logged).toEqual([trouble]);
  });
});

test.each<[how: string, end: () => Promise<Report>, logged: readonly string[]]>([
  ['well', async () => ({}) as Report, []],
  ['with an error, which is logged all the same', () => Promise.reject(new Error('late')), ['late']],
])('a reader that leaves is told nothing more; the check ends %s', async (_how, end, expected) => {
  const left = Promise.withResolvers<void>();
  const logged: unknown[] = [];
  let signal: AbortSignal | undefined;
  const lines = streamCheck(
    async (tell, gone) => {
      signal = gone;
      tell({ section: 'MX', findings: [] });
      await left.promise;
      tell({ section: 'SPF', findings: [] });
      return end();
    },
    (error) => logged.push(error),
  );
  const reader = lines.getReader();
  expect((await reader.read()).done).toBe(false);
  expect(signal?.aborted).toBe(false);
  await reader.cancel();
  expect(signal?.aborted).toBe(true);
  left.resolve();
  await nextTurn();
  expect(logged).toEqual(expected.map((message) => new Error(message)));
});
