import { describe, expect, test } from 'vitest';
import { type DomainChange, type DomainProblem, isDnsName, parseDomain } from '#core/domain.ts';
import fc from '#test/fast-check.ts';

const label63 = 'a'.repeat(63);
/** 253 octets: three labels of 63, one of 61. */
const longest = [label63, label63, label63, 'a'.repeat(61)].join('.');

test.each<[why: string, text: string, changes: readonly DomainChange[]]>([
  ['a domain as it is', 'shop.no', []],
  ['capitals', 'SHOP.No', ['case']],
  ['white space around', ' \tshop.no\r\n', ['white_space']],
  ['a no-break space pasted along', 'shop.no\u00a0', ['white_space']],
  ['a zero-width space and a byte order mark pasted along', '\ufeffshop.no\u200b', ['white_space']],
  ['direction marks pasted along', '\u200e\u202ashop.no\u202c', ['white_space']],
  ['the final dot of a zone file', 'shop.no.', ['final_dot']],
  ['an ideographic final dot', 'shop.no。', ['final_dot']],
  ['an e-mail address', 'post@shop.no', ['address']],
  ['an e-mail address in capitals', 'Post@Shop.no', ['address', 'case']],
  ['an address without its local part', '@shop.no', ['address']],
  ['an address with a plus', 'post+faktura@shop.no', ['address']],
  ['a quoted local part with an @', '"a@b"@shop.no', ['address']],
  ['an address with its name', 'Ola Nordmann <post@shop.no>', ['address']],
  ['an address with a quoted name', '"Nordmann, Ola" <post@shop.no> ', ['white_space', 'address']],
  ['an address in angle brackets', '<post@shop.no>', ['address']],
  ['a mailto link', 'mailto:post@shop.no', ['address']],
  ['a mailto link in capitals', 'MAILTO:post@shop.no', ['address']],
  ['a mailto link with a subject', 'mailto:post@shop.no?subject=Hei', ['address', 'url']],
  ['a mailto link with another address in its query', 'mailto:post@shop.no?cc=ola@example.com', ['address', 'url']],
  ['a web address', 'https://shop.no', ['url']],
  ['a web address with a path, a query and a fragment', 'https://shop.no/kontakt?a=b#c', ['url']],
  ['a web address with an e-mail address in its query', 'https://shop.no/?mail=post@example.com', ['url']],
  ['a path without a scheme', 'shop.no/kontakt', ['url']],
  ['a query with an e-mail address, without a scheme', 'shop.no/?mail=post@example.com', ['url']],
  ['a query without a path, with an e-mail address', 'shop.no?mail=post@example.com', ['url']],
  ['a port', 'shop.no:8080', ['url']],
  ['a user, a port and a path', 'https://ola:hemmelig@shop.no:443/a', ['url']],
  ['a web address with a final dot', 'https://shop.no./', ['url', 'final_dot']],
  ['www. in front', 'www.shop.no', ['www']],
  ['the name of its DMARC record', '_dmarc.shop.no', ['record_name']],
  ['the name of a DKIM record', 'mab._domainkey.shop.no', ['record_name']],
  ['everything at once', ' HTTPS://WWW.Shop.NO./Kontakt ', ['white_space', 'url', 'final_dot', 'case', 'www']],
])('%s: %j is shop.no', (_why, text, changes) => {
  expect(parseDomain(text)).toEqual({ ok: true, domain: { ascii: 'shop.no', unicode: 'shop.no' }, changes });
});

test.each<[why: string, text: string]>([
  ['a full-width dot', 'shop．no'],
  ['a full-width final dot', 'shop.no．'],
  ['full-width letters', 'ｓｈｏｐ.no'],
  ['a soft hyphen inside, which is left out', 'sh\u00adop.no'],
  ['a zero-width space inside, which is left out', 'shop\u200b.no'],
])('UTS 46: %s', (_why, text) => {
  expect(parseDomain(text)).toMatchObject({ ok: true, domain: { ascii: 'shop.no', unicode: 'shop.no' } });
});

