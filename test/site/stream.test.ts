import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import {
  counts,
  field,
  result,
  search,
  spfSection,
  stateOf,
  states,
  submit,
  tryAgain,
  verdictIsRead,
} from './check-page.ts';
import { movedOf } from './shifts.ts';
import { states as domains, zone } from './states.ts';
import { visitSite } from './visiting.ts';

/** A result that comes bit by bit: what is known is shown, and what is shown stays where it is. */

const { browser, site, open, forgiveFailedLoads } = await visitSite(zone, {
  // SPF of every domain waits for it, and nothing else does.
  held: ['TXT _spf.mab.no'],
});

/** The connection over which the server of this process was last asked for a check. */
let connection: Socket | undefined;
subscribe('http.server.request.start', (message) => {
  const { request } = message as { readonly request: IncomingMessage };
  if (request.url?.startsWith('/api/check?')) connection = request.socket;
});

const { ok, warning, error } = nb.severities;
const { waiting, lead } = pageTexts.nb;
const domain = domains['things-to-do'];
const heading = nb.checking(domain);
const verdict = nb.verdict.must(domain, counts({ must: 1, should: 2 }));

/** All is known but SPF. */
const openWithoutSpf = async (): Promise<Page> => {
  const page = await open(`/?domene=${domain}`);
  for (const [section, state] of [
    ['DKIM', warning],
    ['DMARC', warning],
    ['MX', ok],
  ] as const)
    await stateOf(page, section)
      .and(page.getByText(state, { exact: true }))
      .waitFor();
  return page;
};

describe.skipIf(browser === null)('bit by bit', () => {
  test('what is known is shown while the rest is waited for, then the verdict', async () => {
    const page = await openWithoutSpf();
    expect(await states(page)).toEqual([waiting, warning, warning, ok]);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([heading]);
    await page
      .getByRole('status')
      .and(page.getByText(heading, { exact: true }))
      .waitFor();
    site().dns.release();
    await verdictIsRead(page, verdict);
    expect(await states(page)).toEqual([error, warning, warning, ok]);
    expect(await page.getByRole('status').filter({ hasText: heading }).count()).toBe(0);
  });

  test('the connection breaks: nothing of it is left, and it can be tried again', async () => {
    const page = await openWithoutSpf();
    const { fact, action } = nb.requestFailures.NETWORK;
    connection?.destroy();
    await verdictIsRead(page, { heading: fact, below: action ?? '' });
    const shown = await result(page, fact).innerText();
    expect(shown.split(/\n+/)).toEqual([fact, action, pageTexts.nb.tryAgain]);
    forgiveFailedLoads();
    await tryAgain(page).click();
    await stateOf(page, 'DKIM')
      .and(page.getByText(warning, { exact: true }))
      .waitFor();
    site().dns.release();
    await verdictIsRead(page, verdict);
  });

  test('another domain is asked for meanwhile: nothing of the first comes into it', async () => {
    const page = await openWithoutSpf();
    const other = domains['nothing-to-do'];
    await submit(page, other);
    await stateOf(page, 'DKIM')
      .and(page.getByText(ok, { exact: true }))
      .waitFor();
    expect((await states(page))[0]).toBe(waiting);
    site().dns.release();
    await verdictIsRead(page, nb.verdict.safe(other, counts()));
    expect(await states(page)).toEqual([ok, ok, ok, ok]);
  });

  test('back to the start meanwhile: the start stays', async () => {
    const page = await open('/');
    await submit(page, domain);
    await stateOf(page, 'DKIM')
      .and(page.getByText(warning, { exact: true }))
      .waitFor();
    const givenUp = page.waitForEvent('requestfailed');
    await page.goBack();
    await givenUp;
    site().dns.release();
    await page.getByText(lead, { exact: true }).waitFor();
    expect([search(page), await field(page).inputValue(), await result(page, heading).count()]).toEqual(['', '', 0]);
  });
});

describe.skipIf(browser === null).each([
  ['wide', { width: 1280, height: 720 }],
  ['narrow', { width: 360, height: 740 }],
])('nothing moves while it comes: %s', (_size, viewport) => {
  test.each(Object.entries(domains))('%s', async (_state, domain) => {
    const page = await open(`/?domene=${domain}`, { viewport });
    await page.getByRole('heading', { level: 2, name: nb.checking(domain), exact: true }).waitFor();
    const tops = () =>
      Promise.all(
        ['verdict', 'strip'].map(async (part) => (await page.locator(`[data-part="${part}"]`).boundingBox())?.y),
      );
    const before = await tops();
    site().dns.release();
    await page.locator('[data-part="verdict"][data-state="known"]').waitFor();
    // What is fetched late, where SPF leads, moves nothing either.
    if ((await spfSection(page).count()) > 0) await spfSection(page).waitFor();
    await page.waitForLoadState('networkidle');
    if (domain !== domains['not-found']) expect(await tops()).toEqual(before);
    expect(await movedOf(page)).toBeLessThan(0.02);
  });
});
