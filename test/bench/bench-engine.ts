import { equal } from 'node:assert/strict';
import { check, checkAsLittle, evaluateOurs } from './bench-check.ts';
import { checkWithMailauth, evaluateWithMailauth, ofZone } from './bench-mailauth.ts';
import { memoryResolver } from './bench-memory.ts';
import { type Part, processorTime, row } from './bench-table.ts';
import { benchDomains, benchZone } from './bench-zone.ts';

const rounds = 15;
/** Times that each domain is evaluated in a round. */
const repeats = 25;

/** How many are done in a second of the processor. */
const perSecond = async (count: number, work: () => Promise<unknown>): Promise<number> =>
  (count * 1_000) /
  (await processorTime(async () => {
    for (let i = 0; i < count; i++) await work();
  }));

const forAll =
  (one: (name: string) => Promise<unknown>): (() => Promise<void>) =>
  async () => {
    for (const { name } of benchDomains) await one(name);
  };

export const engine = async (): Promise<Part> => {
  const ours = memoryResolver(benchZone);
  const theirs = ofZone(benchZone);
  for (const { name } of benchDomains)
    equal(await evaluateOurs(name, ours), await evaluateWithMailauth(name, theirs), name);

  const best = { evaluation: 0, 'mailauth evaluation': 0, check: 0, 'as little': 0, 'mailauth check': 0 };
  const work: readonly (readonly [keyof typeof best, number, () => Promise<void>])[] = [
    ['evaluation', repeats, forAll((name) => evaluateOurs(name, ours))],
    ['mailauth evaluation', repeats, forAll((name) => evaluateWithMailauth(name, theirs))],
    ['check', 2, forAll((name) => check(name, ours))],
    ['as little', 5, forAll((name) => checkAsLittle(name, ours))],
    ['mailauth check', 5, forAll((name) => checkWithMailauth(name, theirs))],
  ];
  for (let round = 0; round < rounds; round++)
    for (const [name, count, one] of work)
      best[name] = Math.max(best[name], (await perSecond(count, one)) * benchDomains.length);
  return {
    notes: [
      `Evaluations of one sender by SPF in a second of the processor, with the answers in memory; the fastest of ${rounds} rounds in turn.`,
      'Ours gives every step, the term that matched and the way to it; mailauth the result, its comment and the header.',
      'A check is the full one, beside SPF of one sender and DMARC.',
    ],
    rows: [
      row('evaluations beside mailauth', best.evaluation, best['mailauth evaluation'], { least: 5 }),
      row('SPF and DMARC alone beside mailauth', best['as little'], best['mailauth check'], null),
      row('checks beside mailauth', best.check, best['mailauth check'], null),
    ],
  };
};
