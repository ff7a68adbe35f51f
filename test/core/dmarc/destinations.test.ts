import { expect, test } from 'vitest';
import { checkDmarc } from '#core/dmarc/check.ts';
import type { Finding } from '#core/findings.ts';
import type { DmarcReport } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { type Zone, type ZoneRecord, zoneResolver } from '#test/zone.ts';

const name = '_dmarc.example.com';
const expected = 'example.com._report._dmarc.reports.example.net';
const text = 'v=DMARC1; p=reject; rua=mailto:d@reports.example.net';

/** What is found beside the policy, where reports go, and what was asked beside the walk of example.com. */
const ask = async (zone: Zone, domain = 'example.com') => {
  const resolver = zoneResolver(zone);
  const { findings, report } = await checkDmarc({ ascii: domain, unicode: domain }, askOnce(resolver));
  return {
    findings: findings.filter(({ code }) => code === 'DMARC_REPORTS_REFUSED' || code === 'DMARC_UNANSWERED'),
    reports: report.reports,
    asked: resolver.log.filter((question) => question.includes('_report.')),
    twice: resolver.log.filter((question, index) => resolver.log.indexOf(question) !== index),
  };
};

const report = (accepted: boolean | null): DmarcReport['reports'] => [
  { tag: 'rua', address: 'd@reports.example.net', accepted },
];
const refused = (tag: 'rua' | 'ruf' = 'rua'): Finding => ({
  code: 'DMARC_REPORTS_REFUSED',
  args: { name, tag, destination: 'reports.example.net', expected },
});

test.each<[why: string, at: Zone, accepted: boolean]>([
  ['consent', { [expected]: [{ TXT: 'v=DMARC1' }] }, true],
  ['consent with a semicolon', { [expected]: [{ TXT: 'v=DMARC1;' }] }, true],
  ['consent with further tags', { [expected]: [{ TXT: 'v=DMARC1; rua=mailto:x@reports.example.net' }] }, true],
  ['consent among other texts', { [expected]: [{ TXT: 'abc' }, { TXT: 'v=DMARC1' }, { TXT: 'v=DMARC1' }] }, true],
  ['consent to everybody', { '*._report._dmarc.reports.example.net': [{ TXT: 'v=DMARC1' }] }, true],
  [
    'consent through a CNAME',
    { [expected]: [{ CNAME: 'yes.example.net' }], 'yes.example.net': [{ TXT: 'v=DMARC1' }] },
    true,
  ],
  ['no consent', {}, false],
  ['other text is no consent', { [expected]: [{ TXT: 'v=spf1 -all' }, { TXT: 'v=dmarc1' }] }, false],
  ['consent to another domain', { 'example.org._report._dmarc.reports.example.net': [{ TXT: 'v=DMARC1' }] }, false],
])('another organization: %s', async (_, at, accepted) => {
  expect(await ask({ [name]: [{ TXT: text }], ...at })).toEqual({
    findings: accepted ? [] : [refused()],
    reports: report(accepted),
    asked: [`TXT ${expected}`],
    twice: [],
  });
});

test.each(['timeout', 'servfail', 'refused', 'malformed'] as const)('%s is no refusal', async (reason) => {
  expect(await ask({ [name]: [{ TXT: text }], [expected]: [{ FAIL: reason }] })).toEqual({
    findings: [{ code: 'DMARC_UNANSWERED', args: { name: expected, type: 'TXT', reason } }],
    reports: report(null),
    asked: [`TXT ${expected}`],
    twice: [],
  });
});

test('a host elsewhere cannot be of the organization, and is not walked', async () => {
  const resolver = zoneResolver({ [name]: [{ TXT: text }] });
  await checkDmarc({ ascii: 'example.com', unicode: 'example.com' }, askOnce(resolver));
  expect(resolver.log).toEqual([
    'TXT _dmarc.example.com',
    'TXT _dmarc.com',
    'TXT example.com',
    'MX example.com',
    `TXT ${expected}`,
  ]);
});

test('each destination and tag is told once', async () => {
  const list = 'mailto:a@reports.example.net,mailto:b@reports.example.net';
  const { findings, reports, asked, twice } = await ask({
    [name]: [{ TXT: `v=DMARC1; p=none; rua=${list}; ruf=${list}` }],
  });
  expect(findings).toEqual([refused('rua'), refused('ruf')]);
  expect(reports.map(({ tag, address }) => `${tag} ${address}`)).toEqual([
    'rua a@reports.example.net',
    'rua b@reports.example.net',
    'ruf a@reports.example.net',
    'ruf b@reports.example.net',
  ]);
  expect(asked).toEqual([`TXT ${expected}`]);
  expect(twice).toEqual([]);
});

