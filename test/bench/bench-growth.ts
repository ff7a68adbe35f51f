import { sender } from '#core/sender.ts';
import { type Zone, zoneResolver } from '#test/zone.ts';
import { roundsOf } from './bench-chain.ts';
import { check } from './bench-check.ts';
import { inFlight } from './bench-in-flight.ts';
import { memoryResolver } from './bench-memory.ts';
import { type Part, type Row, row, timed } from './bench-table.ts';
import { benchZone } from './bench-zone.ts';

/** Names of a tree; each includes so many others. Past a hundred questions no more are asked. */
const sizes = [5, 10, 20, 40, 80] as const;
const includes = 3;

const rounds = 40;

/** The machine has other things to do: what grows as its size, and a quarter more, is taken to grow as its size. */
const linear = { most: 1.25 } as const;

const domain = 'stort.example';

const treeOf = (size: number): Zone => {
  const names = Array.from({ length: size }, (_, i) => (i === 0 ? domain : `navn${i}.tre.example`));
  return Object.fromEntries(
    names.map((name, i) => {
      const below = names.slice(i * includes + 1, (i + 1) * includes + 1).map((child) => `include:${child}`);
      return [name, [{ TXT: ['v=spf1', `ip4:198.51.100.${i}`, ...below, '-all'].join(' ') }]];
    }),
  );
};

interface Measured {
  readonly size: number;
  /** Milliseconds, with answers in memory: the fastest of all rounds. */
  readonly time: number;
  readonly questions: number;
  /** How often answers are waited for. */
  readonly rounds: number;
  /** Octets of the report, as it is sent. */
  readonly octets: number;
}

const measure = async (size: number): Promise<Measured> => {
  const senders = [sender.include, sender.dkimTarget].map((name) => [name, benchZone[name] ?? []]);
  const zone: Zone = { ...Object.fromEntries(senders), ...treeOf(size) };
  const log = zoneResolver(zone);
  const memory = memoryResolver(zone);
  const checkOnce = () => check(domain, memory);
  await check(domain, log);
  let time = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) time = Math.min(time, await timed(checkOnce));
  const octets = Buffer.byteLength(JSON.stringify(await checkOnce()));
  return { size, time, questions: log.log.length, rounds: await roundsOf(domain, zone), octets };
};

/** What a figure is, beside what it would be had it grown from the size before as the size did. */
const rowsOf = (measured: readonly Measured[], figure: 'time' | 'questions' | 'octets', name: string): readonly Row[] =>
  measured.flatMap((each, i) => {
    const before = measured[i - 1];
    return before === undefined
      ? []
      : [row(`${each.size} names, ${name}`, each[figure], (before[figure] * each.size) / before.size, linear)];
  });

export const growth = async (): Promise<Part> => {
  await measure(sizes[0]);
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size));
  const [first, last] = [measured[0], measured.at(-1)];
  return {
    notes: [
      `Trees in which each name includes ${includes} others, answers in memory. Beside: what the size before had, grown as the size.`,
      'Checks in flight ask over DNS that answers at once, through one client that keeps no answers. Beside: one at a time.',
    ],
    rows: [
      ...rowsOf(measured, 'time', 'ms'),
      ...rowsOf(measured, 'questions', 'questions'),
      ...rowsOf(measured, 'octets', 'octets of a report'),
      ...(first === undefined || last === undefined
        ? []
        : [row(`rounds of ${last.size} names beside ${first.size}`, last.rounds, first.rounds, null)]),
      ...(await inFlight(linear)),
    ],
  };
};
