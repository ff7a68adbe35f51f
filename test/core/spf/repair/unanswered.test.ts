import { describe, expect, test } from 'vitest';
import type { FailureReason, RecordType } from '#core/resolver.ts';
import type { Choices } from '#core/spf/repair/change.ts';
import type { Zone } from '#test/zone.ts';
import { include, repairIn, zoneOf } from './repairing.ts';

/** Wherever DNS does not answer, there is no record: a correction built on half an answer destroys mail. */

interface Asked {
  readonly zone: Zone;
  readonly name: string;
  readonly type: RecordType;
  readonly choices?: Partial<Choices>;
}

const host: Zone = { 'h.example.net': [{ A: '192.0.2.9' }, { AAAA: '2001:db8::9' }, { TXT: 'text' }] };
const spf: Zone = { 's.example.net': [{ TXT: 'v=spf1 ip4:192.0.2.9 -all' }] };
const mx: Zone = { ...host, 'example.com': [{ MX: [1, 'h.example.net'] }] };

const places: readonly (readonly [where: string, asked: Asked])[] = [
  ['the domain', { zone: zoneOf('v=spf1 -all'), name: 'example.com', type: 'TXT' }],
  ['the sender’s record', { zone: zoneOf(`v=spf1 ${include} -all`), name: '_spf.mab.no', type: 'TXT' }],
  ['the sender’s record, not included', { zone: zoneOf('v=spf1 -all'), name: '_spf.mab.no', type: 'TXT' }],
  [
    'below the sender’s record',
    {
      zone: zoneOf('v=spf1 -all', {
        ...host,
        '_spf.mab.no': [{ TXT: 'v=spf1 a:h.example.net ip4:192.0.2.64/27 -all' }],
      }),
      name: 'h.example.net',
      type: 'A',
    },
  ],
  ['the older name', { zone: zoneOf('v=spf1 include:_spf.bleken.no -all'), name: '_spf.bleken.no', type: 'TXT' }],
  ['an include', { zone: zoneOf('v=spf1 include:s.example.net -all', spf), name: 's.example.net', type: 'TXT' }],
  [
    'an include of a record that is right',
    { zone: zoneOf(`v=spf1 ${include} include:s.example.net -all`, spf), name: 's.example.net', type: 'TXT' },
  ],
  ['a nested include', { zone: zoneOf('v=spf1 include:sendgrid.net -all'), name: 'ab.sendgrid.net', type: 'TXT' }],
  ['a redirect', { zone: zoneOf('v=spf1 redirect=s.example.net', spf), name: 's.example.net', type: 'TXT' }],
  ['the A of a host', { zone: zoneOf('v=spf1 a:h.example.net -all', host), name: 'h.example.net', type: 'A' }],
  ['the AAAA of a host', { zone: zoneOf('v=spf1 a:h.example.net -all', host), name: 'h.example.net', type: 'AAAA' }],
  ['MX', { zone: zoneOf('v=spf1 mx -all', mx), name: 'example.com', type: 'MX' }],
  ['the A of an MX host', { zone: zoneOf('v=spf1 mx -all', mx), name: 'h.example.net', type: 'A' }],
  ['the AAAA of an MX host', { zone: zoneOf('v=spf1 mx -all', mx), name: 'h.example.net', type: 'AAAA' }],
  ['exists', { zone: zoneOf('v=spf1 exists:h.example.net -all', host), name: 'h.example.net', type: 'A' }],
  [
    'an include of one of several records',
    { zone: zoneOf(['v=spf1 include:s.example.net -all', 'v=spf1 ~all'], spf), name: 's.example.net', type: 'TXT' },
  ],
  [
    'an include of a text that was meant as a record',
    { zone: zoneOf('"v=spf1 include:s.example.net -all"', spf), name: 's.example.net', type: 'TXT' },
  ],
  [
    'an include behind all, which moves before it',
    { zone: zoneOf(`v=spf1 ${include} -all include:s.example.net`, spf), name: 's.example.net', type: 'TXT' },
  ],
  ['a host behind all', { zone: zoneOf('v=spf1 -all a:h.example.net', host), name: 'h.example.net', type: 'AAAA' }],
  [
    'an include that is mended',
    { zone: zoneOf('v=spf1 inlcude:s.example.net -all', spf), name: 's.example.net', type: 'TXT' },
  ],
  ['the TXT of a bare host', { zone: zoneOf('v=spf1 h.example.net -all', host), name: 'h.example.net', type: 'TXT' }],
  ['the A of a bare host', { zone: zoneOf('v=spf1 h.example.net -all', host), name: 'h.example.net', type: 'A' }],
  ['the AAAA of a bare host', { zone: zoneOf('v=spf1 h.example.net -all', host), name: 'h.example.net', type: 'AAAA' }],
  [
    'a bare host beside a question',
    { zone: zoneOf('v=spf1 foo h.example.net -all', host), name: 'h.example.net', type: 'A' },
  ],
  ['include=', { zone: zoneOf('v=spf1 include=s.example.net -all', spf), name: 's.example.net', type: 'TXT' }],
  [
    'the odd name of include:a:',
    {
      zone: zoneOf('v=spf1 include:a:h.example.net -all', { ...host, 'a:h.example.net': [] }),
      name: 'a:h.example.net',
      type: 'TXT',
    },
  ],
  [
    'the host of include:a:',
    { zone: zoneOf('v=spf1 include:a:h.example.net -all', host), name: 'h.example.net', type: 'A' },
  ],
  ['the MX of a domain without a record', { zone: zoneOf([], mx), name: 'example.com', type: 'MX' }],
  ['the A of its MX host', { zone: zoneOf([], mx), name: 'h.example.net', type: 'A' }],
  [
    'the record of the service that takes the mail',
    {
      zone: zoneOf([], { 'example.com': [{ MX: [1, 'x.mail.protection.outlook.com'] }] }),
      name: 'spf.protection.outlook.com',
      type: 'TXT',
    },
  ],
  [
    'what a term asks for a message of the sender',
    {
      zone: zoneOf('v=spf1 exists:%{i}.ok.example.net -all'),
      name: '192.0.2.64.ok.example.net',
      type: 'A',
    },
  ],
  [
    'the names of an address of the sender',
    { zone: zoneOf('v=spf1 ptr -all'), name: '64.2.0.192.in-addr.arpa', type: 'PTR' },
  ],
  [
    'an include that the owner adds',
    {
      zone: zoneOf('v=spf1 -all', spf),
      name: 's.example.net',
      type: 'TXT',
      choices: { add: ['include:s.example.net'] },
    },
  ],
  [
    'an include that the owner leaves out',
    {
      zone: zoneOf('v=spf1 include:s.example.net -all', spf),
      name: 's.example.net',
      type: 'TXT',
      choices: { switched: ['SERVICE_REMOVED include:s.example.net >'] },
    },
  ],
  [
    'the record of an alias',
    {
      zone: { ...zoneOf([], host), 'example.com': [{ CNAME: 'h.example.net' }] },
      name: 'h.example.net',
      type: 'TXT',
    },
  ],
];

/** The zone, where questions for a name and a type fail. */
const failing = (zone: Zone, name: string, type: RecordType, reason: FailureReason): Zone => ({
  ...zone,
  [name]: [{ FAIL: reason, type }, ...(zone[name] ?? [])],
});

describe.each<FailureReason>(['timeout', 'servfail', 'refused', 'malformed'])('%s', (reason) => {
  test.each(places)('at %s', async (_where, { zone, name, type, choices }) => {
    expect(await repairIn(failing(zone, name, type, reason), choices)).toEqual({ kind: 'unanswered', changes: [] });
  });
});

test.each(places)('else there is one: %s', async (_where, { zone, choices }) => {
  const { kind } = await repairIn(zone, choices);
  expect(['corrected', 'unchanged', 'questions', 'alias']).toContain(kind);
});
