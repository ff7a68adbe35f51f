import { describe, expect, test } from 'vitest';
import { visibleText } from '#messages/visible.ts';
import type { Zone } from '#test/zone.ts';
import { isShown, openSections } from './result.ts';
import * as main from './states.ts';
import { visitSite } from './visiting.ts';

/** What strangers wrote is text, and the page does nothing that its own policy forbids. */

const markup = '<img src=x onerror=alert(1)>';
const unseen = 'a\u202Eb\u200Bc\u2066d\u00ADe\uFEFFf';
const long = `v=spf1 ${'a'.repeat(5_000)} include:${'b'.repeat(2_000)} ${'ip4:198.51.100.0/24 '.repeat(150)}-all`;

const records = {
  'markup.example': {
    spf: `v=spf1 ${markup} include:${markup} include:<b>.markup.example exp=e.markup.example -all`,
    dmarc: `v=DMARC1; p=<script>alert(1)</script>; rua=mailto:${markup}; ${markup}=1`,
  },
  'unseen.example': {
    spf: `v=spf1 include:${unseen}.example ${unseen} ip4:192.0.2.1\u202E -all`,
    dmarc: `v=DMARC1; p=none; ${unseen}=1; rua=mailto:${unseen}@unseen.example`,
  },
  'long.example': { spf: long, dmarc: `v=DMARC1; p=none; rua=mailto:${'c'.repeat(10_000)}@long.example` },
} as const;

const zone: Zone = {
  ...main.zone,
  ...Object.fromEntries(
    Object.entries(records).flatMap(([domain, { spf, dmarc }]) => [
      [domain, [{ TXT: spf }, { TXT: `${markup}${unseen}` }, { MX: [10, '<b>.mx.example'] }]],
      [`_dmarc.${domain}`, [{ TXT: dmarc }]],
      [`mab._domainkey.${domain}`, [{ TXT: `v=DKIM1; k=${markup}; n=${unseen}; p=${'d'.repeat(10_000)}` }]],
    ]),
  ),
  '<b>.markup.example': [{ TXT: `v=spf1 ${markup} -all` }],
  'e.markup.example': [{ TXT: markup }],
};

const { browser, open, trouble } = await visitSite(zone, { faults: main.faults });

describe.skipIf(browser === null)('what strangers wrote', () => {
  test.each(Object.entries(records))(
    '%s: shown as text, all of it, at 320 pixels',
    { timeout: 60_000 },
    async (domain, { spf, dmarc }) => {
      const page = await open('/', { viewport: { width: 320, height: 800 } });
      page.on('dialog', async (dialog) => {
        trouble(dialog.message());
        await dialog.dismiss();
      });
      await page.goto(`/?domene=${domain}`);
      await isShown(page);
      await openSections(page);
      for (const [section, record] of [
        ['#spf', spf],
        ['#dmarc', dmarc],
      ] as const)
        expect(await page.locator(`${section} [data-part="records"]`).allTextContents()).toEqual([visibleText(record)]);
      for (const item of await page.getByRole('treeitem').all()) {
        await item.press('Enter');
        expect(await item.getAttribute('aria-selected')).toBe('true');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      }
      expect(await page.evaluate(madeOfText)).toEqual([]);
      const all = await page.evaluate<string>(written);
      expect(all).toContain('img src=x');
      expect(all.match(/[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g)).toBeNull();
    },
  );
});

/** Elements and attributes that the page itself has none of within its content. */
const madeOfText = `[...document.querySelectorAll('main :is(img, script:not([src^="/_astro/"]), b, [onerror])')]
  .map(({ outerHTML }) => outerHTML)`;

/** All text of the page, and what its attributes say. */
const written = `[document.body.textContent, ...[...document.querySelectorAll('main *')].flatMap(({ attributes }) =>
  [...attributes].map(({ value }) => value.startsWith('mailto:') ? decodeURIComponent(value) : value))].join(' ')`;

describe.skipIf(browser === null)('with everything open, nothing is against the policy of the page', () => {
  test.each(Object.values(main.states))('%s', async (domain) => {
    const page = await open('/');
    await page.exposeFunction('tell', trouble);
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(violatedDirective + ' ' + blockedURI));`,
    );
    await page.goto(`/?domene=${domain}`);
    await isShown(page);
    await openSections(page);
  });
});
