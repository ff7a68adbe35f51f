import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { StoringFailure } from '#messages/storing.ts';
import { storingNb } from '#messages/storing-nb.ts';
import { counts, verdictIsRead } from './check-page.ts';
import { tabTo } from './keys.ts';
import { isShown } from './result.ts';
import { states, zone } from './states.ts';
import { copied, visitSite } from './visiting.ts';

/** A result is stored, and its link handed out: whatever the result says, and whatever the service says. */

const begin = new Date('2026-11-24T11:30:00Z');
const { browser, site, open, forgiveFailedLoads } = await visitSite(zone, { begin });
const { storing: words, copy } = pageTexts.nb;

const card = (page: Page): Locator => page.getByRole('region', { name: words.heading, exact: true });
const button = (page: Page): Locator => card(page).getByRole('button', { name: words.store, exact: true });
const link = (page: Page): Locator => card(page).getByRole('link');
const says = (page: Page, text: string): Promise<void> =>
  card(page).getByRole('status').getByText(text, { exact: true }).waitFor();

const said = storingNb.stored('2026-11-24T11:30:00Z', '2027-05-23T11:30:00Z');

describe.skipIf(browser === null)('to store a result', () => {
  test('a link that is copied, and until when it works', async () => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await button(page).click();
    await says(page, said);
    expect(said).toBe(
      'Lenken viser hvordan det var 24. november 2026 kl. 12:30. Den virker til 23. mai 2027 kl. 13:30.',
    );
    const address = await link(page).getAttribute('href');
    expect(address?.replace(/[2-9B-Z]{4}-[2-9B-Z]{4}$/, 'ID')).toBe(`${site().origin}/r/ID`);
    expect(await link(page).innerText()).toBe(address);
    await card(page)
      .getByRole('button', { name: `${copy} ${words.what}`, exact: true })
      .click();
    await card(page).getByText(pageTexts.nb.copied, { exact: true }).first().waitFor();
    expect(await copied(page)).toBe(address);
    await link(page).click();
    await verdictIsRead(page, nb.verdict.must(states['things-to-do'], counts({ must: 1, should: 2 })));
  });

  test('by the keys alone: the focus stays at the button, and the link is next', async () => {
    const page = await open(`/en/?domain=${states['things-to-do']}`);
    await isShown(page);
    await tabTo(page, page.getByRole('button', { name: pageTexts.en.storing.store, exact: true }));
    await page.keyboard.press('Enter');
    await page.locator('[data-part="link"][href]').waitFor();
    expect(await page.locator(':focus').getAttribute('data-part')).toBe('store');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toMatch(/\/en\/r\/[2-9B-Z]{4}-[2-9B-Z]{4}$/);
  });

  test.each([states['nothing-to-do'], states.unchecked, states['not-found']])(
    '%s: it is there whatever the verdict, and not on paper',
    async (domain) => {
      const page = await open(`/?domene=${domain}`);
      await button(page).click();
      await says(page, said);
      await page.emulateMedia({ media: 'print' });
      expect(await card(page).isVisible()).toBe(false);
    },
  );

  test.each<[string, StoringFailure, { readonly status: number; readonly json?: object } | null]>([
    ['too many today', 'LIMIT_REACHED', { status: 429, json: { error: { code: 'LIMIT_REACHED' } } }],
    ['too many at once, says the gateway', 'RATE_LIMITED', { status: 429, json: { message: 'Too Many Requests' } }],
    ['too large', 'RESULT_TOO_LARGE', { status: 413, json: { error: { code: 'RESULT_TOO_LARGE' } } }],
    ['an error', 'INTERNAL', { status: 500, json: { error: { code: 'INTERNAL' } } }],
    ['something else than a result', 'INTERNAL', { status: 201, json: { id: '7KQ4-M2XD', storedAt: 'then' } }],
    ['no contact', 'NETWORK', null],
  ])('%s: said in words, and tried again', async (_reason, failure, answer) => {
    const page = await open(`/?domene=${states['nothing-to-do']}`);
    await isShown(page);
    await page.route('/api/results', (route) => (answer === null ? route.abort() : route.fulfill(answer)));
    await button(page).click();
    await says(page, storingNb.failures[failure]);
    expect(await link(page).count()).toBe(0);
    forgiveFailedLoads();
    await page.unroute('/api/results');
    await button(page).click();
    await says(page, said);
  });

  test('what stores cannot be fetched: said in words', async () => {
    const page = await open(`/?domene=${states['nothing-to-do']}`);
    await isShown(page);
    await page.route('**/*.js', (route) => route.abort());
    await button(page).click();
    await says(page, nb.notFetched);
    forgiveFailedLoads();
  });
});
