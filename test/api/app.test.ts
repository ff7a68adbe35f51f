import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { evaluationSchema } from '#api/evaluation.ts';
import { longestParameter } from '#api/parameters.ts';
import { statuses } from '#api/routes.ts';
import { parseReport } from '#core/report.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const zone: Zone = {
  'example.com': [{ TXT: 'v=spf1 include:_spf.mab.no -all exp=exp.example.com' }, { MX: [10, 'mx.example.com'] }],
  'exp.example.com': [{ TXT: '%{i} sends no mail for %{d} at %{t}' }],
  '_under.example.com': [{ TXT: 'v=spf1 +all' }],
  'helo.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 ~all' }],
  'xn--blbr-roah.example': [{ TXT: 'v=spf1 -all' }],
  'voids.example': [{ TXT: 'v=spf1 a:nothing.voids.example ?all' }],
  'silent.example': [{ FAIL: 'timeout' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:6d61::/48 -all' }],
};
const noon = new Date('2026-11-24T12:00:00Z');

const start = () => {
  const resolver = zoneResolver(zone);
  const app = createApp({ dns: { resolver: () => resolver }, now: () => noon });
  return { log: resolver.log, get: (path: string) => app.request(path), app };
};

describe('GET /api/check', () => {
  test('answers a report that is the same after its round trip through the schema', async () => {
    const response = await start().get('/api/check?domain=example.com');
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(parseReport(body)).toEqual(body);
    expect(body).toMatchObject({
      domain: { ascii: 'example.com', unicode: 'example.com' },
      checkedAt: '2026-11-24T12:00:00.000Z',
      spf: { authorised: true },
      mx: { hosts: [{ preference: 10, exchange: 'mx.example.com' }] },
    });
  });

  test.each([
    ['an address', 'Post@Example.com', 'example.com'],
    ['a web address', 'https://www.example.com/kontakt?a=b', 'example.com'],
    ['æøå', 'blåbær.example', 'xn--blbr-roah.example'],
    ['white space', '  example.com ', 'example.com'],
  ])('takes what people type: %s', async (_reason, typed, ascii) => {
    const response = await start().get(`/api/check?domain=${encodeURIComponent(typed)}`);
    expect(await response.json()).toMatchObject({ domain: { ascii } });
  });

  test('a domain whose DNS does not answer is no error of the API', async () => {
    const response = await start().get('/api/check?domain=silent.example');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ verdict: 'unknown', records: [] });
  });
});

const evaluateCases: readonly (readonly [string, Record<string, string>, object])[] = [
  [
    'passes by the include',
    { ip: '192.0.2.65', domain: 'example.com', sender: 'post@example.com', helo: 'mx.example.com' },
    {
      result: 'pass',
      explanation: null,
      lookups: 1,
      void: 0,
      matched: { domain: '_spf.mab.no', term: 'ip4:192.0.2.64/27', path: ['example.com', '_spf.mab.no'] },
    },
  ],
  [
    'fails with the explanation, which knows the time',
    { ip: '192.0.2.1', domain: 'example.com', sender: 'post@example.com', helo: 'h.example' },
    { result: 'fail', explanation: '192.0.2.1 sends no mail for example.com at 1795521600' },
  ],
  ['IPv6', { ip: '2001:db8:6d61::1', domain: 'example.com' }, { result: 'pass' }],
  ['IPv4-mapped IPv6 is IPv4', { ip: '::ffff:192.0.2.65', domain: 'example.com' }, { result: 'pass' }],
  [
    'no domain: that of the sender',
    { ip: '192.0.2.65', sender: 'post@example.com', helo: 'helo.example' },
    { result: 'pass', domain: 'example.com' },
  ],
  [
    'an empty domain is one left out',
    { ip: '192.0.2.1', domain: '', helo: 'helo.example' },
    { domain: 'helo.example' },
  ],
  [
    'an empty sender: postmaster@helo',
    { ip: '192.0.2.1', sender: '', helo: 'helo.example' },
    { result: 'pass', domain: 'helo.example' },
  ],
  ['the HELO name alone', { ip: '192.0.2.2', helo: 'helo.example' }, { result: 'softfail' }],
  ['a name that is no host name', { ip: '192.0.2.9', domain: '_under.example.com' }, { result: 'pass' }],
  ['malformed: an empty label', { ip: '192.0.2.9', domain: 'a..example.com' }, { result: 'none' }],
  ['malformed: a long label', { ip: '192.0.2.9', domain: `${'a'.repeat(64)}.com` }, { result: 'none' }],
  ['malformed: a single label', { ip: '192.0.2.9', domain: 'localhost' }, { result: 'none' }],
  ['malformed: an address', { ip: '192.0.2.9', sender: 'post@[192.0.2.9]' }, { result: 'none' }],
  ['malformed: nothing in the one that is there', { ip: '192.0.2.9', helo: '' }, { result: 'none' }],
  ['counts void look-ups', { ip: '192.0.2.9', domain: 'voids.example' }, { result: 'neutral', lookups: 1, void: 1 }],
  ['no answer', { ip: '192.0.2.9', domain: 'silent.example' }, { result: 'temperror', problem: 'unanswered' }],
];

