import { expect, test } from 'vitest';
import { forAll, leavingNothing, offences, type Placed, questionsOf } from './checking.ts';
import { faultNames, faults, type Question } from './faults.ts';
import { shops } from './shops.ts';

/**
 * Two faults at once, at two questions. All pairs would take hours: `FAULT_PAIRS` says how many are tried for each domain,
 * and `FAULT_SEED` which; the seed of a run that failed is told by its own test's name.
 */

const count = Number(process.env.FAULT_PAIRS ?? 120);
const seed = Number(process.env.FAULT_SEED ?? 1);

/** Numbers below 1 that are the same for the same seed (xorshift). */
const createChance = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
};

const oneOf = <Item>(items: readonly Item[], chance: () => number): Item => {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

const pair = (questions: readonly Question[], chance: () => number): readonly Placed[] => {
  const first = oneOf(questions, chance);
  const second = oneOf(
    questions.filter((question) => question !== first),
    chance,
  );
  return [first, second].map((question) => ({ fault: faults[oneOf(faultNames, chance)], question }));
};

test.each(Object.entries(shops))(
  `%s: ${count} pairs of faults, seed ${seed}`,
  { timeout: 60_000 + count * 200 },
  async (_, name) => {
    const chance = createChance(seed);
    const questions = await questionsOf(name);
    const pairs = Array.from({ length: count }, () => pair(questions, chance));
    const all = await leavingNothing(() => forAll(pairs, (placed) => offences(name, placed)));
    expect(all.flat()).toEqual([]);
  },
);
