import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import type { FailureReason, RecordType } from '#core/resolver.ts';
import type { Zone } from '#test/zone.ts';
import { check } from './checking.ts';
import { type Asked, evaluated } from './evaluating.ts';

/** Wherever in the tree DNS does not answer: "could not be checked", never "missing", and no record to publish. */

const reasons: readonly FailureReason[] = ['timeout', 'servfail', 'refused', 'malformed'];

interface Place {
  readonly name: string;
  readonly type: RecordType;
  /** The name whose record asks. */
  readonly domain: string;
  readonly zone: Zone;
  /** A client of this family meets the failure. */
  readonly asked: Asked;
}

const ip6 = { ip: '2001:db8::1' };
const record = (text: string, more: Zone = {}): Zone => ({ 'example.com': [{ TXT: text }], ...more });

const places: readonly (readonly [where: string, place: Place])[] = [
  [
    'an include',
    {
      name: 'a.example.com',
      type: 'TXT',
      domain: 'a.example.com',
      zone: record('v=spf1 include:a.example.com -all'),
      asked: {},
    },
  ],
  [
    'a nested include',
    {
      name: 'b.example.com',
      type: 'TXT',
      domain: 'b.example.com',
      zone: record('v=spf1 include:a.example.com -all', {
        'a.example.com': [{ TXT: 'v=spf1 include:b.example.com ?all' }],
      }),
      asked: {},
    },
  ],
  [
    'a redirect',
    {
      name: 'a.example.com',
      type: 'TXT',
      domain: 'a.example.com',
      zone: record('v=spf1 redirect=a.example.com'),
      asked: {},
    },
  ],
  [
    'a nested redirect',
    {
      name: 'b.example.com',
      type: 'TXT',
      domain: 'b.example.com',
      zone: record('v=spf1 include:a.example.com -all', {
        'a.example.com': [{ TXT: 'v=spf1 redirect=b.example.com' }],
      }),
      asked: {},
    },
  ],
  [
    'the A of a host',
    {
      name: 'h.example.com',
      type: 'A',
      domain: 'example.com',
      zone: record('v=spf1 a:h.example.com -all', { 'h.example.com': [{ AAAA: '2001:db8::9' }] }),
      asked: {},
    },
  ],
  [
    'the AAAA of a host',
    {
      name: 'h.example.com',
      type: 'AAAA',
      domain: 'example.com',
      zone: record('v=spf1 a:h.example.com -all', { 'h.example.com': [{ A: '192.0.2.9' }] }),
      asked: ip6,
    },
  ],
  ['MX', { name: 'example.com', type: 'MX', domain: 'example.com', zone: record('v=spf1 mx -all'), asked: {} }],
  [
    'the A of an MX host',
    {
      name: 'h.example.com',
      type: 'A',
      domain: 'example.com',
      zone: {
        'example.com': [{ TXT: 'v=spf1 mx -all' }, { MX: [1, 'h.example.com'] }],
        'h.example.com': [{ AAAA: '2001:db8::9' }],
      },
      asked: {},
    },
  ],
  [
    'the AAAA of an MX host',
    {
      name: 'h.example.com',
      type: 'AAAA',
      domain: 'example.com',
      zone: {
        'example.com': [{ TXT: 'v=spf1 mx -all' }, { MX: [1, 'h.example.com'] }],
        'h.example.com': [{ A: '192.0.2.9' }],
      },
      asked: ip6,
    },
  ],
  [
    'exists',
    {
      name: 'h.example.com',
      type: 'A',
      domain: 'example.com',
      zone: record('v=spf1 exists:h.example.com -all'),
      asked: {},
    },
  ],
  [
    'the A of a host in an include',
    {
      name: 'h.example.com',
      type: 'A',
      domain: 'a.example.com',
      zone: record('v=spf1 include:a.example.com -all', {
        'a.example.com': [{ TXT: 'v=spf1 a:h.example.com ?all' }],
        'h.example.com': [{ AAAA: '2001:db8::9' }],
      }),
      asked: {},
    },
  ],
];

/** The zone, where questions for a name and a type fail. */
const failing = (zone: Zone, name: string, type: RecordType, reason: FailureReason): Zone => ({
  ...zone,
  [name]: [{ FAIL: reason, type }, ...(zone[name] ?? [])],
});

