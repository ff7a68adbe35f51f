import { expect, test } from 'vitest';
import { createJoined } from '#api/joined.ts';

/** Answers kept for 5 ms of a clock of its own, three at most, with the log of what was made. */
const start = () => {
  let time = 0;
  const made: string[] = [];
  const joined = createJoined<string>(5, 3, () => time);
  const ask = (key: string, answer: Promise<string> = Promise.resolve(`${key}${made.length + 1}`)) =>
    joined.ask(key, () => {
      made.push(key);
      return answer;
    });
  const wait = (more: number): void => {
    time += more;
  };
  return { ask, made, wait };
};

test('who asks at the same time gets the same answer, however long it takes', async () => {
  const { ask, made, wait } = start();
  const slow = Promise.withResolvers<string>();
  const first = ask('a', slow.promise);
  wait(1_000);
  const second = ask('a');
  slow.resolve('slow');
  expect(await Promise.all([first, second])).toEqual(['slow', 'slow']);
  expect(made).toEqual(['a']);
});

test('the life of an answer begins when it is there', async () => {
  const { ask, made, wait } = start();
  const slow = Promise.withResolvers<string>();
  const first = ask('a', slow.promise);
  wait(1_000);
  slow.resolve('slow');
  await first;
  wait(4);
  expect(await ask('a')).toBe('slow');
  wait(1);
  expect(await ask('a')).toBe('a2');
  expect(made).toEqual(['a', 'a']);
});

test('each key for itself', async () => {
  const { ask } = start();
  expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['a1', 'b2', 'a1']);
});

test('of too many the oldest goes', async () => {
  const { ask, made } = start();
  for (const key of ['a', 'b', 'c', 'd', 'b', 'c', 'd', 'a']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'a']);
});

test('what was made anew is the youngest', async () => {
  const { ask, made, wait } = start();
  for (const key of ['a', 'b', 'c']) await ask(key);
  wait(5);
  for (const key of ['a', 'd', 'a']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'a', 'd']);
});

test('trouble is told to all who wait, and not kept', async () => {
  const { ask, made } = start();
  const trouble = new Error('trouble');
  const slow = Promise.withResolvers<string>();
  const waiting = [ask('a', slow.promise), ask('a')];
  slow.reject(trouble);
  expect(await Promise.allSettled(waiting)).toEqual([
    { status: 'rejected', reason: trouble },
    { status: 'rejected', reason: trouble },
  ]);
  expect(await ask('a')).toBe('a2');
  expect(made).toEqual(['a', 'a']);
});
