import { expect, test } from 'vitest';
import { checkDmarc } from '#core/dmarc/check.ts';
import type { Finding } from '#core/findings.ts';
import type { Checked, DmarcReport } from '#core/report.ts';
import { askOnce } from '#core/resolver.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';

const check = (zone: Zone, domain = 'example.com'): Promise<Checked<DmarcReport>> =>
  checkDmarc({ ascii: domain, unicode: domain }, askOnce(zoneResolver(zone)));

const domain = 'example.com';
const name = '_dmarc.example.com';
const below = 'a.example.com';
const nameBelow = '_dmarc.a.example.com';

const nothing: DmarcReport = {
  name,
  state: 'none',
  found: null,
  record: null,
  policy: null,
  organizationalDomain: domain,
  reports: [],
};

/** The report of the first TXT record at `_dmarc.example.com`. */
const found = (text: string, policy: DmarcReport['policy'], reports: DmarcReport['reports'] = []): DmarcReport => ({
  ...nothing,
  state: 'found',
  found: name,
  record: text,
  policy,
  reports,
});

const toPost = { tag: 'rua', address: 'post@example.com', accepted: true } as const;
const policyNone: Finding = { code: 'DMARC_POLICY_NONE', args: { domain, name } };

test.each<
  [
    why: string,
    text: string,
    policy: DmarcReport['policy'],
    findings: readonly Finding[],
    reports?: DmarcReport['reports'],
  ]
>([
  ['reject', 'v=DMARC1; p=reject', 'reject', [{ code: 'DMARC_POLICY', args: { domain, name, policy: 'reject' } }]],
  [
    'quarantine',
    'v=DMARC1; p=quarantine',
    'quarantine',
    [{ code: 'DMARC_POLICY', args: { domain, name, policy: 'quarantine' } }],
  ],
  ['none', 'v=DMARC1; p=none; sp=reject', 'none', [policyNone]],
  [
    'testing',
    'v=DMARC1; p=reject; t=y',
    'quarantine',
    [
      { code: 'DMARC_POLICY', args: { domain, name, policy: 'quarantine' } },
      { code: 'DMARC_TESTING', args: { name, written: 'reject', effective: 'quarantine' } },
    ],
  ],
  [
    'testing quarantine',
    'v=DMARC1; p=quarantine; t=y',
    'none',
    [policyNone, { code: 'DMARC_TESTING', args: { name, written: 'quarantine', effective: 'none' } }],
  ],
  ['testing has no effect on none', 'v=DMARC1; p=none; t=y', 'none', [policyNone]],
  ['no policy', 'v=DMARC1; fo=1', 'none', [policyNone, { code: 'DMARC_POLICY_MISSING', args: { name } }]],
  [
    'a bad policy without reports: no DMARC',
    'v=DMARC1; p=block',
    null,
    [{ code: 'DMARC_BAD_POLICY', args: { name, tag: 'p', value: 'block', suggestion: null, effective: null } }],
  ],
  [
    'a bad policy with reports',
    'v=DMARC1; p=reject; sp=blok; rua=mailto:post@example.com',
    'none',
    [
      policyNone,
      { code: 'DMARC_BAD_POLICY', args: { name, tag: 'sp', value: 'blok', suggestion: null, effective: 'none' } },
    ],
    [toPost],
  ],
  [
    'a bad value',
    'v=DMARC1; p=none; adkim=x',
    'none',
    [policyNone, { code: 'DMARC_BAD_VALUE', args: { name, tag: 'adkim', value: 'x' } }],
  ],
  ['junk', 'v=DMARC1; p=none; junk', 'none', [policyNone, { code: 'DMARC_BAD_TAG', args: { name, text: 'junk' } }]],
  [
    'a tag twice',
    'v=DMARC1; p=none; p=reject',
    'none',
    [policyNone, { code: 'DMARC_DUPLICATE_TAG', args: { name, tag: 'p', value: 'reject' } }],
  ],
  [
    'an unknown tag',
    'v=DMARC1; p=none; foo=bar',
    'none',
    [policyNone, { code: 'DMARC_UNKNOWN_TAG', args: { name, tag: 'foo', value: 'bar' } }],
  ],
  [
    'an obsolete tag',
    'v=DMARC1; p=none; pct=100',
    'none',
    [policyNone, { code: 'DMARC_OBSOLETE_TAG', args: { name, tag: 'pct', value: '100' } }],
  ],
  [
    'an obsolete size',
    'v=DMARC1; p=none; rua=mailto:post@example.com!10m',
    'none',
    [
      policyNone,
      {
        code: 'DMARC_OBSOLETE_SIZE',
        args: { name, tag: 'rua', value: 'mailto:post@example.com!10m', uri: 'mailto:post@example.com!10m' },
      },
    ],
    [toPost],
  ],
  [
    'a report address that is none',
    'v=DMARC1; p=none; rua=mailto:post',
    'none',
    [policyNone, { code: 'DMARC_BAD_URI', args: { name, tag: 'rua', value: 'mailto:post', uri: 'mailto:post' } }],
  ],
  [
    'https, to which nobody reports',
    'v=DMARC1; p=none; rua=https://example.com/',
    'none',
    [
      policyNone,
      { code: 'DMARC_BAD_URI', args: { name, tag: 'rua', value: 'https://example.com/', uri: 'https://example.com/' } },
    ],
  ],
])('the record at the domain: %s', async (_, text, policy, findings, reports = []) => {
  expect(await check({ [domain]: [{ TXT: 'v=spf1 -all' }], [name]: [{ TXT: text }] })).toEqual({
    findings,
    report: found(text, policy, reports),
    records: [],
  });
});

