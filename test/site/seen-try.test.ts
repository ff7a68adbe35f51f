import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { seenLabelsNb, seenNb } from '#messages/seen-nb.ts';
import { seenTryNb } from '#messages/seen-try-nb.ts';
import type { Zone } from '#test/zone.ts';
import { unfold } from './keys.ts';
import { barriers, visitSite } from './visiting.ts';

/** "Would mail from this server pass?" in a browser. */

const markup = '<img src=x onerror=alert(1)>';

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],

  'shop.example': [{ TXT: 'v=spf1 include:_spf.mab.no include:none.example ~all' }],
  'news.shop.example': [{ TXT: 'v=spf1 -all' }],
  'refusing.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all exp=e.example' }],
  'e.example': [{ TXT: markup }],
};

const { browser, open, trouble, forgiveFailedLoads } = await visitSite(zone);

const section = (page: Page) => page.locator('#spf');
const ipField = (page: Page) => page.getByRole('textbox', { name: seenLabelsNb.ip });
const answer = (page: Page) => section(page).getByRole('status').and(page.locator('[data-part="seen-status"]'));
const attempt = async (page: Page, ip: string): Promise<void> => {
  await ipField(page).fill(ip);
  await ipField(page).press('Enter');
};

/** The SPF section is open where something is wrong; else it is opened. */
const show = async (domain: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await open(`/?domene=${domain}`, options);
  await section(page).waitFor();
  if ((await section(page).getAttribute('open')) === null) await unfold(section(page).locator('summary').first());
  await ipField(page).waitFor();
  return page;
};

const step = { domain: 'shop.example', term: '-all', outcome: 'match' };
/** What the service answers. */
const known = {
  result: 'fail',
  explanation: null,
  lookups: 0,
  domain: 'shop.example',
  matched: null,
  problem: null,
  steps: [step],
};

describe.skipIf(browser === null)('would mail from this server pass?', () => {
  test('one of the sender’s own addresses as a first try: the result, and how it came about', async () => {
    const page = await show('refusing.example');
    await page.getByRole('button', { name: seenNb.suggestion('192.0.2.64') }).click();
    await answer(page).getByText('E-post fra 192.0.2.64 ville bestått SPF').waitFor();
    expect(await ipField(page).inputValue()).toBe('192.0.2.64');
    expect(await section(page).locator('[data-part="seen-step-list"] li').allTextContents()).toEqual([
      '_spf.mab.no: ip4:192.0.2.64/27 passer',
      'refusing.example: include:_spf.mab.no passer',
    ]);
  });

  test('refused, with the domain’s own words, as text', async () => {
    const page = await show('refusing.example');
    await attempt(page, '2001:db8::1');
    const refused = { ip: '2001:db8::1', domain: 'refusing.example' };
    const matched = { domain: 'refusing.example', term: '-all', path: ['refusing.example'] };
    const sentence = seenTryNb.results.fail({ ...refused, matched });
    const text = [sentence, seenTryNb.explanation(markup), seenTryNb.used(1, 10)].join(' ');
    await answer(page).getByText(text, { exact: true }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test('what keeps a record from being read', async () => {
    const page = await show('shop.example');
    await attempt(page, '198.51.100.1');
    await answer(page).getByText(seenTryNb.problems.no_record).waitFor();
  });

  test('the domain of the sender is the one that is checked', async () => {
    const page = await show('shop.example');
    const sender = page.getByRole('textbox', { name: seenLabelsNb.sender });
    expect(await sender.inputValue()).toBe('post@shop.example');
    await sender.fill('nytt@news.shop.example');
    await attempt(page, '192.0.2.64');
    await answer(page).getByText('«-all» i SPF for news.shop.example').waitFor();
  });

  test.each([
    ['no address', '', 'post@shop.example', seenLabelsNb.ip, seenTryNb.fieldProblems.ip_missing],
    [
      'no address of the internet',
      '192.0.2.300',
      'post@shop.example',
      seenLabelsNb.ip,
      seenTryNb.fieldProblems.ip_invalid,
    ],
    ['no sender', '192.0.2.1', '', seenLabelsNb.sender, seenTryNb.fieldProblems.sender],
    ['a sender without a domain', '192.0.2.1', 'post', seenLabelsNb.sender, seenTryNb.fieldProblems.sender],
  ])('%s: said at the field, and nothing is asked', async (_reason, ip, sender, name, problem) => {
    const page = await show('shop.example');
    await page.route('/api/spf/evaluate*', (route) => trouble(route.request().url()));
    await page.getByRole('textbox', { name: seenLabelsNb.sender }).fill(sender);
    await attempt(page, ip);
    const field = page.getByRole('textbox', { name, description: problem });
    await page.locator(':focus').and(field).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.press('a');
    expect(await page.getByRole('textbox', { name }).getAttribute('aria-invalid')).toBe('false');
  });

  test.each([
    ['no connection', undefined, nb.requestFailures.NETWORK],
    ['too many questions', { status: 429 }, nb.requestFailures.RATE_LIMITED],
    [
      'a result that the page does not know',
      { status: 200, json: { ...known, result: 'new' } },
      nb.requestFailures.INTERNAL,
    ],
    [
      'an outcome that the page does not know',
      { status: 200, json: { ...known, steps: [{ ...step, outcome: 'new' }] } },
      nb.requestFailures.INTERNAL,
    ],
  ])('%s: said, and tried again', async (_reason, response, { fact }) => {
    const page = await show('shop.example');
    await page.route('/api/spf/evaluate*', (route) =>
      response === undefined ? route.abort() : route.fulfill(response),
    );
    await attempt(page, '203.0.113.1');
    await answer(page).getByText(fact).waitFor();
    forgiveFailedLoads();
    await page.unroute('/api/spf/evaluate*');
    await attempt(page, '203.0.113.1');
    await answer(page).getByText(seenTryNb.problems.no_record).waitFor();
  });
});

describe.skipIf(browser === null)('WCAG 2.2 AA, light and dark', () => {
  test.each([
    ['mail passes', 'refusing.example', '192.0.2.65', 'E-post fra'],
    ['mail does not pass', 'shop.example', '198.51.100.1', 'E-post fra'],
    ['what is typed is no address', 'shop.example', 'x', ''],
  ])('%s', { timeout: 60_000 }, async (_reason, domain, ip, said) => {
    const page = await show(domain, { viewport: { width: 400, height: 800 } });
    await attempt(page, ip);
    if (said === '') await page.getByText(seenTryNb.fieldProblems.ip_invalid).waitFor();
    else await answer(page).getByText(said).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
