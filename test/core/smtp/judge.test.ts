import { describe, expect, test } from 'vitest';
import { judgeSmtp } from '#core/smtp/judge.ts';
import { parseSmtpSettings } from '#core/smtp/settings.ts';
import { type PortTest, type SmtpName, smtpReportSchema } from '#core/smtp/smtp-report.ts';

/** From observations to findings and advice. What servers do is in test/smtp/tester.test.ts. */

const now = new Date('2026-11-24T12:00:00Z');
const found: SmtpName = { state: 'found', address: '192.0.2.1' };
const closed: PortTest = {
  port: 587,
  isTyped: true,
  connection: 'refused',
  greeting: null,
  tls: null,
  certificate: null,
  logins: { open: null, tls: null },
  size: null,
};
const open: PortTest = {
  ...closed,
  connection: 'open',
  greeting: { state: 'smtp', text: 'mx.example' },
  tls: { state: 'not_offered' },
  logins: { open: [], tls: null },
};
const encrypting: PortTest = {
  ...open,
  tls: { state: 'works', way: 'starttls', protocol: 'TLSv1.3' },
  certificate: {
    names: ['smtp.example.com'],
    matches: true,
    validFrom: '2026-10-01T00:00:00.000Z',
    validUntil: '2026-12-30T00:00:00.000Z',
    daysLeft: 35,
    isEarly: false,
    trust: 'trusted',
    issuer: 'Test Root',
  },
  logins: { open: [], tls: ['PLAIN'] },
};
const atOnce: PortTest = { ...encrypting, port: 465, tls: { state: 'works', way: 'at_once', protocol: 'TLSv1.3' } };

