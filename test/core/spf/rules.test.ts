import { expect, test } from 'vitest';
import { type Arguments, type Finding, finding } from '#core/findings.ts';
import type { Zone } from '#test/zone.ts';
import { findingsIn, isOf, placeOf } from './checking.ts';
import { withRecord } from './evaluating.ts';

/** What is said of the record itself: for each rule rows that give the finding, and near misses that do not. */

const domain = 'example.com';
const hosts: Zone = {
  'h.example.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }, { TXT: 'v=spf1 ip4:192.0.2.9 -all' }],
  'only4.example.com': [{ A: '192.0.2.9' }],
  'hollow.example.com': [{ MX: [1, 'gone.example.com'] }],
};

type Code = Finding['code'];
type Row = readonly [code: Code, why: string, text: string, findings: readonly Finding[]];

/** A finding of a term of the text, with what else it tells. */
const row = <C extends Code>(
  code: C,
  why: string,
  text: string,
  term: string,
  more: Omit<Arguments[C], 'domain' | 'term' | 'start' | 'end'>,
  at?: number,
): Row => [code, why, text, [{ code, args: { domain, ...placeOf(text, term, at), ...more } } as unknown as Finding]];
const whole = (
  code: 'SPF_ALL_REPEATED' | 'SPF_ALL_MISSING' | 'SPF_ALL_PASS' | 'SPF_ALL_NEUTRAL' | 'SPF_EXTRA_SPACE',
  why: string,
  text: string,
): Row => [code, why, text, [finding(code, { domain })]];
const not = (code: Code, why: string, text: string): Row => [code, why, text, []];

const long = (octets: number) => {
  const start = 'v=spf1 ip4:192.0.2.1 x=';
  return `${start}${'a'.repeat(octets - start.length - 5)} -all`;
};

