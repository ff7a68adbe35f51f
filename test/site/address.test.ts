import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { AddressCode } from '#core/address/problems.ts';
import type { AddressTexts } from '#messages/address-check.ts';
import { addressEn, addressPageEn } from '#messages/address-check-en.ts';
import { addressNb, addressPageNb } from '#messages/address-check-nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { toolAddress } from '#site/src/routes.ts';
import type { Zone } from '#test/zone.ts';
import { barriersInAnyLook } from './barriers.ts';
import { visitSite } from './visiting.ts';

/** The page of an e-mail address in a browser. */

const zone: Zone = {
  'shop.example': [{ MX: [10, 'mx.example'] }],
  'mx.example': [{ A: '192.0.2.25' }],
  'web.example': [{ A: '192.0.2.80' }],
  'null.example': [{ MX: [0, '.'] }],
  'text.example': [{ TXT: 'x' }],
  'dead.example': [{ MX: [10, 'gone.example'] }],
  'mute.example': [{ FAIL: 'servfail' }],
};

const { browser, open, trouble, forgiveFailedLoads } = await visitSite(zone);

const path = toolAddress('address').nb;
const still = { reducedMotion: 'reduce' } as const;
const field = (page: Page) => page.getByRole('textbox', { name: addressPageNb.label });
const button = (page: Page) => page.getByRole('button', { name: addressPageNb.check });
const attempt = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await button(page).click();
};
const verdict = (page: Page) => page.locator('[data-part="address-verdict"]');
const reception = (page: Page) => page.getByRole('region', { name: addressPageNb.receptionHeading });
const marks = (page: Page) => page.locator('mark').allTextContents();
const typed = (page: Page) => page.locator('[data-part="address-typed"]').textContent();
const problems = (page: Page) => page.locator('[data-part="address-problems"] [data-part="fact"]').allTextContents();
const fact = (code: AddressCode, found: string, meant: string | null, words: AddressTexts = addressNb): string =>
  words.problems[code]({ found, meant }).fact;

/** Waits until DNS has answered. */
const isTold = (page: Page) => page.locator('[data-part="address-reception"][data-state="known"]').waitFor();

