import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { nb } from '#messages/nb.ts';
import { build } from './building.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
beforeAll(() => build(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** The files that an HTML or script file names, and all that those name. */
const reached = (file: string): readonly string[] => {
  const found = new Set<string>();
  const follow = (source: string): void => {
    for (const [name] of source.matchAll(/[\w.-]+\.(?:js|css)(?=["'`])/g)) {
      if (found.has(name)) continue;
      found.add(name);
      follow(read(join('_astro', name)));
    }
  };
  follow(read(file));
  return [...found];
};

const contentOf = (page: string, extension: '.js' | '.css'): string =>
  reached(page)
    .filter((name) => name.endsWith(extension))
    .map((name) => read(join('_astro', name)))
    .join('\n');

const pages = [
  ['index.html', nb, en],
  ['en/index.html', en, nb],
] as const;

describe('the built site', () => {
  test('its pages', () => {
    expect(globSync('**/*.html', { cwd: folder }).toSorted()).toEqual(['404.html', 'en/index.html', 'index.html']);
  });

  test.each(['index.html', 'en/index.html', '404.html'])('%s: nothing inline, nothing from elsewhere', (page) => {
    const html = read(page);
    expect(html.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>|javascript:/g)).toBeNull();
    const addresses = [...html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !/^\/(?!\/)/.test(address ?? ''))).toEqual([]);
  });

  test.each(pages)('%s is in its own language, and loads no other', (page, own, other) => {
    expect(read(page)).toContain(`<html lang="${own.locale}"`);
    expect(read(page)).toContain(own.page.lead);
    expect(/<noscript>.*<\/noscript>/.exec(read(page))?.[0]).toContain(own.page.withoutScript);
    const script = contentOf(page, '.js');
    expect(script).toContain(own.domainChanges.www);
    expect(script).not.toContain(other.domainChanges.www);
  });

  test.each(pages)('%s stays light', (page) => {
    expect(gzipSync(read(page)).length).toBeLessThan(4 * 1024);
    expect(gzipSync(contentOf(page, '.css')).length).toBeLessThan(4 * 1024);
    expect(gzipSync(contentOf(page, '.js')).length).toBeLessThan(21 * 1024);
  });
});
