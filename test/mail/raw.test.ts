import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { rawLetter } from '#mail/raw.ts';
import { from } from './carriers.ts';
import { letterTo } from './letters.ts';

const now = new Date('2026-11-24T12:00:00Z');
const rawOf = async (letter = letterTo('post@shop.example')): Promise<string> =>
  (await rawLetter(letter, from, 'id-1', now)).toString('latin1');

test('what is written is what is read', async () => {
  const letter = letterTo('Ola+x@blåbær.example');
  const read = await PostalMime.parse(await rawLetter(letter, from, 'id-1', now));
  expect(read).toMatchObject({
    from,
    to: [{ name: '', address: 'Ola+x@xn--blbr-roah.example' }],
    subject: letter.subject,
    messageId: '<id-1@mab.example>',
    date: '2026-11-24T12:00:00.000Z',
  });
  expect([read.text?.trimEnd(), read.html?.trimEnd()]).toEqual([letter.text, letter.html]);
});

test('the headers: no more and no fewer', async () => {
  const [head = ''] = (await rawOf()).split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  expect(unfolded.map((line) => line.slice(0, line.indexOf(':'))).sort()).toEqual([
    'Auto-Submitted',
    'Content-Type',
    'Date',
    'From',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
    'MIME-Version',
    'Message-ID',
    'Subject',
    'To',
  ]);
  expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(unfolded).toContain(
    `List-Unsubscribe: <https://e.example/api/mail/unsubscribe?token=${'a'.repeat(87)}&language=nb>`,
  );
  expect(unfolded).toContain('Auto-Submitted: auto-generated');
});

test('ASCII, in lines that every server carries (RFC 5321 section 4.5.3.1.6)', async () => {
  const raw = await rawOf();
  expect(/^[\t\r\n\x20-\x7e]*$/.test(raw)).toBe(true);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  // One token without a space may be longer than the 78 that are wished for.
  expect(raw.split('\r\n').filter((line) => line.length > 160)).toEqual([]);
});

test.each([
  ['a line in the subject', { subject: 'a\r\nBcc: all@list.example\r\n\r\nbody' }],
  ['a bare line feed there', { subject: 'a\nBcc: all@list.example' }],
  ['a line in the link', { unsubscribe: 'https://e.example/\r\nBcc: all@list.example' }],
  ['headers in the text', { text: 'Bcc: all@list.example\r\n\r\n' }],
])('nothing adds a header or a recipient: %s', async (_why, changes) => {
  const read = await PostalMime.parse(await rawLetter(letterTo('post@shop.example', changes), from, 'id-1', now));
  expect(read.headers.map(({ key }) => key)).not.toContain('bcc');
  expect([read.to, read.cc, read.bcc]).toEqual([[{ name: '', address: 'post@shop.example' }], undefined, undefined]);
  expect(read.html?.trimEnd()).toBe(letterTo('post@shop.example').html);
});
