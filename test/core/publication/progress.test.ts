import { describe, expect, test } from 'vitest';
import { following, progressOf } from '#core/publication/progress.ts';
import type { Publication, PublishedRecord } from '#core/publication/publication.ts';
import type { Report } from '#core/report.ts';
import type { Zone } from '#test/zone.ts';
import { check, dmarc, key, mx, right, signed, spf } from '../shop.ts';

const publication = (report: Report, records: readonly PublishedRecord[] = []): Publication => ({
  domain: report.domain,
  checkedAt: report.checkedAt,
  zones: [],
  host: null,
  domainConnect: null,
  records,
  findings: [],
  report,
});

const noon = '2026-11-24T12:00:00.000Z';
const evening = '2026-11-24T18:00:00.000Z';

const record = (
  purpose: PublishedRecord['purpose'],
  state: PublishedRecord['state'],
  visibleBy: string | null = null,
  values: readonly string[] | null = ['TXT a'],
): PublishedRecord => ({
  purpose,
  name: `${purpose}.shop.example`,
  state,
  published: values === null ? null : { state: 'found', values, ttl: 60 },
  servers: [],
  seen: [],
  visibleBy,
});

const unlisted: Zone = { ...signed, ...spf('v=spf1 include:spf.example ~all') };
const bare = spf('v=spf1 include:spf.example ~all');
const wrongKey: Zone = { 'mab._domainkey.shop.example': [{ CNAME: 'key.example' }] };
const ownKey: Zone = { 'selector1._domainkey.shop.example': [{ TXT: 'v=DKIM1; p=!' }] };
const misspelt = spf('v=spf1 include:_spf.mab.no inculde:spf.example ~all');

test.each<
  [why: string, before: Zone, now: Zone, done: readonly string[], left: readonly string[], slips: readonly string[]]
>([
  ['nothing was to be done', right, right, [], [], []],
  ['nothing is done', bare, bare, [], ['spf', 'dkim', 'dmarc'], []],
  ['one of three', bare, { ...bare, ...signed, '_dmarc.shop.example': [] }, ['dkim'], ['spf', 'dmarc'], []],
  ['all', bare, right, ['spf', 'dkim', 'dmarc'], [], []],
  [
    'the lent key, and not that of the domain’s own service',
    { ...right, ...wrongKey, ...ownKey },
    { ...right, ...ownKey },
    ['dkim DKIM_SENDER_WRONG_TARGET'],
    ['dkim DKIM_KEY_INVALID'],
    [],
  ],
  [
    'the key of the domain’s own service, and not the lent one',
    { ...right, ...wrongKey, ...ownKey },
    { ...right, ...wrongKey, 'selector1._domainkey.shop.example': [key] },
    ['dkim DKIM_KEY_INVALID'],
    ['dkim DKIM_SENDER_WRONG_TARGET'],
    [],
  ],
  [
    'the record that was proposed, which keeps what is only a warning',
    { ...signed, ...spf('v=spf1 ptr ~all') },
    { ...signed, ...spf('v=spf1 ptr include:_spf.mab.no ~all') },
    ['spf'],
    [],
    [],
  ],
  [
    'a step that was never more than advice, and stands',
    { ...right, ...dmarc('p=quarantine; rua=post@shop.example') },
    { ...right, ...dmarc('p=quarantine; rua=kasse@shop.example') },
    [],
    ['dmarc'],
    [],
  ],
  [
    'what could not be checked is not done',
    bare,
    { 'shop.example': [{ FAIL: 'timeout', type: 'TXT' }, mx], ...signed },
    ['dkim', 'dmarc'],
    ['spf'],
    [],
  ],
  [
    'nor is the key that could not be checked',
    { ...right, 'mab._domainkey.shop.example': [] },
    { ...right, 'mab._domainkey.shop.example': [{ FAIL: 'timeout' }] },
    [],
    ['dkim'],
    [],
  ],
  [
    'what could not be checked before either holds nothing up',
    { ...right, ...spf('v=spf1 include:dark.example ~all'), 'dark.example': [{ FAIL: 'timeout' }] },
    { ...right, ...spf('v=spf1 include:dark.example include:_spf.mab.no ~all'), 'dark.example': [{ FAIL: 'timeout' }] },
    [],
    [],
    [],
  ],
  ['a domain that is gone has nothing done', bare, {}, [], ['spf', 'dkim', 'dmarc'], ['DOMAIN_NOT_FOUND']],
  [
    'a slip in the change',
    unlisted,
    { ...signed, ...misspelt },
    [],
    ['spf'],
    ['SPF_SENDER_PERMERROR', 'SPF_UNKNOWN_MECHANISM'],
  ],
  ['a fault of before is no slip', { ...signed, ...misspelt }, { ...signed, ...misspelt }, [], ['spf'], []],
  [
    'a warning is no slip',
    bare,
    { ...right, ...spf('v=spf1 include:_spf.mab.no ptr ~all') },
    ['spf', 'dkim', 'dmarc'],
    [],
    [],
  ],
])('%s', async (_why, before, now, done, left, slips) => {
  const progress = progressOf(await check(before), publication(await check(now)));
  const named = (
    steps: readonly { readonly subject: string; readonly findings: readonly { readonly code: string }[] }[],
  ) => steps.map(({ subject, findings }) => `${subject} ${findings.map(({ code }) => code).join(' ')}`);
  const starting = (texts: readonly string[]) => texts.map((text) => expect.stringMatching(new RegExp(`^${text}\\b`)));
  expect(named(progress.done.map(({ task }) => task))).toEqual(starting(done));
  expect(named(progress.left)).toEqual(starting(left));
  expect(progress.slips.map(({ code }) => code)).toEqual(slips);
});

