import { describe, expect, test } from 'vitest';
import { addressRoutes } from '#api/address-routes.ts';
import { serveRoutes } from '#api/routes.ts';
import { type ReceptionAnswer, receptionAnswer } from '#core/address/reception.ts';
import { createDnsClient } from '#dns/client.ts';
import { startDnsServer } from '#test/dns-server.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { startDns } from './serving.ts';

/** GET /api/address */

const zone: Zone = {
  'shop.example': [{ MX: [10, 'mx.example'] }],
  'mx.example': [{ A: '192.0.2.25' }],
  'xn--blbr-roah.example': [{ A: '192.0.2.1' }],
  'null.example': [{ MX: [0, '.'] }],
};

const serve = () => {
  const resolver = zoneResolver(zone);
  const { request } = serveRoutes(addressRoutes({ dns: { resolver: () => resolver } }));
  return { resolver, request };
};

test.each<[string, string, ReceptionAnswer]>([
  [
    'by its MX hosts',
    'shop.example',
    {
      domain: { ascii: 'shop.example', unicode: 'shop.example' },
      reception: { kind: 'receives', hosts: ['mx.example'], service: null },
    },
  ],
  [
    'letters, and by its address',
    'blåbær.example',
    { domain: { ascii: 'xn--blbr-roah.example', unicode: 'blåbær.example' }, reception: { kind: 'address_only' } },
  ],
  [
    'not at all',
    'null.example',
    { domain: { ascii: 'null.example', unicode: 'null.example' }, reception: { kind: 'refuses' } },
  ],
])('%s', async (_why, domain, answer) => {
  const response = await serve().request(`/api/address?domain=${encodeURIComponent(domain)}`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const body = await response.json();
  expect(body).toEqual(answer);
  expect(receptionAnswer.parse(body)).toEqual(answer);
});

describe('over real sockets', () => {
  test('a domain, and one that is not there', async () => {
    const { dns } = await startDns(zone);
    const { request } = serveRoutes(addressRoutes({ dns }));
    const kindOf = async (domain: string) => {
      const response = await request(`/api/address?domain=${domain}`);
      return receptionAnswer.parse(await response.json()).reception.kind;
    };
    expect([await kindOf('shop.example'), await kindOf('none.example')]).toEqual(['receives', 'no_domain']);
  });

  test('DNS that is gone: unknown, and not "cannot"', async () => {
    const { address, port, close } = await startDnsServer({});
    await close();
    const dns = createDnsClient({ servers: [{ address, port }], timeouts: { attempts: [50], check: 200 } });
    const response = await serveRoutes(addressRoutes({ dns })).request('/api/address?domain=shop.example');
    expect(await response.json()).toMatchObject({ reception: { kind: 'unknown' } });
  });
});

test.each([
  ['no domain', '/api/address', { code: 'MISSING_PARAMETER', parameter: 'domain' }],
  ['two', '/api/address?domain=a.example&domain=b.example', { code: 'REPEATED_PARAMETER', parameter: 'domain' }],
  ['none', '/api/address?domain=shop', { code: 'INVALID_DOMAIN', problem: 'SINGLE_LABEL' }],
  [
    'too long',
    `/api/address?domain=${'a'.repeat(2_001)}`,
    { code: 'PARAMETER_TOO_LONG', parameter: 'domain', limit: 2_000 },
  ],
])('refused, and DNS not asked: %s', async (_why, path, error) => {
  const { request, resolver } = serve();
  const response = await request(path);
  expect([response.status, await response.json()]).toEqual([400, { error }]);
  expect(resolver.log).toEqual([]);
});
