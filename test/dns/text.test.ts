import { expect, test } from 'vitest';
import { decodeText } from '#dns/text.ts';

test.each([
  ['ASCII', Buffer.from('v=spf1 -all'), 'v=spf1 -all'],
  ['nothing', Buffer.alloc(0), ''],
  ['UTF-8', Buffer.from('blåbær'), 'blåbær'],
  ['UTF-8 past U+00FF stays as it is', Buffer.from('v=spf1 – “all”'), 'v=spf1 – “all”'],
  ['Latin-1, which is no UTF-8', Buffer.from('blåbær', 'latin1'), 'blåbær'],
  ['one octet that is no UTF-8 makes all of it Latin-1', Buffer.from([0xc3, 0xa6, 0xff]), 'Ã¦ÿ'],
  ['octets that windows-1252 has other characters for', Buffer.from([0x80, 0x99]), '\u0080\u0099'],
  ['UTF-8 of UTF-8', Buffer.from(Buffer.from('blåbær').toString('latin1')), 'blåbær'],
  ['an invisible mark encoded twice', Buffer.from(Buffer.from('a\u200eb').toString('latin1')), 'a\u200eb'],
  ['a byte order mark is a character of the text', Buffer.from('\ufeffv=spf1'), '\ufeffv=spf1'],
])('%s', (_, octets, text) => {
  expect(decodeText(octets)).toBe(text);
});
