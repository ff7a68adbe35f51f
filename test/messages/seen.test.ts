import { describe, expect, test } from 'vitest';
import { spfNode, spfResult } from '#core/report.ts';
import type { EvaluationProblem } from '#core/spf/evaluation.ts';
import { people, type SeenLabels, type SeenTexts } from '#messages/seen.ts';
import { seenEn, seenLabelsEn } from '#messages/seen-en.ts';
import { seenLabelsNb, seenNb } from '#messages/seen-nb.ts';
import type { ToldEvaluation, TryTexts } from '#messages/seen-try.ts';
import { seenTryEn } from '#messages/seen-try-en.ts';
import { seenTryNb } from '#messages/seen-try-nb.ts';
import { compare, ip6Size, isUncounted } from '#site/src/scripts/seen/address-size.ts';
import { check } from '#test/core/spf/checking.ts';
import type { Zone } from '#test/zone.ts';
import { lix, sentences, words } from './readability.ts';

/** The words of "SPF seen", and the numbers that they are about. */

describe('how many addresses, as something that a person grasps', () => {
  test.each([
    [0, 'SPF-oppføringen lister ikke opp noen IPv4-adresser.'],
    [1, 'SPF-oppføringen godkjenner én eneste IPv4-adresse.'],
    [2, 'SPF-oppføringen godkjenner 2 IPv4-adresser, så få at du kan telle dem på fingrene.'],
    [10, 'SPF-oppføringen godkjenner 10 IPv4-adresser, så få at du kan telle dem på fingrene.'],
    [32, 'SPF-oppføringen godkjenner 32 IPv4-adresser, ikke flere enn setene i en buss.'],
    [51, 'SPF-oppføringen godkjenner 51 IPv4-adresser, ikke flere enn setene i et rutefly.'],
    [187, 'SPF-oppføringen godkjenner 187 IPv4-adresser, omtrent like mange som det bor på Utsira.'],
    [220, 'SPF-oppføringen godkjenner 220 IPv4-adresser, omtrent like mange som det bor på Utsira.'],
    [221, 'SPF-oppføringen godkjenner 221 IPv4-adresser, flere enn det bor på Utsira.'],
    [2 ** 16, 'SPF-oppføringen godkjenner 65 536 IPv4-adresser, flere enn det bor i Bodø.'],
    [2 ** 19, 'SPF-oppføringen godkjenner 524 288 IPv4-adresser, flere enn det bor i Bergen.'],
    [2 ** 24, 'SPF-oppføringen godkjenner 16 777 216 IPv4-adresser, omtrent like mange som det bor i Nederland.'],
    [2 ** 28 - 1, 'SPF-oppføringen godkjenner 268 435 455 IPv4-adresser, flere enn det bor i Tyskland.'],
    [2 ** 28, 'SPF-oppføringen godkjenner 268 435 456 IPv4-adresser, omtrent 1 av 16 på internett.'],
    [2 ** 29, 'SPF-oppføringen godkjenner 536 870 912 IPv4-adresser, omtrent 1 av 8 på internett.'],
    [2 ** 31, 'SPF-oppføringen godkjenner 2 147 483 648 IPv4-adresser, omtrent 1 av 2 på internett.'],
    [3 * 2 ** 30, 'SPF-oppføringen godkjenner 3 221 225 472 IPv4-adresser, mer enn halvparten av alle på internett.'],
    [2 ** 32, 'SPF-oppføringen godkjenner 4 294 967 296 IPv4-adresser, altså alle på internett.'],
  ])('%i of IPv4', (addresses, sentence) => {
    expect(plain(seenNb.ip4(addresses, compare(addresses)))).toBe(sentence);
  });

  test('every number finds its comparison', () => {
    for (let addresses = 187; addresses < 2 ** 28; addresses = Math.ceil(addresses * 1.05)) {
      const comparison = compare(addresses);
      if (comparison.kind !== 'place') throw new Error(comparison.kind);
      const ratio = addresses / people[comparison.place];
      expect(comparison.alike ? ratio >= 0.9 && ratio <= 1.1 : ratio > 1.1).toBe(true);
    }
  });

  test.each([
    ['0', null],
    ['1', 'I tillegg kommer én IPv6-adresse.'],
    ['9999', 'I tillegg kommer 9999 IPv6-adresser.'],
    ['10000', 'I tillegg kommer IPv6-adresser, men færre enn i ett lokalnett.'],
    [String(2n ** 64n - 1n), 'I tillegg kommer IPv6-adresser, men færre enn i ett lokalnett.'],
    [String(2n ** 64n), 'I tillegg kommer IPv6-adresser, like mange som i ett lokalnett.'],
    [String(3n * 2n ** 64n), 'I tillegg kommer IPv6-adresser, like mange som i 3 lokalnett.'],
    [String(2n ** 96n), 'I tillegg kommer IPv6-adresser, like mange som i 4,3 milliarder lokalnett.'],
    [String(2n ** 128n), 'I tillegg kommer alle IPv6-adresser.'],
  ])('%s of IPv6', (addresses, sentence) => {
    const size = ip6Size(addresses);
    expect(size && plain(seenNb.ip6(size))).toBe(sentence);
  });

  test.each<[reason: string, zone: Zone, uncounted: boolean]>([
    ['all of it is known', { 'example.com': [{ TXT: 'v=spf1 a include:none.example include:spf.ptr -all' }] }, false],
    ['ptr', { 'example.com': [{ TXT: 'v=spf1 -ptr:x.example -all' }] }, true],
    [
      'a macro',
      {
        'example.com': [{ TXT: 'v=spf1 include:a.example -all' }],
        'a.example': [{ TXT: 'v=spf1 exists:%{i}.example -all' }],
      },
      true,
    ],
    [
      'an include without an answer',
      { 'example.com': [{ TXT: 'v=spf1 include:a.example -all' }], 'a.example': [{ FAIL: 'servfail' }] },
      true,
    ],
    [
      'a host without an answer',
      { 'example.com': [{ TXT: 'v=spf1 a:a.example -all' }], 'a.example': [{ FAIL: 'servfail' }] },
      true,
    ],
  ])('is something left out? %s', async (_reason, zone, uncounted) => {
    const { report, findings } = await check(zone);
    expect(report.tree && isUncounted(report.tree, findings)).toBe(uncounted);
  });
});

