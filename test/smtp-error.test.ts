import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { smtpErrorEn } from '#messages/smtp-error-en.ts';
import { smtpErrorNb } from '#messages/smtp-error-nb.ts';
import { manualDnsLookup, manualLogin } from '#test/core/smtp-error/error-texts.ts';

const script = join(import.meta.dirname, '../functions/smtp-error.ts');

/** `npm run smtp-error`, with what is piped into it. */
const read = async (input: string, ...args: readonly string[]) => {
  const program = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH } });
  // It may end before it has read anything.
  program.stdin.on('error', () => {});
  program.stdin.end(input);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close'),
  ]);
  return { exitCode, stdout, stderr };
};

describe('npm run smtp-error', () => {
  test('understood, in Norwegian unless asked for English', async () => {
    const [norwegian, english] = await Promise.all([read(manualLogin), read(manualLogin, '--lang', 'en')]);
    expect(norwegian).toMatchObject({ exitCode: 0, stderr: '' });
    expect(norwegian.stdout).toMatch(new RegExp(`^${smtpErrorNb.causes.wrong_login.heading}\n`));
    expect(norwegian.stdout).not.toContain('\u001b');
    expect(english.stdout).toMatch(new RegExp(`^${smtpErrorEn.causes.wrong_login.heading}\n`));
  });

  test('not understood', async () => {
    expect(await read('Hei')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining(smtpErrorNb.unreadable.not_understood.heading),
      stderr: '',
    });
  });

  test('--json prints what was read', async () => {
    const { stdout, exitCode } = await read(manualDnsLookup, '--json');
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      0,
      { kind: 'understood', causes: [{ cause: 'dns_lookup_failed' }], connection: { server: 'smtp.firma.example' } },
    ]);
  });

  test('--help says how', async () => {
    expect(await read('', '--help')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Usage:/),
      stderr: '',
    });
  });

  test.each([
    ['an unknown option', ['--colour'], /^Unknown option '--colour'/],
    ['an unknown language', ['--lang', 'sv'], /^--lang sv: nb or en\n$/],
    ['a file', ['log.txt'], /log\.txt/],
  ])('wrong use: %s', async (_reason, args, stderr) => {
    expect(await read('', ...args)).toEqual({ exitCode: 3, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});
