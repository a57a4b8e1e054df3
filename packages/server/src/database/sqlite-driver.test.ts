import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertTestShop } from "../testing/insert-test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { isSqliteBusy } from "./database-failure.ts";

const SHOP = "0197c0de-0000-7000-8000-000000000001";
let opened: TestDatabase;
beforeEach(async () => {
  opened = await openTestDatabase();
});
afterEach(async () => opened.close());

test("rows are plain objects", async () => {
  const { rows } = await sql<{ a: number }>`select 1 as a`.execute(opened.db);
  expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
});

test("an integer beyond 2^53 is refused on the way in and on the way out", async () => {
  await expect(insertTestShop(opened.db, SHOP, { version: 2 ** 53 })).rejects.toThrow("beyond 2^53");
  await insertTestShop(opened.db, SHOP, { version: Number.MAX_SAFE_INTEGER });
  await sql`update shops set version = version + 1 where id = ${SHOP} /* shop_id */`.execute(opened.db);
  const read = opened.db.selectFrom("shops").select("version").where("id", "=", SHOP).execute();
  await expect(read).rejects.toMatchObject({ code: "ERR_OUT_OF_RANGE" });
});

test("integers are bound as integers, so that dividing them stays exact", async () => {
  const { rows } = await sql<{ half: number }>`select 7 / ${2} as half`.execute(opened.db);
  expect(rows).toEqual([{ half: 3 }]);
});

test("a transaction that fails leaves nothing behind, and the next one runs", async () => {
  const failing = opened.db.transaction().execute(async (trx) => {
    await insertSetting(trx, "a");
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  await opened.db.transaction().execute(async (trx) => insertSetting(trx, "b"));
  expect(await settingNames()).toEqual(["b"]);
});

test("a savepoint is undone without the rest of the transaction", async () => {
  const trx = await opened.db.startTransaction().execute();
  await insertSetting(trx, "kept");
  const inner = await trx.savepoint("one_shop").execute();
  await insertSetting(inner, "undone");
  await inner.rollbackToSavepoint("one_shop").execute();
  await inner.releaseSavepoint("one_shop").execute();
  await trx.commit().execute();
  expect(await settingNames()).toEqual(["kept"]);
});

test("a statement from elsewhere waits for the open transaction instead of joining it", async () => {
  const order: string[] = [];
  const transaction = opened.db.transaction().execute(async (trx) => {
    await insertSetting(trx, "inside");
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("transaction");
  });
  const outside = insertSetting(opened.db, "outside").then(() => order.push("outside"));
  await Promise.all([transaction, outside]);
  expect(order).toEqual(["transaction", "outside"]);
});

test("opening a transaction waits for another process to finish writing, without blocking this one", async () => {
  const other = new DatabaseSync(opened.path);
  other.exec("begin immediate");
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 5);
  setTimeout(() => other.exec("commit"), 300);
  await opened.db.transaction().execute(async (trx) => insertSetting(trx, "after"));
  clearInterval(ticking);
  other.close();
  expect(await settingNames()).toEqual(["after"]);
  expect(ticks).toBeGreaterThan(2);
});

test("a read-only transaction does not take the write lock", async () => {
  const other = new DatabaseSync(opened.path);
  other.exec("begin immediate");
  const read = opened.db
    .transaction()
    .setAccessMode("read only")
    .execute(async (trx) => settingNames(trx));
  expect(await read).toEqual([]);
  other.close();
});

test("a busy file is told apart from other errors", async () => {
  expect(isSqliteBusy(new Error("database is locked"))).toBe(false);
  const other = new DatabaseSync(opened.path);
  other.exec("begin immediate");
  const third = new DatabaseSync(opened.path, { timeout: 0 });
  expect(isSqliteBusy(thrownBy(() => third.exec("begin immediate")))).toBe(true);
  third.close();
  other.close();
});

function thrownBy(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

type Handle = Pick<TestDatabase["db"], "insertInto" | "selectFrom">;

async function insertSetting(db: Handle, name: string): Promise<void> {
  await db
    .insertInto("server_settings")
    .values({ name: `test_${name}`, value: "" })
    .execute();
}

async function settingNames(db: Handle = opened.db): Promise<string[]> {
  const rows = await db.selectFrom("server_settings").select("name").where("name", "like", "test%").execute();
  return rows.map((row) => row.name.slice("test_".length));
}
