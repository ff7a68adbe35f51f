import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import type { PortTest, SmtpReport } from '#core/smtp/smtp-report.ts';
import { createAuthority, createCertificate } from './certificates.ts';
import { closedPort, scripted, startRaw, startSmtp, startUpgrading } from './servers.ts';
import { hasty, testSettings } from './testing.ts';

/** Settings against servers that do what servers do: real sockets, real TLS. */

const root = createAuthority('Test Root');
const middle = createAuthority('Test Middle', root);
const good = createCertificate(['mx.example'], { authority: root });
const trusting = { ca: [root.pem] };

const codesOf = ({ findings }: SmtpReport): readonly string[] => findings.map(({ code }) => code);
const nothing = {
  isTyped: true,
  connection: 'open',
  greeting: null,
  tls: null,
  certificate: null,
  logins: { open: null, tls: null },
  size: null,
} as const;
const refused = (port: number): PortTest => ({ ...nothing, port, isTyped: false, connection: 'refused' });
const certificate = {
  names: ['mx.example'],
  matches: true,
  validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
  validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
  daysLeft: 60,
  isEarly: false,
  trust: 'trusted',
  issuer: 'Test Root',
} as const;
const greeting = { state: 'smtp', text: 'mx.example ESMTP ready' } as const;
const starttls = { state: 'works', way: 'starttls', protocol: 'TLSv1.3' } as const;
const at = { host: 'mx.example', port: 587 };

describe('what works', () => {
  test('STARTTLS at 587, with a login after TLS alone', async () => {
    const port = await startUpgrading(good, ['STARTTLS'], ['AUTH PLAIN LOGIN', 'SIZE 1000000']);
    const report = await testSettings({ server: ' MX.example:587 ', security: 'TLS' }, { 587: port }, trusting);
    expect(report).toEqual({
      settings: {
        host: { ascii: 'mx.example', unicode: 'mx.example', isAddress: false },
        port: 587,
        security: 'tls',
      },
      checkedAt: expect.any(String),
      name: { state: 'found', address: '127.0.0.1' },
      ports: [
        {
          ...nothing,
          port: 587,
          greeting,
          tls: starttls,
          certificate,
          logins: { open: [], tls: ['PLAIN', 'LOGIN'] },
          size: 1_000_000,
        },
      ],
      known: null,
      findings: [{ code: 'SMTP_WORKS', severity: 'ok', args: { ...at, security: 'tls' } }],
      advice: { server: 'mx.example:587', security: 'tls', login: 'needed', basis: 'tested', isAsTyped: true },
    });
  });

  test('TLS from the first octet at 465', async () => {
    const port = await startSmtp({ ...good, secure: true, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: 'mx.example:465', security: 'TLS' }, { 465: port }, trusting);
    expect(report.ports).toEqual([
      {
        ...nothing,
        port: 465,
        greeting,
        tls: { ...starttls, way: 'at_once' },
        certificate,
        logins: { open: null, tls: ['PLAIN'] },
      },
    ]);
    expect(report.findings).toEqual([
      { code: 'SMTP_WORKS', severity: 'ok', args: { ...at, port: 465, security: 'tls' } },
    ]);
    expect(report.advice).toMatchObject({ server: 'mx.example:465', security: 'tls', isAsTyped: true });
  });

  test('in the open at 25, without a login', async () => {
    const port = await startSmtp({ disabledCommands: ['STARTTLS', 'AUTH'] });
    const report = await testSettings({ server: 'mx.example:25', security: '<ingen>' }, { 25: port });
    expect(report.ports).toEqual([
      { ...nothing, port: 25, greeting, tls: { state: 'not_offered' }, logins: { open: [], tls: null } },
    ]);
    expect(codesOf(report)).toEqual(['SMTP_NO_LOGIN', 'SMTP_WORKS']);
    expect(report.advice).toEqual({
      server: 'mx.example:25',
      security: 'none',
      login: 'none',
      basis: 'tested',
      isAsTyped: true,
    });
  });

  test('an address in the place of a name, with a certificate for the address', async () => {
    const certified = createCertificate(['127.0.0.1'], { authority: root });
    const port = await startSmtp({ ...certified, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: '127.0.0.1:587', security: 'TLS' }, { 587: port }, trusting);
    expect(report.name).toEqual({ state: 'literal', address: '127.0.0.1' });
    expect(report.ports[0]?.certificate).toMatchObject({ names: ['127.0.0.1'], matches: true });
    expect(codesOf(report)).toEqual(['SMTP_WORKS']);
  });

  test('without a port all the usual are tried, and the one that works is told', async () => {
    const port = await startSmtp({ ...good, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: 'mx.example', security: 'TLS' }, { 587: port }, trusting);
    expect(report.ports.map(({ port, isTyped, connection }) => [port, isTyped, connection])).toEqual([
      [587, false, 'open'],
      [465, false, 'refused'],
      [25, false, 'refused'],
    ]);
    expect(codesOf(report)).toEqual(['SMTP_NO_PORT_TYPED', 'SMTP_WORKS']);
    expect(report.advice).toMatchObject({ server: 'mx.example:587', security: 'tls', isAsTyped: false });
  });

  test('a chain with a certificate between is trusted when all of it is sent', async () => {
    const port = await startSmtp({ ...createCertificate(['mx.example'], { authority: middle }) });
    const report = await testSettings({ server: 'mx.example:587', security: 'TLS' }, { 587: port }, trusting);
    expect(report.ports[0]?.certificate).toMatchObject({ trust: 'trusted', issuer: 'Test Middle' });
  });
});

