import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import type { DkimReport } from '#core/report.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { absentOwn, check, lent, name, names, own, ownKeys, ownText, target } from './checking.ts';
import { ed25519, rsaKey, spki } from './keys.ts';

describe("keys of the domain's own mail service", () => {
  const right = finding('DKIM_SENDER_RIGHT', names);
  const microsoft: readonly ZoneRecord[] = [{ MX: [0, 'example-com.mail.protection.outlook.com'] }];
  const [one, two] = ['selector1._domainkey.example.com', 'selector2._domainkey.example.com'];
  const [rsa512, rsa1024] = [spki(rsaKey(512)), spki(rsaKey(1024))];
  const google = 'google._domainkey.example.com';
  const googleMx: readonly ZoneRecord[] = [{ MX: [1, 'smtp.google.com'] }];
  type Own = DkimReport['own'][number];
  const atGoogle = (state: Own['state'], bits: number | null): readonly Own[] => [
    { selector: 'google', service: 'Google Workspace', state, bits },
  ];

  test.each<[reason: string, zone: Zone, findings: readonly Finding[], own: readonly Own[]]>([
    ['a key', own, [ownKeys], atGoogle('key', 2048)],
    [
      'the next selector has no key yet: the service keeps it for later',
      {
        'example.com': microsoft,
        [one]: [{ CNAME: 'a.example.net' }],
        [two]: [{ CNAME: 'b.example.net' }],
        'a.example.net': [{ TXT: ownText }],
      },
      [finding('DKIM_OWN_KEYS', { domain: 'example.com', service: 'Microsoft 365', selectors: ['selector1'] })],
      [
        { selector: 'selector1', service: 'Microsoft 365', state: 'key', bits: 2048 },
        { selector: 'selector2', service: 'Microsoft 365', state: 'without_key', bits: null },
      ],
    ],
    [
      'the CNAMEs are there and signing is not switched on',
      { 'example.com': microsoft, [one]: [{ CNAME: 'a.example.net' }], [two]: [{ CNAME: 'b.example.net' }] },
      [
        finding('DKIM_OWN_CNAME_WITHOUT_KEY', { name: one, found: 'a.example.net' }),
        finding('DKIM_OWN_CNAME_WITHOUT_KEY', { name: two, found: 'b.example.net' }),
      ],
      [
        { selector: 'selector1', service: 'Microsoft 365', state: 'without_key', bits: null },
        { selector: 'selector2', service: 'Microsoft 365', state: 'without_key', bits: null },
      ],
    ],
    ['none', { 'example.com': googleMx }, [], atGoogle('absent', null)],
    [
      'the MX is of a service without known selectors: all are asked, and the service of a key is not known',
      { 'example.com': [{ MX: [0, 'mx.domeneshop.no'] }], [one]: [{ TXT: ownText }] },
      [finding('DKIM_OWN_KEYS', { domain: 'example.com', service: null, selectors: ['selector1'] })],
      absentOwn.map((key) => (key.selector === 'selector1' ? { ...key, state: 'key', bits: 2048 } : key)),
    ],
    ['a null MX: all are asked', { 'example.com': [{ MX: [0, '.'] }] }, [], absentOwn],
    [
      'Ed25519',
      { 'example.com': googleMx, [google]: [{ TXT: `v=DKIM1; k=ed25519; p=${ed25519()}` }] },
      [ownKeys],
      atGoogle('key', null),
    ],
    [
      '1024 bits: short',
      { 'example.com': googleMx, [google]: [{ TXT: `p=${rsa1024}` }] },
      [ownKeys, finding('DKIM_KEY_SHORT', { name: google, bits: 1024, advised: 2048 })],
      atGoogle('key', 1024),
    ],
    [
      '512 bits: too short for any receiver',
      { 'example.com': googleMx, [google]: [{ TXT: `p=${rsa512}` }] },
      [finding('DKIM_KEY_TOO_SHORT', { name: google, bits: 512, least: 1024 })],
      atGoogle('invalid', 512),
    ],
    [
      'testing',
      { 'example.com': googleMx, [google]: [{ TXT: `${ownText}; t=y` }] },
      [ownKeys, finding('DKIM_KEY_TESTING', { name: google })],
      atGoogle('key', 2048),
    ],
    [
      'revoked',
      { 'example.com': googleMx, [google]: [{ TXT: 'p=' }] },
      [finding('DKIM_KEY_REVOKED', { name: google })],
      atGoogle('revoked', null),
    ],
    [
      'every problem once',
      { 'example.com': googleMx, [google]: [{ TXT: 'k=x; h=sha1; s=y; a; b; p=1; v=DKIM2' }] },
      (['algorithm', 'hash', 'service', 'tags', 'version'] as const).map((problem) =>
        finding('DKIM_KEY_INVALID', { name: google, problem }),
      ),
      atGoogle('invalid', null),
    ],
    [
      'text that is no key',
      { 'example.com': googleMx, [google]: [{ TXT: 'google-site-verification=1' }] },
      [finding('DKIM_KEY_INVALID', { name: google, problem: 'tags' })],
      atGoogle('invalid', null),
    ],
    [
      'a key beside text that is none',
      { 'example.com': googleMx, [google]: [{ TXT: 'a' }, { TXT: ownText }] },
      [ownKeys],
      atGoogle('key', 2048),
    ],
    [
      'a wildcard gives no keys',
      { 'example.com': googleMx, '*._domainkey.example.com': [{ TXT: ownText }] },
      [],
      atGoogle('absent', null),
    ],
    [
      'a wildcard CNAME gives none either',
      { 'example.com': googleMx, '*._domainkey.example.com': [{ CNAME: 'example.com' }] },
      [],
      atGoogle('absent', null),
    ],
  ])('%s', async (_reason, zone, findings, expected) => {
    const checked = await check({ ...lent, [name]: [{ CNAME: target }], ...zone });
    expect(checked.findings).toEqual([right, ...findings]);
    expect(checked.report.own).toEqual(expected);
    expect(checked.records).toEqual([]);
  });

  test('none, and no key of the sender either: where was looked is told', async () => {
    const { findings } = await check({ ...lent, 'example.com': googleMx });
    expect(findings).toEqual([
      finding('DKIM_SENDER_MISSING', { name, target }),
      finding('DKIM_OWN_KEYS_NOT_FOUND', { domain: 'example.com', selectors: ['google'] }),
    ]);
  });
});
