import { describe, expect, test } from 'vitest';
import { checkDomain } from '#core/check.ts';
import { type Finding, finding } from '#core/findings.ts';
import type { RecordToPublish } from '#core/report.ts';
import { tasksOf } from '#core/tasks.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { check, isOf, mab } from './checking.ts';

/** An SPF record that was meant for the domain, and that no receiver finds there. */

const domain = 'example.com';
const beside = 'no-such-name-4f7k2q';
const doubled = 'example.com.example.com';
const www = 'www.example.com';
const text = 'v=spf1 include:_spf.mab.no ~all';
const other = 'v=spf1 ip4:192.0.2.1 -all';

const bare: Zone = { [domain]: [{ A: '192.0.2.80' }] };
const record = (TXT: string): Zone => ({ [domain]: [{ TXT }] });

const misplaced = (found: string, of = text): Finding => finding('SPF_MISPLACED', { domain, found, text: of });
const obsolete = (of = text): Finding => finding('SPF_OBSOLETE_TYPE', { domain, text: of });
const missing = finding('SPF_NO_RECORD', { domain });
const notListed = finding('SPF_SENDER_NOT_LISTED', { domain, include: '_spf.mab.no', result: 'fail' });

const publish = (action: RecordToPublish['action'], value: string, ...replaces: string[]): RecordToPublish[] => [
  { purpose: 'spf', action, name: domain, type: 'TXT', value, replaces },
];

test.each<[why: string, zone: Zone, findings: readonly Finding[], records: readonly RecordToPublish[]]>([
  [
    'the domain doubled',
    { ...bare, [doubled]: [{ TXT: text }] },
    [missing, misplaced(doubled)],
    publish('add', text, `${doubled} TXT ${text}`),
  ],
  [
    'the domain doubled: any record counts, beside other text',
    { ...bare, [doubled]: [{ TXT: 'abc' }, { TXT: other }] },
    [missing, misplaced(doubled, other)],
    publish('add', text, `${doubled} TXT ${other}`),
  ],
  [
    'the domain doubled, and its record does not include the sender',
    { ...record(other), [doubled]: [{ TXT: text }] },
    [notListed, misplaced(doubled)],
    publish('replace', 'v=spf1 include:_spf.mab.no ip4:192.0.2.1 -all', `TXT ${other}`, `${doubled} TXT ${text}`),
  ],
  [
    'at www',
    { ...bare, [www]: [{ TXT: text }] },
    [missing, misplaced(www)],
    publish('add', text, `${www} TXT ${text}`),
  ],
  [
    'at both names',
    { ...bare, [doubled]: [{ TXT: text }], [www]: [{ TXT: text }] },
    [missing, misplaced(doubled), misplaced(www)],
    publish('add', text, `${doubled} TXT ${text}`, `${www} TXT ${text}`),
  ],
  [
    'a record of the obsolete type',
    { [domain]: [{ SPF: text }] },
    [missing, obsolete()],
    publish('replace', text, `SPF ${text}`),
  ],
  [
    'of the obsolete type, and at another name',
    { [domain]: [{ TXT: 'abc' }, { SPF: other }], [doubled]: [{ TXT: text }] },
    [missing, obsolete(other), misplaced(doubled)],
    publish('replace', text, `SPF ${other}`, `${doubled} TXT ${text}`),
  ],
  [
    'of the obsolete type, beside a TXT record that is not recognised: that is replaced too',
    { [domain]: [{ TXT: '"v=spf1 -all"' }, { SPF: text }] },
    [missing, finding('SPF_NOT_RECOGNISED', { domain, text: '"v=spf1 -all"' }), obsolete()],
    publish('replace', 'v=spf1 include:_spf.mab.no -all', 'TXT "v=spf1 -all"', `SPF ${text}`),
  ],
  [
    'a web host may have a record of its own',
    { ...bare, [www]: [{ TXT: 'v=spf1 -all' }] },
    [missing],
    publish('add', text),
  ],
  [
    'at www the sender must be included, and not only named',
    { ...bare, [www]: [{ TXT: 'v=spf1 a:_spf.mab.no -all' }] },
    [missing],
    publish('add', text),
  ],
  [
    'what only resembles a record may be something else',
    { [domain]: [{ SPF: 'spf1 mx' }], [doubled]: [{ TXT: 'v=spf10 -all' }], [www]: [{ TXT: 'include:_spf.mab.no' }] },
    [missing],
    publish('add', text),
  ],
  ['a wildcard’s', { ...bare, '*.example.com': [{ TXT: text }] }, [missing], publish('add', text)],
  [
    'whose it is, is not known',
    { ...bare, [doubled]: [{ TXT: text }], [`${beside}.com.example.com`]: [{ FAIL: 'timeout' }] },
    [missing],
    publish('add', text),
  ],
  [
    'through an alias: it stands where its owner put it',
    {
      ...bare,
      [doubled]: [{ CNAME: 'host.example' }],
      [www]: [{ CNAME: 'host.example' }],
      'host.example': [{ TXT: text }],
    },
    [missing],
    publish('add', text),
  ],
])('%s', async (_, zone, findings, records) => {
  const checked = await check(zone);
  expect([checked.findings, checked.records]).toEqual([findings, records]);
});

