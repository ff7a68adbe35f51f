import { expect, test } from 'vitest';
import type { SpfResult } from '#core/report.ts';
import type { FailureReason } from '#core/resolver.ts';
import type { EvaluationProblem } from '#core/spf/evaluation.ts';
import fc from '#test/fast-check.ts';
import type { Zone } from '#test/zone.ts';
import { type Asked, evaluated, withRecord } from './evaluating.ts';

/** Sections 2.4 and 4.1-4.7 of RFC 7208: who is asked about, which record is chosen, what the whole of it gives. */

const label63 = 'a'.repeat(63);
const longest = `${[label63, label63, label63].join('.')}.${'b'.repeat(57)}.com`;
const [, ...labels] = longest.split('.');
const tooLong = `${label63}.${labels[0]}.${labels[1]}.${'b'.repeat(58)}.com`;
const passes: Zone[string] = [{ TXT: 'v=spf1 +all' }];

test.each<[why: string, zone: Zone, asked: Asked, domain: string, result: SpfResult]>([
  ['2.4: the domain of MAIL FROM', { 'example.com': passes }, {}, 'example.com', 'pass'],
  ['2.4: a null sender is postmaster@HELO', { 'mail.example.com': passes }, { sender: '' }, 'mail.example.com', 'pass'],
  [
    '2.4: a null sender whose HELO has no record',
    { 'example.com': passes },
    { sender: '' },
    'mail.example.com',
    'none',
  ],
  [
    '2.4: a domain that is given goes before both',
    { 'example.net': passes },
    { domain: 'example.net' },
    'example.net',
    'pass',
  ],
  [
    '4.1: a sender without an @ is a domain',
    { 'example.net': passes },
    { sender: 'example.net' },
    'example.net',
    'pass',
  ],
  [
    '4.1: a local part with an @ in it',
    { 'example.net': passes },
    { sender: '"a@b"@example.net' },
    'example.net',
    'pass',
  ],
  ['4.3: a final dot', { 'example.net': passes }, { domain: 'example.net.' }, 'example.net', 'pass'],
  ['4.3: capitals', { 'example.net': passes }, { domain: 'Example.NET' }, 'Example.NET', 'pass'],
  [
    '4.3: U-labels are asked for as A-labels',
    { 'xn--blbr-roah.no': passes },
    { domain: 'blåbær.no' },
    'xn--blbr-roah.no',
    'pass',
  ],
  [
    '4.3: U-labels of the sender',
    { 'xn--blbr-roah.no': passes },
    { sender: 'post@Blåbær.no' },
    'xn--blbr-roah.no',
    'pass',
  ],
  ['4.3: A-labels', { 'xn--blbr-roah.no': passes }, { domain: 'xn--blbr-roah.no' }, 'xn--blbr-roah.no', 'pass'],
  ['4.3: an underscore', { '_a.example.com': passes }, { domain: '_a.example.com' }, '_a.example.com', 'pass'],
  ['4.3: a label of 63', { [`${label63}.com`]: passes }, { domain: `${label63}.com` }, `${label63}.com`, 'pass'],
  ['4.3: a name of 253', { [longest]: passes }, { domain: longest }, longest, 'pass'],
])('%s', async (_why, zone, asked, domain, result) => {
  expect(await evaluated(zone, asked)).toMatchObject({ domain, result, log: [`TXT ${domain}`] });
});

test.each<[why: string, domain: string]>([
  ['a label of 64', `${label63}a.com`],
  ['a name of 254', tooLong],
  ['a single label', 'localhost'],
  ['a single label with a final dot', 'localhost.'],
  ['an empty label', 'a..example.com'],
  ['a dot in front', '.example.com'],
  ['two final dots', 'example.com..'],
  ['nothing', ''],
  ['the root', '.'],
  ['an IPv4 literal', '[192.0.2.1]'],
  ['an IPv6 literal', '[IPv6:2001:db8::1]'],
  ['a space', 'ex ample.com'],
])('4.3: %s is none, and nothing is asked', async (_why, domain) => {
  expect(await evaluated({ '*.com': passes }, { domain })).toEqual({
    result: 'none',
    explanation: null,
    lookups: 0,
    voids: 0,
    domain: expect.any(String),
    matched: null,
    problem: null,
    steps: [],
    log: [],
  });
});

