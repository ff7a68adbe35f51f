import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { nb } from '#messages/nb.ts';
import type { Zone } from '#test/zone.ts';
import { barriers, visitSite } from './visiting.ts';

/** The page in a browser. */

const markup = '<img src=x onerror=alert(1)>';
const networks = Array.from({ length: 12 }, (_, network) => `ip4:198.51.100.${network}`).join('  ');

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'right.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }, { MX: [10, 'mx.right.example'] }],
  'mab._domainkey.right.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_dmarc.right.example': [{ TXT: 'v=DMARC1; p=quarantine' }],
  'mx.right.example': [{ A: '192.0.2.1' }],
  'wrong.example': [{ TXT: `v=spf1  ${networks} -all` }, { MX: [10, 'mx.wrong.example'] }],
  'mx.wrong.example': [{ A: '192.0.2.2' }],
  'hostile.example': [{ TXT: `v=spf1 ${markup} -all` }],
  'silent.example': [{ TXT: 'v=spf1 -all' }],
  'mute.example': [{ FAIL: 'servfail' }],
  '*.mute.example': [{ FAIL: 'servfail' }],
};

const { browser, site, open, trouble, forgiveFailedLoads } = await visitSite(zone, {
  faults: [{ fault: 'drop', name: 'silent.example' }],
});

const field = (page: Page) => page.getByRole('textbox', { name: /^(Domene|Domain)/ });
const submit = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await field(page).press('Enter');
};
const verdict = (page: Page) => page.getByRole('heading', { level: 2 });
const verdictSays = (page: Page, text: string) =>
  page.getByRole('heading', { level: 2, name: text, exact: true }).waitFor();
const focusReaches = (page: Page, text: string) =>
  page
    .locator(':focus')
    .and(page.getByText(text, { exact: true }))
    .waitFor();
const search = (page: Page): string => new URL(page.url()).search;

const none = { ok: 0, notice: 0, warning: 0, unknown: 0, error: 0 };
const safe = nb.verdict('right.example', 'ok', none);
const atRisk = (domain: string): string => nb.verdict(domain, 'error', { ...none, error: 1 });

