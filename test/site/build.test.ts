import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { languages } from '#messages/languages.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { tools } from '#messages/troubleshoot.ts';
import { toolAddress } from '#site/src/routes.ts';
import { build } from './building.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
beforeAll(() => build(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const weigh = (file: string): number => gzipSync(read(file)).length;

/** The scripts and style sheets that a file names; of scripts, what they import at once and what they import later. */
const named = (source: string): readonly string[] =>
  [...source.matchAll(/(?:src|href)="\/([\w./-]+\.(?:js|css|svg))"/g)].map(([, name = '']) => name);
const importedAtOnce = (script: string): readonly string[] =>
  [...read(script).matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, name]) => `_astro/${name}`);
const importedLater = (script: string): readonly string[] =>
  [...read(script).matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(([, name]) => `_astro/${name}`);

const withImports = (scripts: readonly string[]): ReadonlySet<string> => {
  const all = new Set(scripts);
  for (const script of all) if (script.endsWith('.js')) for (const one of importedAtOnce(script)) all.add(one);
  return all;
};

/** Files that the browser fetches to show the page. */
const atOnce = (page: string): ReadonlySet<string> => withImports(named(read(page)));
const later = (files: ReadonlySet<string>): ReadonlySet<string> =>
  withImports([...files].filter((file) => file.endsWith('.js')).flatMap(importedLater));

const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + weigh(file), 0);
const scriptsOf = (files: Iterable<string>): readonly string[] => [...files].filter((file) => file.endsWith('.js'));

const pages = [
  ['index.html', 'nb', nb, en],
  ['en/index.html', 'en', en, nb],
] as const;

describe('the built site', () => {
  test('nothing inline, nothing from elsewhere, on any page', () => {
    const html = globSync('**/*.html', { cwd: folder });
    expect(html.length).toBeGreaterThan(200);
    for (const page of html) {
      const source = read(page);
      const inline = source.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>|javascript:/g);
      const loaded = [
        ...source.matchAll(/<(?:script|link|img|form|iframe|source)\s[^>]*?\b(?:src|href|action)="([^"]*)"/g),
      ];
      const elsewhere = loaded.map(([, address = '']) => address).filter((address) => !/^\/(?!\/)/.test(address));
      expect([page, inline, elsewhere]).toEqual([page, null, []]);
    }
  });

  test.each(pages)('%s is in its own language, and loads no other', (page, language, own, other) => {
    expect(read(page)).toContain(`<html lang="${own.locale}"`);
    expect(read(page)).toContain(pageTexts[language].lead);
    expect(/<noscript>.*<\/noscript>/.exec(read(page))?.[0]).toContain(pageTexts[language].withoutScript);
    const first = atOnce(page);
    const result = later(first);
    const all = [...first, ...result, ...later(result)].map(read).join('\n');
    for (const words of [
      (texts: typeof nb) => texts.domainChanges.www,
      (texts: typeof nb) => texts.repair.proofHeading,
    ]) {
      expect(all).toContain(words(own));
      expect(all).not.toContain(words(other));
    }
  });

  /** Bytes, compressed with gzip as any server can; 60 kB and 20 kB are what a page may weigh at first. */
  test.each([...pages.map(([page]) => page), 'r/index.html', 'en/r/index.html'])('%s stays light', (page) => {
    const first = atOnce(page);
    expect(weigh(page) + sum(first)).toBeLessThan(35_000);
    expect(sum(scriptsOf(first))).toBeLessThan(8_000);
    // One round trip for the page, one for what it names: no script waits for another one's import.
    expect([...first].filter((file) => !read(page).includes(file))).toEqual([]);
    const result = later(first);
    // What is there at first is not fetched again.
    expect(weigh(page) + sum(new Set([...first, ...result]))).toBeLessThan(60_000);
  });

  /** What is pasted is read without a request: so all that reads it comes at first, and nothing later. */
  test.each(tools.flatMap((tool) => languages.map((language) => `${toolAddress(tool)[language].slice(1)}index.html`)))(
    '%s comes whole, and stays light',
    (page) => {
      const first = atOnce(page);
      expect([...first].filter((file) => !read(page).includes(file))).toEqual([]);
      expect([...later(first)]).toEqual([]);
      expect(weigh(page) + sum(first)).toBeLessThan(45_000);
      expect(sum(scriptsOf(first))).toBeLessThan(24_000);
    },
  );

  test('the help has no script', () => {
    const help = globSync('{hjelp,en/help}/**/*.html', { cwd: folder });
    expect(help.length).toBeGreaterThan(200);
    expect(help.filter((page) => scriptsOf(atOnce(page)).length > 0)).toEqual([]);
  });
});
