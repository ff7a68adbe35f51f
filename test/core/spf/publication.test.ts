import { expect, test } from 'vitest';
import { type Finding, finding } from '#core/findings.ts';
import type { SpfCorrection } from '#core/report.ts';
import { spfToPublish } from '#core/spf/publication.ts';

const corrected: SpfCorrection = {
  kind: 'corrected',
  record: 'v=spf1 include:_spf.mab.no ~all',
  strings: ['v=spf1 include:_spf.mab.no ~all'],
  before: null,
  after: null,
  changes: [],
  questions: [],
  names: [],
  proof: null,
};

const mended: SpfCorrection['changes'][number] = {
  id: 'VERSION_MENDED',
  code: 'VERSION_MENDED',
  need: 'needed',
  made: true,
  before: ['"v=spf1 ~all"'],
  after: ['v=spf1 ~all'],
  place: null,
  saves: 0,
};

const record = { purpose: 'spf', name: 'shop.example', type: 'TXT', value: corrected.record };

const domain = 'shop.example';
const text = 'v=spf1 include:_spf.mab.no ~all';
const obsolete = finding('SPF_OBSOLETE_TYPE', { domain, text });
const misplaced = finding('SPF_MISPLACED', { domain, found: 'shop.example.shop.example', text });
const elsewhere = `shop.example.shop.example TXT ${text}`;

test.each<
  [
    why: string,
    records: readonly string[],
    correction: SpfCorrection,
    expected: object | null,
    findings?: readonly Finding[],
  ]
>([
  ['a first record is added', [], corrected, { ...record, action: 'add', replaces: [] }],
  [
    'one goes in the place of all that stand there',
    ['v=spf1 mx ~all', 'v=spf1 -all'],
    corrected,
    { ...record, action: 'replace', replaces: ['TXT v=spf1 mx ~all', 'TXT v=spf1 -all'] },
  ],
  [
    'and of what was meant as one',
    [],
    { ...corrected, changes: [mended] },
    { ...record, action: 'replace', replaces: ['TXT "v=spf1 ~all"'] },
  ],
  [
    'one at another name is to go, and a first record is added',
    [],
    corrected,
    { ...record, action: 'add', replaces: [elsewhere] },
    [finding('SPF_NO_RECORD', { domain }), misplaced],
  ],
  [
    'one of the obsolete type is in the place of it',
    [],
    corrected,
    { ...record, action: 'replace', replaces: [`SPF ${text}`] },
    [obsolete],
  ],
  [
    'what stands at the name, then what stands elsewhere',
    ['v=spf1 -all'],
    { ...corrected, changes: [mended] },
    {
      ...record,
      action: 'replace',
      replaces: ['TXT v=spf1 -all', 'TXT "v=spf1 ~all"', `SPF ${text}`, elsewhere],
    },
    [misplaced, obsolete],
  ],
  ['the right one stands there', ['v=spf1 -all'], { ...corrected, kind: 'unchanged' as const }, null],
  [
    'no record can be given',
    ['v=spf1 -all'],
    { ...corrected, kind: 'no_room' as const, record: null },
    null,
    [misplaced],
  ],
])('%s', (_, records, correction, expected, findings = []) => {
  expect(spfToPublish(domain, records, correction, findings)).toEqual(expected);
});
