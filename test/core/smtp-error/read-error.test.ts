import { describe, expect, test } from 'vitest';
import { causes } from '#core/smtp-error/kinds.ts';
import { longestError, readSmtpError } from '#core/smtp-error/read-error.ts';
import { table } from '#core/smtp-error/table.ts';
import { errorTexts, manualDnsLookup, manualLogin } from './error-texts.ts';

const understood = (text: string) => {
  const reading = readSmtpError(text);
  if (reading.kind === 'unreadable') throw new Error(reading.reason);
  return reading;
};

describe('what decides', () => {
  test.each(errorTexts)('%s', (_reason, text, cause, decided) => {
    const [first] = understood(text).causes;
    expect([first.cause, first.place.text]).toEqual([cause, decided]);
    expect(text.slice(first.place.start, first.place.end)).toBe(decided);
  });

  test('every cause is met by one of them', () => {
    const met = new Set(errorTexts.map(([, , cause]) => cause));
    expect(causes.filter((cause) => !met.has(cause))).toEqual(['too_many_recipients']);
    expect(understood('452 4.5.3 Error: too many recipients').causes[0].cause).toBe('too_many_recipients');
  });

  test('every row has its sources', () => {
    expect(table.filter(({ sources }) => !sources.every((source) => URL.canParse(source)))).toEqual([]);
  });

  test('the same in capitals, in lines of Windows, and quoted in a reply', () => {
    for (const turn of [
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replaceAll('\n', '\n> '),
    ])
      expect(understood(turn(manualLogin)).causes[0].cause).toBe('wrong_login');
  });
});

describe('what is told of an answer', () => {
  test('its codes, and who answered', () => {
    expect(understood(manualLogin).causes).toEqual([
      {
        cause: 'wrong_login',
        place: {
          start: manualLogin.indexOf('535 5.7.3'),
          end: manualLogin.indexOf(' [DL1P279'),
          text: '535 5.7.3 Authentication unsuccessful',
        },
        code: 535,
        status: '5.7.3',
        server: 'DL1P279CA0049.NORP279.PROD.OUTLOOK.COM',
      },
    ]);
  });

  test.each([
    ['Postfix', '<a@b.example>: host mx.b.example[192.0.2.7] said: 550 5.1.1 User unknown', 'mx.b.example'],
    ['a report', 'Remote-MTA: dns; mx.b.example\nDiagnostic-Code: smtp; 550 5.1.1 User unknown', 'mx.b.example'],
    ['nobody', '550 5.1.1 User unknown [192.0.2.7]', null],
  ])('who answered: %s', (_reason, text, server) => {
    expect(understood(text).causes[0].server).toBe(server);
  });

  test('others that were found follow', () => {
    const text = `${manualLogin}\n\n550 5.1.1 <kunde@kjoper.example>: User unknown`;
    expect(understood(text).causes.map(({ cause }) => cause)).toEqual(['wrong_login', 'recipient_unknown']);
  });
});

describe('what is told of the connection', () => {
  test.each([
    [
      'the log of a login',
      manualLogin,
      { server: 'smtp.office365.com', port: 587, encryption: 'SSL/TLS', user: 'post@firma.example' },
    ],
    ['the log of a name', manualDnsLookup, { server: 'smtp.firma.example', port: 587, encryption: null, user: null }],
    ['a port that is none', 'smtp_port: 99999\n535 5.7.8 Error', { server: null, port: null }],
    ['a name of the own network', 'hostname: KASSE1\n535 5.7.8 Error', { server: null }],
    ['an address', 'smtp_host: 192.0.2.5\n535 5.7.8 Error', { server: '192.0.2.5' }],
    ['who logs in nowhere', 'Invalid login: 535-5.7.8 x\nUnknown user: kunde@kjoper.example', { user: null }],
    [
      'who reports it did not send it',
      'From: Mail <MAILER-DAEMON@mx.kjoper.example>\n550 5.1.1 x\n\nFrom: Firma <post@firma.example>',
      { sender: 'post@firma.example' },
    ],
    [
      'who sent, and to whom',
      'MAIL FROM:<post@firma.example>\nRCPT TO:<kunde@kjoper.example>\n550 5.1.1 User unknown',
      { sender: 'post@firma.example', recipient: 'kunde@kjoper.example' },
    ],
    [
      'to whom, by a report',
      'Final-Recipient: rfc822; kunde@kjoper.example\nStatus: 5.1.1',
      { sender: null, recipient: 'kunde@kjoper.example' },
    ],
  ])('%s', (_reason, text, connection) => {
    expect(understood(text).connection).toMatchObject(connection);
  });
});

describe('Microsoft’s end of logins with a password', () => {
  test.each([
    ['a login at its server', manualLogin, true],
    ['its own words', '550 5.7.30 Basic authentication is not supported for Client Submission.', true],
    ['a personal account', manualLogin.replace('smtp.office365.com', 'smtp-mail.outlook.com'), false],
    ['a login elsewhere', '535 5.7.8 Error: authentication failed', false],
    ['another fault there', 'smtp_host: smtp.office365.com\nConnectFailReason: Timeout', false],
    ['a recipient there', '550 5.1.10 RecipientNotFound [OS6P279CA0001.NORP279.PROD.OUTLOOK.COM]', false],
  ])('%s', (_reason, text, concerns) => {
    expect(understood(text).concernsBasicAuth).toBe(concerns);
  });
});

describe('what is not understood is said not to be', () => {
  test.each([
    ['nothing', ' \r\n', 'empty'],
    ['more than is read', ' '.repeat(longestError + 1), 'too_long'],
    ['an ordinary mail', 'Hei! Fakturaen ligger ved. Ring oss gjerne på 22 55 05 50.', 'not_understood'],
    ['the window without its log', 'Feil ved sending av epost', 'not_understood'],
    ['Chilkat without a reason', 'ChilkatLog:\n  SendEmail:\n    Failed.\n--ChilkatLog', 'not_understood'],
    [
      'a session that went well',
      '220 smtp.example ESMTP\n250-SIZE 36700160\n250-STARTTLS\n250 AUTH LOGIN\n250 2.0.0 OK',
      'not_understood',
    ],
    ['an address', '5.7.1.3 and [4.4.1.7], 192.5.7.1', 'not_understood'],
    ['a version', 'ChilkatVersion: 9.5.0.94, Postfix 5.7.3, Version: 5.7.26, mysql/5.7.1, v4.2.2', 'not_understood'],
    ['a Message-ID', 'Message-ID: <5.7.1@firma.example>\nReferences: <4.2.2.550@firma.example>', 'not_understood'],
    ['days', 'Dato: 5.7.26 kl. 12:30\n4.7.2026\n5.7.26 12:30', 'not_understood'],
    ['a port and numbers', 'port: 587\n550 kr, ordre 554\n+47 550 12 345', 'not_understood'],
    [
      'what others thought before',
      'Authentication-Results: mx.b.example; spf=fail; dkim=fail; dmarc=fail',
      'not_understood',
    ],
  ])('%s', (_reason, text, reason) => {
    expect(readSmtpError(text)).toEqual({ kind: 'unreadable', reason });
  });
});
