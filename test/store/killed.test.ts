import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { parseResultId } from '#core/results/result-id.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import { lastMoment, resultOf, small } from '#test/store/results.ts';

/** Processes that are killed, and machines that lose their power, in the middle of what they write. */

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = (): string => {
  const place = join(folder, String(files++));
  mkdirSync(place);
  return join(place, 'store.sqlite');
};

const rowsOf = (file: string, sql: string): readonly Record<string, unknown>[] => {
  const database = new DatabaseSync(file);
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

const expectSound = (file: string): void => {
  expect(rowsOf(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
};

/** Every result in the file, each read whole. */
const resultsIn = async (file: string): Promise<readonly string[]> => {
  const ids = rowsOf(file, 'SELECT id FROM results').map(({ id }) => String(id));
  const store = openSqliteStore(file);
  for (const id of ids) {
    const parsed = parseResultId(id);
    expect(parsed && (await store.results.get(parsed, lastMoment))).toEqual({ ...resultOf(small), id });
  }
  await store.close();
  return ids;
};

/** Kills a process that writes when it has said so many lines. @returns every line that it said before its end. */
const killAfter = async (lines: number, file: string): Promise<readonly string[]> => {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts')], {
    env: { PATH: process.env.PATH, FILE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void writer.kill('SIGKILL'));
  const errors = text(writer.stderr);
  let said = '';
  writer.stdout.on('data', (octets: Buffer) => {
    said += octets;
    if (said.split('\n').length > lines) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  expect([writer.signalCode, await errors]).toEqual(['SIGKILL', '']);
  // The last line has an end: the process says each in one piece.
  return said.trimEnd().split('\n');
};

/** Milliseconds: a process that begins and waits for the disk takes its time where the machine does other things. */
const patience = 60_000;

// SQLite writes its log back when it has 1,000 pages: here at some 460 lines.
test.each([
  ['as soon as it is open', 1],
  ['after one result', 2],
  ['after one result and its claims', 3],
  ['after a few of each', 20],
  ['after more, while the log grows', 197],
  ['when the log is about to be written back', 460],
  ['after that', 560],
])(
  'killed %s: what was said to be stored is there, and nothing half',
  { timeout: patience },
  async (_reason, lines) => {
    const file = newFile();
    const said: string[] = [];
    // The second process goes on with what the first one left.
    for (let round = 0; round < 2; round++) {
      said.push(...(await killAfter(lines, file)));
      expectSound(file);
      const of = (kind: string): readonly string[] =>
        said.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
      const results = await resultsIn(file);
      expect(results).toEqual(expect.arrayContaining([...of('result')]));
      // One may have been stored of which nothing could be said any more, by each process.
      expect(results.length - of('result').length).toBeLessThanOrEqual(round + 1);
      const recipients = rowsOf(file, 'SELECT recipient FROM suppressions').map(({ recipient }) => recipient);
      expect(recipients).toEqual(expect.arrayContaining([...of('recipient')]));
      // Both of a pair are counted, or neither.
      const uses = rowsOf(file, 'SELECT uses FROM claims ORDER BY key').map((row) => Number(row.uses));
      const claimed = said.filter((line) => line === 'claims').length;
      expect(uses[0]).toBe(uses[1]);
      expect(uses[0] ?? 0).toBeGreaterThanOrEqual(claimed);
      expect((uses[0] ?? 0) - claimed).toBeLessThanOrEqual(round + 1);
    }
  },
);

test('a log that was cut anywhere: what was stored up to there is there whole, and the file is sound', async () => {
  const file = newFile();
  const store = openSqliteStore(file);
  onTestFinished(() => store.close());
  const log = `${file}-wal`;
  /** How long the log was when each was stored. */
  const stored: { readonly id: string; readonly length: number }[] = [];
  for (let i = 0; i < 12; i++) {
    const result = resultOf(small);
    expect(await store.results.put(result)).toBe('stored');
    stored.push({ id: result.id, length: statSync(log).size });
  }
  const octets = readFileSync(log);
  const cuts = [0, 1, 31, 32, 33, octets.length, ...stored.flatMap(({ length }) => [length - 1, length, length + 1])];
  for (const cut of [...cuts, ...Array.from({ length: 40 }, (_, i) => Math.floor((octets.length * i) / 40))]) {
    const other = newFile();
    copyFileSync(file, other);
    writeFileSync(`${other}-wal`, octets.subarray(0, cut));
    // Opening it reads the log; where the schema itself was cut off, it is made anew.
    await openSqliteStore(other).close();
    expectSound(other);
    const whole = stored.filter(({ length }) => length <= cut).map(({ id }) => id);
    expect((await resultsIn(other)).toSorted()).toEqual(whole.toSorted());
  }
  expect(existsSync(log)).toBe(true);
});
