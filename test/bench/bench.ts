import { parseArgs } from 'node:util';
import { bundles } from './bench-bundles.ts';
import { engine } from './bench-engine.ts';
import { growth } from './bench-growth.ts';
import { latency } from './bench-latency.ts';
import { pages } from './bench-pages.ts';
import { questions } from './bench-questions.ts';
import { faultOf, isHeld, type Part, printTable, timed } from './bench-table.ts';
import { throughput } from './bench-throughput.ts';

/**
 * `npm run bench`: what a check costs, beside mailauth and beside what it could be, all in one run on one machine. It fails
 * where a bound is not held, and says which.
 *
 *     npm run bench -- --only latency --only engine
 */

const parts: Readonly<Record<string, () => Promise<Part>>> = {
  latency,
  questions,
  throughput,
  engine,
  growth,
  bundles,
  pages,
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: Object.keys(parts) } } });

const faults: string[] = [];
for (const name of values.only) {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part "${name}": there is ${Object.keys(parts).join(', ')}`);
  let measured: Part = { notes: [], rows: [] };
  const milliseconds = await timed(async () => {
    measured = await part();
  });
  console.log(`\n${name}, measured in ${Math.round(milliseconds / 1_000)} s`);
  for (const note of measured.notes) console.log(`  ${note}`);
  printTable(measured.rows);
  faults.push(...measured.rows.filter((row) => isHeld(row) === false).map((row) => faultOf(name, row)));
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
