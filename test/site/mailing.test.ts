import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { MailingFailure } from '#messages/mailing.ts';
import { mailingNb } from '#messages/mailing-nb.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { unsubscribeEn } from '#messages/unsubscribe-en.ts';
import { unsubscribeNb } from '#messages/unsubscribe-nb.ts';
import { addHeading, counts, spfCard, valueBecomes, verdictIsRead } from './check-page.ts';
import { tabTo, unfold } from './keys.ts';
import { isShown } from './result.ts';
import { states, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/** A result is mailed by the service to whoever runs the domain, who can say no to more: as both see it. */

const { browser, site, open, forgiveFailedLoads } = await visitSite(zone);
const { mailing: words } = pageTexts.nb;

const card = (page: Page): Locator => page.getByRole('region', { name: words.heading, exact: true });
const field = (page: Page): Locator => card(page).getByLabel(words.label, { exact: true });
const button = (page: Page): Locator => card(page).getByRole('button', { name: words.send, exact: true });
const says = (page: Page, text: string | RegExp): Promise<void> =>
  card(page).getByRole('status').getByText(text, { exact: true }).waitFor();
const isOnItsWay = (page: Page, address: string): Promise<void> =>
  says(page, new RegExp(`^E-posten er på vei til ${address}\\.`));

/** The link of a mail that leads to the path. */
const linkOf = (text: string | undefined, path: string): string =>
  text?.split(/\s/).find((word) => word.startsWith(`${site().origin}${path}`)) ?? '';

const spfRecord = (page: Page): Promise<string> =>
  page.locator('[data-subject="spf"] [data-part="value"]').first().innerText();

describe.skipIf(browser === null)('to mail a result', () => {
  test('it comes with the record that the page shows, and its link shows the result', async () => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await isShown(page);
    const record = await spfRecord(page);
    await field(page).fill(' Ola@shop.example ');
    await button(page).click();
    await isOnItsWay(page, 'Ola@shop.example');
    expect(await field(page).inputValue()).toBe('');
    const [mail, another] = await site().mailsTo('Ola@shop.example');
    expect(another).toBeUndefined();
    expect(mail?.text).toContain(`\n${record}\n`);
    expect(mail?.html).toContain(record);
    await page.goto(linkOf(mail?.text, '/r/'));
    await verdictIsRead(page, nb.verdict.must(states['things-to-do'], counts({ must: 1, should: 2 })));
  });

  test('what the owner chose is in it, and in the result', async () => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await isShown(page);
    const before = await spfRecord(page);
    await unfold(addHeading(page));
    await page.getByLabel(nb.repair.addOwn, { exact: true }).fill('203.0.113.200');
    await page.keyboard.press('Enter');
    const record = before.replace(/ (?=[~-]all$)/, ' ip4:203.0.113.200 ');
    await valueBecomes(spfCard(page), record);
    await field(page).fill('chosen@shop.example');
    await button(page).click();
    await isOnItsWay(page, 'chosen@shop.example');
    const [mail] = await site().mailsTo('chosen@shop.example');
    expect(mail?.text).toContain(`\n${record}\n`);
    await page.goto(linkOf(mail?.text, '/r/'));
    await page.locator('[data-subject="spf"]').waitFor();
    expect(await spfRecord(page)).toBe(record);
  });

  test('in English, by the keys alone', async () => {
    const page = await open(`/en/?domain=${states['much-wrong']}`);
    await isShown(page);
    await tabTo(page, page.getByLabel(pageTexts.en.mailing.label, { exact: true }));
    await page.keyboard.type('ola.en@shop.example');
    await page.keyboard.press('Enter');
    await page.getByText(/^The mail is on its way to ola\.en@shop\.example\./).waitFor();
    const [mail] = await site().mailsTo('ola.en@shop.example');
    expect(mail?.text).toContain(`${site().origin}/en/r/`);
  });

  test.each(['', 'ola', 'a@shop.example, b@shop.example'])('"%s" is no address: said at the field', async (text) => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await isShown(page);
    await page.route('/api/**', (route) => route.abort());
    await field(page).fill(text);
    await button(page).click();
    const problem = mailingNb.failures.INVALID_ADDRESS;
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { description: `${problem} ${words.hint}` }))
      .waitFor();
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    await field(page).press('End');
    await page.keyboard.type('x');
    expect(await field(page).getAttribute('aria-invalid')).toBe('false');
    forgiveFailedLoads();
  });

  test('where there is nothing to do, there is nothing to send', async () => {
    const page = await open(`/?domene=${states['nothing-to-do']}`);
    await isShown(page);
    expect(await page.getByRole('heading', { name: words.heading, exact: true }).isVisible()).toBe(false);
  });

  test.each<[string, MailingFailure, string, { readonly status: number; readonly json?: object } | null]>([
    [
      'no mail is sent here',
      'MAIL_OFF',
      '/api/mail/challenge',
      { status: 404, json: { error: { code: 'NOT_FOUND' } } },
    ],
    ['too many today', 'LIMIT_REACHED', '/api/mail', { status: 429, json: { error: { code: 'LIMIT_REACHED' } } }],
    ['too many at once, says the gateway', 'RATE_LIMITED', '/api/mail', { status: 429, json: {} }],
    [
      'who wants none',
      'RECIPIENT_REFUSED',
      '/api/mail',
      { status: 422, json: { error: { code: 'RECIPIENT_REFUSED' } } },
    ],
    ['an old proof', 'PROOF_REFUSED', '/api/mail', { status: 422, json: { error: { code: 'PROOF_REFUSED' } } }],
    ['a result that is gone', 'NOT_FOUND', '/api/mail', { status: 404, json: { error: { code: 'NOT_FOUND' } } }],
    ['not taken', 'MAIL_FAILED', '/api/mail', { status: 502, json: { error: { code: 'MAIL_FAILED' } } }],
    ['an error', 'INTERNAL', '/api/mail', { status: 500, json: { error: { code: 'INTERNAL' } } }],
    ['a challenge that is none', 'INTERNAL', '/api/mail/challenge', { status: 200, json: {} }],
    ['no contact', 'NETWORK', '/api/mail', null],
  ])('%s: said in words, and what was typed stays', async (_reason, failure, path, answer) => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await isShown(page);
    await page.route(path, (route) => (answer === null ? route.abort() : route.fulfill(answer)));
    await field(page).fill('ola@shop.example');
    await button(page).click();
    await says(page, mailingNb.failures[failure]);
    expect(await field(page).inputValue()).toBe('ola@shop.example');
    forgiveFailedLoads();
  });
});

