import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import type { Zone } from '#test/zone.ts';
import { findingsIn, isOf, placeOf } from './checking.ts';
import { times, withRecord } from './evaluating.ts';

/** What is said of the tree of records: for each rule rows that give the finding, and near misses that do not. */

const domain = 'example.com';
const of = (text: string, term: string) => ({ domain, ...placeOf(text, term) });

describe('at the name itself', () => {
  test.each<[text: string]>([
    ['"v=spf1 -all"'],
    ['“v=spf1 -all”'],
    [' v=spf1 -all'],
    ['\u200bv=spf1 -all'],
    ['v=spf1include:a.example.com -all'],
    ['v=spf1\u00a0-all'],
    ['v=spf1\t-all'],
    ['v=spf1;include:a.example.com -all'],
    ['v=spf-1 -all'],
    ['v=spf 1 -all'],
    ['v=spf2 include:a.example.com -all'],
    ['v= spf1 -all'],
    ['v =spf1 -all'],
    ['v:spf1 -all'],
    ['V=SPF -all'],
    ['spf1 include:a.example.com -all'],
    ['spf include:a.example.com'],
    ['include:a.example.com -all'],
    ['ip4:192.0.2.1 mx ~all'],
  ])('meant as SPF and taken by no receiver for it: %j', async (text) => {
    expect(await findingsIn({ 'example.com': [{ TXT: text }] })).toEqual([
      finding('SPF_NO_RECORD', { domain }),
      finding('SPF_NOT_RECOGNISED', { domain, text }),
    ]);
  });

  test.each<[text: string]>([
    ['MS=ms12345678'],
    ['google-site-verification=spf1'],
    ['spf2.0/pra include:a.example.com -all'],
    ['v=DMARC1; p=none'],
    ['v=DKIM1; p='],
    ['We include: all of it -all'],
    ['spf'],
    [''],
  ])('not meant as SPF: %j', async (text) => {
    expect(await findingsIn({ 'example.com': [{ TXT: text }] })).toEqual([finding('SPF_NO_RECORD', { domain })]);
  });

  test('beside a record that is one, too', async () => {
    const text = '"v=spf1 mx -all"';
    expect(await findingsIn(withRecord('v=spf1 -all', { 'example.com': [{ TXT: text }] }))).toEqual([
      finding('SPF_NOT_RECOGNISED', { domain, text }),
    ]);
  });

  test('two records: both are told', async () => {
    const records = ['v=spf1 mx -all', 'v=spf1 a -all'];
    expect(await findingsIn({ 'example.com': records.map((TXT) => ({ TXT })) })).toEqual([
      finding('SPF_SEVERAL_RECORDS', { domain, records }),
    ]);
  });
});