const findingsOf = (findings: readonly Finding[], kind: RegExp) => findings.filter(({ code }) => kind.test(code));
/** What may not be said of what was not seen. */
const absent = /NO_RECORD|SEVERAL|NOT_LISTED|PERMERROR|PARTLY|ONLY_IP4|NO_ROOM|VOID|AFTER_ALL|QUALIFIER/;

describe.each(reasons)('%s', (reason) => {
  test.each(places)('at %s: temperror', async (_where, { name, type, zone, asked }) => {
    expect(await evaluated(failing(zone, name, type, reason), asked)).toMatchObject({
      result: 'temperror',
      problem: 'unanswered',
      matched: null,
      explanation: null,
    });
  });

  test.each(places)('at %s: could not be checked, and no correction', async (_where, { name, type, domain, zone }) => {
    const { findings, report, records } = await check(failing(zone, name, type, reason));
    expect(findingsOf(findings, /UNANSWERED/)).toEqual([finding('SPF_UNANSWERED', { domain, name, type, reason })]);
    expect(findingsOf(findings, absent)).toEqual([]);
    expect(records).toEqual([]);
    expect(report.correction).toMatchObject({ kind: 'unanswered', record: null, changes: [] });
    expect(report.authorised).toBeNull();
  });

  test('at the domain itself', async () => {
    const { findings, report, records } = await check({ 'example.com': [{ FAIL: reason }] });
    expect(findings).toEqual([
      finding('SPF_SENDER_UNKNOWN', { domain: 'example.com', include: '_spf.mab.no' }),
      finding('SPF_UNANSWERED', { domain: 'example.com', name: 'example.com', type: 'TXT', reason }),
    ]);
    expect(report).toMatchObject({
      state: 'unanswered',
      authorised: null,
      correction: { kind: 'unanswered' },
      tree: null,
      records: [],
    });
    expect(records).toEqual([]);
  });

  test('at the record of the sender, which the domain includes', async () => {
    const { findings, report, records } = await check({
      ...record('v=spf1 include:_spf.mab.no -all'),
      '_spf.mab.no': [{ FAIL: reason }],
    });
    expect(findings).toEqual([finding('SPF_SENDER_UNREADABLE', { include: '_spf.mab.no' })]);
    expect(report.authorised).toBeNull();
    expect(records).toEqual([]);
  });

  test('at the record of the sender, which the domain does not include', async () => {
    const { findings, report, records } = await check({
      ...record('v=spf1 ip4:192.0.2.1 -all'),
      '_spf.mab.no': [{ FAIL: reason }],
    });
    expect(findings).toEqual([finding('SPF_SENDER_UNREADABLE', { include: '_spf.mab.no' })]);
    expect(report.authorised).toBeNull();
    expect(records).toEqual([]);
  });

  test('below the record of the sender', async () => {
    const { findings, report, records } = await check({
      ...record('v=spf1 ip4:192.0.2.1 -all'),
      '_spf.mab.no': [{ TXT: 'v=spf1 include:a.mab.example ip4:192.0.2.64/27 -all' }],
      'a.mab.example': [{ FAIL: reason }],
    });
    expect(findings).toEqual([finding('SPF_SENDER_UNREADABLE', { include: '_spf.mab.no' })]);
    expect(report.authorised).toBeNull();
    expect(records).toEqual([]);
  });

  test('behind the term that lets the sender pass: it is authorised, and what is not known is said', async () => {
    const { findings, report, records } = await check({
      ...record('v=spf1 include:_spf.mab.no include:a.example.com -all'),
      'a.example.com': [{ FAIL: reason }],
    });
    expect(findings).toEqual([
      finding('SPF_SENDER_AUTHORISED', {
        domain: 'example.com',
        path: ['example.com', '_spf.mab.no'],
        term: 'ip4:192.0.2.64/27',
      }),
      finding('SPF_UNANSWERED', { domain: 'a.example.com', name: 'a.example.com', type: 'TXT', reason }),
    ]);
    expect(report.authorised).toBe(true);
    expect(records).toEqual([]);
  });

  test('the older name passes, and another include does not answer: no correction', async () => {
    const { findings, report, records } = await check({
      ...record('v=spf1 include:_spf.bleken.no include:a.example.com -all'),
      '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
      'a.example.com': [{ FAIL: reason }],
    });
    expect(findings.map(({ code }) => code)).toEqual(['SPF_SENDER_OLDER_NAME', 'SPF_UNANSWERED']);
    expect(report).toMatchObject({ authorised: true, correction: { kind: 'unanswered', record: null } });
    expect(records).toEqual([]);
  });
});
