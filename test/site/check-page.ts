import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type CheckSection, checkSections } from '#core/check-part.ts';
import type { TaskCounts } from '#core/tasks.ts';
import type { Verdict } from '#messages/messages.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';

/** The page of the check in Norwegian, as a visitor finds the way in it: by role and name. */

const words = pageTexts.nb;

export const field = (page: Page): Locator => page.getByRole('textbox', { name: words.domainLabel, exact: true });
export const submit = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await field(page).press('Enter');
};
export const search = (page: Page): string => new URL(page.url()).search;

/** With nothing in it but what is counted. */
export const counts = (counted: Partial<TaskCounts> = {}): TaskCounts => ({
  must: 0,
  should: 0,
  unknown: 0,
  ...counted,
});

/** The whole result is named by its verdict. */
export const result = (page: Page, heading: string): Locator =>
  page.getByRole('region', { name: heading, exact: true });
export const verdictSays = async (page: Page, { heading, below }: Verdict): Promise<void> => {
  await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
  await result(page, heading).locator('[data-part="below"]', { hasText: below }).waitFor();
};
/** The verdict is shown, and is what is read next. */
export const verdictIsRead = async (page: Page, verdict: Verdict): Promise<void> => {
  await page
    .locator(':focus')
    .and(page.getByRole('heading', { level: 2, name: verdict.heading, exact: true }))
    .waitFor();
  await verdictSays(page, verdict);
};
export const tryAgain = (page: Page): Locator =>
  page.getByRole('button', { name: words.tryAgain, exact: true }).filter({ visible: true });

/** What the field is described by, and nothing else: the problem, then the hint. */
export const problemSays = async (page: Page, problem: string): Promise<void> => {
  await page
    .getByRole('textbox', { name: words.domainLabel, description: `${problem} ${words.domainHint}`, exact: true })
    .waitFor();
  await page.getByText(problem, { exact: true }).waitFor();
  expect(await field(page).getAttribute('aria-invalid')).toBe('true');
};

/** How a part of the check stands, in the verdict's card. */
export const stateOf = (page: Page, section: CheckSection): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: nb.sections[section], exact: true }) })
    .locator('[data-part="state"]');
export const states = (page: Page): Promise<readonly (string | null)[]> =>
  Promise.all(checkSections.map((section) => stateOf(page, section).textContent()));

/** The step of the SPF record. */
export const spfCard = (page: Page): Locator =>
  page.getByRole('listitem').filter({
    has: page.getByRole('heading', {
      level: 3,
      name: new RegExp(`^(${Object.values(nb.tasks.titles.spf).join('|')})$`),
    }),
  });
/** All that was found of SPF; the owner's choices too where SPF is no step. */
export const spfSection = (page: Page): Locator => page.locator('details#spf');

/** The SPF record to publish. */
export const value = (root: Locator): Locator => root.locator('code[data-part="value"]');
/** @param root where the SPF record is shown. */
export const valueBecomes = (root: Locator, text: string): Promise<void> =>
  value(root)
    .and(root.page().getByText(text, { exact: true }))
    .waitFor();
/** Opens what the owner can tick and type. */
export const addHeading = (page: Page): Locator => page.locator('summary').filter({ hasText: nb.repair.addHeading });