describe('GET /api/spf/evaluate', () => {
  test.each(evaluateCases)('%s', async (_reason, query, expected) => {
    const response = await start().get(`/api/spf/evaluate?${new URLSearchParams(query)}`);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(evaluationSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject(expected);
  });
});

const tooLong = 'a'.repeat(longestParameter + 1);

describe('bad input', () => {
  test.each([
    ['no domain', '/api/check', { code: 'MISSING_PARAMETER', parameter: 'domain' }],
    ['a misspelt name', '/api/check?domian=example.com', { code: 'MISSING_PARAMETER', parameter: 'domain' }],
    ['two', '/api/check?domain=a.example&domain=b.example', { code: 'REPEATED_PARAMETER', parameter: 'domain' }],
    [
      'a text past all sense',
      `/api/check?domain=${tooLong}`,
      { code: 'PARAMETER_TOO_LONG', parameter: 'domain', limit: longestParameter },
    ],
    ['empty', '/api/check?domain=', { code: 'INVALID_DOMAIN', problem: 'EMPTY' }],
    ['an IP address', '/api/check?domain=192.0.2.1', { code: 'INVALID_DOMAIN', problem: 'IP_ADDRESS' }],
    ['a single label', '/api/check?domain=localhost', { code: 'INVALID_DOMAIN', problem: 'SINGLE_LABEL' }],
    ['an empty label', '/api/check?domain=a..example', { code: 'INVALID_DOMAIN', problem: 'EMPTY_LABEL' }],
    [
      'a label over 63',
      `/api/check?domain=${'a'.repeat(64)}.example`,
      { code: 'INVALID_DOMAIN', problem: 'LABEL_TOO_LONG' },
    ],
    [
      'a name over 253',
      `/api/check?domain=${'abcdefg.'.repeat(32)}example`,
      { code: 'INVALID_DOMAIN', problem: 'NAME_TOO_LONG' },
    ],
    ['an underscore', '/api/check?domain=a_b.example', { code: 'INVALID_DOMAIN', problem: 'BAD_CHARACTER' }],
    ['markup', '/api/check?domain=%3Cscript%3E.example', { code: 'INVALID_DOMAIN', problem: 'BAD_CHARACTER' }],
    ['a broken escape', '/api/check?domain=%E0%A4%A', { code: 'INVALID_DOMAIN', problem: 'BAD_CHARACTER' }],
    ['a hyphen first', '/api/check?domain=-a.example', { code: 'INVALID_DOMAIN', problem: 'BAD_HYPHEN' }],
    ['nothing at all', '/api/spf/evaluate', { code: 'MISSING_PARAMETER', parameter: 'ip' }],
    ['no ip', '/api/spf/evaluate?domain=example.com', { code: 'MISSING_PARAMETER', parameter: 'ip' }],
    ['an empty ip', '/api/spf/evaluate?ip=&domain=example.com', { code: 'INVALID_IP' }],
    ['octal', '/api/spf/evaluate?ip=010.0.0.1&domain=example.com', { code: 'INVALID_IP' }],
    ['a network', '/api/spf/evaluate?ip=192.0.2.0/24&domain=example.com', { code: 'INVALID_IP' }],
    ['a zone', '/api/spf/evaluate?ip=fe80::1%25eth0&domain=example.com', { code: 'INVALID_IP' }],
    ['nobody to check', '/api/spf/evaluate?ip=192.0.2.1', { code: 'MISSING_PARAMETER', parameter: 'domain' }],
    [
      'a long sender',
      `/api/spf/evaluate?ip=192.0.2.1&sender=${tooLong}`,
      { code: 'PARAMETER_TOO_LONG', parameter: 'sender', limit: longestParameter },
    ],
    [
      'two helos',
      '/api/spf/evaluate?ip=192.0.2.1&helo=a.example&helo=a.example',
      { code: 'REPEATED_PARAMETER', parameter: 'helo' },
    ],
  ] as const)('400 and no question asked: %s', async (_reason, path, error) => {
    const { get, log } = start();
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
    expect(log).toEqual([]);
  });

  test.each(['/api', '/api/', '/api/Check', '/api/checks', '/api/spf', '/'])('404: %s', async (path) => {
    const response = await start().get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: 'NOT_FOUND' } });
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('405: %s', async (method) => {
    const response = await start().app.request('/api/check?domain=example.com', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toEqual({ error: { code: 'METHOD_NOT_ALLOWED', allowed: ['GET', 'HEAD'] } });
  });
});

describe('every answer', () => {
  test.each([
    ['a 200', '/api/health'],
    ['a 400', '/api/check'],
    ['a 404', '/api/nothing'],
  ])('%s is JSON, is not kept and is not guessed at', async (_reason, path) => {
    const { headers } = await start().get(path);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('HEAD is GET without the body', async () => {
    const response = await start().app.request('/api/check?domain=example.com', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('');
  });

  test('health asks nothing of DNS', async () => {
    const { get, log } = start();
    expect(await (await get('/api/health')).json()).toEqual({ status: 'ok' });
    expect(log).toEqual([]);
  });

  test('what nobody foresaw is logged once and not shown', async () => {
    const logged: unknown[] = [];
    const trouble = new Error('a secret');
    const resolver = () => {
      throw trouble;
    };
    const app = createApp({ dns: { resolver }, log: (error) => logged.push(error) });
    const response = await app.request('/api/check?domain=example.com');
    expect(response.status).toBe(statuses.INTERNAL);
    expect(await response.json()).toEqual({ error: { code: 'INTERNAL' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(logged).toEqual([trouble]);
  });

  test('a request that is given up ends its questions', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const app = createApp({
      dns: {
        resolver: (check) => {
          signals.push(check?.signal);
          return zoneResolver(zone);
        },
      },
    });
    const controller = new AbortController();
    await app.request('/api/check?domain=example.com', { signal: controller.signal });
    controller.abort();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });
});
