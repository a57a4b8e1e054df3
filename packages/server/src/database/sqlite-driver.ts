import { setTimeout as delay } from "node:timers/promises";
import type { DatabaseSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { isSqliteBusy } from "./database-failure.ts";
import { kyselyDatabase } from "./sqlite-file.ts";

/** How long opening a transaction waits for another process, without blocking the event loop. */
const BEGIN_WAIT_MAX_MS = 5_000;
const BEGIN_RETRY_DELAY_MS = 10;

/** Kysely over node:sqlite: one connection, one writer, `BEGIN IMMEDIATE`. */
export class NodeSqliteDialect implements Dialect {
  readonly #file: DatabaseSync;

  constructor(file: DatabaseSync) {
    this.#file = file;
  }

  createDriver(): Driver {
    return new ImmediateDriver(this.#file);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- Kysely's own signature
  createIntrospector(db: Kysely<any>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** SQLite's DDL is transactional; Kysely says otherwise, and would leave half a migration behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #file: DatabaseSync;

  constructor(file: DatabaseSync) {
    super({ database: kyselyDatabase(file) });
    this.#file = file;
  }

  /** Takes the write lock at once: a transaction that reads first and writes later could be refused half-way. */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = CompiledQuery.raw(settings?.accessMode === "read only" ? "begin deferred" : "begin immediate");
    for (let waitedMs = 0; ; waitedMs += BEGIN_RETRY_DELAY_MS) {
      try {
        await connection.executeQuery(begin);
        return;
      } catch (error) {
        if (!isSqliteBusy(error) || waitedMs >= BEGIN_WAIT_MAX_MS) throw error;
        await delay(BEGIN_RETRY_DELAY_MS);
      }
    }
  }

  /** SQLite rolls back by itself on a full disk or an I/O error; a second rollback must not hide that first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.isTransaction) await super.rollbackTransaction(connection);
  }
}
