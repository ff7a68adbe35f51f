import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { bundling } from '#infra/bundling.ts';
import { eventOf, installLambdaRuntime, invoke } from '#test/api/lambda-runtime.ts';

/** The functions of the API as they are deployed. */

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles a function, and says how large it is, what is in it and what it expects to find. */
const bundle = async (entry: string) => {
  const file = join(folder, entry.replace('.ts', '.mjs'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`functions/api/${entry}`],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: bundling.format,
    target: bundling.target,
    minify: bundling.minify,
    banner: { js: bundling.banner },
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return {
    file,
    octets: output?.bytes,
    // What was read and found to be unused is an input of 0 octets.
    inputs: Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    ),
    external: output?.imports.filter(({ external }) => external).map(({ path }) => path) ?? [],
  };
};

const kibibytes = 1024;

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
  ['openapi.ts', '/api/openapi.json', 200, expect.stringMatching(/^\{"openapi":"3\.1\.1",/), whole],
] as const)('the bundle of %s', async (entry, path, statusCode, body, call) => {
  const { file, octets, inputs, external } = await bundle(entry);

  // What is published is the whole check, and name servers beside it.
  const most = entry === 'publication.ts' ? 170 : 150;
  test(`stays under ${most} KiB`, () => {
    expect(octets).toBeLessThan(most * kibibytes);
  });

  test('holds no AWS SDK and no words, and expects nothing but Node', () => {
    expect(inputs.filter((input) => /@aws-sdk|@smithy|functions\/messages/.test(input))).toEqual([]);
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
])('%s does not load what only the description needs', async (_, entry) => {
  const { inputs } = await bundle(entry);
  expect(inputs.filter((input) => /json-schema|zod|functions\/api\/openapi/.test(input))).toEqual([]);
});
