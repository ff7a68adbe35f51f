import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { clientKey, viewerAddress } from '#api/client.ts';
import { errorSchema } from '#api/errors.ts';
import { storedPerDay } from '#api/results-routes.ts';
import { secretOf } from '#api/secret.ts';
import { storedResultSchema } from '#api/stored-result.ts';
import { parseResultId } from '#core/results/result-id.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'shop.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
};
const secret = secretOf('a secret that is long enough for a test');
const begin = Date.parse('2026-11-24T12:00:00Z');
const day = 24 * 60 * 60_000;

const start = (client: () => string = () => '192.0.2.1') => {
  let passed = 0;
  const app = createApp({
    dns: { resolver: () => zoneResolver(zone) },
    results: { store: openSqliteStore(':memory:'), secret, clientOf: client },
    now: () => new Date(begin + passed),
    log: (error) => {
      throw error;
    },
  });
  return {
    pass: (time: number) => {
      passed += time;
    },
    send: (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      app.request('/api/results', { method: 'POST', body, headers }),
    keep: (domain = 'shop.example') =>
      app.request('/api/results', {
        method: 'POST',
        body: JSON.stringify({ domain }),
        headers: { 'content-type': 'application/json; charset=utf-8' },
      }),
    list: (method: string) => app.request('/api/results', { method }),
    read: (id: string, method = 'GET') => app.request(`/api/results/${id}`, { method }),
  };
};

const errorOf = async (response: Response): Promise<unknown> => [
  response.status,
  errorSchema.parse(await response.json()).error,
];
/** A body with nothing in it but what the schema says. */
const resultOf = async (response: Response | undefined) => {
  const body = await response?.json();
  expect(storedResultSchema.parse(body)).toEqual(body);
  return storedResultSchema.parse(body);
};

describe('a result', () => {
  test('is a check that the service makes then, and is read as it was', async () => {
    const { keep, read, pass } = start();
    const response = await keep('Post@Shop.example');
    const body = await resultOf(response);
    expect([response.status, response.headers.get('location')]).toEqual([201, `/api/results/${body.id}`]);
    expect(body).toMatchObject({
      id: parseResultId(body.id),
      storedAt: '2026-11-24T12:00:00.000Z',
      expiresAt: '2027-05-23T12:00:00.000Z',
      report: {
        domain: { ascii: 'shop.example' },
        checkedAt: '2026-11-24T12:00:00.000Z',
        spf: { authorised: true },
        changes: ['address', 'case'],
      },
    });
    pass(180 * day - 1);
    const answer = await read(body.id);
    expect([answer.status, await answer.json()]).toEqual([200, body]);
    expect(await (await read(body.id.toLowerCase().replace('-', ''))).json()).toEqual(body);
    pass(1);
    expect(await errorOf(await read(body.id))).toEqual([404, { code: 'NOT_FOUND' }]);
  });

  test.each(['7KQ4-M2XD', '7KQ4', 'index.html', '..%2fcheck', '%00', '%ff'])('that is not there: "%s"', async (id) => {
    expect((await start().read(id)).status).toBe(404);
  });

  test('is kept each time anew', async () => {
    const { keep } = start();
    const [one, other] = await Promise.all([keep(), keep()]);
    expect((await resultOf(one)).id).not.toBe((await resultOf(other)).id);
  });
});

describe('what is refused', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  test.each<[why: string, body: string, headers: Record<string, string> | undefined, status: number, error: object]>([
    ['no JSON', 'domain=shop.example', undefined, 400, { code: 'INVALID_BODY' }],
    ['nothing', '', undefined, 400, { code: 'INVALID_BODY' }],
    ['no domain in it', '{}', undefined, 400, { code: 'INVALID_BODY' }],
    ['more than a domain', '{"domain":"shop.example","report":{}}', undefined, 400, { code: 'INVALID_BODY' }],
    ['what a form sends', '{"domain":"shop.example"}', form, 400, { code: 'INVALID_BODY' }],
    ['no type of content', '{"domain":"shop.example"}', {}, 400, { code: 'INVALID_BODY' }],
    ['no domain', '{"domain":"shop"}', undefined, 400, { code: 'INVALID_DOMAIN', problem: 'SINGLE_LABEL' }],
    ['too much', `{"domain":"${'a'.repeat(16_384)}"}`, undefined, 413, { code: 'BODY_TOO_LARGE', limit: 16_384 }],
  ])('%s', async (_why, body, headers, status, error) => {
    expect(await errorOf(await start().send(body, headers))).toEqual([status, error]);
  });

  test('another method, with those that are taken', async () => {
    const { read, list } = start();
    const [all, one] = [await list('GET'), await read('7KQ4-M2XD', 'POST')];
    expect([all.headers.get('allow'), await errorOf(all)]).toEqual([
      'POST',
      [405, { code: 'METHOD_NOT_ALLOWED', allowed: ['POST'] }],
    ]);
    expect([one.headers.get('allow'), await errorOf(one)]).toEqual([
      'GET, HEAD',
      [405, { code: 'METHOD_NOT_ALLOWED', allowed: ['GET', 'HEAD'] }],
    ]);
  });
});

const full = [429, { code: 'LIMIT_REACHED' }];

describe('a day has room for so many', () => {
  test('of a domain, however many ask at once and from where', async () => {
    let client = 0;
    const { keep, pass } = start(() => `192.0.2.${client++ % 200}`);
    const answers = await Promise.all(Array.from({ length: 3 * storedPerDay.domain }, () => keep()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(storedPerDay.domain);
    expect(await errorOf(await keep())).toEqual(full);
    expect((await keep('other.example')).status).toBe(201);
    pass(day / 2 - 1);
    expect((await keep()).status).toBe(429);
    pass(1);
    expect((await keep()).status).toBe(201);
  });

  test('of a client, whatever the domain', async () => {
    let client = '192.0.2.1';
    const { keep } = start(() => client);
    for (let place = 0; place < storedPerDay.client; place++)
      expect((await keep(`s${place}.example`)).status).toBe(201);
    expect(await errorOf(await keep('one.example'))).toEqual(full);
    client = '192.0.2.2';
    expect((await keep('one.example')).status).toBe(201);
  });
});

test.each([
  ['the same address, written otherwise', '2001:db8::1', '2001:0db8:0:0::0001', true],
  ['the same network of an IPv6 client', '2001:db8::1', '2001:db8::ffff:1', true],
  ['another network', '2001:db8::1', '2001:db8:0:1::1', false],
  ['another IPv4 address', '192.0.2.1', '192.0.2.2', false],
  ['none and none', null, 'unknown', true],
])('one client? %s', async (_why, one, other, isSame) => {
  expect((await clientKey(secret, one)) === (await clientKey(secret, other))).toBe(isSame);
});

test.each([
  ['IPv4', '198.51.100.10:46532', '198.51.100.10'],
  ['IPv6', '2001:db8::1:46532', '2001:db8::1'],
  ['IPv6 in brackets', '[2001:db8::1]:46532', '2001:db8::1'],
  ['none', undefined, null],
])('the viewer’s address: %s', (_why, header, address) => {
  const context = { req: { header: () => header } } as unknown as Parameters<typeof viewerAddress>[0];
  expect(viewerAddress(context)).toBe(address);
});