describe.skipIf(browser === null)('an address', () => {
  test('a sound one: nothing is marked, and its domain takes mail', async () => {
    const page = await open(path);
    await attempt(page, 'post@shop.example');
    await isTold(page);
    expect(await verdict(page).textContent()).toBe(addressNb.verdicts.sound);
    expect([await typed(page), await marks(page)]).toEqual(['post@shop.example', []]);
    await reception(page).getByText('shop.example tar imot e-post, på «mx.example».').waitFor();
  });

  test('the manual’s own: the place is marked, and what is meant is taken with a button', async () => {
    const page = await open(path);
    await attempt(page, 'post@@shop.example');
    await isTold(page);
    expect(await verdict(page).textContent()).toBe(addressNb.verdicts.wrong);
    expect([await typed(page), await marks(page)]).toEqual(['post@@shop.example', ['@']]);
    expect(await problems(page)).toEqual([fact('SEVERAL_AT', '@', '')]);
    await page.getByRole('button', { name: addressNb.use('post@shop.example') }).click();
    await page.getByText(addressNb.verdicts.sound).first().waitFor();
    expect(await field(page).inputValue()).toBe('post@shop.example');
    expect(await page.evaluate('document.activeElement.id')).toBe('address');
  });

  test('what cannot be seen is named where it stands; and several places of one kind are told of once', async () => {
    const page = await open(path);
    await attempt(page, 'po\u200bst @ shop.example');
    await isTold(page);
    expect(await marks(page)).toEqual(['[U+200B]', ' ', ' ']);
    expect(await problems(page)).toEqual([fact('INVISIBLE', '[U+200B]', ''), fact('SPACE', ' ', '')]);
  });

  test('markup is text', async () => {
    const page = await open(path);
    await attempt(page, '<img src=x onerror=alert(1)>@shop.example');
    await isTold(page);
    expect(await typed(page)).toBe('<img src=x onerror=alert(1)>@shop.example');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test('only the domain is sent, and nothing where there is none', async () => {
    const page = await open(path);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await attempt(page, 'hemmelig.navn@shop.example');
    await isTold(page);
    await attempt(page, 'hemmelig.navn');
    await page.getByText(addressNb.problems.NO_AT({ found: '', meant: null }).action ?? '').waitFor();
    const answered = asked.map((url) => new URL(url)).filter(({ pathname }) => pathname.startsWith('/api/'));
    expect(answered.map(({ pathname, search }) => pathname + search)).toEqual(['/api/address?domain=shop.example']);
    expect(asked.filter((url) => url.includes('hemmelig'))).toEqual([]);
    expect(await reception(page).count()).toBe(0);
  });

  test.each([
    ['nothing', '', 'EMPTY'],
    ['more than any address', `post@shop.example${' x'.repeat(500)}`, 'TEXT_TOO_LONG'],
  ] as const)('%s: said at the field, and nothing is asked', async (_why, text, code) => {
    const page = await open(path);
    await page.route('/api/address*', (route) => trouble(route.request().url()));
    await attempt(page, text);
    const { fact, action } = addressNb.problems[code]({ found: '', meant: null });
    const invalid = page.getByRole('textbox', { name: addressPageNb.label, description: `${fact} ${action}` });
    await page.locator(':focus').and(invalid).waitFor();
    expect(await invalid.getAttribute('aria-invalid')).toBe('true');
    await field(page).press('a');
    expect(await field(page).getAttribute('aria-invalid')).toBe('false');
  });

  test('what stands behind # is checked, sent nowhere, and taken along to the other language', async () => {
    const page = await open(`${path}#po%20st@@shop.example`);
    await isTold(page);
    expect(await field(page).inputValue()).toBe('po st@@shop.example');
    await page.getByRole('link', { name: pageTexts.nb.otherLanguage }).click();
    await page.waitForURL(`**${toolAddress('address').en}#**`);
    await isTold(page);
    expect(await page.getByRole('textbox', { name: addressPageEn.label }).inputValue()).toBe('po st@@shop.example');
    expect(await problems(page)).toEqual([fact('SPACE', ' ', null, addressEn), fact('SEVERAL_AT', '@', '', addressEn)]);
  });

  test('another address behind #, on the same page; and one that is no text', async () => {
    const page = await open(`${path}#a@shop.example`);
    await isTold(page);
    await page.evaluate(`location.hash = '#post.shop.example'`);
    await page.getByRole('button', { name: addressNb.use('post@shop.example') }).waitFor();
    await page.evaluate(`location.hash = '#100%@shop.example'`);
    await page.getByText(addressNb.verdicts.sound).first().waitFor();
    expect(await field(page).inputValue()).toBe('100%@shop.example');
  });

  test('an answer that comes late is not that of a newer address', async () => {
    const page = await open(path);
    const late: (() => Promise<void>)[] = [];
    await page.route('/api/address?domain=null.example', (route) => late.push(() => route.continue()));
    await attempt(page, 'post@null.example');
    await page.getByText(addressNb.asking('null.example')).waitFor();
    await attempt(page, 'post@shop.example');
    await isTold(page);
    await Promise.all(late.map((release) => release().catch(() => undefined)));
    expect(await reception(page).locator('[data-part="fact"]').textContent()).toContain('shop.example tar imot');
  });
});

describe.skipIf(browser === null)('what DNS says', () => {
  test.each([
    ['by its address', 'web.example', 'warning', addressNb.reception.address_only],
    ['a null MX', 'null.example', 'danger', addressNb.reception.refuses],
    ['no such name', 'none.example', 'danger', addressNb.reception.no_domain],
    ['nothing for mail', 'text.example', 'danger', addressNb.reception.no_mail_server],
  ] as const)('%s', async (_why, domain, colour, told) => {
    const page = await open(`${path}#post@${domain}`);
    await isTold(page);
    expect(await reception(page).locator('[data-part="fact"]').textContent()).toBe(told(domain, {} as never).fact);
    expect(await reception(page).getAttribute('data-color')).toBe(colour);
  });

  test('servers that are not there', async () => {
    const page = await open(`${path}#post@dead.example`);
    await reception(page).getByText('E-post til dead.example skal til «gone.example»').waitFor();
  });

  test('no answer: it could not be checked, and not that it cannot', async () => {
    const page = await open(`${path}#post@mute.example`);
    await reception(page).getByText('Det kunne ikke sjekkes om mute.example tar imot e-post.').waitFor();
    expect(await reception(page).getAttribute('data-color')).toBe('unknown');
  });

  test.each([
    ['no connection', undefined, addressNb.requestFailures.NETWORK],
    ['too many questions', { status: 429 }, addressNb.requestFailures.RATE_LIMITED],
    [
      'an answer that the page has no words for',
      { status: 200, json: { domain: { ascii: 'a', unicode: 'a' }, reception: { kind: 'new' } } },
      addressNb.requestFailures.INTERNAL,
    ],
  ])('%s: said, and tried again', async (_why, response, { fact }) => {
    const page = await open(path);
    await page.route('/api/address*', (route) => (response === undefined ? route.abort() : route.fulfill(response)));
    await attempt(page, 'post@shop.example');
    await reception(page).getByText(fact).waitFor();
    forgiveFailedLoads();
    await page.unroute('/api/address*');
    await button(page).click();
    await reception(page).getByText('shop.example tar imot').waitFor();
  });
});

describe.skipIf(browser === null)('WCAG 2.2 AA, narrow and wide, light and dark', () => {
  test.each([
    ['much is wrong', ' po..st@@shop,example'],
    ['it is doubtful', 'ola@gmial.com'],
    ['all is well', 'post@shop.example'],
    ['it could not be checked', 'post@mute.example'],
    ['nothing is typed', ''],
  ])('%s', { timeout: 60_000 }, async (_why, text) => {
    const page = await open(path, still);
    await attempt(page, text);
    if (text === '') await page.getByText(addressNb.problems.EMPTY({ found: '', meant: null }).fact).waitFor();
    else await isTold(page);
    expect(await barriersInAnyLook(page)).toEqual([]);
  });
});
