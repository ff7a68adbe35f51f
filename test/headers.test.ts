import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { headersEn } from '#messages/headers-en.ts';
import { headersNb } from '#messages/headers-nb.ts';

const script = join(import.meta.dirname, '../functions/headers.ts');
const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, `core/headers/samples/${name}.txt`), 'utf8');

/** `npm run headers`, with what is piped into it. */
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

describe('npm run headers', () => {
  test.each([
    ['all pass', sample('rspamd'), 0, headersNb.summary.pass],
    ['something is not pass', sample('gmail'), 1, headersNb.summary.look],
    ['nothing is said', 'From: a@shop.example\n', 1, headersNb.summary.nothing],
    ['no headers', 'Hei', 3, headersNb.unreadable.no_headers.fact],
    ['nothing', '', 3, headersNb.unreadable.empty.fact],
  ])('exit code: %s', async (_reason, input, exitCode, said) => {
    const ended = await read(input);
    expect(ended).toMatchObject({ exitCode, stderr: '' });
    expect(ended.stdout.split('\n')[0]).toBe(said);
    expect(ended.stdout).not.toContain('\u001b');
  });

  test('English, and lines that fit', async () => {
    const { stdout } = await read(sample('exchange-online'), '--lang', 'en');
    expect(stdout.split('\n')[0]).toBe(headersEn.summary.look);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('--json prints the reading', async () => {
    const { stdout } = await read(sample('gmail'), '--json');
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'read', verdicts: { spf: { result: 'softfail' } } });
  });

  test('--help says how', async () => {
    expect(await read('', '--help')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--json') });
  });

  test.each([
    ['an unknown option', ['--colour'], /^Unknown option '--colour'/],
    ['an unknown language', ['--lang', 'sv'], /^--lang sv: nb or en\n$/],
  ])('wrong use: %s', async (_reason, args, stderr) => {
    expect(await read('', ...args)).toEqual({ exitCode: 3, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});