test('of an alias, the type of what it leads to is not asked for: its owner is another', async () => {
  const { findings, log } = await check({ [domain]: [{ CNAME: 'host.example' }], 'host.example': [{ SPF: text }] });
  expect(findings).toEqual([missing]);
  expect(log).not.toContain(`SPF ${domain}`);
});

test.each(['timeout', 'servfail', 'refused', 'malformed'] as const)('%s at all slips says nothing', async (reason) => {
  const dead = [{ FAIL: reason }];
  const { findings, records } = await check({
    [domain]: [{ A: '192.0.2.80' }, { FAIL: reason, type: 'SPF' }],
    [doubled]: dead,
    [www]: dead,
  });
  expect([findings, records]).toEqual([[missing], publish('add', text)]);
});

describe('questions', () => {
  const slips = [`TXT ${doubled}`, `TXT ${www}`];
  const isAboutSlips = (question: string): boolean =>
    question.startsWith('SPF ') || question.includes(beside) || slips.includes(question);

  test.each<[why: string, zone: Zone, asked: readonly string[]]>([
    ['the sender is included: none more', record(text), []],
    ['in capitals: none more', record('v=spf1 Include:_SPF.mab.no. ~all'), []],
    [
      'by what it includes: the likely slips were asked for by then, and nothing is said of them',
      { ...record('v=spf1 include:a.example.com -all'), 'a.example.com': [{ TXT: text }], [www]: [{ TXT: text }] },
      slips,
    ],
    ['behind all: none more', record('v=spf1 -all include:_spf.mab.no'), []],
    ['one of several records: none more', { [domain]: [{ TXT: other }, { TXT: text }] }, []],
    ['the name does not exist: nothing lies below it', {}, []],
    ['no answer: none more', { [domain]: [{ FAIL: 'timeout', type: 'TXT' }] }, []],
    ['no record: the obsolete type, and the likely slips', bare, [`SPF ${domain}`, ...slips]],
    ['a record without the sender: the likely slips', record(other), slips],
    ['the sender’s older name: the likely slips', record('v=spf1 include:_spf.bleken.no ~all'), slips],
    [
      'a record at a slip: whose it is',
      { ...record(other), [www]: [{ TXT: text }] },
      [...slips, `TXT ${beside}.example.com`],
    ],
  ])('%s', async (_, zone, asked) => {
    expect((await check(zone)).log.filter(isAboutSlips)).toEqual(asked);
  });
});

test('the likely slips are asked for before it is known what the record includes', async () => {
  const resolver = zoneResolver({ ...mab, ...record('v=spf1 include:a.example.net -all') });
  const check = checkDomain(
    { ascii: domain, unicode: domain },
    {
      resolve: (name, type) =>
        name === 'a.example.net' ? new Promise<never>(() => undefined) : resolver.resolve(name, type),
    },
    new Date(0),
  );
  await Promise.race([check, new Promise((resolve) => setImmediate(resolve))]);
  expect(resolver.log).toEqual(expect.arrayContaining([`TXT ${doubled}`, `TXT ${www}`]));
});

test('it is a step of SPF, behind what puts mail at risk', async () => {
  const zone: Zone = { ...mab, [domain]: [{ SPF: text }], [doubled]: [{ TXT: text }] };
  const report = await checkDomain({ ascii: domain, unicode: domain }, zoneResolver(zone), new Date(0));
  const steps = tasksOf(report).filter(({ findings }) => findings.some(isOf('SPF_MISPLACED', 'SPF_OBSOLETE_TYPE')));
  expect(steps.map(({ subject, weight, findings }) => [subject, weight, findings.map(({ code }) => code)])).toEqual([
    ['spf', 'must', ['SPF_NO_RECORD', 'SPF_OBSOLETE_TYPE', 'SPF_MISPLACED']],
  ]);
});