const to = (host: string): ZoneRecord[] => [{ TXT: `v=DMARC1; p=none; rua=mailto:d@${host}` }];

test.each<[why: string, zone: Zone, domain: string, accepted: boolean | null, asked: readonly string[]]>([
  ['the domain itself', { [name]: to('example.com') }, 'example.com', true, []],
  ['the domain itself, in capitals', { [name]: to('Example.COM') }, 'example.com', true, []],
  ['a name below', { [name]: to('mail.example.com') }, 'example.com', true, []],
  [
    'a name above, of the same organization',
    { '_dmarc.a.example.com': to('example.com'), [name]: to('example.com') },
    'a.example.com',
    true,
    [],
  ],
  [
    'a neighbour of the same organization',
    { '_dmarc.a.example.com': to('b.example.com'), [name]: to('example.com') },
    'a.example.com',
    true,
    [],
  ],
  [
    'a name below that is an organization of its own',
    { [name]: to('mail.example.com'), '_dmarc.mail.example.com': [{ TXT: 'v=DMARC1; p=none; psd=n' }] },
    'example.com',
    false,
    ['TXT example.com._report._dmarc.mail.example.com'],
  ],
  [
    'a name above that is not in the organization',
    { '_dmarc.a.example.com': to('example.com') },
    'a.example.com',
    false,
    ['TXT a.example.com._report._dmarc.example.com'],
  ],
  [
    'a neighbour under a public suffix',
    { '_dmarc.shop.co.example': to('other.co.example'), '_dmarc.co.example': [{ TXT: 'v=DMARC1; p=none; psd=y' }] },
    'shop.co.example',
    false,
    ['TXT shop.co.example._report._dmarc.other.co.example'],
  ],
  [
    'of an inherited record, the domain that has it is the one to be named',
    { [name]: to('example.org') },
    'a.example.com',
    false,
    ['TXT example.com._report._dmarc.example.org'],
  ],
  [
    'of a public suffix’s record, an organization below is another',
    { '_dmarc.com': [{ TXT: 'v=DMARC1; p=none; psd=y; rua=mailto:d@mail.example.com' }] },
    'a.example.com',
    false,
    ['TXT com._report._dmarc.mail.example.com'],
  ],
  [
    'a name that is too long to ask for',
    { [`_dmarc.${'a.'.repeat(100)}example`]: to(`${'b.'.repeat(30)}example`) },
    `${'a.'.repeat(100)}example`,
    false,
    [`TXT ${'a.'.repeat(100)}example._report._dmarc.${'b.'.repeat(30)}example`],
  ],
])('whose address: %s', async (_, zone, domain, accepted, asked) => {
  const answer = await ask(zone, domain);
  expect(answer.reports.map((to) => to.accepted)).toEqual([accepted]);
  expect(answer.findings).toHaveLength(accepted === false ? 1 : 0);
  expect(answer.asked).toEqual(asked);
  expect(answer.twice).toEqual([]);
});

test('of very many hosts, ten are asked', async () => {
  const list = Array.from({ length: 12 }, (_, index) => `mailto:d@r${index}.example.net`).join();
  const { reports, asked } = await ask({
    [name]: [{ TXT: `v=DMARC1; p=none; rua=${list}; ruf=mailto:d@r0.example.net,mailto:d@r12.example.net` }],
  });
  expect(asked).toHaveLength(10);
  expect(reports.map(({ accepted }) => accepted)).toEqual([...Array(10).fill(false), null, null, false, null]);
});

test('an organization that is not known: neither own nor refused', async () => {
  const zone: Zone = { [name]: [{ TXT: text }], '_dmarc.com': [{ FAIL: 'timeout' }] };
  expect(await ask(zone)).toMatchObject({
    findings: [{ code: 'DMARC_UNANSWERED', args: { name: '_dmarc.com', type: 'TXT', reason: 'timeout' } }],
    reports: report(null),
  });
  expect(await ask({ ...zone, [expected]: [{ TXT: 'v=DMARC1' }] })).toMatchObject({
    findings: [],
    reports: report(true),
  });
});

test('the host’s organization is not known', async () => {
  const zone: Zone = { [name]: to('mail.example.com'), '_dmarc.mail.example.com': [{ FAIL: 'servfail' }] };
  const { findings, reports } = await ask(zone);
  expect(findings).toEqual([
    { code: 'DMARC_UNANSWERED', args: { name: '_dmarc.mail.example.com', type: 'TXT', reason: 'servfail' } },
  ]);
  expect(reports).toEqual([{ tag: 'rua', address: 'd@mail.example.com', accepted: null }]);
});
