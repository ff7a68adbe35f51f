import { describe, expect, test } from 'vitest';
import { parseDate } from '#core/headers/date.ts';
import { parseReceived, wayOf } from '#core/headers/received.ts';

const time = '2026-03-02T09:15:06Z';
const date = 'Mon, 2 Mar 2026 10:15:06 +0100';
const parse = (value: string) => parseReceived({ name: 'Received', value, start: 0, end: 1 });
const step = { from: null, reverseName: null, ip: null, by: null, protocol: null, encrypted: null, time };
const taken = { ...step, from: 'a.example', ip: '192.0.2.1', by: 'mx.example' };

describe('Received', () => {
  test.each([
    [
      'Postfix',
      `from a.example (b.example [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES) (No client certificate requested) by mx.example (Postfix) with ESMTPS id 4Z5 for <x@mx.example>; ${date} (CET)`,
      { ...taken, reverseName: 'b.example', protocol: 'ESMTPS', encrypted: true },
    ],
    [
      'Postfix, no name and IPv6',
      `from a.example (unknown [IPv6:2001:DB8:0::1]) by mx.example (Postfix) with ESMTP id 1; ${date}`,
      { ...taken, ip: '2001:db8::1', protocol: 'ESMTP', encrypted: false },
    ],
    [
      'Gmail',
      `from a.example (a.example. [192.0.2.1]) by mx.example with ESMTPS id x for <y> (version=TLS1_3 cipher=TLS_AES bits=256/256); ${date}`,
      { ...taken, reverseName: 'a.example', protocol: 'ESMTPS', encrypted: true },
    ],
    [
      'Gmail, within',
      `by 2002:a05:6a10::1 with SMTP id x; ${date}`,
      { ...step, by: '2002:a05:6a10::1', protocol: 'SMTP' },
    ],
    [
      'Exchange',
      `from a.example (192.0.2.1) by mx.example (2603:10a6::1) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE) id 15.20.1 via Frontend Transport; ${date}`,
      { ...taken, protocol: 'Microsoft SMTP Server', encrypted: true },
    ],
    [
      'Exim',
      `from b.example ([192.0.2.1]:53211 helo=a.example) by mx.example with esmtps  (TLS1.3) tls TLS_AES (Exim 4.98) (envelope-from <a@b>) id 1; ${date}`,
      { ...taken, reverseName: 'b.example', protocol: 'esmtps', encrypted: true },
    ],
    [
      'Exim, no name',
      `from [192.0.2.1] (helo=a.example) by mx.example with esmtp (Exim 4.96) id 1; ${date}`,
      { ...taken, protocol: 'esmtp', encrypted: false },
    ],
    [
      'qmail',
      `from unknown (HELO a.example) (192.0.2.1) by mx.example with SMTP; 2 Mar 2026 09:15:06 -0000`,
      { ...taken, protocol: 'SMTP', encrypted: false },
    ],
    ['qmail, within', '(qmail 1234 invoked from network); 2 Mar 2026 09:15:06 -0000', step],
    ['no time', 'from a.example ([192.0.2.1]) by mx.example', { ...taken, time: null }],
  ])('%s', (_reason, value, expected) => {
    expect(parse(value)).toEqual({ ...expected, start: 0, end: 1 });
  });

  test.each([
    ['nothing', ''],
    ['no clause', 'hello there'],
  ])('none: %s', (_reason, value) => {
    expect(parse(value)).toBeNull();
  });

  test('delays from the first to the last: missing, and negative', () => {
    const at = (time: string | null) => ({ ...taken, time, start: 0, end: 1 });
    const steps = [at('2026-03-02T09:15:10Z'), at(null), at('2026-03-02T09:15:03Z'), at('2026-03-02T09:15:05Z')];
    const { hops, seconds } = wayOf(steps, 2);
    expect(hops.map(({ delay, entry }) => [delay, entry])).toEqual([
      [null, false],
      [-2, true],
      [null, false],
      [null, false],
    ]);
    expect(seconds).toBe(5);
  });
});

test.each([
  ['as RFC 5322 has it', 'Mon, 2 Mar 2026 10:15:06 +0100', time],
  ['without day and seconds', '2 Mar 2026 10:15 +0100', '2026-03-02T09:15:00Z'],
  ['GMT', 'Mon, 02 Mar 2026 09:15:06 GMT', time],
  ['an American zone', '2 Mar 2026 01:15:06 PST', time],
  ['two digits of a year', '2 Mar 26 09:15:06 UT', time],
  ['CET, of no RFC', '2 Mar 2026 10:15:06 CET', time],
  ['a leap second', '30 Jun 2015 23:59:60 +0000', '2015-07-01T00:00:00Z'],
  ['a zone that nobody knows', '2 Mar 2026 10:15:06 XYZ', null],
  ['no such day', '31 Feb 2026 10:15:06 +0000', null],
  ['no such hour', '2 Mar 2026 24:15:06 +0000', null],
  ['no such month', '2 Mai 2026 10:15:06 +0000', null],
  ['no date', 'yesterday', null],
])('date: %s', (_reason, text, expected) => {
  expect(parseDate(text)).toBe(expected);
});
