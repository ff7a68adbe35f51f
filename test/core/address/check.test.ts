import { describe, expect, test } from 'vitest';
import { checkAddress, longestTyped } from '#core/address/check.ts';
import { mailDomainMeant, topLevelSlips } from '#core/address/mail-domains.ts';
import { type AddressCode, addressSeverities } from '#core/address/problems.ts';

/** What is found, as `CODE «the place» → what is meant there`. */
const told = (text: string): readonly string[] =>
  checkAddress(text).problems.map(({ code, start, end, suggestion }) =>
    [`${code} «${text.slice(start, end)}»`, ...(suggestion === null ? [] : [suggestion])].join(' → '),
  );

describe('nothing is wrong', () => {
  test.each([
    ['as it is', 'post@shop.example'],
    ['capitals', 'Post@SHOP.example'],
    ['a tag, and other signs that are allowed', "o'brien+faktura_1@shop.example"],
    ['letters of the domain', 'post@blåbær.example'],
    ['64 before the @', `${'a'.repeat(64)}@shop.example`],
    ['a country whose domain looks like a slip', 'post@shop.co'],
    ['another one', 'post@shop.cm'],
    ['another one', 'post@shop.om'],
    ['a real domain beside a well-known one', 'ola@mail.com'],
    ['the same name in another country', 'ola@live.se'],
    ['the same name in another country', 'ola@hotmail.se'],
    ['a word that is like a well-known name', 'post@hotell.no'],
    ['a short name has too many neighbours', 'post@we.com'],
    ['a well-known domain', 'ola@gmail.com'],
    ['part of a domain that is like one', 'ola@online.shop.example'],
  ])('%s: %s', (_why, text) => {
    const { problems, suggestion, mailbox } = checkAddress(text);
    expect({ problems, suggestion }).toEqual({ problems: [], suggestion: null });
    expect(mailbox?.local).toBe(text.slice(0, text.lastIndexOf('@')));
  });
});

