import { describe, expect, test } from 'vitest';
import { type Code, codes, severities } from '#core/findings.ts';
import type { Report } from '#core/report.ts';
import { enHelpDkim } from '#messages/help/en-dkim.ts';
import { enHelpDmarc } from '#messages/help/en-dmarc.ts';
import { enHelpDomain, enHelpMx } from '#messages/help/en-mx.ts';
import { enHelpZone } from '#messages/help/en-zone.ts';
import { dkimHelpFacts } from '#messages/help/facts-dkim.ts';
import { dmarcHelpFacts } from '#messages/help/facts-dmarc.ts';
import { domainHelpFacts, mxHelpFacts } from '#messages/help/facts-mx.ts';
import { zoneHelpFacts } from '#messages/help/facts-zone.ts';
import type { ExampleRecord, Help, HelpFacts } from '#messages/help/help.ts';
import { helpTexts } from '#messages/help/languages.ts';
import { nbHelpDkim } from '#messages/help/nb-dkim.ts';
import { nbHelpDmarc } from '#messages/help/nb-dmarc.ts';
import { nbHelpDomain, nbHelpMx } from '#messages/help/nb-mx.ts';
import { nbHelpZone } from '#messages/help/nb-zone.ts';
import { sectionOf } from '#messages/messages.ts';
import type { Zone, ZoneRecord } from '#test/zone.ts';
import { checkExample, codesOf } from './examples.ts';
import { lix, sentences, words } from './readability.ts';

/** The help of DKIM, DMARC, MX, the name servers and the domain itself. */

type Other = Exclude<Code, `SPF_${string}`>;
const others = codes.filter((code): code is Other => sectionOf(code) !== 'SPF');

const facts: Readonly<Record<Other, HelpFacts>> = {
  ...domainHelpFacts,
  ...dkimHelpFacts,
  ...dmarcHelpFacts,
  ...mxHelpFacts,
  ...zoneHelpFacts,
};
const nb: Readonly<Record<Other, Help>> = {
  ...nbHelpDomain,
  ...nbHelpDkim,
  ...nbHelpDmarc,
  ...nbHelpMx,
  ...nbHelpZone,
};
const en: Readonly<Record<Other, Help>> = {
  ...enHelpDomain,
  ...enHelpDkim,
  ...enHelpDmarc,
  ...enHelpMx,
  ...enHelpZone,
};

// --- the examples, held against the checks

