import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run fuzz`: a million cases for the parsers and the API, with a seed that is new each time and printed, so that a run
 * can be had again. What is found has to become a row of a test.
 *
 *     npm run fuzz -- --cases 100000 --seed 7208
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});

console.log(`${values.cases} cases from the seed ${values.seed}`);
const begun = performance.now();
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz', '--reporter=verbose', '--maxWorkers=2'], {
  cwd: join(import.meta.dirname, '../..'),
  env: { ...process.env, FUZZ_CASES: values.cases, SEED: values.seed },
  stdio: 'inherit',
});
console.log(`${values.cases} cases from the seed ${values.seed}: ${Math.round((performance.now() - begun) / 1_000)} s`);
process.exitCode = status ?? 1;
