import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CheckLine } from '#core/check-part.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import type { Zone } from '#test/zone.ts';
import { counts, result, submit, tryAgain, verdictIsRead } from './check-page.ts';
import { visitSite } from './visiting.ts';

/** What the page makes of an answer that is none, or not all of one, or of a later version of the service. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  'right.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],
  'mab._domainkey.right.example': [{ CNAME: 'mab._domainkey.mab.no' }],
  '_dmarc.right.example': [{ TXT: 'v=DMARC1; p=quarantine' }],
};

const { browser, open, forgiveFailedLoads } = await visitSite(zone);

const safe = nb.verdict.safe('right.example', counts());
const { NETWORK, RATE_LIMITED, INTERNAL } = nb.requestFailures;

/** What is sent in the place of the service's own answer; null: no answer at all. */
type Instead = (lines: readonly CheckLine[]) => { readonly status?: number; readonly body?: string } | null;

const answerInstead = async (page: Page, instead: Instead): Promise<void> => {
  await page.route('/api/**', async (route) => {
    const own = await route.fetch();
    const lines = (await own.text()).trim().split('\n');
    const answer = instead(lines.map((line): CheckLine => JSON.parse(line)));
    await (answer === null ? route.abort() : route.fulfill({ response: own, ...answer }));
  });
};

const text = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** The lines with something else in the report. */
const reporting = (lines: readonly CheckLine[], changed: object): string =>
  text(lines.map((line) => (line.kind === 'report' ? { ...line, report: { ...line.report, ...changed } } : line)));
const reported = (lines: readonly CheckLine[]) => {
  const last = lines.at(-1);
  if (last?.kind !== 'report') throw new Error('The check ended without a report');
  return last.report;
};

describe.skipIf(browser === null)('no answer: said, nothing half shown, and tried again', () => {
  test.each<[reason: string, instead: Instead, failure: typeof INTERNAL]>([
    ['no connection', () => null, NETWORK],
    ['too many questions', () => ({ status: 429, body: '{"error":{"code":"RATE_LIMITED"}}' }), RATE_LIMITED],
    ['too much to do', () => ({ status: 503, body: '{"error":{"code":"BUSY"}}' }), RATE_LIMITED],
    ['an error of the service', () => ({ status: 500, body: '' }), INTERNAL],
    ['a page in the place of an answer', () => ({ body: '<!doctype html>' }), INTERNAL],
    ['nothing at all', () => ({ body: '' }), INTERNAL],
    ['text that is no object', () => ({ body: '"right.example"\n' }), INTERNAL],
    ['cut in the middle of a line', (lines) => ({ body: text(lines).slice(0, -100) }), INTERNAL],
    ['cut between two lines', (lines) => ({ body: text(lines.slice(0, -1)) }), INTERNAL],
    [
      'the check failed on its way',
      (lines) => ({ body: text([...lines.slice(0, -1), { kind: 'error', error: { code: 'INTERNAL' } }]) }),
      INTERNAL,
    ],
    [
      'a report with a finding that the page does not know',
      (lines) => ({
        body: reporting(lines, {
          findings: [...reported(lines).findings, { code: 'SPF_NEW', severity: 'error', args: {} }],
        }),
      }),
      INTERNAL,
    ],
    [
      'a report with a verdict that the page does not know',
      (lines) => ({ body: reporting(lines, { verdict: 'catastrophe' }) }),
      INTERNAL,
    ],
    [
      'a report with a correction that the page does not know',
      (lines) => {
        const { spf } = reported(lines);
        return { body: reporting(lines, { spf: { ...spf, correction: { ...spf.correction, kind: 'new' } } }) };
      },
      INTERNAL,
    ],
  ])('%s', async (_reason, instead, { fact, action }) => {
    const page = await open('/');
    await answerInstead(page, instead);
    await submit(page, 'right.example');
    await verdictIsRead(page, { heading: fact, below: action ?? '' });
    const shown = await result(page, fact).innerText();
    expect(shown.split(/\n+/)).toEqual([fact, action, pageTexts.nb.tryAgain]);
    forgiveFailedLoads();
    await page.unroute('/api/**');
    await tryAgain(page).click();
    await verdictIsRead(page, safe);
    expect(await tryAgain(page).count()).toBe(0);
  });
});

test.skipIf(browser === null).each<[reason: string, change: (line: CheckLine) => unknown]>([
  [
    'a finding that the page does not know',
    (line) =>
      line.kind === 'part' && line.section === 'SPF'
        ? { ...line, findings: [{ code: 'SPF_NEW', severity: 'error', args: {} }] }
        : line,
  ],
  ['no findings', (line) => (line.kind === 'part' && line.section === 'SPF' ? { ...line, findings: null } : line)],
  [
    'a section that the page does not know',
    (line) => (line.kind === 'part' && line.section === 'SPF' ? { ...line, section: 'BIMI' } : line),
  ],
  [
    'a kind of line that the page does not know',
    (line) => (line.kind === 'part' && line.section === 'SPF' ? { ...line, kind: 'progress' } : line),
  ],
])('a part with %s is left out, and the report is shown', async (_reason, change) => {
  const page = await open('/');
  // Everything that is said of SPF, however briefly.
  await page.evaluate(`
    globalThis.said = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) said.push(...[...addedNodes].map(({ textContent }) => textContent));
    }).observe(document.querySelector('[data-section="SPF"]'), { childList: true, subtree: true });
  `);
  await answerInstead(page, (lines) => ({ body: text(lines.map(change)) }));
  await submit(page, 'right.example');
  await verdictIsRead(page, safe);
  expect(await page.evaluate('said')).toEqual([pageTexts.nb.waiting, nb.severities.ok]);
});
