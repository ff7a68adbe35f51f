import { describe, expect, test } from 'vitest';
import { checkDmarc } from '#core/dmarc/check.ts';
import { type Finding, finding } from '#core/findings.ts';
import type { Checked, DmarcReport } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

/** A record that stands elsewhere than at `_dmarc.DOMAIN`, where nothing was meant as one. */

const domain = 'example.com';
const name = '_dmarc.example.com';
const beside = 'no-such-name-4f7k2q';
const doubled = '_dmarc.example.com.example.com';
const bare = 'dmarc.example.com';
const www = '_dmarc.www.example.com';
const text = 'v=DMARC1; p=reject';
const apex: Zone = { [domain]: [{ TXT: 'v=spf1 -all' }, { MX: [10, 'mx.example.com'] }] };

const check = async (zone: Zone, of = domain): Promise<Checked<DmarcReport> & { log: readonly string[] }> => {
  const resolver = zoneResolver(zone);
  return { ...(await checkDmarc({ ascii: of, unicode: of }, askOnce(resolver))), log: resolver.log };
};

const none: DmarcReport = {
  name,
  state: 'none',
  found: null,
  record: null,
  policy: null,
  organizationalDomain: domain,
  reports: [],
};
const missing = finding('DMARC_NO_RECORD', { domain, name });
const misplaced = (found: string, of = text): Finding => finding('DMARC_MISPLACED', { found, name, text: of });
const add = (value: string, ...replaces: string[]) => [
  { purpose: 'dmarc', action: 'add', name, type: 'TXT', value, replaces } as const,
];
const first = add('v=DMARC1; p=none; rua=mailto:post@example.com');

test.each<[why: string, zone: Zone, findings: readonly Finding[], records: Checked<DmarcReport>['records']]>([
  ['the domain doubled', { [doubled]: [{ TXT: text }] }, [misplaced(doubled)], add(text, `${doubled} TXT ${text}`)],
  ['the underscore lost', { [bare]: [{ TXT: text }] }, [misplaced(bare)], add(text, `${bare} TXT ${text}`)],
  ['below www', { [www]: [{ TXT: text }] }, [misplaced(www)], add(text, `${www} TXT ${text}`)],
  [
    'beside other text',
    { [bare]: [{ TXT: 'abc' }, { TXT: text }] },
    [misplaced(bare)],
    add(text, `${bare} TXT ${text}`),
  ],
  [
    'beside other text at the name itself',
    { [name]: [{ TXT: 'abc' }], [bare]: [{ TXT: text }] },
    [misplaced(bare)],
    add(text, `${bare} TXT ${text}`),
  ],
  [
    'with a fault that can be mended',
    { [bare]: [{ TXT: 'v=DMARC1; p=rejct' }] },
    [misplaced(bare, 'v=DMARC1; p=rejct')],
    add('v=DMARC1; p=reject', `${bare} TXT v=DMARC1; p=rejct`),
  ],
  ['past mending', { [bare]: [{ TXT: 'v=DMARC1; p=block' }] }, [misplaced(bare, 'v=DMARC1; p=block')], []],
  [
    'one text at two names',
    { [doubled]: [{ TXT: text }], [www]: [{ TXT: text }] },
    [misplaced(doubled), misplaced(www)],
    add(text, `${doubled} TXT ${text}`, `${www} TXT ${text}`),
  ],
  [
    'two texts, of which only the owner knows the right one',
    { [bare]: [{ TXT: text }], [www]: [{ TXT: 'v=DMARC1; p=none' }] },
    [misplaced(bare), misplaced(www, 'v=DMARC1; p=none')],
    [],
  ],
  [
    'behind a CNAME: not ours to copy',
    { [bare]: [{ CNAME: 'dmarc.example.net' }], 'dmarc.example.net': [{ TXT: text }] },
    [misplaced(bare)],
    [],
  ],
  ['what only resembles a record may be something else', { [bare]: [{ TXT: 'DMARC1' }] }, [missing], first],
  ['a wildcard’s', { '*.www.example.com': [{ TXT: text }] }, [missing], first],
  [
    'whose it is, is not known',
    { [bare]: [{ TXT: text }], [`${beside}.example.com`]: [{ FAIL: 'timeout' }] },
    [missing],
    first,
  ],
])('%s', async (_, zone, findings, records) => {
  const checked = await check({ ...apex, ...zone });
  expect(checked).toEqual({ findings, report: none, records, log: checked.log });
});

