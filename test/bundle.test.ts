import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { eventOf, installLambdaRuntime, invoke } from '#test/api/lambda-runtime.ts';
import { bundleFunction } from '#test/bundling.ts';

/** The functions of the API as they are deployed. */

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kibibytes = 1024;

/** What functions read of their environment as they begin. */
const environment = { AWS_REGION: 'eu-north-1', TABLE: 'none', SECRET: 'no secret, but as long as one has to be' };
beforeAll(() => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

/** How an answer of the HTTP API is had, and one of a function URL, which streams. */
const whole = (handler: (event: object) => Promise<object>, event: object): Promise<object> => handler(event);
const streamed = async (handler: Parameters<typeof invoke<object>>[0], event: object): Promise<object> => {
  const { body, ...head } = await invoke(handler, event);
  return { ...head, body: await text(body) };
};

describe.each([
  [
    'check.ts',
    '/api/check?domain=192.0.2.1',
    400,
    '{"error":{"code":"INVALID_DOMAIN","problem":"IP_ADDRESS"}}',
    streamed,
  ],
  [
    'recommend.ts',
    '/api/spf/recommend?domain=example.com&choices=%7B',
    400,
    '{"error":{"code":"INVALID_CHOICES"}}',
    whole,
  ],
  [
    'publication.ts',
    '/api/publication?domain=192.0.2.1',
    400,
    '{"error":{"code":"INVALID_DOMAIN","problem":"IP_ADDRESS"}}',
    whole,
  ],
  [
    'address.ts',
    '/api/address?domain=192.0.2.1',
    400,
    '{"error":{"code":"INVALID_DOMAIN","problem":"IP_ADDRESS"}}',
    whole,
  ],
  [
    'smtp.ts',
    '/api/smtp?server=mx.example:80',
    400,
    '{"error":{"code":"INVALID_SMTP_SETTINGS","problem":"PORT_NOT_ALLOWED"}}',
    whole,
  ],
  ['results.ts', '/api/results/none', 404, '{"error":{"code":"NOT_FOUND"}}', whole],
  ['mail.ts', '/api/mail', 405, '{"error":{"code":"METHOD_NOT_ALLOWED","allowed":["POST"]}}', whole],
  ['openapi.ts', '/api/openapi.json', 200, expect.stringMatching(/^\{"openapi":"3\.1\.1",/), whole],
] as const)('the bundle of %s', async (entry, path, statusCode, body, call) => {
  const { file, octets, inputs, external } = await bundleFunction(entry, folder);

  // What is published is the whole check, and name servers beside it; to keep a result is a check, and the client of the table;
  // a mail is that client and one of SES, the words of both languages, and what makes MIME.
  const most = { 'publication.ts': 170, 'results.ts': 400, 'mail.ts': 550 }[entry as string] ?? 152;
  const isWithWords = entry === 'mail.ts';
  const isWithSdk = isWithWords || entry === 'results.ts';
  test(`stays under ${most} KiB`, () => {
    expect(octets).toBeLessThan(most * kibibytes);
  });

  test('is ASCII, which is read faster', async () => {
    expect(await readFile(file, 'utf8')).toMatch(/^[\0-\x7f]*$/);
  });

  test('holds words and the AWS SDK only where they are needed, and expects nothing but Node', () => {
    expect(inputs.some((input) => /functions\/messages/.test(input))).toBe(isWithWords);
    expect(inputs.some((input) => /@aws-sdk|@smithy/.test(input))).toBe(isWithSdk);
    // Of the ways to get credentials, only the one that Lambda has.
    expect(inputs.filter((input) => /credential-provider-(?!env)|nested-clients/.test(input))).toEqual([]);
    expect(external.filter((path) => !path.startsWith('node:') && path !== 'buffer')).toEqual([]);
  });

  test('answers an event', async () => {
    installLambdaRuntime();
    const { handler } = await import(pathToFileURL(file).href);
    expect(await call(handler, eventOf('GET', path))).toMatchObject({
      statusCode,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body,
    });
  });
});

test.each([
  ['a check', 'check.ts'],
  ['what is published', 'publication.ts'],
  ['whether a domain takes mail', 'address.ts'],
  ['the test of SMTP settings', 'smtp.ts'],
])('%s does not load what only the description needs', async (_, entry) => {
  const { inputs } = await bundleFunction(entry, folder);
  expect(inputs.filter((input) => /json-schema|zod|functions\/api\/openapi/.test(input))).toEqual([]);
});
