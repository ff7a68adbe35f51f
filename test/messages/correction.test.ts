import { describe, expect, test } from 'vitest';
import { type ChangeCode, changeCodes } from '#core/changes.ts';
import type { SpfCorrection } from '#core/report.ts';
import { changeSentence, mayTighten, optionalChanges, outcomeSentence, proofSentences } from '#messages/correction.ts';
import { languages, texts } from '#messages/languages.ts';

type Change = SpfCorrection['changes'][number];

const codes = Object.keys(changeCodes) as ChangeCode[];

const change = (code: ChangeCode, parts: Partial<Change> = {}): Change => ({
  id: `${code} ${(parts.before ?? []).join(' ')}`,
  code,
  need: changeCodes[code],
  made: changeCodes[code] !== 'offered',
  before: ['include:sendgrid.net'],
  after: ['include:spf.example', 'a:mail.example'],
  place: null,
  saves: 2,
  ...parts,
});

const corrected: SpfCorrection = {
  kind: 'corrected',
  record: 'v=spf1 include:_spf.mab.no mx ~all',
  strings: ['v=spf1 include:_spf.mab.no mx ~all'],
  before: { lookups: 1, voids: { ip4: 0, ip6: 0 }, octets: 14 },
  after: { lookups: 2, voids: { ip4: 0, ip6: 1 }, octets: 34 },
  changes: [],
  questions: [],
  names: [],
  proof: {
    senderPasses: true,
    lost: [],
    gained: [],
    strangers: { before: 'softfail', after: 'softfail' },
    lookups: 2,
    voids: { ip4: 0, ip6: 1 },
    uncompared: [],
    isFinal: true,
    holds: true,
  },
};

const proof = (parts: Partial<NonNullable<SpfCorrection['proof']>>): SpfCorrection => ({
  ...corrected,
  proof: corrected.proof && { ...corrected.proof, ...parts },
});