describe.skipIf(browser === null)('the page', () => {
  test('what is typed is checked, and stays in the address', async () => {
    const page = await open('/');
    await submit(page, ' https://www.RIGHT.example/kontakt');
    await focusReaches(page, safe);
    expect(search(page)).toBe('?domene=right.example');
    expect(await field(page).inputValue()).toBe('right.example');
    const { white_space, url, case: letters, www } = nb.domainChanges;
    expect(await page.getByRole('status').first().textContent()).toBe([white_space, url, letters, www].join(' '));
    expect(await page.title()).toBe('right.example – MAB E-postsjekk');

    await page.reload();
    await focusReaches(page, safe);

    await submit(page, 'wrong.example');
    await focusReaches(page, atRisk('wrong.example'));
    await page.goBack();
    await verdictSays(page, safe);
    await page.goBack();
    await verdict(page).waitFor({ state: 'detached' });
    expect([search(page), await field(page).inputValue(), await page.title()]).toEqual(['', '', 'MAB E-postsjekk']);
    await page.goForward();
    await verdictSays(page, safe);
  });

  test('the link to the other language leads to the same domain', async () => {
    const page = await open('/?domene=right.example');
    await page.getByRole('link', { name: 'English' }).click();
    await verdictSays(page, en.verdict('right.example', 'ok', none));
    expect(page.url()).toBe(`${site().origin}/en/?domain=right.example`);
  });

  test('a link with the name that the other language gives the domain', async () => {
    const page = await open('/?domain=right.example');
    await verdictSays(page, safe);
    expect(await field(page).inputValue()).toBe('right.example');
  });

  test.each([
    ['nothing', '', nb.domainProblems.EMPTY],
    ['no ending', 'shop', nb.domainProblems.SINGLE_LABEL],
    ['the address of a machine', 'http://192.0.2.1/', nb.domainProblems.IP_ADDRESS],
  ])('%s typed: said at the field, and nothing is asked', async (_reason, text, problem) => {
    const page = await open('/');
    await page.route('/api/**', (route) => trouble(route.request().url()));
    await submit(page, text);
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { description: problem }))
      .waitFor();
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    expect(search(page)).toBe('');
    await field(page).press('a');
    expect(await field(page).getAttribute('aria-invalid')).toBe('false');
  });

  test('a record is copied as it is to be published, on a narrow screen too', async () => {
    const width = 360;
    const page = await open('/?domene=wrong.example', { viewport: { width, height: 800 } });
    const record = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^SPF/ }) });
    await record.getByRole('button', { name: `${nb.page.copy} ${nb.publish.value}` }).click();
    await record.getByRole('button', { name: `${nb.page.copied} ${nb.publish.value}` }).waitFor();
    await record.getByRole('status').getByText(nb.page.copied, { exact: true }).waitFor();
    const value = `v=spf1 include:_spf.mab.no  ${networks} -all`;
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(value);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const boxes = await Promise.all((await page.getByRole('button').all()).map((button) => button.boundingBox()));
    expect(boxes.filter((box) => box === null || box.width < 44 || box.height < 44)).toEqual([]);
  });

  test('where the browser does not let the page copy, the text is selected', async () => {
    const page = await open('/');
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await submit(page, 'wrong.example');
    await page
      .getByRole('button', { name: `${nb.page.copy} ${nb.publish.name}` })
      .first()
      .click();
    await page.getByText(nb.page.copyFailed).waitFor();
    expect(await page.evaluate('String(getSelection())')).toBe('wrong.example');
  });

  test('what strangers wrote is text', async () => {
    const page = await open('/?domene=hostile.example');
    await verdict(page).waitFor();
    await page.locator('summary').filter({ hasText: nb.sections.SPF }).click();
    await page.getByText(`v=spf1 ${markup} -all`, { exact: true }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test('DNS does not answer: there is nothing to publish, and a way to ask again', async () => {
    const page = await open('/?domene=mute.example');
    await focusReaches(page, nb.verdict('mute.example', 'unknown', none));
    const headings = await page.getByRole('heading', { level: 3 }).allInnerTexts();
    expect(headings).toEqual([nb.severities.unknown, nb.repair.heading, nb.page.findingsHeading]);
    await page
      .getByText(nb.repair.outcomes.unanswered({ lookups: 0, names: [] }))
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: nb.page.copy }).count()).toBe(0);
    site().dns.setZone({ ...zone, 'mute.example': [{ TXT: 'v=spf1 -all' }], '*.mute.example': [] });
    await page.getByRole('button', { name: nb.page.tryAgain }).click();
    await focusReaches(page, atRisk('mute.example'));
    site().dns.setZone(zone);
  });

  test.each([
    ['no connection', undefined, nb.requestFailures.NETWORK],
    ['too many questions', { status: 429 }, nb.requestFailures.RATE_LIMITED],
    ['an error of the service', { status: 500 }, nb.requestFailures.INTERNAL],
    ['a page in the place of an answer', { status: 200, body: '<!doctype html>' }, nb.requestFailures.INTERNAL],
    [
      'a finding that the page does not know',
      { status: 200, json: { verdict: 'ok', findings: [{ code: 'SPF_NEW' }] } },
      nb.requestFailures.INTERNAL,
    ],
  ])('%s: said, and tried again', async (_reason, answer, { fact, action }) => {
    const page = await open('/');
    await page.route('/api/**', (route) => (answer === undefined ? route.abort() : route.fulfill(answer)));
    await submit(page, 'right.example');
    await focusReaches(page, fact);
    await page.getByText(action ?? '').waitFor();
    forgiveFailedLoads();
    await page.unroute('/api/**');
    await page.getByRole('button', { name: nb.page.tryAgain }).click();
    await focusReaches(page, safe);
  });

  test('a newer check takes the place of an older one', async () => {
    const page = await open('/?domene=silent.example');
    await page.getByRole('status').getByText(nb.page.checking).waitFor();
    const givenUp = page.waitForEvent('requestfailed');
    await submit(page, 'right.example');
    expect((await givenUp).url()).toContain('domain=silent.example');
    await verdictSays(page, safe);
  });

  test('who types another domain meanwhile is not interrupted', async () => {
    const page = await open('/');
    const typed = Promise.withResolvers<void>();
    await page.route('/api/**', (route) => typed.promise.then(() => route.continue()));
    await submit(page, 'right.example');
    await field(page).fill('wrong.ex');
    typed.resolve();
    await verdictSays(page, safe);
    expect(await page.locator(':focus').getAttribute('id')).toBe('domain');
  });

  test('a page that is not there leads to the one that is, in both languages', async () => {
    const page = await open('/nothing');
    forgiveFailedLoads();
    await page.getByRole('link', { name: nb.page.toFirstPage }).waitFor();
    await page.getByRole('link', { name: en.page.toFirstPage }).click();
    expect(page.url()).toBe(`${site().origin}/en/`);
  });
});

describe.skipIf(browser === null)('WCAG 2.2 AA, light and dark', () => {
  test.each([
    ['what is typed is no domain', '/?domene=shop'],
    ['nothing to do', '/?domene=right.example'],
    ['records to publish', '/?domene=wrong.example'],
    ['could not be checked, in English', '/en/?domain=mute.example'],
    ['no such page', '/nothing'],
  ])('%s', { timeout: 60_000 }, async (_reason, path) => {
    const page = await open(path);
    forgiveFailedLoads();
    if (path.includes('.example')) await verdict(page).waitFor();
    for (const section of await page.locator('summary').filter({ visible: true }).all()) await section.click();
    expect(await barriers(page)).toEqual([]);
  });
});