test('each step is seen by the time of its record, all of it by the last of them', async () => {
  const records = [record('spf', 'waiting', noon), record('dkim', 'waiting', evening), record('dmarc', 'visible')];
  const { done, isSeen, visibleBy } = progressOf(await check(bare), publication(await check(right), records));
  expect(done.map(({ task, visibleBy: by }) => [task.subject, by])).toEqual([
    ['spf', noon],
    ['dkim', evening],
    ['dmarc', null],
  ]);
  expect([isSeen, visibleBy]).toEqual([false, evening]);
});

test.each<[why: string, records: readonly PublishedRecord[], isSeen: boolean]>([
  ['everything', [record('spf', 'visible'), record('dkim', 'visible')], true],
  ['something older is seen', [record('spf', 'visible'), record('dkim', 'waiting', noon)], false],
  ['the servers differ', [record('spf', 'visible'), record('dkim', 'differs', null, null)], false],
  ['no resolver answers', [record('spf', 'visible'), record('dkim', 'unknown')], false],
  ['what is published is not known', [record('spf', 'visible'), record('dkim', 'unknown', null, null)], true],
])('seen? %s', async (_why, records, isSeen) => {
  const report = await check(right);
  expect(progressOf(report, publication(report, records)).isSeen).toBe(isSeen);
});

/** The publication was a minute before noon. */
const before = '2026-11-24T11:59:00.000Z';
const in60 = '2026-11-24T12:01:00.000Z';
const inFive = '2026-11-24T12:05:00.000Z';

const absent = (record: PublishedRecord, ttl: number | null): PublishedRecord => ({
  ...record,
  published: { state: 'absent', values: [], ttl },
});

describe('the record is deleted before the new one is there', () => {
  const gone: Zone = { ...signed, 'shop.example': [mx] };
  test.each<[why: string, before: Zone, spf: PublishedRecord, isGone: boolean]>([
    ['there was one', bare, absent(record('spf', 'waiting', evening), 300), true],
    ['there was none', gone, absent(record('spf', 'visible'), 300), false],
    ['another stands there', bare, record('spf', 'waiting', evening), false],
    ['the servers differ', bare, record('spf', 'differs', null, null), false],
    ['it was right, and no step leads to another', right, absent(record('spf', 'waiting', evening), 300), false],
  ])('%s', async (_why, zone, published, isGone) => {
    const progress = progressOf(await check(zone), publication(await check(gone), [published]));
    expect([progress.isGone, progress.slips.map(({ code }) => code)]).toEqual([
      isGone,
      isGone || zone === gone ? [] : ['SPF_NO_RECORD'],
    ]);
  });
});

describe('by when all must see it, by what was seen before', () => {
  test.each<[why: string, now: PublishedRecord, was: PublishedRecord | null, visibleBy: string | null]>([
    ['nothing was', record('spf', 'waiting', evening), null, evening],
    ['it stays', record('spf', 'waiting', evening), record('spf', 'waiting', inFive), inFive],
    ['a new one that is earlier', record('spf', 'waiting', inFive), record('spf', 'waiting', evening), inFive],
    [
      'seen by those who are asked, and perhaps not by all',
      record('spf', 'visible'),
      record('spf', 'waiting', inFive),
      inFive,
    ],
    ['the time is over', record('spf', 'visible'), record('spf', 'waiting', before), null],
    [
      'the time is over, and some still have it',
      record('spf', 'waiting', evening),
      record('spf', 'waiting', before),
      evening,
    ],
    ['nothing was older then', record('spf', 'waiting', evening), record('spf', 'visible'), evening],
    ['it did not change', record('spf', 'visible'), record('spf', 'visible'), null],
    ['it changed: the TTL of the older', record('spf', 'waiting', evening, ['TXT b']), record('spf', 'visible'), in60],
    ['it changed, and is seen', record('spf', 'visible', null, ['TXT b']), record('spf', 'visible'), in60],
    ['it changed again', record('spf', 'waiting', evening, ['TXT b']), record('spf', 'waiting', inFive), in60],
    ['it came: the negative TTL', record('spf', 'visible'), absent(record('spf', 'visible'), 300), inFive],
    [
      'it came, and no negative TTL is known',
      record('spf', 'waiting', evening),
      absent(record('spf', 'visible'), null),
      evening,
    ],
    ['it went', absent(record('spf', 'visible'), 300), record('spf', 'visible'), in60],
    ['servers that differed then', record('spf', 'waiting', evening), record('spf', 'differs', null, null), evening],
    ['servers that differ now', record('spf', 'differs', null, null), record('spf', 'waiting', inFive), null],
    ['another record', record('spf', 'waiting', evening), record('dmarc', 'waiting', inFive), evening],
  ])('%s', async (_why, now, was, visibleBy) => {
    const report = await check(right);
    const at = (records: readonly PublishedRecord[], checkedAt: string): Publication => ({
      ...publication(report, records),
      checkedAt,
    });
    const latest = following(at([now], noon), was === null ? null : at([was], before));
    expect(latest).toEqual(at([{ ...now, visibleBy }], noon));
  });
});
