import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { createLocalApp } from '#local/app.ts';
import { zoneResolver } from '#test/zone.ts';
import { securityHeaders } from '../../functions/security-headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true }));

const site = join(folder, 'site');
mkdirSync(join(site, 'en'), { recursive: true });
for (const [file, content] of [
  ['site/index.html', '<p>norsk'],
  ['site/en/index.html', '<p>English'],
  ['site/404.html', '<p>finnes ikke'],
  ['site/page.css', 'p{}'],
  ['site/page.js', 'null'],
  ['site/icon.svg', '<svg/>'],
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
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const names = Object.keys(securityHeaders);
    expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual(securityHeaders);
  });

  test.each(['/page.css', '/api/health'])('HEAD %s', async (path) => {
    const response = await app.request(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
