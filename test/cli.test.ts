import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '#core/report.ts';
import { type RunningDnsServer, startDnsServer } from '#test/dns-server.ts';
import { run } from '#test/program.ts';
import type { Zone } from '#test/zone.ts';

const zone: Zone = {
  'good.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, 'mx.good.example'] }],
  'bad.example': [{ TXT: 'v=spf1 -all' }],
  'silent.example': [{ FAIL: 'servfail' }],
  'both.example': [{ A: '192.0.2.9' }, { TXT: 'v=spf1 ip4:192.0.2.10 -all' }],
  'asks.example': [{ TXT: 'v=spf1 both.example' }],
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  // The key of RFC 8463 appendix A.2.
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'mab._domainkey.good.example': [{ CNAME: 'mab._domainkey.mab.no' }],
};

let dns: RunningDnsServer;
beforeAll(async () => {
  dns = await startDnsServer(zone);
});
afterAll(() => dns.close());

const check = (...args: readonly string[]) =>
  run('functions/cli.ts', args, { DNS_SERVERS: `${dns.address}:${dns.port}` });

describe('npm run check', () => {
  test.each([
    ['nothing wrong', ['good.example'], 0],
    ['an error', ['bad.example'], 1],
    ['could not be checked', ['silent.example'], 2],
    ['an error outranks what could not be checked', ['silent.example', 'good.example', 'bad.example'], 1],
    ['what could not be checked outranks fine', ['good.example', 'silent.example'], 2],
  ])('exit code: %s', async (_reason, domains, exitCode) => {
    const ended = await check(...domains);
    expect(ended).toMatchObject({ exitCode, stderr: '' });
    for (const domain of domains) expect(ended.stdout).toContain(domain);
  });

  test('no colour where nobody looks', async () => {
    expect((await check('bad.example')).stdout).not.toContain('\u001b');
  });

  test('Norwegian, unless asked for English', async () => {
    const [norwegian, bokmål, english] = await Promise.all([
      check('bad.example'),
      check('bad.example', '--lang', 'nb'),
      check('--lang', 'en', 'bad.example'),
    ]);
    expect(norwegian.stdout.replace(/\d\d[.:]\d\d/g, '')).toBe(bokmål.stdout.replace(/\d\d[.:]\d\d/g, ''));
    expect(english.stdout).not.toBe(bokmål.stdout);
    expect(english.stdout).toContain('bad.example');
  });

  test('--json prints the report', async () => {
    const { stdout } = await check('Post@Good.example', '--json');
    expect(parseReport(JSON.parse(stdout))).toMatchObject({ domain: { ascii: 'good.example' }, verdict: 'warning' });
  });

  test('--json prints an array for several, in the order they were named', async () => {
    const named = Array.from({ length: 20 }, (_, i) => `d${i}.example`);
    const { stdout } = await check('--json', ...named);
    const reports: unknown[] = JSON.parse(stdout);
    expect(reports.map((report) => parseReport(report).domain.ascii)).toEqual(named);
  });

  test('the owner chooses: a sender added, a question answered, a change switched off', async () => {
    const chosen = await check(
      'asks.example',
      '--json',
      ...['--add', '192.0.2.33', '--answer', 'both.example => a:both.example', '--switch', 'ALL_ADDED > ~all'],
    );
    const value = 'v=spf1 include:_spf.mab.no a:both.example ip4:192.0.2.33';
    expect(parseReport(JSON.parse(chosen.stdout))).toMatchObject({
      spf: { correction: { kind: 'corrected', record: value } },
      records: [{ purpose: 'spf', value }, { purpose: 'dkim' }, { purpose: 'dmarc' }],
    });
  });

  test('a sender that DNS does not have is told, and stays out', async () => {
    const { stdout, stderr } = await check('bad.example', '--lang', 'en', '--add', 'gone.example');
    expect(stderr).toMatch(/gone\.example/);
    expect(stdout).toContain('v=spf1 include:_spf.mab.no -all');
  });

  test('--help says how', async () => {
    expect(await check('--help')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--answer'),
      stderr: '',
    });
  });

  test.each([
    ['choices for several domains', ['a.example', 'b.example', '--add', '192.0.2.1'], /are for one domain\n$/],
    ['an answer of another form', ['a.example', '--answer', 'x'], /TERM => OPTION\n$/],
    ['no domain', [], /^Usage: npm run check/],
    ['an unknown option', ['good.example', '--colour'], /^Unknown option '--colour'/],
    ['an unknown language', ['good.example', '--lang', 'sv'], /^--lang sv: nb or en\n$/],
    ['one bad domain among good ones', ['good.example', '192.0.2.1'], /^192\.0\.2\.1: .+\n$/],
  ])('wrong use: %s', async (_reason, args, stderr) => {
    const asked = dns.queries.length;
    expect(await check(...args)).toEqual({ exitCode: 3, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(dns.queries.length).toBe(asked);
  });

  test('a bad environment is wrong use too', async () => {
    expect(await run('functions/cli.ts', ['good.example'], { DNS_SERVERS: 'x' })).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringMatching(/^DNS_SERVERS="x": [^\n]+\n$/),
    });
  });
});
