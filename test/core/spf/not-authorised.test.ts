import { describe, expect, test } from 'vitest';
import { type Arguments, type Finding, finding } from '#core/findings.ts';
import type { Zone } from '#test/zone.ts';
import { check, placeOf } from './checking.ts';
import { withRecord } from './evaluating.ts';

/** Why the sender is not authorised, and what is to be published. Its addresses are 192.0.2.64/27 and 2001:db8:64::/64. */

const domain = 'example.com';
const include = '_spf.mab.no';
const result = (kind: Arguments['SPF_SENDER_NOT_LISTED']['result']) => ({ domain, include, result: kind });
const only4: Zone = { 'only4.example.com': [{ A: '192.0.2.70' }] };
const passing = 'v=spf1 include:_spf.mab.no -all';
const afterAll = 'v=spf1 ip4:192.0.2.1 -all include:_spf.mab.no';
const olderAfterAll = 'v=spf1 ~all include:_spf.bleken.no';
const qualified = (sign: string) => `v=spf1 ${sign}include:_spf.mab.no -all`;

describe('why not, and what is to be published', () => {
  test.each<
    [why: string, text: string, zone: Zone, findings: readonly Finding[], authorised: boolean, record: string | null]
  >([
    [
      'not listed, and the rest fails',
      'v=spf1 ip4:192.0.2.1 -all',
      {},
      [finding('SPF_SENDER_NOT_LISTED', result('fail'))],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.1 -all',
    ],
    [
      'not listed: the older name is there, and has none of its addresses any more',
      'v=spf1 include:_spf.bleken.no -all',
      { '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:198.51.100.0/24 -all' }] },
      [finding('SPF_SENDER_NOT_LISTED', result('fail'))],
      false,
      // Taking the older name away would lose who passes by it.
      null,
    ],
    [
      'not listed, softfail',
      'v=spf1 ip4:192.0.2.1 ~all',
      {},
      [finding('SPF_SENDER_NOT_LISTED', result('softfail'))],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.1 ~all',
    ],
    [
      'not listed, neutral',
      'v=spf1 ip4:192.0.2.1 ?all',
      {},
      [finding('SPF_SENDER_NOT_LISTED', result('neutral')), finding('SPF_ALL_NEUTRAL', { domain })],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.1 ?all',
    ],
    [
      'not listed, and nothing for the rest',
      'v=spf1',
      {},
      [finding('SPF_SENDER_NOT_LISTED', result('neutral')), finding('SPF_ALL_MISSING', { domain })],
      false,
      'v=spf1 include:_spf.mab.no ~all',
    ],
    [
      'behind all',
      afterAll,
      {},
      [
        finding('SPF_SENDER_AFTER_ALL', { domain, include, ...placeOf(afterAll, 'include:_spf.mab.no') }),
        finding('SPF_AFTER_ALL', { domain, terms: ['include:_spf.mab.no'] }),
      ],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.1 -all',
    ],
    [
      'the older name behind all',
      olderAfterAll,
      {},
      [
        finding('SPF_SENDER_AFTER_ALL', { domain, include, ...placeOf(olderAfterAll, 'include:_spf.bleken.no') }),
        finding('SPF_AFTER_ALL', { domain, terms: ['include:_spf.bleken.no'] }),
      ],
      false,
      'v=spf1 include:_spf.mab.no ~all',
    ],
    [
      'with -',
      qualified('-'),
      {},
      [finding('SPF_SENDER_QUALIFIER', { domain, result: 'fail', ...placeOf(qualified('-'), '-include:_spf.mab.no') })],
      false,
      passing,
    ],
    [
      'with ~',
      qualified('~'),
      {},
      [
        finding('SPF_SENDER_QUALIFIER', {
          domain,
          result: 'softfail',
          ...placeOf(qualified('~'), '~include:_spf.mab.no'),
        }),
      ],
      false,
      passing,
    ],
    [
      'with ?',
      qualified('?'),
      {},
      [
        finding('SPF_SENDER_QUALIFIER', {
          domain,
          result: 'neutral',
          ...placeOf(qualified('?'), '?include:_spf.mab.no'),
        }),
      ],
      false,
      passing,
    ],
    [
      'only IPv4',
      'v=spf1 ip4:192.0.2.64/27 -all',
      {},
      [finding('SPF_SENDER_ONLY_IP4', { domain, include })],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.64/27 -all',
    ],
    [
      'only IPv4, since three hosts have no AAAA',
      'v=spf1 a:only4.example.com a:only4.example.com/32 mx:mx.example.com include:_spf.mab.no -all',
      { ...only4, 'mx.example.com': [{ MX: [1, 'only4.example.com'] }] },
      [
        finding('SPF_SENDER_ONLY_IP4', { domain, include }),
        finding('SPF_VOID_LIMIT_FAMILY', { domain, family: 'ip6', voids: 3, limit: 2, names: ['only4.example.com'] }),
      ],
      false,
      // One gives room to the others, which cover it.
      'v=spf1 include:_spf.mab.no a:only4.example.com/32 mx:mx.example.com -all',
    ],
    [
      'a part of its addresses',
      'v=spf1 ip4:192.0.2.64/28 ip6:2001:db8:64::/65 -all',
      {},
      [
        finding('SPF_SENDER_PARTLY', {
          domain,
          include,
          authorised: ['192.0.2.64/28', '2001:db8:64::/65'],
          missing: ['192.0.2.80/28', '2001:db8:64:0:8000::/65'],
        }),
      ],
      false,
      'v=spf1 include:_spf.mab.no ip4:192.0.2.64/28 ip6:2001:db8:64::/65 -all',
    ],
    [
      'all but one that an earlier term fails',
      'v=spf1 -ip4:192.0.2.70 include:_spf.mab.no -all',
      {},
      [
        finding('SPF_SENDER_PARTLY', {
          domain,
          include,
          authorised: [
            '192.0.2.64/30',
            '192.0.2.68/31',
            '192.0.2.71',
            '192.0.2.72/29',
            '192.0.2.80/28',
            '2001:db8:64::/64',
          ],
          missing: ['192.0.2.70'],
        }),
      ],
      false,
      'v=spf1 include:_spf.mab.no -ip4:192.0.2.70 -all',
    ],
    [
      'only IPv6',
      'v=spf1 ip6:2001:db8:64::/64 -all',
      {},
      [finding('SPF_SENDER_PARTLY', { domain, include, authorised: ['2001:db8:64::/64'], missing: ['192.0.2.64/27'] })],
      false,
      'v=spf1 include:_spf.mab.no ip6:2001:db8:64::/64 -all',
    ],
    [
      'only through the older name',
      'v=spf1 include:_spf.bleken.no -all',
      {},
      [finding('SPF_SENDER_OLDER_NAME', { domain, older: '_spf.bleken.no', include })],
      true,
      passing,
    ],
    [
      'the older name, and the new one behind all',
      'v=spf1 include:_spf.bleken.no -all include:_spf.mab.no',
      {},
      [
        finding('SPF_SENDER_OLDER_NAME', { domain, older: '_spf.bleken.no', include }),
        finding('SPF_AFTER_ALL', { domain, terms: ['include:_spf.mab.no'] }),
      ],
      true,
      passing,
    ],
    [
      'permerror by syntax',
      'v=spf1 include:_spf.mab.no foo -all',
      {},
      [
        finding('SPF_SENDER_PERMERROR', { domain, include }),
        finding('SPF_UNKNOWN_MECHANISM', {
          domain,
          mechanism: 'foo',
          suggestion: null,
          term: 'foo',
          start: 27,
          end: 30,
        }),
      ],
      false,
      null,
    ],
    [
      'permerror by an include without a record',
      'v=spf1 include:gone.example.com include:_spf.mab.no -all',
      {},
      [
        finding('SPF_SENDER_PERMERROR', { domain, include }),
        finding('SPF_INCLUDE_NO_RECORD', {
          domain,
          name: 'gone.example.com',
          term: 'include:gone.example.com',
          start: 7,
          end: 31,
        }),
      ],
      false,
      passing,
    ],
  ])('%s', async (_why, text, zone, findings, authorised, record) => {
    const checked = await check(withRecord(text, zone));
    expect(checked.findings).toEqual(findings);
    expect(checked.report.authorised).toBe(authorised);
    expect(checked.report.correction.record).toBe(record);
    expect(checked.records).toEqual(
      record === null
        ? []
        : [{ purpose: 'spf', action: 'replace', name: domain, type: 'TXT', value: record, replaces: [`TXT ${text}`] }],
    );
  });

  test.each<[why: string, texts: Zone[string], findings: readonly Finding[], published: object]>([
    [
      'no record',
      [],
      [finding('SPF_NO_RECORD', { domain })],
      { action: 'add', value: 'v=spf1 include:_spf.mab.no ~all', replaces: [] },
    ],
    [
      'several records',
      [{ TXT: passing }, { TXT: 'v=spf1 -all' }],
      [finding('SPF_SEVERAL_RECORDS', { domain, records: [passing, 'v=spf1 -all'] })],
      { action: 'replace', value: passing, replaces: [`TXT ${passing}`, 'TXT v=spf1 -all'] },
    ],
    [
      'a text that was meant as a record',
      [{ TXT: '"v=spf1 -all"' }],
      [finding('SPF_NO_RECORD', { domain }), finding('SPF_NOT_RECOGNISED', { domain, text: '"v=spf1 -all"' })],
      { action: 'replace', value: passing, replaces: ['TXT "v=spf1 -all"'] },
    ],
  ])('%s', async (_why, texts, findings, published) => {
    const checked = await check({ 'example.com': texts });
    expect(checked).toMatchObject({
      findings,
      records: [{ purpose: 'spf', name: domain, type: 'TXT', ...published }],
      report: { authorised: false, correction: { kind: 'corrected' }, tree: null },
    });
  });
});