test('an inherited policy goes on until the record is moved', async () => {
  const below = 'a.example.com';
  const zone: Zone = { [below]: [], [name]: [{ TXT: 'v=DMARC1; p=none' }], 'dmarc.a.example.com': [{ TXT: text }] };
  const { findings, records } = await check(zone, below);
  expect(findings).toEqual([
    finding('DMARC_INHERITED', { domain: below, name, policy: 'none' }),
    finding('DMARC_MISPLACED', { found: 'dmarc.a.example.com', name: '_dmarc.a.example.com', text }),
  ]);
  expect(records).toEqual([
    {
      purpose: 'dmarc',
      action: 'add',
      name: '_dmarc.a.example.com',
      type: 'TXT',
      value: text,
      replaces: [`dmarc.a.example.com TXT ${text}`],
    },
  ]);
});

test('a move needs no answer about mail', async () => {
  const zone: Zone = { [domain]: [{ FAIL: 'timeout', type: 'MX' }], [bare]: [{ TXT: text }] };
  expect((await check(zone)).records).toEqual(add(text, `${bare} TXT ${text}`));
});

test('the domain’s own text is not known: there may be another record to move', async () => {
  const zone: Zone = { [domain]: [{ FAIL: 'timeout', type: 'TXT' }], [bare]: [{ TXT: text }] };
  expect(await check(zone)).toMatchObject({ findings: [misplaced(bare)], records: [] });
});

describe('questions', () => {
  const plain = ['TXT _dmarc.example.com', 'TXT _dmarc.com', 'TXT example.com', 'MX example.com'];
  const slips = [`TXT ${doubled}`, `TXT ${bare}`, `TXT ${www}`];
  test.each<[why: string, zone: Zone, log: readonly string[]]>([
    ['a record of its own: none more', { [name]: [{ TXT: text }], [bare]: [{ TXT: text }] }, plain],
    [
      'several of its own, and SPF: none more',
      { [name]: [{ TXT: text }, { TXT: 'v=DMARC1; p=none' }, { TXT: 'v=spf1 -all' }] },
      plain,
    ],
    ['no answer at the name: none more', { [name]: [{ FAIL: 'timeout' }] }, plain],
    ['nothing at the name: the likely slips', {}, [...plain, ...slips]],
    ['other text at the name: it does not matter whose', { [name]: [{ TXT: 'abc' }] }, [...plain, ...slips]],
    [
      'a record at a slip: whose it is',
      { [www]: [{ TXT: text }] },
      [...plain, ...slips, `TXT ${beside}.www.example.com`],
    ],
    ['meant as a record: whose it is', { [name]: [{ TXT: 'v=dmarc1' }] }, [...plain, `TXT ${beside}.example.com`]],
    [
      'SPF at the name: whose it is, then the likely slips',
      { [name]: [{ TXT: 'v=spf1 -all' }] },
      [...plain, `TXT ${beside}.example.com`, ...slips],
    ],
  ])('%s', async (_, zone, log) => {
    expect((await check({ ...apex, ...zone })).log).toEqual(log);
  });
});

test.each(['timeout', 'servfail', 'refused', 'malformed'] as const)('%s at all slips says nothing', async (reason) => {
  const dead = [{ FAIL: reason }];
  const checked = await check({ ...apex, [doubled]: dead, [bare]: dead, [www]: dead });
  expect(checked).toEqual({ findings: [missing], report: none, records: first, log: checked.log });
});
