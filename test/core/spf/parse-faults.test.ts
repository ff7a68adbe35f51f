import { describe, expect, test } from 'vitest';
import { parse } from '#core/spf/parse.ts';
import type { SpfError } from '#core/spf/record.ts';

/** What cannot be read, each with its place, and past each the rest of the record. */

type Code = SpfError['code'];
type Fault = readonly [code: Code, args?: Readonly<Record<string, unknown>>];

/** The faults of `v=spf1 a TERM -all`; the terms before and behind are always read. */
const faultsOf = (term: string): readonly SpfError[] => {
  const record = parse(`v=spf1 a ${term} -all`);
  expect(record.terms.at(0)).toMatchObject({ term: 'a', start: 7 });
  expect(record.terms.at(-1)).toMatchObject({ term: '-all', start: 10 + term.length });
  return record.errors;
};

const placed = (term: string, faults: readonly Fault[]) =>
  faults.map(([code, args]) => ({ code, args: { ...args, term, start: 9, end: 9 + term.length } }));

const unknown = (mechanism: string, suggestion: string | null = null): Fault => [
  'SPF_UNKNOWN_MECHANISM',
  { mechanism, suggestion },
];

describe('by the grammar', () => {
  test.each<[why: string, term: string, fault: Fault]>([
    ['4.6.1: an unknown word', 'foo', unknown('foo')],
    ['4.6.1: an unknown mechanism with a value', 'foo:bar.example', unknown('foo')],
    ['4.6.1: a sign alone and a second one', '--all', unknown('-all', '-all')],
    ['4.6.1: a qualifier before a modifier', '-redirect=a.example.com', ['SPF_BAD_MODIFIER']],
    ['6: a modifier without a name', '=a.example.com', ['SPF_BAD_MODIFIER']],
    ['6: a name that begins with a digit', '1a=b', ['SPF_BAD_MODIFIER']],
    ['5.1: all with a value', 'all:a.example.com', ['SPF_UNEXPECTED_VALUE', { mechanism: 'all' }]],
    ['5.1: all with a length', 'all/8', ['SPF_UNEXPECTED_VALUE', { mechanism: 'all' }]],
    ['5.1: all with a dot: no all is suggested that lets everybody pass', 'all.', unknown('all.', null)],
    ['5.2: include without a name', 'include', ['SPF_EMPTY_VALUE']],
    ['5.2: include with a colon alone', 'include:', ['SPF_EMPTY_VALUE']],
    ['5.2: include with a single label', 'include:localhost', ['SPF_BAD_DOMAIN', { value: 'localhost' }]],
    ['5.2: include with a length', 'include:a.example.com/24', ['SPF_BAD_DOMAIN', { value: 'a.example.com/24' }]],
    ['5.2: include of an address', 'include:192.0.2.1', ['SPF_BAD_DOMAIN', { value: '192.0.2.1' }]],
    ['5.3: a with a colon alone', 'a:', ['SPF_EMPTY_VALUE']],
    ['5.3: a with a colon and a length', 'a:/24', ['SPF_EMPTY_VALUE']],
    ['5.3: a single label', 'a:museum', ['SPF_BAD_DOMAIN', { value: 'museum' }]],
    ['5.3: a single label with a dot', 'a:museum.', ['SPF_BAD_DOMAIN', { value: 'museum.' }]],
    ['5.3: an address', 'a:192.0.2.1', ['SPF_BAD_DOMAIN', { value: '192.0.2.1' }]],
    ['5.3: a top label that ends in a hyphen', 'a:example.com-', ['SPF_BAD_DOMAIN', { value: 'example.com-' }]],
    ['5.3: a port', 'a:example.com:8080', ['SPF_BAD_DOMAIN', { value: 'example.com:8080' }]],
    ['5.3: /33', 'a/33', ['SPF_BAD_PREFIX_LENGTH', { value: '/33' }]],
    ['5.3: an empty length', 'a/', ['SPF_BAD_PREFIX_LENGTH', { value: '/' }]],
    ['5.3: an empty length for IPv6', 'a//', ['SPF_BAD_PREFIX_LENGTH', { value: '//' }]],
    ['5.3: //129', 'a//129', ['SPF_BAD_PREFIX_LENGTH', { value: '//129' }]],
    ['5.3: a leading nought', 'a/024', ['SPF_BAD_PREFIX_LENGTH', { value: '/024' }]],
    ['5.3: two noughts', 'a/00', ['SPF_BAD_PREFIX_LENGTH', { value: '/00' }]],
    ['5.3: three slashes', 'a/24///64', ['SPF_BAD_PREFIX_LENGTH', { value: '///64' }]],
    ['5.3: a length of letters', 'a/x', ['SPF_BAD_PREFIX_LENGTH', { value: '/x' }]],
    ['5.3: a length of letters behind a host', 'a:example.com/x', ['SPF_BAD_PREFIX_LENGTH', { value: '/x' }]],
    ['5.4: mx /33 behind a host', 'mx:example.com/33', ['SPF_BAD_PREFIX_LENGTH', { value: '/33' }]],
    ['5.4: mx //129', 'mx:example.com/24//129', ['SPF_BAD_PREFIX_LENGTH', { value: '/24//129' }]],
    ['5.5: ptr with a colon alone', 'ptr:', ['SPF_EMPTY_VALUE']],
    ['5.5: ptr with a length', 'ptr/0', ['SPF_EMPTY_VALUE']],
    ['5.6: ip4 without an address', 'ip4', ['SPF_EMPTY_VALUE']],
    ['5.6: ip4 with a colon alone', 'ip4:', ['SPF_EMPTY_VALUE']],
    ['5.6: ip4 with a length alone', 'ip4/24', ['SPF_EMPTY_VALUE']],
    ['5.6: three numbers', 'ip4:1.2.3', ['SPF_BAD_IP4', { value: '1.2.3' }]],
    ['5.6: three numbers and a length', 'ip4:10.0.0/8', ['SPF_BAD_IP4', { value: '10.0.0/8' }]],
    ['5.6: 256', 'ip4:10.0.0.256/8', ['SPF_BAD_IP4', { value: '10.0.0.256/8' }]],
    ['5.6: a leading nought', 'ip4:010.0.0.1', ['SPF_BAD_IP4', { value: '010.0.0.1' }]],
    ['5.6: a host name', 'ip4:mail.example.com', ['SPF_BAD_IP4', { value: 'mail.example.com' }]],
    ['5.6: IPv6 in ip4', 'ip4:2001:db8::1', ['SPF_BAD_IP4', { value: '2001:db8::1' }]],
    ['5.6: a port', 'ip4:192.0.2.1:25', ['SPF_BAD_IP4', { value: '192.0.2.1:25' }]],
    ['5.6: a range', 'ip4:192.0.2.1-9', ['SPF_BAD_IP4', { value: '192.0.2.1-9' }]],
    ['5.6: /33', 'ip4:192.0.2.0/33', ['SPF_BAD_PREFIX_LENGTH', { value: '/33' }]],
    ['5.6: a length of two noughts', 'ip4:192.0.2.0/00', ['SPF_BAD_PREFIX_LENGTH', { value: '/00' }]],
    ['5.6: an empty length', 'ip4:192.0.2.0/', ['SPF_BAD_PREFIX_LENGTH', { value: '/' }]],
    ['5.6: two slashes', 'ip4:192.0.2.0//32', ['SPF_BAD_PREFIX_LENGTH', { value: '//32' }]],
    ['5.6: a netmask', 'ip4:192.0.2.0/255.255.255.0', ['SPF_BAD_PREFIX_LENGTH', { value: '/255.255.255.0' }]],
    ['5.6: IPv4 in ip6', 'ip6:192.0.2.1', ['SPF_BAD_IP6', { value: '192.0.2.1' }]],
    ['5.6: too many groups', 'ip6:1:2:3:4:5:6:7:8:9', ['SPF_BAD_IP6', { value: '1:2:3:4:5:6:7:8:9' }]],
    ['5.6: two ::', 'ip6:2001::db8::1', ['SPF_BAD_IP6', { value: '2001::db8::1' }]],
    ['5.6: brackets', 'ip6:[2001:db8::1]', ['SPF_BAD_IP6', { value: '[2001:db8::1]' }]],
    ['5.6: /129', 'ip6:2001:db8::/129', ['SPF_BAD_PREFIX_LENGTH', { value: '/129' }]],
    ['5.7: exists without a name', 'exists', ['SPF_EMPTY_VALUE']],
    ['5.7: exists with a colon alone', 'exists:', ['SPF_EMPTY_VALUE']],
    ['6.1: redirect without a name', 'redirect=', ['SPF_EMPTY_VALUE']],
    ['6.1: redirect to an address', 'redirect=192.0.2.1', ['SPF_BAD_DOMAIN', { value: '192.0.2.1' }]],
    ['6.2: exp without a name', 'exp=', ['SPF_EMPTY_VALUE']],
    ['7.1: an unknown letter', 'exists:%{x}.example.com', ['SPF_BAD_MACRO', { macro: '%{x}' }]],
    ['7.1: a % alone', 'exists:a%.example.com', ['SPF_BAD_MACRO', { macro: '%.' }]],
    ['7.1: nought labels', 'include:%{d0}', ['SPF_BAD_MACRO', { macro: '%{d0}' }]],
    ['7.2: c, r and t are for explanations', 'exists:%{c}.example.com', ['SPF_BAD_MACRO', { macro: '%{c}' }]],
    ['7.2: also in the name of an explanation', 'exp=%{t}.example.com', ['SPF_BAD_MACRO', { macro: '%{t}' }]],
    ['7.1: a bad macro in an unknown modifier', 'foo=%abc', ['SPF_BAD_MACRO', { macro: '%a' }]],
    ['7.1: %% and what only looks like a macro', 'exists:a%%{d}', ['SPF_BAD_DOMAIN', { value: 'a%%{d}' }]],
  ])('%s: %s', (_why, term, fault) => {
    expect(faultsOf(term)).toEqual(placed(term, [fault]));
  });
});

