import { describe, expect, test, vi } from 'vitest';
import { createApp } from '#api/app.ts';
import { smtpReportSchema } from '#core/smtp/smtp-report.ts';
import { standardTimes } from '#smtp/limits.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import { scripted, startRaw } from '#test/smtp/servers.ts';
import { loopback } from '#test/smtp/testing.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** `GET /api/smtp` over the whole API, a literal zone and servers of the test's own. */

const zone: Zone = {
  'mx.example': [{ A: '127.0.0.1' }],
  'other.example': [{ A: '127.0.0.1' }],
  'inner.example': [{ A: '10.0.0.1' }],
};

const start = (port: number) => {
  let now = new Date('2026-11-24T12:00:00Z');
  const resolver = zoneResolver(zone);
  const tester = createSmtpTester({ allowed: loopback, portAt: (asked) => (asked === 587 ? port : 1) });
  const app = createApp({ dns: { resolver: () => resolver }, smtp: { tester }, now: () => now });
  return {
    ask: async (query: string) => {
      const answer = await app.request(`/api/smtp?${query}`);
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    },
    log: resolver.log,
    wait: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
};

/** A server that counts who comes. */
const startCounting = async () => {
  let came = 0;
  const serve = scripted('220 mx.example\r\n', [['EHLO', '250-mx.example\r\n250 AUTH PLAIN\r\n']]);
  const port = await startRaw((socket) => {
    came += 1;
    serve(socket);
  });
  return { port, came: () => came };
};

test.each([
  ['nothing', '', { code: 'MISSING_PARAMETER', parameter: 'server' }],
  ['two servers', 'server=a.example&server=b.example', { code: 'REPEATED_PARAMETER', parameter: 'server' }],
  ['an endless one', `server=${'a'.repeat(2_001)}`, { code: 'PARAMETER_TOO_LONG', parameter: 'server', limit: 2_000 }],
  ['an empty one', 'server=', { code: 'INVALID_SMTP_SETTINGS', problem: 'EMPTY' }],
  ['an e-mail address', 'server=post@mx.example', { code: 'INVALID_SMTP_SETTINGS', problem: 'MAIL_ADDRESS' }],
  ['another port', 'server=mx.example&port=80', { code: 'INVALID_SMTP_SETTINGS', problem: 'PORT_NOT_ALLOWED' }],
  ['a disguise', 'server=2130706433', { code: 'INVALID_SMTP_SETTINGS', problem: 'BAD_HOST' }],
  ['another security', 'server=mx.example&security=ssl', { code: 'INVALID_SMTP_SETTINGS', problem: 'BAD_SECURITY' }],
])('refused, and nobody is contacted: %s', async (_reason, query, error) => {
  const { port, came } = await startCounting();
  const { ask, log } = start(port);
  expect(await ask(query)).toMatchObject({ status: 400, body: { error } });
  expect([came(), log]).toEqual([0, []]);
});

describe('a report', () => {
  test('is as its schema says, and not kept by others', async () => {
    const { port } = await startCounting();
    const { ask } = start(port);
    const { status, headers, body } = await ask('server=mx.example:587&security=tls');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(smtpReportSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      checkedAt: '2026-11-24T12:00:00.000Z',
      findings: [{ code: 'SMTP_TLS_NOT_OFFERED', severity: 'error', args: { host: 'mx.example', port: 587 } }],
    });
  });

  test('of a server in a network of its own is one, without a connection', async () => {
    const { port, came } = await startCounting();
    const { body } = await start(port).ask('server=inner.example&port=587');
    expect(body).toMatchObject({ name: { state: 'not_public', address: null }, ports: [] });
    expect(came()).toBe(0);
  });

  test('is made once for all who ask the same, for half a minute', async () => {
    const { port, came } = await startCounting();
    const { ask, wait } = start(port);
    const query = 'server=mx.example:587&security=none';
    await Promise.all([ask(query), ask(query), ask('server=MX.example&port=587&security=none')]);
    wait(29_000);
    await ask(query);
    expect(came()).toBe(1);
    wait(2_000);
    await ask(query);
    expect(came()).toBe(2);
  });
});

test('who asks for too many tests of one address is told to come again', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let came = 0;
  const port = await startRaw((socket) => {
    came += 1;
    void promise.then(() => socket.end('554 no\r\n'));
  });
  const { ask } = start(port);
  const underWay = [ask('server=mx.example:587'), ask('server=other.example:587')];
  await vi.waitFor(() => expect(came).toBe(2), { timeout: standardTimes.connect });
  const refused = await ask('server=127.0.0.1:587');
  expect([refused.status, refused.headers.get('retry-after'), refused.body]).toEqual([
    503,
    '5',
    { error: { code: 'BUSY' } },
  ]);
  resolve();
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200]);
  // It was no answer, and is not kept.
  expect((await ask('server=127.0.0.1:587')).status).toBe(200);
});
