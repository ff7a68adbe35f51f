import { describe, expect, test } from 'vitest';
import { forAll, leavingNothing, offences, questionsOf } from './checking.ts';
import { faultNames, faults } from './faults.ts';
import { shops } from './shops.ts';

/**
 * Each fault at each question of a check, over real sockets. A rejection that nobody handles fails the run by itself.
 */

describe.each(Object.entries(shops))('%s', async (_, name) => {
  const questions = await questionsOf(name);

  test.each(faultNames)('%s', async (fault) => {
    const all = await leavingNothing(() =>
      forAll(questions, (question) => offences(name, [{ fault: faults[fault], question }])),
    );
    expect(all.flat()).toEqual([]);
  });
});
