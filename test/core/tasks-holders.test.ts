import { expect, test } from 'vitest';
import { type Finding, finding, reported } from '#core/findings.ts';
import { spfHolder } from '#core/tasks.ts';
import type { Zone } from '#test/zone.ts';
import { addKey, check, checkSwitched, dmarc, mx, right, type Step, signed, spf, steps } from './shop.ts';

/** Whose step it is: a fault in an SPF record that somebody else has is for its holder to mend. */

test.each<[why: string, zone: Zone, steps: readonly Step[]]>([
  [
    'errors in a record that somebody else has: a step with its holder, without the warnings there',
    {
      ...spf('v=spf1 include:_spf.mab.no redirect=faulty.example'),
      'faulty.example': [{ TXT: 'v=spf1 ptr ip4:192.0.2.300 foo:bar -all' }],
    },
    [['spf', 'must', null, 'faulty.example', ['SPF_BAD_IP4', 'SPF_UNKNOWN_MECHANISM']]],
  ],
  [
    'each holder is a step',
    spf('v=spf1 include:_spf.mab.no include:dead.example include:broken.example -all'),
    [
      ['spf', 'must', null, 'broken.example', ['SPF_BAD_IP4']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
    ],
  ],
  [
    'a record that is invalid only by what it includes: one step, its holder’s, which says what comes of it',
    spf('v=spf1 include:dead.example include:_spf.mab.no -all'),
    [['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_SENDER_PERMERROR']]],
  ],
  [
    'the same of two holders: what comes of it is said once',
    spf('v=spf1 include:dead.example include:broken.example include:_spf.mab.no -all'),
    [
      ['spf', 'must', null, 'broken.example', ['SPF_BAD_IP4', 'SPF_SENDER_PERMERROR']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
    ],
  ],
  [
    'that the mail fails DMARC goes with it',
    {
      ...spf('v=spf1 include:dead.example include:_spf.mab.no -all'),
      ...dmarc('p=reject'),
      'mab._domainkey.shop.example': [],
    },
    [
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_SENDER_PERMERROR', 'DMARC_SENDER_FAILS']],
      ['dkim', 'should', addKey, null, ['DKIM_SENDER_MISSING']],
    ],
  ],
  [
    'warnings of the domain’s own record wait until it is valid',
    spf('v=spf1 ptr include:dead.example include:_spf.mab.no -all'),
    [['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_SENDER_PERMERROR']]],
  ],
  [
    'the sender is included further down: nothing to do in the own record',
    {
      ...spf('v=spf1 include:dead.example include:list.example -all'),
      'list.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
    },
    [['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_SENDER_PERMERROR']]],
  ],
  [
    'the sender is not included: the own record comes first',
    spf('v=spf1 include:dead.example -all'),
    [
      ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
    ],
  ],
  [
    'the sender is included where nobody reads it, behind all',
    spf('v=spf1 include:dead.example -all include:_spf.mab.no'),
    [
      ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR', 'SPF_AFTER_ALL']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
    ],
  ],
  [
    'the sender is included by its older name alone',
    spf('v=spf1 include:dead.example include:_spf.bleken.no -all'),
    [
      ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
    ],
  ],
  [
    'an error of the own record comes before those of the others, with its warnings and what comes of it',
    {
      ...spf('v=spf1 ptr include:dead.example foo:bar include:_spf.mab.no -all'),
      ...dmarc('p=reject'),
      'mab._domainkey.shop.example': [],
    },
    [
      ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR', 'SPF_UNKNOWN_MECHANISM', 'DMARC_SENDER_FAILS', 'SPF_PTR']],
      ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
      ['dkim', 'should', addKey, null, ['DKIM_SENDER_MISSING']],
    ],
  ],
  [
    'the domain’s own +all is a step beside that of somebody else’s',
    spf('v=spf1 include:_spf.mab.no include:open.example +all'),
    [
      ['spf', 'should', null, null, ['SPF_ALL_PASS']],
      ['spf', 'should', null, 'open.example', ['SPF_ALL_PASS']],
    ],
  ],
  [
    'a warning of a record that is valid for the sender does not wait',
    spf('v=spf1 ptr include:_spf.mab.no include:broken.example -all'),
    [
      ['spf', 'must', null, 'broken.example', ['SPF_BAD_IP4']],
      ['spf', 'should', null, null, ['SPF_PTR']],
    ],
  ],
  [
    'the sender is included in capitals',
    spf('v=spf1 include:dead.example include:_SPF.MAB.NO -all'),
    [['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_SENDER_PERMERROR']]],
  ],
  [
    'a record to publish is a step of the owner’s, whatever is wrong elsewhere',
    spf('v=spf1 include:_spf.bleken.no include:open.example -all'),
    [
      [
        'spf',
        'should',
        'replace shop.example TXT v=spf1 include:_spf.mab.no include:open.example -all',
        null,
        ['SPF_SENDER_OLDER_NAME'],
      ],
      ['spf', 'should', null, 'open.example', ['SPF_ALL_PASS']],
    ],
  ],
  [
    'an error in a record below the domain is the owner’s',
    {
      ...spf('v=spf1 include:_spf.mab.no include:_spf.shop.example -all'),
      '_spf.shop.example': [{ TXT: 'v=spf1 foo:bar -all' }],
    },
    [['spf', 'must', null, null, ['SPF_UNKNOWN_MECHANISM']]],
  ],
  [
    'warnings in a record that somebody else has are no step',
    spf('v=spf1 include:_spf.mab.no redirect=loose.example'),
    [],
  ],
  [
    'but that anybody may send as the domain is one, whoever has the record',
    spf('v=spf1 include:_spf.mab.no redirect=open.example'),
    [['spf', 'should', null, 'open.example', ['SPF_ALL_PASS']]],
  ],
  [
    'also where that record is included',
    spf('v=spf1 include:_spf.mab.no include:open.example -all'),
    [['spf', 'should', null, 'open.example', ['SPF_ALL_PASS']]],
  ],
  [
    'an included record below the domain that lets anybody send is the owner’s',
    {
      ...spf('v=spf1 include:_spf.mab.no include:_spf.shop.example -all'),
      '_spf.shop.example': [{ TXT: 'v=spf1 +all' }],
    },
    [['spf', 'should', null, null, ['SPF_ALL_PASS']]],
  ],
  [
    'it is one step with the errors of the same holder, which come first',
    {
      ...spf('v=spf1 include:_spf.mab.no redirect=open-dead.example'),
      'open-dead.example': [{ TXT: 'v=spf1 include:gone.example +all' }],
    },
    [['spf', 'must', null, 'open-dead.example', ['SPF_INCLUDE_NO_RECORD', 'SPF_ALL_PASS']]],
  ],
])('%s', async (_why, zone, expected) => {
  expect(steps(await check({ ...signed, ...zone }))).toEqual(expected);
});

