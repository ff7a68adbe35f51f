import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '#test/browser.ts';
import { serveSite } from './serving.ts';
import { anotherDay, faults, states, zone } from './states.ts';

/**
 * `npm run screenshots`: the main states of the site, narrow and wide, in light and dark, and on paper, into the folder
 * `screenshots`. Names after `--` choose among them: `npm run screenshots -- much-wrong`.
 */

const { positionals } = parseArgs({ allowPositionals: true });
const folder = join(import.meta.dirname, '../../screenshots');
const widths = { narrow: 360, wide: 1200 } as const;

const pages: Readonly<Record<string, string>> = {
  start: '/',
  'start-en': '/en/',
  'bad-input': '/?domene=shop',
  ...Object.fromEntries(Object.entries(states).map(([name, domain]) => [name, `/?domene=${domain}`])),
  'things-to-do-en': `/en/?domain=${states['things-to-do']}`,
  help: '/hjelp/',
  'help-spf': '/hjelp/spf/',
  'help-setup': '/hjelp/oppsett/',
  'help-finding': '/hjelp/funn/spf-several-records/',
  troubleshoot: '/feilsok/',
  'troubleshoot-en': '/en/troubleshoot/',
};

const isWanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
const browser = await launchBrowser();
if (browser === null) throw new Error('There is no browser here');
const site = await serveSite(zone, { faults });
mkdirSync(folder, { recursive: true });

/** @param shown the part of the page that comes last, and is pressed: that opens what can be opened. */
const take = async (name: string, path: string, shown: string | null): Promise<void> => {
  if (!isWanted(name)) return;
  for (const [size, width] of Object.entries(widths)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(path);
      if (shown !== null) await page.locator(shown).click();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true });
      if (size === 'wide' && colorScheme === 'light')
        await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4' });
      await context.close();
    }
  }
  console.log(name);
};

/** @returns the id of the result. */
const store = async (domain: string): Promise<string> => {
  const response = await fetch(`${site.origin}/api/results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ domain }),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
};

const isKnown = '[data-part="verdict"]:not([data-state="waiting"]) h2';
for (const [name, path] of Object.entries(pages)) await take(name, path, path.includes('.example') ? isKnown : null);

const id = await store(states['things-to-do']);
site.dns.setZone(anotherDay);
site.pass(24 * 60 * 60_000);
await take('stored', `/r/${id}`, '[data-part="now-summary"]');
await take('stored-en', `/en/r/${id}`, '[data-part="now-summary"]');
await take('stored-gone', '/r/', null);
await browser.close();
await site.close();