test.each([
  ['expired', good, { names: ['mx.example'], until: -3 }, 'SMTP_CERT_EXPIRED', { trust: 'trusted', daysLeft: -3 }],
  [
    'not valid yet',
    good,
    { names: ['mx.example'], from: 2 },
    'SMTP_CERT_NOT_YET_VALID',
    { isEarly: true, trust: 'trusted' },
  ],
  ['ends soon', good, { names: ['mx.example'], until: 5 }, 'SMTP_CERT_ENDS_SOON', { daysLeft: 5, trust: 'trusted' }],
  [
    'for another name',
    good,
    { names: ['other.example', '*.mx.example'] },
    'SMTP_CERT_OTHER_NAME',
    { matches: false, names: ['other.example', '*.mx.example'], trust: 'trusted' },
  ],
] as const)('a certificate that is %s', async (_reason, _good, { names, ...dates }, code, told) => {
  const port = await startSmtp({ ...createCertificate(names, { authority: root, ...dates }), authMethods: ['PLAIN'] });
  const report = await testSettings({ server: 'mx.example:587', security: 'TLS' }, { 587: port }, trusting);
  expect(report.ports[0]?.certificate).toMatchObject(told);
  expect(codesOf(report)).toEqual([code]);
  expect(report.advice).toMatchObject({ server: 'mx.example:587', security: 'tls' });
});

test.each([
  ['made by itself', createCertificate(['mx.example'], {}), 'self_signed'],
  [
    'by a root that nobody knows',
    createCertificate(['mx.example'], { authority: createAuthority('Another Root') }),
    'incomplete_chain',
  ],
  [
    'without the certificate between',
    createCertificate(['mx.example'], { authority: middle, isChainSent: false }),
    'incomplete_chain',
  ],
  [
    'by a chain that nobody knows',
    createCertificate(['mx.example'], { authority: createAuthority('Middle', createAuthority('Another Root')) }),
    'unknown_issuer',
  ],
] as const)('a certificate %s', async (_reason, certified, trust) => {
  const port = await startSmtp({ ...certified, authMethods: ['PLAIN'] });
  const report = await testSettings(
    { server: 'mx.example:587', security: 'TLS' },
    { 587: port },
    { ca: [root.pem, ...rootCertificates.slice(0, 1)] },
  );
  expect(report.ports[0]?.certificate).toMatchObject({ trust });
  expect(codesOf(report)).toEqual(['SMTP_CERT_NOT_TRUSTED']);
});

