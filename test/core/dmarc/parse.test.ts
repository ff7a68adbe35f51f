import { expect, test } from 'vitest';
import { isMeantAsDmarc, parseDmarc } from '#core/dmarc/parse.ts';
import type { Destination, DmarcProblem, DmarcRecord } from '#core/dmarc/record.ts';
import fc from '#test/fast-check.ts';

const defaults: DmarcRecord = {
  p: 'absent',
  sp: 'absent',
  np: 'absent',
  adkim: 'r',
  aspf: 'r',
  psd: 'u',
  t: 'n',
  fo: ['0'],
  rua: [],
  ruf: [],
};

const mailto = (address: string, uri = `mailto:${address}`): Destination => ({
  kind: 'mailto',
  uri,
  address,
  host: address.replace(/.*@/, '').toLowerCase(),
});

/** The one problem of a text, placed by its term. */
type Placed = DmarcProblem extends infer P ? (P extends DmarcProblem ? Omit<P, 'start' | 'end'> : never) : never;

const place = (text: string, problem: Placed) => {
  const start = text.indexOf(problem.term);
  return { ...problem, start, end: start + problem.term.length };
};

test.each<[why: string, text: string, record: Partial<DmarcRecord>]>([
  ['the least that has a policy', 'v=DMARC1; p=none', { p: 'none' }],
  ['no space, and a final semicolon', 'v=DMARC1;p=reject;', { p: 'reject' }],
  ['white space around every part', 'v = DMARC1 ; p = quarantine ; ', { p: 'quarantine' }],
  ['tabs are white space', 'v=DMARC1\t;\tp=none', { p: 'none' }],
  ['policies are case-insensitive', 'v=DMARC1; p=None; sp=REJECT', { p: 'none', sp: 'reject' }],
  ['tags in any order', 'v=DMARC1; np=reject; sp=quarantine; p=none', { p: 'none', sp: 'quarantine', np: 'reject' }],
  ['strict alignment', 'v=DMARC1; p=none; adkim=s; aspf=S', { p: 'none', adkim: 's', aspf: 's' }],
  ['relaxed alignment', 'v=DMARC1; p=none; adkim=r; aspf=r', { p: 'none' }],
  ['a public suffix', 'v=DMARC1; p=none; psd=y', { p: 'none', psd: 'y' }],
  ['no public suffix', 'v=DMARC1; p=none; psd=n', { p: 'none', psd: 'n' }],
  ['perhaps a public suffix', 'v=DMARC1; p=none; psd=u', { p: 'none' }],
  ['testing', 'v=DMARC1; p=reject; t=y', { p: 'reject', t: 'y' }],
  ['not testing', 'v=DMARC1; p=reject; t=n', { p: 'reject' }],
  ['one failure option', 'v=DMARC1; p=none; fo=1', { p: 'none', fo: ['1'] }],
  ['failure options', 'v=DMARC1; p=none; fo=1:d:s', { p: 'none', fo: ['1', 'd', 's'] }],
  ['failure options in another order', 'v=DMARC1; p=none; fo=s:0', { p: 'none', fo: ['s', '0'] }],
  [
    'the manual’s example',
    'v=DMARC1; p=quarantine; ruf=mailto:post@example.com',
    { p: 'quarantine', ruf: [mailto('post@example.com')] },
  ],
  [
    'several addresses, white space around the comma',
    'v=DMARC1; p=none; rua=mailto:a@example.com , mailto:b@Example.NET',
    { p: 'none', rua: [mailto('a@example.com'), mailto('b@Example.NET')] },
  ],
  [
    'header fields of a mailto',
    'v=DMARC1; p=none; rua=MAILTO:a%2Bb@example.com?subject=x',
    { p: 'none', rua: [mailto('a%2Bb@example.com', 'MAILTO:a%2Bb@example.com?subject=x')] },
  ],
])('nothing wrong: %s', (_, text, record) => {
  expect(parseDmarc(text)).toEqual({ text, record: { ...defaults, ...record }, problems: [] });
});

const inTag = (tag: string, value: string) => ({ tag, value, term: `${tag}=${value}` });

