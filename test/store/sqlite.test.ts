import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { parseResultId } from '#core/results/result-id.ts';
import { openSqliteStore } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { run, serve } from '#test/program.ts';
import { expiresAt, lastMoment, resultOf, small } from '#test/store/results.ts';

/** What a store in a file has besides. */

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
let file: string;
beforeEach(() => {
  file = join(folder, `${files++}`, 'below', 'store.sqlite');
});

const open = (): Store => {
  const store = openSqliteStore(file);
  onTestFinished(() => store.close());
  return store;
};

/** What the file says to somebody who reads it beside the store. */
const read = (sql: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare(sql).get();
  database.close();
  return Object.values(row ?? {})[0];
};

test('the folder is made, and the file is there when it is opened again', async () => {
  const result = resultOf(small);
  const first = openSqliteStore(file);
  expect(await first.results.put(result)).toBe('stored');
  await first.close();
  expect(await open().results.get(result.id, lastMoment)).toEqual(result);
  expect(read('PRAGMA user_version')).toBe(2);
  expect(read('PRAGMA journal_mode')).toBe('wal');
});

test('two connections see the same', async () => {
  const [one, other] = [open(), open()];
  const result = resultOf(small);
  const claim = { key: 'mail', limit: 1, until: expiresAt };
  expect(await one.results.put(result)).toBe('stored');
  expect(await other.results.put(result)).toBe('taken');
  expect(await other.results.get(result.id, lastMoment)).toEqual(result);
  expect(await one.claims.take([claim], lastMoment)).toBeNull();
  expect(await other.claims.take([claim], lastMoment)).toBe(claim);
});

test('processes that open a new file at once let no more through together than the limit', async () => {
  const ended = await Promise.all(
    Array.from({ length: 4 }, () => run('test/store/keeper.ts', ['mail', '120'], { FILE: file })),
  );
  expect(ended.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
  expect(ended.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBe(120);
});

test('what was said to be stored is there after the process was killed', async () => {
  const keeper = await serve('test/store/keeper.ts', { FILE: file });
  await keeper.stop('SIGKILL');
  const [outcome, id = ''] = keeper.line.split(' ');
  expect(outcome).toBe('stored');
  const stored = parseResultId(id);
  expect(stored && (await open().results.get(stored, lastMoment))).toEqual({ ...resultOf(small), id: stored });
});

test('what has expired is deleted by later writes, some at a time', async () => {
  const store = open();
  for (let i = 0; i < 30; i++) {
    await store.results.put(resultOf(small));
    await store.claims.take([{ key: `mail ${i}`, limit: 1, until: expiresAt }], lastMoment);
  }
  const later = { storedAt: expiresAt, expiresAt: '2027-03-01T00:00:00Z' };
  const write = async () => {
    await store.results.put(resultOf(small, later));
    await store.claims.take([{ key: 'mail', limit: 9, until: later.expiresAt }], new Date(expiresAt));
  };
  await write();
  expect([read('SELECT count(*) FROM results'), read('SELECT count(*) FROM claims')]).toEqual([11, 11]);
  await write();
  expect([read('SELECT count(*) FROM results'), read('SELECT count(*) FROM claims')]).toEqual([2, 1]);
});

test('an id that has expired and is not deleted yet may be taken anew', async () => {
  const store = open();
  // What expired first is deleted first.
  const last = resultOf(small);
  for (let i = 0; i < 30; i++) await store.results.put(resultOf(small, { expiresAt: lastMoment.toISOString() }));
  expect(await store.results.put(last)).toBe('stored');
  const again = { ...last, storedAt: expiresAt, expiresAt: '2027-03-01T00:00:00Z' };
  expect(await store.results.put(again)).toBe('stored');
  expect(read('SELECT count(*) FROM results')).toBe(11);
  expect(await store.results.get(last.id, new Date(expiresAt))).toEqual(again);
});

test('a file of an earlier version is brought up, with what it holds', async () => {
  const result = resultOf(small);
  const first = openSqliteStore(file);
  await first.results.put(result);
  await first.close();
  const database = new DatabaseSync(file);
  database.exec('DROP TABLE suppressions; PRAGMA user_version = 1');
  database.close();
  const store = open();
  await store.suppressions.add('one', 'bounce', lastMoment);
  expect(await store.suppressions.reasonOf('one')).toBe('bounce');
  expect(await store.results.get(result.id, lastMoment)).toEqual(result);
});

test('a file of a later version is left alone', () => {
  openSqliteStore(file).close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 9');
  database.close();
  expect(() => openSqliteStore(file)).toThrow('schema 9 is later than 2');
});

test('a file that is no database is left alone', () => {
  openSqliteStore(file).close();
  const other = join(folder, 'text');
  writeFileSync(
    other,
    'a text that is no database, and long enough not to be taken for the beginning of one\n'.repeat(20),
  );
  expect(() => openSqliteStore(other)).toThrow('not a database');
});

test('after a write that failed the store goes on', async () => {
  const store = open();
  const claim = { key: 'mail', limit: 1, until: expiresAt };
  await expect(store.claims.take([{ ...claim, until: '' }], lastMoment)).rejects.toThrow('NOT NULL');
  expect(await store.claims.take([claim], lastMoment)).toBeNull();
});
