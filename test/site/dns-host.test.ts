import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hostsNb } from '#messages/hosts-nb.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { watchNb } from '#messages/watch-nb.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { addHeading, counts, spfCard, value, verdictIsRead } from './check-page.ts';
import { unfold } from './keys.ts';
import { zone as services } from './states.ts';
import { copied, visitSite } from './visiting.ts';

/** Who runs the DNS of the domain that is checked, and how a record is entered there. */

const servers = (...names: readonly string[]): readonly ZoneRecord[] => names.map((NS) => ({ NS }));
const at = (name: string): Zone => ({ [name]: [{ A: '127.0.0.6' }] });
const bare: ZoneRecord = { TXT: 'v=spf1 include:_custspf.one.com ~all' };

const zone: Zone = {
  ...services,
  ...at('ns1.loopia.se'),
  ...at('ns1.host.example'),
  ...at('ns2.host.example'),
  'ene.example': [...servers('ns01.one.com', 'ns02.one.com')],
  'under.ene.example': [bare],
  'loop.example': [...servers('ns1.loopia.se'), bare],
  'ukjent.example': [...servers('ns1.host.example', 'ns2.host.example'), bare],
  '_domainconnect.ukjent.example': [{ TXT: 'domainconnect.host.example' }],
  'ingen.example': [bare],
};

const { browser, open, forgiveFailedLoads } = await visitSite(zone);

const host = (page: Page): Locator => page.locator('[data-part="host"]');
/** The page with its first answer of the name servers. */
const openDomain = async (domain: string): Promise<Page> => {
  const page = await open(`/?domene=${domain}`);
  await page.locator('[data-part="watch"]', { hasText: 'Siden følger med' }).waitFor();
  return page;
};
const card = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });
const dkim = (page: Page): Locator => card(page, nb.tasks.titles.dkim.add);
const name = (root: Locator): Locator => root.locator('code[data-part="name"]');
const steps = async (root: Locator): Promise<readonly string[]> => {
  await unfold(root.locator('[data-part="entry"] > summary'));
  return root.locator('[data-part="entry-steps"] li').allInnerTexts();
};
const notes = (root: Locator): Promise<readonly string[]> =>
  root.locator('[data-part="entry-notes"] li').allInnerTexts();

