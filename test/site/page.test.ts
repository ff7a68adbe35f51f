import { describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { Zone } from '#test/zone.ts';
import {
  counts,
  field,
  problemSays,
  result,
  search,
  spfCard,
  spfSection,
  submit,
  tryAgain,
  verdictIsRead,
  verdictSays,
} from './check-page.ts';
import { copied, visitSite } from './visiting.ts';

/** The page in a browser: what is typed, linked and gone back to, and what is shown of the domain. */

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
  // A resolver keeps nothing of it.
  'fresh.example': [{ TXT: 'v=spf1 -all', ttl: 0 }],
  'mab._domainkey.fresh.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_dmarc.fresh.example': [{ TXT: 'v=DMARC1; p=quarantine' }],
  'hostile.example': [{ TXT: `v=spf1 ${markup} -all` }],
  'silent.example': [{ TXT: 'v=spf1 -all' }],
  'mute.example': [{ FAIL: 'servfail' }],
  '*.mute.example': [{ FAIL: 'servfail' }],
  'dumb.example': [{ FAIL: 'servfail' }],
  '*.dumb.example': [{ FAIL: 'servfail' }],
};

const { browser, site, open, trouble, forgiveFailedLoads } = await visitSite(zone, {
  faults: [{ fault: 'drop', name: 'silent.example' }],
});

const words = pageTexts.nb;
const safe = nb.verdict.safe('right.example', counts());
const atRisk = nb.verdict.must('wrong.example', counts({ must: 1, should: 2 }));