test.each<[why: string, text: string, record: Partial<DmarcRecord>, problem: Placed]>([
  ['no policy', 'v=DMARC1; sp=none', { sp: 'none' }, { kind: 'policy_missing', term: 'v=DMARC1' }],
  ['nothing but the version', 'v=DMARC1', {}, { kind: 'policy_missing', term: 'v=DMARC1' }],
  ...(
    [
      ['quarantaine', 'quarantine'],
      ['quarentine', 'quarantine'],
      ['rejected', 'reject'],
      ['rejcet', 'reject'],
      ['non', 'none'],
      ['"none"', 'none'],
      ['reject.', 'reject'],
      ['none\u200b', 'none'],
      ['\u00a0reject', 'reject'],
      ['block', null],
      ['', null],
      ['none reject', null],
      // Another tag without a semicolon before it.
      ['reject t=y', null],
      ['none sp=none', null],
      ['reject t:y', null],
      ['reject t', null],
      ['"none" t=y', null],
    ] as const
  ).map(([value, suggestion]): [string, string, Partial<DmarcRecord>, Placed] => [
    `p=${value} is no policy`,
    `v=DMARC1; p=${value}`,
    { p: 'invalid' },
    { kind: 'bad_policy', tag: 'p', value, term: `p=${value}`, suggestion },
  ]),
  [
    'a bad sp',
    'v=DMARC1; p=none; sp=rejct',
    { p: 'none', sp: 'invalid' },
    { kind: 'bad_policy', tag: 'sp', value: 'rejct', term: 'sp=rejct', suggestion: 'reject' },
  ],
  [
    'an sp that has swallowed the next tag',
    'v=DMARC1; p=none; sp=reject t=y',
    { p: 'none', sp: 'invalid' },
    { kind: 'bad_policy', tag: 'sp', value: 'reject t=y', term: 'sp=reject t=y', suggestion: null },
  ],
  [
    'a bad np',
    'v=DMARC1; p=none; np=x',
    { p: 'none', np: 'invalid' },
    { kind: 'bad_policy', tag: 'np', value: 'x', term: 'np=x', suggestion: null },
  ],
  ...(
    [
      ['adkim', 'x'],
      ['aspf', 'relaxed'],
      ['psd', ''],
      ['t', 'yes'],
      ['fo', '0:1'],
      ['fo', 'd:d'],
      ['fo', '2'],
      ['fo', 'd,s'],
      ['fo', ''],
    ] as const
  ).map(([tag, value]): [string, string, Partial<DmarcRecord>, Placed] => [
    `${tag}=${value} has its default instead`,
    `v=DMARC1; p=none; ${tag}=${value}`,
    { p: 'none' },
    { kind: 'bad_value', ...inTag(tag, value) },
  ]),
  ['no "="', 'v=DMARC1; p=none; reject', { p: 'none' }, { kind: 'bad_tag', term: 'reject' }],
  [
    'an invisible character before a tag makes another tag of it',
    'v=DMARC1; p=none; \u00a0sp=reject',
    { p: 'none' },
    { kind: 'bad_tag', term: '\u00a0sp=reject' },
  ],
  [
    'of two policies, the first counts',
    'v=DMARC1; p=none; p=reject',
    { p: 'none' },
    { kind: 'duplicate_tag', ...inTag('p', 'reject') },
  ],
  [
    'the version again',
    'v=DMARC1; p=none; v=DMARC1',
    { p: 'none' },
    { kind: 'duplicate_tag', tag: 'v', value: 'DMARC1', term: 'v=DMARC1' },
  ],
  ['an unknown tag', 'v=DMARC1; p=none; foo=bar', { p: 'none' }, { kind: 'unknown_tag', ...inTag('foo', 'bar') }],
  [
    'the name of an object’s method',
    'v=DMARC1; p=none; constructor=x',
    { p: 'none' },
    { kind: 'unknown_tag', ...inTag('constructor', 'x') },
  ],
  [
    'tags are case-sensitive',
    'v=DMARC1; p=none; SP=reject',
    { p: 'none' },
    { kind: 'unknown_tag', ...inTag('SP', 'reject') },
  ],
  ['pct', 'v=DMARC1; p=none; pct=50', { p: 'none' }, { kind: 'obsolete_tag', ...inTag('pct', '50') }],
  ['rf', 'v=DMARC1; p=none; rf=afrf', { p: 'none' }, { kind: 'obsolete_tag', ...inTag('rf', 'afrf') }],
  ['ri', 'v=DMARC1; p=none; ri=86400', { p: 'none' }, { kind: 'obsolete_tag', ...inTag('ri', '86400') }],
  [
    'a comma, and the addresses before it count',
    'v=DMARC1; p=none; rua=mailto:a@example.com,ruf=mailto:b@example.com',
    { p: 'none', rua: [mailto('a@example.com')] },
    { kind: 'comma', term: ',' },
  ],
])('%s', (_, text, record, problem) => {
  const start = problem.kind === 'duplicate_tag' ? text.lastIndexOf(problem.term) : text.indexOf(problem.term);
  const placed = { ...problem, start, end: start + problem.term.length };
  expect(parseDmarc(text)).toEqual({ text, record: { ...defaults, ...record }, problems: [placed] });
});

