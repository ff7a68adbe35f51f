import type { Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { en } from '#messages/en.ts';
import { nb } from '#messages/nb.ts';
import { pageTexts } from '#messages/page-languages.ts';
import { seenEn, seenLabelsEn } from '#messages/seen-en.ts';
import { seenTryEn } from '#messages/seen-try-en.ts';
import { severityColours } from '#site/src/severity-colours.ts';
import type { Zone } from '#test/zone.ts';
import { counts, field, search, states, tryAgain, value, valueBecomes, verdictIsRead } from './check-page.ts';
import { tabTo, unfold } from './keys.ts';
import { copied, visitSite } from './visiting.ts';

/** The whole way of each of those who use the page: the owner, the one who runs the domain, MAB's support. */

const zone: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:198.51.100.0/26 -all' }],
  'servers.mcsv.net': [{ TXT: 'v=spf1 ip4:203.0.113.64/26 -all' }],
  'mx1.one.com': [{ A: '198.51.100.1' }],

  'shop.example': [{ TXT: 'v=spf1 include:_custspf.one.com ~all' }, { MX: [10, 'mx1.one.com'] }],

  'firm.example': [{ TXT: 'v=spf1 include:gone.example include:_custspf.one.com ~all' }, { MX: [10, 'mx1.one.com'] }],

  // blåbær.example
  'xn--blbr-roah.example': [{ TXT: 'v=spf1 include:spf.group.example include:_custspf.one.com ~all' }],
  'spf.group.example': [{ TXT: 'v=spf1 include:_spf.mab.no -all' }],

  'mute.example': [{ FAIL: 'servfail' }],
  '*.mute.example': [{ FAIL: 'servfail' }],
};

/** Milliseconds that the clock of the service is ahead. It keeps what DNS said for an hour at most. */
let ahead = 0;
const now = Date.now;
vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);

const { browser, site, open } = await visitSite(zone);

const steps = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });

interface Fields {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** What the copy buttons of a step give, by the keys alone. */
const copyFields = async (page: Page, step: Locator): Promise<Fields> => {
  const { copy, copied: done } = pageTexts.nb;
  const next = async (field: keyof Fields): Promise<string> => {
    await tabTo(page, step.getByRole('button', { name: `${copy} ${nb.publish[field]}`, exact: true }));
    await page.keyboard.press('Enter');
    await step.getByRole('button', { name: `${done} ${nb.publish[field]}`, exact: true }).waitFor();
    return copied(page);
  };
  return { name: await next('name'), type: await next('type'), value: await next('value') };
};

test.skipIf(browser === null)(
  'an owner, by the keys alone: wrong, copied, published, right',
  { timeout: 60_000 },
  async () => {
    const page = await open('/');
    await tabTo(page, field(page));
    await page.keyboard.type('Post@shop.example');
    await page.keyboard.press('Enter');
    await verdictIsRead(page, nb.verdict.must('shop.example', counts({ must: 1, should: 2 })));

    const published: Fields[] = [];
    for (const step of await steps(page).all()) published.push(await copyFields(page, step));
    expect(published).toEqual([
      { name: 'shop.example', type: 'TXT', value: 'v=spf1 include:_spf.mab.no include:_custspf.one.com ~all' },
      { name: 'mab._domainkey.shop.example', type: 'CNAME', value: 'mab._domainkey.mab.no' },
      { name: '_dmarc.shop.example', type: 'TXT', value: 'v=DMARC1; p=none; rua=mailto:post@shop.example' },
    ]);

    const records = published.map(({ name, type, value }) => [
      name,
      [type === 'CNAME' ? { CNAME: value } : { TXT: value }, ...(zone[name] ?? []).filter((old) => !('TXT' in old))],
    ]);
    site().dns.setZone({ ...zone, ...Object.fromEntries(records) });
    ahead = 3_600_000;
    await tabTo(page, field(page), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await verdictIsRead(page, nb.verdict.safe('shop.example', counts()));
    expect(await page.locator('[data-part="verdict"]').getAttribute('data-color')).toBe(severityColours.ok);
    const { ok, notice } = nb.severities;
    // The record for DMARC only watches as yet.
    expect(await states(page)).toEqual([ok, ok, notice, ok]);
    expect(await steps(page).count()).toBe(0);
    site().dns.setZone(zone);
  },
);

test.skipIf(browser === null)(
  'the one who runs the domain: what changes, why it is right, all of it in a mail',
  async () => {
    const page = await open('/en/?domain=firm.example');
    await verdictIsRead(page, en.verdict.must('firm.example', counts({ must: 1, should: 2 })));
    const step = steps(page).first();
    expect(await step.getByRole('insertion').allTextContents()).toEqual(['include:_spf.mab.no']);
    expect(await step.getByRole('deletion').allTextContents()).toEqual(['include:gone.example']);

    const { proof } = en.repair;
    await unfold(step.locator('summary').filter({ hasText: en.repair.proofHeading }));
    const proven = await step.locator('[data-part="proof-list"]').getByRole('listitem').allInnerTexts();
    expect(proven).toEqual([
      proof.senderPasses,
      proof.nothingLost,
      proof.nothingGained,
      proof.strangers('softfail', 'softfail'),
      proof.numbers({ lookups: 2, voids: 0, octets: 56 }),
      proof.isFinal,
    ]);

    await unfold(step.locator('summary').filter({ hasText: en.repair.addHeading }));
    await step.getByRole('checkbox', { name: 'Mailchimp', exact: true }).check();
    const wanted = 'v=spf1 include:_spf.mab.no include:_custspf.one.com include:servers.mcsv.net ~all';
    await valueBecomes(step, wanted);

    const handOver = page.getByRole('region', { name: pageTexts.en.handOver.heading, exact: true });
    const { copy, handOver: words } = pageTexts.en;
    await handOver.getByRole('button', { name: `${copy} ${words.what}`, exact: true }).click();
    const text = await copied(page);
    const { name, type, value: label } = en.publish;
    for (const [at, kind, record] of [
      ['firm.example', 'TXT', wanted],
      ['mab._domainkey.firm.example', 'CNAME', 'mab._domainkey.mab.no'],
      ['_dmarc.firm.example', 'TXT', 'v=DMARC1; p=none; rua=mailto:post@firm.example'],
    ])
      expect(text).toContain(`${name}: ${at}\n${type}: ${kind}\n${label}:\n${record}\n`);
    expect(await value(page.locator('main')).count()).toBe(3);
    expect(text).toContain(`\n\n${en.handOver.after(page.url())}`);
    // It is read far from the page.
    expect(text).not.toMatch(/\b(above|below|beside|this page|these fields|this one|button|explanation)\b/i);

    await unfold(handOver.locator('summary').filter({ hasText: words.show }));
    expect(await handOver.locator('code').textContent()).toBe(text);
    const mail = await handOver.getByRole('link', { name: words.mail, exact: true }).getAttribute('href');
    // RFC 6068: no plus sign is a space.
    const parts = mail?.split(/[?&=]/).map(decodeURIComponent);
    const subject = en.handOver.subject('firm.example');
    expect(parts).toEqual(['mailto:', 'subject', subject, 'body', text.replaceAll('\n', '\r\n')]);
  },
);

test.skipIf(browser === null)(
  'support: a link with æ and å, in the other language, and where the SPF record leads',
  async () => {
    const known = 'blåbær.example (xn--blbr-roah.example)';
    const page = await open('/?domene=blåbær.example');
    await verdictIsRead(page, nb.verdict.should(known, counts({ should: 2 })));
    await page.getByRole('link', { name: pageTexts.nb.otherLanguage, exact: true }).click();
    await verdictIsRead(page, en.verdict.should(known, counts({ should: 2 })));
    expect(decodeURIComponent(search(page))).toBe('?domain=blåbær.example');
    const { domainLabel } = pageTexts.en;
    expect(await page.getByRole('textbox', { name: domainLabel, exact: true }).inputValue()).toBe('blåbær.example');

    const section = page.locator('details#spf');
    await unfold(section.locator('summary').first());
    const first = page.getByRole('treeitem').first();
    await first.waitFor();
    await tabTo(page, first);
    const { node, marks } = seenEn;
    const record = { service: null, state: 'record' } as const;
    for (const [key, told, heading] of [
      ['Home', `${node({ ...record, name: 'blåbær.example', lookups: 3 })}`, 'blåbær.example'],
      [
        'ArrowRight',
        `${node({ ...record, name: 'spf.group.example', lookups: 2 })} ${marks.way}.`,
        'spf.group.example',
      ],
      ['ArrowDown', `${node({ ...record, name: '_spf.mab.no', lookups: 1 })} ${marks.own}.`, '_spf.mab.no'],
      [
        'End',
        node({ ...record, service: 'one.com', name: '_custspf.one.com', lookups: 1 }),
        'one.com (_custspf.one.com)',
      ],
      ['ArrowLeft', `${node({ ...record, name: 'blåbær.example', lookups: 3 })}`, 'blåbær.example'],
    ] as const) {
      await page.keyboard.press(key);
      await page
        .locator(':focus')
        .and(page.getByRole('treeitem', { name: told, exact: true, selected: true }))
        .waitFor();
      await section.getByRole('heading', { level: 5, name: heading, exact: true }).waitFor();
    }

    const ip = section.getByRole('textbox', { name: seenLabelsEn.ip, exact: true });
    const path = ['xn--blbr-roah.example'];
    const asked = { ip: '203.0.113.9', domain: 'xn--blbr-roah.example' };
    await ip.fill(asked.ip);
    await ip.press('Enter');
    const refused = seenTryEn.results.softfail({ ...asked, matched: { domain: asked.domain, term: '~all', path } });
    await section.getByRole('status').filter({ hasText: refused }).waitFor();
  },
);

test.skipIf(browser === null)(
  'DNS does not answer: nothing to publish, and asked again from either place',
  async () => {
    const page = await open('/?domene=mute.example');
    const { verdict } = nb;
    await verdictIsRead(page, verdict.unknown('mute.example', counts()));
    const list = page.getByRole('region', { name: pageTexts.nb.uncheckedHeading, exact: true });
    expect(await list.getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await steps(page).count()).toBe(0);
    expect(await value(page.locator('main')).count()).toBe(0);
    expect(await page.getByRole('button', { name: pageTexts.nb.copy }).count()).toBe(0);
    expect(await page.getByRole('link', { name: pageTexts.nb.handOver.mail }).count()).toBe(0);

    expect(await tryAgain(page).count()).toBe(2);
    await tryAgain(page).first().click();
    await verdictIsRead(page, verdict.unknown('mute.example', counts()));
    site().dns.setZone({ ...zone, 'mute.example': [{ TXT: 'v=spf1 include:_spf.mab.no ~all' }], '*.mute.example': [] });
    await list.getByRole('button', { name: pageTexts.nb.tryAgain, exact: true }).click();
    await verdictIsRead(page, verdict.should('mute.example', counts({ should: 2 })));
    site().dns.setZone(zone);
  },
);
