/** Lets so many in at once; the others wait for their turn. */
export interface Gate {
  /** @returns false where the signal came first: then there is no place to leave. */
  readonly enter: (signal: AbortSignal) => Promise<boolean>;
  readonly leave: () => void;
}

export const createGate = (places: number): Gate => {
  let free = places;
  // A set keeps the order of arrival, and lets go of one in the middle.
  const waiting = new Set<() => void>();
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve(false);
          return;
        }
        if (free > 0) {
          free -= 1;
          resolve(true);
          return;
        }
        const giveUp = (): void => {
          waiting.delete(admit);
          resolve(false);
        };
        const admit = (): void => {
          waiting.delete(admit);
          resolve(true);
        };
        waiting.add(admit);
        signal.addEventListener('abort', giveUp, { once: true });
      }),
    leave: () => {
      const [next] = waiting;
      if (next === undefined) free += 1;
      else next();
    },
  };
};
