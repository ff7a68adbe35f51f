import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isUnsigned } from '#core/headers/alignment.ts';
import { sentBySender } from '#core/headers/evidence.ts';
import { readHeaders } from '#core/headers/read-headers.ts';
import type { ReadHeaders } from '#core/headers/reading.ts';

const read = (text: string): ReadHeaders => {
  const reading = readHeaders(text);
  if (reading.kind !== 'read') throw new Error(reading.reason);
  return reading;
};
const sample = (name: string): string => readFileSync(new URL(`samples/${name}.txt`, import.meta.url), 'utf8');

/** Result, domain and server of each verdict. */
const verdictsOf = ({ verdicts }: ReadHeaders) =>
  Object.values(verdicts).map((verdict) =>
    verdict === null
      ? null
      : `${verdict.result} ${verdict.domain} ${verdict.source.server} ${verdict.source.certainty}`,
  );
const othersOf = ({ others }: ReadHeaders) =>
  others.map(
    ({ why, server, results }) => `${why} ${server} ${results.map(({ method, result }) => `${method}=${result}`)}`,
  );

describe('forms of receivers', () => {
  test.each([
    [
      'exchange-online',
      ['fail shop.example null own', 'pass shop.example null own', 'pass shop.example null own'],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'gmail',
      [
        'softfail shop.example mx.google.com own',
        'pass shop.example mx.google.com own',
        'pass shop.example mx.google.com own',
      ],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'one-com',
      [
        'pass shop.example mailin3.one.com own',
        'none null mailin3.one.com own',
        'pass shop.example mailin3.one.com own',
      ],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'domeneshop',
      ['none shop.example mx.domeneshop.no own', null, null],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'rspamd',
      [
        'pass shop.example mx.customer.example own',
        'pass shop.example mx.customer.example own',
        'pass shop.example mx.customer.example own',
      ],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'opendkim',
      [
        'neutral bounce.mailer.example mx.customer.example own',
        'fail shop.example mx.customer.example own',
        'fail shop.example mx.customer.example own',
      ],
      { ip: '2001:db8::25', sender: 'postmaster@bounce.mailer.example' },
    ],
    [
      'icloud',
      [
        'pass shop.example spf.icloud.com own',
        'pass shop.example dkim-verifier.icloud.com own',
        'pass shop.example dmarc.icloud.com own',
      ],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
    [
      'exim',
      [
        'pass shop.example mx.customer.example own',
        'none null mx.customer.example own',
        'none shop.example mx.customer.example own',
      ],
      { ip: '192.0.2.70', sender: 'post@shop.example' },
    ],
  ])('%s', (name, verdicts, evaluation) => {
    const reading = read(sample(name));
    expect(verdictsOf(reading)).toEqual(verdicts);
    expect(reading.evaluation).toEqual(evaluation);
    expect(reading.hops.filter(({ entry }) => entry)).toHaveLength(1);
    expect(reading.allPass).toBe(verdicts.every((verdict) => verdict?.startsWith('pass')));
  });

  test.each(['exchange-online', 'gmail', 'rspamd', 'icloud'])('%s: the same without indentation', (name) => {
    const { fields, ...reading } = read(sample(name).replace(/^[ \t]+/gm, ''));
    const { fields: indented, ...whole } = read(sample(name));
    expect(fields.map((field) => field.name)).toEqual(indented.map((field) => field.name));
    expect(withoutPlaces(reading)).toEqual(withoutPlaces(whole));
  });

  test.each(['exchange-online', 'gmail', 'forged'])('%s: the same with a blank line between every two', (name) => {
    const { fields, ...reading } = read(sample(name).replaceAll('\n', '\r\n\r\n'));
    const { fields: single, ...whole } = read(sample(name));
    expect(fields).toHaveLength(single.length);
    expect(withoutPlaces(reading)).toEqual(withoutPlaces(whole));
  });
});

const withoutPlaces = (reading: object): unknown =>
  JSON.parse(JSON.stringify(reading, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));

describe('who wrote it', () => {
  const entry =
    'Received: from a.shop.example (a.shop.example [192.0.2.1]) by mx.customer.example with ESMTP; 2 Mar 2026 09:15:06 GMT\n';
  const older = 'Received: from b.shop.example ([192.0.2.2]) by a.shop.example with ESMTP; 2 Mar 2026 09:15:00 GMT\n';
  const results = (server: string, said: string) => `Authentication-Results: ${server}; ${said}\n`;
  const rest = 'From: a@shop.example\nSubject: x\n';

  test('forged below: what came with the mail is told, and not believed', () => {
    const reading = read(sample('forged'));
    expect(verdictsOf(reading)).toEqual([
      'fail shop.example mx.customer.example own',
      null,
      'fail shop.example mx.customer.example own',
    ]);
    expect(othersOf(reading)).toEqual([
      'older mx.customer.example spf=pass,dkim=pass',
      'older trusted.example dmarc=pass',
      'older mx.customer.example dkim=pass',
    ]);
  });

  test.each([
    [
      'above the entry, whatever its name',
      results('x.example', 'spf=pass') + entry + rest,
      'pass null x.example own',
      [],
    ],
    [
      'right below the entry, by its name',
      entry + results('mx.customer.example', 'spf=pass') + rest,
      'pass null mx.customer.example own',
      [],
    ],
    [
      'right below the entry, by another name',
      entry + results('x.example', 'spf=pass') + rest,
      'pass null x.example likely',
      [],
    ],
    [
      'right below the entry, by the name of the server that gave it',
      entry + results('a.shop.example', 'spf=pass') + rest,
      undefined,
      ['older a.shop.example spf=pass'],
    ],
    [
      'behind the fields of the message, by its name',
      entry + rest + results('mx.customer.example', 'spf=pass'),
      'pass null mx.customer.example likely',
      [],
    ],
    [
      'behind the fields of the message, by another name',
      entry + rest + results('x.example', 'spf=pass'),
      undefined,
      ['older x.example spf=pass'],
    ],
    [
      'below the next Received, by its name',
      entry + older + results('mx.customer.example', 'spf=pass') + rest,
      undefined,
      ['older mx.customer.example spf=pass'],
    ],
    [
      'a second one with the same name says otherwise',
      entry + results('mx.customer.example', 'spf=fail') + results('mx.customer.example', 'spf=pass') + rest,
      'fail null mx.customer.example own',
      ['repeated mx.customer.example spf=pass'],
    ],
    [
      'a step within before the entry',
      `Received: from mx.customer.example by box.customer.example with LMTP; 2 Mar 2026 09:15:08 GMT\n${results('mx.customer.example', 'spf=pass')}${entry}${results('mx.customer.example', 'spf=fail')}${rest}`,
      'pass null mx.customer.example own',
      ['older mx.customer.example spf=fail'],
    ],
    [
      'Received-SPF, where Authentication-Results says nothing of it',
      `${results('mx.customer.example', 'dkim=pass')}Received-SPF: softfail (mx.customer.example: domain of a@shop.example)\n${entry}${rest}`,
      'softfail shop.example mx.customer.example own',
      [],
    ],
    ['no Received at all', results('x.example', 'spf=pass') + rest, 'pass null x.example likely', []],
    [
      'Microsoft’s form at another receiver',
      `${entry}Authentication-Results: spf=pass\n${rest}`,
      'pass null null likely',
      [],
    ],
  ])('%s', (_reason, text, spf, others) => {
    const reading = read(text);
    expect(verdictsOf(reading)[0] ?? undefined).toBe(spf);
    expect(othersOf(reading)).toEqual(others);
  });
});

describe('facts', () => {
  test('encoded words, the way, and what Microsoft’s filter wrote', () => {
    const { message, seconds, spamMarks, senderEvidence, alignment } = read(sample('exchange-online'));
    expect(message).toEqual({
      from: { name: 'Blåbær AS', address: 'post@shop.example', domain: 'shop.example' },
      to: [{ name: null, address: 'kunde@customer.example', domain: 'customer.example' }],
      subject: 'Faktura fra Blåbær',
      messageId: '<1@shop.example>',
      date: '2026-03-02T09:15:03Z',
      returnPath: 'post@shop.example',
    });
    expect(seconds).toBe(3);
    expect(spamMarks.map(({ kind, weight, own }) => [kind, weight, own])).toEqual([
      ['scl', 'bad', true],
      ['category', 'bad', true],
      ['filter', 'bad', true],
      ['ip_list', 'info', true],
      ['connection', 'info', true],
      ['bcl', 'info', true],
      ['compauth', 'good', true],
    ]);
    expect(senderEvidence.map(({ kind }) => kind)).toEqual(['signature', 'server', 'program']);
    expect(alignment.signatures).toMatchObject([
      { domain: 'shop.example', selector: 'mab', algorithm: 'rsa-sha256', relation: 'same', result: 'pass' },
    ]);
  });

  test.each([
    ['the same', 'shop.example', 'same'],
    ['below', 'mail.shop.example', 'related'],
    ['above', 'example', 'related'],
    ['another', 'bounce.mailer.example', 'other'],
    ['a name that ends alike', 'workshop.example', 'other'],
  ])('alignment: %s', (_reason, domain, relation) => {
    const { alignment } = read(`Return-Path: <a@${domain}>\nFrom: b@Shop.example\n`);
    expect(alignment).toEqual({
      from: 'shop.example',
      mailFrom: { domain, relation, source: 'return_path' },
      signatures: [],
    });
  });

  test('of several DKIM results the best aligned is the verdict', () => {
    const said =
      'dkim=pass header.d=mailer.example; dkim=fail header.d=shop.example header.s=a; dkim=pass header.d=mail.shop.example';
    const { verdicts, dkim } = read(`Authentication-Results: mx.example; ${said}\nFrom: b@shop.example\n`);
    expect(verdicts.dkim).toMatchObject({ result: 'fail', domain: 'shop.example', selector: 'a' });
    expect(dkim).toHaveLength(3);
  });

  test.each([
    ['bestguesspass', 'none'],
    ['hardfail', 'fail'],
    ['PASS', 'pass'],
    ['constructor', 'other'],
  ])('a result in another word: %s', (written, result) => {
    const { verdicts } = read(`Authentication-Results: mx.example; dmarc=${written}\n`);
    expect(verdicts.dmarc).toMatchObject({ result, written });
  });

  test.each([
    [
      'X-Spam-Status',
      'Yes, score=7.2 required=5.0 tests=[A=1]',
      { spam: true, score: 7.2, required: 5, weight: 'bad' },
    ],
    ['X-Spam-Status', 'No, hits=-0.1 required=5.0', { spam: false, score: -0.1, required: 5, weight: 'good' }],
    ['X-Spam-Flag', 'YES', { spam: true, score: null, required: null, weight: 'bad' }],
    ['X-Spamd-Result', 'default: False [3.50 / 15.00];', { spam: false, score: 3.5, required: 15, weight: 'good' }],
  ])('%s: %s', (field, value, mark) => {
    expect(read(`${field}: ${value}\nFrom: a@shop.example\n`).spamMarks).toMatchObject([
      { kind: 'score', field, ...mark },
    ]);
  });

  test.each([
    ['UTF-8 in Base64', '=?UTF-8?B?QmzDpWLDpnI=?=', 'Blåbær'],
    ['Latin-1 in Q', '=?ISO-8859-1?Q?Bl=E5b=E6r_AS?=', 'Blåbær AS'],
    ['Windows-1252', '=?windows-1252?Q?=80_5?=', '€ 5'],
    ['a character divided between two words', '=?utf-8?B?w6U=?= =?utf-8?Q?=C3?=\n =?utf-8?Q?=A6?=', 'åæ'],
    ['text between', '=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['an unknown charset', '=?klingon?Q?a?=', '=?klingon?Q?a?='],
    ['octets that are no text', '=?utf-8?Q?=FF?=', '\ufffd'],
    ['broken Base64', '=?utf-8?B?Q?=', null],
  ])('encoded words: %s', (_reason, written, subject) => {
    expect(read(`Subject: ${written}\n`).message.subject).toBe(subject);
  });

  test('a mail that MAB did not send', () => {
    expect(read(sample('opendkim')).senderEvidence).toEqual([]);
  });
});

test.each<[why: string, headers: string, found: 'yes' | 'maybe' | 'unknown']>([
  ['its own server', 'Received: from smtp.mab.no (smtp.mab.no [192.0.2.70]) by mx.example.com; now', 'yes'],
  ['a program that others use too', 'X-Mailer: Chilkat Software Inc (http://www.chilkatsoft.com)', 'maybe'],
  ['nothing of it', 'X-Mailer: Another', 'unknown'],
])('did the sender send it? %s', (_, headers, found) => {
  expect(sentBySender(read(`From: post@shop.example\n${headers}`).senderEvidence)).toBe(found);
});

test.each<[why: string, result: string, unsigned: boolean]>([
  ['the receiver judged a signature, whose field was not pasted', 'dkim=fail header.d=shop.example', false],
  ['the receiver says that there is none', 'dkim=none', true],
  ['nobody says', 'spf=pass smtp.mailfrom=shop.example', true],
])('without a signature: %s', (_, result, unsigned) => {
  const { alignment, verdicts } = read(`Authentication-Results: mx.example.com; ${result}\nFrom: post@shop.example`);
  expect(isUnsigned(alignment, verdicts.dkim)).toBe(unsigned);
});