describe.skipIf(browser === null)('to want no more', () => {
  const button = (page: Page, { button: name }: typeof unsubscribeNb) =>
    page.getByRole('button', { name, exact: true });

  test('the link of the mail, one press, and no more mail comes', async () => {
    const page = await open(`/?domene=${states['things-to-do']}`);
    await field(page).fill('no.more@shop.example');
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await isOnItsWay(page, 'no\\.more@shop.example');
    const [mail] = await site().mailsTo('no.more@shop.example');
    await page.goto(linkOf(mail?.text, '/avmelding/'));
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await button(page, unsubscribeEn).click();
    await page.getByRole('status').getByText(unsubscribeEn.done, { exact: true }).waitFor();
    await page.goto(`/?domene=${states['things-to-do']}`);
    await field(page).fill('No.More+1@shop.example');
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await says(page, mailingNb.failures.RECIPIENT_REFUSED);
    forgiveFailedLoads();
  });

  test('a link that is not whole, and one that the service did not make', async () => {
    const page = await open('/avmelding/');
    await page.getByRole('status').getByText(unsubscribeNb.broken, { exact: true }).waitFor();
    expect(await button(page, unsubscribeNb).isVisible()).toBe(false);
    const other = await open('/avmelding/#a.b');
    await button(other, unsubscribeNb).click();
    await other.getByRole('status').getByText(unsubscribeNb.broken, { exact: true }).waitFor();
    forgiveFailedLoads();
  });

  test('no contact: said, and tried again', async () => {
    const page = await open('/avmelding/#a.b');
    await page.route('/api/**', (route) => route.abort());
    await button(page, unsubscribeNb).click();
    await page.getByRole('status').getByText(unsubscribeNb.failed, { exact: true }).waitFor();
    expect(await button(page, unsubscribeNb).isVisible()).toBe(true);
    forgiveFailedLoads();
  });
});