test.each<[why: string, sender: string, helo: string]>([
  ['a null sender and a HELO of one label', '', 'mail'],
  ['a null sender and an address literal for HELO', '', '[192.0.2.1]'],
  ['a null sender and no HELO', '', ''],
  ['a sender without a domain', 'post@', 'mail.example.com'],
])('2.4, 4.3: %s is none', async (_why, sender, helo) => {
  expect(await evaluated({}, { sender, helo })).toMatchObject({ result: 'none', log: [] });
});

test.each<[why: string, texts: Zone[string], result: SpfResult, problem: EvaluationProblem | null]>([
  ['3.3: strings are joined without a space', [{ TXT: ['v=spf1 ip4:192.0', '.2.1 -all'] }], 'pass', null],
  ['3.3: even within the version', [{ TXT: ['v=sp', 'f1 +all'] }], 'pass', null],
  ['3.3: no space comes between', [{ TXT: ['v=spf1', '+all'] }], 'none', null],
  ['4.5: the version alone', [{ TXT: 'v=spf1' }], 'neutral', null],
  ['4.5: the version and a space', [{ TXT: 'v=spf1 ' }], 'neutral', null],
  ['4.5: case does not matter (section 4.6.1)', [{ TXT: 'V=SPF1 +all' }], 'pass', null],
  ['4.5: v=spf10 is another version', [{ TXT: 'v=spf10 +all' }], 'none', null],
  ['4.5: v=spf1. is none', [{ TXT: 'v=spf1.1 +all' }], 'none', null],
  ['4.5: a tab is no space', [{ TXT: 'v=spf1\t+all' }], 'none', null],
  ['4.5: a space in front', [{ TXT: ' v=spf1 +all' }], 'none', null],
  ['4.5: a quotation mark in front', [{ TXT: '"v=spf1 +all"' }], 'none', null],
  ['4.5: Sender ID is none', [{ TXT: 'spf2.0/pra +all' }], 'none', null],
  ['4.5: other texts are left', [{ TXT: 'MS=ms1' }, { TXT: 'v=spf1 +all' }, { TXT: 'v=spf10' }], 'pass', null],
  ['4.5: no text at all', [{ A: '192.0.2.1' }], 'none', null],
  ['4.5: two records', [{ TXT: 'v=spf1 +all' }, { TXT: 'v=spf1 -all' }], 'permerror', 'several_records'],
  ['4.5: the same record twice', [{ TXT: 'v=spf1 +all' }, { TXT: 'v=spf1 +all' }], 'permerror', 'several_records'],
  ['4.5: two in different case', [{ TXT: 'v=spf1 +all' }, { TXT: 'V=SPF1' }], 'permerror', 'several_records'],
  ['4.6: an error after a term that matches', [{ TXT: 'v=spf1 +all foo' }], 'permerror', 'syntax'],
  ['4.6: an error in a modifier after all', [{ TXT: 'v=spf1 +all redirect=' }], 'permerror', 'syntax'],
  ['4.6.1: names of terms in capitals', [{ TXT: 'v=spf1 IP4:192.0.2.1 -ALL' }], 'pass', null],
  ['4.6.1: several spaces', [{ TXT: 'v=spf1   ip4:192.0.2.1   -all  ' }], 'pass', null],
  ['4.6.2: + is pass', [{ TXT: 'v=spf1 +all' }], 'pass', null],
  ['4.6.2: no qualifier is pass', [{ TXT: 'v=spf1 all' }], 'pass', null],
  ['4.6.2: - is fail', [{ TXT: 'v=spf1 -all' }], 'fail', null],
  ['4.6.2: ~ is softfail', [{ TXT: 'v=spf1 ~all' }], 'softfail', null],
  ['4.6.2: ? is neutral', [{ TXT: 'v=spf1 ?all' }], 'neutral', null],
  ['4.6.2: the first match decides', [{ TXT: 'v=spf1 ~ip4:192.0.2.0/24 +ip4:192.0.2.1 -all' }], 'softfail', null],
  ['4.6.3: modifiers may stand anywhere', [{ TXT: 'v=spf1 foo=bar -all' }], 'fail', null],
  ['4.7: nothing matches', [{ TXT: 'v=spf1 ip4:192.0.2.2' }], 'neutral', null],
  ['14.1: type 99 is never asked for', [{ TXT: 'v=spf1 -all' }], 'fail', null],
])('%s', async (_why, texts, result, problem) => {
  expect(await evaluated({ 'example.com': texts })).toMatchObject({ result, problem, log: ['TXT example.com'] });
});

