import type { Page } from 'playwright-core';

/** What a result has in every language. */

/** All of it is shown, whatever the verdict: at the end the focus goes to where it begins; and what the name servers say. */
export const isShown = async (page: Page): Promise<void> => {
  await page.locator('[data-part="verdict"]:not([data-state="waiting"]) h2:focus').waitFor();
  await page.locator('[data-part="watch"]:is([hidden], :not(:empty))').waitFor({ state: 'attached' });
};

/** Opens whatever can be opened, and waits for what is fetched then. */
export const openSections = async (page: Page): Promise<void> => {
  const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
  await page.waitForLoadState('networkidle');
};
