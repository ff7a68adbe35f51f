import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mailingNb } from '#messages/mailing-nb.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { unsubscribeNb } from '#messages/unsubscribe-nb.ts';
import { counts, submit, verdictIsRead } from './check-page.ts';
import { unfold } from './keys.ts';
import { isShown } from './result.ts';
import { anotherDay, states, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/**
 * All of the product, one thing after the other as people do them: once with the parts that it brings along, and once with the
 * AWS SDK before stand-ins of DynamoDB and SES.
 */

const domain = states['things-to-do'];
const day = 24 * 60 * 60_000;
const { mailing, storing } = pageTexts.nb;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text, { exact: true }).waitFor();

describe.each(['embedded', 'aws'] as const)('with what is %s', async (parts) => {
  const { browser, site, open, forgiveFailedLoads } = await visitSite(zone, { parts });

  test.skipIf(browser === null)(
    'checked, stored, mailed, compared, and no more wanted',
    async () => {
      const page = await open('/');
      await submit(page, `post@${domain}`);
      await verdictIsRead(page, nb.verdict.must(domain, counts({ must: 1, should: 2 })));
      await isShown(page);

      await press(page, storing.store);
      const stored = page.locator('[data-part="link"][href]');
      const address = (await stored.getAttribute('href')) ?? '';
      expect(address.slice(site().origin.length)).toMatch(/^\/r\/[2-9B-Z]{4}-[2-9B-Z]{4}$/);

      const send = async (): Promise<void> => {
        await page.getByLabel(mailing.label, { exact: true }).fill('ola@shop.example');
        await press(page, mailing.send);
      };
      await send();
      await says(page, /^E-posten er på vei til ola@shop\.example\./);
      const [mail, another] = await site().mailsTo('ola@shop.example');
      expect(another).toBeUndefined();
      expect(mail).toMatchObject({
        from: '"MAB E-postsjekk" <epostsjekk@mab.example>',
        to: ['ola@shop.example'],
        subject: `${domain}: endringer som må gjøres i DNS`,
      });
      const [result = '', , end = ''] = mail?.text.match(/https?:\S+/g) ?? [];
      expect(mail?.html.replaceAll('&amp;', '&')).toContain(`href="${result}"`);

      site().dns.setZone(anotherDay);
      site().pass(day);
      for (const link of [address, result]) {
        await page.goto(link);
        await verdictIsRead(page, nb.verdict.must(domain, counts({ must: 1, should: 2 })));
        await unfold(page.locator('[data-part="now-summary"]'));
        await page.locator('[data-part="now-list"] h3').first().waitFor();
      }

      await page.goto(end);
      await press(page, unsubscribeNb.button);
      await says(page, unsubscribeNb.done);
      site().dns.setZone(zone);
      site().pass(day);
      await page.goto(`/?domene=${domain}`);
      await isShown(page);
      await send();
      await says(page, mailingNb.failures.RECIPIENT_REFUSED);
      expect(await site().mailsTo('ola@shop.example')).toHaveLength(1);
      forgiveFailedLoads();
    },
    60_000,
  );
});