const wholeSentences = /^(?:[\p{Lu}«“].*)\.$/su;
const unworded = /undefined|null|NaN|\[object| {2}|\n|\.\.$/;

describe.each(languages)('%s', (language) => {
  const { repair } = texts[language];

  test.each(codes)('%s: whole sentences, with one term and several, one look-up and several', (code) => {
    for (const parts of [{}, { before: ['mx'], after: ['v=spf1'], saves: 1 }]) {
      const sentence = changeSentence(change(code, parts), repair);
      expect(sentence).toMatch(wholeSentences);
      expect(sentence).not.toMatch(unworded);
    }
  });

  test.each(Object.keys(repair.outcomes) as SpfCorrection['kind'][])('outcome %s: whole sentences', (kind) => {
    const sentence = outcomeSentence({ ...corrected, kind, names: ['spf.example'] }, repair);
    expect(sentence).toMatch(wholeSentences);
    expect(sentence).not.toMatch(unworded);
  });

  test.each(Object.keys(repair.readings) as (keyof typeof repair.readings)[])('reading %s: names the text', (kind) => {
    const sentence = repair.readings[kind]('mail.example', ['a:mail.example', 'include:mail.example']);
    expect(sentence).toMatch(wholeSentences);
    expect(sentence).toContain('mail.example');
  });

  test('every outcome for strangers, before and after: whole sentences that differ', () => {
    const outcomes = ['pass', 'neutral', 'softfail', 'fail'] as const;
    const sentences = outcomes.flatMap((before) => outcomes.map((after) => repair.proof.strangers(before, after)));
    for (const sentence of sentences) expect(sentence).toMatch(wholeSentences);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

test.each(codes)('%s: the languages differ', (code) => {
  expect(changeSentence(change(code), texts.nb.repair)).not.toBe(changeSentence(change(code), texts.en.repair));
});

test.each([
  [
    'a known service by its name',
    change('SERVICE_REMOVED'),
    'Ta bort SendGrid («include:sendgrid.net») hvis tjenesten ikke er i bruk. Det sparer 2 oppslag.',
  ],
  [
    'another by its term',
    change('SERVICE_REMOVED', { before: ['include:spf.example'], saves: 1 }),
    'Ta bort «include:spf.example» hvis tjenesten ikke er i bruk. Det sparer ett oppslag.',
  ],
  [
    'a first record by what MX tells',
    change('RECORD_BEGUN', { before: [], after: ['v=spf1', 'mx'] }),
    'Oppføringen er ny og begynner med «v=spf1 mx». MX viser nemlig hvem som tar imot e-posten til domenet.',
  ],
  [
    'a first record where MX tells nothing',
    change('RECORD_BEGUN', { before: [], after: ['v=spf1'] }),
    'Oppføringen er ny.',
  ],
  [
    'an answer that takes the term away',
    change('TERM_ANSWERED', { before: ['x'], after: [] }),
    '«x» tas bort, slik du svarte.',
  ],
  [
    'what strangers wrote is made visible',
    change('TERM_REMOVED', { before: ['a\u202e\u001b'] }),
    '«a[U+202E][U+001B]» tas bort, for det godkjenner ingen.',
  ],
])('%s', (_, told, sentence) => {
  expect(changeSentence(told, texts.nb.repair)).toBe(sentence);
});

const { proof: words } = texts.nb.repair;
const numbers = words.numbers({ lookups: 2, voids: 1, octets: 34 });
const stranger = words.strangers('softfail', 'softfail');

test.each<[reason: string, correction: SpfCorrection, sentences: readonly string[]]>([
  [
    'nothing lost, nothing gained',
    corrected,
    [words.senderPasses, words.nothingLost, words.nothingGained, stranger, numbers, words.isFinal],
  ],
  [
    'lost and gained',
    proof({ lost: ['192.0.2.0/25'], gained: ['192.0.2.128/25'] }),
    [
      words.senderPasses,
      words.lost(['192.0.2.0/25']),
      words.gained(['192.0.2.128/25']),
      stranger,
      numbers,
      words.isFinal,
    ],
  ],
  [
    'what depends on each mail',
    proof({ uncompared: ['exists:%{i}.example'] }),
    [
      words.senderPasses,
      words.nothingLost,
      words.nothingGained,
      stranger,
      numbers,
      words.uncompared(['exists:%{i}.example']),
      words.isFinal,
    ],
  ],
  ['no record, no proof', { ...corrected, kind: 'unproven', record: null }, []],
  ['nothing changed, nothing to prove', { ...corrected, kind: 'unchanged', proof: null }, []],
])('the proof: %s', (_, correction, sentences) => {
  expect(proofSentences(correction, texts.nb.repair)).toEqual(sentences);
});

test.each([
  [450, false],
  [451, true],
])('a record of %i octets is called long: %s', (octets, isLong) => {
  const after = { lookups: 2, voids: { ip4: 0, ip6: 0 }, octets };
  expect(proofSentences({ ...corrected, after }, texts.nb.repair).includes(words.long)).toBe(isLong);
});

test('choices: what makes room first, and the same one once', () => {
  const [open, service, mx] = [
    change('ALL_REPLACED', { saves: 0 }),
    change('SERVICE_REMOVED'),
    change('ADDRESSES_WRITTEN', { before: ['mx'], saves: 1 }),
  ];
  const changes = [change('SENDER_ADDED'), open, service, mx, mx];
  expect(optionalChanges({ ...corrected, changes })).toEqual([service, mx, open]);
});

test.each([
  ['a first record', [change('RECORD_BEGUN')], corrected.record, true],
  ['an end that was added', [change('ALL_ADDED')], corrected.record, true],
  ['an end that was switched off', [change('ALL_ADDED', { made: false })], 'v=spf1 mx', false],
  ['the owner’s own end', [change('SENDER_ADDED')], corrected.record, false],
  ['no record', [change('RECORD_BEGUN')], null, false],
])('the way to “-all” is told: %s', (_, changes, record, told) => {
  expect(mayTighten({ ...corrected, record, changes })).toBe(told);
});
