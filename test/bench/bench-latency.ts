import { deepEqual } from 'node:assert/strict';
import { longestChain, questionsOf } from './bench-chain.ts';
import { check, coldClient, verdictOf } from './bench-check.ts';
import { startDnsProcess } from './bench-dns.ts';
import { checkWithMailauth, ofServer } from './bench-mailauth.ts';
import { type Part, type Row, row, sum, timed } from './bench-table.ts';
import { benchDomains, benchZone } from './bench-zone.ts';

/** Milliseconds before each answer. */
const delay = 20;
const rounds = 7;

/** Milliseconds for one domain, the fastest of all rounds. */
interface Times {
  readonly depth: number;
  /** The longest chain of dependent questions, as long as its answers are waited for. */
  readonly limit: number;
  readonly cold: number;
  readonly warm: number;
  readonly mailauth: number;
}

const measure = async (): Promise<readonly Times[]> => {
  const dns = await startDnsProcess(benchZone, delay);
  try {
    const shared = coldClient(dns);
    const sides = {
      cold: (name: string) => check(name, coldClient(dns).resolver()),
      warm: (name: string) => check(name, shared.resolver()),
      mailauth: (name: string) => checkWithMailauth(name, ofServer(dns)),
    };
    for (const { name } of benchDomains) {
      // The first of each side also warms the code, and the shared cache.
      deepEqual(await sides.mailauth(name), verdictOf(await sides.warm(name)), name);
      await sides.cold(name);
    }
    const all = benchDomains.map(() => ({ cold: [] as number[], warm: [] as number[], mailauth: [] as number[] }));
    for (let round = 0; round < rounds; round++)
      for (const [i, { name }] of benchDomains.entries())
        for (const side of ['cold', 'warm', 'mailauth'] as const)
          all[i]?.[side].push(await timed(() => sides[side](name)));
    return Promise.all(
      benchDomains.map(async ({ name, depth }, i) => ({
        depth,
        limit: delay * longestChain(name, await questionsOf(name, benchZone), benchZone),
        cold: Math.min(...(all[i]?.cold ?? [])),
        warm: Math.min(...(all[i]?.warm ?? [])),
        mailauth: Math.min(...(all[i]?.mailauth ?? [])),
      })),
    );
  } finally {
    dns.close();
  }
};

const mean = (times: readonly Times[], of: Exclude<keyof Times, 'depth'>): number =>
  sum(times.map((each) => each[of])) / times.length;

/** @param comparedWithMailauth the bound where both are compared. */
const rowsOf = (name: string, times: readonly Times[], comparedWithMailauth: Row['bound']): readonly Row[] => [
  row(`${name}, cold beside the limit`, mean(times, 'cold'), mean(times, 'limit'), { most: 1.15 }),
  row(`${name}, warm beside the limit`, mean(times, 'warm'), mean(times, 'limit'), { most: 1 }),
  row(`${name}, mailauth beside cold`, mean(times, 'mailauth'), mean(times, 'cold'), comparedWithMailauth),
];

export const latency = async (): Promise<Part> => {
  const times = await measure();
  const depths = [...new Set(benchDomains.map(({ depth }) => depth))];
  return {
    notes: [
      `Milliseconds, the fastest of ${rounds} rounds: whatever else the machine does can only add to them. DNS takes ${delay} ms for an answer.`,
      'Each depth is the mean of a domain that is set up and one that is not. The limit is the longest chain of dependent questions.',
      'Ours is a full check: SPF with its correction and proof, DKIM, DMARC, MX. mailauth says SPF of one sender and DMARC, and the same of both.',
      'mailauth asks one question after the other: with ten look-ups at most, and seven of them a chain, there is little to win at the deepest.',
    ],
    rows: [
      ...depths.flatMap((depth) =>
        rowsOf(
          `depth ${depth}`,
          times.filter((each) => each.depth === depth),
          null,
        ),
      ),
      ...rowsOf('all depths', times, { least: 2.3 }),
    ],
  };
};
