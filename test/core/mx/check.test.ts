import { expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import { checkMx } from '#core/mx/check.ts';
import type { MxReport } from '#core/report.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

const domain = 'example.com';
const example = { ascii: domain, unicode: domain };
const none = { hosts: [], service: null };

const here: readonly ZoneRecord[] = [{ A: '192.0.2.1' }];
const foundAt = (...hosts: string[]): Finding => finding('MX_FOUND', { domain, hosts, service: null });

test.each<[why: string, zone: Zone, findings: readonly Finding[], report: MxReport, asked?: readonly string[]]>([
  [
    'hosts by preference, then by name',
    {
      'example.com': [{ MX: [20, 'c.example.net'] }, { MX: [10, 'b.example.net'] }, { MX: [10, 'a.example.net'] }],
      '*.example.net': here,
    },
    [foundAt('a.example.net', 'b.example.net', 'c.example.net')],
    {
      state: 'found',
      hosts: [
        { preference: 10, exchange: 'a.example.net' },
        { preference: 10, exchange: 'b.example.net' },
        { preference: 20, exchange: 'c.example.net' },
      ],
      service: null,
    },
    ['a.example.net', 'b.example.net', 'c.example.net'],
  ],
  [
    'the service behind the hosts, where one of them is known',
    {
      'example.com': [{ MX: [5, 'mx.example.com'] }, { MX: [10, 'example-com.mail.protection.outlook.com'] }],
      'mx.example.com': [{ AAAA: '2001:db8::1' }],
      'example-com.mail.protection.outlook.com': here,
    },
    [
      finding('MX_FOUND', {
        domain,
        hosts: ['mx.example.com', 'example-com.mail.protection.outlook.com'],
        service: 'Microsoft 365',
      }),
    ],
    {
      state: 'found',
      hosts: [
        { preference: 5, exchange: 'mx.example.com' },
        { preference: 10, exchange: 'example-com.mail.protection.outlook.com' },
      ],
      service: 'Microsoft 365',
    },
    ['mx.example.com', 'example-com.mail.protection.outlook.com'],
  ],
  [
    'null MX (RFC 7505)',
    { 'example.com': [{ MX: [0, '.'] }] },
    [finding('MX_NULL', { domain })],
    { state: 'null', ...none },
  ],
  [
    'a null MX among others',
    { 'example.com': [{ MX: [0, '.'] }, { MX: [10, 'mx.example.com'] }], 'mx.example.com': here },
    [foundAt('mx.example.com'), finding('MX_NULL_AMONG_OTHERS', { domain })],
    { state: 'found', hosts: [{ preference: 10, exchange: 'mx.example.com' }], service: null },
    ['mx.example.com'],
  ],
  ['no MX', { 'example.com': [{ TXT: 'v=spf1 -all' }] }, [finding('MX_NONE', { domain })], { state: 'none', ...none }],
  ['no domain', {}, [finding('MX_NONE', { domain })], { state: 'none', ...none }],
  ...(['timeout', 'servfail', 'refused', 'malformed'] as const).map(
    (reason): [string, Zone, readonly Finding[], MxReport] => [
      `${reason} is no absence`,
      { 'example.com': [{ FAIL: reason }] },
      [finding('MX_UNANSWERED', { name: domain, type: 'MX', reason })],
      { state: 'unanswered', ...none },
    ],
  ),
])('%s', async (_, zone, findings, report, asked = []) => {
  const resolver = zoneResolver(zone);
  expect(await checkMx(example, resolver)).toEqual({ findings, report, records: [] });
  expect(resolver.log).toEqual(['MX example.com', ...asked.flatMap((host) => [`A ${host}`, `AAAA ${host}`])]);
});

const withHost = (host: string, zone: Zone): Zone => ({ 'example.com': [{ MX: [10, host] }], ...zone });
const notFound = (host: string): Finding => finding('MX_HOST_NOT_FOUND', { domain, host });
const mx = 'mx.example.com';

test.each<[why: string, zone: Zone, host: string, more: readonly Finding[]]>([
  ['only IPv4', { [mx]: here }, mx, []],
  ['only IPv6', { [mx]: [{ AAAA: '2001:db8::1' }] }, mx, []],
  ['behind a CNAME', { [mx]: [{ CNAME: 'a.example.net' }], 'a.example.net': here }, mx, []],
  ['no such name', {}, mx, [notFound(mx)]],
  ['a name without addresses', { [mx]: [{ TXT: 'abc' }] }, mx, [notFound(mx)]],
  ['a CNAME to nothing', { [mx]: [{ CNAME: 'gone.example.net' }] }, mx, [notFound(mx)]],
  [
    'the domain doubled',
    { 'mx.example.net': here },
    'mx.example.net.example.com',
    [notFound('mx.example.net.example.com')],
  ],
  ['an IPv4 address', {}, '192.0.2.1', [finding('MX_IS_ADDRESS', { domain, host: '192.0.2.1' })]],
  ['an IPv6 address', {}, '2001:db8::1', [finding('MX_IS_ADDRESS', { domain, host: '2001:db8::1' })]],
  ...(['timeout', 'servfail', 'refused', 'malformed'] as const).flatMap(
    (reason): [string, Zone, string, readonly Finding[]][] => [
      [`${reason} for IPv4, no IPv6`, { [mx]: [{ FAIL: reason, type: 'A' }] }, mx, []],
      [`${reason} for IPv6, no IPv4`, { [mx]: [{ FAIL: reason, type: 'AAAA' }] }, mx, []],
      [`${reason} for both`, { [mx]: [{ FAIL: reason }] }, mx, []],
    ],
  ),
])('a host: %s', async (_, zone, host, more) => {
  expect((await checkMx(example, zoneResolver(withHost(host, zone)))).findings).toEqual([foundAt(host), ...more]);
});

test('an address is not asked for', async () => {
  const resolver = zoneResolver(withHost('192.0.2.1', {}));
  await checkMx(example, resolver);
  expect(resolver.log).toEqual(['MX example.com']);
});

test('a host at two preferences is asked for once, and told of once', async () => {
  const resolver = zoneResolver({ 'example.com': [{ MX: [10, mx] }, { MX: [20, mx] }] });
  expect((await checkMx(example, resolver)).findings).toEqual([foundAt(mx, mx), notFound(mx)]);
  expect(resolver.log).toEqual(['MX example.com', `A ${mx}`, `AAAA ${mx}`]);
});

test('of very many hosts, ten are asked for', async () => {
  const hosts = Array.from({ length: 12 }, (_, index) => `mx${index}.example.com`);
  const resolver = zoneResolver({ 'example.com': hosts.map((host, index): ZoneRecord => ({ MX: [index, host] })) });
  const { findings, report } = await checkMx(example, resolver);
  expect(findings).toEqual([foundAt(...hosts), ...hosts.slice(0, 10).map(notFound)]);
  expect(report.hosts).toHaveLength(12);
  expect(resolver.log).toHaveLength(1 + 20);
});
