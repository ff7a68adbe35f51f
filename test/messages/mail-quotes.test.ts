import { expect, test } from 'vitest';
import { recordWords } from '#messages/mail-quotes.ts';

test.each([
  ['an SPF record', 'v=spf1 include:_spf.mab.no ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx a:h.example/24 ~all'],
  ['with its type', 'TXT v=spf1 -all'],
  ['a DMARC record', 'v=DMARC1; p=none; rua=mailto:post@shop.example'],
  ['a name', 'mab._domainkey.shop.example'],
  ['with a final dot', 'mab._domainkey.mab.no.'],
  ['an address', '192.0.2.1'],
  ['a network of IPv6', '2001:db8::/32'],
  ['a term', 'include:_spf.mab.no'],
  ['a slip', 'inlcude'],
  ['nothing', ''],
])('repeated whole: %s', (_why, text) => {
  expect(recordWords(text)).toBe(text);
});

test.each([
  ['a sentence behind a record', 'v=spf1 -all Du har vunnet', 'v=spf1 -all …'],
  ['a web address in one', 'v=spf1 https://evil.example/ -all', 'v=spf1 …'],
  ['a sentence', 'Passordet ditt er utløpt', '…'],
  ['a sentence of one word', 'Hei_Kari,_regningen_din_er_forfalt', '…'],
  ['a web address', 'https://evil.example/logg-inn', '…'],
  ['one in a tag', 'p=https://evil.example', '…'],
  ['a sentence in a tag', 'p=Passordet ditt er utløpt', 'p=Passordet …'],
  ['a modifier of one’s own', 'v=spf1 x=kjoep.naa -all', 'v=spf1 …'],
])('cut where it is no record: %s', (_why, text, repeated) => {
  expect(recordWords(text)).toBe(repeated);
});
