import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { Zone } from '#test/zone.ts';
import { addHeading, spfCard, spfSection, tryAgain, valueBecomes } from './check-page.ts';
import { unfold } from './keys.ts';
import { copied, visitSite } from './visiting.ts';

/** The mail to the one who runs the domain: it has the record as the owner of the domain chose it. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 -all' }],
  'servers.mcsv.net': [{ TXT: 'v=spf1 ip4:203.0.113.128/26 -all' }],
  'shop.example': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }, { MX: [10, 'mx.shop.example'] }],
  'mx.shop.example': [{ A: '198.51.100.1' }],
  'right.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
  'mab._domainkey.right.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_dmarc.right.example': [{ TXT: 'v=DMARC1; p=quarantine' }],
};

const { browser, open, forgiveFailedLoads } = await visitSite(zone);
const { handOver: words, copy } = pageTexts.nb;

const handOver = (page: Page) => page.getByRole('region', { name: words.heading, exact: true });
const textOf = async (page: Page): Promise<string> => (await handOver(page).locator('code').textContent()) ?? '';
const mailchimp = (page: Page) => page.getByRole('checkbox', { name: 'Mailchimp', exact: true });

/** The values of the records in the text, in order. */
const valuesIn = (text: string): readonly (string | undefined)[] =>
  [...text.matchAll(new RegExp(`^${nb.publish.value}:\n(.*)$`, 'gm'))].map(([, value]) => value);

/** The address of RFC 6068 as a mail program reads it; of its own it is split at `&` and `=` only, and `+` is no space. */
const mailOf = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  const address =
    (await handOver(page).getByRole('link', { name: words.mail, exact: true }).getAttribute('href')) ?? '';
  expect(address.slice(0, 8)).toBe('mailto:?');
  return Object.fromEntries(
    address
      .slice(8)
      .split('&')
      .map((field) => field.split('=').map(decodeURIComponent)),
  );
};

const dkim = 'mab._domainkey.mab.no';
const dmarc = 'v=DMARC1; p=none; rua=mailto:post@shop.example';
const spf = 'v=spf1 include:_spf.mab.no include:_custspf.one.com ~all';
const spfWithMailchimp = 'v=spf1 include:_spf.mab.no include:_custspf.one.com include:servers.mcsv.net ~all';

describe.skipIf(browser === null)('the hand-over', () => {
  test('follows what the owner chooses, in the text and in the mail', async () => {
    const page = await open('/?domene=shop.example');
    await handOver(page).waitFor();
    await unfold(addHeading(page));
    for (const [isTicked, record] of [
      [false, spf],
      [true, spfWithMailchimp],
      [false, spf],
    ] as const) {
      await mailchimp(page).setChecked(isTicked);
      await valueBecomes(spfCard(page), record);
      const text = await textOf(page);
      expect(valuesIn(text)).toEqual([record, dkim, dmarc]);
      expect(text).toContain(nb.handOver.after(page.url()));
      expect(await mailOf(page)).toEqual({
        subject: nb.handOver.subject('shop.example'),
        body: text.replaceAll('\n', '\r\n'),
      });
    }
  });

  test('is copied as it was chosen', async () => {
    const page = await open('/?domene=shop.example');
    await unfold(addHeading(page));
    await mailchimp(page).check();
    await valueBecomes(spfCard(page), spfWithMailchimp);
    await handOver(page)
      .getByRole('button', { name: `${copy} ${words.what}`, exact: true })
      .click();
    await handOver(page).getByRole('status').getByText(pageTexts.nb.copied, { exact: true }).waitFor();
    const text = await copied(page);
    expect(text).toBe(await textOf(page));
    expect(valuesIn(text)).toEqual([spfWithMailchimp, dkim, dmarc]);
  });

  test('has no SPF record while it is not known what was chosen', async () => {
    const page = await open('/?domene=shop.example');
    await unfold(addHeading(page));
    await page.route('/api/spf/**', (route) => route.abort());
    await mailchimp(page).check();
    await spfCard(page).getByText(nb.requestFailures.NETWORK.fact).first().waitFor();
    const text = await textOf(page);
    expect(valuesIn(text)).toEqual([dkim, dmarc]);
    expect(text).not.toContain('v=spf1 ');
    forgiveFailedLoads();
    await page.unroute('/api/spf/**');
    await tryAgain(page).click();
    await valueBecomes(spfCard(page), spfWithMailchimp);
    expect(valuesIn(await textOf(page))).toEqual([spfWithMailchimp, dkim, dmarc]);
  });

  test('comes where nothing was wrong and the owner adds somebody, and goes with it', async () => {
    const page = await open('/?domene=right.example');
    await unfold(spfSection(page).locator('summary').first());
    expect(await handOver(page).count()).toBe(0);
    await unfold(addHeading(page));
    await mailchimp(page).check();
    await handOver(page).waitFor();
    const text = await textOf(page);
    expect(valuesIn(text)).toEqual(['v=spf1 include:_spf.mab.no include:servers.mcsv.net -all']);
    expect(text).toContain(`1. ${nb.tasks.titles.spf.replace} (${nb.tasks.weights.should.toLowerCase()})`);
    expect((await mailOf(page)).body).toBe(text.replaceAll('\n', '\r\n'));
    await mailchimp(page).uncheck();
    await handOver(page).waitFor({ state: 'hidden' });
  });
});
