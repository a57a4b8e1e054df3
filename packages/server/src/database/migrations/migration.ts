import type { CreateTableBuilder, Kysely } from "kysely";
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

/** CREATE TABLE with what the engine wants said at its end (STRICT, InnoDB). */
export function createTable(db: MigrationDatabase, name: string): CreateTableBuilder<string> {
  const { tableSuffix } = dialectOf(db);
  const builder = db.schema.createTable(name);
  return tableSuffix === undefined ? builder : builder.modifyEnd(tableSuffix);
}

/** Drops tables in the order given: those that refer to others come first. */
export async function dropTables(db: MigrationDatabase, names: readonly string[]): Promise<void> {
  for (const name of names) await db.schema.dropTable(name).execute();
}
