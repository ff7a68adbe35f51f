import type { Claim } from '#store/store.ts';

/** Milliseconds. */
export const day = 24 * 60 * 60_000;

/** One of so many uses that the day has room for (UTC). */
export const onDay = (what: string, limit: number, now: Date): Claim => {
  const today = now.toISOString().slice(0, 10);
  return { key: `${what} ${today}`, limit, until: new Date(Date.parse(today) + day).toISOString() };
};
