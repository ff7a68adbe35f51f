import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { articleAddress, findingAddress, findingsAddress, helpAddress } from '#site/src/routes.ts';
import { counts, field, verdictIsRead } from './check-page.ts';
import { isShown, openSections } from './result.ts';
import { faults, states, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/** The page under other conditions than most have: no script, a small window, no motion, forced colours, paper. */

const { browser, site, open } = await visitSite(
  { ...zone, 'held.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }] },
  { faults, held: ['TXT held.example'] },
);

const words = pageTexts.nb;
const results = Object.values(states).map((domain) => `/?domene=${domain}`);
const helpPages = [
  helpAddress.nb,
  articleAddress('spf').nb,
  articleAddress('setup').nb,
  findingsAddress.nb,
  findingAddress('SPF_SEVERAL_RECORDS').nb,
];

describe.skipIf(browser === null)('without JavaScript', () => {
  const options = { javaScriptEnabled: false };

  test('the first page says at the form what is missing, and leads to the help', async () => {
    const page = await open('/', options);
    await page.getByRole('main').getByText(words.withoutScript, { exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: words.checking }).count()).toBe(0);
    await page.getByRole('navigation').getByRole('link', { name: words.toHelp, exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(helpAddress.nb);
  });

  test('the form leads to the address that the check has', async () => {
    const page = await open('/', options);
    await field(page).fill('butikk.example');
    await page.getByRole('button', { name: words.check, exact: true }).click();
    await page.waitForURL('**/?domene=butikk.example');
    await page.getByText(words.withoutScript, { exact: true }).waitFor();
  });

  test.each(helpPages)('%s says all that it says with it', async (path) => {
    const said = async (javaScriptEnabled: boolean): Promise<string> =>
      (await open(path, { javaScriptEnabled })).locator('body').innerText();
    const without = await said(false);
    expect(without.length).toBeGreaterThan(500);
    expect(without).toBe(await said(true));
  });
});

/** 1280 by 1024 pixels at 400 %: WCAG 2.2, 1.4.10. */
const small = { viewport: { width: 320, height: 256 } };

describe.skipIf(browser === null)('at 320 pixels', () => {
  test.each(['/', '/?domene=shop', ...results, ...helpPages])(
    '%s: nothing to the side, and every control is reached by the keys',
    { timeout: 60_000 },
    async (path) => {
      const page = await open(path, small);
      if (path.includes('.example')) {
        await isShown(page);
        await openSections(page);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      const all = await tabStops(page);
      expect(all.length).toBeGreaterThan(4);
      const left = new Set(all);
      const outside: string[] = [];
      for (let presses = 0; presses < 2 * all.length && left.size > 0; presses++) {
        await page.keyboard.press('Tab');
        const [control, isInside] = await focused(page);
        left.delete(control);
        if (!isInside) outside.push(control);
      }
      expect([...left]).toEqual([]);
      expect(outside).toEqual([]);
    },
  );
});

/** Marks everything that the Tab key should lead to, and names it. Of a group of radio buttons that is one. */
const tabStops = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href], button, input, summary, [role=treeitem][tabindex="0"]')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.disabled)
    .filter(({ type, name, form }, place, all) => type !== 'radio' || all.findIndex((other) => other.type === 'radio' && other.name === name) === place)
    .map((control, place) => (control.dataset.stop = place + ' ' + control.tagName + ' ' + control.textContent.trim().slice(0, 40)))`);

/** The control with the focus, and whether all of its width is in the window and some of its height. */
const focused = (page: Page): Promise<readonly [control: string, isInside: boolean]> =>
  page.evaluate(`(() => {
    const { dataset } = document.activeElement;
    const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
    return [dataset.stop ?? '', left >= 0 && right <= innerWidth && bottom > 0 && top < innerHeight];
  })()`);

test.skipIf(browser === null)('who wants no motion sees none while waiting', async () => {
  const moving = 'document.getAnimations().filter(({ playState }) => playState === "running").length';
  const path = '/?domene=held.example';
  const [still, lively] = [
    await open(path, { reducedMotion: 'reduce' }),
    await open(path, { reducedMotion: 'no-preference' }),
  ];
  for (const page of [still, lively])
    await page
      .getByRole('listitem')
      .filter({ hasText: nb.sections.SPF, has: page.getByText(words.waiting) })
      .waitFor();
  expect(await lively.evaluate(moving)).toBeGreaterThan(0);
  expect(await still.evaluate(moving)).toBe(0);
  site().dns.release();
  for (const page of [still, lively])
    await verdictIsRead(page, nb.verdict.should('held.example', counts({ should: 2 })));
  expect(await lively.evaluate(moving)).toBe(0);
});