describe.skipIf(browser === null)('the way to a result', () => {
  test('what is typed is checked, and stays in the address', async () => {
    const page = await open('/');
    await submit(page, ' https://www.RIGHT.example/kontakt');
    await verdictIsRead(page, safe);
    expect(search(page)).toBe('?domene=right.example');
    expect(await field(page).inputValue()).toBe('right.example');
    const { white_space, url, case: letters, www } = nb.domainChanges;
    await page.getByText([white_space, url, letters, www].join(' '), { exact: true }).waitFor();
    expect(await page.title()).toBe('right.example – MAB E-postsjekk');

    await page.reload();
    await verdictIsRead(page, safe);
  });

  test('back from a result to another one and to the start, and forward again', async () => {
    const page = await open('/');
    const opening = page.getByRole('heading', { level: 2, name: words.advice.heading, exact: true });
    await opening.waitFor();
    await submit(page, 'right.example');
    await verdictIsRead(page, safe);
    expect(await opening.count()).toBe(0);
    await submit(page, 'wrong.example');
    await verdictIsRead(page, atRisk);
    await page.goBack();
    await verdictIsRead(page, safe);
    await page.goBack();
    await opening.waitFor();
    await page.getByText(words.lead, { exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([words.advice.heading]);
    expect([search(page), await field(page).inputValue(), await page.title()]).toEqual(['', '', nb.title]);
    await page.goForward();
    await verdictIsRead(page, safe);
    expect(await opening.count()).toBe(0);
  });

  test('the same domain, sent again, is checked anew', async () => {
    const page = await open('/');
    await submit(page, 'fresh.example');
    await verdictIsRead(page, nb.verdict.must('fresh.example', counts({ must: 1 })));
    site().dns.setZone({ ...zone, 'fresh.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all', ttl: 0 }] });
    await submit(page, 'fresh.example');
    await verdictIsRead(page, nb.verdict.safe('fresh.example', counts()));
    expect(await spfCard(page).count()).toBe(0);
    site().dns.setZone(zone);
    await page.goBack();
    await page.getByText(words.lead, { exact: true }).waitFor();
  });

  test('a link to a part of the result opens it, and asks nothing anew', async () => {
    const page = await open('/?domene=right.example');
    await verdictIsRead(page, safe);
    await page.route('/api/**', (route) => trouble(route.request().url()));
    await page.getByRole('link', { name: nb.sections.DKIM, exact: true }).click();
    await page.locator('details#dkim[open]').waitFor();
    await page.goBack();
    expect([search(page), new URL(page.url()).hash]).toEqual(['?domene=right.example', '']);
    await verdictSays(page, safe);
    await page.locator('details#dkim[open]').waitFor();
  });

  test('the link to the other language leads to the same domain', async () => {
    const page = await open('/?domene=right.example');
    await page.getByRole('link', { name: words.otherLanguage, exact: true }).click();
    await verdictSays(page, en.verdict.safe('right.example', counts()));
    expect(page.url()).toBe(`${site().origin}/en/?domain=right.example`);
  });

  test('a link with the name that the other language gives the domain', async () => {
    const page = await open('/?domain=right.example');
    await verdictSays(page, safe);
    expect(await field(page).inputValue()).toBe('right.example');
  });

  test('a newer check takes the place of an older one', async () => {
    const page = await open('/?domene=silent.example');
    await page.getByRole('status').getByText(nb.checking('silent.example'), { exact: true }).waitFor();
    const givenUp = page.waitForEvent('requestfailed');
    await submit(page, 'right.example');
    expect((await givenUp).url()).toContain('domain=silent.example');
    await verdictIsRead(page, safe);
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

  test('the rest of the page cannot be fetched: said at the form, and tried again', async () => {
    const page = await open('/');
    await page.route('**/*.js', (route) => route.abort());
    await submit(page, 'right.example');
    await problemSays(page, nb.notFetched);
    await page.getByRole('heading', { level: 2, name: words.advice.heading, exact: true }).waitFor();
    forgiveFailedLoads();
    await page.unroute('**/*.js');
    await field(page).press('Enter');
    await verdictIsRead(page, safe);
  });

  test('a page that is not there leads to the one that is, in both languages', async () => {
    const page = await open('/nothing');
    forgiveFailedLoads();
    await page.getByRole('link', { name: words.toFirstPage, exact: true }).waitFor();
    await page.getByRole('link', { name: pageTexts.en.toFirstPage, exact: true }).click();
    expect(page.url()).toBe(`${site().origin}/en/`);
  });
});

describe.skipIf(browser === null)('what is shown of a domain', () => {
  test('a record is copied as it is to be published, on a narrow screen too', async () => {
    const width = 360;
    const page = await open('/?domene=wrong.example', { viewport: { width, height: 800 } });
    const card = spfCard(page);
    await card.getByRole('button', { name: `${words.copy} ${nb.publish.value}`, exact: true }).click();
    await card.getByRole('button', { name: `${words.copied} ${nb.publish.value}`, exact: true }).waitFor();
    await card.getByRole('status').getByText(words.copied, { exact: true }).waitFor();
    const value = `v=spf1 include:_spf.mab.no  ${networks} -all`;
    expect(await copied(page)).toBe(value);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const boxes = await Promise.all((await page.getByRole('button').all()).map((button) => button.boundingBox()));
    expect(boxes.filter((box) => box === null || box.width < 44 || box.height < 44)).toEqual([]);
  });

  test('where the browser does not let the page copy, the text is selected', async () => {
    const page = await open('/');
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await submit(page, 'wrong.example');
    await spfCard(page)
      .getByRole('button', { name: `${words.copy} ${nb.publish.name}`, exact: true })
      .click();
    await page.getByText(words.copyFailed, { exact: true }).waitFor();
    expect(await page.evaluate('String(getSelection())')).toBe('wrong.example');
  });

  test('what strangers wrote is text', async () => {
    const page = await open('/?domene=hostile.example');
    await spfSection(page).getByText(`v=spf1 ${markup} -all`, { exact: true }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test.each([
    ['at the verdict', 'mute.example', 0],
    ['below what could not be checked', 'dumb.example', 1],
  ])('DNS does not answer: there is nothing to publish, and a way to ask again %s', async (_place, domain, place) => {
    const page = await open(`/?domene=${domain}`);
    const unknown = nb.verdict.unknown(domain, counts());
    await verdictIsRead(page, unknown);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      unknown.heading,
      words.uncheckedHeading,
      words.storing.heading,
      words.sectionsHeading,
    ]);
    expect(await page.getByRole('button', { name: words.copy }).count()).toBe(0);
    expect(await tryAgain(page).count()).toBe(2);
    site().dns.setZone({ ...zone, [domain]: [{ TXT: 'v=spf1 -all' }], [`*.${domain}`]: [] });
    await tryAgain(page).nth(place).click();
    await verdictIsRead(page, nb.verdict.must(domain, counts({ must: 1, should: 2 })));
    expect(await tryAgain(page).count()).toBe(0);
    site().dns.setZone(zone);
  });

  test('the whole result is named by its verdict', async () => {
    const page = await open('/?domene=right.example');
    await result(page, safe.heading)
      .getByRole('heading', { level: 2, name: words.sectionsHeading, exact: true })
      .waitFor();
  });
});