describe('what does not fit', () => {
  test('TLS is set, and the server has none', async () => {
    const port = await startSmtp({ disabledCommands: ['STARTTLS'], authMethods: ['LOGIN'] });
    const report = await testSettings({ server: 'mx.example:587', security: 'TLS' }, { 587: port });
    expect(report.findings).toEqual([{ code: 'SMTP_TLS_NOT_OFFERED', severity: 'error', args: at }]);
    expect(report.ports).toEqual([
      { ...nothing, port: 587, greeting, tls: { state: 'not_offered' }, logins: { open: ['LOGIN'], tls: null } },
      refused(465),
    ]);
    expect(report.advice).toEqual({
      server: 'mx.example:587',
      security: 'none',
      login: 'needed',
      basis: 'tested',
      isAsTyped: false,
    });
  });

  test('<ingen> is set, and the login is over TLS alone', async () => {
    const port = await startUpgrading(good, ['STARTTLS', 'SIZE'], ['AUTH PLAIN']);
    const report = await testSettings({ server: 'mx.example:587', security: '<ingen>' }, { 587: port }, trusting);
    expect(report.findings).toEqual([{ code: 'SMTP_LOGIN_NEEDS_TLS', severity: 'warning', args: at }]);
    expect(report.advice).toMatchObject({
      server: 'mx.example:587',
      security: 'tls',
      login: 'needed',
      isAsTyped: false,
    });
  });

  test('<ingen> is set, and anybody on the way could read the password', async () => {
    const port = await startSmtp({ ...good, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: 'mx.example:587', security: '<ingen>' }, { 587: port }, trusting);
    expect(report.findings).toEqual([
      { code: 'SMTP_PASSWORD_IN_THE_OPEN', severity: 'warning', args: { ...at, isTlsOffered: true } },
    ]);
  });

  test('<ingen> is set at a port that encrypts from the first octet', async () => {
    const port = await startSmtp({ ...good, secure: true, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: 'mx.example:465', security: '<ingen>' }, { 465: port }, trusting);
    expect(report.findings).toEqual([{ code: 'SMTP_TLS_AT_ONCE', severity: 'error', args: { ...at, port: 465 } }]);
    expect(report.advice).toMatchObject({ server: 'mx.example:465', security: 'tls', isAsTyped: false });
  });

  test('587 encrypts from the first octet, and says nothing to who begins in the open', async () => {
    const port = await startSmtp({ ...good, secure: true, authMethods: ['PLAIN'] });
    const report = await testSettings(
      { server: 'mx.example:587', security: 'TLS' },
      { 587: port },
      { ...trusting, times: { ...hasty, handshake: 5_000 } },
    );
    expect(report.ports[0]).toMatchObject({ greeting, tls: { state: 'works', way: 'at_once' } });
    expect(codesOf(report)).toEqual(['SMTP_TLS_AT_ONCE_ODD']);
  });

  test('465 begins in the open', async () => {
    const port = await startSmtp({ ...good, authMethods: ['PLAIN'] });
    const report = await testSettings({ server: 'mx.example:465', security: 'TLS' }, { 465: port }, trusting);
    expect(report.ports[0]).toMatchObject({ greeting, tls: starttls });
    expect(report.findings).toEqual([
      { code: 'SMTP_PLAIN_AT_465', severity: 'warning', args: { ...at, port: 465, isTlsOffered: true } },
    ]);
  });

  test('a login that is none with a password', async () => {
    const port = await startSmtp({ ...good, authMethods: ['XOAUTH2'] });
    const report = await testSettings({ server: 'mx.example:587', security: 'TLS' }, { 587: port }, trusting);
    expect(report.findings).toEqual([
      { code: 'SMTP_NO_PASSWORD_LOGIN', severity: 'error', args: { ...at, ways: ['XOAUTH2'] } },
    ]);
  });

  test('the typed port is closed, another one works', async () => {
    const port = await startSmtp({ ...good, authMethods: ['PLAIN'] });
    const report = await testSettings(
      { server: 'mx.example:25', security: 'TLS' },
      { 25: await closedPort(), 587: port },
      trusting,
    );
    expect(report.findings).toEqual([{ code: 'SMTP_REFUSED', severity: 'error', args: { ...at, port: 25 } }]);
    expect(report.ports.map(({ port, isTyped, connection }) => [port, isTyped, connection])).toEqual([
      [25, true, 'refused'],
      [587, false, 'open'],
      [465, false, 'refused'],
    ]);
    expect(report.advice).toMatchObject({ server: 'mx.example:587', security: 'tls', isAsTyped: false });
  });

  test('port 25 is not tested where nothing is let out there', async () => {
    const report = await testSettings(
      { server: 'mx.example:25' },
      { 25: await startSmtp({}) },
      { isPort25Closed: true },
    );
    expect(report.ports[0]).toEqual({ ...nothing, port: 25, connection: 'not_tested' });
    expect(codesOf(report)).toEqual(['SMTP_NOT_TESTED']);
    expect(report.advice).toBeNull();
  });
});

