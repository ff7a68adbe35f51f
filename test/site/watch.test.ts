import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { nb } from '#messages/nb.ts';
import { watchNb as words } from '#messages/watch-nb.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { counts, field, spfCard, states, submit, value, verdictIsRead, verdictSays } from './check-page.ts';
import { zone as services } from './states.ts';
import { visitSite } from './visiting.ts';

/** The page while the owner makes the change: DNS changes at the name servers, then in caches, and the page follows. */

const begin = new Date('2026-11-24T11:00:30Z');
const domain = 'shop.example';
/** Seconds. */
const ttl = 600;

const theirs = 'v=spf1 include:_custspf.one.com -all';
const ours = 'v=spf1 include:_spf.mab.no include:_custspf.one.com -all';
const lent: Zone = { 'mab._domainkey.shop.example': [{ CNAME: 'mab._domainkey.mab.no', ttl }] };
const policy: Zone = { '_dmarc.shop.example': [{ TXT: 'v=DMARC1; p=quarantine; rua=mailto:post@shop.example', ttl }] };

const shop = (spf: readonly string[], ...others: readonly Zone[]): Zone => ({
  ...services,
  'shop.example': [
    { SOA: { mname: 'ns01.one.com', serial: 1, minimum: 900 } },
    { NS: 'ns01.one.com' },
    { NS: 'ns02.one.com' },
    ...spf.map((TXT): ZoneRecord => ({ TXT, ttl })),
    { MX: [10, 'mx1.one.com'] },
  ],
  ...Object.assign({}, ...others),
});
const before = shop([theirs], lent, policy);
const after = shop([ours], lent, policy);

const { browser, site, open, forgiveFailedLoads } = await visitSite(before, { begin });

/** The words on the day of the page's clock, which stands still: on another day they name the day too. */
const onThatDay = <Arguments extends readonly unknown[], Said>(
  say: (...told: Arguments) => Said,
): ((...told: Arguments) => Said) => {
  return (...told) => {
    vi.useFakeTimers({ toFake: ['Date'], now: begin });
    try {
      return say(...told);
    } finally {
      vi.useRealTimers();
    }
  };
};
const watchNb = { ...words, watching: onThatDay(words.watching), waiting: onThatDay(words.waiting) };

const oneThing = nb.verdict.must(domain, counts({ must: 1 }));
const safe = nb.verdict.safe(domain, counts());
const { must: mended } = watchNb.mended.spf;
const line = (page: Page) => page.locator('[data-part="watch"]');
const says = (page: Page, text: string) =>
  line(page)
    .and(page.getByText(text, { exact: true }))
    .waitFor();
const changes = (page: Page) => page.locator('[data-part="changed"] li').allInnerTexts();

/** The page with its first answer of the name servers; its clock stands still. */
const openShop = async (): Promise<Page> => {
  const page = await open('about:blank');
  page.setDefaultTimeout(5000);
  await page.clock.install({ time: begin.getTime() - 60_000 });
  await page.clock.pauseAt(begin);
  await page.goto(`/?domene=${domain}`);
  await says(page, watchNb.watching(begin.toISOString()));
  return page;
};

/** What was asked of what is published. */
const questionsOf = (page: Page): readonly string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/api/publication') asked.push(search);
  });
  return asked;
};

const seconds = 1_000;
const minutes = 60 * seconds;
/** Time passes for the page and for the service; a timer that is due in it goes off once. */
const pass = async (page: Page, time: number): Promise<void> => {
  site().pass(time);
  await page.clock.fastForward(time);
};
/** The instant that is so much later than the beginning. */
const later = (time: number): string => new Date(begin.getTime() + time).toISOString();

/** The name servers have it, and the resolver not yet. */
const publish = (zone: Zone): void => site().authority.setZone(zone);
const publishAndShow = (zone: Zone): void => {
  publish(zone);
  site().dns.setZone(zone);
};

