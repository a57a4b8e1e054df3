import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkDurability } from "./durability-check.ts";
import { openDatabase } from "./open-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import type { Tables } from "./schema.ts";
import { NodeSqliteDialect } from "./sqlite-driver.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duka-durability-"));
  path = join(folder, "duka.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a connection as we open it survives a power cut", async () => {
  const db = openDatabase({ engine: "sqlite", path });
  expect(await checkDurability(db)).toEqual([]);
  await db.destroy();
});

const UNSAFE: Record<string, { statement: string; problem: string }> = {
  "not at FULL": { statement: "pragma synchronous = normal", problem: "SQLite synchronous is 1; it must be 2." },
  "without WAL": {
    statement: "pragma journal_mode = delete",
    problem: "SQLite journal_mode is delete; it must be wal.",
  },
  "without foreign keys": {
    statement: "pragma foreign_keys = off",
    problem: "SQLite foreign_keys is 0; it must be 1.",
  },
};

test.each(Object.entries(UNSAFE))("a connection %s is refused at start", async (_name, { statement, problem }) => {
  const file = new DatabaseSync(path);
  file.exec("pragma journal_mode = wal");
  file.exec("pragma synchronous = full");
  file.exec(statement);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(file) });
  const prepared = await prepareDatabase(db, { newId: () => "id", migratesAutomatically: true });
  expect(prepared).toEqual({ ok: false, error: problem });
  await db.destroy();
});
