import { expect, test } from 'vitest';
import type { Zone } from '#test/zone.ts';
import { type Asked, evaluated, withRecord } from './evaluating.ts';

/** Section 6.2 of RFC 7208. */

const fails = 'v=spf1 exp=why.%{d} -all';
const why = (text: string): Zone => withRecord(fails, { 'why.example.com': [{ TXT: text }] });
/** 1700000000 is 2023-11-14T22:13:20Z. */
const receiving = { receiver: 'mx.example.net', now: 1_700_000_000 };

test.each<[why: string, text: string, explanation: string, asked?: Asked]>([
  ['a text', 'Not one of ours.', 'Not one of ours.'],
  ['an empty one', '', ''],
  ['s', 'by %{s}', 'by post@example.com'],
  ['l and o', '%{l} of %{o}', 'post of example.com'],
  ['d', 'see http://%{d}/', 'see http://example.com/'],
  ['i', 'from %{i}', 'from 192.0.2.1'],
  ['i of IPv6', '%{i}', '2.0.0.1.0.D.B.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1', { ip: '2001:db8::1' }],
  ['h', '%{h}', 'mail.example.com'],
  ['v', '%{v}', 'in-addr'],
  ['v of IPv6', '%{v}', 'ip6', { ip: '2001:db8::1' }],
  ['p without a name', '%{p}', 'unknown'],
  ['c', '%{c}', '192.0.2.1'],
  ['c of IPv6, as people write it', '%{c}', '2001:db8::1', { ip: '2001:db8:0:0:0:0:0:1' }],
  ['c of an IPv4-mapped address', '%{c}', '192.0.2.1', { ip: '::ffff:192.0.2.1' }],
  ['r that is not known', '%{r}', 'unknown'],
  ['r', '%{r}', 'mx.example.net', receiving],
  ['t in seconds', '%{t}', '1700000000', receiving],
  ['capitals escape', '%{S}', 'post%40example.com'],
  ['%% %_ %-', '100%%%_%-', '100% %20'],
  [
    '7.4: the example',
    'See http://%{d}/why.html?s=%{S}&i=%{I}',
    'See http://example.com/why.html?s=post%40example.com&i=192.0.2.1',
  ],
  ['a long one is not cut like a name', `${'a.'.repeat(200)}%{d}`, `${'a.'.repeat(200)}example.com`],
  ['spaces stay', '  a  b  ', '  a  b  '],
])('%s: %j', async (_why, text, explanation, asked) => {
  expect(await evaluated(why(text), asked)).toMatchObject({ result: 'fail', explanation });
});

test.each<[why: string, zone: Zone]>([
  ['no such name', {}],
  ['no text', { 'why.example.com': [{ A: '192.0.2.1' }] }],
  ['two texts', { 'why.example.com': [{ TXT: 'a' }, { TXT: 'b' }] }],
  ['a time-out', { 'why.example.com': [{ FAIL: 'timeout' }] }],
  ['SERVFAIL', { 'why.example.com': [{ FAIL: 'servfail' }] }],
  ['REFUSED', { 'why.example.com': [{ FAIL: 'refused' }] }],
  ['a malformed answer', { 'why.example.com': [{ FAIL: 'malformed' }] }],
  ['an unknown letter', { 'why.example.com': [{ TXT: '%{x}' }] }],
  ['a % alone', { 'why.example.com': [{ TXT: '100%' }] }],
  ['a macro that is not closed', { 'why.example.com': [{ TXT: 'by %{s' }] }],
  ['what is no ASCII', { 'why.example.com': [{ TXT: 'Ikke vår.' }] }],
])('no explanation: %s, and the result stays', async (_why, zone) => {
  expect(await evaluated(withRecord(fails, zone))).toMatchObject({ result: 'fail', explanation: null, problem: null });
});

test('the strings of the text are joined without a space', async () => {
  const zone = withRecord(fails, { 'why.example.com': [{ TXT: ['Not one ', 'of ours.'] }] });
  expect(await evaluated(zone)).toMatchObject({ explanation: 'Not one of ours.' });
});

test('a name that DNS cannot hold has no explanation, and is not asked for', async () => {
  const { explanation, log } = await evaluated(withRecord('v=spf1 exp=a..example.com -all'));
  expect({ explanation, log }).toEqual({ explanation: null, log: ['TXT example.com'] });
});

const texts: Zone = {
  'why.example.com': [{ TXT: 'of example.com' }],
  'why.a.example.com': [{ TXT: 'of a.example.com, for %{o}' }],
};

test.each<[why: string, record: string, zone: Zone, explanation: string | null, asks: readonly string[]]>([
  ['not for softfail', 'v=spf1 exp=why.example.com ~all', {}, null, []],
  ['not for neutral', 'v=spf1 exp=why.example.com', {}, null, []],
  ['not for pass', 'v=spf1 exp=why.example.com +all', {}, null, []],
  ['not for an error', 'v=spf1 exp=why.example.com foo -all', {}, null, []],
  [
    'behind all it stands all the same',
    'v=spf1 -all exp=why.example.com',
    {},
    'of example.com',
    ['TXT why.example.com'],
  ],
  ['for any fail', 'v=spf1 -ip4:192.0.2.1 exp=why.example.com +all', {}, 'of example.com', ['TXT why.example.com']],
  ['none without exp', 'v=spf1 -all', {}, null, []],
  [
    'that of an included record is never used: its fail does not match',
    'v=spf1 include:a.example.com -all',
    { 'a.example.com': [{ TXT: 'v=spf1 exp=why.a.example.com -all' }] },
    null,
    ['TXT a.example.com'],
  ],
  [
    'nor where the include matches and fails',
    'v=spf1 -include:a.example.com exp=why.example.com +all',
    { 'a.example.com': [{ TXT: 'v=spf1 exp=why.a.example.com +all' }] },
    'of example.com',
    ['TXT a.example.com', 'TXT why.example.com'],
  ],
  [
    'a redirect takes the explanation of its target',
    'v=spf1 exp=why.example.com redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 exp=why.%{d} -all' }] },
    'of a.example.com, for example.com',
    ['TXT a.example.com', 'TXT why.a.example.com'],
  ],
  [
    'and none where the target has none',
    'v=spf1 exp=why.example.com redirect=a.example.com',
    { 'a.example.com': [{ TXT: 'v=spf1 -all' }] },
    null,
    ['TXT a.example.com'],
  ],
])('whose, and when it is asked for: %s', async (_why, record, zone, explanation, asks) => {
  const evaluation = await evaluated(withRecord(record, { ...texts, ...zone }));
  expect(evaluation.explanation).toBe(explanation);
  expect(evaluation.log).toEqual(['TXT example.com', ...asks]);
});

test('exp counts neither as a look-up nor as a void one', async () => {
  expect(await evaluated(withRecord(fails))).toMatchObject({ lookups: 0, voids: 0, result: 'fail' });
});
