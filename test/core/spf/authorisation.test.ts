import { describe, expect, test } from 'vitest';
import { finding } from '#core/findings.ts';
import type { Zone } from '#test/zone.ts';
import { check } from './checking.ts';
import { withRecord } from './evaluating.ts';

/** Is the sender authorised, and which way. Its addresses are 192.0.2.64/27 and 2001:db8:64::/64. */

const domain = 'example.com';
const include = '_spf.mab.no';
const networks = 'ip4:192.0.2.64/27 ip6:2001:db8:64::/64';

const hosts: Zone = {
  'h.example.com': [{ A: '192.0.2.70' }, { AAAA: '2001:db8:64::1' }],
};
const passing = 'v=spf1 include:_spf.mab.no -all';

describe('which way', () => {
  test.each<[why: string, text: string, zone: Zone, path: readonly string[], term: string]>([
    ['its include', passing, {}, [domain, include], 'ip4:192.0.2.64/27'],
    ['its include in capitals', 'v=spf1 INCLUDE:_SPF.MAB.NO -all', {}, [domain, '_SPF.MAB.NO'], 'ip4:192.0.2.64/27'],
    ['its include with a final dot', 'v=spf1 include:_spf.mab.no. -all', {}, [domain, include], 'ip4:192.0.2.64/27'],
    [
      'a nested include',
      'v=spf1 include:a.example.com -all',
      { 'a.example.com': [{ TXT: passing }] },
      [domain, 'a.example.com', include],
      'ip4:192.0.2.64/27',
    ],
    ['its networks', `v=spf1 ${networks} -all`, {}, [domain], 'ip4:192.0.2.64/27'],
    ['wider networks', 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all', {}, [domain], 'ip4:192.0.2.0/24'],
    [
      'its networks in two halves',
      'v=spf1 ip4:192.0.2.64/28 ip4:192.0.2.80/28 ip6:2001:db8:64::/64 -all',
      {},
      [domain],
      'ip4:192.0.2.64/28',
    ],
    ['a', 'v=spf1 a:h.example.com/27//64 -all', hosts, [domain], 'a:h.example.com/27//64'],
    ['mx', 'v=spf1 mx/27//64 -all', { ...hosts, 'example.com': [{ MX: [1, 'h.example.com'] }] }, [domain], 'mx/27//64'],
    ['a redirect to it', 'v=spf1 redirect=_spf.mab.no', {}, [domain, include], 'ip4:192.0.2.64/27'],
    [
      'a redirect',
      'v=spf1 redirect=a.example.com',
      { 'a.example.com': [{ TXT: passing }] },
      [domain, 'a.example.com', include],
      'ip4:192.0.2.64/27',
    ],
    ['exists of a name that is there', 'v=spf1 exists:h.example.com -all', hosts, [domain], 'exists:h.example.com'],
    [
      'older and new name',
      'v=spf1 include:_spf.bleken.no include:_spf.mab.no -all',
      {},
      [domain, '_spf.bleken.no'],
      'ip4:192.0.2.64/27',
    ],
  ])('%s', async (_why, text, zone, path, term) => {
    const { findings, report, records } = await check(withRecord(text, zone));
    expect(findings[0]).toEqual(finding('SPF_SENDER_AUTHORISED', { domain, path, term }));
    expect(findings.slice(1).filter(({ code }) => code.startsWith('SPF_SENDER'))).toEqual([]);
    expect(report.authorised).toBe(true);
    expect(records).toEqual([]);
    expect(report.correction.kind).toBe('unchanged');
  });

  test('+all, as everybody does: no way to rely on, so that the include is offered', async () => {
    const { findings, report } = await check(withRecord('v=spf1 +all', {}));
    expect(findings[0]).toEqual(finding('SPF_SENDER_AUTHORISED', { domain, path: [domain], term: '+all' }));
    expect(report.authorised).toBe(true);
    expect(report.correction).toMatchObject({ kind: 'corrected', record: 'v=spf1 include:_spf.mab.no +all' });
  });
});

test.each<[why: string, texts: Zone[string]]>([
  ['it has none', []],
  ['it has two', [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }, { TXT: 'v=spf1 -all' }]],
  ['it lets nobody pass', [{ TXT: 'v=spf1 -all' }]],
  ['it depends on the message', [{ TXT: 'v=spf1 exists:%{i}.example.net ip4:192.0.2.64/27 -all' }]],
  ['it includes what is not there', [{ TXT: 'v=spf1 ip4:192.0.2.64/27 include:gone.example.net -all' }]],
])('the sender’s own record cannot be used, so nothing is said of the domain’s: %s', async (_why, texts) => {
  const checked = await check({ ...withRecord('v=spf1 ip4:192.0.2.1 -all'), '_spf.mab.no': texts });
  expect(checked.findings).toEqual([finding('SPF_SENDER_UNREADABLE', { include })]);
  expect(checked).toMatchObject({ records: [], report: { authorised: null, evaluations: [] } });
});

