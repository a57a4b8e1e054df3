import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "../../database/schema.ts";
import { inShopTransaction } from "../../database/shop-transaction.ts";
import { ensureInstallation } from "../../database/installation.ts";
import { insertTestShop } from "../../testing/insert-test-shop.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { insertTestDevice } from "../testing/insert-test-device.ts";
import { PullingTill } from "../testing/pulling-till.ts";
import { alertRow, productRow } from "../testing/test-rows.ts";

const DEVICE_ID = "0197c0de-0000-7000-8000-00000000d001";
const PAGES_MAX = 500;
const RUNS = 60;

/** One commit: it adds products, touches some that are there, and opens or closes alerts, all under one version. */
const commit = fc.record({
  added: fc.integer({ min: 0, max: 6 }),
  touched: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
  alerted: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
});
/** What happens before the next page is asked for. */
const history = fc.array(fc.oneof(fc.constant("pull" as const), commit), { maxLength: 40 });

type Commit = { readonly added: number; readonly touched: readonly number[]; readonly alerted: readonly number[] };

async function apply(db: Database, shopId: string, { added, touched, alerted }: Commit): Promise<void> {
  await inShopTransaction(db, shopId, async (trx, shop) => {
    const version = shop.stampVersion();
    for (let count = 0; count < added; count += 1) {
      await trx
        .insertInto("products")
        .values(productRow(shopId, shop.takeId("nextProductId"), version))
        .execute();
    }
    const products = shop.counters.nextProductId - 1;
    const ids = touched.filter((id) => id <= products);
    if (ids.length > 0) {
      await trx.updateTable("products").set({ version }).where("shop_id", "=", shopId).where("id", "in", ids).execute();
    }
    for (const productId of new Set(alerted.filter((id) => id <= products))) {
      const open = trx.updateTable("alerts").set({ version, open_product_id: null, closed_at_ms: 1 });
      const closed = await open
        .where("shop_id", "=", shopId)
        .where("open_product_id", "=", productId)
        .executeTakeFirst();
      if (closed.numUpdatedRows > 0n) continue;
      await trx
        .insertInto("alerts")
        .values(alertRow(shopId, shop.takeId("nextAlertId"), { productId, version }))
        .execute();
    }
  });
}

function versionsOf(rows: Iterable<{ readonly id: number; readonly version: number }>): [number, number][] {
  return [...rows]
    .map(({ id, version }): [number, number] => [id, version])
    .toSorted(([left], [right]) => left - right);
}

test("a till that pages while the shop writes ends with every row at its last version", async () => {
  const database = await openTestDatabase();
  const { db } = database;
  await ensureInstallation(db, () => crypto.randomUUID());
  const run = async (steps: readonly (Commit | "pull")[], rowsMax: number) => {
    const shopId = crypto.randomUUID();
    await insertTestShop(db, shopId);
    await insertTestDevice(db, { shopId, id: DEVICE_ID });
    const till = new PullingTill(db, { shopId, deviceId: DEVICE_ID, rowsMax });
    for (const step of steps) {
      if (step === "pull") await till.pull();
      else await apply(db, shopId, step);
    }
    let pages = 0;
    while (await till.pull()) expect((pages += 1)).toBeLessThan(PAGES_MAX);
    const products = await db.selectFrom("products").select(["id", "version"]).where("shop_id", "=", shopId).execute();
    const alerts = await db
      .selectFrom("alerts")
      .select(["id", "version"])
      .where("shop_id", "=", shopId)
      .where("open_product_id", "is not", null)
      .execute();
    expect(versionsOf(till.products.values())).toEqual(versionsOf(products));
    expect(versionsOf(till.alerts.values())).toEqual(versionsOf(alerts));
  };
  try {
    await fc.assert(fc.asyncProperty(history, fc.integer({ min: 1, max: 7 }), run), { numRuns: RUNS });
  } finally {
    await database.close();
  }
});
