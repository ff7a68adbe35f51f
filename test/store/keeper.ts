import { openSqliteStore } from '#store/sqlite.ts';
import { resultOf, small } from '#test/store/results.ts';

/**
 * A process that has a store open:
 *
 *     node test/store/keeper.ts            stores a result, prints its id, and stays
 *     node test/store/keeper.ts KEY LIMIT  makes 50 claims, and prints how many were let through
 */

const store = openSqliteStore(process.env.FILE ?? '');
const [key, limit] = process.argv.slice(2);

if (key === undefined) {
  const result = resultOf(small);
  const outcome = await store.results.put(result);
  process.stdout.write(`${outcome} ${result.id}\n`);
  setInterval(() => undefined, 60_000);
} else {
  const claim = { key, limit: Number(limit), until: '2026-11-25T00:00:00Z' };
  let taken = 0;
  for (let i = 0; i < 50; i++) {
    if ((await store.claims.take([claim], new Date('2026-11-24T12:00:00Z'))) === null) taken++;
  }
  process.stdout.write(`${taken}\n`);
}