describe('no mail can be sent to it', () => {
  test.each<[string, string, readonly string[], string | null]>([
    ['nothing', '', ['EMPTY «»'], null],
    ['white space', ' \t', ['EMPTY « \t»'], null],
    ['the manual’s own: two @', 'post@@shop.example', ['SEVERAL_AT «@» → '], 'post@shop.example'],
    ['the manual’s own: none', 'post.shop.example', ['NO_AT «.» → @'], 'post@shop.example'],
    ['three @', 'post@@@shop.example', ['SEVERAL_AT «@@» → '], 'post@shop.example'],
    ['two @ with a space', 'post@ @shop.example', ['SEVERAL_AT « @» → '], 'post@shop.example'],
    ['an @ too many at the beginning', '@post@shop.example', ['SEVERAL_AT «@» → '], 'post@shop.example'],
    ['an @ too many at the end', 'post@shop.example@', ['SEVERAL_AT «@» → '], 'post@shop.example'],
    ['an @ beside a full stop', 'post@shop@.example', ['SEVERAL_AT «@» → '], 'post@shop.example'],
    ['two @, either of which may be meant', 'ola@post@shop.example', ['SEVERAL_AT «@»'], null],
    ['a domain alone', 'shop.example', ['NO_AT «shop.example»'], null],
    ['a domain of a country’s own kind', 'shop.co.uk', ['NO_AT «shop.co.uk»'], null],
    ['a word', 'post', ['NO_AT «post»'], null],
    ['@ in words', 'post(at)shop.example', ['NO_AT «(at)» → @'], 'post@shop.example'],
    ['@ in Norwegian words', 'post krøllalfa shop.example', ['NO_AT « krøllalfa » → @'], 'post@shop.example'],
    ['Shift and 2', 'post"shop.example', ['NO_AT «"» → @'], 'post@shop.example'],
    [
      'a known domain with a full stop before it',
      'ola.n.gmail.com',
      ['NO_AT «.gmail.com» → @gmail.com'],
      'ola.n@gmail.com',
    ],
    ['a known domain with nothing before it', 'olagmail.com', ['NO_AT «gmail.com» → @gmail.com'], 'ola@gmail.com'],
    ['nothing before the @', '@shop.example', ['NO_LOCAL «@»'], null],
    ['nothing behind it', 'post@', ['NO_DOMAIN «@»'], null],
    ['neither', '@', ['NO_LOCAL «@»', 'NO_DOMAIN «@»'], null],
    ['a full stop alone behind it', 'post@.', ['NO_DOMAIN «@»', 'EDGE_DOT «.» → '], null],
    ['a space between names: it may be a full stop', 'ola nordmann@shop.example', ['SPACE « »'], null],
    ['a space at the @', 'post @ shop.example', ['SPACE « » → ', 'SPACE « » → '], 'post@shop.example'],
    ['what is made good is not all: no proposal', 'ola n@ shop.example', ['SPACE « »', 'SPACE « » → '], null],
    ['a space in the domain', 'post@shop. example', ['SPACE « » → '], 'post@shop.example'],
    ['a hard space', 'post@\u00a0shop.example', ['SPACE «\u00a0» → '], 'post@shop.example'],
    ['a comma in the domain', 'post@shop,example', ['NOT_A_DOT «,» → .'], 'post@shop.example'],
    ['a comma and a space', 'post@shop, example', ['NOT_A_DOT «, » → .'], 'post@shop.example'],
    ['a comma before the @', 'ola,n@shop.example', ['NOT_A_DOT «,» → .'], 'ola.n@shop.example'],
    ['a semicolon', 'post@shop;example', ['NOT_A_DOT «;» → .'], 'post@shop.example'],
    ['a colon', 'post@shop:example', ['NOT_A_DOT «:» → .'], 'post@shop.example'],
    ['both', 'post@shop.,example', ['NOT_A_DOT «.,» → .'], 'post@shop.example'],
    ['two full stops before the @', 'po..st@shop.example', ['DOUBLE_DOT «..» → .'], 'po.st@shop.example'],
    ['three behind it', 'post@shop...example', ['DOUBLE_DOT «...» → .'], 'post@shop.example'],
    ['a full stop at the beginning', '.post@shop.example', ['EDGE_DOT «.» → '], 'post@shop.example'],
    ['a full stop before the @', 'post.@shop.example', ['EDGE_DOT «.» → '], 'post@shop.example'],
    ['a full stop behind the @', 'post@.shop.example', ['EDGE_DOT «.» → '], 'post@shop.example'],
    ['a full stop at the end', 'post@shop.example.', ['EDGE_DOT «.» → '], 'post@shop.example'],
    ['what no address holds', 'po(st@shop.example', ['FORBIDDEN_CHARACTER «(»'], null],
    ['a sign that is no letter', 'po€st@shop.example', ['FORBIDDEN_CHARACTER «€»'], null],
    ['an underscore in the domain', 'post@sh_op.example', ['FORBIDDEN_CHARACTER «_»'], null],
    ['a path', 'post@shop.example/kontakt', ['FORBIDDEN_CHARACTER «/»'], null],
    [
      'a dash for a hyphen',
      'a–b@my–shop.example',
      ['FORBIDDEN_CHARACTER «–» → -', 'FORBIDDEN_CHARACTER «–» → -'],
      'a-b@my-shop.example',
    ],
    ['an @ of East Asian width', 'post＠shop.example', ['FORBIDDEN_CHARACTER «＠» → @'], 'post@shop.example'],
    ['quotes within', '"a b"@shop.example', ['FORBIDDEN_CHARACTER «"»', 'SPACE « »', 'FORBIDDEN_CHARACTER «"»'], null],
    ['65 before the @', `${'a'.repeat(65)}@shop.example`, [`LOCAL_TOO_LONG «${'a'.repeat(65)}»`], null],
    ['an IP address', 'post@192.0.2.1', ['DOMAIN_IP_ADDRESS «192.0.2.1»'], null],
    ['in brackets', 'post@[192.0.2.1]', ['DOMAIN_IP_ADDRESS «[192.0.2.1]»'], null],
    ['a domain of one label', 'post@butikk', ['DOMAIN_SINGLE_LABEL «butikk»'], null],
    ['a name alone, of a known domain', 'ola@gmail', ['DOMAIN_SINGLE_LABEL «gmail» → gmail.com'], 'ola@gmail.com'],
    [
      'the full stop is lost, in a known domain',
      'ola@hotmailcom',
      ['DOMAIN_SINGLE_LABEL «hotmailcom» → hotmail.com'],
      'ola@hotmail.com',
    ],
    ['the full stop is lost', 'post@mabno', ['DOMAIN_SINGLE_LABEL «mabno» → mab.no'], 'post@mab.no'],
    ['a label too long', `post@a.${'b'.repeat(64)}.example`, [`DOMAIN_LABEL_TOO_LONG «${'b'.repeat(64)}»`], null],
    ['hyphens at the ends of labels', 'post@-shop-.example', ['DOMAIN_BAD_HYPHEN «-»', 'DOMAIN_BAD_HYPHEN «-»'], null],
    ['no Punycode', 'post@xn--å.example', ['DOMAIN_BAD_CHARACTER «xn--å.example»'], null],
    [
      'several things',
      ' po..st@@shop,example',
      ['AROUND « » → ', 'DOUBLE_DOT «..» → .', 'SEVERAL_AT «@» → ', 'NOT_A_DOT «,» → .'],
      'po.st@shop.example',
    ],
  ])('%s: %j', (_why, text, problems, meant) => {
    expect(told(text)).toEqual(problems);
    const { mailbox, suggestion } = checkAddress(text);
    expect({ mailbox, suggestion }).toEqual({ mailbox: null, suggestion: meant });
  });

  test('longer than a path, with nothing else wrong', () => {
    const domain = `${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`;
    const text = `${'a'.repeat(64)}@${domain}`;
    expect(told(text)).toEqual([`ADDRESS_TOO_LONG «${text}»`]);
  });

  test('a name longer than DNS has', () => {
    const domain = `${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(8)}.example`;
    expect(told(`a@${domain}`)).toEqual([`ADDRESS_TOO_LONG «a@${domain}»`, `DOMAIN_NAME_TOO_LONG «${domain}»`]);
  });

  test('more text than is read', () => {
    const text = `post@shop.example${' '.repeat(longestTyped)}`;
    expect(told(text)).toEqual([`TEXT_TOO_LONG «${text}»`]);
    expect(told(text.slice(0, longestTyped))).toEqual([`AROUND «${' '.repeat(longestTyped - 17)}» → `]);
  });
});

