import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '#api/app.ts';
import type { AddressSet } from '#core/networks.ts';
import type { Publication } from '#core/publication/publication.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createDnsClient } from '#dns/client.ts';
import { createNamedResolvers } from '#dns/named-resolvers.ts';
import { networks } from '#test/dns/sample.ts';
import { openDnsSockets } from '#test/dns-sockets.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { askedDirectly, own, path, recordFor, serve, shop, start, theirs, world } from './publication-shop.ts';

/** Which servers GET /api/publication asks, over real sockets. */

describe('addresses that nothing is sent to', () => {
  const hasIp6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
  const mark = Buffer.from('mark');

  /** All that comes to a port of any of the machine's addresses, up to a mark that is sent behind the rest. */
  const startProbe = async () => {
    const received: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const sockets = await openDnsSockets({ address: hasIp6 ? '::' : '0.0.0.0' }, ({ octets, transport }) => {
      received.push(`${transport} ${octets}`);
      if (octets.equals(mark)) resolve();
    });
    onTestFinished(sockets.close);
    const heard = async (): Promise<readonly string[]> => {
      const sender = createSocket('udp4');
      sender.send(mark, sockets.port, '127.0.0.1');
      await promise;
      sender.close();
      return received;
    };
    return { port: sockets.port, heard };
  };

  const special: readonly (readonly [name: string, record: ZoneRecord])[] = [
    ['a-private', { A: '10.0.0.1' }],
    ['b-loopback', { A: '127.0.0.1' }],
    ['c-link', { A: '169.254.1.1' }],
    ['d-loopback6', { AAAA: '::1' }],
    ['e-link6', { AAAA: 'fe80::1' }],
    ['f-mapped', { AAAA: '::ffff:7f00:1' }],
    ['g-alias', { CNAME: 'b-loopback.host.example' }],
  ];
  const zone: Zone = {
    ...world,
    ...shop({ nameServers: special.map(([name]) => name) }),
    'mx.host.example': [{ A: '127.0.0.1' }],
    'mab._domainkey.shop.example': [{ CNAME: 'b-loopback.host.example' }],
    ...Object.fromEntries(special.map(([name, record]) => [`${name}.host.example`, [record]])),
  };

  test.each<[why: string, allowed: AddressSet, isHeard: boolean]>([
    ['none is asked', networks(), false],
    ['but where it is allowed', networks('127.0.0.1'), true],
  ])('%s', async (_why, allowed, isHeard) => {
    const probe = await startProbe();
    const resolver = await start(zone);
    const api = createApp({
      dns: createDnsClient({ servers: [resolver] }),
      publication: {
        resolvers: createNamedResolvers([resolver]),
        authorities: createAuthorities({ timeouts: { attempts: [100] }, allowed, port: probe.port }),
      },
    });
    const response = await api.request(path);
    const { zones, findings, records } = (await response.json()) as Publication;
    const heard = await probe.heard();
    expect(heard.length > 1).toBe(isHeard);
    if (isHeard) return;
    expect(zones[0]?.servers.map(({ name, state }) => [name, state])).toEqual(
      special.map(([name]) => [`${name}.host.example`, 'not_public']),
    );
    expect(records.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(findings).toEqual([{ code: 'ZONE_UNREACHABLE', severity: 'unknown', args: { zone: 'shop.example' } }]);
  });
});

describe('the company with the mail, which does not run the zone', () => {
  const before = shop({ spf: theirs, dmarc: null, mx: 'mx1.pub.mailpod4-cph3.one.com' });

  test.each<[why: string, allowed: AddressSet, asked: readonly string[], names: readonly string[]]>([
    [
      'is asked for what the zone lacks, and has it',
      networks('127.0.0.0/8'),
      ['TXT _dmarc.shop.example', 'TXT shop.example'],
      ['shop.example', '_dmarc.shop.example'],
    ],
    ['is not asked at a special address', networks('127.0.0.2', '127.0.0.3'), [], []],
  ])('%s', async (_why, allowed, asked, names) => {
    const { ns1, ask } = await serve(before, before, allowed);
    const other = await start(shop(), { address: '127.0.0.6', port: ns1.port, authority: own });
    const { findings, records } = await ask();
    expect(records.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
    expect(other.log().toSorted()).toEqual(asked);
    expect(askedDirectly(other)).toHaveLength(asked.length);
    const servers = ['ns1.host.example', 'ns2.host.example'];
    const args = { zone: 'shop.example', names, host: null, servers, other: 'one.com' };
    expect(findings).toEqual(names.length === 0 ? [] : [{ code: 'ZONE_CHANGED_ELSEWHERE', severity: 'warning', args }]);
  });

  test('does not serve the zone any more', async () => {
    const { ns1, ask } = await serve(before);
    const other = await start(shop(), {
      address: '127.0.0.6',
      port: ns1.port,
      authority: { zones: ['other.example'] },
    });
    expect((await ask()).findings).toEqual([]);
    expect(new Set(askedDirectly(other)).size).toBe(2);
  });

  test('does not answer: all else is told', async () => {
    // Nothing listens at 127.0.0.6.
    const { ask } = await serve(before);
    const answer = await ask();
    expect(answer.findings).toEqual([]);
    expect(recordFor(answer, 'dkim')?.state).toBe('visible');
  });
});