test.each<Row>([
  row('SPF_MECHANISM_AS_MODIFIER', 'include=', 'v=spf1 include=h.example.com -all', 'include=h.example.com', {
    suggestion: 'include:h.example.com',
  }),
  row('SPF_MECHANISM_AS_MODIFIER', 'ip4=', 'v=spf1 ip4=192.0.2.1 -all', 'ip4=192.0.2.1', {
    suggestion: 'ip4:192.0.2.1',
  }),
  row('SPF_MECHANISM_AS_MODIFIER', 'in capitals', 'v=spf1 A=h.example.com -all', 'A=h.example.com', {
    suggestion: 'a:h.example.com',
  }),
  not('SPF_MECHANISM_AS_MODIFIER', 'no term comes of it', 'v=spf1 include=localhost -all'),
  row('SPF_UNKNOWN_MODIFIER', 'a name that no standard has', 'v=spf1 foo=bar -all', 'foo=bar', {}),
  row('SPF_UNKNOWN_MODIFIER', 'a mechanism of which no term comes', 'v=spf1 all=x -all', 'all=x', {}),
  not('SPF_UNKNOWN_MODIFIER', 'exp is known', 'v=spf1 exp=h.example.com -all'),
  not('SPF_UNKNOWN_MODIFIER', 'include= is told as what it was meant to be', 'v=spf1 include=h.example.com -all'),
  row('SPF_VERSION_REPEATED', 'v=spf1 twice', 'v=spf1 v=spf1 -all', 'v=spf1', {}, 7),
  row('SPF_VERSION_REPEATED', 'in capitals', 'v=spf1 a:h.example.com V=SPF1 -all', 'V=SPF1', {}),
  not('SPF_VERSION_REPEATED', 'another name', 'v=spf1 version=spf1 -all'),

  row('SPF_NOT_A_HOST', 'include:a:', 'v=spf1 include:a:h.example.com -all', 'include:a:h.example.com', {
    name: 'a:h.example.com',
  }),
  row('SPF_NOT_A_HOST', 'a web address', 'v=spf1 a:http://h.example.com -all', 'a:http://h.example.com', {
    name: 'http://h.example.com',
  }),
  not('SPF_NOT_A_HOST', 'an underscore', 'v=spf1 include:_a.example.com -all'),
  not('SPF_NOT_A_HOST', 'a name by a macro', 'v=spf1 a:h.%{d} -all'),
  row(
    'SPF_MISSING_SPACE',
    'two includes, by the grammar one name',
    'v=spf1 include:h.example.cominclude:b.example.com -all',
    'include:h.example.cominclude:b.example.com',
    {
      parts: ['include:h.example.com', 'include:b.example.com'],
    },
  ),
  row(
    'SPF_MISSING_SPACE',
    'all behind a name, by the grammar one name',
    'v=spf1 a:h.example.com-all',
    'a:h.example.com-all',
    { parts: ['a:h.example.com', '-all'] },
  ),
  not('SPF_MISSING_SPACE', 'a name that is there', 'v=spf1 a:h.example.com -all'),

  [
    'SPF_AFTER_ALL',
    'terms behind all',
    'v=spf1 -all a:h.example.com mx',
    [finding('SPF_AFTER_ALL', { domain, terms: ['a:h.example.com', 'mx'] })],
  ],
  not('SPF_AFTER_ALL', 'modifiers behind all', 'v=spf1 -all exp=h.example.com redirect=h.example.com foo=bar'),
  not('SPF_AFTER_ALL', 'a second all is another matter', 'v=spf1 -all ~all'),
  whole('SPF_ALL_REPEATED', 'twice', 'v=spf1 -all ~all'),
  whole('SPF_ALL_REPEATED', 'three times, said once', 'v=spf1 -all ~all -all'),
  not('SPF_ALL_REPEATED', 'once', 'v=spf1 -all'),
  whole('SPF_ALL_MISSING', 'neither all nor redirect', 'v=spf1 a:h.example.com'),
  not('SPF_ALL_MISSING', 'a redirect', 'v=spf1 redirect=h.example.com'),
  not('SPF_ALL_MISSING', 'a record with a fault, where all may be what is spoilt', 'v=spf1 a:h.example.com -al'),
  whole('SPF_ALL_PASS', '+all', 'v=spf1 +all'),
  whole('SPF_ALL_PASS', 'all without a sign', 'v=spf1 a:h.example.com all'),
  not('SPF_ALL_PASS', '~all', 'v=spf1 ~all'),
  not('SPF_ALL_PASS', '+all behind -all is never come to', 'v=spf1 -all +all'),
  whole('SPF_ALL_NEUTRAL', '?all', 'v=spf1 ?all'),
  not('SPF_ALL_NEUTRAL', '~all', 'v=spf1 ~all'),
  row('SPF_REDIRECT_IGNORED', 'beside all', 'v=spf1 redirect=h.example.com -all', 'redirect=h.example.com', {}),
  not('SPF_REDIRECT_IGNORED', 'without all', 'v=spf1 redirect=h.example.com'),

  row(
    'SPF_DUPLICATE_TERM',
    'the same include',
    'v=spf1 include:h.example.com include:h.example.com -all',
    'include:h.example.com',
    {},
    29,
  ),
  row(
    'SPF_DUPLICATE_TERM',
    'with and without +',
    'v=spf1 a:h.example.com +a:h.example.com -all',
    '+a:h.example.com',
    {},
  ),
  row('SPF_DUPLICATE_TERM', 'in capitals', 'v=spf1 a:h.example.com A:H.example.com -all', 'A:H.example.com', {}),
  not('SPF_DUPLICATE_TERM', 'another length', 'v=spf1 a:h.example.com a:h.example.com/24 -all'),
  not('SPF_DUPLICATE_TERM', 'another sign', 'v=spf1 a:h.example.com ~a:h.example.com -all'),
  not('SPF_DUPLICATE_TERM', 'two all have their own finding', 'v=spf1 -all -all'),

  row('SPF_PTR', 'ptr', 'v=spf1 ptr -all', 'ptr', {}),
  row('SPF_PTR', 'with a domain and a sign', 'v=spf1 ?ptr:example.com -all', '?ptr:example.com', {}),
  not('SPF_PTR', 'a name with ptr in it', 'v=spf1 a:ptr.example.com -all'),
  row('SPF_MACRO_P', 'in a mechanism', 'v=spf1 exists:%{p}.example.com -all', 'exists:%{p}.example.com', {}),
  row('SPF_MACRO_P', 'as a capital in exp', 'v=spf1 exp=%{P}.example.com -all', 'exp=%{P}.example.com', {}),
  row('SPF_MACRO_P', 'in a redirect', 'v=spf1 redirect=%{p1r}.example.com', 'redirect=%{p1r}.example.com', {}),
  not('SPF_MACRO_P', 'another letter', 'v=spf1 exists:%{i}.example.com -all'),
  row('SPF_DYNAMIC', 'by the address', 'v=spf1 exists:%{ir}.example.com -all', 'exists:%{ir}.example.com', {}),
  row(
    'SPF_DYNAMIC',
    'an include by the local part',
    'v=spf1 include:%{l}.example.com -all',
    'include:%{l}.example.com',
    {},
  ),
  row(
    'SPF_DYNAMIC',
    'a redirect by the local part',
    'v=spf1 redirect=%{l}.example.com',
    'redirect=%{l}.example.com',
    {},
  ),
  not('SPF_DYNAMIC', '%{d} is the same for every message', 'v=spf1 include:h.%{d} -all'),
  not('SPF_DYNAMIC', 'ptr has its own finding', 'v=spf1 ptr -all'),
  not('SPF_DYNAMIC', 'behind all nothing is looked at', 'v=spf1 -all exists:%{i}.example.com'),

  whole('SPF_EXTRA_SPACE', 'two spaces between terms', 'v=spf1 a:h.example.com  -all'),
  whole('SPF_EXTRA_SPACE', 'two behind the version', 'v=spf1  -all'),
  whole('SPF_EXTRA_SPACE', 'one at the end', 'v=spf1 -all '),
  not('SPF_EXTRA_SPACE', 'one between terms', 'v=spf1 a:h.example.com -all'),
  row('SPF_BROAD_NETWORK', 'an IPv4 /7', 'v=spf1 ip4:10.0.0.0/7 -all', 'ip4:10.0.0.0/7', {}),
  row('SPF_BROAD_NETWORK', 'an IPv4 /0', 'v=spf1 ip4:0.0.0.0/0 -all', 'ip4:0.0.0.0/0', {}),
  row('SPF_BROAD_NETWORK', 'an IPv6 /15', 'v=spf1 ip6:2001::/15 -all', 'ip6:2001::/15', {}),
  not('SPF_BROAD_NETWORK', 'an IPv4 /8', 'v=spf1 ip4:10.0.0.0/8 -all'),
  not('SPF_BROAD_NETWORK', 'an IPv6 /16', 'v=spf1 ip6:2001::/16 -all'),
  ['SPF_SIZE', '451 octets', long(451), [finding('SPF_SIZE', { domain, octets: 451, limit: 450 })]],
  not('SPF_SIZE', '450 octets', long(450)),

  row('SPF_VOID_LOOKUP', 'a name without any address', 'v=spf1 a:gone.example.com -all', 'a:gone.example.com', {
    name: 'gone.example.com',
  }),
  row('SPF_VOID_LOOKUP', 'a name without an MX', 'v=spf1 mx:only4.example.com -all', 'mx:only4.example.com', {
    name: 'only4.example.com',
  }),
  row('SPF_VOID_LOOKUP', 'exists of no name', 'v=spf1 exists:gone.example.com -all', 'exists:gone.example.com', {
    name: 'gone.example.com',
  }),
  row('SPF_VOID_LOOKUP', 'the domain itself', 'v=spf1 mx -all', 'mx', { name: domain }),
  not('SPF_VOID_LOOKUP', 'a name with addresses of one family', 'v=spf1 a:only4.example.com -all'),
  not('SPF_VOID_LOOKUP', 'an MX that is there', 'v=spf1 mx:hollow.example.com -all'),
  not('SPF_VOID_LOOKUP', 'an include without a record is an error of its own', 'v=spf1 include:gone.example.com -all'),
])('%s: %s: %s', async (code, _why, text, findings) => {
  expect((await findingsIn(withRecord(text, hosts))).filter(isOf(code))).toEqual(findings);
});

