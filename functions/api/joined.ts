/** Who asks the same at the same time, or shortly after, gets the same answer. */
export interface Joined<T> {
  /** @param make begins the answer, where there is none; what it throws is thrown to all who wait, and is not kept. */
  readonly ask: (key: string, make: () => Promise<T>) => Promise<T>;
}

interface Kept<T> {
  readonly answer: Promise<T>;
  /** Milliseconds of the clock; null while the answer is not there. */
  until: number | null;
}

/**
 * @param life milliseconds that an answer is kept once it is there.
 * @param most answers kept at one time: beyond, the oldest goes.
 */
export const createJoined = <T>(life: number, most: number, now: () => number = Date.now): Joined<T> => {
  const kept = new Map<string, Kept<T>>();
  return {
    ask: (key, make) => {
      const known = kept.get(key);
      if (known !== undefined && (known.until === null || now() < known.until)) return known.answer;
      const entry: Kept<T> = { answer: make(), until: null };
      // What is set anew stands last.
      kept.delete(key);
      kept.set(key, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      const forget = (): void => {
        if (kept.get(key) === entry) kept.delete(key);
      };
      entry.answer.then(() => {
        entry.until = now() + life;
      }, forget);
      return entry.answer;
    },
  };
};
