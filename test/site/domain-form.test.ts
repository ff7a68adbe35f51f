import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { field, problemSays, search, submit } from './check-page.ts';
import { visitSite } from './visiting.ts';

/** What is typed is no domain: said at the field, and nothing is asked. */

const { browser, open, trouble } = await visitSite({});

const words = pageTexts.nb;

describe.skipIf(browser === null).each([
  ['no ending', 'shop', nb.domainProblems.SINGLE_LABEL],
  ['the address of a machine', 'http://192.0.2.1/', nb.domainProblems.IP_ADDRESS],
  ['a character that no domain has', 'my_shop.example', nb.domainProblems.BAD_CHARACTER],
])('no domain, but %s', (_reason, text, problem) => {
  test('said when it is sent, and nothing is asked', async () => {
    const page = await open('/');
    await page.route('/api/**', (route) => trouble(route.request().url()));
    await submit(page, text);
    await problemSays(page, problem);
    await page.locator(':focus').and(field(page)).waitFor();
    expect(search(page)).toBe('');
    await field(page).press('a');
    expect(await field(page).getAttribute('aria-invalid')).toBe('false');
    expect(await page.getByText(problem, { exact: true }).filter({ visible: true }).count()).toBe(0);
  });

  test('said when the field is left, and the focus goes where it was to go', async () => {
    const page = await open('/');
    await page.route('/api/**', (route) => trouble(route.request().url()));
    await field(page).fill(text);
    await field(page).press('Tab');
    await problemSays(page, problem);
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: words.check, exact: true }))
      .waitFor();
  });

  test('said where a link has it', async () => {
    const page = await open('/');
    await page.route('/api/**', (route) => trouble(route.request().url()));
    await page.goto(`/?${new URLSearchParams({ domene: text })}`);
    await problemSays(page, problem);
    expect(await field(page).inputValue()).toBe(text);
    await page.getByText(words.lead, { exact: true }).waitFor();
  });
});

test.skipIf(browser === null)('nothing typed: said when it is sent, not when the field is left', async () => {
  const page = await open('/');
  await page.route('/api/**', (route) => trouble(route.request().url()));
  await field(page).fill('shop.example');
  await field(page).press('Tab');
  await field(page).fill('');
  await field(page).press('Tab');
  expect(await field(page).getAttribute('aria-invalid')).toBe('false');
  await submit(page, '');
  await problemSays(page, nb.domainProblems.EMPTY);
  await page.locator(':focus').and(field(page)).waitFor();
});
