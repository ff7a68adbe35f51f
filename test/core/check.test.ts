import { describe, expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { parseDomain } from '#core/domain.ts';
import { severities } from '#core/findings.ts';
import { parseReport, type Report } from '#core/report.ts';
import type { FailureReason } from '#core/resolver.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { rsaKey, spki } from './dkim/keys.ts';

const key = `v=DKIM1; k=rsa; p=${spki(rsaKey(2048))}`;

const mab: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  'mab._domainkey.mab.no': [{ TXT: key }],
};
const outlook: Zone = {
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/24 -all' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/24 -all' }],
  'example-com.mail.protection.outlook.com': [{ A: '203.0.113.9' }],
};
const right: Zone = {
  'example.com': [
    { TXT: 'v=spf1 include:spf.protection.outlook.com include:_spf.mab.no -all' },
    { MX: [0, 'example-com.mail.protection.outlook.com'] },
  ],
  '_dmarc.example.com': [{ TXT: 'v=DMARC1; p=quarantine; ruf=mailto:post@example.com' }],
  'mab._domainkey.example.com': [{ CNAME: 'mab._domainkey.mab.no' }],
  'selector1._domainkey.example.com': [{ TXT: key }],
};

const check = async (zone: Zone, text = 'example.com') => {
  const parsed = parseDomain(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  const resolver = zoneResolver({ ...mab, ...outlook, ...zone });
  const report = await checkDomain(parsed.domain, resolver, new Date('2026-05-04T03:02:01Z'));
  return { report, log: resolver.log };
};

const codesOf = ({ findings }: Report) => findings.map(({ code }) => code);

test('a domain in order', async () => {
  const { report } = await check(right);
  expect(report).toMatchObject({
    domain: { ascii: 'example.com', unicode: 'example.com' },
    checkedAt: '2026-05-04T03:02:01.000Z',
    verdict: 'ok',
    records: [],
    spf: { state: 'found', authorised: true },
    dkim: { state: 'right' },
    dmarc: { state: 'found', policy: 'quarantine' },
    mx: { state: 'found', service: 'Microsoft 365' },
  });
  expect(codesOf(report)).toEqual([
    'SPF_SENDER_AUTHORISED',
    'DKIM_SENDER_RIGHT',
    'DKIM_OWN_KEYS',
    'DMARC_POLICY',
    'MX_FOUND',
  ]);
});

test('a domain as one finds it: every fault, and every record to publish', async () => {
  const { report } = await check({
    'example.com': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }, { MX: [10, 'mx1.pub.mailpod3.one.com'] }],
    'mx1.pub.mailpod3.one.com': [{ A: '198.51.100.9' }],
  });
  expect(report.verdict).toBe('error');
  expect(codesOf(report)).toEqual([
    'SPF_SENDER_NOT_LISTED',
    'DKIM_SENDER_MISSING',
    'DKIM_OWN_KEYS_NOT_FOUND',
    'DMARC_NO_RECORD',
    'MX_FOUND',
  ]);
  expect(report.records.map(({ purpose, action, name, type, value }) => [purpose, action, name, type, value])).toEqual([
    ['spf', 'replace', 'example.com', 'TXT', 'v=spf1 include:_spf.mab.no include:_custspf.one.com ~all'],
    ['dkim', 'add', 'mab._domainkey.example.com', 'CNAME', 'mab._domainkey.mab.no'],
    ['dmarc', 'add', '_dmarc.example.com', 'TXT', expect.stringMatching(/^v=DMARC1; p=/)],
  ]);
});

test('an internationalized domain is asked for by its A-labels', async () => {
  const { report, log } = await check(
    { 'xn--blbr-roah.no': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }] },
    'Post@Blåbær.no',
  );
  expect(report.domain).toEqual({ ascii: 'xn--blbr-roah.no', unicode: 'blåbær.no' });
  expect(report.spf.authorised).toBe(true);
  expect(log).toContain('TXT _dmarc.xn--blbr-roah.no');
});

describe('a name that does not exist', () => {
  test('is told to be so, once, and nothing is to be published', async () => {
    const { report } = await check({});
    expect(report).toMatchObject({ verdict: 'error', records: [] });
    expect(report.findings).toEqual([{ code: 'DOMAIN_NOT_FOUND', args: { domain: 'example.com' }, severity: 'error' }]);
  });

  test.each<[why: string, zone: Zone]>([
    ['a name without records', { 'example.com': [] }],
    ['a name below it is there', { 'www.example.com': [{ A: '192.0.2.1' }] }],
    ['another text', { 'example.com': [{ TXT: 'text' }] }],
  ])('exists: %s', async (_why, zone) => {
    const codes = codesOf((await check(zone)).report);
    expect(codes).not.toContain('DOMAIN_NOT_FOUND');
    expect(codes).toContain('SPF_NO_RECORD');
  });

  test.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])(
    'is not concluded from %s',
    async (reason) => {
      const { report } = await check({ 'example.com': [{ FAIL: reason }] });
      expect(codesOf(report)).not.toContain('DOMAIN_NOT_FOUND');
      expect(codesOf(report)).not.toContain('SPF_NO_RECORD');
      expect(report.spf.state).toBe('unanswered');
    },
  );
});

describe.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])('nothing answers: %s', (reason) => {
  test('all is unknown, nothing is missing, nothing is to be published', async () => {
    const parsed = parseDomain('example.com');
    if (!parsed.ok) throw new Error(parsed.problem);
    const silent = { resolve: async () => ({ kind: 'failed', reason }) as const };
    const report = await checkDomain(parsed.domain, silent, new Date(0));
    expect(report).toMatchObject({
      verdict: 'unknown',
      records: [],
      spf: { state: 'unanswered', authorised: null, correction: { kind: 'unanswered', record: null } },
      dkim: { state: 'unanswered' },
      dmarc: { state: 'unanswered' },
      mx: { state: 'unanswered' },
    });
    expect(report.findings.filter(({ severity }) => severity !== 'unknown')).toEqual([]);
  });
});

test('no question is asked twice, and the report tells how many there were', async () => {
  for (const zone of [right, {}, { 'example.com': [{ TXT: 'v=spf1 a mx include:_spf.bleken.no ~all' }] } as const]) {
    const { report, log } = await check(zone);
    expect(log.toSorted()).toEqual(
      [...new Set(log.map((question) => question.toLowerCase()))]
        .map((question) => question.replace(/^\w+/, (type) => type.toUpperCase()))
        .toSorted(),
    );
    expect(report.questions).toBe(log.length);
  }
});

test.each<[why: string, zone: Zone]>([
  ['a domain in order', right],
  ['no such domain', {}],
  [
    'a domain with faults',
    {
      'example.com': [{ TXT: 'v=spf1 ip4:1.2.3 include:gone.example.com mx' }],
      '_dmarc.example.com': [{ FAIL: 'timeout' }],
    },
  ],
  ['a record to publish', { 'example.com': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }] }],
])('a report survives JSON and its schema: %s', async (_why, zone) => {
  const { report } = await check(zone);
  expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report.findings.every(({ code, severity }) => severities[code] === severity)).toBe(true);
});

test.each<[why: string, change: object]>([
  ['an unknown verdict', { verdict: 'bad' }],
  ['an unknown code', { findings: [{ code: 'SPF_BAD', severity: 'error', args: {} }] }],
  ['a part that is missing', { spf: undefined }],
  ['a count below nought', { questions: -1 }],
])('the schema refuses %s', async (_why, change) => {
  const { report } = await check(right);
  expect(() => parseReport({ ...report, ...change })).toThrow();
});