describe.skipIf(browser === null)('the change is made', () => {
  test('published: fixed, and waiting for caches; then it turns green by itself', async () => {
    const page = await openShop();
    await verdictIsRead(page, oneThing);
    await field(page).focus();
    publish(after);
    await pass(page, 10 * seconds);
    // Ten minutes after it was seen first, told by the full minute.
    const below = 'Publisert. Synlig for alle senest kl. 12:11.';
    await verdictSays(page, { heading: 'Alt er rettet', below });
    const { ok } = nb.severities;
    expect(await states(page)).toEqual([watchNb.publishedPart, ok, ok, ok]);
    expect(await changes(page)).toEqual([mended]);
    expect(await page.locator('[data-part="verdict"]').getAttribute('data-color')).toBe('info');
    await spfCard(page).getByText(below, { exact: true }).waitFor();
    // Who has done it is not told to do it again.
    expect(
      await spfCard(page).locator('[data-part="to-do"], [data-part="wrong"]').filter({ visible: true }).count(),
    ).toBe(0);
    await page.getByText(watchNb.sectionsBefore, { exact: true }).waitFor();
    await page
      .getByRole('status')
      .and(page.getByText(mended, { exact: true }))
      .waitFor();

    await pass(page, minutes);
    await says(page, watchNb.watching(later(70 * seconds)));
    await verdictSays(page, { heading: 'Alt er rettet', below });

    publishAndShow(after);
    await pass(page, minutes);
    await verdictSays(page, safe);
    expect(await changes(page)).toEqual([mended, 'Noen mottakere kan se det gamle frem til kl. 12:11.']);
    expect(await states(page)).toEqual([ok, ok, ok, ok]);
    expect(await line(page).isVisible()).toBe(false);
    expect(await page.locator(':focus').and(field(page)).count()).toBe(1);
  });

  test('seen at once: it turns green, and asks no more', async () => {
    const page = await openShop();
    const asked = questionsOf(page);
    publishAndShow(after);
    await pass(page, 10 * seconds);
    await verdictSays(page, safe);
    await pass(page, 5 * minutes);
    expect(asked).toEqual(['?domain=shop.example']);
  });

  test('one of two: it is said, and the other is left', async () => {
    const bare = shop([theirs], policy);
    publishAndShow(bare);
    const page = await openShop();
    publish(shop([theirs], policy, lent));
    await pass(page, 10 * seconds);
    await verdictSays(page, watchNb.partly(1));
    expect(await changes(page)).toEqual([watchNb.mended.dkim.should]);
    publishAndShow(shop([theirs], policy, lent));
    await pass(page, minutes);
    await verdictSays(page, { ...oneThing, below: nb.checkedAt(later(70 * seconds)) });
    expect(await page.locator('[data-part="task"]').count()).toBe(1);
    // And the page goes on.
    publishAndShow(after);
    await pass(page, 20 * seconds);
    await verdictSays(page, safe);
    expect((await changes(page))[0]).toBe(mended);
  });

  test('undone before any cache showed it: it is said again what to do', async () => {
    const page = await openShop();
    publish(after);
    await pass(page, 10 * seconds);
    await verdictSays(page, watchNb.waiting(later(610 * seconds)));
    publish(before);
    await pass(page, minutes);
    await verdictSays(page, oneThing);
    expect(await changes(page)).toEqual([]);
  });

  test('the older record is deleted first: what is proposed stays, with all its senders', async () => {
    const page = await openShop();
    publishAndShow(shop([], lent, policy));
    await pass(page, 10 * seconds);
    await page
      .locator('[data-part="changed"] li')
      .and(page.getByText(watchNb.gone, { exact: true }))
      .waitFor();
    await verdictSays(page, oneThing);
    expect(await value(spfCard(page)).textContent()).toBe(ours);
    publishAndShow(after);
    await pass(page, 20 * seconds);
    await verdictSays(page, safe);
    expect((await changes(page))[0]).toBe(mended);
  });

  test('the steps that are left keep their folds, and what is looked at stays in sight', async () => {
    publishAndShow(shop([theirs]));
    const page = await openShop();
    const summaries = page.locator('[data-part="entry"] > summary');
    await summaries.last().click();
    const at = await page.evaluate<number>('scrollY');
    publishAndShow(shop([theirs], lent));
    await pass(page, 10 * seconds);
    await verdictIsRead(page, nb.verdict.must(domain, counts({ must: 1, should: 1 })));
    const folds = `[...document.querySelectorAll('[data-part="entry"]')].map(({ open }) => open)`;
    expect(await page.evaluate(folds)).toEqual([false, true]);
    expect(at).toBeGreaterThan(500);
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
  });

  test('who stands in the steps when they are replaced is led to the verdict', async () => {
    const page = await openShop();
    await spfCard(page).getByRole('button').first().focus();
    publishAndShow(after);
    await pass(page, 10 * seconds);
    await verdictIsRead(page, safe);
  });
});

const beside = 'v=spf1 include:_spf.mab.no ~all';
const quoted = `"${ours}"`;

