import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import type { Zone } from '#test/zone.ts';
import { type ServedSite, type ServingOptions, serveSite } from './serving.ts';

export interface Visit {
  /** Null where no browser runs: the tests are to be skipped. */
  readonly browser: Awaited<ReturnType<typeof launchBrowser>>;
  /** Only within a test. */
  readonly site: () => ServedSite;
  /** A new window, with a clipboard of its own. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What no page may do: complain, or ask anybody else. A test that meets some fails. */
  readonly trouble: (what: string) => void;
  /** The browser itself notes an answer that is none. */
  readonly forgiveFailedLoads: () => void;
}

/**
 * Serves the site over the zone, for all tests of a file, and visits it with a browser. Where answers are held back, or
 * the clock stands still, each test has a server of its own: what is released is held no more, and time does not go back.
 */
export const visitSite = async (zone: Zone, options: ServingOptions = {}): Promise<Visit> => {
  const browser = await launchBrowser();
  const isShared = options.held === undefined && options.begin === undefined;
  const [before, after] = isShared ? [beforeAll, afterAll] : [beforeEach, afterEach];
  let site: ServedSite;
  before(async () => {
    site = await serveSite(zone, options);
  });
  after(() => site.close());
  afterAll(() => browser?.close());

  let troubles: string[] = [];
  afterEach(async () => {
    const met = troubles;
    troubles = [];
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    expect(met).toEqual([]);
  });

  return {
    browser,
    site: () => site,
    open: async (path, options = {}) => {
      if (browser === null) throw new Error('No browser');
      const context = await browser.newContext({ baseURL: site.origin, ...options });
      await context.grantPermissions(['clipboard-write']);
      const page = await context.newPage();
      page.on('console', (message) => troubles.push(message.text()));
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== site.origin) troubles.push(request.url());
      });
      await page.goto(path);
      return page;
    },
    trouble: (what) => troubles.push(what),
    forgiveFailedLoads: () => {
      troubles = troubles.filter((trouble) => !trouble.startsWith('Failed to load resource'));
    },
  };
};

/** What was copied. The page itself may not read it, so it is pasted elsewhere. */
export const copied = async (page: Page): Promise<string> => {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent('<textarea></textarea>');
  const place = elsewhere.getByRole('textbox');
  await place.press('Control+V');
  const text = await place.inputValue();
  await elsewhere.close();
  return text;
};

/** What opens does so over many frames, and is not there in the first; what moves in it, no browser lists as an animation. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    let height = 0;
    let still = 0;
    const look = () => {
      const now = document.body.getBoundingClientRect().height;
      still = now === height ? still + 1 : 0;
      height = now;
      if (still < 5) requestAnimationFrame(look);
      else done();
    };
    look();
  })`);

/** What stands against WCAG 2.2 AA, in light and dark. */
export const barriers = async (page: Page): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    found.push(...violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ html }) => html)]));
  }
  return found;
};
