import { join } from "node:path";
import { expect, test } from "vitest";
import { assertDurable, openDurableDatabase } from "./open-durable-database.ts";
import { newTestFolder } from "../testing/test-folder.ts";

const newPath = (): string => join(newTestFolder(), "outbox.sqlite");

test("an outbox file is written in WAL mode with every commit synced", () => {
  const database = openDurableDatabase(newPath(), "CREATE TABLE t (a INTEGER) STRICT;");
  expect(database.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA synchronous").get()).toMatchObject({ synchronous: 2 });
  database.close();
});

test.each(["PRAGMA synchronous = NORMAL", "PRAGMA journal_mode = DELETE"])("%s is refused", (weaker) => {
  const path = newPath();
  const database = openDurableDatabase(path, "");
  database.exec(weaker);
  expect(() => assertDurable(database, path)).toThrow(/the outbox needs wal and 2/);
  database.close();
});

test("a database in memory is refused, for it promises nothing", () => {
  expect(() => openDurableDatabase(":memory:", "")).toThrow(/journal_mode=memory/);
});
