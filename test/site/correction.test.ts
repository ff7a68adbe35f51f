import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { changeSentence } from '#messages/correction.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { Zone } from '#test/zone.ts';
import { addHeading, spfCard as card, spfSection as section, tryAgain, value, valueBecomes } from './check-page.ts';
import { unfold } from './keys.ts';
import { barriers, copied, settle, visitSite } from './visiting.ts';

/** The corrected SPF record in a browser: what is shown, and what follows a choice. */

const services = Array.from({ length: 9 }, (_, i) => `s${i}.example`);

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 -all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:203.0.113.0/25 -all' }],
  'servers.mcsv.net': [{ TXT: 'v=spf1 ip4:203.0.113.128/26 -all' }],
  'mail.shop.example': [{ A: '198.51.100.77' }],

  'shop.example': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }],
  'two.example': [
    { TXT: 'v=spf1 include:_custspf.one.com ~all' },
    { TXT: 'v=spf1 include:spf.protection.outlook.com -all' },
  ],
  'stranded.example': [{ TXT: 'v=spf1 ip4:198.51.100.1 ~all include:servers.mcsv.net' }],
  'unclear.example': [{ TXT: 'v=spf1 both.example -all' }],
  'both.example': [{ A: '198.51.100.98' }, { TXT: 'v=spf1 ip4:198.51.100.97 -all' }],
  'full.example': [
    { TXT: `v=spf1 include:servers.mcsv.net ${services.map((name) => `include:${name}`).join(' ')} -all` },
  ],
  ...Object.fromEntries(services.map((name, i) => [name, [{ TXT: `v=spf1 ip4:198.51.100.${i * 8}/29 -all` }]])),
  'new.example': [{ MX: [10, 'new-example.mail.protection.outlook.com'] }],
  'new-example.mail.protection.outlook.com': [{ A: '203.0.113.1' }],
  'right.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
  'long.example': [
    { TXT: ['v=spf1 ', ...Array.from({ length: 16 }, (_, i) => `ip4:198.51.100.${i * 16}/28 `), '-all'] },
  ],
  'mute.example': [{ TXT: 'v=spf1 include:_spf.mute.example -all' }, { MX: [10, 'mail.shop.example'] }],
  '_spf.mute.example': [{ FAIL: 'servfail' }],
};

const { browser, open, forgiveFailedLoads } = await visitSite(zone);
const { repair, publish, tasks } = nb;
const { copy } = pageTexts.nb;

const ownField = (page: Page) => page.getByRole('textbox', { name: repair.addOwn, exact: true });
const title = (page: Page, text: string) => card(page).getByRole('heading', { level: 3, name: text, exact: true });
const outcome = (root: Locator, text: string) =>
  root.getByRole('paragraph').and(root.page().getByText(text, { exact: true }));
const noNumbers = { lookups: 0, names: [] };

/** A domain whose SPF record is a step to take. */
const show = async (domain: string): Promise<Page> => {
  const page = await open(`/?domene=${domain}`);
  await card(page).waitFor();
  return page;
};