describe('what is no SMTP, or no good one', () => {
  const tls = { server: 'mx.example:587', security: 'TLS' };

  test.each([
    ['says nothing', () => undefined, { state: 'silent' }, 'SMTP_SILENT'],
    ['closes at once', (socket) => socket.end(), { state: 'closed' }, 'SMTP_CLOSED'],
    [
      'is a web server',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      { state: 'not_smtp', text: 'HTTP/1.1 400 Bad Request' },
      'SMTP_NOT_SMTP',
    ],
    [
      'is a secure shell',
      (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'),
      { state: 'not_smtp', text: 'SSH-2.0-OpenSSH_9.6' },
      'SMTP_NOT_SMTP',
    ],
    [
      'sends no lines',
      (socket) => socket.write('RFB 003.008'),
      { state: 'not_smtp', text: 'RFB 003.008' },
      'SMTP_NOT_SMTP',
    ],
    ['begins a greeting, and stops', (socket) => socket.write('220-mx.exam'), { state: 'silent' }, 'SMTP_SILENT'],
    [
      'sends a line without end',
      (socket) => socket.write(`220 ${'a'.repeat(9_000)}`),
      { state: 'not_smtp', text: `220 ${'a'.repeat(196)}` },
      'SMTP_NOT_SMTP',
    ],
    [
      'sends more lines than anybody reads',
      (socket) => socket.write('220-a\r\n'.repeat(200)),
      { state: 'not_smtp', text: '220-a' },
      'SMTP_NOT_SMTP',
    ],
    [
      'sends more than anybody reads',
      (socket) => socket.write('x'.repeat(200_000)),
      { state: 'not_smtp', text: 'x'.repeat(200) },
      'SMTP_NOT_SMTP',
    ],
    [
      'mixes codes',
      (socket) => socket.write('220-a\r\n221 b\r\n'),
      { state: 'not_smtp', text: '221 b' },
      'SMTP_NOT_SMTP',
    ],
    [
      'has no time',
      (socket) => socket.end('421 mx.example too busy\r\n'),
      { state: 'turned_away', reply: 421, text: 'mx.example too busy' },
      'SMTP_TURNED_AWAY',
    ],
    [
      'takes no mail',
      (socket) => socket.end('554-no\r\n554 service\r\n'),
      { state: 'turned_away', reply: 554, text: 'no service' },
      'SMTP_TURNED_AWAY',
    ],
    [
      'does not take EHLO',
      scripted('220 mx.example\r\n', [['EHLO', '550 not you\r\n']]),
      { state: 'turned_away', reply: 550, text: 'not you' },
      'SMTP_TURNED_AWAY',
    ],
    [
      'writes what hides',
      (socket) => socket.end('554 \u001b[2J\u202e<b>\xff\r\n', 'latin1'),
      { state: 'turned_away', reply: 554, text: expect.stringContaining('<b>') },
      'SMTP_TURNED_AWAY',
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof startRaw>[0], object, string])[])(
    'a server that %s',
    async (_reason, serve, said, code) => {
      const report = await testSettings(tls, { 587: await startRaw(serve) }, { times: hasty });
      expect(report.ports).toEqual([{ ...nothing, port: 587, greeting: said }, refused(465)]);
      expect(codesOf(report)).toEqual([code]);
      expect(report.advice).toBeNull();
    },
  );

  test('a server that drips is waited for so long, and no longer', async () => {
    const port = await startRaw((socket) => {
      const timer = setInterval(() => socket.write('2'), 10);
      socket.once('close', () => clearInterval(timer));
    });
    const before = performance.now();
    const report = await testSettings(tls, { 587: port }, { times: { ...hasty, test: 400 } });
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(report.ports[0]?.greeting?.state).toMatch(/silent|not_smtp/);
  });

  test('STARTTLS is offered and not taken', async () => {
    const port = await startRaw(
      scripted('220 mx.example\r\n', [
        ['EHLO', '250-mx.example\r\n250-AUTH PLAIN\r\n250-AUTH=LOGIN\r\n250 STARTTLS\r\n'],
        ['STARTTLS', '454 TLS not available\r\n'],
      ]),
    );
    const report = await testSettings(tls, { 587: port });
    expect(report.ports[0]).toEqual({
      ...nothing,
      port: 587,
      greeting: { state: 'smtp', text: 'mx.example' },
      tls: { state: 'failed', way: 'starttls', reason: 'refused' },
      logins: { open: ['PLAIN', 'LOGIN'], tls: null },
    });
    expect(report.findings).toEqual([
      { code: 'SMTP_TLS_FAILED', severity: 'error', args: { ...at, reason: 'refused' } },
    ]);
  });

  test.each([
    ['is no TLS', (socket) => socket.write('220 hello\r\n'), 'no_tls'],
    ['ends', (socket) => socket.end(), 'closed'],
    ['does not come', () => undefined, 'timeout'],
  ] as const satisfies readonly (readonly [string, Parameters<typeof startRaw>[0], string])[])(
    'what follows STARTTLS %s',
    async (_reason, follow, reason) => {
      const port = await startRaw((socket) => {
        scripted('220 mx.example\r\n', [
          ['EHLO', '250-mx.example\r\n250 STARTTLS\r\n'],
          ['STARTTLS', '220 go on\r\n'],
        ])(socket);
        socket.on('data', (chunk) => {
          if (chunk[0] === 0x16) follow(socket);
        });
      });
      const report = await testSettings(tls, { 587: port }, { times: hasty });
      expect(report.ports[0]?.tls).toEqual({ state: 'failed', way: 'starttls', reason });
    },
  );

  test('only old TLS', async () => {
    const port = await startSmtp({ ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' });
    const report = await testSettings(tls, { 587: port }, trusting);
    expect(report.ports[0]?.tls).toEqual({ state: 'failed', way: 'starttls', reason: 'old_protocol' });
  });
});

test('what is slipped in before TLS is not believed: RFC 3207, section 4.2', async () => {
  // One who sits between sends an answer to the next EHLO along with that to STARTTLS, before the encryption of the true server.
  const behind = await startSmtp({ ...good, authMethods: ['LOGIN'] });
  const { connect } = await import('node:net');
  const port = await startRaw((client) => {
    const server = connect(behind, '127.0.0.1').on('error', () => undefined);
    client.pipe(server);
    client.once('close', () => server.destroy());
    server.on('data', (chunk) => {
      const isGo = chunk.toString('latin1').startsWith('220 Ready');
      client.write(isGo ? Buffer.concat([chunk, Buffer.from('250-mx.example\r\n250 AUTH PLAIN\r\n')]) : chunk);
    });
    server.once('close', () => client.destroy());
  });
  const report = await testSettings({ server: 'mx.example:587', security: 'TLS' }, { 587: port }, trusting);
  expect(report.ports[0]).toMatchObject({ tls: starttls, logins: { open: ['LOGIN'], tls: ['LOGIN'] } });
});

test('nothing is ever sent but EHLO, STARTTLS and QUIT', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = '';
  const port = await startRaw((socket) => {
    scripted('220 mx.example\r\n', [['EHLO', '250-mx.example\r\n250-AUTH PLAIN\r\n250 SIZE 0\r\n']])(socket);
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('close', () => resolve(heard));
  });
  const report = await testSettings({ server: 'mx.example:587', security: 'ingen' }, { 587: port });
  expect(report.ports[0]?.size).toBe(0);
  expect(await promise).toBe('EHLO epostsjekk.invalid\r\nQUIT\r\n');
});
