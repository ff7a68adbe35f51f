import { expect, test } from 'vitest';
import { excerptOf } from '#core/smtp-error/excerpt.ts';
import { readSmtpError } from '#core/smtp-error/read-error.ts';
import { findSecrets, withoutSecrets } from '#core/smtp-error/secrets.ts';

const secret = 'aGVtbWVsaWc=';

test.each([
  ['POP3', `PASS ${secret}\n-ERR`, [secret]],
  ['AUTH PLAIN', `AUTH PLAIN ${secret}\r\n535`, [secret]],
  ['AUTH LOGIN', `> auth login ${secret}\n535`, [secret]],
  ['what AUTH LOGIN asks', `334 VXNlcm5hbWU6\nC: bmF2bg==\n334 UGFzc3dvcmQ6\n${secret}\n535`, ['bmF2bg==', secret]],
  ['a field', `smtp_password: ${secret}\nsmtp_user: post@firma.example`, [secret]],
  ['what somebody wrote', `Passord: to ord\n535`, ['to ord']],
  ['a field of JSON', `{"password": "${secret}"}`, [`"${secret}"}`]],
  ['what the log has in its place', 'SmtpCmdSent: {PasswordOrCredentials}\nSmtpCmdSent: AUTH LOGIN<CRLF>', []],
  ['what a server offers', '250-AUTH LOGIN PLAIN XOAUTH2\n535 5.7.8 Username and Password not accepted', []],
  ['words about it', 'AUTH LOGIN failed\nSPF PASS with IP 192.0.2.1', []],
])('%s', (_reason, text, secrets) => {
  const spans = findSecrets(text);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(secrets);
  expect(withoutSecrets(text, spans)).toHaveLength(text.length);
});

test('nothing of it is shown, and what decided is marked', () => {
  const text = `smtp_password: ${secret}\nSmtpCmdResp: 535 5.7.8 Error: authentication failed: x\nAUTH PLAIN ${secret}\n`;
  const reading = readSmtpError(text);
  if (reading.kind === 'unreadable') throw new Error(reading.reason);
  expect(JSON.stringify({ ...reading, secrets: [] })).not.toContain(secret);
  expect(excerptOf(text, reading.causes[0].place, reading.secrets)).toEqual([
    { kind: 'plain', text: 'smtp_password: ' },
    { kind: 'secret' },
    { kind: 'plain', text: '\nSmtpCmdResp: ' },
    { kind: 'mark', text: '535 5.7.8 Error: authentication failed' },
    { kind: 'plain', text: ': x\nAUTH PLAIN ' },
    { kind: 'secret' },
    { kind: 'plain', text: '\n' },
  ]);
});

test.each([
  ['words of one', 'PASS authentication failed'],
  ['codes of one', 'password: 550 5.1.1 x'],
  ['a phrase that begins before it', 'exceeded password: the mailbox quota'],
])('nothing is read from a secret: %s', (_reason, text) => {
  expect(readSmtpError(text)).toEqual({ kind: 'unreadable', reason: 'not_understood' });
});

test('nothing is told of the connection from a secret', () => {
  expect(readSmtpError('PASS hostname: smtp.firma.example\n550 5.1.1 x')).toMatchObject({
    connection: { server: null },
  });
});

test('of a long text, what stands around', () => {
  const line = `${'x'.repeat(99)}\n`;
  const text = `${line.repeat(50)}535 5.7.8 Nei\n${line.repeat(50)}`;
  const place = { start: 5_000, end: 5_013, text: '535 5.7.8 Nei' };
  const pieces = excerptOf(text, place, []);
  expect(pieces.map(({ kind }) => kind)).toEqual(['left_out', 'plain', 'mark', 'plain', 'left_out']);
  expect(pieces[1]).toEqual({ kind: 'plain', text: line.repeat(9) });
});