const other = (uri: string): Destination => ({ kind: 'other', uri });

test.each<[why: string, uri: string, kind: 'bad_uri' | 'no_mailto' | 'obsolete_size', destination: Destination | null]>(
  [
    ['mailto forgotten', 'post@example.com', 'no_mailto', null],
    ['mailto forgotten, with a size', 'post@example.com!10m', 'no_mailto', null],
    ['a size', 'mailto:post@example.com!10m', 'obsolete_size', mailto('post@example.com')],
    ['a size without a unit', 'mailto:post@example.com!10', 'obsolete_size', mailto('post@example.com')],
    ['a size that is none', 'mailto:post@example.com!ten', 'bad_uri', null],
    ['empty', '', 'bad_uri', null],
    ['no address', 'mailto:', 'bad_uri', null],
    ['no host', 'mailto:post', 'bad_uri', null],
    ['a single label', 'mailto:post@localhost', 'bad_uri', null],
    ['slashes', 'mailto://post@example.com', 'bad_uri', null],
    ['a colon lost', 'mailto@example.com', 'bad_uri', null],
    ['an address that is not ASCII', 'mailto:post@bl\u00e5b\u00e6r.example', 'bad_uri', null],
    ['white space within', 'mailto: post@example.com', 'bad_uri', null],
    ['another scheme, and no ASCII', 'https://bl\u00e5b\u00e6r.example/', 'bad_uri', null],
    ['another scheme, and no more', 'https:', 'bad_uri', null],
    [
      'a misspelt scheme is a scheme, which no receiver sends to',
      'malto:post@example.com',
      'bad_uri',
      other('malto:post@example.com'),
    ],
    [
      'another scheme, which no receiver sends to',
      'https://example.com/dmarc',
      'bad_uri',
      other('https://example.com/dmarc'),
    ],
  ],
)('report address: %s', (_, uri, kind, destination) => {
  const text = `v=DMARC1; p=none; ruf=mailto:x@example.com, ${uri}`;
  const value = `mailto:x@example.com, ${uri}`;
  const start = text.length - uri.length;
  const expected = { kind, tag: 'ruf', value: value.trimEnd(), uri, term: uri, start, end: text.length };
  const parsed = parseDmarc(text);
  // Of a mailto forgotten with a size, both are told.
  expect(parsed.problems.at(-1)).toEqual(uri === '' ? { ...expected, start: start - 1, end: start - 1 } : expected);
  expect(parsed.record?.ruf).toEqual([mailto('x@example.com'), ...(destination === null ? [] : [destination])]);
});

const comma = (text: string): DmarcProblem => ({
  kind: 'comma',
  term: ',',
  start: text.indexOf(','),
  end: text.indexOf(',') + 1,
});

