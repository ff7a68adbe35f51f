import { expect, test } from 'vitest';
import { finding } from '#core/findings.ts';
import type { Zone } from '#test/zone.ts';
import { check, isOf } from './checking.ts';

/** The SPF part of the report, beside its findings. */

const zone: Zone = {
  'h.example.net': [{ A: '203.0.113.9' }, { AAAA: '2001:db8:1::9' }],
  'example.com': [
    { TXT: 'v=spf1 include:SPF.protection.outlook.com include:_spf.mab.no a:gone.example.com redirect=a.example.com' },
  ],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/24 a:h.example.net -all' }],
  'a.example.com': [{ TXT: 'v=spf1 ip6:2001:db8:1::/64 include:b.example.com -all' }],
};

test('the whole of it', async () => {
  const { report } = await check(zone);
  const noVoids = { ip4: 0, ip6: 0 };
  expect(report).toEqual({
    state: 'found',
    records: [
      'v=spf1 include:SPF.protection.outlook.com include:_spf.mab.no a:gone.example.com redirect=a.example.com',
    ],
    authorised: true,
    evaluations: [
      { address: '192.0.2.64', result: 'pass' },
      { address: '2001:db8:64::', result: 'pass' },
    ],
    lookups: 6,
    voids: { ip4: 1, ip6: 1 },
    octets: 103,
    addresses: { ip4: 256 + 32, ip6: (2n ** 65n).toString() },
    tree: {
      name: 'example.com',
      via: 'domain',
      term: null,
      state: 'record',
      record: 'v=spf1 include:SPF.protection.outlook.com include:_spf.mab.no a:gone.example.com redirect=a.example.com',
      service: null,
      lookups: 6,
      voids: { ip4: 1, ip6: 1 },
      children: [
        {
          name: 'SPF.protection.outlook.com',
          via: 'include',
          term: 'include:SPF.protection.outlook.com',
          state: 'record',
          record: 'v=spf1 ip4:203.0.113.0/24 a:h.example.net -all',
          service: 'Microsoft 365',
          lookups: 1,
          voids: noVoids,
          children: [],
        },
        {
          name: '_spf.mab.no',
          via: 'include',
          term: 'include:_spf.mab.no',
          state: 'record',
          record: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all',
          service: null,
          lookups: 0,
          voids: noVoids,
          children: [],
        },
        {
          name: 'a.example.com',
          via: 'redirect',
          term: 'redirect=a.example.com',
          state: 'record',
          record: 'v=spf1 ip6:2001:db8:1::/64 include:b.example.com -all',
          service: null,
          lookups: 1,
          voids: noVoids,
          children: [
            {
              name: 'b.example.com',
              via: 'include',
              term: 'include:b.example.com',
              state: 'none',
              record: null,
              service: null,
              lookups: 0,
              voids: noVoids,
              children: [],
            },
          ],
        },
      ],
    },
    correction: {
      kind: 'broken_below',
      record: null,
      strings: [],
      before: { lookups: 6, voids: { ip4: 1, ip6: 1 }, octets: 103 },
      after: null,
      changes: [],
      questions: [],
      names: ['a.example.com'],
      proof: null,
    },
  });
});