const judge = (typed: string, name: SmtpName, ports: readonly PortTest[]) => {
  const [server = '', security] = typed.split(', ');
  const parsed = parseSmtpSettings({ server, security });
  if (!parsed.ok) throw new Error(parsed.problem);
  const report = judgeSmtp(parsed.settings, { name, ports }, now);
  expect(smtpReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return { report, codes: report.findings.map(({ code }) => code), advice: report.advice };
};

describe('the name', () => {
  test.each<[string, string, SmtpName['state'], readonly string[]]>([
    ['is not there', 'smtp.example.com:587', 'missing', ['SMTP_NAME_MISSING']],
    ['is not there, and near to one', 'smtp.ofice365.com:587', 'missing', ['SMTP_NAME_MISSING', 'SMTP_NAME_SLIP']],
    ['is not there, and is for fetching', 'imap.example.com', 'missing', ['SMTP_NAME_MISSING', 'SMTP_OTHER_PURPOSE']],
    ['has no address', 'smtp.example.com', 'no_address', ['SMTP_NAME_NO_ADDRESS']],
    ['is not known of', 'smtp.example.com', 'unanswered', ['SMTP_NAME_UNANSWERED']],
    ['lies in a network of its own', 'smtp.example.com', 'not_public', ['SMTP_NOT_PUBLIC']],
  ])('%s', (_reason, typed, state, codes) => {
    const judged = judge(typed, { state, address: null }, []);
    expect([judged.codes, judged.advice]).toEqual([codes, null]);
  });

  test('of a known server that DNS did not answer for: what its guide says', () => {
    const { codes, advice } = judge('smtp.office365.com, TLS', { state: 'unanswered', address: null }, []);
    expect(codes).toEqual(['SMTP_NAME_UNANSWERED']);
    expect(advice).toEqual({
      server: 'smtp.office365.com:587',
      security: 'tls',
      login: 'needed',
      basis: 'known',
      isAsTyped: false,
    });
  });
});

describe('findings of the typed port', () => {
  test.each<[string, string, readonly PortTest[], readonly string[]]>([
    ['all is well', 'smtp.example.com:587, TLS', [encrypting], ['SMTP_WORKS']],
    ['a host for fetching that sends too', 'imap.example.com:587, TLS', [encrypting], ['SMTP_WORKS']],
    ['a slip whose server answers', 'smtp.ofice365.com:587, TLS', [encrypting], ['SMTP_NAME_SLIP', 'SMTP_WORKS']],
    [
      'written with a scheme',
      'smtp://smtp.example.com:587, TLS',
      [encrypting],
      ['SMTP_WRITTEN_OTHERWISE', 'SMTP_WORKS'],
    ],
    ['refused', 'smtp.example.com:587, TLS', [closed, { ...closed, port: 465, isTyped: false }], ['SMTP_REFUSED']],
    ['unanswered', 'smtp.example.com:587', [{ ...closed, connection: 'timeout' }], ['SMTP_NO_ANSWER']],
    ['no way', 'smtp.example.com:587', [{ ...closed, connection: 'unreachable' }], ['SMTP_UNREACHABLE']],
    ['the security is not said', 'smtp.example.com:587', [encrypting], ['SMTP_WORKS']],
    [
      '<ingen>, and encryption is there',
      'smtp.example.com:587, <ingen>',
      [{ ...encrypting, logins: { open: [], tls: [] } }],
      ['SMTP_TLS_UNUSED', 'SMTP_NO_LOGIN'],
    ],
    [
      '<ingen> for MAB’s own server, as its manual says',
      'smtp.mab.no:25, <ingen>',
      [{ ...encrypting, port: 25, logins: { open: [], tls: [] } }],
      ['SMTP_NO_LOGIN', 'SMTP_WORKS'],
    ],
    [
      '<ingen>, and a password in the open',
      'smtp.example.com:587, <ingen>',
      [{ ...open, logins: { open: ['LOGIN'], tls: null } }],
      ['SMTP_PASSWORD_IN_THE_OPEN'],
    ],
    ['465 and <ingen>', 'smtp.example.com:465, <ingen>', [atOnce], ['SMTP_TLS_AT_ONCE']],
    [
      'TLS from the first octet, and it fails',
      'smtp.example.com:465, TLS',
      [
        {
          ...closed,
          port: 465,
          connection: 'open',
          tls: { state: 'failed', way: 'at_once', reason: 'no_common_cipher' },
        },
      ],
      ['SMTP_TLS_FAILED'],
    ],
  ])('%s', (_reason, typed, ports, codes) => {
    expect(judge(typed, found, ports).codes).toEqual(codes);
  });
});

describe('advice', () => {
  const elsewhere = (test: PortTest, port: number): PortTest => ({ ...test, port, isTyped: false });
  const broken: PortTest = {
    ...encrypting,
    certificate: encrypting.certificate && { ...encrypting.certificate, matches: false },
  };

  test.each<[string, string, readonly PortTest[], object | null]>([
    [
      'what is typed, where it works',
      'smtp.example.com:465, TLS',
      [atOnce],
      { server: 'smtp.example.com:465', security: 'tls', login: 'needed', isAsTyped: true },
    ],
    [
      'encryption, where it is there',
      'smtp.example.com:587, <ingen>',
      [encrypting],
      { server: 'smtp.example.com:587', security: 'tls', isAsTyped: false },
    ],
    [
      'STARTTLS before TLS from the first octet',
      'smtp.example.com, TLS',
      [elsewhere(encrypting, 587), elsewhere(atOnce, 465)],
      { server: 'smtp.example.com:587' },
    ],
    [
      'TLS from the first octet, where there is no other',
      'smtp.example.com:587, TLS',
      [closed, elsewhere(atOnce, 465)],
      { server: 'smtp.example.com:465', security: 'tls' },
    ],
    [
      'a good certificate before another',
      'smtp.example.com, TLS',
      [elsewhere(broken, 587), elsewhere(atOnce, 465)],
      { server: 'smtp.example.com:465' },
    ],
    [
      'encryption with another certificate before none',
      'smtp.example.com, TLS',
      [elsewhere(open, 25), elsewhere(broken, 587)],
      { server: 'smtp.example.com:587', security: 'tls' },
    ],
    [
      'none, where there is no encryption',
      'smtp.example.com:25, TLS',
      [{ ...open, port: 25 }],
      { server: 'smtp.example.com:25', security: 'none', login: 'none' },
    ],
    [
      'a login at 25 may not be needed',
      'smtp.example.com:25, TLS',
      [{ ...encrypting, port: 25 }],
      { login: 'optional' },
    ],
    ['nothing, where nothing works', 'smtp.example.com:587, TLS', [closed], null],
    [
      'the guide of a known server, where nothing works',
      'smtp.office365.com:25, TLS',
      [{ ...closed, port: 25 }],
      { server: 'smtp.office365.com:587', basis: 'known' },
    ],
    ['nothing of a known server whose port is not known', 'smtp.mab.no:587, TLS', [closed], null],
    [
      '<ingen> for MAB’s own server, as its manual says',
      'smtp.mab.no:25, <ingen>',
      [{ ...encrypting, port: 25 }],
      { server: 'smtp.mab.no:25', security: 'none', isAsTyped: true },
    ],
  ])('%s', (_reason, typed, ports, advice) => {
    const judged = judge(typed, found, ports);
    if (advice === null) expect(judged.advice).toBeNull();
    else expect(judged.advice).toMatchObject(advice);
  });
});
