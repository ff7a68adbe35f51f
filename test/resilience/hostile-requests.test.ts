import { once } from 'node:events';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, describe, expect, test } from 'vitest';
import { errorSchema } from '#api/errors.ts';
import { wholeApp } from '#test/api/whole-app.ts';
import { zone } from './shops.ts';

/** Whatever is sent to whatever path of the API, over a real socket: an answer below 500, and an error in the API's own form. */

const { app, logged, close } = wholeApp(zone, () => '192.0.2.1');
const server = createAdaptorServer({ fetch: app.fetch });
await once(server.listen(0, '127.0.0.1'), 'listening');
afterAll(async () => {
  server.close();
  await close();
});
const bound = server.address();
const port = typeof bound === 'object' ? bound?.port : undefined;

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The path goes out as it is, without what a URL would make of it. */
const send = async ({ path, method = 'GET', headers = {}, body }: Sent): Promise<Got> => {
  // A connection of its own: the server ends one on which more came than it read.
  const request = ask({ port, host: '127.0.0.1', path, method, headers, agent: false });
  const answered = once(request, 'response');
  request.end(body);
  const [response] = await answered;
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
};

/** Milliseconds: many times what it takes, for a busy machine. */
const longest = 5_000;

const isAnswered = async (sent: Sent): Promise<void> => {
  const start = performance.now();
  const { status, headers, body } = await send(sent);
  expect(performance.now() - start).toBeLessThan(longest);
  expect(status).toBeLessThan(500);
  expect(logged).toEqual([]);
  if (status < 400 || sent.method === 'HEAD') return;
  expect(headers['content-type']).toBe('application/json');
  expect(errorSchema.safeParse(JSON.parse(body))).toMatchObject({ success: true });
};

const json = { 'content-type': 'application/json' };
const post = (path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = json): Sent => ({
  path,
  method: 'POST',
  headers,
  body,
});
const names = ['domain', 'ip', 'sender', 'helo', 'choices', 'token', 'language'];
/** Every parameter that any path takes, each with this value as it stands in the address. */
const query = (value: string): string => names.map((name) => `${name}=${value}`).join('&');
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const attacks: readonly (readonly [why: string, attack: (path: string) => Sent])[] = [
  ['nothing at all', (path) => ({ path })],
  ['a long value', (path) => ({ path: `${path}?domain=${'a'.repeat(10_000)}` })],
  ['each value as long as is allowed', (path) => ({ path: `${path}?${query('a.'.repeat(1_000))}` })],
  ['a thousand times the same', (path) => ({ path: `${path}?${'domain=a.example&'.repeat(800)}` })],
  ['binary', (path) => ({ path: `${path}?${query('%00%01%ff%fe%80')}` })],
  ['half a surrogate pair', (path) => ({ path: `${path}?${query('%ED%A0%80.example')}` })],
  ['encoded twice', (path) => ({ path: `${path}?${query('%252e%252e%252f%2500')}` })],
  ['broken escapes', (path) => ({ path: `${path}?${query('%')}&%=%&%zz` })],
  ['a line break', (path) => ({ path: `${path}?${query('a%0d%0aset-cookie:b=c.example')}` })],
  ['a name of objects', (path) => ({ path: `${path}?__proto__=a&constructor=b&${query('__proto__')}` })],
  ['brackets', (path) => ({ path: `${path}?domain[]=a.example&domain[a]=b.example` })],
  ['deep JSON in a parameter', (path) => ({ path: `${path}?domain=right.example&choices=${nested(900)}` })],
  ['dots in the path', (path) => ({ path: `${path}/../../../etc/passwd` })],
  ['dots in the path, encoded', (path) => ({ path: `${path}/%2e%2e/%2e%2e%2fetc/passwd` })],
  ['NUL in the path', (path) => ({ path: `${path}/%00` })],
  ['NUL behind the path', (path) => ({ path: `${path}%00` })],
  ['a broken escape in the path', (path) => ({ path: `${path}/%E0%A4%A` })],
  ['two slashes first', (path) => ({ path: `/${path}` })],
  ['slashes everywhere', (path) => ({ path: path.replaceAll('/', '//') })],
  ['a path of 10,000 characters', (path) => ({ path: `${path}/${'a/'.repeat(5_000)}` })],
  ['a whole address as the path', (path) => ({ path: `http://other.example${path}` })],
  ['a header of 10,000 characters', (path) => ({ path, headers: { accept: 'a,'.repeat(5_000) } })],
  ['an accept of semicolons', (path) => ({ path, headers: { accept: `application/x-ndjson${' '.repeat(8_000)}x` } })],
  ...['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'].map(
    (method) => [method, (path: string): Sent => ({ path, method })] as const,
  ),
  ['POST without a body', (path) => ({ path, method: 'POST' })],
  ['no JSON', (path) => post(path, '{')],
  ['null', (path) => post(path, 'null')],
  ['a body of another type', (path) => post(path, 'domain=a.example', { 'content-type': 'text/plain' })],
  ['a body that says it is compressed', (path) => post(path, '{}', { ...json, 'content-encoding': 'gzip' })],
  [
    'binary in the body',
    (path) =>
      post(
        path,
        Uint8Array.from({ length: 10_000 }, (_, i) => i % 256),
      ),
  ],
  ['deep JSON in the body', (path) => post(path, nested(8_000))],
  ['a body past its limit', (path) => post(path, `{"domain":"${'a'.repeat(1_000_000)}"}`)],
  ['other types than are meant', (path) => post(path, '{"domain":{},"to":[],"result":1,"proof":null,"choices":"a"}')],
  ['a key of objects', (path) => post(path, '{"__proto__":{"domain":"a"},"domain":"right.example","choices":{}}')],
];

const paths = [...new Set(app.routes.map(({ path }) => path).filter((path) => path.startsWith('/api/')))].map((path) =>
  path.replace(':id', 'AAAA-AAAA'),
);

test('the paths of every capability are tried', () => {
  expect(paths).toEqual(
    expect.arrayContaining(['/api/check', '/api/publication', '/api/smtp', '/api/results', '/api/mail']),
  );
});

describe.each(paths)('%s', (path) => {
  test.each(attacks)('%s', async (_, attack) => isAnswered(attack(path)));

  test.each<[why: string, sent: Sent]>([
    ['backslashes', { path: path.replaceAll('/', '\\') }],
    ['a port that is none', { path, headers: { host: 'other.example:99999' } }],
    ['a host that is none', { path, headers: { host: '[::1' } }],
  ])('%s: the server itself refuses what no URL can be made of', async (_, sent) => {
    expect((await send(sent)).status).toBe(400);
    expect(logged).toEqual([]);
  });

  // A server of Node takes 16 KiB of headers, and others take other sizes.
  test('headers of 100 KiB', async () => {
    const { status } = await app.request(path, {
      headers: { accept: 'a,'.repeat(50 * 1_024), cookie: 'a'.repeat(1_024) },
    });
    expect(status).toBeLessThan(500);
    expect(logged).toEqual([]);
  });
});
