import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { tasksOf } from '#core/tasks.ts';
import { escapeHtml } from '#messages/html.ts';
import { languages, texts } from '#messages/languages.ts';
import { reportMail } from '#messages/report-mail.ts';
import { launchBrowser } from '#test/browser.ts';
import { check } from '#test/core/shop.ts';
import { hostile, links, mailedReports, usual } from './report-mails.ts';

/** The mail as HTML, as it is written and as a browser reads it; nothing that it holds makes the browser do anything. */

test.each<[why: string, text: string, escaped: string]>([
  ['an element', '<b>', '&lt;b&gt;'],
  ['an entity stays what it is', '&lt;', '&amp;lt;'],
  ['both quotes, for values of attributes', `"'`, '&quot;&#39;'],
  ['every one of them', '<<>>', '&lt;&lt;&gt;&gt;'],
  ['nothing else', 'blåbær; v=spf1 ~all', 'blåbær; v=spf1 ~all'],
])('escaped: %s', (_why, text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});

const allowed = new Set([
  ...['html', 'head', 'meta', 'title', 'body', 'div', 'table', 'tbody', 'tr', 'td'],
  ...['h1', 'h2', 'p', 'br', 'a', 'dl', 'dt', 'dd'],
]);

const tagsIn = (html: string): readonly string[] => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag = '']) => tag);

describe.each(mailedReports)('%s', (_what, report) => {
  const htmlIn = (language: 'nb' | 'en'): string => reportMail(report, links[language], language).html;

  test.each(languages)('leads to our own three addresses and to no other, in %s', (language) => {
    const { result, check: again, unsubscribe } = links[language];
    const html = htmlIn(language);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
      [result, again, unsubscribe].map(escapeHtml),
    );
    expect(html).not.toMatch(/\b(?:src|srcset|background|action)=["']|url\(|@import|@font-face/);
  });

  test('both languages have the same elements, of a few kinds', () => {
    expect(tagsIn(htmlIn('en'))).toEqual(tagsIn(htmlIn('nb')));
    expect(tagsIn(htmlIn('nb')).filter((tag) => !allowed.has(tag))).toEqual([]);
  });

  test('holds no character that cannot be seen, but the line feed', () => {
    expect(htmlIn('nb')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

test('the lists of mail programs show beside the subject how things stand', async () => {
  const { html } = reportMail(await check(usual), links.nb, 'nb');
  const [, before = ''] = html.split(/<body[^>]*>\n/);
  expect(before.split('\n')[0]).toBe(
    '<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">For at e-posten skal komme trygt frem, må noe rettes i DNS. Stegene står nedenfor, med det viktigste først.</div>',
  );
});

const browser = await launchBrowser();
/** One for all mails: a new one for each takes most of the time. */
const window = await (await browser?.newContext())?.newPage();
afterAll(() => browser?.close());

/** What a mail did that no mail may do. */
let done: string[] = [];
window?.on('request', (request) => done.push(request.url()));
window?.on('dialog', (dialog) => done.push(dialog.message()));
window?.on('console', (message) => done.push(message.text()));
afterEach(() => {
  const met = done;
  done = [];
  expect(met).toEqual([]);
});

/** The mail, opened. */
const open = async (html: string, width = 375): Promise<Page> => {
  if (window === undefined) throw new Error('No browser');
  await window.setViewportSize({ width, height: 800 });
  await window.setContent(html);
  return window;
};

/** The lines that are seen, as the plain text has them. */
const linesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelector('td').children].slice(1).flatMap((element) => {
    for (const link of element.querySelectorAll('a')) link.append(': ' + link.getAttribute('href'));
    if (element.tagName !== 'DL') return element.innerText.split('\\n');
    const parts = [...element.children].map(({ textContent }) => textContent);
    const pairs = parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1]]] : []));
    return pairs.flatMap(([label, value], i) => (i < 2 ? [label + ': ' + value] : [label + ':', value]));
  })`);

/** What is copied where each value is marked whole. */
const copiedOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('dd')].map((value) => {
    getSelection().selectAllChildren(value);
    return getSelection().toString();
  })`);

describe.skipIf(browser === null)('in a browser', () => {
  describe.each(mailedReports)('%s', (_what, report) => {
    test.each(languages)('it says what the plain text says, in %s', async (language) => {
      const { html, text, subject } = reportMail(report, links[language], language);
      const page = await open(html);
      expect(await linesOf(page)).toEqual(text.split('\n').filter((line) => line !== ''));
      expect(await page.title()).toBe(subject);
      expect(await page.evaluate('document.documentElement.lang')).toBe(texts[language].locale);
    });

    test('every value is copied as it is, on a narrow telephone too, where nothing has to be scrolled aside', async () => {
      const { html } = reportMail(report, links.nb, 'nb');
      const page = await open(html, 320);
      const records = tasksOf(report).flatMap(({ record }) => record ?? []);
      const copied = await copiedOf(page);
      expect(copied.filter((value) => records.some((record) => record.value === value))).toEqual(
        records.map(({ value }) => value),
      );
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    });
  });

  test('it is 640 pixels wide where there is room', async () => {
    const page = await open(reportMail(await check(usual), links.nb, 'nb').html, 1280);
    expect(await page.evaluate("document.querySelector('table').getBoundingClientRect().width")).toBe(640);
  });

  test.each(['light', 'dark'] as const)('nothing stands against WCAG 2.2 AA, in %s', async (colorScheme) => {
    const page = await open(reportMail(await check(hostile), links.nb, 'nb').html);
    await page.emulateMedia({ colorScheme });
    // axe takes a page that sets no colour for a white one.
    await page.evaluate("document.body.style.background = 'Canvas'");
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      // The landmarks are those of the mail program, which the mail is shown within.
      .disableRules(['landmark-one-main', 'region'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe(
      { light: 'rgb(0, 0, 0)', dark: 'rgb(255, 255, 255)' }[colorScheme],
    );
  });
});