describe('what a term leads to', () => {
  const name = 'a.example.com';
  const include = 'v=spf1 include:a.example.com -all';
  const redirect = 'v=spf1 redirect=a.example.com';
  const [term, redirected] = [of(include, 'include:a.example.com'), of(redirect, 'redirect=a.example.com')];
  const twice = [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 -all' }];

  test.each<[why: string, text: string, zone: Zone, findings: readonly Finding[]]>([
    ['an include of no name', include, {}, [finding('SPF_INCLUDE_NO_RECORD', { ...term, name })]],
    [
      'an include of a name without a record',
      include,
      { [name]: [{ TXT: 'text' }] },
      [finding('SPF_INCLUDE_NO_RECORD', { ...term, name })],
    ],
    ['a redirect to no name', redirect, {}, [finding('SPF_INCLUDE_NO_RECORD', { ...redirected, name })]],
    [
      'an include of two records',
      include,
      { [name]: twice },
      [finding('SPF_INCLUDE_SEVERAL_RECORDS', { ...term, name })],
    ],
    [
      'a redirect to two records',
      redirect,
      { [name]: twice },
      [finding('SPF_INCLUDE_SEVERAL_RECORDS', { ...redirected, name })],
    ],
    ['an include of a record', include, { [name]: [{ TXT: 'v=spf1 -all' }] }, []],
    [
      'an include of itself',
      'v=spf1 include:example.com -all',
      {},
      [finding('SPF_LOOP', { domain, term: 'include:example.com', start: 7, end: 26, path: [domain, domain] })],
    ],
    [
      'an include that leads back',
      include,
      { [name]: [{ TXT: 'v=spf1 include:example.com -all' }] },
      [
        finding('SPF_LOOP', {
          domain: name,
          term: 'include:example.com',
          start: 7,
          end: 26,
          path: [domain, name, domain],
        }),
      ],
    ],
    [
      'a fault in an included record, told with its name',
      include,
      { [name]: [{ TXT: 'v=spf1 ip4:1.2.3 -all' }] },
      [finding('SPF_BAD_IP4', { domain: name, value: '1.2.3', term: 'ip4:1.2.3', start: 7, end: 16 })],
    ],
    [
      'a fault in a record that two others include, told once',
      'v=spf1 include:b.example.com include:a.example.com -all',
      { 'b.example.com': [{ TXT: include }], [name]: [{ TXT: 'v=spf1 foo -all' }] },
      [
        finding('SPF_UNKNOWN_MECHANISM', {
          domain: name,
          mechanism: 'foo',
          suggestion: null,
          term: 'foo',
          start: 7,
          end: 10,
        }),
      ],
    ],
  ])('%s', async (_why, text, zone, findings) => {
    expect(await findingsIn(withRecord(text, zone))).toEqual(findings);
  });

  const mx = (count: number): Zone => ({
    'example.com': times(count, (i) => ({ MX: [i, `m${i}.example.com`] as const })),
    '*.example.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }],
  });
  test.each<[why: string, hosts: number, findings: readonly Finding[]]>([
    ['ten hosts of an mx', 10, []],
    [
      'eleven',
      11,
      [finding('SPF_MX_LIMIT', { domain, term: 'mx', start: 7, end: 9, name: domain, hosts: 11, limit: 10 })],
    ],
  ])('4.6.4: %s', async (_why, hosts, findings) => {
    expect(await findingsIn(withRecord('v=spf1 mx -all', mx(hosts)))).toEqual(findings);
  });
});

describe('5.2: an included record that lets anybody send', () => {
  const [a, b, c] = ['a.example.com', 'b.example.com', 'c.example.com'];
  const open = [{ TXT: 'v=spf1 +all' }];
  const passes = (name: string): Finding => finding('SPF_ALL_PASS', { domain: name });

  test.each<[why: string, text: string, zone: Zone, findings: readonly Finding[]]>([
    ['included', `v=spf1 include:${a} -all`, { [a]: open }, [passes(a)]],
    ['with the sign written out', `v=spf1 +include:${a} -all`, { [a]: open }, [passes(a)]],
    [
      'without a sign at its all',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: 'v=spf1 ip4:192.0.2.1 all' }] },
      [passes(a)],
    ],
    [
      'included by an included one, which lets anybody send by that',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 include:${b} -all` }], [b]: open },
      [passes(b)],
    ],
    [
      'at each depth',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 include:${b} +all` }], [b]: [{ TXT: `v=spf1 include:${c} -all` }], [c]: open },
      [passes(a), passes(c)],
    ],
    [
      'included by what the domain redirects to',
      `v=spf1 redirect=${a}`,
      { [a]: [{ TXT: `v=spf1 include:${b} -all` }], [b]: open },
      [passes(b)],
    ],
    [
      'included by what an included one redirects to',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 redirect=${b}` }], [b]: [{ TXT: `v=spf1 include:${c} -all` }], [c]: open },
      [passes(c)],
    ],
    [
      'what an included one redirects to',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 redirect=${b}` }], [b]: open },
      [passes(b)],
    ],
    ['each of them', `v=spf1 include:${a} include:${b} -all`, { [a]: open, [b]: open }, [passes(a), passes(b)]],
    [
      'one that two others include, told once',
      `v=spf1 include:${a} include:${b} -all`,
      { [a]: [{ TXT: `v=spf1 include:${c} -all` }], [b]: [{ TXT: `v=spf1 include:${c} -all` }], [c]: open },
      [passes(c)],
    ],
    ['beside the domain’s own +all', `v=spf1 include:${a} +all`, { [a]: open }, [passes(domain), passes(a)]],
    ['what the domain redirects to, told as its own', `v=spf1 redirect=${a}`, { [a]: open }, [passes(a)]],
    [
      'what it both includes and redirects to, told once',
      `v=spf1 include:${a} redirect=${a}`,
      { [a]: open },
      [passes(a)],
    ],
    ['refused by -include', `v=spf1 -include:${a} -all`, { [a]: open }, []],
    ['doubted by ~include', `v=spf1 ~include:${a} -all`, { [a]: open }, []],
    ['left open by ?include', `v=spf1 ?include:${a} -all`, { [a]: open }, []],
    [
      'included by one that is refused',
      `v=spf1 -include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 include:${b} -all` }], [b]: open },
      [],
    ],
    [
      'refused by an included one',
      `v=spf1 include:${a} -all`,
      { [a]: [{ TXT: `v=spf1 -include:${b} -all` }], [b]: open },
      [],
    ],
    ['~all', `v=spf1 include:${a} -all`, { [a]: [{ TXT: 'v=spf1 ~all' }] }, []],
    ['?all', `v=spf1 include:${a} -all`, { [a]: [{ TXT: 'v=spf1 ?all' }] }, []],
    ['no all', `v=spf1 include:${a} -all`, { [a]: [{ TXT: 'v=spf1 ip4:192.0.2.1' }] }, []],
    ['the first all counts', `v=spf1 include:${a} -all`, { [a]: [{ TXT: 'v=spf1 -all +all' }] }, []],
    ['behind all, where nobody reads it', `v=spf1 -all include:${a}`, { [a]: open }, []],
    ['a redirect that all makes void', `v=spf1 redirect=${a} -all`, { [a]: open }, []],
    ['the name of a host that has such a record', `v=spf1 a:${a} -all`, { [a]: [...open, { A: '192.0.2.9' }] }, []],
    ['a question without an answer', `v=spf1 include:${a} -all`, { [a]: [{ FAIL: 'timeout' }] }, []],
  ])('%s', async (_why, text, zone, findings) => {
    expect((await findingsIn(withRecord(text, zone))).filter(isOf('SPF_ALL_PASS'))).toEqual(findings);
  });
});

