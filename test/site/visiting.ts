import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import type { DnsServerOptions } from '#test/dns-server.ts';
import type { Zone } from '#test/zone.ts';
import { type ServedSite, serveSite } from './serving.ts';

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

/** Serves the site over the zone, for all tests of a file, and visits it with a browser. */
export const visitSite = async (zone: Zone, options: DnsServerOptions = {}): Promise<Visit> => {
  const browser = await launchBrowser();
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite(zone, options);
  });
  afterAll(async () => {
    await browser?.close();
    await site.close();
  });

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
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
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

/** What stands against WCAG 2.2 AA, in light and dark. */
export const barriers = async (page: Page): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    found.push(...violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ html }) => html)]));
  }
  return found;
};