const add = (value: string, replaces: readonly string[] = []) => [
  { purpose: 'dmarc', action: 'add', name, type: 'TXT', value, replaces } as const,
];
const replace = (value: string, replaces: readonly string[]) => [
  { purpose: 'dmarc', action: 'replace', name, type: 'TXT', value, replaces } as const,
];
const first = 'v=DMARC1; p=none; rua=mailto:post@example.com';
const withoutReports = 'v=DMARC1; p=none';
const missing: Finding = { code: 'DMARC_NO_RECORD', args: { domain, name } };
const notRecognised = (text: string, at = name): Finding => ({
  code: 'DMARC_NOT_RECOGNISED',
  args: { name: at, text },
});
const spf: Finding = { code: 'DMARC_SPF_RECORD', args: { name, text: 'v=spf1 -all' } };
const misplaced = (text: string): Finding => ({ code: 'DMARC_MISPLACED', args: { found: domain, name, text } });

test.each<[why: string, zone: Zone, findings: readonly Finding[], records: Checked<DmarcReport>['records']]>([
  ['a domain with mail', { [domain]: [{ MX: [10, 'mx.example.com'] }] }, [missing], add(first)],
  ['a domain without MX gets no reports', { [domain]: [{ TXT: 'v=spf1 -all' }] }, [missing], add(withoutReports)],
  ['a domain that takes no mail gets none', { [domain]: [{ MX: [0, '.'] }] }, [missing], add(withoutReports)],
  ['no domain', {}, [missing], []],
  ['other text at the name', { [domain]: [], [name]: [{ TXT: 'abc' }] }, [missing], add(withoutReports)],
  [
    'a CNAME at the name, which leads nowhere',
    { [domain]: [], [name]: [{ CNAME: 'gone.example.net' }] },
    [missing],
    [],
  ],
  [
    'SPF at the name',
    { [domain]: [], [name]: [{ TXT: 'v=spf1 -all' }] },
    [missing, spf],
    replace(withoutReports, ['TXT v=spf1 -all']),
  ],
  [
    'SPF and other text at the name',
    { [domain]: [], [name]: [{ TXT: 'v=spf1 -all' }, { TXT: 'abc' }] },
    [missing, spf],
    [],
  ],
  [
    'a version misspelt',
    { [domain]: [], [name]: [{ TXT: 'v=dmarc1; p=none' }] },
    [notRecognised('v=dmarc1; p=none')],
    replace('v=DMARC1; p=none', ['TXT v=dmarc1; p=none']),
  ],
  [
    'commas',
    { [domain]: [], [name]: [{ TXT: 'v=DMARC1, p=none' }] },
    [notRecognised('v=DMARC1, p=none'), { code: 'DMARC_COMMA', args: { name, text: 'v=DMARC1, p=none' } }],
    replace('v=DMARC1; p=none', ['TXT v=DMARC1, p=none']),
  ],
  ['a text past mending', { [domain]: [], [name]: [{ TXT: 'DMARC1' }] }, [notRecognised('DMARC1')], []],
  [
    'two texts, of which only the owner knows the right one',
    { [domain]: [], [name]: [{ TXT: 'v=dmarc1; p=none' }, { TXT: 'v=dmarc1; p=reject' }] },
    [notRecognised('v=dmarc1; p=none'), notRecognised('v=dmarc1; p=reject')],
    [],
  ],
  [
    'several records',
    { [domain]: [], [name]: [{ TXT: 'v=DMARC1; p=none' }, { TXT: 'v=DMARC1; p=reject' }] },
    [{ code: 'DMARC_SEVERAL_RECORDS', args: { name, records: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } }],
    [],
  ],
  [
    'one record several times',
    { [domain]: [], [name]: [{ TXT: 'v=DMARC1; p=none' }, { TXT: ['v=DMARC1;', ' p=none'] }] },
    [{ code: 'DMARC_SEVERAL_RECORDS', args: { name, records: ['v=DMARC1; p=none', 'v=DMARC1; p=none'] } }],
    replace('v=DMARC1; p=none', ['TXT v=DMARC1; p=none', 'TXT v=DMARC1; p=none']),
  ],
  [
    'at the domain itself',
    { [domain]: [{ TXT: 'v=DMARC1; p=reject' }] },
    [misplaced('v=DMARC1; p=reject')],
    add('v=DMARC1; p=reject', ['example.com TXT v=DMARC1; p=reject']),
  ],
  [
    'at the domain itself, and misspelt',
    { [domain]: [{ TXT: 'v=spf1 -all' }, { TXT: 'v=dmarc1; p=rejct' }] },
    [misplaced('v=dmarc1; p=rejct')],
    add('v=DMARC1; p=reject', ['example.com TXT v=dmarc1; p=rejct']),
  ],
  [
    'at the domain itself, past mending',
    { [domain]: [{ TXT: 'v=DMARC1; p=block' }] },
    [misplaced('v=DMARC1; p=block')],
    [],
  ],
  [
    'twice at the domain itself',
    { [domain]: [{ TXT: 'v=DMARC1; p=none' }, { TXT: 'v=DMARC1; p=reject' }] },
    [misplaced('v=DMARC1; p=none'), misplaced('v=DMARC1; p=reject')],
    [],
  ],
  [
    'the domain’s text is not known: there may be a record to move',
    { [domain]: [{ FAIL: 'timeout', type: 'TXT' }] },
    [missing],
    [],
  ],
  [
    'the domain’s mail exchangers are not known: it may take no mail',
    { [domain]: [{ FAIL: 'servfail', type: 'MX' }] },
    [missing],
    [],
  ],
])('no record: %s', async (_, zone, findings, records) => {
  expect(await check(zone)).toEqual({ findings, report: nothing, records });
});

