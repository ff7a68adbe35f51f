import { writeSync } from 'node:fs';
import { createResultId } from '#core/results/result-id.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { resultOf, small } from '#test/store/results.ts';

/**
 * `FILE=… node test/store/writer.ts`: a process that stores results, claims and addresses that want no mail, one after the
 * other without an end, and prints a line of each when it has been told that it is stored.
 */

const store = openSqliteStore(process.env.FILE ?? '');
const now = new Date('2026-11-24T12:00:00Z');
const until = '2026-11-25T00:00:00Z';
// At once: what stands in the pipe outlives the process.
const say = (line: string): void => void writeSync(1, `${line}\n`);

say('open');
for (;;) {
  const result = resultOf(small);
  await store.results.put(result);
  say(`result ${result.id}`);
  const pair = ['one', 'other'].map((key) => ({ key, limit: 1_000_000, until }));
  await store.claims.take(pair, now);
  say('claims');
  const recipient = createResultId();
  await store.suppressions.add(recipient, 'unsubscribed', now);
  say(`recipient ${recipient}`);
}