test('a comma behind a policy spoils the policy', () => {
  const text = 'v=DMARC1; p=none,rua=mailto:a@example.com';
  expect(parseDmarc(text)).toEqual({
    text,
    record: { ...defaults, p: 'invalid' },
    problems: [
      place(text, {
        kind: 'bad_policy',
        tag: 'p',
        value: 'none,rua=mailto:a@example.com',
        term: 'p=none,rua=mailto:a@example.com',
        suggestion: null,
      }),
      comma(text),
    ],
  });
});

test.each([
  ['lower case', 'v=dmarc1; p=none'],
  ['V in upper case', 'V=DMARC1; p=none'],
  ['a space before', ' v=DMARC1; p=none'],
  ['a quote before', '"v=DMARC1; p=none"'],
  ['an invisible character before', '\u200bv=DMARC1; p=none'],
  ['an invisible character behind', 'v=DMARC1\u00a0; p=none'],
  ['no v=', 'DMARC1; p=none'],
  ['a space within', 'v=DMARC 1; p=none'],
  ['no number', 'v=DMARC; p=none'],
  ['another number', 'v=DMARC2; p=none'],
  ['more digits', 'v=DMARC10; p=none'],
  ['a colon', 'v:DMARC1; p=none'],
  ['no semicolon', 'v=DMARC1 p=none'],
  ['not first', 'p=none; v=DMARC1'],
])('meant as DMARC and no record: %s', (_, text) => {
  expect(parseDmarc(text)).toEqual({
    text,
    record: null,
    problems: [{ kind: 'not_recognised', term: text, start: 0, end: text.length }],
  });
});

test('a comma behind the version', () => {
  const text = 'v=DMARC1, p=none';
  expect(parseDmarc(text)).toEqual({
    text,
    record: null,
    problems: [{ kind: 'not_recognised', term: text, start: 0, end: text.length }, comma(text)],
  });
});

test.each([
  ['SPF', 'v=spf1 -all'],
  ['SPF in quotes', '"v=spf1 -all"'],
  ['SPF with the text of DMARC behind', 'v=spf1 -all v=DMARC1; p=none'],
])('no record: %s', (_, text) => {
  expect(parseDmarc(text)).toEqual({
    text,
    record: null,
    problems: [{ kind: 'spf_record', term: text, start: 0, end: text.length }],
  });
});

test.each([
  ['empty', ''],
  ['the proof of ownership of a service', 'dmarc-verification=abc123'],
  ['a name that begins so', 'dmarc1-verification=abc123'],
  ['a key', 'v=DKIM1; p='],
  ['words', 'see dmarc.example for DMARC'],
])('other text: %s', (_, text) => {
  expect(parseDmarc(text)).toEqual({ text, record: null, problems: [] });
  expect(isMeantAsDmarc(parseDmarc(text))).toBe(false);
});

test('every fault is told, in the order of the text', () => {
  const text = 'v=DMARC1; pct=9; p=nnone; junk; rua=a@example.com!1k,; foo=1; aspf=x; foo=2';
  expect(parseDmarc(text).problems.map(({ kind, term }) => [kind, term])).toEqual([
    ['obsolete_tag', 'pct=9'],
    ['bad_policy', 'p=nnone'],
    ['bad_tag', 'junk'],
    ['obsolete_size', 'a@example.com!1k'],
    ['no_mailto', 'a@example.com!1k'],
    ['bad_uri', ''],
    ['unknown_tag', 'foo=1'],
    ['bad_value', 'aspf=x'],
    ['duplicate_tag', 'foo=2'],
  ]);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'v=DMARC1|;|,|=|p=|sp=|np=|rua=|ruf=|fo=|t=|psd=|pct=|none|reject|mailto:a@example.com|!10m|@|v=spf1| |\u00a0|"'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const texts = fc
  .tuple(fc.constantFrom('', 'v=DMARC1;', 'v=DMARC1; p=none;'), fc.array(piece, { maxLength: 20 }))
  .map(([start, pieces]) => start + pieces.join(''));

test('whatever the text, each problem stands where it says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end, term } of parseDmarc(text).problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toBe(term);
      }
    }),
    { numRuns: 1000 },
  );
});
