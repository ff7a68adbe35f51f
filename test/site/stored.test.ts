import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { finding } from '#core/findings.ts';
import { describe as inWords } from '#messages/languages.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { storedNb } from '#messages/stored-nb.ts';
import type { Zone } from '#test/zone.ts';
import { barriersInAnyLook } from './barriers.ts';
import { counts, field, problemSays, submit, tryAgain, verdictIsRead } from './check-page.ts';
import { tabTo } from './keys.ts';
import { openSections } from './result.ts';
import { movedOf } from './shifts.ts';
import { anotherDay, states, zone } from './states.ts';
import { settle, visitSite } from './visiting.ts';

/** The page of a stored result: how it was, and what is different now. */

const begin = new Date('2026-11-24T11:30:00Z');
const day = 24 * 60 * 60_000;
const { browser, site, open, forgiveFailedLoads } = await visitSite(zone, { begin });
const { stored: words } = pageTexts.nb;

const store = async (domain: string): Promise<string> => {
  const response = await fetch(`${site().origin}/api/results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ domain }),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
};

const shop = states['things-to-do'];
const right = states['nothing-to-do'];
const verdict = nb.verdict.must(shop, counts({ must: 1, should: 2 }));
const now = (page: Page): Locator => page.getByRole('region', { name: words.nowHeading, exact: true });
const nowSays = (page: Page, text: string): Promise<void> => now(page).getByText(text, { exact: true }).waitFor();
const saidAloud = (page: Page, text: string): Promise<void> =>
  page
    .getByRole('status')
    .and(page.getByText(text, { exact: true }))
    .waitFor();
const changed = (page: Page): Locator => now(page).locator('summary');
const isGone = (page: Page): Promise<void> => page.getByText(words.gone, { exact: true }).waitFor();

const openLater = async (then: Zone, domain: string, viewport = { width: 1280, height: 720 }): Promise<Page> => {
  const id = await store(domain);
  site().dns.setZone(then);
  site().pass(day);
  return open(`/r/${id}`, { viewport });
};

describe.skipIf(browser === null)('how it was', () => {
  test('when, until when, the verdict, the steps and all that was found; and nothing that acts', async () => {
    const page = await open(`/r/${await store(shop)}`);
    await verdictIsRead(page, verdict);
    expect(await page.locator('[data-part="domain"]').innerText()).toBe(shop);
    expect(await page.locator('[data-part="when"]').innerText()).toBe(
      'Slik var det 24. november 2026 kl. 12:30. Resultatet er lagret til 23. mai 2027 kl. 13:30.',
    );
    expect(await page.title()).toBe(`${shop} – ${words.heading} – ${nb.title}`);
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      verdict.heading,
      words.nowHeading,
      pageTexts.nb.tasksHeading,
      pageTexts.nb.sectionsHeading,
    ]);
    expect(await page.locator('[data-part="task"]').count()).toBe(3);
    await openSections(page);
    await page.getByText(pageTexts.nb.recordThen, { exact: true }).first().waitFor();
    expect(await page.locator('form, input, select').filter({ visible: true }).count()).toBe(0);
    expect(await tryAgain(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: pageTexts.nb.storing.store }).count()).toBe(0);
  });

  test.each([
    [states['much-wrong'], nb.repair.outcomes.questions({ lookups: 0, names: [] })],
    [states['no-room'], nb.repair.outcomes.no_room({ lookups: 11, names: [] })],
  ])('%s: what is to be chosen is chosen elsewhere', async (domain, outcome) => {
    const page = await open(`/r/${await store(domain)}`);
    await page.getByText(`${outcome} ${storedNb.toChoose}`, { exact: true }).waitFor();
    expect(await page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).count()).toBe(0);
  });

  test('what could not be checked is not tried again', async () => {
    const page = await open(`/r/${await store(states.unchecked)}`);
    await verdictIsRead(page, nb.verdict.unknown(states.unchecked, counts({ unknown: 4 })));
    expect(await tryAgain(page).count()).toBe(0);
  });

  test('the other language has the same result', async () => {
    const id = await store(shop);
    const page = await open(`/r/${id.toLowerCase().replace('-', '')}`);
    await verdictIsRead(page, verdict);
    await page.getByRole('link', { name: pageTexts.nb.otherLanguage, exact: true }).click();
    await page.getByText(pageTexts.en.stored.nowHeading, { exact: true }).waitFor();
    await page.locator('[data-part="verdict"][data-state="known"]').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/en/r/${id}`);
  });
});