const around: Zone = {
  '_spf.mab.no': [{ TXT: 'v=spf1 ip4:192.0.2.64/27 ip6:2001:db8:64::/64 -all' }],
  'mab._domainkey.mab.no': [{ TXT: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' }],
  '_custspf.one.com': [{ TXT: 'v=spf1 ip4:192.0.2.128/27 -all' }],
  'mail.shop.no': [{ A: '192.0.2.25' }],
  'shop-no.mail.protection.outlook.com': [{ A: '192.0.2.26' }],
};

const check = (records: readonly ExampleRecord[], apex: readonly ZoneRecord[]): Promise<Report> =>
  checkExample({ ...around, 'shop.no': apex }, records);

/** A domain with a web site, with mail but for the examples of that, and in SPF's order but for the examples with SPF. */
const apexFor = (code: Other, wrong: readonly ExampleRecord[]): readonly ZoneRecord[] => [
  { A: '192.0.2.80' },
  ...(sectionOf(code) === 'MX' ? [] : [{ MX: [10, 'mail.shop.no'] } as const]),
  ...(wrong.some(({ name, value }) => name === 'shop.no' && value.startsWith('v=spf1'))
    ? []
    : [{ TXT: 'v=spf1 include:_spf.mab.no ~all' }]),
];

const examples = others.flatMap((code) => {
  const { example } = facts[code];
  return example === null ? [] : [{ code, apex: apexFor(code, example.wrong), ...example }];
});

describe.each(examples)('the example of $code', ({ code, apex, wrong, right }) => {
  test('gives the finding as it stands, and not when it is mended', async () => {
    expect(codesOf(await check(wrong, apex))).toContain(code);
    expect(codesOf(await check(right, apex))).not.toContain(code);
  });

  test('leaves nothing to mend in its section', async () => {
    const { findings } = await check(right, apex);
    const left = findings.filter(({ severity }) => severity !== 'ok' && severity !== 'notice');
    expect(left.filter((found) => sectionOf(found.code) === sectionOf(code))).toEqual([]);
  });

  test('is mended as the result would mend it', async () => {
    const { records } = await check(wrong, apex);
    // A record that lends the sender's key is offered beside the domain's own keys too.
    for (const { purpose, name, type, value } of records)
      if (purpose.toUpperCase() === sectionOf(code) && !code.startsWith('DKIM_KEY_'))
        expect(right).toContainEqual({ name, type, value });
  });
});

test.each(examples.filter(({ code }) => code.startsWith('DKIM_SENDER_')))(
  '$code: the sender’s key is found once it is mended',
  async ({ apex, right }) => {
    expect((await check(right, apex)).dkim.state).toBe('right');
  },
);

test('DMARC_SENDER_FAILS: the sender is authorised and can sign once it is mended', async () => {
  const { example } = facts.DMARC_SENDER_FAILS;
  const { spf, dkim, dmarc } = await check(example?.right ?? [], []);
  expect([spf.authorised, dkim.state, dmarc.policy]).toEqual([true, 'right', 'quarantine']);
});

test('what is to be mended has an example, and what DNS did not say has none', () => {
  const withExample = (code: Other): boolean => facts[code].example !== null;
  // What is wrong with name servers is seen at them, and in no record.
  const ofRecords = others.filter((code) => sectionOf(code) !== 'ZONE');
  const graveOnes = ofRecords.filter((code) => severities[code] === 'error' || severities[code] === 'warning');
  expect(graveOnes.filter((code) => !withExample(code))).toEqual(['DOMAIN_NOT_FOUND']);
  const silent = others.filter((code) => severities[code] === 'unknown' || severities[code] === 'ok');
  expect(silent.filter(withExample)).toEqual([]);
});

test.each(others)('%s: has its sources', (code) => {
  const { sources } = facts[code];
  expect(sources.length).toBeGreaterThan(0);
  for (const { rfc, section } of sources) {
    expect(rfc).toBeGreaterThan(1000);
    expect(section).toMatch(/^\d+(?:\.\d+)*$/);
  }
});

// --- the texts

const textsOf = ({ title, meaning, steps }: Help): readonly string[] => [title, ...meaning, ...steps];

describe.each([
  ['nb', nb],
  ['en', en],
] as const)('%s', (_, help) => {
  test.each(others)('%s: a title, one to three paragraphs, at most six steps', (code) => {
    const { title, meaning, steps } = help[code];
    expect(title).toMatch(/^\p{Lu}[^`]{4,58}[^`.]$/u);
    expect([1, 2, 3]).toContain(meaning.length);
    expect(steps.length).toBeLessThanOrEqual(6);
  });

  test.each(others)('%s: whole sentences', (code) => {
    const { meaning, steps } = help[code];
    for (const text of [...meaning, ...steps]) {
      expect(text).toMatch(/^[\p{Lu}`].*\.$/su);
      expect(text.split('`').length % 2).toBe(1);
      expect(text).not.toMatch(/undefined|null|\[object| {2}|\n|\.\.$/);
    }
  });

  test.each(others)('%s: no sentence of more than 25 words', (code) => {
    const long = textsOf(help[code])
      .flatMap(sentences)
      .filter((sentence) => words(sentence).length > 25);
    expect(long).toEqual([]);
  });

  test.each(others.filter((code) => severities[code] === 'error' || severities[code] === 'warning'))(
    '%s: says what to do, to the end',
    (code) => {
      expect(help[code].steps.length).toBeGreaterThan(1);
    },
  );
});

test.each(Object.entries(helpTexts))('%s: no two titles are the same, those of SPF included', (_, help) => {
  const titles = codes.map((code) => help[code].title);
  expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
});

test.each(others)('%s: the languages say the same', (code) => {
  const [norwegian, english] = [nb[code], en[code]];
  expect(english.title).not.toBe(norwegian.title);
  expect([english.meaning.length, english.steps.length]).toEqual([norwegian.meaning.length, norwegian.steps.length]);
  // What stands in code is to be copied or looked for, and is no word of a language; the addresses that show a list are.
  const codeIn = (help: Help) => textsOf(help).flatMap((text) => text.match(/`[^`]+`/g) ?? []);
  const inOrder = (help: Help) => [...new Set(codeIn(help).filter((text) => !text.includes(',')))].sort();
  expect(inOrder(english)).toEqual(inOrder(norwegian));
});

test.each(others)('%s reads with ease in Norwegian', (code) => {
  const { meaning, steps } = nb[code];
  expect(lix([...meaning, ...steps].join(' '))).toBeLessThanOrEqual(40);
});
