import { expect, test } from 'vitest';
import { parseMailbox, recipientOf } from '#core/mailbox.ts';

test.each([
  ['as it is', 'post@shop.example', 'post@shop.example'],
  ['white space around it', '  post@shop.example\r\n', 'post@shop.example'],
  ['capitals stay on the left alone', 'Ola.Nordmann@Shop.Example', 'Ola.Nordmann@shop.example'],
  ['letters of the domain', 'post@blåbær.example', 'post@xn--blbr-roah.example'],
  ['a tag', 'ola+faktura@shop.example', 'ola+faktura@shop.example'],
  ['every sign that is allowed', "a!#$%&'*+/=?^_`{|}~-z@shop.example", "a!#$%&'*+/=?^_`{|}~-z@shop.example"],
  ['www is part of it', 'post@www.shop.example', 'post@www.shop.example'],
  ['64 on the left', `${'a'.repeat(64)}@shop.example`, `${'a'.repeat(64)}@shop.example`],
])('an address: %s', (_why, text, address) => {
  expect(parseMailbox(text)?.address).toBe(address);
});

test.each([
  ['nothing', ''],
  ['no @', 'post.shop.example'],
  ['nothing on the left', '@shop.example'],
  ['nothing on the right', 'post@'],
  ['two of them', 'a@b.example,c@d.example'],
  ['two, and white space', 'a@b.example c@d.example'],
  ['two @', 'post@@shop.example'],
  ['a name with it', 'Ola <ola@shop.example>'],
  ['a header behind it', 'post@shop.example\r\nBcc: all@list.example'],
  ['a header before it', 'a\r\nBcc: all@list.example, post@shop.example'],
  ['a line feed within', 'po\nst@shop.example'],
  ['an octet of 0', 'post\0@shop.example'],
  ['what is not seen', 'po\u200bst@shop.example'],
  ['quotes', '"a b"@shop.example'],
  ['a comment', 'post(x)@shop.example'],
  ['two full stops', 'po..st@shop.example'],
  ['a full stop at the end', 'post.@shop.example'],
  ['letters that SMTP without extensions has not', 'blåbær@shop.example'],
  ['a domain of one label', 'post@localhost'],
  ['an empty label', 'post@shop..example'],
  ['a final dot', 'post@shop.example.'],
  ['an address of a machine', 'post@[192.0.2.1]'],
  ['65 on the left', `${'a'.repeat(65)}@shop.example`],
  [
    'longer than a path',
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(8)}.example`,
  ],
])('none: %s', (_why, text) => {
  expect(parseMailbox(text)).toBeNull();
});

test.each([
  ['capitals', 'Ola@Shop.example', 'ola@shop.example'],
  ['a tag', 'ola+1+2@shop.example', 'ola@shop.example'],
  ['a tag alone is a name', '+1@shop.example', '+1@shop.example'],
  ['full stops, where they are not read', 'o.l.a+1@gmail.com', 'ola@gmail.com'],
  ['full stops, where they are', 'o.l.a@shop.example', 'o.l.a@shop.example'],
])('one recipient, however written: %s', (_why, text, recipient) => {
  const mailbox = parseMailbox(text);
  expect(mailbox && recipientOf(mailbox)).toBe(recipient);
});
