import { isSame, type Saying } from './saying.ts';

/** What the name servers say of one record, held together; and when all caches must say the same. */

/** `differs`: some servers have one thing and some another. `unanswered`: none of them said anything. */
export type Published =
  | { readonly kind: 'agreed'; readonly saying: Saying }
  | { readonly kind: 'differs' | 'unanswered' };

/** Servers that do not answer do not count: the others are what the world sees. */
export const publishedBy = (sayings: readonly Saying[]): Published => {
  const said = sayings.filter(({ state }) => state !== 'unanswered');
  const [first] = said;
  if (first === undefined) return { kind: 'unanswered' };
  return said.every((one) => isSame(one, first))
    ? { kind: 'agreed', saying: longest(said, first) }
    : { kind: 'differs' };
};

const longest = (said: readonly Saying[], first: Saying): Saying => ({
  ...first,
  ttl: greatest(said.map(({ ttl }) => ttl)),
});

/** The greatest of the numbers that are known; null where none is. */
export const greatest = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((most, number) => (number === null ? most : Math.max(most ?? 0, number)), null);

/** Seconds that records are commonly given, as DNS hosts offer them to choose. */
const commonTtls = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800];

const commonFrom = (least: number): number => commonTtls.find((common) => common >= least) ?? least;

/**
 * Seconds until every cache must have let go of an older answer.
 *
 * A cache that took the older answer just before it changed holds it for its whole TTL (RFC 1035 section 3.2.1), an absence
 * for the negative TTL of the zone (RFC 2308 section 5). What the older TTL was is not published any more: it is taken for
 * that of the new record or zone, and where a cache shows more to be left, for the least common one that is not below that.
 *
 * @param publishedTtl seconds; of the records that stand at the name now, null where none do.
 * @param negativeTtl seconds; of the zone's SOA record.
 * @param seen what caches have of the name that is older, whole: with other texts beside it, an absent record is kept as
 *   long as they are.
 * @returns null where nothing tells how long it may take.
 */
export const secondsToLetGo = (
  publishedTtl: number | null,
  negativeTtl: number | null,
  seen: readonly Saying[],
): number | null => {
  const bounds = seen.flatMap(({ state, ttl: left }) => {
    const whole = state === 'absent' ? negativeTtl : publishedTtl;
    if (left === null) return whole ?? [];
    return whole !== null && left <= whole ? whole : commonFrom(left);
  });
  return bounds.length === 0 ? null : Math.max(...bounds);
};