test.each<[why: string, text: string, ascii: string, unicode: string]>([
  ['æ and å', 'blåbær.no', 'xn--blbr-roah.no', 'blåbær.no'],
  ['capital Æ and Å', 'BLÅBÆR.NO', 'xn--blbr-roah.no', 'blåbær.no'],
  ['å as a and a ring (NFD)', 'bla\u030abær.no', 'xn--blbr-roah.no', 'blåbær.no'],
  ['capital å as A and a ring', 'BLA\u030aBÆR.NO', 'xn--blbr-roah.no', 'blåbær.no'],
  ['already A-labels', 'xn--blbr-roah.no', 'xn--blbr-roah.no', 'blåbær.no'],
  ['A-labels in capitals', 'XN--BLBR-ROAH.NO', 'xn--blbr-roah.no', 'blåbær.no'],
  ['an address', 'Post@Blåbær.no', 'xn--blbr-roah.no', 'blåbær.no'],
  ['a web address', 'https://www.blåbær.no/kontakt', 'xn--blbr-roah.no', 'blåbær.no'],
  ['an ideographic dot', 'blåbær。no', 'xn--blbr-roah.no', 'blåbær.no'],
  ['ø', 'kjøtt.no', 'xn--kjtt-hra.no', 'kjøtt.no'],
  ['ß stays ß, non-transitional', 'straße.example', 'xn--strae-oqa.example', 'straße.example'],
  ['a top label of its own script', 'пример.рф', 'xn--e1afmkfd.xn--p1ai', 'пример.рф'],
])('both forms of %s', (_why, text, ascii, unicode) => {
  expect(parseDomain(text)).toMatchObject({ ok: true, domain: { ascii, unicode } });
});

test.each<[why: string, text: string, ascii: string]>([
  ['a subdomain stays', 'post.shop.no', 'post.shop.no'],
  ['www.no is a domain of its own', 'www.no', 'www.no'],
  ['one www. is taken off, not two', 'www.www.shop.no', 'www.shop.no'],
  ['www. in front of www.no', 'www.www.no', 'www.no'],
  ['www without its dot stays', 'wwwshop.no', 'wwwshop.no'],
  ['www2 stays', 'www2.shop.no', 'www2.shop.no'],
  ['www inside stays', 'shop.www.no', 'shop.www.no'],
  ['a label of 63', `${label63}.no`, `${label63}.no`],
  ['57 letters that are 63 as an A-label', `${'å'.repeat(57)}.no`, `xn--5c${'a'.repeat(57)}.no`],
  ['a name of 253', longest, longest],
  ['a name of 253 and its final dot', `${longest}.`, longest],
  ['digits, but not in the last label', '1881.no', '1881.no'],
  ['hyphens inside', 'a--b.shop-en.no', 'a--b.shop-en.no'],
  ['looks like hexadecimal', 'cafe.face', 'cafe.face'],
])('%s', (_why, text, ascii) => {
  expect(parseDomain(text)).toMatchObject({ ok: true, domain: { ascii } });
});

