import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { linesType } from '#api/check-stream.ts';
import { createLocalApp } from '#local/app.ts';
import { linesOf, startApp, startDns } from '#test/api/serving.ts';
import { zoneResolver } from '#test/zone.ts';
import { securityHeaders } from '../../functions/site-headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true }));

const site = join(folder, 'site');
for (const below of ['en', 'r', 'en/r', '_astro']) mkdirSync(join(site, below), { recursive: true });
const long = '<p>'.repeat(1_000);
for (const [file, content] of [
  ['site/index.html', '<p>norsk'],
  ['site/en/index.html', '<p>English'],
  ['site/r/index.html', '<p>lagret'],
  ['site/en/r/index.html', '<p>saved'],
  ['site/404.html', '<p>finnes ikke'],
  ['site/page.css', 'p{}'],
  ['site/page.js', 'null'],
  ['site/icon.svg', '<svg/>'],
  ['site/long.html', long],
  ['site/_astro/long.C_9S7NPB.css', long],
  ['site/_astro/long.gktJujz1.js', long],
  ['site/long.svg', long],
  ['site/long.png', long],
  ['secret.txt', 'secret'],
] as const) {
  writeFileSync(join(folder, file), content);
}

const app = createLocalApp(createApp({ dns: { resolver: () => zoneResolver({}) } }), site);

describe('the site and the API on one port', () => {
  test.each([
    ['the first page', '/', 200, 'text/html; charset=utf-8', '<p>norsk'],
    ['the first page with a query', '/?domain=example.com', 200, 'text/html; charset=utf-8', '<p>norsk'],
    ['a folder', '/en/', 200, 'text/html; charset=utf-8', '<p>English'],
    ['a folder without its slash', '/en', 200, 'text/html; charset=utf-8', '<p>English'],
    ['a style sheet', '/page.css', 200, 'text/css; charset=utf-8', 'p{}'],
    ['a script', '/page.js', 200, 'text/javascript; charset=utf-8', 'null'],
    ['an image', '/icon.svg', 200, 'image/svg+xml; charset=utf-8', '<svg/>'],
    ['a stored result', '/r/7KQ4-M2XD', 200, 'text/html; charset=utf-8', '<p>lagret'],
    ['a stored result in English', '/en/r/7KQ4-M2XD', 200, 'text/html; charset=utf-8', '<p>saved'],
    ['the page of results itself', '/r/', 200, 'text/html; charset=utf-8', '<p>lagret'],
    ['whatever is typed for an id', '/r/a.b/%E0%A4%A', 200, 'text/html; charset=utf-8', '<p>lagret'],
    ['a path that begins alike', '/rest/7KQ4-M2XD', 404, 'text/html; charset=UTF-8', '<p>finnes ikke'],
    ['a page that is not there', '/nothing', 404, 'text/html; charset=UTF-8', '<p>finnes ikke'],
    ['a path out of the folder', '/..%2fsecret.txt', 404, 'text/html; charset=UTF-8', '<p>finnes ikke'],
    ['the same, escaped twice', '/%252e%252e%252fsecret.txt', 404, 'text/html; charset=UTF-8', '<p>finnes ikke'],
    ['the same with the other slash', '/..%5csecret.txt', 404, 'text/html; charset=UTF-8', '<p>finnes ikke'],
    ['the API', '/api/health', 200, 'application/json', '{"status":"ok"}'],
    ['an error of the API', '/api/nothing', 404, 'application/json', '{"error":{"code":"NOT_FOUND"}}'],
  ])('%s', async (_reason, path, status, type, body) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      body,
    ]);
  });

  test.each(['/', '/nothing', '/api/health'])('%s has the security headers', async (path) => {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const names = Object.keys(securityHeaders);
    expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual(securityHeaders);
  });

  test.each(['/page.css', '/api/health'])('HEAD %s', async (path) => {
    const response = await app.request(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

test.each([
  ['a page', '/', 'no-cache'],
  ['a page of a folder', '/en/', 'no-cache'],
  ['a file whose name stays the same', '/icon.svg', 'no-cache'],
  ['a page that is not there', '/nothing', 'no-cache'],
  ['a file with a hash', '/_astro/long.C_9S7NPB.css', 'public, max-age=31536000, immutable'],
  ['one of an earlier build', '/_astro/long.AAAAAAAA.css', 'no-cache'],
  ['the API', '/api/health', 'no-store'],
])('how long it is kept: %s', async (_reason, path, kept) => {
  expect((await app.request(path)).headers.get('cache-control')).toBe(kept);
});

describe('over sockets', () => {
  const get = async (base: string, path: string, encodings?: string): Promise<IncomingMessage> => {
    const headers = encodings === undefined ? {} : { 'accept-encoding': encodings };
    const [response] = (await once(request(`${base}${path}`, { headers }).end(), 'response')) as [IncomingMessage];
    return response;
  };

  test.each([
    ['a page', '/long.html'],
    ['a style sheet', '/_astro/long.C_9S7NPB.css'],
    ['a script', '/_astro/long.gktJujz1.js'],
    ['a drawing', '/long.svg'],
    ['a report', '/api/check?domain=example.com'],
  ])('compressed for those who can read it: %s', async (_reason, path) => {
    const base = await startApp(app);
    const plain = await get(base, path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toMatch(/(^|, )Accept-Encoding$/);
    const octets = await buffer(plain);
    const compressed = await get(base, path, 'gzip, deflate, br');
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(compressed.headers['content-type']).toBe(plain.headers['content-type']);
    const packed = await buffer(compressed);
    expect(packed.length).toBeLessThan(octets.length);
    if (!path.startsWith('/api/')) expect(gunzipSync(packed)).toEqual(octets);
  });

  test.each([
    ['an image that is compressed already', '/long.png'],
    ['too short to gain by it', '/page.css'],
  ])('not compressed: %s', async (_reason, path) => {
    const { headers } = await get(await startApp(app), path, 'gzip');
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('a check as it goes is neither compressed nor held back', async () => {
    const held = 'TXT _spf.shop.example';
    const { server, dns } = await startDns(
      {
        'example.com': [{ TXT: 'v=spf1 include:_spf.shop.example -all' }],
        '_spf.shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.1 -all' }],
      },
      [held],
    );
    const base = await startApp(createLocalApp(createApp({ dns }), site));
    const headers = { accept: linesType, 'accept-encoding': 'gzip' };
    const response = await fetch(`${base}/api/check?domain=example.com`, { headers });
    expect(response.headers.get('content-type')).toBe(linesType);
    expect(response.headers.get('content-encoding')).toBeNull();
    const kinds: string[] = [];
    for await (const line of linesOf(response.body)) {
      kinds.push(JSON.parse(line).kind);
      if (kinds.length === 3) {
        expect(server.log()).toContain(held);
        server.release();
      }
    }
    expect(kinds).toEqual(['part', 'part', 'part', 'part', 'report']);
  });
});
