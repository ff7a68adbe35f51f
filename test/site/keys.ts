import type { Locator, Page } from 'playwright-core';

/** The page by its keys alone. */

/** More than there are controls on any page. */
const longestWay = 300;

/**
 * Goes from control to control until the focus is on this one.
 *
 * @throws Error where it never gets there.
 */
export const tabTo = async (page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < longestWay; presses++) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error(`${key} does not lead to ${control}`);
};

/** Opens what folds under this summary: by its key, since a click may miss it where something above has just come. */
export const unfold = async (summary: Locator): Promise<void> => {
  await summary.press('Enter');
  await summary.page().locator('details[open] > summary').and(summary).waitFor();
};
