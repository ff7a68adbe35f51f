import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createApp } from '#api/app.ts';
import { linesType } from '#api/check-stream.ts';
import { statuses } from '#api/routes.ts';
import { secretOf } from '#api/secret.ts';
import { createAuthorities } from '#dns/authorities.ts';
import { createSmtpTester } from '#smtp/tester.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { zoneResolver } from '#test/zone.ts';

const kept = {
  store: openSqliteStore(':memory:'),
  secret: secretOf('a secret that is long enough for a test'),
  clientOf: () => null,
};
const app = createApp({
  dns: { resolver: () => zoneResolver({}) },
  publication: { resolvers: [], authorities: createAuthorities() },
  smtp: { tester: createSmtpTester() },
  results: kept,
  mail: { ...kept, mailer: { send: async () => {} }, origin: () => 'https://e.example' },
});

const parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path']),
  required: z.boolean(),
  description: z.string(),
});
const document = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.object({
      get: z.optional(z.object({ parameters: z.array(parameter), responses: z.record(z.string(), z.unknown()) })),
      post: z.optional(
        z.object({ requestBody: z.optional(z.unknown()), responses: z.record(z.string(), z.unknown()) }),
      ),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

const read = async () => {
  const text = await (await app.request('/api/openapi.json')).text();
  return { text, ...document.parse(JSON.parse(text)) };
};

describe('GET /api/openapi.json', () => {
  test('is OpenAPI 3.1 and names the parameters of each path', async () => {
    const { openapi, paths } = await read();
    expect(openapi).toMatch(/^3\.1\.\d+$/);
    const named = Object.entries(paths).map(([path, { get }]) => [
      path,
      get?.parameters.map(({ name, required }) => (required ? name : `${name}?`)).join(' ') ?? 'POST',
    ]);
    expect(Object.fromEntries(named)).toEqual({
      '/api/check': 'domain',
      '/api/spf/evaluate': 'ip domain? sender? helo?',
      '/api/spf/recommend': 'domain choices?',
      '/api/publication': 'domain',
      '/api/address': 'domain',
      '/api/smtp': 'server port? security?',
      '/api/results': 'POST',
      '/api/results/{id}': 'id',
      '/api/mail/challenge': '',
      '/api/mail': 'POST',
      '/api/mail/unsubscribe': 'token language?',
      '/api/openapi.json': '',
      '/api/health': '',
    });
  });

  test('describes the paths that are there', async () => {
    const { paths } = await read();
    const answers = await Promise.all(Object.keys(paths).map(async (path) => (await app.request(path)).status));
    expect(answers).toEqual([400, 400, 400, 400, 400, 400, 405, 404, 200, 405, 303, 200, 200]);
  });

  test('a check is described as a whole and as it goes', async () => {
    const { paths } = await read();
    expect(paths['/api/check']?.get?.responses[200]).toMatchObject({
      description: expect.stringContaining(`\`Accept: ${linesType}\``),
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Report' } },
        [linesType]: { schema: { $ref: '#/components/schemas/CheckLine' } },
      },
    });
  });

  test('every path may refuse, and says when to come again, but the one that says whether the service is up', async () => {
    const { paths } = await read();
    const answers = Object.entries(paths).flatMap(([path, { get, post }]) =>
      [get, post].flatMap((operation) => (operation === undefined ? [] : [[path, operation.responses[503]] as const])),
    );
    const refusal = expect.objectContaining({ headers: { 'Retry-After': expect.anything() } });
    expect(answers).toEqual(answers.map(([path]) => [path, path === '/api/health' ? undefined : refusal]));
  });

  test('every reference leads to a schema of the document, and each schema is used', async () => {
    const { text, components } = await read();
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(references)].sort()).toEqual(Object.keys(components.schemas).sort());
    expect(text).not.toContain('$defs');
    expect(text).not.toContain('$id');
  });

  test('names every error code', async () => {
    const { components } = await read();
    const written = JSON.stringify(components.schemas.Error);
    expect([...written.matchAll(/"const":"([A-Z_]+)"/g)].map(([, code]) => code).sort()).toEqual(
      Object.keys(statuses).sort(),
    );
  });
});
