/** Lets so many in at once; the others wait for their turn. */
export interface Gate {
  /** @returns false where the signal came first: then there is no place to leave. */
  readonly enter: (signal: AbortSignal) => Promise<boolean>;
  readonly leave: () => void;
}

/** Lets one in that waits; false where it has given up. */
type Admit = () => boolean;

export const createGate = (places: number): Gate => {
  let free = places;
  // Of those who wait, the first at the end of `next`, then the others in the order of arrival. Who gives up is passed over when
  // its turn comes: to look for it, or to take from the front, would cost more the more of them wait.
  let next: Admit[] = [];
  let later: Admit[] = [];
  const take = (): Admit | undefined => {
    if (next.length === 0) [next, later] = [later.reverse(), []];
    return next.pop();
  };
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
        let isWaiting = true;
        const end = (isAdmitted: boolean): boolean => {
          const was = isWaiting;
          isWaiting = false;
          if (was) resolve(isAdmitted);
          return was;
        };
        later.push(() => end(true));
        signal.addEventListener('abort', () => end(false), { once: true });
      }),
    leave: () => {
      for (let admit = take(); admit !== undefined; admit = take()) if (admit()) return;
      free += 1;
    },
  };
};
