import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { longestHeaders } from '#core/headers/reading.ts';
import { headersEn } from '#messages/headers-en.ts';
import { headersNb } from '#messages/headers-nb.ts';
import { headersPageEn } from '#messages/headers-page-en.ts';
import { headersPageNb } from '#messages/headers-page-nb.ts';
import { requestFailures } from '#messages/nb-failures.ts';
import { seenTryNb } from '#messages/seen-try-nb.ts';
import { toolAddress } from '#site/src/routes.ts';
import type { Zone } from '#test/zone.ts';
import { unfold } from './keys.ts';
import { barriers, visitSite } from './visiting.ts';

/** The reader of Internet headers in a browser: nothing leaves it but what is asked for. */

const zone: Zone = { 'shop.example': [{ TXT: 'v=spf1 ip4:192.0.2.70 -all' }] };
const { browser, open, trouble, forgiveFailedLoads } = await visitSite(zone);

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../core/headers/samples', `${name}.txt`), 'utf8');

const field = (page: Page) => page.getByRole('textbox', { name: headersPageNb.label });
const status = (page: Page) => page.locator('[data-part="headers-status"]');
const card = (page: Page, name: string) => page.getByRole('region', { name });

/** The page, from which nothing may be asked once it is there, but what is allowed. */
const show = async (allowed: string | null = null, path = toolAddress('headers').nb): Promise<Page> => {
  const page = await open(path);
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== allowed) trouble(`asked: ${request.url()}`);
  });
  return page;
};

/** At once, which is how a paste comes: typing that much takes a browser minutes. */
const put = (page: Page, text: string): Promise<unknown> =>
  field(page).evaluate((element, pasted) => {
    Object.assign(element, { value: pasted });
    element.dispatchEvent(new Event('input'));
  }, text);

describe.skipIf(browser === null)('internet headers', () => {
  test('what the receiver thought, who sent it, the way, and what the filter wrote', async () => {
    const page = await show();
    await put(page, sample('exchange-online'));
    expect(await status(page).textContent()).toBe(headersNb.summary.look);
    const { results, headings } = headersNb;
    expect(await card(page, headings.verdicts).getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      `SPF: ${results.fail}`,
      `DKIM: ${results.pass}`,
      `DMARC: ${results.pass}`,
    ]);
    const lead = card(page, headings.verdicts).getByRole('link', { name: headersPageNb.check });
    expect(await lead.getAttribute('href')).toBe('/?domene=shop.example');
    const sent = card(page, headings.sent);
    expect(await sent.textContent()).toContain(headersNb.bySender.yes);
    expect(await sent.textContent()).toContain('Blåbær AS <post@shop.example>');
    expect(await sent.textContent()).toContain('Faktura fra Blåbær');
    expect(await card(page, headings.way).getByRole('listitem').count()).toBe(3);
    expect(await card(page, headings.marks).textContent()).toContain('SCL 5');
  });

  test('then and now are kept apart, and now is asked for by the user alone', async () => {
    const page = await show('/api/spf/evaluate');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).search));
    await put(page, sample('exchange-online'));
    const now = card(page, headersPageNb.now.heading);
    await now.waitFor();
    expect(asked).toEqual([]);
    await now.getByRole('button', { name: headersPageNb.now.ask }).click();
    await now.getByRole('definition').first().waitFor();
    const matched = { domain: 'shop.example', term: 'ip4:192.0.2.70', path: ['shop.example'] };
    expect(await now.getByRole('definition').allTextContents()).toEqual([
      headersNb.results.fail,
      seenTryNb.results.pass({ ip: '192.0.2.70', domain: 'shop.example', matched }),
    ]);
    expect(asked).toEqual(['?domain=shop.example&ip=192.0.2.70&sender=post%40shop.example']);
    // The receiver's verdict is what it was.
    expect(await card(page, headersNb.headings.verdicts).textContent()).toContain(headersNb.results.fail);
  });

  test('no contact with the service is said', async () => {
    const page = await show('/api/spf/evaluate');
    await page.route('**/api/spf/evaluate?**', (route) => route.abort());
    await put(page, sample('exchange-online'));
    await page.getByRole('button', { name: headersPageNb.now.ask }).click();
    const { fact, action } = requestFailures.NETWORK;
    await page.getByText(`${fact} ${action}`, { exact: true }).waitFor();
    forgiveFailedLoads();
  });

  test('what is forged below the receiver’s own words is shown as somebody else’s', async () => {
    const page = await show();
    await put(page, sample('forged'));
    const headings = card(page, headersNb.headings.verdicts).getByRole('heading', { level: 3 });
    expect(await headings.allTextContents()).toEqual([
      `SPF: ${headersNb.results.fail}`,
      'DKIM',
      `DMARC: ${headersNb.results.fail}`,
    ]);
    await unfold(page.locator('summary', { hasText: headersNb.headings.others }));
    await page.getByText(headersPageNb.othersLead).waitFor();
    expect(await page.locator('[data-part="others"]').textContent()).toContain('DKIM pass (shop.example)');
  });

  test('a whole mail is dropped on the page', async () => {
    const page = await show();
    const mail = `${sample('gmail')}\r\n\r\nFrom: nobody@evil.example\r\nHei!`;
    // As an expression: there is no browser around this file.
    const data = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(mail)}], 'mail.eml', { type: 'message/rfc822' }));
      return transfer;
    })()`);
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
    await page.getByText(headersPageNb.drop).waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await card(page, headersNb.headings.verdicts).waitFor();
    expect(await page.getByText(headersPageNb.drop).isVisible()).toBe(false);
    await page.getByRole('button', { name: headersPageNb.clear }).click();
    await card(page, headersNb.headings.verdicts).waitFor({ state: 'detached' });
    expect(await field(page).inputValue()).toBe('');
  });

  test('a file is chosen', async () => {
    const page = await show();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: headersPageNb.file }).click();
    const file = { name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from(sample('icloud')) };
    await (await choosing).setFiles(file);
    await card(page, headersNb.headings.verdicts).waitFor();
  });

  test.each([
    ['garbage', 'x'.repeat(longestHeaders), 'no_headers'],
    ['brackets', '('.repeat(longestHeaders), 'no_headers'],
    ['one field without an end', `Subject: ${'a '.repeat(longestHeaders)}`, 'too_long'],
  ] as const)('a megabyte is not read, and that is said: %s', async (_, text, reason) => {
    const page = await show();
    await put(page, text);
    const { fact, action } = headersNb.unreadable[reason];
    expect(await status(page).textContent()).toBe(`${fact} ${action}`);
    expect(await page.locator('[data-part="headers-result"] *').count()).toBe(0);
  });

  test('markup in a field is text', async () => {
    const page = await show();
    await put(
      page,
      'From: <img src=x onerror=alert(1)> <post@shop.example>\nSubject: <img src=x>\nReceived: from <img> by <b>x</b>; now',
    );
    await card(page, headersNb.headings.sent).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('in English', async () => {
    const page = await show(null, toolAddress('headers').en);
    await page.getByRole('textbox', { name: headersPageEn.label }).fill(sample('gmail'));
    await card(page, headersEn.headings.verdicts).waitFor();
  });

  test('nothing stands against it', { timeout: 60_000 }, async () => {
    const page = await show();
    await put(page, sample('exchange-online'));
    for (const summary of await page.locator('summary').all()) await unfold(summary);
    expect(await barriers(page)).toEqual([]);
  });
});
