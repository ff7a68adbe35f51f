import { describe, expect, test } from 'vitest';
import { finding, reported } from '#core/findings.ts';
import type { RecordToPublish, Report } from '#core/report.ts';
import { zoneResolver } from '#test/zone.ts';
import { check } from './checking.ts';
import { contradictions } from './contradictions.ts';
import { shops, zone } from './shops.ts';

/** The comparison that the runs with faults hang on can fail. */

const right = await check(shops['all is right'], zoneResolver(zone));
const bare = await check(shops['little is there'], zoneResolver(zone));
const domain = 'right.example';
const name = `_dmarc.${domain}`;

const unanswered = reported(finding('DMARC_UNANSWERED', { name, type: 'TXT', reason: 'timeout' }));
const missing = reported(finding('DMARC_NO_RECORD', { domain, name }));
const record: RecordToPublish = {
  purpose: 'dmarc',
  action: 'add',
  name,
  type: 'TXT',
  value: 'v=DMARC1; p=none',
  replaces: [],
};
const withoutDmarc = right.findings.filter(({ code }) => !code.startsWith('DMARC'));
/** What a check says honestly whose question for DMARC was not answered. */
const less: Report = {
  ...right,
  verdict: 'unknown',
  findings: [...withoutDmarc, unanswered],
  dmarc: { ...right.dmarc, state: 'unanswered', policy: null },
};

test.each<[why: string, outcome: 'same' | 'unknown', report: Report, expected: Report]>([
  ['the same report', 'same', right, right],
  ['the same report, though less was allowed', 'unknown', right, right],
  ['what could not be checked is said to be so', 'unknown', less, right],
])('nothing is to be said against %s', (_, outcome, report, expected) => {
  expect(contradictions(report, expected, outcome)).toEqual([]);
});

describe('what is said against a report', () => {
  test.each<[why: string, outcome: 'same' | 'unknown', report: Report, expected: Report, said: readonly RegExp[]]>([
    ['one that says less, where it should be the same', 'same', less, right, [/^verdict/, /^findings/, /^dmarc/]],
    [
      'a false "missing"',
      'unknown',
      { ...less, findings: [...less.findings, missing] },
      right,
      [/^said falsely: .*DMARC_NO_RECORD/],
    ],
    [
      'a false "right"',
      'unknown',
      { ...right, findings: [...bare.findings, ...right.findings.slice(0, 1)], verdict: 'error' },
      { ...right, findings: bare.findings, verdict: 'error' },
      [/^said falsely: .*SPF_SENDER_AUTHORISED/],
    ],
    [
      'a finding that is left out',
      'unknown',
      { ...less, findings: withoutDmarc },
      right,
      [/^left out without a word: .*DMARC_POLICY/],
    ],
    ['a false correction', 'unknown', { ...less, records: [record] }, right, [/^to be published: .*p=none/]],
    [
      'another correction',
      'unknown',
      { ...bare, records: bare.records.map((one) => ({ ...one, value: `${one.value} ` })) },
      bare,
      [/^to be published/, /^to be published/, /^to be published/],
    ],
    ['a verdict that all is well', 'unknown', { ...bare, verdict: 'ok' }, bare, [/^verdict is ok/]],
    [
      'a claim beside the findings',
      'unknown',
      { ...less, spf: { ...right.spf, authorised: false } },
      right,
      [/^spf.authorised is false/],
    ],
  ])('%s', (_, outcome, report, expected, said) => {
    expect(contradictions(report, expected, outcome)).toEqual(said.map((one) => expect.stringMatching(one)));
  });
});
