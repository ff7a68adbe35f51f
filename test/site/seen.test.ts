import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { nb } from '#messages/nb.ts';
import { seenEn } from '#messages/seen-en.ts';
import { seenLabelsNb, seenNb } from '#messages/seen-nb.ts';
import type { Zone } from '#test/zone.ts';
import { unfold } from './keys.ts';
import { barriers, visitSite } from './visiting.ts';

/** "SPF seen" in a browser: the picture, its text form, and the addresses. */

const markup = '<img src=x onerror=alert(1)>';
const many = Array.from({ length: 7 }, (_, i) => `${i}.many.example`);

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/25 -all' }],

  'shop.example': [{ TXT: 'v=spf1 include:group.example include:spf.protection.outlook.com ~all' }],
  'group.example': [{ TXT: 'v=spf1 include:_spf.mab.no include:none.example -all' }],
  'missing.example': [{ TXT: 'v=spf1 include:spf.protection.outlook.com ptr -all' }],
  'many.example': [{ TXT: `v=spf1 ${many.map((name) => `include:${name}`).join(' ')} -all` }],
  ...Object.fromEntries(
    many.flatMap((name) => {
      const below = Array.from({ length: 7 }, (_, i) => `a-rather-long-name-${i}.of-a-record.somewhere.${name}`);
      return [
        [name, [{ TXT: `v=spf1 ${below.map((each) => `include:${each}`).join(' ')} -all` }]],
        ...below.map((each) => [each, [{ TXT: 'v=spf1 ip4:198.51.100.0/24 -all' }]]),
      ];
    }),
  ),
  'hostile.example': [{ TXT: `v=spf1 ${markup} include:${markup} -all` }],
};

const { browser, open } = await visitSite(zone);

const section = (page: Page) => page.locator('#spf');
const item = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });
const items = (page: Page) => page.getByRole('treeitem');
const panel = (page: Page) => section(page).locator('[data-part="seen-panel"]');

/** The SPF section is open where something is wrong; else it is opened. */
const show = async (domain: string, options: BrowserContextOptions = {}, path = '/?domene='): Promise<Page> => {
  const page = await open(`${path}${domain}`, options);
  await section(page).waitFor();
  if ((await section(page).getAttribute('open')) === null) await unfold(section(page).locator('summary').first());
  await items(page).first().waitFor();
  return page;
};

const shopItems = [
  'shop.example, krever 4 oppslag.',
  'group.example, krever 3 oppslag. Veien til MAB.',
  '_spf.mab.no, krever 1 oppslag. Her er MAB.',
  'none.example, krever 1 oppslag. Her er det ingen SPF-oppføring. Må rettes.',
  'Microsoft 365, spf.protection.outlook.com, krever 1 oppslag.',
];