test('evaluated for one address of each range that the record treats alike', async () => {
  const { report } = await check(withRecord('v=spf1 ip4:192.0.2.64/28 ~ip4:192.0.2.80/29 -all'));
  expect(report.evaluations).toEqual([
    { address: '192.0.2.64', result: 'pass' },
    { address: '192.0.2.80', result: 'softfail' },
    { address: '192.0.2.88', result: 'fail' },
    { address: '2001:db8:64::', result: 'fail' },
  ]);
});

describe('a term that looks at the message', () => {
  const dynamic = 'exists:%{i}.ok.example.com';
  /** It lets the first address pass and no other. */
  const first: Zone = { '192.0.2.64.ok.example.com': [{ A: '127.0.0.2' }] };

  test.each<[why: string, text: string, zone: Zone, term: string]>([
    ['its own record', `v=spf1 ${dynamic} ip6:2001:db8:64::/64 -all`, first, dynamic],
    [
      'an include',
      'v=spf1 include:a.example.com ip6:2001:db8:64::/64 -all',
      { ...first, 'a.example.com': [{ TXT: `v=spf1 ${dynamic} -all` }] },
      dynamic,
    ],
    [
      'an include whose name is not known before',
      'v=spf1 ip6:2001:db8:64::/64 include:%{i}.ok.example.com -all',
      { '192.0.2.64.ok.example.com': [{ TXT: 'v=spf1 +all' }] },
      'include:%{i}.ok.example.com',
    ],
    [
      'ptr',
      'v=spf1 ptr:mab.example ip6:2001:db8:64::/64 -all',
      { '64.2.0.192.in-addr.arpa': [{ PTR: 'a.mab.example' }], 'a.mab.example': [{ A: '192.0.2.64' }] },
      'ptr:mab.example',
    ],
    [
      'one that fails some addresses',
      'v=spf1 -exists:%{i}.no.example.com include:_spf.mab.no -all',
      { '192.0.2.70.no.example.com': [{ A: '127.0.0.2' }] },
      '-exists:%{i}.no.example.com',
    ],
  ])('%s: what was tried passes, the rest is not known', async (_why, text, zone, term) => {
    const { findings, report, records } = await check(withRecord(text, zone));
    expect(findings[0]).toEqual(finding('SPF_SENDER_SAMPLED', { domain, include, term, tried: 2 }));
    expect(findings.map(({ code }) => code)).not.toContain('SPF_SENDER_AUTHORISED');
    expect(report.authorised).toBeNull();
    // With its include in front, all is known.
    const removed = text.replace(' include:_spf.mab.no', '');
    expect(records.map(({ value }) => value)).toEqual([removed.replace('v=spf1', 'v=spf1 include:_spf.mab.no')]);
  });

  test.each<[why: string, text: string, zone: Zone]>([
    ['behind the term that lets it pass', `v=spf1 include:_spf.mab.no ${dynamic} -all`, {}],
    ['before it, since whom it matches passes too', `v=spf1 ${dynamic} include:_spf.mab.no -all`, {}],
    [
      'before it in an include, as that of Salesforce',
      'v=spf1 include:_spf.salesforce.com include:_spf.mab.no -all',
      { '_spf.salesforce.com': [{ TXT: 'v=spf1 exists:%{i}._spf.mta.salesforce.com -all' }] },
    ],
  ])('%s: it is authorised', async (_why, text, zone) => {
    const { findings, report, records } = await check(withRecord(text, zone));
    expect(findings[0]).toEqual(
      finding('SPF_SENDER_AUTHORISED', { domain, path: [domain, include], term: 'ip4:192.0.2.64/27' }),
    );
    expect(report.authorised).toBe(true);
    expect(records).toEqual([]);
  });
});

test.each<[why: string, listed: number]>([
  ['64 addresses of 256 listed one by one', 64],
  ['255 of them', 255],
])('a record that cuts the sender’s network into many ranges is looked at to the end: %s', async (_why, listed) => {
  const addresses = Array.from({ length: listed }, (_, i) => `ip4:198.51.100.${i}`).join(' ');
  const { findings, report } = await check({
    ...withRecord(`v=spf1 ${addresses} ip6:2001:db8:64::/64 -all`),
    '_spf.mab.no': [{ TXT: 'v=spf1 ip4:198.51.100.0/24 ip6:2001:db8:64::/64 -all' }],
  });
  expect(findings.map(({ code }) => code)).not.toContain('SPF_SENDER_AUTHORISED');
  expect(report.authorised).not.toBe(true);
});
