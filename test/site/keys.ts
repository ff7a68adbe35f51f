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