describe.skipIf(browser === null)('what is shown', () => {
  test('the record to paste, with what comes and what goes marked, and spoken', async () => {
    const page = await show('two.example');
    expect(await value(card(page)).textContent()).toBe(
      'v=spf1 include:_spf.mab.no include:_custspf.one.com include:spf.protection.outlook.com ~all',
    );
    expect(await card(page).getByRole('insertion').allTextContents()).toEqual(['include:_spf.mab.no', '~all']);
    expect(await card(page).getByRole('deletion').allTextContents()).toEqual(['~all', 'v=spf1', '-all']);
    expect(await value(card(page)).ariaSnapshot()).toContain(`${repair.come} include:_spf.mab.no`);
    await card(page)
      .getByRole('button', { name: `${copy} ${publish.value}`, exact: true })
      .click();
    expect(await copied(page)).toBe(await value(card(page)).textContent());
  });

  test('the changes, and the proof for those who want it', async () => {
    const page = await show('shop.example');
    const added = { code: 'SENDER_ADDED', before: [], after: ['include:_spf.mab.no'], saves: 0 } as const;
    await card(page).getByText(changeSentence(added, repair), { exact: true }).waitFor();
    await unfold(page.locator('summary').filter({ hasText: repair.proofHeading }));
    await card(page).getByText(repair.proof.senderPasses, { exact: true }).waitFor();
  });

  test('no record yet: who else sends is asked at once, and the way to “-all” explained', async () => {
    const page = await show('new.example');
    expect(await value(card(page)).textContent()).toBe(
      'v=spf1 include:_spf.mab.no include:spf.protection.outlook.com ~all',
    );
    await page.getByText(repair.addLead, { exact: true }).waitFor();
    await page.getByText(repair.towardsFail, { exact: true }).waitFor();
  });

  test('a service that the record includes is no choice any more', async () => {
    const page = await show('new.example');
    await page.getByRole('checkbox', { name: 'Mailchimp' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Microsoft 365' }).count()).toBe(0);
  });

  test('more than one string: as a zone file wants them', async () => {
    const page = await show('long.example');
    await unfold(page.locator('summary').filter({ hasText: repair.strings }));
    const strings = await card(page).locator('code[data-part="text"]').last().textContent();
    expect(strings).toMatch(/^"v=spf1 include:_spf\.mab\.no .{1,}" ".+ -all"$/);
    expect(strings?.slice(1, -1).split('" "').join('')).toBe(await value(card(page)).textContent());
  });

  test('DNS did not answer: no record, nothing to choose', async () => {
    const page = await open('/?domene=mute.example');
    await section(page).waitFor();
    const others = ['mab._domainkey.mab.no', 'v=DMARC1; p=none; rua=mailto:post@mute.example'];
    expect(await value(page.getByRole('main')).allTextContents()).toEqual(others);
    expect([await card(page).count(), await addHeading(page).count()]).toEqual([0, 0]);
  });
});

describe.skipIf(browser === null)('a choice is followed at once, and the focus stays', () => {
  test('a service is ticked', async () => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    const box = page.getByRole('checkbox', { name: 'Mailchimp' });
    await box.focus();
    await box.press('Space');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no include:_custspf.one.com include:servers.mcsv.net ~all');
    expect(await box.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await card(page).getByRole('status').getByText(tasks.deeds.spf.replace, { exact: true }).waitFor();
    await box.press('Space');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no include:_custspf.one.com ~all');
  });

  test('a service is ticked where nothing was wrong: now there is a record to publish', async () => {
    const page = await open('/?domene=right.example');
    await unfold(section(page).locator('summary').first());
    expect([await card(page).count(), await value(section(page)).count()]).toEqual([0, 0]);
    await unfold(addHeading(page));
    await page.getByRole('checkbox', { name: 'Mailchimp' }).check();
    await valueBecomes(section(page), 'v=spf1 include:_spf.mab.no include:servers.mcsv.net -all');
    await outcome(section(page), tasks.deeds.spf.replace).waitFor();
    await page.getByRole('checkbox', { name: 'Mailchimp', exact: true }).uncheck();
    await outcome(section(page), repair.outcomes.unchanged(noNumbers)).waitFor();
    expect(await value(section(page)).count()).toBe(0);
  });

  test('a service that DNS does not have: said beside it', async () => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    await page.getByRole('checkbox', { name: 'SendGrid' }).check();
    await page.getByText(repair.serviceNotThere('SendGrid'), { exact: true }).waitFor();
    expect(await value(card(page)).textContent()).toBe('v=spf1 include:_spf.mab.no include:_custspf.one.com ~all');
  });

  test('a change that is advised is switched off, and on again', async () => {
    const page = await show('stranded.example');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no ip4:198.51.100.1 include:servers.mcsv.net ~all');
    const box = page.getByRole('checkbox', { name: /servers\.mcsv\.net/ });
    expect(await box.isChecked()).toBe(true);
    await box.press('Space');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no ip4:198.51.100.1 ~all include:servers.mcsv.net');
    expect(await box.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await box.press('Space');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no ip4:198.51.100.1 include:servers.mcsv.net ~all');
  });

  test('no room: what the owner can do without is taken away', async () => {
    const page = await show('full.example');
    await outcome(card(page), repair.outcomes.no_room({ lookups: 11, names: [] })).waitFor();
    await title(page, tasks.titles.spf.other).waitFor();
    expect(await value(card(page)).count()).toBe(0);
    await page.getByRole('checkbox', { name: /Mailchimp/ }).check();
    await valueBecomes(
      card(page),
      `v=spf1 include:_spf.mab.no ${services.map((name) => `include:${name}`).join(' ')} -all`,
    );
    expect(await card(page).getByRole('deletion').allTextContents()).toEqual(['include:servers.mcsv.net']);
    await title(page, tasks.titles.spf.replace).waitFor();
  });

  test('a question is answered, and answered otherwise', async () => {
    const page = await show('unclear.example');
    expect(await value(card(page)).count()).toBe(0);
    const question = page.getByRole('group', { name: repair.question('both.example') });
    await question.getByRole('radio', { name: repair.option('a:both.example') }).check();
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no a:both.example -all');
    await question.getByRole('radio', { name: repair.leaveOut }).check();
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no -all');
  });

  test('a sender is typed, and removed', async () => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    await ownField(page).fill(' mail.shop.example ');
    await ownField(page).press('Enter');
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no include:_custspf.one.com a:mail.shop.example ~all');
    await page.getByText(repair.added('mail.shop.example', ['a:mail.shop.example']), { exact: true }).waitFor();
    expect(await ownField(page).inputValue()).toBe('');
    await page.getByRole('button', { name: `${repair.remove} mail.shop.example` }).click();
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no include:_custspf.one.com ~all');
    expect(await page.locator(':focus').getAttribute('id')).toBe('own-sender');
  });

  test.each([
    ['DNS does not have it', 'gone.example', repair.readings.nothing_there('gone.example', [])],
    ['no sender', 'hello', repair.readings.unreadable('hello', [])],
    [
      'meant in two ways',
      'both.example',
      repair.readings.ambiguous('both.example', ['include:both.example', 'a:both.example']),
    ],
  ])('a sender is typed: %s, which is said at the field', async (_reason, text, problem) => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    await ownField(page).fill(text);
    await ownField(page).press('Enter');
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { description: problem }))
      .waitFor();
    expect(await ownField(page).getAttribute('aria-invalid')).toBe('true');
    expect(await value(card(page)).textContent()).toBe('v=spf1 include:_spf.mab.no include:_custspf.one.com ~all');
    await ownField(page).press('a');
    expect(await ownField(page).getAttribute('aria-invalid')).toBe('false');
  });

  test('the last of several choices wins', async () => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    const first = Promise.withResolvers<void>();
    await page.route('/api/spf/**', (route) => first.promise.then(() => route.continue()), { times: 1 });
    const givenUp = page.waitForEvent('requestfailed');
    await page.getByRole('checkbox', { name: 'Mailchimp' }).check();
    await page.getByRole('checkbox', { name: 'Microsoft 365' }).check();
    await givenUp;
    first.resolve();
    const terms = 'include:_custspf.one.com include:spf.protection.outlook.com include:servers.mcsv.net';
    await valueBecomes(card(page), `v=spf1 include:_spf.mab.no ${terms} ~all`);
  });

  test('no connection: the record goes, since what was chosen is not in it, and can be asked for again', async () => {
    const page = await show('shop.example');
    await unfold(addHeading(page));
    await page.route('/api/spf/**', (route) => route.abort());
    await page.getByRole('checkbox', { name: 'Mailchimp' }).check();
    await card(page).getByText(nb.requestFailures.NETWORK.fact).first().waitFor();
    expect(await value(card(page)).count()).toBe(0);
    forgiveFailedLoads();
    await page.unroute('/api/spf/**');
    await tryAgain(page).click();
    await valueBecomes(card(page), 'v=spf1 include:_spf.mab.no include:_custspf.one.com include:servers.mcsv.net ~all');
    await page
      .locator(':focus')
      .and(page.getByText(tasks.deeds.spf.replace, { exact: true }))
      .waitFor();
  });
});

describe.skipIf(browser === null)('all of it open', () => {
  const openAll = async (domain: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await open(`/?domene=${domain}`, options);
    await card(page).waitFor();
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
    await settle(page);
    return page;
  };

  test.each(['new.example', 'unclear.example', 'full.example', 'two.example'])(
    '%s: room on a narrow screen',
    async (domain) => {
      const width = 360;
      const page = await openAll(domain, { viewport: { width, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const targets = card(page).locator('label.choice, button, summary').filter({ visible: true });
      const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()));
      expect(boxes.length).toBeGreaterThan(10);
      expect(boxes.filter((box) => box === null || box.width < 44 || box.height < 44)).toEqual([]);
    },
  );

  // The states of every page are held elsewhere; these are none of them.
  test.each(['unclear.example', 'two.example'])('%s: WCAG 2.2 AA', { timeout: 60_000 }, async (domain) => {
    expect(await barriers(await openAll(domain))).toEqual([]);
  });
});
