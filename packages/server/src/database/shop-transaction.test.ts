import { afterEach, beforeEach, expect, test } from "vitest";
import { insertTestShop } from "../testing/insert-test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { runTransaction } from "./run-transaction.ts";
import { enterShop, inShopTransaction } from "./shop-transaction.ts";

const SHOP = "0197c0de-0000-7000-8000-000000000001";
let opened: TestDatabase;
beforeEach(async () => {
  opened = await openTestDatabase();
  await insertTestShop(opened.db, SHOP);
});
afterEach(async () => opened.close());

const shopRow = async () =>
  opened.db
    .selectFrom("shops")
    .select(["version", "next_sale_id", "next_product_id"])
    .where("id", "=", SHOP)
    .executeTakeFirst();

test("ids are handed out without gaps, and the version grows by one however much changed", async () => {
  const taken = await inShopTransaction(opened.db, SHOP, async (_trx, shop) => {
    shop.stampVersion();
    return [shop.takeId("nextSaleId"), shop.takeId("nextSaleId"), shop.stampVersion()];
  });
  expect(taken).toEqual([1, 2, 1]);
  expect(await shopRow()).toEqual({ version: 1, next_sale_id: 3, next_product_id: 1 });
});

test("ids without a pullable change leave the version alone", async () => {
  await inShopTransaction(opened.db, SHOP, async (_trx, shop) => shop.takeId("nextProductId"));
  expect(await shopRow()).toEqual({ version: 0, next_sale_id: 1, next_product_id: 2 });
});

test("work that fails takes no id", async () => {
  const failing = inShopTransaction(opened.db, SHOP, async (_trx, shop) => {
    shop.takeId("nextSaleId");
    shop.stampVersion();
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(await shopRow()).toEqual({ version: 0, next_sale_id: 1, next_product_id: 1 });
});

test("transactions of one shop run one after the other", async () => {
  const turns = Array.from({ length: 10 }, async () =>
    inShopTransaction(opened.db, SHOP, async (_trx, shop) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return shop.takeId("nextSaleId");
    }),
  );
  expect((await Promise.all(turns)).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("counters never go back", async () => {
  const back = inShopTransaction(opened.db, SHOP, async (_trx, shop) =>
    shop.advanceCounters({ ...shop.counters, nextSaleId: 0 }),
  );
  await expect(back).rejects.toThrow("would go back");
});

test("what was rolled back through no fault of its own runs again, and other failures do not", async () => {
  let runs = 0;
  const deadlock = Object.assign(new Error("deadlock"), { errcode: 5 });
  await runTransaction(opened.db, async () => {
    runs += 1;
    if (runs < 3) throw deadlock;
  });
  expect(runs).toBe(3);
  const wrong = runTransaction(opened.db, async () => {
    runs += 1;
    throw new Error("wrong");
  });
  await expect(wrong).rejects.toThrow("wrong");
  expect(runs).toBe(4);
});

test("it gives up after a bounded number of runs", async () => {
  let runs = 0;
  const always = runTransaction(opened.db, async () => {
    runs += 1;
    throw Object.assign(new Error("deadlock"), { errcode: 5 });
  });
  await expect(always).rejects.toThrow("deadlock");
  expect(runs).toBe(8);
});

test("only a canonical UUID is ever put into the text of a statement", async () => {
  await expect(enter(`${SHOP}'; drop table shops; --`)).rejects.toThrow("is not a shop id");
  await expect(enter(SHOP.toUpperCase().replace("0", "A"))).rejects.toThrow("is not a shop id");
});

async function enter(id: string): Promise<void> {
  await opened.db.transaction().execute(async (trx) => enterShop(trx, id));
}