describe('several addresses: where one ends and the next begins', () => {
  test.each<[string, string, readonly string[]]>([
    ['a semicolon', 'a@b.example; c@d.example', ['; ']],
    ['a comma', 'a@b.example,c@d.example', [',']],
    ['white space', 'a@b.example c@d.example', [' ']],
    ['lines', 'a@b.example\r\nc@d.example', ['\r\n']],
    ['three', 'a@b.example, c@d.example, e@f.example', [', ', ', ']],
    ['a word', 'a@b.example og c@d.example', [' og ']],
    ['a slash', 'a@b.example/c@d.example', ['/']],
    ['with names', 'Ola <a@b.example>; Kari <c@d.example>', ['; Kari ']],
    ['one of them faulty', 'a@b,example; c@d.example', ['; ']],
  ])('%s', (_why, text, gaps) => {
    expect(told(text)).toEqual(gaps.map((gap) => `SEVERAL_ADDRESSES «${gap}»`));
    expect(checkAddress(text)).toMatchObject({ suggestion: null, mailbox: null, domain: null });
  });
});

describe('a sound address, and what stands around or in it', () => {
  test.each<[string, string, readonly string[]]>([
    ['white space', ' post@shop.example\n', ['AROUND « » → ', 'AROUND «\n» → ']],
    ['quotes', '"post@shop.example"', ['AROUND «"» → ', 'AROUND «"» → ']],
    ['apostrophes', "'post@shop.example'", ["AROUND «'» → ", "AROUND «'» → "]],
    ['angle brackets', '<post@shop.example>', ['AROUND «<» → ', 'AROUND «>» → ']],
    ['half of them', '<post@shop.example', ['AROUND «<» → ']],
    ['a name', 'Ola <post@shop.example>', ['AROUND «Ola <» → ', 'AROUND «>» → ']],
    [
      'a name that is the address',
      'post@shop.example <post@shop.example>',
      ['AROUND «post@shop.example <» → ', 'AROUND «>» → '],
    ],
    ['a comment', 'post@shop.example (Ola)', ['AROUND « (Ola)» → ']],
    ['a link', 'mailto:post@shop.example?subject=x', ['AROUND «mailto:» → ', 'AROUND «?subject=x» → ']],
    ['a label', 'E-post: post@shop.example', ['AROUND «E-post: » → ']],
    ['what parts it from the next in a list', 'post@shop.example;', ['AROUND «;» → ']],
    [
      'one within another',
      '("mailto:post@shop.example")',
      ['AROUND «(» → ', 'AROUND «"» → ', 'AROUND «mailto:» → ', 'AROUND «"» → ', 'AROUND «)» → '],
    ],
    ['what is not seen', 'po\u200bst@shop.exa\u00admple', ['INVISIBLE «\u200b» → ', 'INVISIBLE «\u00ad» → ']],
    ['a mark of direction at the end', 'post@shop.example\u202c', ['INVISIBLE «\u202c» → ']],
    ['a control character', 'post\0@shop.example', ['INVISIBLE «\0» → ']],
  ])('%s', (_why, text, problems) => {
    expect(told(text)).toEqual(problems);
    expect(checkAddress(text).mailbox?.address).toBe('post@shop.example');
    expect(checkAddress(text).suggestion).toBe('post@shop.example');
  });
});