/** Each with what is said of it, and the record that mends it; null where that is another than SPF's. */
describe.skipIf(browser === null)('a slip is named before any cache shows it', () => {
  test.each<[why: string, zone: Zone, said: readonly string[]]>([
    [
      'a second record beside the first',
      shop([theirs, beside], lent, policy),
      [nb.findings.SPF_SEVERAL_RECORDS({ domain, records: [theirs, beside] }).fact],
    ],
    [
      'quotes within the value',
      shop([quoted], lent, policy),
      [nb.findings.SPF_NOT_RECOGNISED({ domain, text: quoted }).fact],
    ],
  ])('%s', async (_why, zone, said) => {
    const page = await openShop();
    publish(zone);
    await pass(page, 10 * seconds);
    await page.locator('[data-part="changed"]').waitFor();
    const [first = '', ...others] = said;
    expect(await changes(page)).toEqual([watchNb.slip(first), ...others]);
    // It is said until it is mended, however often the page asks meanwhile.
    await pass(page, minutes);
    await says(page, watchNb.watching(later(70 * seconds)));
    expect(await changes(page)).toEqual([watchNb.slip(first), ...others]);
    // The steps are those for what stands there now.
    expect(await spfCard(page).locator('.old').allInnerTexts()).toEqual(
      zone[domain]?.flatMap((record) => ('TXT' in record ? [record.TXT] : [])),
    );
  });

  test('the domain doubled in a name', async () => {
    publishAndShow(shop([ours], policy));
    const page = await openShop();
    publish(shop([ours], policy, { 'mab._domainkey.shop.example.shop.example': [{ CNAME: 'mab._domainkey.mab.no' }] }));
    await pass(page, 10 * seconds);
    await page.locator('[data-part="changed"]').waitFor();
    const [name, found] = ['mab._domainkey.shop.example', 'mab._domainkey.shop.example.shop.example'];
    const { fact } = nb.findings.DKIM_SENDER_OWNER_DOUBLED({ name, target: 'mab._domainkey.mab.no', found });
    expect(await changes(page)).toEqual([watchNb.slip(fact)]);
  });
});

describe.skipIf(browser === null)('the pace', () => {
  test('at once when somebody comes back, but not at every glance', async () => {
    const page = await openShop();
    const asked = questionsOf(page);
    await page.evaluate('dispatchEvent(new Event("focus"))');
    expect(asked).toEqual([]);
    await pass(page, 6 * seconds);
    publishAndShow(after);
    await page.evaluate('dispatchEvent(new Event("focus"))');
    await verdictSays(page, safe);
    expect(asked).toEqual(['?domain=shop.example']);
  });

  test('a hidden page does not ask, and one that is shown again does', async () => {
    const page = await openShop();
    const asked = questionsOf(page);
    const hide = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
        document.dispatchEvent(new Event('visibilitychange'))`);
    await hide(true);
    // What was planned before is asked, and nothing after it.
    await pass(page, minutes);
    await says(page, watchNb.watching(later(minutes)));
    await pass(page, 30 * minutes);
    expect(asked.length).toBe(1);
    publishAndShow(after);
    await hide(false);
    await verdictSays(page, safe);
    expect(asked.length).toBe(2);
  });

  test('nothing after some minutes: who runs the DNS is named again; after an hour the page gives up, and says so', async () => {
    const page = await openShop();
    const asked = questionsOf(page);
    for (let minute = 0; minute < 6; minute++) {
      await pass(page, minutes);
      await line(page)
        .filter({ hasText: new RegExp(`kl. 12:0${minute + 1}`) })
        .waitFor();
    }
    await line(page).filter({ hasText: 'Vi ser ingen endring ennå. Er den lagret hos one.com?' }).waitFor();
    await pass(page, 60 * minutes);
    await line(page).filter({ hasText: 'Siden følger ikke lenger med.' }).waitFor();
    await pass(page, 10 * minutes);
    expect(asked.length).toBe(7);
  });

  test('what stays the same is not made anew: who stands in a link stays there', async () => {
    const page = await openShop();
    const guide = page.locator('[data-part="host"] a');
    await guide.focus();
    for (let minute = 1; minute < 3; minute++) {
      await pass(page, minutes);
      await says(page, watchNb.watching(later(minute * minutes)));
    }
    expect(await page.locator(':focus').and(guide).count()).toBe(1);
  });

  test('another domain ends it', async () => {
    const page = await openShop();
    const asked = questionsOf(page);
    await submit(page, 'riktig.example');
    await verdictSays(page, nb.verdict.safe('riktig.example', counts()));
    publishAndShow(after);
    await pass(page, 5 * minutes);
    expect(asked).toEqual([]);
    expect(await changes(page)).toEqual([]);
  });

  test('no contact: it is said, and the page goes on', async () => {
    const page = await openShop();
    await page.route('**/api/publication?*', (route) => route.abort());
    await pass(page, 10 * seconds);
    await says(page, watchNb.unreachable);
    await page.unroute('**/api/publication?*');
    publishAndShow(after);
    await pass(page, 15 * seconds);
    await verdictSays(page, safe);
    forgiveFailedLoads();
  });
});
