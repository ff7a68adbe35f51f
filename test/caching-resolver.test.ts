import { expect, onTestFinished, test } from 'vitest';
import type { RecordType } from '#core/resolver.ts';
import { createDnsClient } from '#dns/client.ts';
import { startCachingResolver } from '#test/caching-resolver.ts';
import { startDnsServer } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';

const zone: Zone = {
  'shop.example': [
    { SOA: { mname: 'ns1.shop.example', minimum: 20 }, ttl: 600 },
    { TXT: 'before', ttl: 100 },
  ],
  'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.example', ttl: 30 }],
  'mab._domainkey.mab.example': [{ TXT: 'v=DKIM1; p=', ttl: 50 }],
};
const after: Zone = {
  'shop.example': [
    { SOA: { mname: 'ns1.shop.example', minimum: 20 }, ttl: 600 },
    { TXT: 'after', ttl: 100 },
  ],
  '_dmarc.shop.example': [{ TXT: 'v=DMARC1', ttl: 100 }],
};

/** An authoritative server for each zone, a resolver before them with a clock of its own, and a client that keeps nothing. */
const serve = async () => {
  let seconds = 0;
  const shop = await startDnsServer(zone, { authority: { zones: ['shop.example'] } });
  const mab = await startDnsServer(zone, { authority: { zones: ['mab.example'] } });
  const resolver = await startCachingResolver({ authorities: [shop, mab], now: () => seconds * 1000 });
  onTestFinished(async () => {
    await Promise.all([resolver.close(), shop.close(), mab.close()]);
  });
  const ask = (name: string, type: RecordType = 'TXT') =>
    createDnsClient({ servers: [resolver] })
      .resolver()
      .resolve(name, type);
  const wait = (more: number): void => {
    seconds += more;
  };
  return { shop, resolver, ask, wait };
};

const found = (record: string, ttl: number) => ({ kind: 'found', records: [record], cname: [], ttl });

test('records are kept for their TTL, which grows less', async () => {
  const { shop, resolver, ask, wait } = await serve();
  expect(await ask('shop.example')).toEqual(found('before', 100));
  shop.setZone(after);
  wait(40);
  expect(await ask('shop.example')).toEqual(found('before', 60));
  wait(59);
  expect(await ask('shop.example')).toEqual(found('before', 1));
  wait(1);
  expect(await ask('shop.example')).toEqual(found('after', 100));
  expect(shop.log()).toEqual(['TXT shop.example', 'TXT shop.example']);
  expect(resolver.log()).toHaveLength(4);
});

test('an absence is kept for what the SOA allows', async () => {
  const { shop, ask, wait } = await serve();
  const absent = (negativeTtl: number) => ({ kind: 'nxdomain', cname: [], negativeTtl });
  expect(await ask('_dmarc.shop.example')).toEqual(absent(20));
  shop.setZone(after);
  wait(15);
  expect(await ask('_dmarc.shop.example')).toEqual(absent(5));
  wait(5);
  expect(await ask('_dmarc.shop.example')).toEqual(found('v=DMARC1', 100));
});

test('an alias is followed to the server that has what it points to', async () => {
  const { ask, wait } = await serve();
  const key = (ttl: number) => ({ ...found('v=DKIM1; p=', ttl), cname: ['mab._domainkey.mab.example'] });
  expect(await ask('mab._domainkey.shop.example')).toEqual(key(30));
  wait(10);
  expect(await ask('mab._domainkey.shop.example')).toEqual(key(20));
});

test('what no server has is SERVFAIL, and asked again', async () => {
  const { shop, ask } = await serve();
  expect(await ask('other.example')).toEqual({ kind: 'failed', reason: 'servfail' });
  const asked = shop.log().length;
  expect(await ask('other.example')).toEqual({ kind: 'failed', reason: 'servfail' });
  expect(shop.log().length).toBeGreaterThan(asked);
});

test('by the real clock', async () => {
  const shop = await startDnsServer(
    { 'shop.example': [{ TXT: 'before', ttl: 1 }] },
    { authority: { zones: ['shop.example'] } },
  );
  const resolver = await startCachingResolver({ authorities: [shop] });
  onTestFinished(async () => {
    await Promise.all([resolver.close(), shop.close()]);
  });
  const ask = () =>
    createDnsClient({ servers: [resolver] })
      .resolver()
      .resolve('shop.example', 'TXT');
  expect(await ask()).toEqual(found('before', 1));
  shop.setZone({ 'shop.example': [{ TXT: 'after', ttl: 1 }] });
  await expect.poll(ask, { timeout: 10_000 }).toMatchObject({ records: ['after'] });
  expect(shop.log()).toEqual(['TXT shop.example', 'TXT shop.example']);
});

test('closing it ends what it still asks', async () => {
  const silent = await startDnsServer(zone, { authority: { zones: ['shop.example'] }, held: ['TXT shop.example'] });
  onTestFinished(silent.close);
  const resolver = await startCachingResolver({ authorities: [silent] });
  const asked = createDnsClient({ servers: [resolver], timeouts: { attempts: [500], check: 500 } })
    .resolver()
    .resolve('shop.example', 'TXT');
  await expect.poll(silent.log).toEqual(['TXT shop.example']);
  await resolver.close();
  expect(await asked).toEqual({ kind: 'failed', reason: 'timeout' });
});