test.each<[why: string, texts: Zone[string], part: object]>([
  [
    'no record',
    [{ TXT: 'text' }],
    {
      state: 'none',
      records: [],
      authorised: false,
      octets: 0,
      lookups: 0,
      tree: null,
      correction: { kind: 'corrected', record: 'v=spf1 include:_spf.mab.no ~all', before: null },
    },
  ],
  [
    'several records',
    [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 a -all' }],
    {
      state: 'several',
      records: ['v=spf1 -all', 'v=spf1 a -all'],
      authorised: false,
      lookups: 0,
      tree: null,
      correction: { kind: 'corrected', record: 'v=spf1 include:_spf.mab.no a -all', before: null },
    },
  ],
  [
    'no answer',
    [{ FAIL: 'timeout' }],
    {
      state: 'unanswered',
      records: [],
      authorised: null,
      tree: null,
      correction: { kind: 'unanswered', record: null, changes: [], before: null, after: null },
    },
  ],
])('%s', async (_why, texts, part) => {
  expect((await check({ 'example.com': texts })).report).toMatchObject({
    evaluations: [],
    addresses: { ip4: 0, ip6: '0' },
    ...part,
  });
});

test('a correction, whole, and the record to publish', async () => {
  const text = 'v=spf1 ptr a:gone.example.com ip4:198.51.100.0/24 ?all';
  const record = 'v=spf1 include:_spf.mab.no ptr a:gone.example.com ip4:198.51.100.0/24 ?all';
  const { report, records } = await check({ 'example.com': [{ TXT: text }, { TXT: 'text' }] });
  const change = { need: 'offered', made: false, saves: 0 };
  expect(report.correction).toEqual({
    kind: 'corrected',
    record,
    strings: [record],
    before: { lookups: 2, voids: { ip4: 1, ip6: 1 }, octets: text.length },
    after: { lookups: 3, voids: { ip4: 1, ip6: 1 }, octets: record.length },
    changes: [
      {
        ...change,
        id: 'PTR_REMOVED ptr >',
        code: 'PTR_REMOVED',
        before: ['ptr'],
        after: [],
        place: { start: 7, end: 10 },
      },
      {
        ...change,
        id: 'ALL_REPLACED ?all > ~all',
        code: 'ALL_REPLACED',
        before: ['?all'],
        after: ['~all'],
        place: { start: 50, end: 54 },
      },
      {
        id: 'SENDER_ADDED > include:_spf.mab.no',
        code: 'SENDER_ADDED',
        need: 'needed',
        made: true,
        before: [],
        after: ['include:_spf.mab.no'],
        place: null,
        saves: 0,
      },
    ],
    questions: [],
    names: [],
    proof: {
      senderPasses: true,
      lost: [],
      gained: [],
      strangers: { before: 'neutral', after: 'neutral' },
      lookups: 3,
      voids: { ip4: 1, ip6: 1 },
      uncompared: ['ptr'],
      isFinal: true,
      holds: true,
    },
  });
  expect(records).toEqual([
    { purpose: 'spf', action: 'replace', name: 'example.com', type: 'TXT', value: record, replaces: [`TXT ${text}`] },
  ]);
});

test('no room: told with what it would come to, and no record', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `n${i}.example.com`);
  const { report, records, findings } = await check({
    'example.com': [{ TXT: `v=spf1 ${names.map((name) => `include:${name}`).join(' ')} -all` }],
    ...Object.fromEntries(names.map((name, i) => [name, [{ TXT: `v=spf1 ip4:198.51.100.${i} -all` }]])),
  });
  expect(findings.filter(isOf('SPF_NO_ROOM'))).toEqual([
    finding('SPF_NO_ROOM', { domain: 'example.com', include: '_spf.mab.no', lookups: 11, limit: 10 }),
  ]);
  expect(records).toEqual([]);
  expect(report.correction).toMatchObject({
    kind: 'no_room',
    record: null,
    strings: [],
    before: { lookups: 10 },
    after: { lookups: 11 },
    proof: null,
  });
});

test.each<[why: string, text: string, part: object]>([
  [
    'a question',
    'v=spf1 foo -all',
    { kind: 'questions', questions: [{ id: 'foo', term: 'foo', options: [''] }], before: { lookups: 0 }, after: null },
  ],
  ['a record that is right', 'v=spf1 include:_spf.mab.no -all', { kind: 'unchanged', proof: null, changes: [] }],
  [
    'a claim that does not hold',
    'v=spf1 redirect=_spf.mab.no redirect=_spf.mab.no',
    { kind: 'unproven', record: null, proof: { senderPasses: false, holds: false } },
  ],
])('nothing to publish: %s', async (_why, text, part) => {
  const { report, records } = await check({ 'example.com': [{ TXT: text }] });
  expect(records).toEqual([]);
  expect(report.correction).toMatchObject(part);
});
