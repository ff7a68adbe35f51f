import { expect, test } from 'vitest';
import { network, parseAddressOf } from '#core/networks.ts';
import { parseMacro } from '#core/spf/macro.ts';
import { parse } from '#core/spf/parse.ts';
import type { DomainSpec, Mechanism, Qualifier, Term } from '#core/spf/record.ts';

/** The grammar of RFC 7208, sections 4.6.1, 5, 6 and 12: what can be read. */

const spec = (text: string): DomainSpec => ({ text, parts: parseMacro(text, 'domain-spec').parts });
const ip4 = (address: string, length = 32): Mechanism => ({
  type: 'ip4',
  network: network(4, parseAddressOf(4, address) ?? 0n, length),
});
const ip6 = (address: string, length = 128): Mechanism => ({
  type: 'ip6',
  network: network(6, parseAddressOf(6, address) ?? 0n, length),
});
const hosts = (type: 'a' | 'mx', domain: string | null, four = 32, six = 128): Mechanism => ({
  type,
  domain: domain === null ? null : spec(domain),
  prefixLengths: { 4: four, 6: six },
});

/** The one term of the record `v=spf1 TERM`. */
const only = (term: string): Term | undefined => {
  const record = parse(`v=spf1 ${term}`);
  expect(record.errors).toEqual([]);
  expect(record.terms).toHaveLength(1);
  return record.terms[0];
};
const place = (term: string) => ({ term, start: 7, end: 7 + term.length });

test.each<[why: string, term: string, mechanism: Mechanism]>([
  ['5.1: all', 'all', { type: 'all' }],
  ['5.1: in capitals', 'ALL', { type: 'all' }],
  ['5.2: include', 'include:_spf.example.com', { type: 'include', domain: spec('_spf.example.com') }],
  ['5.2: include with a macro', 'include:%{d2}.example.net', { type: 'include', domain: spec('%{d2}.example.net') }],
  ['5.2: include with a final dot', 'include:a.example.com.', { type: 'include', domain: spec('a.example.com.') }],
  ['5.3: a', 'a', hosts('a', null)],
  ['5.3: a with a length', 'a/24', hosts('a', null, 24)],
  ['5.3: a with a length for IPv6', 'a//64', hosts('a', null, 32, 64)],
  ['5.3: a with both lengths', 'a/24//64', hosts('a', null, 24, 64)],
  ['5.3: a with a host', 'a:a.example.com', hosts('a', 'a.example.com')],
  ['5.3: a with all', 'a:a.example.com/0//0', hosts('a', 'a.example.com', 0, 0)],
  ['5.3: the longest lengths', 'a/32//128', hosts('a', null, 32, 128)],
  ['5.3: a slash as a delimiter of a macro is no length', 'a:%{d1r/}', hosts('a', '%{d1r/}')],
  ['5.3: and a length behind it', 'a:%{d1r/}/24', hosts('a', '%{d1r/}', 24)],
  ['5.3: a colon and a slash in the name', 'a:foo:bar/baz.example.com', hosts('a', 'foo:bar/baz.example.com')],
  ['5.4: mx', 'mx', hosts('mx', null)],
  ['5.4: mx with all', 'MX:a.example.com/24//64', hosts('mx', 'a.example.com', 24, 64)],
  ['5.5: ptr', 'ptr', { type: 'ptr', domain: null }],
  ['5.5: ptr with a domain', 'ptr:example.com', { type: 'ptr', domain: spec('example.com') }],
  ['5.6: ip4', 'ip4:192.0.2.1', ip4('192.0.2.1')],
  ['5.6: ip4 /0', 'ip4:0.0.0.0/0', ip4('0.0.0.0', 0)],
  ['5.6: ip4 /32', 'ip4:192.0.2.1/32', ip4('192.0.2.1')],
  ['5.6: ip4 with host bits', 'ip4:192.0.2.77/27', ip4('192.0.2.64', 27)],
  ['5.6: ip6', 'ip6:2001:db8::1', ip6('2001:db8::1')],
  ['5.6: ip6 /0', 'ip6:::/0', ip6('::', 0)],
  ['5.6: ip6 /128', 'ip6:2001:db8::1/128', ip6('2001:db8::1')],
  ['5.6: ip6 with a dotted tail stays IPv6', 'ip6:::ffff:192.0.2.1', ip6('::ffff:192.0.2.1')],
  ['5.7: exists', 'exists:%{ir}.sbl.example.org', { type: 'exists', domain: spec('%{ir}.sbl.example.org') }],
  [
    '7.1: printable ASCII in a name',
    'exists:!#$&()*+,-.<=>?@[\\]^{|}~.example.com',
    { type: 'exists', domain: spec('!#$&()*+,-.<=>?@[\\]^{|}~.example.com') },
  ],
])('%s: %s', (_why, term, mechanism) => {
  expect(only(term)).toEqual({ kind: 'directive', qualifier: '+', mechanism, ...place(term) });
});

