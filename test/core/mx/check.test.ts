import { expect, test } from 'vitest';
import type { Finding } from '#core/findings.ts';
import { checkMx, isNullMx } from '#core/mx/check.ts';
import type { MxReport } from '#core/report.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const example = { ascii: 'example.com', unicode: 'example.com' };
const none = { hosts: [], service: null };

const rows: readonly (readonly [why: string, zone: Zone, finding: Finding, report: MxReport])[] = [
  [
    'hosts by preference, then by name',
    {
      'example.com': [{ MX: [20, 'c.example.net'] }, { MX: [10, 'b.example.net'] }, { MX: [10, 'a.example.net'] }],
    },
    {
      code: 'MX_FOUND',
      args: { domain: 'example.com', hosts: ['a.example.net', 'b.example.net', 'c.example.net'], service: null },
    },
    {
      state: 'found',
      hosts: [
        { preference: 10, exchange: 'a.example.net' },
        { preference: 10, exchange: 'b.example.net' },
        { preference: 20, exchange: 'c.example.net' },
      ],
      service: null,
    },
  ],
  [
    'the service behind the hosts, where one of them is known',
    { 'example.com': [{ MX: [5, 'mx.example.com'] }, { MX: [10, 'example-com.mail.protection.outlook.com'] }] },
    {
      code: 'MX_FOUND',
      args: {
        domain: 'example.com',
        hosts: ['mx.example.com', 'example-com.mail.protection.outlook.com'],
        service: 'Microsoft 365',
      },
    },
    {
      state: 'found',
      hosts: [
        { preference: 5, exchange: 'mx.example.com' },
        { preference: 10, exchange: 'example-com.mail.protection.outlook.com' },
      ],
      service: 'Microsoft 365',
    },
  ],
  [
    'null MX (RFC 7505)',
    { 'example.com': [{ MX: [0, '.'] }] },
    { code: 'MX_NULL', args: { domain: 'example.com' } },
    { state: 'null', ...none },
  ],
  [
    'a null MX among others counts for nothing',
    { 'example.com': [{ MX: [0, '.'] }, { MX: [10, 'mx.example.com'] }] },
    { code: 'MX_FOUND', args: { domain: 'example.com', hosts: ['mx.example.com'], service: null } },
    { state: 'found', hosts: [{ preference: 10, exchange: 'mx.example.com' }], service: null },
  ],
  [
    'no MX',
    { 'example.com': [{ TXT: 'v=spf1 -all' }] },
    { code: 'MX_NONE', args: { domain: 'example.com' } },
    { state: 'none', ...none },
  ],
  ['no domain', {}, { code: 'MX_NONE', args: { domain: 'example.com' } }, { state: 'none', ...none }],
  ...(['timeout', 'servfail', 'refused', 'malformed'] as const).map(
    (reason) =>
      [
        `${reason} is no absence`,
        { 'example.com': [{ FAIL: reason }] },
        { code: 'MX_UNANSWERED', args: { name: 'example.com', type: 'MX', reason } },
        { state: 'unanswered', ...none },
      ] as const,
  ),
];

test.each(rows)('%s', async (_, zone, finding, report) => {
  const resolver = zoneResolver(zone);
  expect(await checkMx(example, resolver)).toEqual({ findings: [finding], report, records: [] });
  expect(resolver.log).toEqual(['MX example.com']);
});

test('no records are no null MX', () => {
  expect(isNullMx([])).toBe(false);
});
