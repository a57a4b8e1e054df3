import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { migrateTo, migrateToLatest, migrateToNothing } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import type { DukaMigration } from "./migrations/migration.ts";
import { SHOP_COLUMN_OF_TABLE } from "./schema.ts";
import { readSchemaRecord } from "./schema-record.ts";

let opened: TestDatabase;
afterEach(async () => opened.close());

const names = MIGRATIONS.map((migration) => migration.name);

test("the migrations run up, down and up again, and leave nothing behind on the way down", async () => {
  opened = await openTestDatabase({ isMigrated: false });
  const { db } = opened;
  expect((await migrateToLatest(db)).map((step) => step.name)).toEqual(names);
  const schema = await schemaText(opened);
  expect((await migrateToNothing(db)).map((step) => step.name)).toEqual(names.toReversed());
  expect((await db.introspection.getTables()).map((table) => table.name)).toEqual([]);
  await migrateToLatest(db);
  expect(await schemaText(opened)).toEqual(schema);
});

test("migrating to a step goes up or down until that step is the last one", async () => {
  opened = await openTestDatabase();
  const { db } = opened;
  const [first = "", second = ""] = names;
  await migrateTo(db, first);
  expect((await readSchemaRecord(db)).applied).toEqual([first]);
  await migrateTo(db, second);
  expect((await readSchemaRecord(db)).applied).toEqual([first, second]);
  expect(await migrateTo(db, second)).toEqual([]);
});

test("a step that fails is undone as a whole, and the steps before it stay", async () => {
  opened = await openTestDatabase({ isMigrated: false });
  const broken: DukaMigration = {
    name: "9999_broken",
    oldestBinary: 5,
    up: async (db) => {
      await sql`create table half_done (id integer) strict`.execute(db);
      throw new Error("power cut");
    },
    down: async () => {},
  };
  await expect(migrateToLatest(opened.db, { migrations: [...MIGRATIONS, broken] })).rejects.toThrow(
    "Migration 9999_broken failed: power cut",
  );
  expect((await readSchemaRecord(opened.db)).applied).toEqual(names);
  expect((await opened.db.introspection.getTables()).map((table) => table.name)).not.toContain("half_done");
});

test("every table is STRICT, and every key of a tenant table starts with the shop", async () => {
  opened = await openTestDatabase();
  const tables = await sql<{ name: string; strict: number }>`
    select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(
    opened.db,
  );
  expect(tables.rows.filter((table) => table.strict !== 1)).toEqual([]);
  for (const [table, column] of Object.entries(SHOP_COLUMN_OF_TABLE)) {
    const keys = await sql<{ name: string }>`
      select (select name from pragma_index_info(list.name) where seqno = 0) as name
      from pragma_index_list(${table}) as list`.execute(opened.db);
    expect(keys.rows.map((key) => key.name)).toEqual(keys.rows.map(() => column));
    const foreign = await sql<{
      from: string;
    }>`select "from" from pragma_foreign_key_list(${table}) where seq = 0`.execute(opened.db);
    expect(foreign.rows.map((key) => key.from)).toEqual(foreign.rows.map(() => column));
  }
});

test("constraint and index names leave room for the shard numbers that Citus adds", async () => {
  opened = await openTestDatabase();
  const text = await schemaText(opened);
  const constraintNames = [...text.matchAll(/(?:constraint|index) "(\w+)"/g)].map((match) => match[1] ?? "");
  expect(constraintNames.length).toBeGreaterThan(40);
  expect(constraintNames.filter((name) => name.length > 54)).toEqual([]);
  expect(text).not.toMatch(/on update|on delete|create trigger/i);
});

async function schemaText({ db }: TestDatabase): Promise<string> {
  const { rows } = await sql<{ sql: string | null }>`select sql from sqlite_schema order by type, name`.execute(db);
  return rows.map((row) => row.sql ?? "").join("\n");
}