describe.skipIf(browser === null)('the picture', () => {
  test('is a tree of ARIA, each item a sentence', async () => {
    const page = await show('shop.example');
    await page.getByRole('tree', { name: seenLabelsNb.treeHeading, description: seenLabelsNb.treeHint }).waitFor();
    const attribute = (name: string) =>
      items(page).evaluateAll((all, name) => all.map((each) => each.getAttribute(name)), name);
    expect(await items(page).locator('title').allTextContents()).toEqual(shopItems);
    for (const name of shopItems) await item(page, name).waitFor();
    expect(await attribute('aria-level')).toEqual(['1', '2', '3', '3', '2']);
    expect(await attribute('aria-posinset')).toEqual(['1', '1', '1', '2', '2']);
    expect(await attribute('aria-setsize')).toEqual(['1', '2', '2', '2', '2']);
    expect(await attribute('aria-selected')).toEqual(Array(5).fill('false'));
  });

  test('says it in its own text too', async () => {
    const page = await show('shop.example');
    expect(
      await item(page, shopItems[4] ?? '')
        .locator('text')
        .allTextContents(),
    ).toEqual(['Microsoft 365', 'spf.protection.outlook.com', '1 oppslag']);
    expect(
      await item(page, shopItems[2] ?? '')
        .locator('text')
        .allTextContents(),
    ).toEqual(['_spf.mab.no', '1 oppslag', 'Her er MAB']);
  });

  test('the keys go from item to item, and open what is told of it; one item is in the tab order', async () => {
    const page = await show('shop.example');
    const isFocused = async (place: number): Promise<void> => {
      expect(await page.locator(':focus title').textContent()).toBe(shopItems[place]);
      expect(await page.locator('[role="treeitem"][tabindex="0"]').count()).toBe(1);
    };
    await items(page).first().focus();
    expect(await panel(page).isVisible()).toBe(false);
    for (const [key, place] of [
      ['ArrowRight', 1],
      ['ArrowDown', 2],
      ['ArrowLeft', 1],
      ['End', 4],
      ['ArrowUp', 3],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      await isFocused(place);
      expect(await items(page).nth(place).getAttribute('aria-selected')).toBe('true');
    }
    await page.keyboard.press('End');
    await panel(page).getByRole('heading', { name: 'Microsoft 365 (spf.protection.outlook.com)' }).waitFor();
    await panel(page).getByText('v=spf1 ip4:203.0.113.0/25 -all', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    expect(await panel(page).isVisible()).toBe(false);
    await page.keyboard.press('Space');
    expect(await panel(page).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(seenLabelsNb.asText);
    await page.keyboard.press('Shift+Tab');
    await isFocused(4);
  });

  test('what is told of a box opens below it, and closes', async () => {
    const page = await show('shop.example');
    const box = item(page, shopItems[3] ?? '');
    await box.click();
    const place = await box.boundingBox();
    const told = await panel(page).boundingBox();
    const next = await item(page, shopItems[4] ?? '').boundingBox();
    if (place === null || told === null || next === null) throw new Error('not shown');
    expect([told.y - place.y - place.height >= 0, next.y - told.y - told.height >= 0]).toEqual([true, true]);
    await panel(page)
      .getByText(seenNb.states.none ?? '', { exact: true })
      .waitFor();
    await panel(page).getByText('include:none.example', { exact: true }).waitFor();
    const [fault] = await panel(page).getByRole('listitem').allTextContents();
    expect(fault).toContain(`${nb.severities.error}: `);
    expect(fault).toContain(nb.elsewhere('group.example'));
    await box.click();
    expect(await panel(page).isVisible()).toBe(false);
  });

  test('the sender is missing: a box of its own, with what to do', async () => {
    const page = await show('missing.example');
    await item(page, 'MAB mangler: include:_spf.mab.no. Må rettes.').click();
    await panel(page).getByText('include:_spf.mab.no').first().waitFor();
  });

  test('the sum against ten, term by term', async () => {
    const page = await show('missing.example');
    await section(page).getByText(seenNb.sum(2, 10), { exact: true }).waitFor();
    const cells = section(page).locator('[data-part="seen-bar"] span');
    expect(await cells.allTextContents()).toEqual(['A', 'B', ...Array(8).fill('')]);
    const terms = section(page).locator('[data-part="seen-terms"] li');
    expect(await terms.allTextContents()).toEqual([
      'A include:spf.protection.outlook.com Microsoft 365: 1 oppslag',
      'B ptr 1 oppslag',
    ]);
  });

  test('over ten, and more than can be drawn', async () => {
    const page = await show('many.example');
    await section(page).getByText(seenNb.sum(56, 10), { exact: true }).waitFor();
    const cells = section(page).locator('[data-part="seen-bar"] span');
    expect(await cells.allTextContents()).toEqual([...'AAAAAAAABBBBBBB…']);
    expect(await section(page).locator('[data-part="seen-bar"] [data-over]').count()).toBe(6);
    // The domain, what it lacks, and 56 names.
    expect(await items(page).count()).toBe(58);
  });

  test('as text: the same facts, in lists within lists', async () => {
    const page = await show('shop.example');
    await unfold(page.locator('summary').filter({ hasText: seenLabelsNb.asText }));
    const list = section(page).locator('[data-part="seen-as-text"]');
    expect(await list.locator('li').count()).toBe(5);
    expect(await list.locator('> li > ul > li').count()).toBe(2);
    for (const sentence of shopItems) await list.getByText(sentence).first().waitFor();
  });

  test('in English', async () => {
    const page = await show('missing.example', {}, '/en/?domain=');
    await item(page, 'missing.example, takes 2 look-ups. Should be corrected.').waitFor();
    await section(page).getByText(seenEn.sum(2, 10), { exact: true }).waitFor();
    expect(await section(page).getByText(en.severities.error).count()).toBeGreaterThan(0);
  });

  test.each([320, 1_200])(
    'at %i pixels nothing leaves its box, and the page does not scroll sideways',
    async (width) => {
      const page = await show('many.example', { viewport: { width, height: 800 } });
      await items(page).nth(9).click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const overflowing = await page.evaluate(`[...document.querySelectorAll('[role=treeitem]')].filter((item) => {
      const box = item.querySelector('rect').getBoundingClientRect();
      return [...item.querySelectorAll('text, use')].some((inner) => {
        const { left, right, top, bottom } = inner.getBoundingClientRect();
        return left < box.left || right > box.right || top < box.top || bottom > box.bottom;
      });
    }).length`);
      expect(overflowing).toBe(0);
      const sizes = (element: string) =>
        `Number.parseFloat(getComputedStyle(document.querySelector('${element}')).fontSize)`;
      expect(await page.evaluate(sizes('[role=treeitem] text'))).toBe(await page.evaluate(sizes('#spf')));
      expect(await page.evaluate('document.querySelector("[role=tree]").getScreenCTM().a')).toBeCloseTo(1, 3);
    },
  );

  test('is drawn anew for another width', async () => {
    const page = await show('shop.example', { viewport: { width: 1_000, height: 800 } });
    const viewBox = () => page.getByRole('tree').getAttribute('viewBox');
    const before = await viewBox();
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(viewBox).not.toBe(before);
    const width = await page.getByRole('tree').evaluate((tree) => tree.getBoundingClientRect().width);
    expect(Number((await viewBox())?.split(' ')[2])).toBeCloseTo(width, 1);
  });
});

test.skipIf(browser === null)('how many addresses may send', async () => {
  const page = await show('shop.example');
  await section(page).getByText('SPF-oppføringen godkjenner 160 IPv4-adresser').waitFor();
});

test.skipIf(browser === null)('what strangers wrote is text', async () => {
  const page = await show('hostile.example');
  await items(page).first().click();
  await panel(page).getByText(`v=spf1 ${markup} include:${markup} -all`, { exact: true }).waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

describe.skipIf(browser === null)('WCAG 2.2 AA, light and dark', () => {
  test.each([
    ['the sender is missing', 'missing.example'],
    ['the way to the sender, and a fault', 'shop.example'],
  ])('%s', { timeout: 60_000 }, async (_reason, domain) => {
    const page = await show(domain, { viewport: { width: 400, height: 800 } });
    await items(page).nth(1).click();
    await unfold(page.locator('summary').filter({ hasText: seenLabelsNb.asText }));
    expect(await barriers(page)).toEqual([]);
  });
});
