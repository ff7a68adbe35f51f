import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SmtpPort } from '#core/smtp/settings.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { smtpFormEn } from '#messages/smtp-page-en.ts';
import { smtpFormNb, smtpPageNb } from '#messages/smtp-page-nb.ts';
import { toolAddress } from '#site/src/routes.ts';
import { createAuthority, createCertificate } from '#test/smtp/certificates.ts';
import { startRaw, startSmtp } from '#test/smtp/servers.ts';
import { loopback } from '#test/smtp/testing.ts';
import type { Zone } from '#test/zone.ts';
import { barriersInAnyLook } from './barriers.ts';
import { copied, visitSite } from './visiting.ts';

/** The page where SMTP settings are tried, in a browser, with real servers. */

/** A name for each test: what was found of one is good for some seconds. */
const names = ['tls', 'other', 'open', 'shared', 'odd', 'access', 'again'].map((name) => `${name}.example`);
const zone: Zone = Object.fromEntries(names.map((name) => [name, [{ A: '127.0.0.1' }]]));
const root = createAuthority('Test Root');
const good = createCertificate(names, { authority: root });

/** Where the servers of a test are. */
const ports: Partial<Record<SmtpPort, number>> = {};
const { browser, open, trouble, forgiveFailedLoads } = await visitSite(zone, {
  smtp: { allowed: loopback, portAt: (port) => ports[port] ?? 1, ca: [root.pem] },
});

const path = toolAddress('smtp').nb;
const still = { reducedMotion: 'reduce' } as const;
const field = (page: Page) => page.getByRole('textbox', { name: smtpFormNb.server });
const button = (page: Page) => page.getByRole('button', { name: smtpFormNb.attempt });
const attempt = async (page: Page, server: string, security: string): Promise<void> => {
  await field(page).fill(server);
  await page.getByRole('radio', { name: security, exact: true }).check();
  await button(page).click();
};
const verdict = (page: Page) => page.locator('[data-part="smtp-verdict"]');
const advice = (page: Page) => page.getByRole('region', { name: smtpFormNb.adviceHeading });
const steps = (page: Page) => page.locator('[data-part="smtp-ports"]').locator('h3, [data-part="text"]');