describe.skipIf(browser === null)('who runs the DNS', () => {
  test('a known host: its name, its guide, and the steps in its words', async () => {
    const page = await openDomain('butikk.example');
    expect(await host(page).innerText()).toBe(
      'DNS for butikk.example styres hos one.com. En endring hos andre enn one.com har ingen virkning. Veiledningen fra one.com (på engelsk)',
    );
    const guide = host(page).getByRole('link');
    expect([await guide.getAttribute('href'), await guide.getAttribute('hreflang')]).toEqual([
      'https://help.one.com/hc/en-us/articles/115005593829',
      'en',
    ]);
    expect(await dkim(page).locator('[data-part="entry-heading"]').innerText()).toBe(
      'Slik legger du det inn hos one.com',
    );
    expect(await steps(dkim(page))).toEqual([
      'Logg inn hos one.com.',
      'Gå til «DNS settings» → «DNS records».',
      'Trykk «Create new record», og velg typen CNAME.',
      'Skriv «mab._domainkey» i feltet «Hostname».',
      'Lim inn verdien i feltet «Is an alias of».',
      'La feltet «TTL» stå som det er, og lagre.',
    ]);
    expect(await notes(dkim(page))).toEqual([
      'Hos one.com skal verdien ikke slutte med punktum.',
      hostsNb.labelsMayDiffer,
    ]);
  });

  test('the name is copied as the host wants it, and an empty one not at all', async () => {
    const page = await openDomain('butikk.example');
    await dkim(page).getByRole('button', { name: 'Kopier navn', exact: false }).click();
    expect(await copied(page)).toBe('mab._domainkey');
    expect(await name(spfCard(page)).innerText()).toBe(hostsNb.emptyField);
    expect(await name(spfCard(page)).locator('..').getByRole('button').filter({ visible: true }).count()).toBe(0);
  });

  test('a domain within a zone: the zone is named, and the name is told from there', async () => {
    const page = await openDomain('under.ene.example');
    expect(await host(page).innerText()).toMatch(/^DNS for ene\.example styres hos one\.com\./);
    expect(await name(dkim(page)).innerText()).toBe('mab._domainkey.under');
  });

  test('a host that wants quotes gets them, also around a record that the owner has chosen', async () => {
    const page = await openDomain('loop.example');
    const ours = '"v=spf1 include:_spf.mab.no include:_custspf.one.com ~all"';
    expect(await value(spfCard(page)).textContent()).toBe(ours);
    expect(await spfCard(page).locator('ins').innerText()).toBe('include:_spf.mab.no');
    await unfold(addHeading(page));
    await page.getByRole('checkbox', { name: 'Mandrill', exact: true }).check();
    await value(spfCard(page)).filter({ hasText: 'mandrillapp' }).waitFor();
    expect(await value(spfCard(page)).textContent()).toBe(
      '"v=spf1 include:_spf.mab.no include:_custspf.one.com include:spf.mandrillapp.com ~all"',
    );
  });

  test('one that is not known: its name servers, and what holds everywhere', async () => {
    const page = await openDomain('ukjent.example');
    expect(await host(page).innerText()).toBe(
      `Vi kjenner ikke igjen hvem som styrer DNS. Navneserverne er ns1.host.example og ns2.host.example. ${hostsNb.domainConnect}`,
    );
    expect(await name(dkim(page)).innerText()).toBe('mab._domainkey.ukjent.example');
    const hints = page.locator('[data-part="name-hint"]').filter({ visible: true });
    expect(await hints.allInnerTexts()).toEqual(['', 'mab._domainkey', '_dmarc'].map(hostsNb.shortName));
    expect((await steps(dkim(page)))[0]).toBe('Logg inn hos DNS-leverandøren din.');
  });

  test('no answer: what holds everywhere', async () => {
    const page = await openDomain('ingen.example');
    expect(await host(page).innerText()).toBe(hostsNb.unasked);
    expect((await steps(dkim(page)))[0]).toBe('Logg inn hos DNS-leverandøren din.');
  });

  test('an answer that does not come holds nothing up', async () => {
    const page = await open('about:blank');
    await page.route('**/api/publication?*', () => undefined);
    await page.goto('/?domene=butikk.example');
    await verdictIsRead(page, nb.verdict.must('butikk.example', counts({ must: 1, should: 2 })));
    expect(await host(page).innerText()).toBe(pageTexts.nb.hostWaiting);
    expect((await steps(dkim(page)))[0]).toBe('Logg inn hos DNS-leverandøren din.');
  });

  test('what watches cannot be fetched: the steps are there, and nothing that stays empty', async () => {
    const page = await open('about:blank');
    await page.route('**/_astro/nb.*.js', async (route) => {
      const response = await route.fetch();
      const source = await response.text();
      await (source.includes(watchNb.unreachable) ? route.abort() : route.fulfill({ response }));
    });
    await page.goto('/?domene=butikk.example');
    await dkim(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-part="entry"]').filter({ visible: true }).count()).toBe(0);
    expect(await name(dkim(page)).innerText()).toBe('mab._domainkey.butikk.example');
    forgiveFailedLoads();
  });
});

describe.skipIf(browser === null)('what is wrong with the name servers', () => {
  test('it is told with the host, each with its explanation', async () => {
    const page = await openDomain('verksted.example');
    const { fact, action } = nb.findings.ZONE_SERVER_NO_ADDRESS({ zone: 'verksted.example', server: 'ns2.hyp.net' });
    const item = page.locator('[data-part="host-findings"] li');
    expect(await item.locator('[data-part="fact"]').allInnerTexts()).toEqual([fact]);
    expect(await item.locator('[data-part="action"]').allInnerTexts()).toEqual([action]);
    await item.getByRole('link').click();
    await page.waitForURL('**/hjelp/funn/zone-server-no-address/');
  });
});
