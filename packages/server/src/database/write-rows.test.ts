import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { insertRows, type OnTaken, upsertRows } from "./write-rows.ts";

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  await opened.db.deleteFrom("login_attempts").execute();
});
afterAll(async () => opened.close());

const row = (subject: string, failures: number, startedMs = 1) => ({
  subject,
  failures,
  window_started_at_ms: startedMs,
});
const upsert = async (rows: ReturnType<typeof row>[], onTaken: Omit<OnTaken<"login_attempts">, "key"> = {}) =>
  opened.db
    .transaction()
    .execute(async (trx) => upsertRows(trx, "login_attempts", rows, { key: ["subject"], ...onTaken }));
const all = async () => opened.db.selectFrom("login_attempts").selectAll().orderBy("subject").execute();

test("more rows than one statement may carry are inserted in several", async () => {
  const rows = Array.from({ length: 25_000 }, (_, index) => row(`s${index}`, index));
  await opened.db.transaction().execute(async (trx) => insertRows(trx, "login_attempts", rows));
  const { count } = await opened.db
    .selectFrom("login_attempts")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(25_000);
});

test("no rows is no statement", async () => {
  await upsert([]);
  expect(await all()).toEqual([]);
});

test("a taken key adds, replaces or stays, as asked", async () => {
  await upsert([row("a", 1), row("b", 1)]);
  await upsert([row("a", 5, 9), row("c", 1)], { add: ["failures"] });
  expect(await all()).toEqual([row("a", 6), row("b", 1), row("c", 1)]);
  await upsert([row("a", 5, 9)], { replace: ["window_started_at_ms"] });
  expect(await all()).toContainEqual(row("a", 6, 9));
  await upsert([row("b", 7, 7)]);
  expect(await all()).toContainEqual(row("b", 1));
});
