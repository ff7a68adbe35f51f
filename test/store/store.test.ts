import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createResultId } from '#core/results/result-id.ts';
import { type Claim, type Store, suppressionReasons } from '#store/store.ts';
import {
  end,
  expiresAt,
  faulty,
  large,
  lastMoment,
  reportWith,
  resultOf,
  small,
  storedAt,
  unpackable,
} from '#test/store/results.ts';
import { dynamoStore, sqliteStore } from './stores.ts';

/** What every store keeps to. */

const at = (time: string): Date => new Date(`2026-11-24T${time}Z`);

let keys = 0;
/** A claim whose key no other has. */
const claimOf = (limit: number): Claim => ({ key: `mail ${keys++} æ`, limit, until: at('13:00:00').toISOString() });

describe.each([
  ['SQLite', sqliteStore],
  ['DynamoDB', dynamoStore],
])('%s', (_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  describe('suppressions', () => {
    test('what is noted of a recipient first stays, and of nobody else', async () => {
      const { suppressions } = store;
      expect(await suppressions.reasonOf('one')).toBeNull();
      await suppressions.add('one', 'bounce', at('12:00:00'));
      await suppressions.add('one', 'unsubscribed', at('12:00:01'));
      expect(await suppressions.reasonOf('one')).toBe('bounce');
      expect(await suppressions.reasonOf('other')).toBeNull();
    });

    test.each(suppressionReasons)('%s', async (reason) => {
      await Promise.all([1, 2, 3].map(() => store.suppressions.add(`by ${reason}`, reason, at('12:00:00'))));
      expect(await store.suppressions.reasonOf(`by ${reason}`)).toBe(reason);
    });
  });

  describe('results', () => {
    test.each([
      ['a domain where all is right', small],
      ['one where much is missing', faulty],
      ['one that includes 40 services', large],
      ['Norwegian letters, and what is outside of the basic plane', reportWith('blåbærsyltetøy ÆØÅ 𝒳 ✓')],
      ['quotes, lines and an octet of 0', reportWith('«a» "b" \'c\' \\ \r\n\t\0 \u2028 </script>')],
      ['half a character, which UTF-8 has not', reportWith('a\ud800b\udc00')],
      ['no text', reportWith('')],
      ['nearly as large as may be', reportWith(unpackable(400_000))],
    ])('what is kept comes back as it was: %s', async (_reason, report) => {
      const result = resultOf(report);
      expect(await store.results.put(result)).toBe('stored');
      expect(await store.results.get(result.id, new Date(storedAt))).toEqual(result);
    });

    test('instants come back as they were written', async () => {
      const result = resultOf(small, { storedAt: '2026-11-24T12:00:00Z', expiresAt: '2026-11-24T12:00:01.5Z' });
      expect(await store.results.put(result)).toBe('stored');
      expect(await store.results.get(result.id, at('12:00:01.499'))).toEqual(result);
      expect(await store.results.get(result.id, at('12:00:01.500'))).toBeNull();
    });

    test('what was never kept is not there', async () => {
      expect(await store.results.get(createResultId(), new Date(storedAt))).toBeNull();
    });

    test('an id that is taken is not written over, until the moment it is gone', async () => {
      const first = resultOf(small);
      const second = { ...first, report: faulty };
      expect(await store.results.put(first)).toBe('stored');
      expect(await store.results.put(second)).toBe('taken');
      expect(await store.results.put({ ...second, storedAt: lastMoment.toISOString() })).toBe('taken');
      expect(await store.results.get(first.id, lastMoment)).toEqual(first);
    });

    test('it is gone at the moment it expires, and the id is free', async () => {
      const first = resultOf(small);
      const second = { ...first, report: faulty, storedAt: expiresAt, expiresAt: '2027-03-01T00:00:00Z' };
      await store.results.put(first);
      expect(await store.results.get(first.id, end)).toBeNull();
      expect(await store.results.put(second)).toBe('stored');
      expect(await store.results.get(first.id, end)).toEqual(second);
    });

    test('of many at once for one id, one is kept', async () => {
      const { id } = resultOf(small);
      const results = Array.from({ length: 20 }, (_, i) => resultOf(reportWith(`${i}`), { id }));
      const outcomes = await Promise.all(results.map(store.results.put));
      expect(outcomes.toSorted()).toEqual(['stored', ...Array.from({ length: 19 }, () => 'taken')]);
      expect(await store.results.get(id, lastMoment)).toEqual(results[outcomes.indexOf('stored')]);
    });

    test.each([
      ['past what may be kept', unpackable(420_000)],
      ['small when packed, and past what is unpacked', 'a'.repeat(5_000_000)],
    ])('too large: %s', async (_reason, text) => {
      const result = resultOf(reportWith(text));
      expect(await store.results.put(result)).toBe('too_large');
      expect(await store.results.get(result.id, lastMoment)).toBeNull();
    });

    test.each([
      ['when it was stored', { storedAt: 'yesterday' }],
      ['when it is gone', { expiresAt: '' }],
    ])('a time that is none is not kept: %s', async (_reason, times) => {
      await expect(store.results.put(resultOf(small, times))).rejects.toThrow(RangeError);
    });
  });

  describe('claims', () => {
    const now = at('12:00:00');

    test.each([0, 1, 10])('of 200 at once with the limit %i, no more are let through, and no fewer', async (limit) => {
      const claim = claimOf(limit);
      const taken = await Promise.all(Array.from({ length: 200 }, () => store.claims.take([claim], now)));
      expect(taken.filter((usedUp) => usedUp === null)).toHaveLength(limit);
      expect(taken.filter((usedUp) => usedUp === claim)).toHaveLength(200 - limit);
    });

    test('no claims: nothing is used up', async () => {
      expect(await store.claims.take([], now)).toBeNull();
    });

    test('a time that is none is not counted', async () => {
      const claim = claimOf(1);
      await expect(store.claims.take([{ ...claim, until: 'tomorrow' }], now)).rejects.toThrow();
      expect(await store.claims.take([claim], now)).toBeNull();
    });

    test('where the second is used up, none is counted', async () => {
      const [first, second, third] = [claimOf(2), claimOf(1), claimOf(1)];
      expect(await store.claims.take([second], now)).toBeNull();
      for (let i = 0; i < 3; i++) expect(await store.claims.take([first, second, third], now)).toBe(second);
      expect(await store.claims.take([first, third], now)).toBeNull();
      expect(await store.claims.take([first], now)).toBeNull();
      expect(await store.claims.take([first], now)).toBe(first);
    });

    test('one that is claimed twice is counted twice, or not at all', async () => {
      const claim = claimOf(3);
      expect(await store.claims.take([claim, claim], now)).toBeNull();
      expect(await store.claims.take([claim, claim], now)).toBe(claim);
      expect(await store.claims.take([claim], now)).toBeNull();
      expect(await store.claims.take([claim], now)).toBe(claim);
    });

    test('a limit that is raised lets more through', async () => {
      const claim = claimOf(1);
      expect(await store.claims.take([claim], now)).toBeNull();
      expect(await store.claims.take([claim], now)).toBe(claim);
      expect(await store.claims.take([{ ...claim, limit: 2 }], now)).toBeNull();
    });

    test('the count is forgotten when its time is past, and not before', async () => {
      const claim = claimOf(1);
      const later = { ...claim, until: at('14:00:00').toISOString() };
      expect(await store.claims.take([claim], now)).toBeNull();
      // A later end does not make the count last longer.
      expect(await store.claims.take([later], at('12:59:59.999'))).toBe(later);
      expect(await store.claims.take([later], at('13:00:00'))).toBeNull();
      expect(await store.claims.take([later], at('13:59:59.999'))).toBe(later);
      expect(await store.claims.take([later], at('14:00:00'))).toBeNull();
    });

    test('of 200 at once when the time of a count is past, as many are let through as the limit says', async () => {
      const claim = claimOf(10);
      const later = { ...claim, until: at('14:00:00').toISOString() };
      await Promise.all(Array.from({ length: 12 }, () => store.claims.take([claim], now)));
      const taken = await Promise.all(Array.from({ length: 200 }, () => store.claims.take([later], at('13:00:00'))));
      expect(taken.filter((usedUp) => usedUp === null)).toHaveLength(10);
    });
  });
});