describe('refused', () => {
  test.each<[problem: DomainProblem, why: string, text: string]>([
    ['EMPTY', 'nothing', ''],
    ['EMPTY', 'white space', ' \t\n'],
    ['EMPTY', 'invisible characters', '\u200b\ufeff\u00a0'],
    ['EMPTY', 'a dot', '.'],
    ['EMPTY', 'a local part alone', 'post@'],
    ['EMPTY', 'a scheme alone', 'https://'],
    ['EMPTY', 'mailto alone', 'mailto:'],
    ['IP_ADDRESS', 'IPv4', '192.0.2.1'],
    ['IP_ADDRESS', 'IPv4 with a port', '192.0.2.1:25'],
    ['IP_ADDRESS', 'IPv4 in a web address', 'http://192.0.2.1/kontakt'],
    ['IP_ADDRESS', 'IPv4 in an e-mail address', 'post@192.0.2.1'],
    ['IP_ADDRESS', 'an address literal', 'post@[192.0.2.1]'],
    ['IP_ADDRESS', 'IPv4 out of range', '300.300.300.300'],
    ['IP_ADDRESS', 'IPv4 in full-width digits', '１９２．０．２．１'],
    ['IP_ADDRESS', 'IPv6', '2001:db8::1'],
    ['IP_ADDRESS', 'IPv6 in capitals', '2001:DB8::A'],
    ['IP_ADDRESS', 'IPv6, the shortest', '::'],
    ['IP_ADDRESS', 'IPv6 in full', '2001:db8:0:0:0:0:0:1'],
    ['IP_ADDRESS', 'IPv4-mapped', '::ffff:192.0.2.1'],
    ['IP_ADDRESS', 'IPv6 in a web address', 'https://[2001:db8::1]:443/a'],
    ['IP_ADDRESS', 'IPv6 in an address literal', 'post@[IPv6:2001:db8::1]'],
    ['IP_ADDRESS', 'a last label of digits (RFC 3696 section 2)', 'shop.123'],
    ['SINGLE_LABEL', 'a word', 'shop'],
    ['SINGLE_LABEL', 'a word with a final dot', 'shop.'],
    ['SINGLE_LABEL', 'localhost with a port', 'http://localhost:3000/'],
    ['SINGLE_LABEL', 'a word with æøå', 'blåbær'],
    ['EMPTY_LABEL', 'two dots', 'shop..no'],
    ['EMPTY_LABEL', 'a dot in front', '.shop.no'],
    ['EMPTY_LABEL', 'two final dots', 'shop.no..'],
    ['EMPTY_LABEL', 'an ideographic dot beside a dot', 'shop.。no'],
    ['EMPTY_LABEL', 'two full-width dots, which UTS 46 makes dots', 'shop．．no'],
    ['EMPTY_LABEL', 'a half-width ideographic dot in front, which UTS 46 makes a dot', '｡shop.no'],
    ['EMPTY_LABEL', 'a label of a character that UTS 46 leaves out', '\u034f.shop.no'],
    ['LABEL_TOO_LONG', 'a label of 64', `${label63}a.no`],
    ['LABEL_TOO_LONG', '58 letters that are 64 as an A-label', `${'å'.repeat(58)}.no`],
    ['NAME_TOO_LONG', 'a name of 254', `${longest}a`],
    ['NAME_TOO_LONG', 'a name of 254 with short labels', `${'a.'.repeat(126)}no`],
    ['BAD_CHARACTER', 'an underscore', 'my_shop.no'],
    ['BAD_CHARACTER', 'a space inside', 'shop en.no'],
    ['BAD_CHARACTER', 'two domains', 'shop.no example.com'],
    ['BAD_CHARACTER', 'two addresses', 'post@shop.no, ola@example.com'],
    ['BAD_CHARACTER', 'quotation marks', '"shop.no"'],
    ['BAD_CHARACTER', 'typographic quotation marks, which RFC 5892 disallows', '“shop.no”'],
    ['BAD_CHARACTER', 'guillemets, which RFC 5892 disallows', '«shop.no»'],
    ['BAD_CHARACTER', 'a comma behind', 'shop.no,'],
    ['BAD_CHARACTER', 'an exclamation mark', 'shop!.no'],
    ['BAD_CHARACTER', 'a star', '*.shop.no'],
    ['BAD_CHARACTER', 'a percent escape', 'sh%6fp.no'],
    ['BAD_CHARACTER', 'a control character', 'sh\u0001op.no'],
    ['BAD_CHARACTER', 'markup', '<b>shop.no'],
    ['BAD_CHARACTER', 'an A-label of a control character', 'xn--a.no'],
    ['BAD_CHARACTER', 'an A-label that is no Punycode', 'xn--99999999.no'],
    ['BAD_CHARACTER', 'an A-label of another wrong Punycode', 'xn--zzzzzzzzz.no'],
    ['BAD_CHARACTER', 'a full-width solidus, which UTS 46 makes a solidus', 'shop／a.no'],
    ['BAD_HYPHEN', 'a hyphen in front', '-shop.no'],
    ['BAD_HYPHEN', 'a hyphen behind', 'shop-.no'],
    ['BAD_HYPHEN', 'a top label with a hyphen behind', 'shop.no-'],
  ])('%s: %s', (problem, _why, text) => {
    expect(parseDomain(text)).toEqual({ ok: false, problem });
  });
});

describe('for whatever text', () => {
  const piece = fc.constantFrom(
    ...['shop', 'no', '.', '..', '。', '．', '@', ':', '/', 'www.', 'xn--', 'https://', 'mailto:', '<', '>', ' ', '-'],
    ...['å', 'a\u030a', '\u00ad', '\u200b', '\u034f', 'ß', '1', '[', ']', '%', '_', 'A', 'İ', '\u{1f600}', '?', '#'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  );

  test('it never throws, and what it gives is a host name that it gives again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseDomain(text);
        if (!parsed.ok) return;
        const { ascii, unicode } = parsed.domain;
        expect(ascii).toMatch(/^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/);
        expect(ascii.length).toBeLessThanOrEqual(253);
        if (!/^www\.[^.]+\./.test(ascii)) {
          expect(parseDomain(ascii)).toEqual({ ok: true, domain: parsed.domain, changes: [] });
          expect(parseDomain(unicode)).toMatchObject({ ok: true, domain: parsed.domain });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test.each<[why: string, name: string, is: boolean]>([
  ['a host name', 'example.com', true],
  ['underscores', '_spf.example.com', true],
  ['any ASCII octet', 'a!b "c".example.com', true],
  ['a label of 63', `${label63}.com`, true],
  ['a label of 64', `${label63}a.com`, false],
  ['a name of 253', longest, true],
  ['a name of 254', `${longest}a`, false],
  ['an empty label', 'a..com', false],
  ['nothing', '', false],
  ['a single label', 'com', true],
  ['what is no ASCII', 'blåbær.no', false],
  ['a control character', 'a\u0001.com', false],
])('%s is a name that DNS can be asked for: %s', (_why, name, is) => {
  expect(isDnsName(name)).toBe(is);
});
