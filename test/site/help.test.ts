import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSections } from '#core/check-part.ts';
import { parseDmarc } from '#core/dmarc/parse.ts';
import { codes, severities } from '#core/findings.ts';
import { dkimName, sender } from '#core/sender.ts';
import { parse } from '#core/spf/parse.ts';
import { helpFacts } from '#messages/help/facts.ts';
import { helpPageTexts, helpTexts } from '#messages/help/languages.ts';
import { languages, texts } from '#messages/languages.ts';
import {
  type Address,
  type Article,
  articleAddress,
  articles,
  checkAddress,
  findingAddress,
  findingsAddress,
  helpAddress,
  resultAddress,
} from '#site/src/routes.ts';
import { lix, sentences, words } from '#test/messages/readability.ts';
import { build } from './building.ts';

/** The help pages, as they are built. */

const folder = mkdtempSync(join(tmpdir(), 'help-'));
const pages = new Map<string, string>();
beforeAll(async () => {
  await build(folder);
  for (const file of globSync('**/*.html', { cwd: folder }))
    pages.set(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, readFileSync(join(folder, file), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const articleNames = Object.keys(articles) as readonly Article[];
const helpPages: readonly (readonly [string, Address])[] = [
  ['the help', helpAddress],
  ['all findings', findingsAddress],
  ...articleNames.map((article) => [article, articleAddress(article)] as const),
  ...codes.map((code) => [code, findingAddress(code)] as const),
];

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", amp: '&' };
const decode = (html: string): string => html.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole);
const textOf = (html: string): string =>
  decode(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** @throws Error where there is no such page. */
const read = (path: string): string => {
  const html = pages.get(path);
  if (html === undefined) throw new Error(`No page ${path}`);
  return html;
};
const inside = (html: string, tag: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) => inner);
const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decode(value));

/** What the page says itself, without the way to it and its list of contents. */
const articleOf = (path: string): string => (inside(read(path), 'article')[0] ?? '').replace(/<nav\b.*?<\/nav>/gs, '');
const codesIn = (path: string): readonly string[] => inside(articleOf(path), 'code').map(textOf);

describe('every page', () => {
  test.each(helpPages)('%s: there in both languages, each in its own and with a way to the other', (_, address) => {
    for (const language of languages) {
      const html = read(address[language]);
      expect(html).toContain(`<html lang="${texts[language].locale}"`);
      const link = /<a\b[^>]*data-part="language-link"[^>]*>/.exec(html)?.[0] ?? '';
      expect(attributes(link, 'href')).toEqual([address[language === 'nb' ? 'en' : 'nb']]);
    }
  });

  test('there is no other help page', () => {
    const known = helpPages.flatMap(([, address]) => languages.map((language) => address[language]));
    const built = [...pages.keys()].filter((path) =>
      languages.some((language) => path.startsWith(helpAddress[language])),
    );
    expect(built.toSorted()).toEqual(known.toSorted());
  });

  test.each(languages)('%s: a title that no other page has, and a description', (language) => {
    const heads = helpPages.map(([, address]) => read(address[language]));
    const titles = heads.map((html) => inside(html, 'title').map(textOf).join());
    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
    expect(heads.filter((html) => !/<meta name="description" content="[^"]+"/.test(html))).toEqual([]);
  });

  test('one heading of the first level, and no level left out', () => {
    const wrong = helpPages.flatMap(([, address]) =>
      languages.flatMap((language) => {
        const levels = [...read(address[language]).matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
        const fine = levels.filter((level) => level === 1).length === 1 && levels[0] === 1;
        return fine && levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1) ? [] : [address[language]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing inline, and no script at all', () => {
    const inline = /<script|<style|\sstyle=|\son\w+=|javascript:/;
    const wrong = helpPages.flatMap(([, address]) => languages.map((language) => address[language]));
    expect(wrong.filter((path) => inline.test(read(path)))).toEqual([]);
  });
});

test('every link leads to something that exists, and every anchor', () => {
  const elsewhere =
    /^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d+#section-[\d.]*\d|techcommunity\.microsoft\.com\/.+)$/;
  // The parts of a result come with the report.
  const later = new Set(
    [checkAddress, resultAddress].flatMap((address) =>
      languages.flatMap((language) => checkSections.map((section) => `${address[language]}#${section.toLowerCase()}`)),
    ),
  );
  const leads = (from: string, target: string): boolean => {
    if (!/^[/#]/.test(target)) return elsewhere.test(target);
    const { pathname, hash } = new URL(target, `https://example.com${from}`);
    const html = pages.get(decodeURIComponent(pathname));
    if (html === undefined) return hash === '' && existsSync(join(folder, decodeURIComponent(pathname)));
    return hash === '' || attributes(html, 'id').includes(decodeURIComponent(hash.slice(1)));
  };
  const dead = [...pages].flatMap(([path, html]) =>
    [...attributes(html, 'href'), ...attributes(html, 'src')]
      .filter((target) => !leads(path, target) && !later.has(`${path}${target}`))
      .map((target) => `${path} → ${target}`),
  );
  expect(dead).toEqual([]);
});

test.each(languages)('%s: the lists lead to every article and every finding', (language) => {
  const from = (address: Address) => attributes(articleOf(address[language]), 'href');
  const articlesAndFindings = [...articleNames.map(articleAddress), findingsAddress].map((to) => to[language]);
  expect(from(helpAddress)).toEqual(articlesAndFindings);
  expect(from(findingsAddress).toSorted()).toEqual(codes.map((code) => findingAddress(code)[language]).toSorted());
});

describe.each(languages)('the page of a finding, %s', (language) => {
  const { findings, check } = helpPageTexts[language];
  const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ');

  test.each(codes)('%s', (code) => {
    const { title, meaning, steps } = helpTexts[language][code];
    const { example, sources } = helpFacts[code];
    const html = articleOf(findingAddress(code)[language]);
    const text = textOf(html);
    expect(inside(html, 'h1').map(textOf)).toEqual([title]);
    expect(text).toContain(texts[language].severities[severities[code]]);
    expect(text).toContain(findings.severities[severities[code]]);
    for (const part of meaning) expect(text).toContain(plain(part));
    expect((inside(html, 'ol')[0] ?? '').match(/<li\b/g)?.length ?? 0).toBe(steps.length);
    for (const step of steps) expect(text).toContain(plain(step));
    expect(html.includes(`>${findings.noSteps}<`)).toBe(steps.length === 0);
    const [wrong, right] = inside(html, 'section').map((section) => inside(section, 'dd').map(textOf));
    const shown = (records: readonly { name: string; type: string; value: string }[]) =>
      records.flatMap(({ name, type, value }) => [name, type, value.replace(/\s+/g, ' ').trim()]);
    expect([wrong, right]).toEqual(example ? [shown(example.wrong), shown(example.right)] : [undefined, undefined]);
    expect(text.includes(findings.noRecord)).toBe(example?.wrong.length === 0 || example?.right.length === 0);
    const links = attributes(html, 'href').filter((target) => target.startsWith('https:'));
    expect(links).toEqual(
      sources.map(({ rfc, section }) => `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`),
    );
    expect(textOf(read(findingAddress(code)[language]))).toContain(check.link);
  });
});

describe('the articles', () => {
  test.each(articleNames)('%s: the same in both languages', (article) => {
    const shape = (path: string) => [...articleOf(path).matchAll(/<(h[1-6]|li|tr|p)\b/g)].map(([, tag]) => tag);
    const { nb, en } = articleAddress(article);
    expect(shape(en)).toEqual(shape(nb));
    expect(codesIn(en)).toEqual(codesIn(nb));
  });

  test.each([
    ['spf', `include:${sender.include}`],
    ['spf', `v=spf1 include:${sender.include} include:_custspf.one.com ~all`],
    ['spf', sender.olderIncludes.join()],
    ['dkim', dkimName(sender.selector, 'shop.no')],
    ['dkim', sender.dkimTarget],
    ['dmarc', 'v=DMARC1; p=quarantine; ruf=mailto:post@shop.no'],
    ['setup', sender.helo],
  ] as const)('%s names %s', (article, text) => {
    expect(codesIn(articleAddress(article).nb)).toContain(text);
  });

  test.each(articleNames)('%s: every whole record in it is without fault', (article) => {
    const records = codesIn(articleAddress(article).nb);
    expect(records.filter((text) => text.startsWith('v=spf1 ')).flatMap((text) => parse(text).errors)).toEqual([]);
    expect(records.filter((text) => text.startsWith('v=DMARC1;')).flatMap((text) => parseDmarc(text).problems)).toEqual(
      [],
    );
  });

  test.each(articleNames)('%s: the Norwegian reads with ease', (article) => {
    const blocks = [...articleOf(articleAddress(article).nb).matchAll(/<(h[1-6]|p|li|td|th)\b[^>]*>(.*?)<\/\1>/gs)];
    // A heading and the words before a list end without a full stop.
    const said = blocks.map(([, , inner = '']) => textOf(inner).replace(/[^.!?»)]$/, '$&.'));
    const long = said.flatMap((text) => sentences(text)).filter((sentence) => words(sentence).length > 25);
    expect(long).toEqual([]);
    expect(lix(said.join(' '))).toBeLessThanOrEqual(40);
  });
});