test.each<
  [
    why: string,
    texts: readonly string[],
    findings: readonly Finding[],
    policy: DmarcReport['policy'],
    records: Checked<DmarcReport>['records'],
  ]
>([
  [
    'a policy misspelt',
    ['v=DMARC1; p=quarantaine'],
    [
      {
        code: 'DMARC_BAD_POLICY',
        args: { name, tag: 'p', value: 'quarantaine', suggestion: 'quarantine', effective: null },
      },
    ],
    null,
    replace('v=DMARC1; p=quarantine', ['TXT v=DMARC1; p=quarantaine']),
  ],
  [
    'a comma',
    ['v=DMARC1; p=none,sp=none'],
    [
      { code: 'DMARC_BAD_POLICY', args: { name, tag: 'p', value: 'none,sp=none', suggestion: null, effective: null } },
      { code: 'DMARC_COMMA', args: { name, text: 'v=DMARC1; p=none,sp=none' } },
    ],
    null,
    replace('v=DMARC1; p=none; sp=none', ['TXT v=DMARC1; p=none,sp=none']),
  ],
  [
    'mailto forgotten',
    ['v=DMARC1; p=none; rua=post@example.com'],
    [
      policyNone,
      { code: 'DMARC_NO_MAILTO', args: { name, tag: 'rua', value: 'post@example.com', uri: 'post@example.com' } },
    ],
    'none',
    replace('v=DMARC1; p=none; rua=mailto:post@example.com', ['TXT v=DMARC1; p=none; rua=post@example.com']),
  ],
  [
    'a policy for subdomains misspelt',
    ['v=DMARC1; p=none; sp=quarantaine'],
    [
      {
        code: 'DMARC_BAD_POLICY',
        args: { name, tag: 'sp', value: 'quarantaine', suggestion: 'quarantine', effective: null },
      },
    ],
    null,
    replace('v=DMARC1; p=none; sp=quarantine', ['TXT v=DMARC1; p=none; sp=quarantaine']),
  ],
  [
    'a colon for an equals sign',
    ['v=DMARC1; p:quarantine'],
    [
      policyNone,
      { code: 'DMARC_POLICY_MISSING', args: { name } },
      { code: 'DMARC_BAD_TAG', args: { name, text: 'p:quarantine' } },
    ],
    'none',
    replace('v=DMARC1; p=quarantine', ['TXT v=DMARC1; p:quarantine']),
  ],
  [
    'a record beside texts that are none',
    ['v=DMARC1; p=none', 'v=spf1 -all', 'v=dmarc1; p=none', 'abc'],
    [policyNone, spf, notRecognised('v=dmarc1; p=none')],
    'none',
    [],
  ],
])('a record to mend: %s', async (_, texts, findings, policy, records) => {
  const zone = { [domain]: [{ TXT: 'v=DMARC1; p=reject' }], [name]: texts.map((TXT) => ({ TXT })) };
  expect(await check(zone)).toEqual({ findings, report: found(texts[0] ?? '', policy), records });
});