test('4.5: a name that does not exist has no record', async () => {
  expect(await evaluated({})).toMatchObject({ result: 'none', problem: null, voids: 0, lookups: 0 });
});

test('4.5: a record behind a CNAME', async () => {
  const zone = { 'example.com': [{ CNAME: 'example.net' }], 'example.net': passes };
  expect(await evaluated(zone)).toMatchObject({ result: 'pass', domain: 'example.com' });
});

test.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])('4.4: %s at the domain', async (reason) => {
  expect(await evaluated({ 'example.com': [{ FAIL: reason }] })).toEqual({
    result: 'temperror',
    explanation: null,
    lookups: 0,
    voids: 0,
    domain: 'example.com',
    matched: null,
    problem: 'unanswered',
    steps: [],
    log: ['TXT example.com'],
  });
});

test('the whole of an evaluation: what matched, by which way, and every step', async () => {
  const zone = withRecord('v=spf1 ip4:192.0.2.200 include:a.example.com -all', {
    'a.example.com': [{ TXT: 'v=spf1 a:gone.example.com include:b.example.com ~all' }],
    'b.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.0/27 ?all' }],
  });
  expect(await evaluated(zone)).toEqual({
    result: 'pass',
    explanation: null,
    lookups: 3,
    voids: 1,
    domain: 'example.com',
    matched: {
      domain: 'b.example.com',
      term: 'ip4:192.0.2.0/27',
      path: ['example.com', 'a.example.com', 'b.example.com'],
    },
    problem: null,
    steps: [
      { domain: 'example.com', term: 'ip4:192.0.2.200', outcome: 'no_match' },
      { domain: 'a.example.com', term: 'a:gone.example.com', outcome: 'no_match' },
      { domain: 'b.example.com', term: 'ip4:192.0.2.0/27', outcome: 'match' },
      { domain: 'a.example.com', term: 'include:b.example.com', outcome: 'match' },
      { domain: 'example.com', term: 'include:a.example.com', outcome: 'match' },
    ],
    log: ['TXT example.com', 'TXT a.example.com', 'A gone.example.com', 'TXT b.example.com'],
  });
});

test('an error in an include ends the evaluation there', async () => {
  const zone = withRecord('v=spf1 include:a.example.com ip4:192.0.2.1 -all', {
    'a.example.com': [{ FAIL: 'servfail' }],
  });
  expect(await evaluated(zone)).toMatchObject({
    result: 'temperror',
    problem: 'unanswered',
    matched: null,
    steps: [{ domain: 'example.com', term: 'include:a.example.com', outcome: 'temperror' }],
  });
});

test('4.4: whatever sender, HELO and record there are, an evaluation comes to a result', async () => {
  const text = fc.string({ unit: 'binary' });
  const letters = fc.constantFrom('s', 'l', 'o', 'h', 'S', 'L', 'O', 'H', 'p', 'i');
  await fc.assert(
    fc.asyncProperty(text, text, letters, async (sender, helo, letter) => {
      const record = `v=spf1 exists:%{${letter}r-}.%{h} include:%{${letter}}.example.net exp=%{${letter}1} -all`;
      const zone = withRecord(record, { '*.example.net': [{ TXT: 'v=spf1 -all' }] });
      expect(await evaluated(zone, { sender, helo, domain: 'example.com' })).toHaveProperty('result');
    }),
  );
});
