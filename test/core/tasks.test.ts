import { expect, test } from 'vitest';
import { optionalRecords, tasksOf } from '#core/tasks.ts';
import type { Zone } from '#test/zone.ts';
import {
  addDmarc,
  addKey,
  check,
  checkSwitched,
  dmarc,
  including,
  key,
  mx,
  replaceKey,
  right,
  type Step,
  sendersSpf,
  services,
  spf,
  steps,
} from './shop.ts';

test.each<[why: string, zone: Zone, steps: readonly Step[]]>([
  ['nothing to do', right, []],
  [
    'notices are worth knowing, and no steps',
    { ...right, ...spf('v=spf1  include:_spf.mab.no a:gone.example ?all'), ...dmarc('p=none') },
    [],
  ],
  [
    'not listed, no DKIM, no DMARC: one step each, what must be done first',
    spf('v=spf1 include:spf.example ~all'),
    [
      ['spf', 'must', sendersSpf, null, ['SPF_SENDER_NOT_LISTED']],
      ['dkim', 'should', addKey, null, ['DKIM_SENDER_MISSING']],
      ['dmarc', 'should', addDmarc, null, ['DMARC_NO_RECORD']],
    ],
  ],
  [
    'no SPF record: it is added, not replaced',
    { ...right, 'shop.example': [mx] },
    [['spf', 'must', 'add shop.example TXT v=spf1 include:_spf.mab.no mx ~all', null, ['SPF_NO_RECORD']]],
  ],
  [
    'many faults of one SPF record are one step',
    { ...right, ...spf('v=spf1 ptr include:gone.example include:_spf.mab.no ip:192.0.2.1 -all') },
    [
      [
        'spf',
        'must',
        'replace shop.example TXT v=spf1 ptr include:_spf.mab.no ip4:192.0.2.1 -all',
        null,
        ['SPF_SENDER_PERMERROR', 'SPF_UNKNOWN_MECHANISM', 'SPF_INCLUDE_NO_RECORD', 'SPF_PTR'],
      ],
    ],
  ],
  [
    'several SPF records are one step',
    { ...right, 'shop.example': [{ TXT: 'v=spf1 include:spf.example ~all' }, { TXT: 'v=spf1 -all' }, mx] },
    [['spf', 'must', sendersSpf, null, ['SPF_SEVERAL_RECORDS']]],
  ],
  [
    'what SPF has no room for has no record, but is a step',
    { ...right, ...spf(including(10)), ...services(10) },
    [['spf', 'must', null, null, ['SPF_SENDER_NOT_LISTED', 'SPF_NO_ROOM', 'SPF_LOOKUPS_AT_LIMIT']]],
  ],
  [
    'the errors of a step come first, where the report has a warning before them',
    { ...right, ...spf(including(11)), ...services(11) },
    [['spf', 'must', null, null, ['SPF_SENDER_PERMERROR', 'SPF_LOOKUP_LIMIT', 'SPF_NO_ROOM']]],
  ],
  [
    'that the mail fails DMARC is why SPF matters, and no step of DMARC',
    { ...spf('v=spf1 ptr include:spf.example ~all'), ...dmarc('p=reject') },
    [
      [
        'spf',
        'must',
        'replace shop.example TXT v=spf1 include:_spf.mab.no ptr include:spf.example ~all',
        null,
        ['SPF_SENDER_NOT_LISTED', 'DMARC_SENDER_FAILS', 'SPF_PTR'],
      ],
      ['dkim', 'should', addKey, null, ['DKIM_SENDER_MISSING']],
    ],
  ],
  [
    'only a fault of the DMARC record itself is a step of DMARC',
    { ...spf('v=spf1 include:spf.example ~all'), ...dmarc('p=reject; rua=post@shop.example') },
    [
      ['spf', 'must', sendersSpf, null, ['SPF_SENDER_NOT_LISTED', 'DMARC_SENDER_FAILS']],
      ['dkim', 'should', addKey, null, ['DKIM_SENDER_MISSING']],
      [
        'dmarc',
        'should',
        'replace _dmarc.shop.example TXT v=DMARC1; p=reject; rua=mailto:post@shop.example',
        null,
        ['DMARC_NO_MAILTO'],
      ],
    ],
  ],
  [
    'a lent key at fault and a key of the domain’s own: two steps, the record goes with the lent one',
    {
      ...right,
      'mab._domainkey.shop.example': [{ CNAME: 'key.example' }],
      'selector1._domainkey.shop.example': [{ TXT: 'v=DKIM1; p=!' }],
    },
    [
      ['dkim', 'must', replaceKey, null, ['DKIM_SENDER_WRONG_TARGET']],
      ['dkim', 'should', null, null, ['DKIM_KEY_INVALID']],
    ],
  ],
  [
    'a key of the domain’s own at fault, the lent one right',
    { ...right, 'selector1._domainkey.shop.example': [{ TXT: 'v=DKIM1; p=!' }] },
    [['dkim', 'should', null, null, ['DKIM_KEY_INVALID']]],
  ],
  [
    'the domain’s own mail service signs: the lent key is no step',
    { ...right, 'mab._domainkey.shop.example': [], 'selector1._domainkey.shop.example': [key] },
    [],
  ],
  [
    'several faults of one DMARC record are one step',
    { ...right, ...dmarc('p=quarantaine; rua=post@shop.example') },
    [
      [
        'dmarc',
        'should',
        'replace _dmarc.shop.example TXT v=DMARC1; p=quarantine; rua=mailto:post@shop.example',
        null,
        ['DMARC_BAD_POLICY', 'DMARC_NO_MAILTO'],
      ],
    ],
  ],
  [
    'DMARC records of which only the owner knows the right one',
    { ...right, '_dmarc.shop.example': [{ TXT: 'v=DMARC1; p=none' }, { TXT: 'v=DMARC1; p=reject' }] },
    [['dmarc', 'should', null, null, ['DMARC_SEVERAL_RECORDS']]],
  ],
  [
    'the faults of MX are one step; a host that is not found is only worth knowing',
    {
      ...right,
      'shop.example': [
        { TXT: 'v=spf1 include:_spf.mab.no -all' },
        { MX: [0, '.'] },
        { MX: [10, '192.0.2.1'] },
        { MX: [20, 'gone.example'] },
      ],
    },
    [['mx', 'should', null, null, ['MX_NULL_AMONG_OTHERS', 'MX_IS_ADDRESS']]],
  ],
  [
    'what must be done comes first, also where SPF only should',
    {
      ...right,
      ...spf('v=spf1 include:_spf.bleken.no -all'),
      'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no.shop.example' }],
    },
    [
      ['dkim', 'must', replaceKey, null, ['DKIM_SENDER_TARGET_DOUBLED']],
      ['spf', 'should', 'replace shop.example TXT v=spf1 include:_spf.mab.no -all', null, ['SPF_SENDER_OLDER_NAME']],
    ],
  ],
  ['what could not be checked is no step', { ...right, '_dmarc.shop.example': [{ FAIL: 'timeout' }] }, []],
  ['a domain that does not exist', {}, [['domain', 'must', null, null, ['DOMAIN_NOT_FOUND']]]],
])('%s', async (_why, zone, expected) => {
  expect(steps(await check(zone))).toEqual(expected);
});

