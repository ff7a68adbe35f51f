import { describe, expect, test } from 'vitest';
import { type Code, codes, severities } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { enHelpSpf } from '#messages/help/en-spf.ts';
import { spfHelpFacts } from '#messages/help/facts-spf.ts';
import type { ExampleRecord, Help } from '#messages/help/help.ts';
import { nbHelpSpf } from '#messages/help/nb-spf.ts';
import { nbRepair } from '#messages/nb-repair.ts';
import type { Zone } from '#test/zone.ts';
import { checkExample, codesOf } from './examples.ts';
import { lix, sentences, words } from './readability.ts';

type SpfCode = Extract<Code, `SPF_${string}`>;
const spfCodes = codes.filter((code): code is SpfCode => code.startsWith('SPF_'));

/** What the examples stand in: the sender, the services, and the hosts of the shop. */
const background: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  '_spf.bleken.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],

  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:192.0.2.128/28 -all' }],
  'spf.protection.outlook.com': [{ TXT: 'v=spf1 ip4:192.0.2.144/28 -all' }],
  'shop-no.mail.protection.outlook.com': [{ A: '192.0.2.145' }],
  'mailgun.org': [{ TXT: `v=spf1 ${[1, 2, 3, 4].map((n) => `include:_spf${n}.mailgun.org`).join(' ')} ~all` }],
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`_spf${n}.mailgun.org`, [{ TXT: `v=spf1 ip4:192.0.2.16${n} ~all` }]])),
  'sendgrid.net': [{ TXT: 'v=spf1 include:u.sendgrid.net ~all' }],
  'u.sendgrid.net': [{ TXT: 'v=spf1 ip4:192.0.2.176 ~all' }],

  'shop.no': [{ A: '192.0.2.11' }, { AAAA: '2001:db8::11' }, { MX: [0, 'shop-no.mail.protection.outlook.com'] }],
  'post.shop.no': [{ A: '192.0.2.10' }],
  'www.shop.no': [{ A: '192.0.2.11' }],
  'mail.shop.no': [{ A: '192.0.2.12' }],
  '*._spf.shop.no': [{ A: '127.0.0.2' }],
  'post.xn--blbr-roah.no': [{ A: '192.0.2.13' }],

  'many.example': Array.from({ length: 11 }, (_, n) => ({ MX: [n, `mx${n}.many.example`] as const })),
  '*.many.example': [{ A: '192.0.2.1' }],
  'endless.example': [
    { TXT: `v=spf1 ${Array.from({ length: 101 }, (_, n) => `a:${n}.endless.example`).join(' ')} -all` },
  ],
};

const check = (records: readonly ExampleRecord[]): Promise<Report> => checkExample(background, records);

const examples = spfCodes.flatMap((code) => {
  const { example } = spfHelpFacts[code];
  return example === null ? [] : [{ code, ...example }];
});

describe('the examples', () => {
  test('for every finding that is to be mended, and for no other', () => {
    expect(examples.map(({ code }) => code)).toEqual(
      spfCodes.filter((code) => severities[code] === 'error' || severities[code] === 'warning'),
    );
  });

  test('without a record only where the lack of one is the fault', () => {
    expect(examples.filter(({ wrong }) => wrong.length === 0).map(({ code }) => code)).toEqual(['SPF_NO_RECORD']);
  });

  test.each(examples)('$code: the wrong one gives it', async ({ code, wrong }) => {
    expect(codesOf(await check(wrong))).toContain(code);
  });

  test.each(examples)('$code: the right one leaves nothing of SPF to do, and the sender passes', async ({ right }) => {
    const report = await check(right);
    const left = codesOf(report).filter((code) => code.startsWith('SPF_') && severities[code] !== 'notice');
    expect(left).toEqual(['SPF_SENDER_AUTHORISED']);
    expect(report.spf.correction.kind).toBe('unchanged');
  });

  /** Dead hosts only go as far as the limit demands; here all of them do. */
  const beyond: readonly SpfCode[] = ['SPF_VOID_LIMIT'];
  test.each(examples.filter(({ code }) => !beyond.includes(code)))(
    '$code: the right one is what the result gives, where it gives one',
    async ({ wrong, right }) => {
      const { correction } = (await check(wrong)).spf;
      if (correction.kind !== 'corrected') return;
      expect(correction.record).toBe(right.find(({ name }) => name === 'shop.no')?.value);
    },
  );
});

