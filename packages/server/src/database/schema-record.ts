import type { Kysely } from "kysely";
import { DEFAULT_MIGRATION_TABLE } from "kysely/migration";
import type { DukaMigration, MigrationDatabase } from "./migrations/migration.ts";
import type { Tables } from "./schema.ts";

/** What the database says about its own schema. */
export type SchemaRecord = {
  /** Names of the steps that ran, oldest first. */
  readonly applied: readonly string[];
  /** The number of the oldest binary that may run here. */
  readonly oldestBinary: number;
};

/** Writes down which schema this is and the oldest binary that may run on it: an older binary cannot know by itself. */
export async function recordSchema(db: MigrationDatabase, applied: readonly DukaMigration[]): Promise<void> {
  const oldestBinary = Math.max(1, ...applied.map((migration) => migration.oldestBinary));
  // The settings table is there from the first step on and keeps its shape, so today's types hold.
  const settings = db as Kysely<Tables>;
  await settings.deleteFrom("server_settings").where("name", "in", ["schema", "schema_oldest_binary"]).execute();
  await settings
    .insertInto("server_settings")
    .values([
      { name: "schema", value: applied.at(-1)?.name ?? "none" },
      { name: "schema_oldest_binary", value: String(oldestBinary) },
    ])
    .execute();
}

/** Reads it back; a database without our tables has no step applied. */
export async function readSchemaRecord(db: Kysely<Tables>): Promise<SchemaRecord> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return { applied: [], oldestBinary: 0 };
  // Kysely's own table is not in our table types.
  const migrations = (db as unknown as Kysely<{ kysely_migration: { name: string } }>).selectFrom("kysely_migration");
  const rows = await migrations.select("name").orderBy("name").execute();
  const applied = rows.map((row) => row.name);
  if (applied.length === 0) return { applied, oldestBinary: 0 };
  const setting = await db
    .selectFrom("server_settings")
    .select("value")
    .where("name", "=", "schema_oldest_binary")
    .executeTakeFirst();
  return { applied, oldestBinary: Number(setting?.value ?? 0) };
}