test('as the owner chooses: a record that only the choice asks for is a step that should be done, without a finding', async () => {
  const zone = { ...right, ...spf('v=spf1 include:_spf.mab.no ?all') };
  expect(steps(await check(zone))).toEqual([]);
  expect(steps(await checkSwitched(zone, 'ALL_REPLACED ?all > ~all'))).toEqual([
    ['spf', 'should', 'replace shop.example TXT v=spf1 include:_spf.mab.no ~all', null, []],
  ]);
});

const signing: Zone = { 'mab._domainkey.shop.example': [], 'selector1._domainkey.shop.example': [key] };
test.each<[why: string, zone: Zone, optional: readonly string[]]>([
  ['nothing to publish', right, []],
  ['the lent key, where the domain’s own mail service signs', { ...right, ...signing }, ['dkim']],
  [
    'the same beside what is to be done',
    { ...right, ...signing, ...spf('v=spf1 -all'), ...dmarc('p=quarantaine') },
    ['dkim'],
  ],
  ['none, where each belongs to a step', spf('v=spf1 -all'), []],
])('records that need not be published: %s', async (_why, zone, optional) => {
  const report = await check(zone);
  expect(optionalRecords(report, tasksOf(report)).map(({ purpose }) => purpose)).toEqual(optional);
});

test('what need not be published is what is in none of the steps that are given', async () => {
  const report = await check(spf('v=spf1 -all'));
  const optional = optionalRecords(report, tasksOf(report).slice(1)).map(({ purpose }) => purpose);
  expect(report.records.map(({ purpose }) => purpose)).toEqual(['spf', 'dkim', 'dmarc']);
  expect(optional).toEqual(['spf']);
});