test('of very many faults, ten of each kind are told, and how many more there are', async () => {
  const { findings } = await check({ [name]: [{ TXT: `v=DMARC1${'; x=1'.repeat(30)}; p=none; adkim=x` }] });
  expect(findings.map(({ code }) => code)).toEqual([
    'DMARC_POLICY_NONE',
    'DMARC_UNKNOWN_TAG',
    ...Array(10).fill('DMARC_DUPLICATE_TAG'),
    'DMARC_BAD_VALUE',
    'DMARC_MORE',
  ]);
  expect(findings.at(-1)).toEqual({ code: 'DMARC_MORE', args: { name, more: 19 } });
});

test('a record behind a CNAME is not ours to replace', async () => {
  const { findings, records } = await check({
    [name]: [{ CNAME: 'dmarc.example.net' }],
    'dmarc.example.net': [{ TXT: 'v=DMARC1; p=rejct; rua=mailto:post@example.com' }],
  });
  expect(findings.map(({ code }) => code)).toEqual(['DMARC_POLICY_NONE', 'DMARC_BAD_POLICY']);
  expect(records).toEqual([]);
});

const inherited = (policy: 'none' | 'quarantine' | 'reject'): Finding => ({
  code: 'DMARC_INHERITED',
  args: { domain: below, name, policy },
});