describe.skipIf(browser === null)('settings', () => {
  test('what works: step by step, and what to set, to be copied', async () => {
    ports[587] = await startSmtp({ ...good, authMethods: ['PLAIN', 'LOGIN'] });
    const page = await open(path);
    await attempt(page, 'tls.example:587', 'TLS');
    await verdict(page).getByText(smtpPageNb.verdicts.ok).waitFor();
    expect(await steps(page).allTextContents()).toEqual([
      'Port 587',
      smtpPageNb.steps.name.found('tls.example', '127.0.0.1'),
      smtpPageNb.steps.connection.open,
      'Serveren snakker SMTP: «mx.example ESMTP ready».',
      'Krypteringen virker (STARTTLS, TLSv1.3).',
      expect.stringMatching(/^Sertifikatet er gyldig til \d+\. \S+ \d{4}, i 60 dager til\.$/),
      'Serveren tar imot innlogging: PLAIN og LOGIN.',
    ]);
    expect(await advice(page).locator('dd').allTextContents()).toEqual([
      'MAB SMTP program',
      expect.stringContaining('tls.example:587'),
      'TLS',
      smtpPageNb.logins.needed,
    ]);
    await advice(page).getByRole('button').click();
    await advice(page).getByText(pageTexts.nb.copied).first().waitFor();
    expect(await copied(page)).toBe('tls.example:587');
  });

  test('`<ingen>` where the server encrypts: told, and TLS is advised', async () => {
    ports[465] = await startSmtp({ ...good, secure: true, authMethods: ['PLAIN'] });
    const page = await open(path);
    await attempt(page, 'other.example:465', '<ingen>');
    await verdict(page).getByText(smtpPageNb.verdicts.error).waitFor();
    expect(await advice(page).locator('dd code').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^other\.example:/), 'TLS']),
    );
  });

  test('what a server says is text', async () => {
    ports[25] = await startRaw((socket) => socket.end('HTTP/1.1 400 <img src=x onerror=alert(1)>\r\n'));
    const page = await open(path);
    await attempt(page, 'odd.example:25', '<ingen>');
    await verdict(page).getByText(smtpPageNb.verdicts.error).waitFor();
    await page.locator('[data-part="smtp-ports"]').getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test('a name that is not there', async () => {
    const page = await open(path);
    await attempt(page, 'none.example', smtpFormNb.securityUnknown);
    await verdict(page).getByText(smtpPageNb.verdicts.error).waitFor();
    expect(await steps(page).allTextContents()).toEqual([smtpPageNb.steps.name.missing('none.example', '')]);
    expect(await advice(page).count()).toBe(0);
  });

  test('an address of one’s own network is not contacted', async () => {
    const page = await open(path);
    await attempt(page, '10.0.0.1:25', '<ingen>');
    await verdict(page).getByText(smtpPageNb.verdicts.unknown).waitFor();
    expect(await steps(page).allTextContents()).toEqual([smtpPageNb.steps.name.not_public('10.0.0.1', '')]);
  });

  test.each([
    ['nothing', '', 'EMPTY'],
    ['an e-mail address', 'post@shop.example', 'MAIL_ADDRESS'],
    ['a port that fetches', 'mail.example:993', 'PORT_FETCHES'],
    ['another port', 'mail.example:80', 'PORT_NOT_ALLOWED'],
    ['an address in disguise', '2130706433', 'BAD_HOST'],
  ] as const)('%s: said at the field, and nothing is asked', async (_why, server, problem) => {
    const page = await open(path);
    await page.route('/api/smtp*', (route) => trouble(route.request().url()));
    await attempt(page, server, 'TLS');
    const invalid = page.getByRole('textbox', { name: smtpFormNb.server, description: smtpPageNb.problems[problem] });
    await page.locator(':focus').and(invalid).waitFor();
    await field(page).press('a');
    expect(await field(page).getAttribute('aria-invalid')).toBe('false');
  });

  test.each([
    ['server and port', '?server=a.example&port=587', 'a.example:587', smtpFormNb.securityUnknown],
    ['the port twice', '?server=a.example:587&port=587&sikkerhet=TLS', 'a.example:587', 'TLS'],
    ['the other language', '?server=a.example&security=none', 'a.example', '<ingen>'],
    ['nonsense', '?server=%3Cb%3E&sikkerhet=x', '<b>', smtpFormNb.securityUnknown],
  ])('the address of the page fills the form, and nobody is asked: %s', async (_why, search, server, security) => {
    const page = await open(path);
    await page.route('/api/smtp*', (route) => trouble(route.request().url()));
    await page.goto(`${path}${search}`);
    expect(await field(page).inputValue()).toBe(server);
    expect(await page.getByRole('radio', { name: security, exact: true }).isChecked()).toBe(true);
  });

  test('what was tried is in the address, and goes along to the other language', async () => {
    const page = await open(path);
    await attempt(page, 'gone.example:587', 'TLS');
    await verdict(page).waitFor();
    expect(new URL(page.url()).search).toBe('?server=gone.example%3A587&sikkerhet=tls');
    await page.getByRole('link', { name: pageTexts.nb.otherLanguage }).click();
    await page.waitForURL(`**${toolAddress('smtp').en}?**`);
    expect(await page.getByRole('textbox', { name: smtpFormEn.server }).inputValue()).toBe('gone.example:587');
    expect(await page.getByRole('radio', { name: 'TLS', exact: true }).isChecked()).toBe(true);
  });

  test.each([
    ['no connection', undefined, smtpPageNb.requestFailures.NETWORK],
    ['too many tests', { status: 503 }, smtpPageNb.requestFailures.RATE_LIMITED],
    [
      'an answer that the page has no words for',
      { status: 200, json: { findings: [] } },
      smtpPageNb.requestFailures.INTERNAL,
    ],
  ])('%s: said, and tried again', async (_why, response, { fact }) => {
    const page = await open(path);
    await page.route('/api/smtp*', (route) => (response === undefined ? route.abort() : route.fulfill(response)));
    await attempt(page, 'lost.example', 'TLS');
    await page.getByRole('status').getByText(fact).waitFor();
    forgiveFailedLoads();
    await page.unroute('/api/smtp*');
    await button(page).click();
    await verdict(page).waitFor();
  });
});

describe.skipIf(browser === null)('WCAG 2.2 AA, narrow and wide, light and dark', () => {
  test('what works', { timeout: 60_000 }, async () => {
    ports[587] = await startSmtp({ ...good, authMethods: ['PLAIN'] });
    const page = await open(path, still);
    await attempt(page, 'access.example:587', 'TLS');
    await verdict(page).waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });

  test('much is wrong, at several ports', { timeout: 60_000 }, async () => {
    ports[587] = await startSmtp({
      ...createCertificate(['elsewhere.example'], { until: -3 }),
      authMethods: ['PLAIN'],
    });
    const page = await open(path, still);
    await attempt(page, 'again.example', '<ingen>');
    await verdict(page).waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });

  test('nothing is typed', { timeout: 60_000 }, async () => {
    const page = await open(path, still);
    await attempt(page, '', 'TLS');
    await page.getByText(smtpPageNb.problems.EMPTY).waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });
});
