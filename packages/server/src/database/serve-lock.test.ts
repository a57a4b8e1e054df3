import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { openDatabase } from "./open-database.ts";
import { takeServeLock } from "./serve-lock.ts";

let opened: TestDatabase;
beforeEach(async () => {
  opened = await openTestDatabase();
});
afterEach(async () => opened.close());

test("a second server on the same file is told who is in the way; after the first has gone it may start", () => {
  const first = takeServeLock(opened.path);
  expect(first).toMatchObject({ ok: true });
  const second = takeServeLock(opened.path);
  expect(second).toMatchObject({ ok: false, error: expect.stringContaining(opened.path) });
  if (first.ok) first.value.release();
  const third = takeServeLock(opened.path);
  expect(third).toMatchObject({ ok: true });
  if (third.ok) third.value.release();
});

test("a command may open and write the file beside the server", async () => {
  const lock = takeServeLock(opened.path);
  const beside = openDatabase({ engine: "sqlite", path: opened.path });
  await beside.insertInto("server_settings").values({ name: "beside", value: "yes" }).execute();
  expect(await opened.db.selectFrom("server_settings").select("value").where("name", "=", "beside").execute()).toEqual([
    { value: "yes" },
  ]);
  await beside.destroy();
  if (lock.ok) lock.value.release();
});