test.each<[why: string, zone: Zone, findings: readonly Finding[], report: Partial<DmarcReport>]>([
  [
    'p of the organization',
    { [name]: [{ TXT: 'v=DMARC1; p=reject' }], [below]: [] },
    [inherited('reject')],
    { record: 'v=DMARC1; p=reject', policy: 'reject' },
  ],
  [
    'sp for a domain that exists',
    { [name]: [{ TXT: 'v=DMARC1; p=reject; sp=quarantine; np=none; t=y' }], [below]: [] },
    [inherited('none'), { code: 'DMARC_TESTING', args: { name, written: 'quarantine', effective: 'none' } }],
    { record: 'v=DMARC1; p=reject; sp=quarantine; np=none; t=y', policy: 'none' },
  ],
  [
    'np for a domain that does not',
    { [name]: [{ TXT: 'v=DMARC1; p=none; np=reject' }] },
    [inherited('reject')],
    { record: 'v=DMARC1; p=none; np=reject', policy: 'reject' },
  ],
  [
    'whether it exists is not known, and does not matter',
    { [name]: [{ TXT: 'v=DMARC1; p=reject' }], [below]: [{ FAIL: 'timeout' }] },
    [inherited('reject')],
    { record: 'v=DMARC1; p=reject', policy: 'reject' },
  ],
  [
    'whether it exists is not known, and matters',
    { [name]: [{ TXT: 'v=DMARC1; p=none; np=reject' }], [below]: [{ FAIL: 'timeout' }] },
    [{ code: 'DMARC_UNANSWERED', args: { name: below, type: 'TXT', reason: 'timeout' } }],
    { state: 'unanswered', found: null, organizationalDomain: null },
  ],
  [
    'the faults of the record above',
    { [name]: [{ TXT: 'v=DMARC1; p=rejct; pct=1' }], [below]: [] },
    [
      { code: 'DMARC_BAD_POLICY', args: { name, tag: 'p', value: 'rejct', suggestion: 'reject', effective: null } },
      { code: 'DMARC_OBSOLETE_TAG', args: { name, tag: 'pct', value: '1' } },
    ],
    { record: 'v=DMARC1; p=rejct; pct=1', policy: null },
  ],
  [
    'what the domain itself has',
    {
      [name]: [{ TXT: 'v=DMARC1; p=reject' }],
      [below]: [{ TXT: 'v=DMARC1; p=none' }],
      [nameBelow]: [{ TXT: 'v=DMARC1; p=none' }, { TXT: 'v=DMARC1; p=reject' }],
    },
    [
      inherited('reject'),
      {
        code: 'DMARC_SEVERAL_RECORDS',
        args: { name: nameBelow, records: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
      },
      { code: 'DMARC_MISPLACED', args: { found: below, name: nameBelow, text: 'v=DMARC1; p=none' } },
    ],
    { record: 'v=DMARC1; p=reject', policy: 'reject' },
  ],
])('inherited: %s', async (_, zone, findings, report) => {
  expect(await check(zone, below)).toEqual({
    findings,
    report: { ...nothing, name: nameBelow, state: 'found', found: name, ...report },
    records: [],
  });
});

test('inherited from a public suffix', async () => {
  const text = 'v=DMARC1; p=reject; sp=none; psd=y';
  expect(await check({ [below]: [], '_dmarc.com': [{ TXT: text }] }, below)).toEqual({
    findings: [{ code: 'DMARC_INHERITED', args: { domain: below, name: '_dmarc.com', policy: 'none' } }],
    report: { ...nothing, name: nameBelow, state: 'found', found: '_dmarc.com', record: text, policy: 'none' },
    records: [],
  });
});

test('a domain with a text of its own to mend does not inherit by will', async () => {
  const zone = { [name]: [{ TXT: 'v=DMARC1; p=reject' }], [below]: [], [nameBelow]: [{ TXT: 'v=dmarc1; p=none' }] };
  expect(await check(zone, below)).toMatchObject({
    findings: [inherited('reject'), notRecognised('v=dmarc1; p=none', nameBelow)],
    records: [{ action: 'replace', name: nameBelow, value: 'v=DMARC1; p=none', replaces: ['TXT v=dmarc1; p=none'] }],
  });
});

test.each<[why: string, texts: readonly string[], findings: readonly Finding[]]>([
  ['misspelt', ['v=dmarc1; p=reject'], [notRecognised('v=dmarc1; p=reject')]],
  [
    'several',
    ['v=DMARC1; p=none', 'v=DMARC1; p=reject'],
    [{ code: 'DMARC_SEVERAL_RECORDS', args: { name, records: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } }],
  ],
])('a record above that was meant to be inherited, %s, is the one to mend', async (_, texts, findings) => {
  const zone = { [below]: [], [name]: texts.map((TXT) => ({ TXT })) };
  expect(await check(zone, below)).toEqual({
    findings,
    report: { ...nothing, name: nameBelow, organizationalDomain: below },
    records: [],
  });
});

test('nothing is mended while the policy is not known', async () => {
  const zone: Zone = {
    [name]: [{ TXT: 'v=DMARC1; p=none; np=reject' }],
    [below]: [{ FAIL: 'timeout' }],
    [nameBelow]: [{ TXT: 'v=dmarc1; p=none' }],
  };
  expect(await check(zone, below)).toMatchObject({ report: { state: 'unanswered' }, records: [] });
});

test('an SPF record above is no business of the domain’s', async () => {
  const zone: Zone = { [below]: [{ MX: [10, 'mx.example.com'] }], [name]: [{ TXT: 'v=spf1 -all' }] };
  const { findings, records } = await check(zone, below);
  expect(findings).toEqual([{ code: 'DMARC_NO_RECORD', args: { domain: below, name: nameBelow } }]);
  expect(records).toMatchObject([
    { action: 'add', name: nameBelow, value: 'v=DMARC1; p=none; rua=mailto:post@a.example.com' },
  ]);
});

const reasons = ['timeout', 'servfail', 'refused', 'malformed'] as const;
const unanswered = (at: string, reason: (typeof reasons)[number]): Finding => ({
  code: 'DMARC_UNANSWERED',
  args: { name: at, type: 'TXT', reason },
});

test.each(
  reasons.flatMap((reason) =>
    ['_dmarc.a.b.example.com', '_dmarc.b.example.com', '_dmarc.com'].map((at) => ({ reason, at })),
  ),
)('$reason at $at is no absence', async ({ reason, at }) => {
  const zone: Zone = { 'a.b.example.com': [], [name]: [{ TXT: 'v=DMARC1; p=reject' }], [at]: [{ FAIL: reason }] };
  expect(await check(zone, 'a.b.example.com')).toEqual({
    findings: [unanswered(at, reason)],
    report: { ...nothing, name: '_dmarc.a.b.example.com', state: 'unanswered', organizationalDomain: null },
    records: [],
  });
});

test.each(reasons)('%s everywhere', async (reason) => {
  const zone: Zone = { [domain]: [{ FAIL: reason }], [name]: [{ FAIL: reason }], '_dmarc.com': [{ FAIL: reason }] };
  expect(await check(zone)).toEqual({
    findings: [unanswered(name, reason), unanswered('_dmarc.com', reason)],
    report: { ...nothing, state: 'unanswered', organizationalDomain: null },
    records: [],
  });
});

test.each(reasons)('%s above a record of its own does not hide the policy', async (reason) => {
  const text = 'v=DMARC1; p=none; rua=mailto:post@example.com';
  expect(await check({ [domain]: [], [name]: [{ TXT: text }], '_dmarc.com': [{ FAIL: reason }] })).toEqual({
    findings: [policyNone],
    report: { ...found(text, 'none', [toPost]), organizationalDomain: null },
    records: [],
  });
});

test('an internationalized domain is written in ASCII', async () => {
  const { ascii, unicode } = { ascii: 'xn--blbr-roah.example', unicode: 'bl\u00e5b\u00e6r.example' };
  const { records } = await checkDmarc({ ascii, unicode }, zoneResolver({ [ascii]: [{ MX: [10, 'mx.example.com'] }] }));
  expect(records).toMatchObject([
    { name: '_dmarc.xn--blbr-roah.example', value: 'v=DMARC1; p=none; rua=mailto:post@xn--blbr-roah.example' },
  ]);
});

test('the questions: the walk, and the two that other checks ask', async () => {
  const resolver = zoneResolver({ [name]: [{ TXT: first }] });
  await checkDmarc({ ascii: domain, unicode: domain }, askOnce(resolver));
  expect(resolver.log).toEqual(['TXT _dmarc.example.com', 'TXT _dmarc.com', 'TXT example.com', 'MX example.com']);
});
