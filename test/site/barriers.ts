import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What stands against WCAG 2.2 AA, in every look of a page: quick enough for hundreds of pages. */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that another colour scheme can change. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const widths = [360, 1280];

/** The axe that `@axe-core/playwright` brings, without what that does anew for each look: most of its time. */
const fromHere = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axe = readFileSync(fromHere.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Narrow and wide, in light and dark.
 *
 * @param page without motion, so that no colour is on its way to another.
 */
export const barriersInAnyLook = async (page: Page): Promise<readonly unknown[]> => {
  await page.evaluate(axe);
  const found: unknown[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const [colorScheme, rules] of [
      ['light', tags],
      ['dark', ofColours],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await page.evaluate<unknown[]>(run(rules))).map((barrier) => [width, colorScheme, barrier]));
    }
  }
  return found;
};

const run = (rules: readonly string[]): string =>
  `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`;
