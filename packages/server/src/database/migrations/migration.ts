import type { CreateTableBuilder, Kysely, RawBuilder } from "kysely";
import { dialectOf } from "../dialect.ts";

/** A migration does not know today's tables: it runs on yesterday's. */
export type MigrationDatabase = Kysely<unknown>;

/** One step of the schema, the same for all engines. */
export type DukaMigration = {
  readonly name: string;
  /** The number of the oldest binary that may run on the schema this step makes: expand first, contract a release later. */
  readonly oldestBinary: number;
  readonly up: (db: MigrationDatabase) => Promise<void>;
  readonly down: (db: MigrationDatabase) => Promise<void>;
};

/**
 * CREATE TABLE with what the engine wants said at its end (STRICT, InnoDB). MySQL commits each statement by itself, so
 * a step that was interrupted has done some already: there, what exists is passed over when the step runs again.
 */
export function createTable(db: MigrationDatabase, name: string): CreateTableBuilder<string> {
  const { tableSuffix, hasTransactionalDdl } = dialectOf(db);
  const builder = hasTransactionalDdl ? db.schema.createTable(name) : db.schema.createTable(name).ifNotExists();
  return tableSuffix === undefined ? builder : builder.modifyEnd(tableSuffix);
}

/** Drops tables in the order given: those that refer to others come first. */
export async function dropTables(db: MigrationDatabase, names: readonly string[]): Promise<void> {
  const { hasTransactionalDdl } = dialectOf(db);
  for (const name of names) {
    const drop = db.schema.dropTable(name);
    await (hasTransactionalDdl ? drop : drop.ifExists()).execute();
  }
}

/** An index of the given columns, in that order. */
export async function createIndex(
  db: MigrationDatabase,
  name: string,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
): Promise<void> {
  await passingOverWhatIsDone(
    db,
    db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns]),
  );
}

/** Adds a column that may be null, so that the previous release can go on writing. */
export async function addColumn(
  db: MigrationDatabase,
  table: string,
  { name, type }: { readonly name: string; readonly type: RawBuilder<unknown> },
): Promise<void> {
  await passingOverWhatIsDone(db, db.schema.alterTable(table).addColumn(name, type));
}

export async function dropColumn(db: MigrationDatabase, table: string, name: string): Promise<void> {
  await passingOverWhatIsDone(db, db.schema.alterTable(table).dropColumn(name));
}

/** MySQL: the column is there, the index is there, what should be dropped is not. */
const ALREADY_DONE: ReadonlySet<unknown> = new Set([1060, 1061, 1091]);

async function passingOverWhatIsDone(
  db: MigrationDatabase,
  statement: { readonly execute: () => Promise<void> },
): Promise<void> {
  try {
    await statement.execute();
  } catch (error) {
    const isDone = error instanceof Error && "errno" in error && ALREADY_DONE.has(error.errno);
    if (dialectOf(db).hasTransactionalDdl || !isDone) throw error;
  }
}