test('of a record in order nothing is said', async () => {
  expect(
    await findingsIn(withRecord('v=spf1 a:h.example.com include:h.example.com ip4:192.0.2.1 ~all', hosts)),
  ).toEqual([]);
});

test('the records of others, which the owner cannot mend, are not blamed for style; the one redirected to is', async () => {
  const loose: Zone = { 'loose.example.com': [{ TXT: 'v=spf1  ip4:192.0.2.1 ip4:192.0.2.1 ?all foo=bar' }] };
  expect(await findingsIn(withRecord('v=spf1 include:loose.example.com -all', loose))).toEqual([]);
  const own = await findingsIn(withRecord('v=spf1 redirect=loose.example.com', loose));
  expect(own.map(({ code, args }) => [code, 'domain' in args && args.domain])).toEqual(
    ['SPF_ALL_NEUTRAL', 'SPF_DUPLICATE_TERM', 'SPF_UNKNOWN_MODIFIER', 'SPF_EXTRA_SPACE'].map((code) => [
      code,
      'loose.example.com',
    ]),
  );
});

test('octets are counted, not characters', async () => {
  const text = `v=spf1 include:${'ø'.repeat(220)}.no -all`;
  expect(text.length).toBeLessThan(450);
  expect((await findingsIn(withRecord(text))).filter(isOf('SPF_SIZE'))).toEqual([
    finding('SPF_SIZE', { domain, octets: text.length + 220, limit: 450 }),
  ]);
});
