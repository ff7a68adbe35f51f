import { describe, expect, test } from 'vitest';
import { readFields } from '#core/headers/fields.ts';
import { longestHeaders, mostFields } from '#core/headers/reading.ts';

const read = (text: string): readonly (readonly [string, string])[] => {
  const found = readFields(text);
  return found.kind === 'read' ? found.fields.map(({ name, value }) => [name, value]) : [];
};

const two = [
  ['Received', 'from a.example by b.example; Mon, 2 Mar 2026 10:15:06 +0100'],
  ['Subject', 'Faktura'],
];

describe('fields', () => {
  test.each([
    ['folded', 'Received: from a.example\n by b.example;\n\tMon, 2 Mar 2026 10:15:06 +0100\nSubject: Faktura\n', two],
    [
      'CRLF',
      'Received: from a.example by b.example;\r\n Mon, 2 Mar 2026 10:15:06 +0100\r\nSubject: Faktura\r\n\r\nHei: du',
      two,
    ],
    ['CR alone', 'Received: from a.example by b.example;\r Mon, 2 Mar 2026 10:15:06 +0100\rSubject: Faktura', two],
    [
      'the indentation of folded lines lost',
      'Received: from a.example\nby b.example; Mon, 2 Mar 2026\n10:15:06 +0100\nSubject: Faktura',
      two,
    ],
    [
      'no-break spaces as indentation',
      'Received: from a.example\n\u00a0\u00a0by b.example; Mon, 2 Mar 2026 10:15:06 +0100\nSubject:\u00a0Faktura',
      two,
    ],
    [
      'all lines indented',
      '    Received: from a.example\n      by b.example; Mon, 2 Mar 2026 10:15:06 +0100\n    Subject: Faktura',
      two,
    ],
    [
      'blank lines before, and an mbox line',
      '\ufeff\n\nFrom post@shop.example Mon Mar  2 10:15:06 2026\nReceived: from a.example by b.example; Mon, 2 Mar 2026 10:15:06 +0100\nSubject: Faktura',
      two,
    ],
    [
      'a blank line between every two lines',
      'Received: from a.example\n\n by b.example; Mon, 2 Mar 2026 10:15:06 +0100\n\nSubject: Faktura\n\n\n\nHei: du\n\nX-A: b',
      two,
    ],
    [
      'a blank line between every two fields',
      'Received: from a.example\n by b.example; Mon, 2 Mar 2026 10:15:06 +0100\n\nSubject: Faktura',
      two,
    ],
    [
      'the table of Gmail above',
      'Meldings-ID\t<1@shop.example>\nFrom:\tShop <post@shop.example>\nSubject:\tFaktura\nSPF:\tPASS med IP 192.0.2.70\nDKIM:\t«PASS»\n\nLast ned original\n\nReceived: from a.example by b.example; Mon, 2 Mar 2026 10:15:06 +0100\nSubject: Faktura',
      two,
    ],
    [
      'the names that a signature covers at the margin',
      'DKIM-Signature: v=1; d=shop.example; h=From:\nSubject:Date:\nTo; b=AAAA\nSubject: Faktura',
      [
        ['DKIM-Signature', 'v=1; d=shop.example; h=From: Subject:Date: To; b=AAAA'],
        ['Subject', 'Faktura'],
      ],
    ],
    [
      'codes and addresses at the margin are no fields',
      'X-Forefront-Antispam-Report:\nCIP:192.0.2.1;SCL:1;\nReceived: from a (\n2001:db8::1) by b;\nSubject:x',
      [
        ['X-Forefront-Antispam-Report', 'CIP:192.0.2.1;SCL:1;'],
        ['Received', 'from a ( 2001:db8::1) by b;'],
        ['Subject', 'x'],
      ],
    ],
    [
      'the body is not read',
      'From: a@shop.example\nSubject: x\n\nReceived: from a.example',
      [
        ['From', 'a@shop.example'],
        ['Subject', 'x'],
      ],
    ],
  ])('%s', (_reason, text, fields) => {
    expect(read(text)).toEqual(fields);
  });

  test('the place of a field is where it stands', () => {
    const text = '\r\nSubject: a\r\n b\r\nFrom: c@d.example\r\n\r\n';
    const found = readFields(text);
    expect(found).toMatchObject({ kind: 'read', unread: 0 });
    const places = found.kind === 'read' ? found.fields.map(({ start, end }) => text.slice(start, end)) : [];
    expect(places).toEqual(['Subject: a\r\n b', 'From: c@d.example']);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\u00a0\n\t', 'empty'],
    ['a text', 'Hei, her er fakturaen.\nHilsen Ola', 'no_headers'],
    ['what Outlook shows above a mail', 'Fra: Ola\nSendt: mandag\nTil: Kari\nEmne: Faktura', 'no_headers'],
    ['no end within the limit', `Subject: ${'a'.repeat(longestHeaders)}`, 'too_long'],
  ])('unreadable: %s', (_reason, text, reason) => {
    expect(readFields(text)).toEqual({ kind: 'unreadable', reason });
  });

  test('a long body is no long header', () => {
    expect(readFields(`Subject: a\n\n${'b'.repeat(longestHeaders)}`)).toMatchObject({ kind: 'read' });
  });

  test('fields past the limit are counted', () => {
    const found = readFields('X-A: b\n'.repeat(mostFields + 3));
    expect(found).toMatchObject({ kind: 'read', unread: 3 });
    expect(found.kind === 'read' && found.fields.length).toBe(mostFields);
  });
});