describe('mail can be sent to it, and it is hardly meant', () => {
  test.each<[string, string, readonly string[], string]>([
    ['a top level that is not there', 'post@shop.nno', ['TOP_LEVEL_SLIP «nno» → no'], 'post@shop.no'],
    ['another', 'post@shop.con', ['TOP_LEVEL_SLIP «con» → com'], 'post@shop.com'],
    ['in capitals', 'post@shop.CMO', ['TOP_LEVEL_SLIP «CMO» → com'], 'post@shop.com'],
    ['a known domain with it', 'ola@hotmail.con', ['TOP_LEVEL_SLIP «con» → com'], 'ola@hotmail.com'],
    ['two slips', 'ola@gmial.con', ['MAIL_DOMAIN_SLIP «gmial.con» → gmail.com'], 'ola@gmail.com'],
    ['letters swapped', 'ola@gmial.com', ['MAIL_DOMAIN_SLIP «gmial.com» → gmail.com'], 'ola@gmail.com'],
    ['letters swapped', 'ola@gamil.com', ['MAIL_DOMAIN_SLIP «gamil.com» → gmail.com'], 'ola@gmail.com'],
    ['letters swapped', 'ola@hotmial.com', ['MAIL_DOMAIN_SLIP «hotmial.com» → hotmail.com'], 'ola@hotmail.com'],
    ['a letter lost', 'ola@outlok.com', ['MAIL_DOMAIN_SLIP «outlok.com» → outlook.com'], 'ola@outlook.com'],
    ['a letter lost', 'ola@onlin.no', ['MAIL_DOMAIN_SLIP «onlin.no» → online.no'], 'ola@online.no'],
    ['a letter too many', 'ola@hotmaill.no', ['MAIL_DOMAIN_SLIP «hotmaill.no» → hotmail.no'], 'ola@hotmail.no'],
    ['another country', 'ola@gmail.no', ['MAIL_DOMAIN_SLIP «gmail.no» → gmail.com'], 'ola@gmail.com'],
    ['a top level too short', 'ola@hotmail.co', ['MAIL_DOMAIN_SLIP «hotmail.co» → hotmail.com'], 'ola@hotmail.com'],
    [
      'further away, and well known',
      'ola@icould.com',
      ['MAIL_DOMAIN_SLIP «icould.com» → icloud.com'],
      'ola@icloud.com',
    ],
    ['a web address', 'post@www.shop.example', ['WWW «www.» → '], 'post@shop.example'],
  ])('%s: %s', (_why, text, problems, meant) => {
    expect(told(text)).toEqual(problems);
    expect(checkAddress(text).suggestion).toBe(meant);
    expect(checkAddress(text).mailbox?.address).toBe(text.toLowerCase());
  });

  test('letters that most servers do not take before the @', () => {
    expect(told('bjørn.åse@shop.example')).toEqual(['NON_ASCII_LOCAL «ø»', 'NON_ASCII_LOCAL «å»']);
    expect(checkAddress('bjørn@shop.example')).toMatchObject({ suggestion: null, mailbox: null });
  });
});

test.each([
  ['a fault before the @', 'po..st@shop.example', 'shop.example'],
  ['a fault that is made good behind it', 'post@shop,example', 'shop.example'],
  ['letters', 'bjørn@blåbær.example', 'xn--blbr-roah.example'],
  ['a slip: what is typed is asked about', 'ola@gmial.com', 'gmial.com'],
  ['none', 'post@butikk', undefined],
])('the domain that may be asked about: %s', (_why, text, domain) => {
  expect(checkAddress(text).domain?.ascii).toBe(domain);
});

test('a slip leads to no slip', () => {
  const meant = Object.values(topLevelSlips);
  expect(meant.filter((topLevel) => Object.hasOwn(topLevelSlips, topLevel))).toEqual([]);
  expect(['gmail.com', 'hotmail.no', 'googlemail.com', 'constructor'].map(mailDomainMeant)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('no severity but those of an address', () => {
  const codes = Object.keys(addressSeverities) as AddressCode[];
  expect([...new Set(codes.map((code) => addressSeverities[code]))].toSorted()).toEqual(['error', 'notice', 'warning']);
});
