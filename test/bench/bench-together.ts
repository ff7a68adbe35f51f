import { benchDomains } from './bench-zone.ts';

/**
 * Does something with the domains in turn, so many of them under way at one time.
 *
 * @param all how many times in all.
 */
export const together = async (
  all: number,
  inFlight: number,
  one: (domain: string) => Promise<unknown>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all) {
      const domain = benchDomains[next % benchDomains.length];
      next += 1;
      if (domain !== undefined) await one(domain.name);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
};