test('an error in a record above the domain is the owner’s', async () => {
  const zone: Zone = {
    ...spf('v=spf1 include:_spf.mab.no foo:bar -all'),
    ...dmarc('p=quarantine'),
    'nett.shop.example': [{ TXT: 'v=spf1 include:shop.example include:_spf.mab.no -all' }, mx],
    'mab._domainkey.nett.shop.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  };
  expect(steps(await check(zone, 'nett.shop.example'))).toEqual([
    ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR', 'SPF_UNKNOWN_MECHANISM']],
  ]);
});

test('with a record that does without what is broken, the own faults are a step again, before the holder’s', async () => {
  const zone = { ...right, ...spf('v=spf1 include:dead.example include:_spf.mab.no -all') };
  expect(steps(await checkSwitched(zone, 'SERVICE_REMOVED include:dead.example >'))).toEqual([
    ['spf', 'must', 'replace shop.example TXT v=spf1 include:_spf.mab.no -all', null, ['SPF_SENDER_PERMERROR']],
    ['spf', 'must', null, 'dead.example', ['SPF_INCLUDE_NO_RECORD']],
  ]);
});

test('an invalid record of which no cause is known is a step of the owner’s', async () => {
  const report = await check(right);
  const invalid = finding('SPF_SENDER_PERMERROR', { domain: 'shop.example', include: '_spf.mab.no' });
  expect(steps({ ...report, findings: [reported(invalid)] })).toEqual([
    ['spf', 'must', null, null, ['SPF_SENDER_PERMERROR']],
  ]);
});

const domain = { ascii: 'nett.xn--blbr-roah.example', unicode: 'nett.blåbær.example' };
test.each<[why: string, found: Finding, holder: string | null]>([
  ['the domain that was checked', finding('SPF_NO_RECORD', { domain: domain.ascii }), null],
  ['a record below it', finding('SPF_ALL_PASS', { domain: `_spf.${domain.ascii}` }), null],
  ['a record above it', finding('SPF_ALL_PASS', { domain: 'xn--blbr-roah.example' }), null],
  ['a record above it, in capitals', finding('SPF_ALL_PASS', { domain: 'XN--BLBR-ROAH.example' }), null],
  [
    'a record beside it',
    finding('SPF_ALL_PASS', { domain: '_spf.xn--blbr-roah.example' }),
    '_spf.xn--blbr-roah.example',
  ],
  ['a record that it includes', finding('SPF_ALL_PASS', { domain: 'spf.example' }), 'spf.example'],
  ['a name that only ends alike', finding('SPF_ALL_PASS', { domain: `a${domain.ascii}` }), `a${domain.ascii}`],
  ['a name that it only ends like', finding('SPF_ALL_PASS', { domain: 'roah.example' }), 'roah.example'],
  ['not of SPF', finding('MX_NONE', { domain: 'other.example' }), null],
  ['about no domain', finding('SPF_SENDER_UNREADABLE', { include: '_spf.mab.no' }), null],
])('who holds the record: %s', (_why, found, holder) => {
  expect(spfHolder(reported(found), domain)).toBe(holder);
});
