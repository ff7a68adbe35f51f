import { expect, test } from 'vitest';
import { parseSmtpSettings, type SmtpProblem, serverText, type TypedSmtpSettings } from '#core/smtp/settings.ts';

/** What is typed in «SMTP Server:port» and «SMTP sikkerhet». Hosts that are none: test/smtp/not-public.test.ts. */

test.each<
  [
    reason: string,
    typed: TypedSmtpSettings,
    read: string,
    port: number | null,
    security: string | null,
    isTidied: boolean,
  ]
>([
  ['a name alone', { server: 'smtp.example.com' }, 'smtp.example.com', null, null, false],
  ['a name and a port', { server: 'smtp.example.com:587' }, 'smtp.example.com', 587, null, false],
  ['space around it, and capitals', { server: '  SMTP.Example.COM:25\n' }, 'smtp.example.com', 25, null, false],
  ['what nobody sees', { server: '\u200bsmtp.example.com\ufeff:587' }, 'smtp.example.com', 587, null, false],
  ['a final dot', { server: 'smtp.example.com.:465' }, 'smtp.example.com', 465, null, false],
  ['www is part of a host', { server: 'www.example.com' }, 'www.example.com', null, null, false],
  ['letters past ASCII', { server: 'smtp.blåbær.example' }, 'smtp.xn--blbr-roah.example', null, null, false],
  ['a scheme', { server: 'smtp://smtp.example.com:587' }, 'smtp.example.com', 587, null, true],
  ['another, with a path', { server: 'ssl://smtp.example.com:465/' }, 'smtp.example.com', 465, null, true],
  ['a space before the port', { server: 'smtp.example.com 587' }, 'smtp.example.com', 587, null, true],
  ['a space behind the colon', { server: 'smtp.example.com: 587' }, 'smtp.example.com', 587, null, true],
  ['a comma', { server: 'smtp.example.com,587' }, 'smtp.example.com', 587, null, true],
  ['a colon without a port', { server: 'smtp.example.com:' }, 'smtp.example.com', null, null, false],
  ['a port beside', { server: 'smtp.example.com', port: ' 2525 ' }, 'smtp.example.com', 2525, null, false],
  ['the same port twice', { server: 'smtp.example.com:25', port: '25' }, 'smtp.example.com', 25, null, false],
  ['TLS', { server: 'smtp.example.com', security: 'TLS' }, 'smtp.example.com', null, 'tls', false],
  [
    'none, as MAB writes it',
    { server: 'smtp.example.com', security: ' <ingen> ' },
    'smtp.example.com',
    null,
    'none',
    false,
  ],
  [
    'none, as the API writes it',
    { server: 'smtp.example.com', security: 'none' },
    'smtp.example.com',
    null,
    'none',
    false,
  ],
  ['an IPv4 address', { server: '192.0.2.1:25' }, '192.0.2.1', 25, null, false],
  ['an IPv6 address', { server: '2001:DB8::1' }, '2001:db8::1', null, null, false],
  ['an IPv6 address and a port', { server: '[2001:db8:0::1]:587' }, '2001:db8::1', 587, null, false],
])('%s', (_reason, typed, read, port, security, isTidied) => {
  const parsed = parseSmtpSettings(typed);
  if (!parsed.ok) throw new Error(parsed.problem);
  const { host, ...others } = parsed.settings;
  expect([host.kind === 'name' ? host.name.ascii : host.address, others]).toEqual([read, { port, security, isTidied }]);
});

test.each<[reason: string, typed: TypedSmtpSettings, problem: SmtpProblem]>([
  ['nothing', { server: ' \u200b ' }, 'EMPTY'],
  ['a port alone', { server: ':587' }, 'EMPTY'],
  ['an e-mail address', { server: 'post@example.com' }, 'MAIL_ADDRESS'],
  ['a user before the host', { server: 'smtp://user:secret@smtp.example.com' }, 'MAIL_ADDRESS'],
  ['one word', { server: 'mailserver' }, 'SINGLE_LABEL'],
  ['an empty label', { server: 'smtp..example.com' }, 'BAD_HOST'],
  ['an underscore', { server: 'smtp_1.example.com' }, 'BAD_HOST'],
  ['a label too long', { server: `${'a'.repeat(64)}.example.com` }, 'BAD_HOST'],
  ['no number', { server: 'smtp.example.com:smtp' }, 'BAD_PORT'],
  ['two ports', { server: 'smtp.example.com:25 587' }, 'BAD_PORT'],
  ['a number too long', { server: 'smtp.example.com:000587' }, 'BAD_PORT'],
  ['IMAP over TLS', { server: 'imap.example.com:993' }, 'PORT_FETCHES'],
  ['POP3', { server: 'pop.example.com', port: '110' }, 'PORT_FETCHES'],
  ['the web', { server: 'smtp.example.com:443' }, 'PORT_NOT_ALLOWED'],
  ['a secure shell', { server: 'smtp.example.com', port: '22' }, 'PORT_NOT_ALLOWED'],
  ['zero', { server: 'smtp.example.com:0' }, 'PORT_NOT_ALLOWED'],
  ['another port beside', { server: 'smtp.example.com:25', port: '587' }, 'PORTS_DIFFER'],
  ['another security', { server: 'smtp.example.com', security: 'STARTTLS' }, 'BAD_SECURITY'],
])('refused: %s', (_reason, typed, problem) => {
  expect(parseSmtpSettings(typed)).toEqual({ ok: false, problem });
});

test('long texts take no longer than they are long', () => {
  const before = performance.now();
  for (const part of ['a.', ' ', ':', '[', '://', '\u200b', ', ']) parseSmtpSettings({ server: part.repeat(100_000) });
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('a server is written as the field takes it', () => {
  expect([serverText('smtp.example.com', 587), serverText('2001:db8::1', 25)]).toEqual([
    'smtp.example.com:587',
    '[2001:db8::1]:25',
  ]);
});