/** `Intl` groups by spaces that do not break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const problems = Object.keys(seenTryNb.problems) as EvaluationProblem[];
const matched = { domain: 'b.example', term: '~all', path: ['example.com', 'b.example'] };
const told: ToldEvaluation = { ip: '192.0.2.1', domain: 'example.com', matched };

test.each([
  ['pass', matched, 'E-post fra 192.0.2.1 ville bestått SPF, på grunn av «~all» i SPF for example.com → b.example.'],
  [
    'fail',
    matched,
    'E-post fra 192.0.2.1 ville ikke bestått SPF. Ifølge «~all» i SPF for example.com → b.example har serveren ikke lov til å sende (fail).',
  ],
  [
    'neutral',
    null,
    'E-post fra 192.0.2.1 ville ikke bestått SPF. Ingen ledd for example.com gjelder denne serveren (neutral).',
  ],
  ['none', null, 'Det finnes ingen SPF-oppføring for example.com, så e-post fra 192.0.2.1 kan ikke bestå SPF (none).'],
] as const)('%s in a sentence', (result, matched, sentence) => {
  expect(seenTryNb.results[result]({ ...told, matched })).toBe(sentence);
});

test.each([
  [0, '0 av 10 oppslag er brukt.'],
  [10, '10 av 10 oppslag er brukt, så det er ikke plass til flere.'],
  [11, '11 oppslag, og mer enn 10 gjør oppføringen ugyldig.'],
])('%i look-ups against ten', (lookups, sentence) => {
  expect(seenNb.sum(lookups, 10)).toBe(sentence);
});

test.each([
  ['of a domain without includes', { here: 2, below: 0, term: 0 }, '2 oppslag'],
  [
    'of an include',
    { here: 1, below: 2, term: 1 },
    '4 oppslag: 1 i denne oppføringen, 2 lenger ned, 1 for leddet som fører hit',
  ],
  ['of an include that ends there', { here: 0, below: 0, term: 1 }, '1 oppslag'],
])('what look-ups are made of: %s', (_reason, parts, text) => {
  expect(seenNb.lookupParts(parts)).toBe(text);
});

/** Every text, in each way that it can go, sentences apart from labels. */
const all = (
  seen: SeenTexts,
  tried: TryTexts,
  labels: SeenLabels,
): Readonly<Record<'sentences' | 'labels', readonly string[]>> => {
  const node = { name: 'spf.example', lookups: 3 };
  const states = Object.keys(seen.states) as (keyof SeenTexts['states'])[];
  return {
    sentences: [
      ...[1, 10, 11].map((lookups) => seen.sum(lookups, 10)),
      ...states.map((state) => seen.node({ ...node, service: null, state })),
      seen.node({ ...node, service: 'Microsoft 365', state: 'record' }),
      ...Object.values(seen.states).filter((text) => text !== null),
      ...[0, 1, 2, 32, 100, 2 ** 16, 2 ** 24, 2 ** 28, 2 ** 31 + 1, 2 ** 32].map((n) => seen.ip4(n, compare(n))),
      ...['1', '2', '20000', String(2n ** 64n), String(2n ** 70n), String(2n ** 128n)].flatMap((addresses) => {
        const size = ip6Size(addresses);
        return size === null ? [] : [seen.ip6(size)];
      }),
      seen.uncounted,
      seen.spoilt,
      ...Object.values(tried.fieldProblems),
      ...spfResult.options.map((result) => tried.results[result](told)),
      tried.results.neutral({ ...told, matched: null }),
      ...problems.map((problem) => tried.problems[problem]),
      tried.explanation('hello'),
      tried.used(3, 10),
      labels.treeHint,
      labels.meaning,
      labels.tryLead,
    ],
    labels: [
      seen.lookups(1),
      seen.lookups(2),
      ...Object.values(seen.marks),
      ...Object.values(seen.lacks),
      seen.lookupParts({ here: 1, below: 2, term: 1 }),
      seen.suggestion('192.0.2.1'),
      tried.trying,
      ...Object.values(tried.outcomes),
      tried.stepsHeading(3),
      ...Object.values(labels),
    ],
  };
};
const nb = all(seenNb, seenTryNb, seenLabelsNb);
const en = all(seenEn, seenTryEn, seenLabelsEn);

describe.each([
  ['nb', nb],
  ['en', en],
] as const)('%s', (_language, texts) => {
  test('sentences are whole and short', () => {
    for (const text of texts.sentences) {
      expect(text).toMatch(/^[\p{L}\p{N}].*[.]$/su);
      for (const sentence of sentences(text))
        expect([sentence, words(sentence).length <= 25]).toEqual([sentence, true]);
    }
  });

  test('nothing is left open', () => {
    for (const text of [...texts.sentences, ...texts.labels])
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\n|\.\.$|^$/);
  });
});

test('the languages differ, text by text', () => {
  for (const kind of ['sentences', 'labels'] as const) {
    expect(nb[kind].length).toBe(en[kind].length);
    nb[kind].forEach((text, i) => {
      expect(text).not.toBe(en[kind][i]);
    });
  }
});

test('Norwegian reads with ease', () => {
  expect(lix(nb.sentences.join(' '))).toBeLessThan(40);
});

test('every state of a node has its words', () => {
  const { options } = spfNode.shape.state;
  expect(Object.keys(seenNb.states).toSorted()).toEqual(options.toSorted());
});