describe('what owners of domains write', () => {
  test.each<[why: string, term: string, faults: readonly Fault[]]>([
    [
      'a space after the colon',
      'include: b.example.com',
      [['SPF_SPACE_IN_TERM', { suggestion: 'include:b.example.com' }]],
    ],
    [
      'two spaces after the colon',
      'include:  b.example.com',
      [['SPF_SPACE_IN_TERM', { suggestion: 'include:b.example.com' }]],
    ],
    ['a space after the colon of ip4', 'ip4: 192.0.2.1', [['SPF_SPACE_IN_TERM', { suggestion: 'ip4:192.0.2.1' }]]],
    ['a space after the colon of ip6', 'ip6: fe80::1', [['SPF_SPACE_IN_TERM', { suggestion: 'ip6:fe80::1' }]]],
    ['a space after =', 'redirect= b.example.com', [['SPF_SPACE_IN_TERM', { suggestion: 'redirect=b.example.com' }]]],
    ['a space after the sign', '~ all', [['SPF_SPACE_IN_TERM', { suggestion: '~all' }]]],
    [
      'a space after the sign of a term with a value',
      '+ include:b.example.com',
      [['SPF_SPACE_IN_TERM', { suggestion: '+include:b.example.com' }]],
    ],
    [
      'two addresses without a space',
      'ip4:192.0.2.1ip4:192.0.2.2',
      [['SPF_MISSING_SPACE', { parts: ['ip4:192.0.2.1', 'ip4:192.0.2.2'] }]],
    ],
    [
      'three of them',
      'ip4:192.0.2.1ip4:192.0.2.2ip6:::1',
      [['SPF_MISSING_SPACE', { parts: ['ip4:192.0.2.1', 'ip4:192.0.2.2', 'ip6:::1'] }]],
    ],
    [
      'all and a term',
      '~allinclude:b.example.com',
      [['SPF_MISSING_SPACE', { parts: ['~all', 'include:b.example.com'] }]],
    ],
    ['an address and all', 'ip4:192.0.2.1-all', [['SPF_MISSING_SPACE', { parts: ['ip4:192.0.2.1', '-all'] }]]],
    ['a network and all', 'ip4:192.0.2.0/24~all', [['SPF_MISSING_SPACE', { parts: ['ip4:192.0.2.0/24', '~all'] }]]],
    ['mx and an address', 'mxip4:192.0.2.1', [['SPF_MISSING_SPACE', { parts: ['mx', 'ip4:192.0.2.1'] }]]],
    ['ip: for ip4', 'ip:192.0.2.1', [unknown('ip', 'ip4:192.0.2.1')]],
    ['ip: for ip6', 'ip:2001:db8::1', [unknown('ip', 'ip6:2001:db8::1')]],
    ['ipv4:', 'ipv4:192.0.2.0/24', [unknown('ipv4', 'ip4:192.0.2.0/24')]],
    ['ipv6:', '+ipv6:2001:db8::/32', [unknown('ipv6', '+ip6:2001:db8::/32')]],
    ['a slip', 'inlcude:b.example.com', [unknown('inlcude', 'include:b.example.com')]],
    ['a plural', 'includes:b.example.com', [unknown('includes', 'include:b.example.com')]],
    ['a slip that gives no term', 'includ:localhost', [unknown('includ')]],
    ['a bare host name', 'mail.example.com', [['SPF_BARE_VALUE', { suggestion: null }]]],
    ['a bare name with an underscore', '_spf.example.com', [['SPF_BARE_VALUE', { suggestion: null }]]],
    ['a bare host name with a sign', '+mail.example.com', [['SPF_BARE_VALUE', { suggestion: null }]]],
    ['a bare address', '192.0.2.1', [['SPF_BARE_VALUE', { suggestion: 'ip4:192.0.2.1' }]]],
    ['a bare network with a sign', '+192.0.2.0/24', [['SPF_BARE_VALUE', { suggestion: '+ip4:192.0.2.0/24' }]]],
    ['a bare IPv6 address', '2001:db8::1', [['SPF_BARE_VALUE', { suggestion: 'ip6:2001:db8::1' }]]],
    ['a semicolon behind', 'include:b.example.com;', [['SPF_PUNCTUATION', { character: ';' }]]],
    ['a comma behind', 'ip4:192.0.2.1,', [['SPF_PUNCTUATION', { character: ',' }]]],
    ['a semicolon alone', ';', [['SPF_PUNCTUATION', { character: ';' }]]],
    ['a quotation mark behind', 'mx"', [['SPF_QUOTE', { character: '"' }]]],
    ['typographic quotation marks', '“mx”', [['SPF_QUOTE', { character: '“' }]]],
    ['an apostrophe', "mx'", [['SPF_QUOTE', { character: "'" }]]],
    ['a typographic dash', '–all', [['SPF_LOOKALIKE_CHARACTER', { characters: ['–'] }]]],
    ['a full-width colon', 'include：b.example.com', [['SPF_LOOKALIKE_CHARACTER', { characters: ['：'] }]]],
    [
      'a direction mark (U+200E)',
      'include:b.example.com\u200e',
      [['SPF_INVISIBLE_CHARACTER', { characters: ['U+200E'] }]],
    ],
    [
      'a zero-width space (U+200B)',
      '\u200binclude:b.example.com',
      [['SPF_INVISIBLE_CHARACTER', { characters: ['U+200B'] }]],
    ],
    [
      'a no-break space at the end (U+00A0)',
      'include:b.example.com\u00a0',
      [['SPF_INVISIBLE_CHARACTER', { characters: ['U+00A0'] }]],
    ],
    ['a tab at the end', 'mx\t', [['SPF_INVISIBLE_CHARACTER', { characters: ['U+0009'] }]]],
    [
      'two of one kind are named once',
      '\u200bmx\u200b\u200e',
      [['SPF_INVISIBLE_CHARACTER', { characters: ['U+200B', 'U+200E'] }]],
    ],
    ['æøå', 'include:blåbær.no', [['SPF_NON_ASCII', { characters: ['å', 'æ'] }]]],
    [
      'a quotation mark and a semicolon',
      'mx";',
      [
        ['SPF_QUOTE', { character: '"' }],
        ['SPF_PUNCTUATION', { character: ';' }],
      ],
    ],
    [
      'a fault of characters does not hide one of grammar',
      'ip4:1.2.3;',
      [
        ['SPF_PUNCTUATION', { character: ';' }],
        ['SPF_BAD_IP4', { value: '1.2.3' }],
      ],
    ],
  ])('%s: %s', (_why, term, faults) => {
    expect(faultsOf(term)).toEqual(placed(term, faults));
  });

  test.each<[why: string, separator: string, code: string]>([
    ['a no-break space', '\u00a0', 'U+00A0'],
    ['a tab', '\t', 'U+0009'],
    ['a line end', '\n', 'U+000A'],
    ['an ideographic space', '\u3000', 'U+3000'],
  ])('%s between two terms is a space: neither is lost and no name is made of both', (_why, separator, code) => {
    const { errors, terms } = parse(`v=spf1 include:_spf.example.com${separator}-all`);
    expect(errors).toContainEqual({
      code: 'SPF_INVISIBLE_CHARACTER',
      args: { characters: [code], term: `include:_spf.example.com${separator}-all`, start: 7, end: 36 },
    });
    expect(JSON.stringify(terms)).not.toContain('example.com-all');
  });

  test('a term that leaves no doubt is read as it was meant, the others are not', () => {
    const { terms } = parse(
      'v=spf1 include: a.example.com ip4:192.0.2.1ip4:192.0.2.2 mx; 192.0.2.9 ip4:1.2.3 “a” –all',
    );
    expect(terms.map((term) => [term.kind, term.term])).toEqual([
      ['directive', 'include: a.example.com'],
      ['directive', 'ip4:192.0.2.1ip4:192.0.2.2'],
      ['directive', 'ip4:192.0.2.1ip4:192.0.2.2'],
      ['directive', 'mx;'],
      ['unreadable', '192.0.2.9'],
      ['unreadable', 'ip4:1.2.3'],
      ['directive', '“a”'],
      ['directive', '–all'],
    ]);
  });

  test('every fault of a record is told, in the order of the text', () => {
    const { errors } = parse('v=spf1 foo ip4:1.2.3 include: redirect=a.example.com a/99 redirect=b.example.com');
    expect(errors.map(({ code, args }) => [code, args.start, args.end])).toEqual([
      ['SPF_UNKNOWN_MECHANISM', 7, 10],
      ['SPF_BAD_IP4', 11, 20],
      ['SPF_EMPTY_VALUE', 21, 29],
      ['SPF_BAD_PREFIX_LENGTH', 53, 57],
      ['SPF_DUPLICATE_MODIFIER', 58, 80],
    ]);
  });

  test.each<[why: string, text: string, next: string]>([
    ['all', 'include: -all', '-all'],
    ['a mechanism with a value', 'include: ip4:192.0.2.1', 'ip4:192.0.2.1'],
    ['a mechanism without', 'include: mx', 'mx'],
  ])('an empty value is not joined with a term of its own: %s', (_why, text, next) => {
    const { errors, terms } = parse(`v=spf1 ${text}`);
    expect(errors).toEqual([{ code: 'SPF_EMPTY_VALUE', args: { term: 'include:', start: 7, end: 15 } }]);
    expect(terms.at(-1)).toMatchObject({ kind: 'directive', term: next });
  });

  test.each<[modifier: string]>([['redirect'], ['exp']])(
    '6: %s may stand once; each one more is a fault',
    (modifier) => {
      const text = `v=spf1 ${modifier}=a.example.com ${modifier.toUpperCase()}=b.example.com ${modifier}=a.example.com`;
      const starts = [text.indexOf(modifier.toUpperCase()), text.lastIndexOf(modifier)];
      const { errors } = parse(text);
      expect(errors.map(({ code, args }) => [code, args.start])).toEqual(
        starts.map((start) => ['SPF_DUPLICATE_MODIFIER', start]),
      );
    },
  );
});
