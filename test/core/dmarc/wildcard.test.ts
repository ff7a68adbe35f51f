import { describe, expect, test } from 'vitest';
import { checkDmarc } from '#core/dmarc/check.ts';
import { type Finding, finding } from '#core/findings.ts';
import type { Checked, DmarcReport } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

/** What a wildcard above gives is nothing of the domain's own at `_dmarc.DOMAIN`. */

const domain = 'example.com';
const name = '_dmarc.example.com';
const beside = 'no-such-name-4f7k2q.example.com';
const apex: Zone = { [domain]: [{ TXT: 'v=spf1 -all' }, { MX: [10, 'mx.example.com'] }] };

const check = (zone: Zone, of = domain): Promise<Checked<DmarcReport>> =>
  checkDmarc({ ascii: of, unicode: of }, askOnce(zoneResolver({ ...apex, ...zone })));

const none: DmarcReport = {
  name,
  state: 'none',
  found: null,
  record: null,
  policy: null,
  organizationalDomain: domain,
  reports: [],
};
const missing = finding('DMARC_NO_RECORD', { domain, name });
const first = [
  {
    purpose: 'dmarc',
    action: 'add',
    name,
    type: 'TXT',
    value: 'v=DMARC1; p=none; rua=mailto:post@example.com',
    replaces: [],
  } as const,
];

test.each<[why: string, zone: Zone]>([
  ['SPF', { '*.example.com': [{ TXT: 'v=spf1 -all' }] }],
  ['SPF and other text', { '*.example.com': [{ TXT: 'v=spf1 -all' }, { TXT: 'abc' }] }],
  ['a text meant as DMARC', { '*.example.com': [{ TXT: 'v=dmarc1; p=none' }] }],
  ['other text', { '*.example.com': [{ TXT: 'abc' }] }],
  ['a CNAME to the domain, with its SPF', { '*.example.com': [{ CNAME: domain }] }],
  ['a CNAME to nothing', { '*.example.com': [{ CNAME: 'gone.example.net' }] }],
])('a wildcard of %s: nothing lies there', async (_, zone) => {
  expect(await check(zone)).toEqual({ findings: [missing], report: none, records: first });
});

test('a wildcard beside an SPF record of the name’s own', async () => {
  expect(await check({ '*.example.com': [{ TXT: 'abc' }], [name]: [{ TXT: 'v=spf1 -all' }] })).toMatchObject({
    findings: [missing, finding('DMARC_SPF_RECORD', { name, text: 'v=spf1 -all' })],
    records: [{ action: 'replace', replaces: ['TXT v=spf1 -all'] }],
  });
});

test('a wildcard’s record is one that receivers follow', async () => {
  expect(await check({ '*.example.com': [{ TXT: 'v=DMARC1; p=reject' }] })).toMatchObject({
    findings: [finding('DMARC_POLICY', { domain, name, policy: 'reject' })],
    records: [],
  });
});

test('a wildcard does not hide a record at another name', async () => {
  const found = '_dmarc.www.example.com';
  const zone: Zone = { '*.example.com': [{ TXT: 'v=spf1 -all' }], [found]: [{ TXT: 'v=DMARC1; p=none' }] };
  expect(await check(zone)).toMatchObject({
    findings: [finding('DMARC_MISPLACED', { found, name, text: 'v=DMARC1; p=none' })],
    records: [{ action: 'add', value: 'v=DMARC1; p=none', replaces: [`${found} TXT v=DMARC1; p=none`] }],
  });
});

describe.each(['timeout', 'servfail', 'refused', 'malformed'] as const)('%s beside the name', (reason) => {
  const dead: Zone = { [beside]: [{ FAIL: reason }] };
  const open: Finding = finding('DMARC_UNANSWERED', { name: beside, type: 'TXT', reason });

  test.each<[why: string, record: ZoneRecord]>([
    ['SPF', { TXT: 'v=spf1 -all' }],
    ['a text meant as DMARC', { TXT: 'v=dmarc1; p=none' }],
    ['a CNAME to nothing', { CNAME: 'gone.example.net' }],
  ])('whose it is, is not known: %s', async (_, record) => {
    expect(await check({ ...dead, [name]: [record] })).toEqual({
      findings: [open],
      report: { ...none, state: 'unanswered', organizationalDomain: null },
      records: [],
    });
  });

  test('text that is passed over, whose ever it is', async () => {
    expect(await check({ ...dead, [name]: [{ TXT: 'abc' }] })).toEqual({
      findings: [missing],
      report: none,
      records: first,
    });
  });

  test('an inherited policy is known all the same', async () => {
    const below = 'a.example.com';
    const nameBelow = '_dmarc.a.example.com';
    const text = 'v=DMARC1; p=reject';
    const beside = 'no-such-name-4f7k2q.a.example.com';
    const zone: Zone = {
      [below]: [],
      [name]: [{ TXT: text }],
      [nameBelow]: [{ TXT: 'v=dmarc1; p=none' }],
      [beside]: [{ FAIL: reason }],
    };
    expect(await check(zone, below)).toEqual({
      findings: [
        finding('DMARC_INHERITED', { domain: below, name, policy: 'reject' }),
        finding('DMARC_UNANSWERED', { name: beside, type: 'TXT', reason }),
      ],
      report: { ...none, name: nameBelow, state: 'found', found: name, record: text, policy: 'reject' },
      records: [],
    });
  });
});
