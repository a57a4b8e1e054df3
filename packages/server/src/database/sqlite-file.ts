import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { assert } from "@duka/domain";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** How long a plain statement waits, blocking, for another process (a CLI command) to finish writing. */
const BUSY_TIMEOUT_MS = 100;
const CACHED_STATEMENTS_MAX = 200;
/** Longer texts are bulk inserts, each of its own length: caching them would only push out the others. */
const CACHED_SQL_LENGTH_MAX = 4_000;

/** Opens a file so that a commit is on disk when it returns: WAL, `synchronous=FULL`, foreign keys on. */
export function openSqliteFile(path: string): DatabaseSync {
  const file = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  file.exec("PRAGMA journal_mode = WAL");
  // Some builds drop to NORMAL as soon as WAL is on, which acknowledges sales that a power cut then loses.
  file.exec("PRAGMA synchronous = FULL");
  file.exec("PRAGMA trusted_schema = OFF");
  return file;
}

/** An open file in the shape Kysely's SQLite driver expects, with a bounded cache of prepared statements. */
export function kyselyDatabase(file: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(sql) {
      const cached = cache.get(sql);
      if (cached !== undefined) {
        cache.delete(sql);
        cache.set(sql, cached);
        return cached;
      }
      const statement = kyselyStatement(file.prepare(sql));
      if (sql.length <= CACHED_SQL_LENGTH_MAX) addToCache(cache, sql, statement);
      return statement;
    },
  };
}

function addToCache(cache: Map<string, SqliteStatement>, sql: string, statement: SqliteStatement): void {
  cache.set(sql, statement);
  const [oldest] = cache.keys();
  if (cache.size > CACHED_STATEMENTS_MAX && oldest !== undefined) cache.delete(oldest);
}

function kyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bindable(parameters)).map(toPlainRow),
    run: (parameters) => statement.run(...bindable(parameters)),
    *iterate(parameters) {
      for (const row of statement.iterate(...bindable(parameters))) yield toPlainRow(row);
    },
  };
}

/** node:sqlite hands out null-prototype rows, which `toEqual`, Fastify and spread-less copies treat differently. */
function toPlainRow(row: object): object {
  return { ...row };
}

/**
 * Integers go in as 64-bit integers: node:sqlite would bind every number as a double, and `7.0 / 2` is not `7 / 2`.
 * An integer beyond 2^53 is refused here; one read back throws in node:sqlite (ERR_OUT_OF_RANGE).
 */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (typeof value !== "number") return value as SQLInputValue; // node:sqlite itself refuses what it cannot store.
    if (!Number.isInteger(value)) return value;
    assert(Number.isSafeInteger(value), `${value} is beyond 2^53 and cannot be stored exactly.`);
    return BigInt(value);
  });
}
