import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** @returns the octets that are used when all is let go that nobody holds. */
export const heap = (): number => {
  collect();
  return used();
};

const used = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** @returns the most octets that were used while the work went on, beside what was before. */
export const peak = async (work: () => Promise<unknown>): Promise<number> => {
  const before = heap();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, used() - before);
  }, 5);
  await work();
  clearInterval(timer);
  return most;
};