describe('the steps', () => {
  const copies = (code: SpfCode): boolean =>
    nbHelpSpf[code].steps.some((step) => /^Kopier (?:den rettede )?oppføringen fra resultatet/.test(step));
  const chooses = (code: SpfCode): boolean =>
    nbHelpSpf[code].steps.some((step) => step.includes(`«${nbRepair.offersHeading}»`));

  test.each(examples)('$code: to copy the corrected record where there is one', async ({ code, wrong }) => {
    const { correction } = (await check(wrong)).spf;
    if (correction.kind === 'corrected') expect([copies(code), chooses(code)]).toEqual([true, false]);
    else expect(copies(code) && !chooses(code)).toBe(false);
  });

  test.each(examples)('$code: to choose where there is something to choose', async ({ code, wrong }) => {
    const { correction } = (await check(wrong)).spf;
    expect(chooses(code)).toBe(correction.changes.some(({ made }) => !made));
  });

  test.each(spfCodes)('%s: as many in either language, six at most; none where all is well', (code) => {
    const [nb, en] = [nbHelpSpf[code], enHelpSpf[code]];
    expect(en.steps.length).toBe(nb.steps.length);
    expect(nb.steps.length).toBeLessThanOrEqual(6);
    if (severities[code] === 'ok') expect(nb.steps).toEqual([]);
    if (severities[code] !== 'ok' && severities[code] !== 'notice') expect(nb.steps).not.toEqual([]);
  });
});

const textsOf = ({ meaning, steps }: Help): readonly string[] => [...meaning, ...steps];

describe.each([
  ['nb', nbHelpSpf],
  ['en', enHelpSpf],
])('%s', (_language, help) => {
  test.each(spfCodes)('%s: a short title, one to three paragraphs, whole sentences', (code) => {
    const { title, meaning } = help[code];
    expect(title).toMatch(/^[\p{Lu}«“].{4,59}(?<!\.)$/u);
    expect(title).not.toContain('`');
    expect([1, 2, 3]).toContain(meaning.length);
    for (const text of textsOf(help[code])) {
      expect(text).toMatch(/^[\p{Lu}«“`].*\.$/u);
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\n|\.\.$/);
      expect(text.split('`').length % 2).toBe(1);
    }
  });

  test('no two have the same title', () => {
    const titles = spfCodes.map((code) => help[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(spfCodes.filter((code) => severities[code] === 'unknown'))(
    '%s: unknown is never called missing',
    (code) => {
      expect([help[code].title, ...textsOf(help[code])].join(' ')).not.toMatch(
        /mangler|missing|finnes ikke|har ingen|does not exist|has no /i,
      );
    },
  );
});

describe('the Norwegian is easy to read', () => {
  test.each(spfCodes)('%s: no sentence of more than 25 words', (code) => {
    const all = textsOf(nbHelpSpf[code]).flatMap(sentences);
    expect(all.filter((sentence) => words(sentence).length > 25)).toEqual([]);
  });

  test('LIX of all of it at most 40', () => {
    const pages = spfCodes.map((code) => textsOf(nbHelpSpf[code]).join(' '));
    expect(lix(pages.join(' '))).toBeLessThanOrEqual(40);
  });

  test.each(spfCodes)('%s: LIX of the page at most 40', (code) => {
    expect(lix(textsOf(nbHelpSpf[code]).join(' '))).toBeLessThanOrEqual(40);
  });
});