test.each<[sign: string, qualifier: Qualifier]>([
  ['', '+'],
  ['+', '+'],
  ['-', '-'],
  ['~', '~'],
  ['?', '?'],
])('4.6.1: the qualifier "%s"', (sign, qualifier) => {
  expect(only(`${sign}all`)).toEqual({
    kind: 'directive',
    qualifier,
    mechanism: { type: 'all' },
    ...place(`${sign}all`),
  });
});

test.each<[why: string, term: string, read: object]>([
  ['6.1: redirect', 'redirect=_spf.example.com', { kind: 'redirect', domain: spec('_spf.example.com') }],
  ['6.1: in capitals', 'REDIRECT=_spf.example.com', { kind: 'redirect', domain: spec('_spf.example.com') }],
  ['6.2: exp', 'exp=explain.%{d}', { kind: 'exp', domain: spec('explain.%{d}') }],
  [
    '6: an unknown modifier',
    'moo.cow-far_out=man:dog/cat',
    { kind: 'unknown-modifier', name: 'moo.cow-far_out', value: 'man:dog/cat' },
  ],
  ['6: an unknown modifier without a value', 'ra=', { kind: 'unknown-modifier', name: 'ra', value: '' }],
  ['6: with a macro', 'match=%{i}', { kind: 'unknown-modifier', name: 'match', value: '%{i}' }],
  ['6: with a second =', 'a1=b=c', { kind: 'unknown-modifier', name: 'a1', value: 'b=c' }],
  [
    '4.6.1: by the grammar include=host is one',
    'include=a.example.com',
    { kind: 'unknown-modifier', name: 'include', value: 'a.example.com' },
  ],
  ['4.6.1: and v=spf1 a second time', 'v=spf1', { kind: 'unknown-modifier', name: 'v', value: 'spf1' }],
])('%s: %s', (_why, term, read) => {
  expect(only(term)).toEqual({ ...read, ...place(term) });
});

test.each<[why: string, text: string, terms: readonly (readonly [term: string, start: number, end: number])[]]>([
  ['none', 'v=spf1', []],
  ['none, and a space', 'v=spf1 ', []],
  ['one', 'v=spf1 -all', [['-all', 7, 11]]],
  [
    'several spaces before, between and behind',
    'V=SPF1   a  -all  ',
    [
      ['a', 9, 10],
      ['-all', 12, 16],
    ],
  ],
  [
    'in their order',
    'v=spf1 mx a',
    [
      ['mx', 7, 9],
      ['a', 10, 11],
    ],
  ],
])('4.6.1: terms and their places: %s', (_why, text, terms) => {
  const record = parse(text);
  expect(record.errors).toEqual([]);
  expect(record.text).toBe(text);
  expect(record.terms.map(({ term, start, end }) => [term, start, end])).toEqual(terms);
});
