import { parseArgs } from 'node:util';
import { type Asked, createQuestions, hold, type Outcome } from './load-connections.ts';
import { startServers } from './load-servers.ts';

/**
 * `npm run load`: the local server under 32 and 256 connections, a minute each, over DNS that takes 20 ms for an answer; then
 * under 2,000, which it has to refuse politely, and 32 again, as if nothing had been. It says how many were answered and
 * how fast, and what memory the server took. It fails where the server does.
 *
 *     npm run load -- --seconds 5 --delay 100
 */

/**
 * Octets that the server may grow by from the middle of the second phase, when its caches are full, to the end of all: 3 KiB
 * for each of some 30,000 requests, where a report has 20. A sound server grows by 25 MiB, which the 2,000 connections took
 * and Node does not give back.
 */
const growth = 96 * 1_024 * 1_024;

interface Phase {
  readonly connections: number;
  /** Of the time that is asked for. */
  readonly share: number;
  /** Seconds that it takes until all of them are open, and some more. */
  readonly least?: number;
  /** More than it can take. */
  readonly isTooMuch?: true;
}

const phases: readonly Phase[] = [
  { connections: 32, share: 1 },
  { connections: 256, share: 1 },
  { connections: 2_000, share: 0.5, least: 15, isTooMuch: true },
  { connections: 32, share: 0.25 },
];

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, delay: { type: 'string', default: '20' } },
});
const seconds = Number(values.seconds);

const numberOf = (asked: readonly Asked[], outcome: Outcome): number =>
  asked.filter((each) => each.outcome === outcome).length;

/** Milliseconds; null where nothing was answered. */
const percentile = (asked: readonly Asked[], share: number): number | null => {
  const times = asked.filter(({ outcome }) => outcome === 'answered').map(({ took }) => took);
  const at = times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)];
  return at === undefined ? null : Math.round(at);
};

const rowOf = (asked: readonly Asked[]) => ({
  answered: numberOf(asked, 'answered'),
  refused: numberOf(asked, 'refused'),
  incomplete: numberOf(asked, 'incomplete'),
  errors: numberOf(asked, 'error'),
  'p50 ms': percentile(asked, 0.5),
  'p99 ms': percentile(asked, 0.99),
});

const middleOf = (memory: readonly number[]): number => memory[Math.floor(memory.length / 2)] ?? 0;
const mebibytes = (octets: number): string => `${Math.round(octets / 1_024 / 1_024)} MiB`;

/** What is wrong with a phase. */
const faultsOf = (asked: readonly Asked[], isTooMuch: boolean): readonly string[] => {
  const errors = asked.filter(({ outcome }) => outcome === 'error' || outcome === 'incomplete');
  const refused = numberOf(asked, 'refused');
  return [
    ...errors.slice(0, 3).map(({ kind, outcome, said }) => `${kind}: ${outcome} ${said}`),
    ...(isTooMuch && refused === 0 ? ['nothing was refused'] : []),
    ...(!isTooMuch && refused > 0 ? [`${refused} were refused`] : []),
    ...(numberOf(asked, 'answered') === 0 ? ['nothing was answered'] : []),
  ];
};

const servers = await startServers(Number(values.delay));
const faults: string[] = [];
/** Octets of memory, every half second of each phase. */
const memories: (readonly number[])[] = [];
try {
  const page = await (await fetch(servers.origin)).text();
  const question = createQuestions(/\/_astro\/[^"]+\.css/.exec(page)?.[0] ?? '/_astro/none.css');
  for (const { connections, share, least = 1, isTooMuch = false } of phases) {
    const memory = [servers.memory()];
    const watch = setInterval(() => memory.push(servers.memory()), 500);
    const time = Math.max(least, seconds * share);
    const asked = await hold(servers.origin, { connections, seconds: time, question });
    clearInterval(watch);
    console.log(
      `\n${connections} connections for ${time} s: ${asked.length} requests, ${Math.round(asked.length / time)} a second; ` +
        `memory ${[memory[0] ?? 0, middleOf(memory), memory.at(-1) ?? 0].map(mebibytes).join(', ')} at the beginning, middle and end`,
    );
    const kinds = [...new Set(asked.map(({ kind }) => kind))].toSorted();
    console.table({
      ...Object.fromEntries(kinds.map((kind) => [kind, rowOf(asked.filter((each) => each.kind === kind))])),
      all: rowOf(asked),
    });
    memories.push(memory);
    faults.push(...faultsOf(asked, isTooMuch).map((fault) => `${connections} connections: ${fault}`));
  }
  const grown = (memories.at(-1)?.at(-1) ?? 0) - middleOf(memories[1] ?? []);
  if (grown > growth) faults.push(`memory grew by ${mebibytes(grown)}`);
} finally {
  const { exitCode, stderr } = await servers.close();
  if (exitCode !== 0) faults.push(`the server ended with ${exitCode}`);
  if (stderr !== '') faults.push(`the server said: ${stderr}`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
