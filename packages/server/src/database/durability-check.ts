import { sql } from "kysely";
import { type DialectCapabilities, dialectOf } from "./dialect.ts";
import type { Database } from "./schema.ts";

/**
 * Whether a commit on this connection survives a power cut. Returns one sentence per setting that says otherwise; the
 * server refuses to start when there is one, because it would acknowledge sales that can still be lost.
 */
export async function checkDurability(db: Database): Promise<readonly string[]> {
  return await CHECKS[dialectOf(db).name](db);
}

const CHECKS: Record<DialectCapabilities["name"], (db: Database) => Promise<readonly string[]>> = {
  sqlite: checkSqlite,
  postgres: checkPostgres,
  mysql: checkMysql,
};

const SQLITE_SYNCHRONOUS_FULL = 2;

async function checkSqlite(db: Database): Promise<readonly string[]> {
  return await db.connection().execute(async (connection) => {
    const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(connection);
    const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(connection);
    const foreignKeys = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(connection);
    return [
      ...unlessEqual("SQLite journal_mode", mode.rows[0]?.journal_mode, "wal"),
      ...unlessAtLeast("SQLite synchronous", synchronous.rows[0]?.synchronous, SQLITE_SYNCHRONOUS_FULL),
      ...unlessEqual("SQLite foreign_keys", foreignKeys.rows[0]?.foreign_keys, 1),
    ];
  });
}

async function checkPostgres(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`.execute(
    db,
  );
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  return [
    ...unlessEqual("PostgreSQL fsync", settings.get("fsync"), "on"),
    ...unlessEqual("PostgreSQL full_page_writes", settings.get("full_page_writes"), "on"),
    // Every other value (local, on, remote_…) flushes at least this server's log before a commit returns.
    ...(settings.get("synchronous_commit") === "off" ? ["PostgreSQL synchronous_commit is off; it must be on."] : []),
  ];
}

async function checkMysql(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ flush: number; hasBinlog: number; syncBinlog: number }>`
    select @@global.innodb_flush_log_at_trx_commit as flush, @@global.log_bin as hasBinlog,
           @@global.sync_binlog as syncBinlog`.execute(db);
  const [row] = rows;
  return [
    ...unlessEqual("MySQL innodb_flush_log_at_trx_commit", row?.flush, 1),
    // With a binary log, recovery keeps only what that log holds.
    ...(row?.hasBinlog === 1 ? unlessEqual("MySQL sync_binlog (with log_bin on)", row.syncBinlog, 1) : []),
  ];
}

function unlessEqual(name: string, actual: unknown, required: string | number): readonly string[] {
  return actual === required ? [] : [`${name} is ${String(actual)}; it must be ${required}.`];
}

function unlessAtLeast(name: string, actual: number | undefined, required: number): readonly string[] {
  return actual !== undefined && actual >= required ? [] : [`${name} is ${actual}; it must be ${required}.`];
}
