import { expect, test } from 'vitest';
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

test.each([
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
  ['the right one stands there', ['v=spf1 -all'], { ...corrected, kind: 'unchanged' as const }, null],
  ['no record can be given', ['v=spf1 -all'], { ...corrected, kind: 'no_room' as const, record: null }, null],
])('%s', (_, records, correction, expected) => {
  expect(spfToPublish('shop.example', records, correction)).toEqual(expected);
});
