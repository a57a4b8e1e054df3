import { afterEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { migrateTo, migrateToLatest } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { KNOWN_MIGRATIONS, readSchemaState, schemaRefusal, schemaStateOf } from "./schema-gate.ts";

let opened: TestDatabase;
afterEach(async () => opened.close());

const options = { newId: () => crypto.randomUUID(), migratesAutomatically: false };
const nextStep = (oldestBinary: number) => ({
  name: "9999_from_the_future",
  oldestBinary,
  up: async () => {},
  down: async () => {},
});

test("an empty SQLite file is migrated at start, and keeps its identity from then on", async () => {
  opened = await openTestDatabase({ isMigrated: false });
  const first = await prepareDatabase(opened.db, options);
  expect(first).toMatchObject({ ok: true });
  expect(await readSchemaState(opened.db)).toEqual({ kind: "current" });
  expect(await prepareDatabase(opened.db, options)).toEqual(first);
});

test("an older SQLite file is brought up to date at start", async () => {
  opened = await openTestDatabase();
  await migrateTo(opened.db, KNOWN_MIGRATIONS[0] ?? "");
  expect(await readSchemaState(opened.db)).toEqual({ kind: "older", pending: KNOWN_MIGRATIONS.slice(1) });
  await prepareDatabase(opened.db, options);
  expect(await readSchemaState(opened.db)).toEqual({ kind: "current" });
});

test("a schema that a newer Duka made, and that needs it, is refused in one line", async () => {
  opened = await openTestDatabase();
  await migrateToLatest(opened.db, { migrations: [...MIGRATIONS, nextStep(MIGRATIONS.length + 1)] });
  expect(await prepareDatabase(opened.db, options)).toEqual({
    ok: false,
    error:
      "The database was migrated by a newer Duka (9999_from_the_future). Run that version, or migrate down with it first.",
  });
});

test("the previous release runs on a schema that only expanded", async () => {
  opened = await openTestDatabase();
  await migrateToLatest(opened.db, { migrations: [...MIGRATIONS, nextStep(MIGRATIONS.length)] });
  expect(await prepareDatabase(opened.db, options)).toMatchObject({ ok: true });
});

test("missing steps are named together with the command that runs them", async () => {
  opened = await openTestDatabase();
  const state = schemaStateOf({ applied: ["a"], oldestBinary: 1 }, ["a", "b", "c"]);
  expect(schemaRefusal(state)).toBe('The database lacks b, c. Run "duka migrate up" first.');
});
