import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { parseReport } from '#core/report.ts';
import { type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import { type Serving, serve } from '#test/program.ts';
import type { Zone } from '#test/zone.ts';

/** The server is asked to stop while it has something to do. */

const held = 'TXT _spf.shop.example';

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example -all' }],
  '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
};

interface Started {
  readonly server: Serving;
  readonly base: URL;
  readonly dns: RunningDnsServer;
  /** Comes when the answer that is held back has been asked for. */
  readonly asked: Promise<void>;
}

const start = async (): Promise<Started> => {
  let tell = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const dns = await startDnsServer(zone, {
    held: [held],
    heard: ({ type, name }) => {
      if (`${type} ${name}` === held) tell();
    },
  });
  onTestFinished(dns.close);
  const server = await serve('functions/local/server.ts', { PORT: '0', DNS_SERVERS: `${dns.address}:${dns.port}` });
  return { server, base: new URL(server.line.replace('MAB E-postsjekk: ', '')), dns, asked };
};

const keepingAlive = (): Agent => {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return agent;
};

const open = async (base: URL, path: string, agent: Agent, accept = '*/*'): Promise<IncomingMessage> => {
  const [response] = (await once(get(new URL(path, base), { agent, headers: { accept } }), 'response')) as [
    IncomingMessage,
  ];
  return response;
};

/** Connects, and says that connections are not taken any more: as soon as they are not. */
const refused = async (base: URL): Promise<string> => {
  for (;;) {
    const socket: Socket = connect(Number(base.port), base.hostname);
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => null),
      once(socket, 'error').then(([error]) => String(error.code)),
    ]).catch((error) => String(error.code));
    socket.destroy();
    // One that the system had taken already is reset.
    if (outcome !== null && outcome !== 'ECONNRESET') return outcome;
  }
};

test.each([
  ['a report', '*/*', 'application/json'],
  ['a report in lines', 'application/x-ndjson', 'application/x-ndjson'],
])(
  '%s that is under way is answered whole, nobody new is let in, and the process ends by itself',
  async (_, accept, type) => {
    const { server, base, dns, asked } = await start();
    const agent = keepingAlive();
    const answer = open(base, '/api/check?domain=example.com', agent, accept);
    await asked;
    const end = server.stop('SIGTERM');
    expect(await refused(base)).toBe('ECONNREFUSED');
    dns.release();
    const response = await answer;
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, type]);
    const last = (await text(response)).trim().split('\n').at(-1) ?? '';
    const report = accept === '*/*' ? JSON.parse(last) : JSON.parse(last).report;
    expect(parseReport(report)).toMatchObject({ spf: { records: ['v=spf1 include:_spf.shop.example -all'] } });
    expect(await end).toMatchObject({ exitCode: 0, stderr: '' });
  },
);

test('connections without a request are closed at once, and one that brings another request gets an answer and no more', async () => {
  const { server, base, dns, asked } = await start();
  const [idle, busy] = [keepingAlive(), keepingAlive()];
  await json(await open(base, '/api/health', idle));
  const [socket] = Object.values(idle.freeSockets).flat();
  if (socket === undefined) throw new Error('The connection was not kept');
  const closed = once(socket, 'close');
  const answer = open(base, '/api/check?domain=example.com', busy);
  await asked;
  const end = server.stop('SIGTERM');
  await closed;
  dns.release();
  const response = await answer;
  expect(response.statusCode).toBe(200);
  await text(response);
  expect(await end).toMatchObject({ exitCode: 0, stderr: '' });
});

test('a request that never ends is cut off after some seconds', async () => {
  const { server, base } = await start();
  const socket = connect(Number(base.port), base.hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  socket.write(
    'POST /api/results HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  );
  // An answer on the same server tells that what was sent before has been read.
  await json(await open(base, '/api/health', keepingAlive()));
  const closed = once(socket, 'close');
  const end = server.stop('SIGTERM');
  await closed;
  expect(await end).toMatchObject({ exitCode: 0, stderr: '' });
});

test('asked a second time, it ends at once', async () => {
  const { server, base, asked } = await start();
  const answer = open(base, '/api/check?domain=example.com', keepingAlive()).then(
    () => 'answered',
    ({ code }) => code,
  );
  await asked;
  void server.stop('SIGTERM');
  expect(await refused(base)).toBe('ECONNREFUSED');
  expect(await server.stop('SIGTERM')).toMatchObject({ exitCode: null });
  expect(await answer).toBe('ECONNRESET');
});
