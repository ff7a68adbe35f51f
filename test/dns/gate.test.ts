import { expect, test } from 'vitest';
import { createGate } from '#dns/gate.ts';

const never = new AbortController().signal;

test('the places are given in the order of arrival', async () => {
  const gate = createGate(1);
  const order: string[] = [];
  const visit = async (who: string, then: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
    await gate.enter(never);
    order.push(`${who} in`);
    const after = then();
    await Promise.resolve();
    order.push(`${who} out`);
    gate.leave();
    await after;
  };
  // One comes when others wait that came before it.
  await Promise.all([visit('a'), visit('b', () => visit('e')), visit('c'), visit('d')]);
  expect(order).toEqual(['a', 'b', 'c', 'd', 'e'].flatMap((who) => [`${who} in`, `${who} out`]));
});

test('who gives up waiting takes no place', async () => {
  const gate = createGate(1);
  const controller = new AbortController();
  expect(await gate.enter(never)).toBe(true);
  const waiting = gate.enter(controller.signal);
  const next = gate.enter(never);
  controller.abort();
  expect(await waiting).toBe(false);
  gate.leave();
  expect(await next).toBe(true);
});

test('who comes too late does not enter a free place', async () => {
  expect(await createGate(1).enter(AbortSignal.abort())).toBe(false);
});
