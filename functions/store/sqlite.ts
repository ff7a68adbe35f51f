import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { busyPause, busyTimeout, expiredPerWrite } from './limits.ts';
import { packResult, unpackResult } from './packed-result.ts';
import { type Claim, type Claims, type Results, type Store, type Suppressions, suppressionReasons } from './store.ts';

/** The schema, in steps: `user_version` is how many of them a file has behind it. A step that is published stays as it is. */
const steps: readonly string[] = [
  `CREATE TABLE results (id TEXT PRIMARY KEY, octets BLOB NOT NULL, expires INTEGER NOT NULL) STRICT;
   CREATE INDEX results_expires ON results (expires);
   CREATE TABLE claims (key TEXT PRIMARY KEY, uses INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX claims_until ON claims (until);`,
  `CREATE TABLE suppressions (recipient TEXT PRIMARY KEY, reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
];

/**
 * The store in a file of SQLite, for one machine: several processes may have the same file open. What has been answered
 * with `stored`, or counted, is on the disk.
 *
 * @param file its path; the folder is made where it is missing. `:memory:` for a store that ends with the process.
 * @throws Error where the file cannot be opened, is no database, or was made by a later version of this program.
 */
export const openSqliteStore = (file: string): Store => {
  // The folder of `:memory:` is this one, which is there.
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: busyTimeout });
  try {
    useLog(database);
    // On the disk before a write is answered.
    database.exec('PRAGMA synchronous = FULL');
    bringUp(database);
    return {
      results: resultsOf(database),
      claims: claimsOf(database),
      suppressions: suppressionsOf(database),
      close: async () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
};

const busy = 5;
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === busy;

/**
 * With a log, readers and a writer do not wait for each other. SQLite itself does not wait where two processes turn a new
 * file to it at once: it says that the file is busy, and the next try finds it turned.
 */
const useLog = (database: DatabaseSync): void => {
  for (const end = Date.now() + busyTimeout; ; ) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyPause);
    }
  }
};

/** IMMEDIATE: nobody else writes between what is read here and what is written. */
const transaction = <T>(database: DatabaseSync, work: () => T, keeps: (made: T) => boolean = () => true): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const made = work();
    database.exec(keeps(made) ? 'COMMIT' : 'ROLLBACK');
    return made;
  } catch (error) {
    // A full disk, for one, may have ended it already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

const bringUp = (database: DatabaseSync): void =>
  transaction(database, () => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > steps.length) throw new Error(`schema ${version} is later than ${steps.length}, which is known here`);
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });

const resultsOf = (database: DatabaseSync): Results => {
  const clear = database.prepare(
    'DELETE FROM results WHERE id IN (SELECT id FROM results WHERE expires <= :now ORDER BY expires LIMIT :most)',
  );
  const insert = database.prepare(
    `INSERT INTO results (id, octets, expires) VALUES (:id, :octets, :expires)
     ON CONFLICT DO UPDATE SET octets = excluded.octets, expires = excluded.expires WHERE expires <= :now`,
  );
  const select = database.prepare('SELECT octets FROM results WHERE id = :id AND expires > :now');
  return {
    put: async (result) => {
      const octets = packResult(result);
      if (octets === null) return 'too_large';
      const now = Date.parse(result.storedAt);
      return transaction(database, () => {
        clear.run({ now, most: expiredPerWrite });
        const { changes } = insert.run({ id: result.id, octets, expires: Date.parse(result.expiresAt), now });
        return changes === 0 ? 'taken' : 'stored';
      });
    },
    get: async (id, now) => {
      const octets = select.get({ id, now: now.getTime() })?.octets;
      return octets instanceof Uint8Array ? unpackResult(id, octets) : null;
    },
  };
};

const claimsOf = (database: DatabaseSync): Claims => {
  const clear = database.prepare(
    'DELETE FROM claims WHERE key IN (SELECT key FROM claims WHERE until <= :now ORDER BY until LIMIT :most)',
  );
  // A count that is past its time begins anew; one that is not keeps the time that it began with.
  const count = database.prepare(
    `INSERT INTO claims (key, uses, until) SELECT :key, 1, :until WHERE :limit >= 1
     ON CONFLICT DO UPDATE SET
       uses = CASE WHEN until <= :now THEN 1 ELSE uses + 1 END,
       until = CASE WHEN until <= :now THEN excluded.until ELSE until END
     WHERE until <= :now OR uses < :limit`,
  );
  const isCounted = ({ key, limit, until }: Claim, now: number): boolean =>
    count.run({ key, limit, until: Date.parse(until), now }).changes !== 0;
  return {
    take: async (claims, date) => {
      const now = date.getTime();
      const take = (): Claim | null => {
        clear.run({ now, most: expiredPerWrite });
        return claims.find((claim) => !isCounted(claim, now)) ?? null;
      };
      return transaction(database, take, (usedUp) => usedUp === null);
    },
  };
};

const suppressionsOf = (database: DatabaseSync): Suppressions => {
  const insert = database.prepare(
    'INSERT INTO suppressions (recipient, reason, since) VALUES (:recipient, :reason, :since) ON CONFLICT DO NOTHING',
  );
  const select = database.prepare('SELECT reason FROM suppressions WHERE recipient = :recipient');
  return {
    add: async (recipient, reason, now) => {
      insert.run({ recipient, reason, since: now.getTime() });
    },
    reasonOf: async (recipient) => {
      const reason = select.get({ recipient })?.reason;
      return suppressionReasons.find((each) => each === reason) ?? null;
    },
  };
};
