import { expect, test } from 'vitest';
import type { Zone } from '#test/zone.ts';
import { expectCorrected, include, repairIn, senderAdded, type Told, zoneOf } from './repairing.ts';

/** A domain without a record: it begins with what the MX tells, and ends in `~all`. */

const outlook = 'include:spf.protection.outlook.com';
const begun = (...terms: readonly string[]): readonly Told[] => [
  ['RECORD_BEGUN', 'needed', true, [], ['v=spf1', ...terms]],
  ['ALL_ADDED', 'advised', true, [], ['~all']],
  senderAdded,
];
const mail = (...hosts: readonly string[]): Zone => ({
  'example.com': hosts.map((host, i) => ({ MX: [i, host] as const })),
  'mx.example.com': [{ A: '192.0.2.6' }, { AAAA: '2001:db8::6' }],
});

test.each<[why: string, zone: Zone, ...terms: readonly string[]]>([
  ['the include of the service that takes the mail', mail('example-com.mail.protection.outlook.com'), outlook],
  ['once, for however many hosts', mail('a.mail.protection.outlook.com', 'b.mail.protection.outlook.com'), outlook],
  [
    'those of two services',
    mail('mx1.pub.mailpod3.one.com', 'example-com.mail.protection.outlook.com'),
    'include:_custspf.one.com',
    outlook,
  ],
  ['mx, for hosts of no service that is known', mail('mx.example.com'), 'mx'],
  [
    'mx, where DNS has no SPF record at the name of the service now',
    {
      ...mail('mx.example.com', 'aspmx.l.google.com'),
      'aspmx.l.google.com': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }],
    },
    'mx',
  ],
  ['a service beside an own host: the service', mail('mx.example.com', 'a.mail.protection.outlook.com'), outlook],
  ['no MX: the sender alone', {}],
  ['a null MX: the sender alone', mail('')],
  ['other texts stay out of it', { 'example.com': [{ TXT: 'text' }, { TXT: 'spf2.0/pra -all' }] }],
])('%s', async (_why, more, ...terms) => {
  await expectCorrected(zoneOf([], more), ['v=spf1', include, ...terms, '~all'].join(' '), begun(...terms));
});

test('with what the owner adds', async () => {
  const [record, ...others] = begun(outlook);
  if (record === undefined) throw new Error('no change');
  await expectCorrected(
    zoneOf([], mail('example-com.mail.protection.outlook.com')),
    `v=spf1 ${include} ${outlook} include:sendgrid.net ip4:192.0.2.9 ~all`,
    [
      record,
      ['TERM_ADDED', 'needed', true, [], ['include:sendgrid.net']],
      ['TERM_ADDED', 'needed', true, [], ['ip4:192.0.2.9']],
      ...others,
    ],
    { add: ['include:sendgrid.net', 'ip4:192.0.2.9'] },
  );
});

test('nobody passed before, so everybody who passes is told', async () => {
  const repaired = await repairIn(zoneOf([], mail('example-com.mail.protection.outlook.com')));
  expect(repaired).toMatchObject({
    proof: {
      lost: [],
      gained: ['203.0.113.0/25'],
      strangers: { before: 'neutral', after: 'softfail' },
      lookups: 2,
      voids: { ip4: 0, ip6: 0 },
      holds: true,
    },
  });
});
