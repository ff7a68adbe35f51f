import { describe, expect, test } from 'vitest';
import { finding } from '#core/findings.ts';
import type { FailureReason } from '#core/resolver.ts';
import type { ZoneRecord } from '#test/zone.ts';
import {
  absentOwn,
  beside,
  check,
  expectState,
  lent,
  name,
  names,
  otherText,
  own,
  publish,
  type Row,
  senderText,
  target,
  unanswered,
  unreadable,
} from './checking.ts';

describe.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])('%s', (reason) => {
  const dead: ZoneRecord = { FAIL: reason };
  const deadTexts: ZoneRecord = { FAIL: reason, type: 'TXT' };
  const wrong = finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'a.example.net', typo: false });
  const openAt = unanswered(`${beside}._domainkey.example.com`, 'TXT', reason);
  test.each<Row>([
    ['at the name', { [name]: [dead] }, 'unanswered', [], [unanswered(name, 'TXT', reason)], []],
    [
      'at the name, where no CNAME is',
      { [name]: [deadTexts] },
      'unanswered',
      [],
      [unanswered(name, 'TXT', reason)],
      [],
    ],
    [
      'behind a CNAME that may lead on to the target',
      { [name]: [{ CNAME: 'a.example.net' }], 'a.example.net': [dead] },
      'unanswered',
      [],
      [unanswered(name, 'TXT', reason)],
      [],
    ],
    [
      'behind a CNAME that is a slip of the target',
      { [name]: [{ CNAME: 'mab._domainkey.mab.com' }], 'mab._domainkey.mab.com': [dead] },
      'wrong_target',
      ['mab._domainkey.mab.com'],
      [finding('DKIM_SENDER_WRONG_TARGET', { ...names, found: 'mab._domainkey.mab.com', typo: true })],
      publish('CNAME mab._domainkey.mab.com'),
    ],
    [
      'at the name for texts alone: its CNAME is right',
      { [name]: [deadTexts, { CNAME: target }] },
      'right',
      [target],
      [finding('DKIM_SENDER_RIGHT', names)],
      [],
    ],
    [
      'at the name beside, of a right CNAME: right, whosever it is',
      { [name]: [{ CNAME: target }], [`${beside}._domainkey.example.com`]: [dead] },
      'right',
      [target],
      [finding('DKIM_SENDER_RIGHT', names)],
      [],
    ],
    [
      'at the name beside, of a wrong CNAME: it may be a wildcard',
      { [name]: [{ CNAME: 'a.example.net' }], [`${beside}._domainkey.example.com`]: [dead] },
      'wrong_target',
      ['a.example.net'],
      [wrong, openAt],
      [],
    ],
    [
      'at the name beside, of another key: it may be a wildcard',
      { [name]: [{ TXT: otherText }], [`${beside}._domainkey.example.com`]: [dead] },
      'other_key',
      [],
      [finding('DKIM_SENDER_OTHER_KEY', names), openAt],
      [],
    ],
    [
      'at the NS records: a copied key or a flattened CNAME',
      { [name]: [{ TXT: senderText }], 'example.com': [{ FAIL: reason, type: 'NS' }] },
      'unanswered',
      [],
      [unanswered('example.com', 'NS', reason)],
      [],
    ],
    [
      'at the likely slips: missing all the same',
      {
        [`${name}.example.com`]: [dead],
        'mab.domainkey.example.com': [dead],
        'mab_domainkey.example.com': [dead],
        'mab._domainkey.www.example.com': [dead],
      },
      'missing',
      [],
      [finding('DKIM_SENDER_MISSING', names)],
      publish(),
    ],
    [
      'beside a likely slip: it may be a wildcard, so that nothing is said of it',
      { 'mab.domainkey.example.com': [{ CNAME: target }], [`${beside}.domainkey.example.com`]: [dead] },
      'missing',
      [],
      [finding('DKIM_SENDER_MISSING', names)],
      publish(),
    ],
    [
      'at the MX records: all selectors are asked',
      { 'example.com': [{ FAIL: reason, type: 'MX' }], [name]: [{ CNAME: target }] },
      'right',
      [target],
      [finding('DKIM_SENDER_RIGHT', names)],
      [],
    ],
  ])('%s', async (...row) => expectState(...row));

  test('at every name: nothing is called missing, nothing is to be published', async () => {
    const { findings, report, records } = await check({
      '*.example.com': [dead],
      'example.com': [dead],
      '*.mab.no': [dead],
    });
    expect(findings).toEqual([
      unanswered(name, 'TXT', reason),
      unreadable,
      unanswered('selector1._domainkey.example.com', 'TXT', reason),
    ]);
    expect(report).toEqual({
      name,
      target,
      state: 'unanswered',
      cname: [],
      own: absentOwn.map((key) => ({ ...key, state: 'unanswered' })),
    });
    expect(records).toEqual([]);
  });

  test('at a selector of the mail service, where nothing else is found', async () => {
    const { findings, report } = await check({
      ...lent,
      [name]: [{ CNAME: target }],
      'example.com': [{ MX: [0, 'example-com.mail.protection.outlook.com'] }],
      'selector1._domainkey.example.com': [{ CNAME: 'a.onmicrosoft.example' }],
      'selector2._domainkey.example.com': [dead],
    });
    expect(findings).toEqual([
      finding('DKIM_SENDER_RIGHT', names),
      unanswered('selector2._domainkey.example.com', 'TXT', reason),
    ]);
    expect(report.own).toEqual([
      { selector: 'selector1', service: 'Microsoft 365', state: 'without_key', bits: null },
      { selector: 'selector2', service: 'Microsoft 365', state: 'unanswered', bits: null },
    ]);
  });

  test('at the name beside a key of its own: it may be a wildcard, said once', async () => {
    const { findings } = await check({
      ...lent,
      ...own,
      [name]: [{ TXT: otherText }],
      [`${beside}._domainkey.example.com`]: [dead],
    });
    expect(findings).toEqual([finding('DKIM_SENDER_OTHER_KEY', names), openAt]);
  });
});
