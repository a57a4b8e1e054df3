import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../database/schema.ts";
import { insertTestShop } from "../../testing/insert-test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../../testing/open-test-database.ts";
import { importProducts } from "./import-products.ts";

let opened: TestDatabase;
let db: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  ({ db } = opened);
});
afterAll(async () => opened.close());

// Few values each, so that rows meet in every way: by SKU, by barcode, by name, and across one another.
const row = fc
  .tuple(
    fc.constantFrom("A", "a", "B", "C", ""),
    fc.constantFrom("1", "2", "3", ""),
    fc.constantFrom("Soap", "Oil", "Tea", ""),
    fc.constantFrom("", "0", "5", "7.5", "-2", "x"),
    fc.constantFrom("", "3", "10"),
    fc.constantFrom("", "yes", "no"),
  )
  .map((cells) => cells.join(","));
const file = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => Buffer.from(["sku,barcode,name,stock,reorder level,volatile", ...rows].join("\n")));

async function stockAndLedger(shopId: string) {
  const movements = await db.selectFrom("stock_movements").selectAll().where("shop_id", "=", shopId).execute();
  const products = await db.selectFrom("products").selectAll().where("shop_id", "=", shopId).orderBy("id").execute();
  return products.map(({ id, stock_thousandths: stock, reorder_level_thousandths: level }) => ({
    stock: stock ?? 0,
    ledger: movements.reduce((sum, moved) => (moved.product_id === id ? sum + moved.delta_thousandths : sum), 0),
    isLow: stock !== null && level !== null && stock < level,
    id,
  }));
}

async function openAlerts(shopId: string): Promise<readonly number[]> {
  const alerts = await db.selectFrom("alerts").select("open_product_id").where("shop_id", "=", shopId).execute();
  return alerts.flatMap(({ open_product_id: id }) => (id === null ? [] : [id])).toSorted((a, b) => a - b);
}

it("keeps stock equal to the ledger, alerts to the levels and a dry run to what then happens, whatever files come", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
      const shopId = crypto.randomUUID();
      await insertTestShop(db, shopId);
      const services = { db, nowMs: () => 1_000, newUid: () => crypto.randomUUID() };
      for (const bytes of files) {
        const request = { shopId, userId: 1, bytes };
        const dry = await importProducts(services, { ...request, isDryRun: true });
        const real = await importProducts(services, { ...request, isDryRun: false });
        expect(dry).toEqual({ ...real, dry_run: true });
        const products = await stockAndLedger(shopId);
        expect(products.map(({ stock }) => stock)).toEqual(products.map(({ ledger }) => ledger));
        expect(await openAlerts(shopId)).toEqual(products.filter(({ isLow }) => isLow).map(({ id }) => id));
      }
    }),
    { numRuns: 60 },
  );
});

it("changes nothing when a file comes a second time", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (bytes) => {
      const shopId = crypto.randomUUID();
      await insertTestShop(db, shopId);
      const services = { db, nowMs: () => 1_000, newUid: () => crypto.randomUUID() };
      const first = await importProducts(services, { shopId, userId: 1, bytes, isDryRun: false });
      const second = await importProducts(services, { shopId, userId: 1, bytes, isDryRun: false });
      expect(second).toMatchObject({ created: 0, unchanged: first.created, failed: first.failed });
    }),
    { numRuns: 60 },
  );
});
