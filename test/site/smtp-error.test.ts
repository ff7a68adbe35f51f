import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { basicAuthPlan } from '#core/smtp-error/basic-auth.ts';
import { longestError } from '#core/smtp-error/read-error.ts';
import { smtpErrorFormEn } from '#messages/smtp-error-en.ts';
import { smtpErrorTexts } from '#messages/smtp-error-languages.ts';
import { smtpErrorFormNb, smtpErrorNb } from '#messages/smtp-error-nb.ts';
import { toolAddress } from '#site/src/routes.ts';
import { manualDnsLookup, manualLogin } from '#test/core/smtp-error/error-texts.ts';
import { barriers, visitSite } from './visiting.ts';

/** The reader of error messages in a browser: nothing leaves it. */

const { browser, open, trouble } = await visitSite({});

const field = (page: Page) => page.getByRole('textbox', { name: smtpErrorFormNb.label });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** The page, from which nothing may be asked once it is there. */
const show = async (path: string = toolAddress('error').nb, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await open(path, options);
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => trouble(`asked: ${request.url()}`));
  return page;
};

/** At once, which is how a paste comes: typing that much takes a browser minutes. */
const put = (page: Page, text: string): Promise<unknown> =>
  field(page).evaluate((element, pasted) => {
    Object.assign(element, { value: pasted });
    element.dispatchEvent(new Event('input'));
  }, text);

const { causes, unreadable, tools } = smtpErrorNb;

describe.skipIf(browser === null)('an error message', () => {
  test('the cause, what to do, the fields and who, with what decided marked', async () => {
    const page = await show();
    await field(page).fill(manualLogin);
    await heading(page, causes.wrong_login.heading).waitFor();
    await page.getByText(causes.wrong_login.action).waitFor();
    await page.getByText('«Brukernavn», «Passord»', { exact: true }).waitFor();
    await page.getByText('MAB brukte serveren smtp.office365.com, port 587.').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['535 5.7.3 Authentication unsuccessful']);
    // The log is longer than what is seen of it at once.
    const [mark, excerpt] = await Promise.all([
      page.locator('mark').boundingBox(),
      page.getByRole('region').boundingBox(),
    ]);
    expect(mark?.y).toBeGreaterThan(excerpt?.y ?? Number.POSITIVE_INFINITY);
    expect(mark?.y).toBeLessThan((excerpt?.y ?? 0) + (excerpt?.height ?? 0));
    expect(await page.getByRole('region', { name: smtpErrorNb.excerptHeading }).textContent()).toContain(
      'SmtpCmdSent: AUTH LOGIN<CRLF>',
    );
    await page.getByText(smtpErrorNb.basicAuth.told(basicAuthPlan).join(' ')).waitFor();
    expect(await page.getByRole('status').textContent()).toBe(causes.wrong_login.heading);
  });

  test('the test of the settings has the server filled in', async () => {
    const page = await show();
    await field(page).fill(manualDnsLookup);
    const link = page.getByRole('link', { name: tools.smtp('smtp.firma.example') });
    expect(await link.getAttribute('href')).toBe(`${toolAddress('smtp').nb}?server=smtp.firma.example&port=587`);
    await page.getByText(smtpErrorNb.basicAuth.heading).waitFor({ state: 'detached' });
  });

  test('the check has the sender’s domain filled in', async () => {
    const page = await show();
    await field(page).fill('MAIL FROM:<post@firma.example>\n550-5.7.26 sender is unauthenticated');
    const link = page.getByRole('link', { name: tools.check('firma.example') });
    expect(await link.getAttribute('href')).toBe('/?domene=firma.example');
  });

  test('an address is what there is to check', async () => {
    const page = await show();
    await field(page).fill('550 5.1.1 User unknown');
    const link = page.getByRole('link', { name: tools.address });
    expect(await link.getAttribute('href')).toBe(toolAddress('address').nb);
    // Who was written to comes along, where no request has it.
    await field(page).fill('RCPT TO:<kari@shop.example>\n550 5.1.1 User unknown');
    await page.locator('a[href*="#"]', { hasText: tools.address }).waitFor();
    expect(await link.getAttribute('href')).toBe(`${toolAddress('address').nb}#kari%40shop.example`);
    expect(await page.getByRole('heading', { name: smtpErrorNb.othersHeading }).count()).toBe(0);
  });

  test('what was found as well', async () => {
    const page = await show();
    await field(page).fill('550 5.1.1 User unknown\n\n535 5.7.8 Error: authentication failed');
    await heading(page, causes.wrong_login.heading).waitFor();
    await page.getByRole('heading', { name: smtpErrorNb.othersHeading }).waitFor();
    const { heading: other, fact } = causes.recipient_unknown;
    expect(await page.locator('[data-part="other-list"] li').allTextContents()).toEqual([`${other}. ${fact}`]);
  });

  test('as it is typed; and cleared, nothing is left', async () => {
    const page = await show();
    await field(page).pressSequentially('450 Greylisted');
    await heading(page, causes.greylisted.heading).waitFor();
    await page.getByRole('button', { name: smtpErrorFormNb.clear }).click();
    await heading(page, causes.greylisted.heading).waitFor({ state: 'detached' });
    expect(await field(page).inputValue()).toBe('');
    await page.locator(':focus').and(field(page)).waitFor();
  });

  test('what strangers wrote is text, and a password is not shown again', async () => {
    const page = await show();
    await field(page).fill('PASS hemmelig\n550 5.1.1 <img src=x onerror=alert(1)>\u202e User unknown');
    await page.locator('mark').getByText('<img src=x onerror=alert(1)>[U+202E] User unknown').waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.getByRole('region').textContent()).toBe(
      'PASS (skjult)\n550 5.1.1 <img src=x onerror=alert(1)>[U+202E] User unknown',
    );
  });

  test.each([
    ['no cause', 'Hei, hvordan går det?', unreadable.not_understood],
    ['more than is read', 'x'.repeat(longestError + 1), unreadable.too_long],
  ])('%s: said', async (_reason, text, { heading: said, action }) => {
    const page = await show();
    await put(page, text);
    await heading(page, said).waitFor();
    await page.getByText(action).waitFor();
  });

  test('a mebibyte of anything does not hold the page up', async () => {
    const page = await show();
    await put(page, '550 5.7.1 x\n'.repeat(longestError / 12).slice(0, longestError));
    await heading(page, causes.policy_refused.heading).waitFor();
    expect((await page.getByRole('region').textContent())?.length).toBeLessThan(3_000);
  });

  test('in English', async () => {
    const page = await show(toolAddress('error').en);
    await page.getByRole('textbox', { name: smtpErrorFormEn.label }).fill(manualLogin);
    await heading(page, smtpErrorTexts.en.causes.wrong_login.heading).waitFor();
  });
});

describe.skipIf(browser === null)('WCAG 2.2 AA, light and dark', () => {
  test.each([
    ['nothing pasted', ''],
    ['a login', `${manualLogin}\n550 5.1.1 User unknown`],
    ['a name', manualDnsLookup],
    ['no cause', 'Hei'],
  ])('%s', { timeout: 60_000 }, async (_reason, text) => {
    const page = await open(toolAddress('error').nb, { viewport: { width: 360, height: 800 } });
    await field(page).fill(text);
    if (text !== '') await page.locator('[data-part="error-answer"] h2').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