describe.skipIf(browser === null)('what is different now', () => {
  test('nothing', async () => {
    const page = await openLater(zone, shop);
    await nowSays(page, storedNb.nothingChanged);
    await saidAloud(page, storedNb.nothingChanged);
    await now(page).getByRole('link', { name: words.toNow, exact: true }).click();
    await verdictIsRead(page, verdict);
    expect(page.url()).toBe(`${site().origin}/?domene=${shop}`);
  });

  test('records before and after, what is mended, what has come', async () => {
    const page = await openLater(anotherDay, shop);
    await saidAloud(page, words.changed);
    await tabTo(page, changed(page));
    await page.keyboard.press('Enter');
    await settle(page);
    const fact = (...[code, args]: Parameters<typeof finding>) => inWords(finding(code, args), 'nb').fact;
    const shown = await now(page).locator('[data-part="now-list"]').innerText();
    expect(shown.split(/\n+/).map((line) => line.trim())).toEqual([
      'SPF',
      words.before,
      'v=spf1 include:_custspf.one.com ~all',
      words.after,
      'v=spf1 include:_spf.mab.no include:_custspf.one.com +all',
      'DMARC',
      words.before,
      words.noRecord,
      words.after,
      `v=DMARC1; p=quarantine; rua=mailto:post@${shop}`,
      words.mended,
      fact('SPF_SENDER_NOT_LISTED', { domain: shop, include: '_spf.mab.no', result: 'softfail' }),
      fact('DMARC_NO_RECORD', { domain: shop, name: `_dmarc.${shop}` }),
      words.arisen,
      `${nb.severities.warning}:`,
      fact('SPF_ALL_PASS', { domain: shop }),
      pageTexts.nb.explanation,
    ]);
  });

  test('what cannot be seen now is not taken for unchanged', async () => {
    const page = await openLater({ ...zone, [right]: [{ FAIL: 'servfail' }] }, right);
    await nowSays(page, storedNb.nothingSeen);
  });

  test('it cannot be checked: said, and how it was stays', async () => {
    const page = await open('about:blank');
    await page.route('/api/check*', (route) => route.abort());
    await page.goto(`${site().origin}/r/${await store(shop)}`);
    await nowSays(page, storedNb.notCheckedNow);
    await verdictIsRead(page, verdict);
    forgiveFailedLoads();
  });
});

describe.skipIf(browser === null)('no result', () => {
  test.each([
    ['none by that id', '/r/2222-2222'],
    ['no id', '/r/'],
    ['something else', '/r/hei'],
    ['no text at all', '/r/%E0%A4%A'],
  ])('%s: said, with the form to check a domain', async (_reason, path) => {
    const page = await open(path);
    await isGone(page);
    expect(await page.locator(':focus').innerText()).toBe(words.gone);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
    await submit(page, 'shop');
    await problemSays(page, nb.domainProblems.SINGLE_LABEL);
    await submit(page, right);
    await verdictIsRead(page, nb.verdict.safe(right, counts()));
    expect(await field(page).inputValue()).toBe(right);
    forgiveFailedLoads();
  });

  test('after its time', async () => {
    const id = await store(shop);
    site().pass(180 * day - 1);
    const page = await open(`/r/${id}`);
    await verdictIsRead(page, verdict);
    site().pass(1);
    await page.reload();
    await isGone(page);
    forgiveFailedLoads();
  });

  test.each([
    ['no contact', null, nb.requestFailures.NETWORK],
    ['an error', { status: 500, json: { error: { code: 'INTERNAL' } } }, storedNb.notFetched],
    ['a 404 of somebody else', { status: 404, body: '<p>' }, storedNb.notFetched],
    ['something else than a result', { json: { report: {} } }, storedNb.notFetched],
  ])('%s: said, and tried again', async (_reason, answer, { fact, action }) => {
    const path = `/r/${await store(shop)}`;
    const page = await open('about:blank');
    await page.route('/api/results/*', (route) => (answer === null ? route.abort() : route.fulfill(answer)));
    await page.goto(site().origin + path);
    await verdictIsRead(page, { heading: fact, below: action ?? '' });
    expect(await now(page).isVisible()).toBe(false);
    await page.unroute('/api/results/*');
    await tryAgain(page).click();
    await verdictIsRead(page, verdict);
    await nowSays(page, storedNb.nothingChanged);
    forgiveFailedLoads();
  });
});

describe.skipIf(browser === null)('its looks', () => {
  test.each([
    ['wide', { width: 1280, height: 720 }],
    ['narrow', { width: 360, height: 740 }],
  ])('nothing moves while it comes: %s', async (_size, viewport) => {
    const id = await store(shop);
    site().dns.setZone(anotherDay);
    site().pass(day);
    const page = await open('about:blank', { viewport });
    const held = Promise.withResolvers<void>();
    const hold = Promise.withResolvers<void>();
    for (const [path, until] of [
      ['/api/results/*', held.promise],
      ['/api/check*', hold.promise],
    ] as const)
      await page.route(path, async (route) => {
        await until;
        await route.continue();
      });
    await page.goto(`${site().origin}/r/${id}`);
    await page.getByRole('heading', { level: 2, name: words.fetching, exact: true }).waitFor();
    const tops = () =>
      Promise.all(
        ['verdict', 'strip', 'now'].map(async (part) => (await page.locator(`[data-part="${part}"]`).boundingBox())?.y),
      );
    const before = await tops();
    held.resolve();
    await nowSays(page, storedNb.checkingNow);
    hold.resolve();
    await changed(page).waitFor();
    await page.waitForLoadState('networkidle');
    const [verdictAt, stripAt] = await tops();
    expect([verdictAt, stripAt]).toEqual(before.slice(0, 2));
    expect(await movedOf(page)).toBeLessThan(0.02);
  });

  test.each(['/r/', '/en/r/'])(
    '%s: no barriers in light or dark, and 320 pixels are enough',
    { timeout: 60_000 },
    async (address) => {
      const id = await store(shop);
      site().dns.setZone(anotherDay);
      site().pass(day);
      const page = await open(address + id, { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
      await page.locator('[data-part="now-summary"]').waitFor();
      await openSections(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await barriersInAnyLook(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(address);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await barriersInAnyLook(page)).toEqual([]);
    },
  );
});
