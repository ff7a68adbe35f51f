import type { Publication } from '#core/publication/publication.ts';

/** When to ask again. Times in milliseconds. */

/** Short enough for somebody who waits in front of the page, and no burden: the service joins those who ask at once. */
const shortest = 10_000;
const longest = 60_000;

/** A change that is not made by then is made another day. */
const patience = 60 * 60_000;

/** Somebody who comes back to the page is answered at once, but not at every glance. */
export const leastPause = 5_000;

/** By then most who made a change expect to see it. */
export const hintAfter = 5 * 60_000;

/**
 * The pause before the next question: where only caches are waited for, until the first older answer runs out of one; else
 * longer and longer, for most changes come in the first minutes.
 *
 * @param publication what was told last, where all is done; null where something is left to do, or nothing was told.
 * @param watched how long it has been watched.
 * @returns null where it has been long enough.
 */
export const pauseAfter = (publication: Publication | null, watched: number): number | null => {
  if (watched >= patience) return null;
  const left = (publication?.records ?? [])
    .filter(({ state }) => state === 'waiting')
    .flatMap(({ seen }) => seen.flatMap(({ ttl }) => ttl ?? []));
  const wanted = left.length > 0 ? (Math.min(...left) + 1) * 1_000 : shortest + watched / 10;
  return Math.min(longest, Math.max(shortest, wanted));
};
