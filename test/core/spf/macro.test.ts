import { expect, test } from 'vitest';
import { parseAddress } from '#core/networks.ts';
import {
  dottedAddress,
  expandMacro,
  hasDomainEnd,
  type MacroValues,
  parseMacro,
  shorten,
  staticTarget,
} from '#core/spf/macro.ts';
import type { MacroPart } from '#core/spf/record.ts';

/** Section 7 of RFC 7208. The values are those of its examples in section 7.4. */
const values: MacroValues = {
  s: 'strong-bad@email.example.com',
  l: 'strong-bad',
  o: 'email.example.com',
  d: 'email.example.com',
  i: '192.0.2.3',
  p: 'mx.example.org',
  h: 'mail.example.net',
  v: 'in-addr',
  c: '192.0.2.3',
  r: 'receiver.example',
  t: '1700000000',
};

test.each<[why: string, text: string, expanded: string]>([
  ['7.4', '%{s}', 'strong-bad@email.example.com'],
  ['7.4', '%{o}', 'email.example.com'],
  ['7.4', '%{d}', 'email.example.com'],
  ['7.4: more labels than there are', '%{d4}', 'email.example.com'],
  ['7.4', '%{d3}', 'email.example.com'],
  ['7.4', '%{d2}', 'example.com'],
  ['7.4', '%{d1}', 'com'],
  ['7.4', '%{dr}', 'com.example.email'],
  ['7.4', '%{d2r}', 'example.email'],
  ['7.4', '%{l}', 'strong-bad'],
  ['7.4', '%{l-}', 'strong.bad'],
  ['7.4', '%{lr}', 'strong-bad'],
  ['7.4', '%{lr-}', 'bad.strong'],
  ['7.4', '%{l1r-}', 'strong'],
  ['7.4', '%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
  ['7.4', '%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
  ['7.4', '%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
  ['7.4', '%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
  ['7.4', '%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
  ['7.2: p', '%{p}', 'mx.example.org'],
  ['7.2: h', '%{h}', 'mail.example.net'],
  ['7.2: c, r and t, in explanations', '%{c} %{r} %{t}', '192.0.2.3 receiver.example 1700000000'],
  ['7.1: %%', 'a%%b', 'a%b'],
  ['7.1: %_', 'a%_b', 'a b'],
  ['7.1: %-', 'a%-b', 'a%20b'],
  ['7.1: %% before what looks like a macro', '%%{d}', '%{d}'],
  ['7.1: a large number', '%{d128}', 'email.example.com'],
  ['7.1: a number past all numbers', `%{d${'9'.repeat(400)}}`, 'email.example.com'],
  ['7.1: a number with a nought in front', '%{d01}', 'com'],
  ['7.3: a delimiter of its own replaces the dot', '%{o-}', 'email.example.com'],
  ['7.3: several delimiters', '%{s-.}', 'strong.bad@email.example.com'],
  ['7.3: empty labels stay', '%{l--}', 'strong.bad'],
  ['7.3: a capital letter escapes as in a URL', '%{S}', 'strong-bad%40email.example.com'],
  ['7.3: capitals with transformers', '%{L1R-}', 'strong'],
])('%s: %s → %s', (_why, text, expanded) => {
  const { parts, bad } = parseMacro(text, 'explanation');
  expect(bad).toEqual([]);
  expect(expandMacro(parts, values)).toBe(expanded);
});

test.each<[delimiter: string]>([['.'], ['-'], ['+'], [','], ['/'], ['_'], ['=']])(
  '7.1: %s is a delimiter',
  (delimiter) => {
    const { parts } = parseMacro(`%{lr${delimiter}}`, 'domain-spec');
    expect(expandMacro(parts, { ...values, l: `a${delimiter}b` })).toBe('b.a');
  },
);

test.each<[why: string, value: string, escaped: string]>([
  ['unreserved characters stay', 'aZ09-._~', 'aZ09-._~'],
  [
    'all other ASCII goes',
    '!#$&\'()*+,/:;=?@[]^`{|}"%',
    '%21%23%24%26%27%28%29%2A%2B%2C%2F%3A%3B%3D%3F%40%5B%5D%5E%60%7B%7C%7D%22%25',
  ],
  ['a space', 'a b', 'a%20b'],
  ['UTF-8', 'ø', '%C3%B8'],
])('7.3: URL escapes: %s', (_why, value, escaped) => {
  const { parts } = parseMacro('%{L}', 'domain-spec');
  expect(expandMacro(parts, { ...values, l: value })).toBe(escaped);
});

const macro = (part: Partial<Extract<MacroPart, { kind: 'macro' }>>): MacroPart => ({
  kind: 'macro',
  letter: 'd',
  keep: null,
  reverse: false,
  delimiters: '.',
  escape: false,
  ...part,
});

test.each<[why: string, text: string, parts: readonly MacroPart[]]>([
  ['a literal', 'example.com', [{ kind: 'literal', text: 'example.com' }]],
  ['a letter', '%{d}', [macro({})]],
  ['a capital', '%{D}', [macro({ escape: true })]],
  [
    'all that a macro may have',
    '%{L12R-+}',
    [macro({ letter: 'l', keep: 12, reverse: true, delimiters: '-+', escape: true })],
  ],
  [
    'between literals',
    'a.%{i}.b',
    [{ kind: 'literal', text: 'a.' }, macro({ letter: 'i' }), { kind: 'literal', text: '.b' }],
  ],
])('7.1: %s', (_why, text, parts) => {
  expect(parseMacro(text, 'domain-spec')).toMatchObject({ parts, bad: [] });
});

test.each<[why: string, text: string, bad: readonly string[]]>([
  ['a % alone', 'a%', ['%']],
  ['a % and a letter', 'a%b.com', ['%b']],
  ['a % and a digit', '%20.com', ['%2']],
  ['an unknown letter', '%{x}', ['%{x}']],
  ['no letter', '%{}', ['%{}']],
  ['two letters', '%{dd}', ['%{dd}']],
  ['nought labels', '%{d0}', ['%{d0}']],
  ['nought labels, twice', '%{d00}', ['%{d00}']],
  ['the reversal before the number', '%{dr2}', ['%{dr2}']],
  ['the delimiter before the reversal', '%{d-r}', ['%{d-r}']],
  ['a delimiter that is none', '%{d:}', ['%{d:}']],
  ['a space', '%{d }', ['%{d }']],
  ['not closed', '%{d', ['%{']],
  ['a parenthesis', '%(d)', ['%(']],
  ['c outside an explanation (7.2)', '%{c}', ['%{c}']],
  ['r outside an explanation (7.2)', '%{R}', ['%{R}']],
  ['t outside an explanation (7.2)', '%{t}', ['%{t}']],
  ['every fault', '%{x}.%{y}.%z', ['%{x}', '%{y}', '%z']],
])('no macro: %s', (_why, text, bad) => {
  expect(parseMacro(text, 'domain-spec').bad).toEqual(bad);
});

test.each<[why: string, text: string, is: boolean]>([
  ['a name', 'example.com', true],
  ['a final dot', 'example.com.', true],
  ['an underscore elsewhere', '_spf.example.com', true],
  ['a macro at the end', 'a.%{d}', true],
  ['a macro alone', '%{d}', true],
  ['%_ at the end', 'a.%_', true],
  ['%% at the end', 'a.%%', true],
  ['a top label with a hyphen', 'a.xn--p1ai', true],
  ['a top label of digits and a hyphen', 'a.1-2', true],
  ['a top label of letters and digits', 'a.1b2', true],
  ['a single label', 'com', false],
  ['a single label and a dot', 'com.', false],
  ['a top label of digits', 'a.12', false],
  ['an address', '192.0.2.1', false],
  ['a top label with a hyphen at its end', 'a.b-', false],
  ['a top label with a hyphen at its beginning', 'a.-b', false],
  ['a top label with an underscore', 'a.b_', false],
  ['two dots at the end', 'a.com..', false],
  ['a macro and a letter behind it', 'a.%{d}b', false],
  ['%% and a literal that looks like the rest of a macro', 'a%%{d}', false],
  ['%% and an underscore', 'a%%_', false],
  ['%% and a hyphen', 'a%%-', false],
])('7.1: domain-end: %s', (_why, text, is) => {
  expect(hasDomainEnd(parseMacro(text, 'domain-spec'))).toBe(is);
});

const label63 = 'a'.repeat(63);
const name253 = `${label63}.${label63}.${label63}.${'b'.repeat(57)}.com`;

test.each<[why: string, name: string, short: string]>([
  ['253 octets stay', name253, name253],
  ['254 octets lose the first label', `c.${name253.slice(2)}.`, `c.${name253.slice(2)}`],
  ['255 lose a label', `x.${name253}`, name253],
  ['only as many as needed', `x.y.${name253}`, name253],
  ['a final dot is not counted', `${name253}.`, name253],
  ['a single label is left', 'a'.repeat(254), 'a'.repeat(254)],
])('7.3: %s', (_why, name, short) => {
  expect(shorten(name)).toBe(short);
});

test.each<[why: string, address: string, dotted: string]>([
  ['IPv4', '192.0.2.3', '192.0.2.3'],
  ['IPv6 by nibbles', '2001:db8::cb01', '2.0.0.1.0.D.B.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.C.B.0.1'],
  ['IPv4-mapped is IPv4', '::ffff:192.0.2.3', '192.0.2.3'],
])('7.3: %%{i} of %s', (_why, address, dotted) => {
  const parsed = parseAddress(address);
  expect(parsed && dottedAddress(parsed)).toBe(dotted);
});

test.each<[why: string, text: string | null, name: string | null]>([
  ['no domain-spec is the domain', null, 'example.com'],
  ['a literal', 'a.example.net', 'a.example.net'],
  ['%{d}', '_spf.%{d}', '_spf.example.com'],
  ['%{o}', '_spf.%{o}', '_spf.example.org'],
  ['%{d2} and %{or}', '%{d1}.%{or}.net', 'com.org.example.net'],
  ['the address', '%{i}.example.net', null],
  ['the local part', '%{l}.example.net', null],
  ['the sender', '%{s}.example.net', null],
  ['HELO', '%{h}', null],
  ['the family', '%{v}.example.net', null],
  ['the name of the address', '%{p}', null],
])('the same for every message: %s', (_why, text, name) => {
  const spec = text === null ? null : { text, parts: parseMacro(text, 'domain-spec').parts };
  expect(staticTarget(spec, 'example.com', 'example.org')).toBe(name);
});
