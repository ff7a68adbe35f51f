import { expect, test } from 'vitest';
import { parse } from '#core/spf/parse.ts';
import fc from '#test/fast-check.ts';
import { domainSpec, record, term } from './records.ts';

/** Bits of records, so that arbitrary text comes near to being one. */
const scraps = fc.constantFrom(
  ...[
    'include:',
    'ip4:',
    'a',
    'mx',
    '-all',
    'redirect=',
    'exp=',
    'example.com',
    '192.0.2.1',
    '/24',
    '//',
    '%{d}',
    '%',
    ' ',
  ],
  ...[
    '  ',
    ':',
    '=',
    '-',
    '~',
    ';',
    '"',
    '“',
    '–',
    '\u00a0',
    '\u200b',
    'å',
    '\u{1f600}',
    '\ud800',
    '\t',
    'v=spf1',
    '=',
    '.',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(scraps, { maxLength: 12 }).map((pieces) => pieces.join('')),
);

test('whatever the text, parsing never throws, and every place is that of its term', () => {
  fc.assert(
    fc.property(text, (rest) => {
      const whole = `v=spf1 ${rest}`;
      const { terms, errors } = parse(whole);
      for (const { term, start, end } of [...terms, ...errors.map(({ args }) => args)]) {
        expect(whole.slice(start, end)).toBe(term);
        expect(start).toBeGreaterThanOrEqual('v=spf1 '.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever the text, each piece between spaces is told of: as a term or as a fault', () => {
  fc.assert(
    fc.property(text, (rest) => {
      const whole = `v=spf1 ${rest}`;
      const { terms, errors } = parse(whole);
      const places = [...terms, ...errors.map(({ args }) => args)];
      for (const { 0: piece, index } of whole.matchAll(/(?<= )[^ ]+/g))
        expect(places.some(({ start, end }) => start <= index && index + piece.length <= end)).toBe(true);
    }),
  );
});

test('a record of valid terms has no fault, and keeps every term', () => {
  fc.assert(
    fc.property(
      record(
        fc.oneof(
          term,
          domainSpec.map((name) => `include:${name}`),
        ),
      ),
      ({ text, terms }) => {
        const parsed = parse(text);
        expect(parsed.errors).toEqual([]);
        expect(parsed.terms.map(({ term }) => term)).toEqual(terms);
        expect(parsed.terms.every(({ kind }) => kind !== 'unreadable')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
