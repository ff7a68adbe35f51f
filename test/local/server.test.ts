import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { parseReport } from '#core/report.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { run, serve } from '#test/program.ts';
import type { Zone } from '#test/zone.ts';

const script = 'functions/local/server.ts';

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, 'mx.example.com'] }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
};

const address = (line: string): string => line.replace('MAB E-postsjekk: ', '');

/** The path as it is, dots and all, which fetch would take away. */
const getRaw = async (base: string, path: string): Promise<{ status: number; body: string }> => {
  const { hostname, port } = new URL(base);
  const [response] = (await once(get({ hostname, port, path }), 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
};

const hasIp6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some((one) => one.address === '::1'));

describe('npm start', () => {
  test('says where it listens, checks a domain over real DNS, and closes when asked', async () => {
    const dns = await startDnsServer(zone);
    const server = await serve(script, { PORT: '0', DNS_SERVERS: `${dns.address}:${dns.port}` });
    expect(server.lines).toEqual([
      expect.stringMatching(/^MAB E-postsjekk: http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^Mail goes nowhere, but into \/.+\/outbox$/),
    ]);

    const base = address(server.line);
    const response = await fetch(`${base}/api/check?domain=www.example.com`);
    expect(response.status).toBe(200);
    const report = parseReport(await response.json());
    expect(report).toMatchObject({
      domain: { ascii: 'example.com' },
      spf: { authorised: true },
      mx: { state: 'found' },
    });
    expect(dns.log()).toContain('TXT example.com');

    const evaluation = await fetch(`${base}/api/spf/evaluate?ip=192.0.2.1&sender=post@example.com&helo=h.example`);
    expect(await evaluation.json()).toMatchObject({ result: 'fail', lookups: 1, void: 0 });

    expect(await getRaw(base, '/../package.json')).toMatchObject({ status: 404 });
    expect(await getRaw(base, '/../../package.json')).toMatchObject({ status: 404 });

    await dns.close();
    expect(await server.stop('SIGTERM')).toMatchObject({ exitCode: 0, stdout: `${server.lines.join('\n')}\n` });
  });

  test.skipIf(!hasIp6)('an IPv6 address is printed as a URL has it', async () => {
    const server = await serve(script, { PORT: '0', HOST: '::1', DNS_SERVERS: '127.0.0.1:9' });
    expect(server.line).toMatch(/^MAB E-postsjekk: http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${address(server.line)}/api/health`)).status).toBe(200);
    expect(await server.stop('SIGINT')).toMatchObject({ exitCode: 0 });
  });

  test('a port that is taken: one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const bound = other.address();
    const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
    expect(await run(script, [], { PORT: String(port) })).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining(
        `Port ${port} of 127.0.0.1 is in use. Name another one: PORT=${port + 1} npm start\n`,
      ),
    });
    other.close();
  });

  test.each([
    ['a bad port', { PORT: 'http' }, 'PORT="http": not a port (0-65535)\n'],
    ['a bad server', { DNS_SERVERS: 'x' }, 'DNS_SERVERS="x": not a DNS server (ip, ip:port or [ip6]:port): "x"\n'],
  ])('%s: one line', async (_reason, variables: Record<string, string>, stderr) => {
    expect(await run(script, [], variables)).toEqual({ exitCode: 1, stdout: '', stderr });
  });
});
