import { globSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#messages/languages.ts';
import {
  articleAddress,
  checkAddress,
  domainParameters,
  findingAddress,
  findingsAddress,
  helpAddress,
} from '#site/src/routes.ts';
import { barriersInAnyLook } from './barriers.ts';
import { dist } from './building.ts';
import { isShown, openSections } from './result.ts';
import { faults, states, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/** Nothing stands against WCAG 2.2 AA on any page: in both languages, light and dark, narrow and wide. */

const { browser, open, forgiveFailedLoads } = await visitSite(zone, { faults });

const still = { reducedMotion: 'reduce' } as const;
const inBoth = (pathOf: (language: Language) => string): readonly string[] => languages.map(pathOf);
const checkOf = (text: string) =>
  inBoth((language) => `${checkAddress[language]}?${domainParameters[language]}=${text}`);

describe.skipIf(browser === null)('the check, with everything open', () => {
  test.each([
    ...inBoth((language) => checkAddress[language]),
    ...checkOf('shop'),
    ...Object.values(states).flatMap(checkOf),
  ])('%s', { timeout: 60_000 }, async (path) => {
    const page = await open(path, still);
    if (path.includes('.example')) {
      await isShown(page);
      await openSections(page);
    }
    expect(await barriersInAnyLook(page)).toEqual([]);
  });
});

/** One of each kind. */
const sample = [
  helpAddress,
  articleAddress('spf'),
  articleAddress('setup'),
  findingsAddress,
  findingAddress('SPF_SEVERAL_RECORDS'),
].flatMap((address) => inBoth((language) => address[language]));

const built = (): readonly string[] =>
  globSync('{hjelp,en/help}/**/index.html', { cwd: dist }).map((file) => `/${file.replace(/index\.html$/, '')}`);

/** There are hundreds, so they take turns in one window: all of them where CI is set. */
const helpPages = (): readonly string[] => (process.env.CI ? built() : sample);

describe.skipIf(browser === null)('the help', () => {
  const barriersOn = async (page: Page, path: string): Promise<readonly unknown[]> => {
    await page.goto(path);
    return (await barriersInAnyLook(page)).map((barrier) => [path, barrier]);
  };

  test.each(languages)('%s', { timeout: 900_000 }, async (language) => {
    const paths = helpPages().filter((path) => path.startsWith(helpAddress[language]));
    expect(paths.length).toBeGreaterThanOrEqual(sample.length / 2);
    const page = await open('/', still);
    const found: unknown[] = [];
    for (const path of paths) found.push(...(await barriersOn(page, path)));
    expect(found).toEqual([]);
  });

  test('a page that is not there', { timeout: 60_000 }, async () => {
    const page = await open('/nothing', still);
    forgiveFailedLoads();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });
});
