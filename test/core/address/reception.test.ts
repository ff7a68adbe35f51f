import { expect, test } from 'vitest';
import { checkReception } from '#core/address/check-reception.ts';
import { type Reception, receptionSchema } from '#core/address/reception.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const shop = { ascii: 'shop.example', unicode: 'shop.example' };
const host = { 'mx.example': [{ A: '192.0.2.25' }] };
const microsoft = 'shop-example.mail.protection.outlook.com';

test.each<[string, Zone, Reception]>([
  [
    'an MX host',
    { 'shop.example': [{ MX: [10, 'mx.example'] }], ...host },
    { kind: 'receives', hosts: ['mx.example'], service: null },
  ],
  [
    'the preferred first, and each once',
    { 'shop.example': [{ MX: [20, 'b.example'] }, { MX: [10, 'mx.example'] }, { MX: [30, 'mx.example'] }], ...host },
    { kind: 'receives', hosts: ['mx.example', 'b.example'], service: null },
  ],
  [
    'a known service',
    { 'shop.example': [{ MX: [0, microsoft] }], [microsoft]: [{ A: '192.0.2.1' }] },
    { kind: 'receives', hosts: [microsoft], service: 'Microsoft 365' },
  ],
  [
    'a host of which nothing is known may be there',
    { 'shop.example': [{ MX: [0, 'mx.example'] }], 'mx.example': [{ FAIL: 'timeout' }] },
    { kind: 'receives', hosts: ['mx.example'], service: null },
  ],
  [
    'no host has an address',
    { 'shop.example': [{ MX: [0, 'none.example'] }, { MX: [5, '192.0.2.1'] }] },
    { kind: 'servers_not_found', hosts: ['none.example', '192.0.2.1'] },
  ],
  ['RFC 7505: a null MX', { 'shop.example': [{ MX: [0, '.'] }] }, { kind: 'refuses' }],
  ['RFC 5321 section 5.1: by its address', { 'shop.example': [{ A: '192.0.2.1' }] }, { kind: 'address_only' }],
  ['of IPv6 alone', { 'shop.example': [{ AAAA: '2001:db8::1' }] }, { kind: 'address_only' }],
  [
    'one family is enough',
    { 'shop.example': [{ AAAA: '2001:db8::1' }, { FAIL: 'servfail', type: 'A' }] },
    { kind: 'address_only' },
  ],
  ['the name does not exist', {}, { kind: 'no_domain' }],
  ['the name exists, with nothing for mail', { 'shop.example': [{ TXT: 'x' }] }, { kind: 'no_mail_server' }],
  ['only names below it', { 'a.shop.example': [{ A: '192.0.2.1' }] }, { kind: 'no_mail_server' }],
  ['an alias that leads nowhere', { 'shop.example': [{ CNAME: 'none.example' }] }, { kind: 'no_mail_server' }],
  ['no answer for MX', { 'shop.example': [{ FAIL: 'timeout' }] }, { kind: 'unknown', reason: 'timeout' }],
  [
    'no answer for an address, which decides',
    { 'shop.example': [{ TXT: 'x' }, { FAIL: 'servfail', type: 'AAAA' }] },
    { kind: 'unknown', reason: 'servfail' },
  ],
])('%s', async (_why, zone, reception) => {
  expect(await checkReception(shop, zoneResolver(zone))).toEqual(reception);
  expect(receptionSchema.parse(reception)).toEqual(reception);
});

test('what is not needed is not asked for, and nothing twice', async () => {
  const resolver = zoneResolver({ 'shop.example': [{ MX: [10, 'mx.example'] }], ...host });
  await checkReception(shop, resolver);
  expect(resolver.log).toEqual(['MX shop.example', 'A mx.example', 'AAAA mx.example']);
});
