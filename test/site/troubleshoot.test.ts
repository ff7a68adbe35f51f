import { describe, expect, test } from 'vitest';
import { languages, texts } from '#messages/languages.ts';
import { type Lead, symptoms, tools } from '#messages/troubleshoot.ts';
import { troubleshootTexts } from '#messages/troubleshoot-languages.ts';
import { checkAddress, toolAddress, troubleshootAddress } from '#site/src/routes.ts';
import { barriersInAnyLook } from './barriers.ts';
import { unfold } from './keys.ts';
import { visitSite } from './visiting.ts';

/** The guide through what goes wrong, and the frames of its tools. */

const { browser, open } = await visitSite({});
const still = { reducedMotion: 'reduce' } as const;

describe.skipIf(browser === null).each(languages)('the guide, %s', (language) => {
  const guide = troubleshootTexts[language];

  test('nothing stands against it, with every question open', { timeout: 60_000 }, async () => {
    const page = await open(troubleshootAddress[language], still);
    for (const summary of await page.locator('summary').all()) await unfold(summary);
    expect(await barriersInAnyLook(page)).toEqual([]);
  });

  test.each(symptoms)('what is seen leads to what to do: %s', async (name) => {
    const { id, heading } = guide.symptoms[name];
    const page = await open(troubleshootAddress[language]);
    await page.getByRole('navigation', { name: guide.symptomsHeading }).getByRole('link', { name: heading }).click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    expect(await page.evaluate('document.activeElement.id')).toBe(id);
    expect(await page.getByRole('region', { name: heading }).getAttribute('id')).toBe(id);
  });

  test('every step that has a tool leads to it, and every tool is led to', async () => {
    const page = await open(troubleshootAddress[language]);
    const links = await page.locator('section .leads a').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    const wanted = symptoms.flatMap((name) => {
      const { steps, questions } = guide.symptoms[name];
      return [...steps, ...(questions?.list ?? [])].flatMap(({ leads }) => leads);
    });
    const addresses = {
      ...Object.fromEntries(symptoms.map((name) => [name, `#${guide.symptoms[name].id}`])),
      ...Object.fromEntries(tools.map((tool) => [tool, toolAddress(tool)[language]])),
      check: checkAddress[language],
    } as Readonly<Record<Lead, string>>;
    expect(hrefs).toEqual(wanted.map((lead) => addresses[lead]));
    expect(tools.filter((tool) => !wanted.includes(tool))).toEqual([]);
  });

  test.each(tools)('a tool stands by itself, and leads back: %s', async (tool) => {
    const page = await open(toolAddress(tool)[language]);
    const { title } = guide.tools[tool];
    expect(await page.title()).toBe(`${title} – ${texts[language].title}`);
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([title]);
    await page.locator('main').getByRole('link', { name: guide.title, exact: true }).click();
    await page.waitForURL(`**${troubleshootAddress[language]}`);
  });

  test('it is to be found from the first page', async () => {
    const page = await open(checkAddress[language]);
    await page.getByRole('navigation').getByRole('link', { name: guide.title }).click();
    await page.waitForURL(`**${troubleshootAddress[language]}`);
    const current = page.locator('header [aria-current="page"]');
    expect(await current.allTextContents()).toEqual([expect.stringContaining(guide.title)]);
  });
});
