import { describe, expect, test } from 'vitest';
import { check } from '../checking.ts';
import { include, repairIn, zoneOf } from './repairing.ts';

/** Corrections that would do harm: none of them is made without the owner's word. */

const outlook = { 'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/24 -all' }] };

describe('an include of a name without an SPF record', () => {
  test('a known service two letters away is what was meant', async () => {
    const zone = zoneOf('v=spf1 include:spf.protection.outlok.com -all', outlook);
    expect(await repairIn(zone)).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} include:spf.protection.outlook.com -all`,
    });
  });

  test('a host of that name: the owner is asked', async () => {
    const zone = zoneOf('v=spf1 include:mail.example.net -all', { 'mail.example.net': [{ A: '192.0.2.9' }] });
    const asked = await repairIn(zone);
    expect(asked).toMatchObject({
      kind: 'questions',
      questions: [{ term: 'include:mail.example.net', options: ['a:mail.example.net', ''] }],
    });
    expect(await repairIn(zone, { answers: { 'include:mail.example.net': 'a:mail.example.net' } })).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} a:mail.example.net -all`,
    });
  });
});

describe('one of two records lets everybody pass', () => {
  const zone = zoneOf(['v=spf1 ip4:192.0.2.9 -all', 'v=spf1 ip4:192.0.2.10 +all']);

  test('which is meant, the owner says', async () => {
    expect(await repairIn(zone)).toMatchObject({
      kind: 'questions',
      questions: [{ id: 'all', term: '-all +all', options: ['-all', '+all'] }],
    });
  });

  test.each(['-all', '+all'])('%s is followed', async (end) => {
    expect(await repairIn(zone, { answers: { all: end } })).toMatchObject({
      kind: 'corrected',
      record: `v=spf1 ${include} ip4:192.0.2.9 ip4:192.0.2.10 ${end}`,
    });
  });
});

test('a text that was meant as the record and cannot be read may name senders: no new record beside it', async () => {
  for (const text of ['v=spf2 ip4:192.0.2.9 -all', 'example.com. IN TXT "v=spf1 ip4:192.0.2.9 -all"'])
    expect(await repairIn(zoneOf(text))).toMatchObject({
      kind: 'questions',
      questions: [{ term: text, options: [''] }],
    });
});

test('all before the sender: its include is moved, not lost', async () => {
  expect(await repairIn(zoneOf(`v=spf1 all ${include}`))).toMatchObject({
    kind: 'corrected',
    record: `v=spf1 ${include} all`,
  });
});

test("the sender's own record is gone: the customer's include is no fault", async () => {
  const { findings, records } = await check({
    'example.com': [{ TXT: `v=spf1 ${include} -all` }],
    '_spf.mab.no': [{ TXT: 'another text' }],
  });
  expect(findings.map(({ code }) => code)).toEqual(['SPF_SENDER_UNREADABLE']);
  expect(records).toEqual([]);
});

test('two terms that run together stand there once', async () => {
  const { findings } = await check({
    'example.com': [{ TXT: `v=spf1 ip4:198.51.100.1ip4:198.51.100.2 ${include} -all` }],
  });
  expect(findings.map(({ code }) => code)).toEqual(['SPF_SENDER_PERMERROR', 'SPF_MISSING_SPACE']);
});