describe('the limits of section 4.6.4', () => {
  const names: Zone = { '*.example.com': [{ TXT: 'v=spf1 -all' }] };
  const includes = (count: number) => times(count, (i) => `include:n${i}.example.com`).join(' ');

  test.each<[why: string, text: string, findings: readonly Finding[]]>([
    ['nine look-ups', `v=spf1 ${includes(9)} -all`, []],
    ['ten', `v=spf1 ${includes(10)} -all`, [finding('SPF_LOOKUPS_AT_LIMIT', { domain, lookups: 10, limit: 10 })]],
    ['eleven', `v=spf1 ${includes(11)} -all`, [finding('SPF_LOOKUP_LIMIT', { domain, lookups: 11, limit: 10 })]],
    [
      'a redirect counts',
      `v=spf1 ${includes(9)} redirect=r.example.com`,
      [finding('SPF_LOOKUPS_AT_LIMIT', { domain, lookups: 10, limit: 10 })],
    ],
    ['exp does not', `v=spf1 ${includes(9)} exp=e.example.com -all`, []],
    [
      'what stands behind all does not',
      `v=spf1 ${includes(9)} -all a:x.example.com`,
      [finding('SPF_AFTER_ALL', { domain, terms: ['a:x.example.com'] })],
    ],
  ])('%s', async (_why, text, findings) => {
    expect(await findingsIn(withRecord(text, names))).toEqual(findings);
  });

  const gone = (count: number) => times(count, (i) => `gone${i}.example.com`);
  const hosts = (names: readonly string[]) => `v=spf1 ${names.map((name) => `a:${name}`).join(' ')} -all`;
  const only = (type: 'A' | 'AAAA', count: number): Zone =>
    Object.fromEntries(
      gone(count).map((name) => [name, [type === 'A' ? { A: '192.0.2.9' } : { AAAA: '2001:db8::9' }]]),
    );
  const label64 = 'a'.repeat(64);

  test.each<[why: string, text: string, zone: Zone, findings: readonly Finding[]]>([
    ['two void look-ups', hosts(gone(2)), {}, []],
    ['three', hosts(gone(3)), {}, [finding('SPF_VOID_LIMIT', { domain, voids: 3, limit: 2, names: gone(3) })]],
    [
      'the names are told once',
      hosts(['gone0.example.com', 'gone0.example.com', 'gone0.example.com']),
      {},
      [finding('SPF_VOID_LIMIT', { domain, voids: 3, limit: 2, names: gone(1) })],
    ],
    [
      'three hosts without AAAA',
      hosts(gone(3)),
      only('A', 3),
      [finding('SPF_VOID_LIMIT_FAMILY', { domain, family: 'ip6', voids: 3, limit: 2, names: gone(3) })],
    ],
    [
      'three hosts without A',
      hosts(gone(3)),
      only('AAAA', 3),
      [finding('SPF_VOID_LIMIT_FAMILY', { domain, family: 'ip4', voids: 3, limit: 2, names: gone(3) })],
    ],
    ['two hosts without AAAA', hosts(gone(2)), only('A', 2), []],
    [
      'three hosts of one mx are one',
      'v=spf1 mx -all',
      { 'example.com': gone(3).map((name) => ({ MX: [1, name] as const })) },
      [],
    ],
    [
      '4.8: names that DNS cannot hold are not asked for, and cost no void look-up',
      `v=spf1 ${times(3, (i) => `a:${label64}.n${i}.example.com`).join(' ')} -all`,
      {},
      [],
    ],
    [
      'an answer that is missing is no void look-up',
      hosts(gone(3)),
      { 'gone0.example.com': [{ FAIL: 'servfail' }] },
      [],
    ],
  ])('%s', async (_why, text, zone, findings) => {
    const said = await findingsIn(withRecord(text, zone));
    expect(said.filter(isOf('SPF_VOID_LIMIT', 'SPF_VOID_LIMIT_FAMILY'))).toEqual(findings);
  });

  test.each<[why: string, text: string, zone: Zone]>([
    ['too many names', `v=spf1 ${times(120, (i) => `include:n${i}.example.com`).join(' ')} -all`, names],
    [
      'too many hosts of few terms',
      `v=spf1 ${times(7, (i) => `mx:n${i}.example.com`).join(' ')} -all`,
      {
        ...Object.fromEntries(
          times(7, (i) => [`n${i}.example.com`, times(9, (j) => ({ MX: [j, `m${i}-${j}.example.net`] as const }))]),
        ),
        '*.example.net': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }],
      },
    ],
  ])('a tree that was not read whole is told to be so: %s', async (_why, text, zone) => {
    expect(await findingsIn(withRecord(text, zone))).toContainEqual(
      finding('SPF_TREE_BOUNDED', { domain, questions: 100 }),
    );
  });

  test('a tree that is just read whole is not', async () => {
    const text = `v=spf1 ${times(99, (i) => `include:n${i}.example.com`).join(' ')} -all`;
    expect((await findingsIn(withRecord(text, names))).filter(isOf('SPF_TREE_BOUNDED'))).toEqual([]);
  });
});
