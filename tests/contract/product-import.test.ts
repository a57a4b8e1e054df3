import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importProducts } from "../../packages/server/src/catalogue/import/import-products.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { insertTestShop } from "../../packages/server/src/testing/insert-test-shop.ts";
import { readRetailLines } from "../replay/retail/retail-line.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

/** The retailer's articles as a sheet in the style of its export: one row a stock code, ignoring case. */
function retailSheet(): { readonly csv: string; readonly count: number } {
  const lines = Map.groupBy(readRetailLines(), ({ stockCode }) => stockCode.toUpperCase());
  const rows = [...lines].map(([code, sold]) => {
    const name = sold.find(({ description }) => description !== "")?.description ?? code;
    const pence = sold.findLast(({ unitPriceMinor }) => unitPriceMinor > 0)?.unitPriceMinor ?? 0;
    const stock = sold.reduce((sum, { quantity }) => sum + quantity, 0);
    return [code, `"${name.replaceAll('"', '""')}"`, `£${(pence / 100).toFixed(2)}`, stock, 10].join(",");
  });
  return { csv: ["StockCode,Item Name,UnitPrice,Quantity,Min Stock", ...rows].join("\r\n"), count: rows.length };
}

function bigSheet(count: number, price: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `SKU-${index},${6_000_000_000_000 + index},Product ${index},${price},${index % 90},10\n`,
  );
  return `sku,barcode,name,price,stock,min stock\n${rows.join("")}`;
}

describeEachDatabase("the product import", (database, kind) => {
  let db: Database;
  let shopId = "";

  beforeAll(async () => {
    db = await openContractDatabase(database());
  });
  afterAll(async () => db.destroy());
  beforeEach(async () => {
    shopId = crypto.randomUUID();
    await insertTestShop(db, shopId, { currency: "GBP" });
  });

  const run = async (csv: string, isDryRun = false) => {
    const services = { db, nowMs: () => 1_000, newUid: () => crypto.randomUUID() };
    return await importProducts(services, { shopId, userId: 1, bytes: Buffer.from(csv), isDryRun });
  };
  const products = async () =>
    await db.selectFrom("products").selectAll().where("shop_id", "=", shopId).orderBy("id").execute();
  const movements = async () =>
    await db.selectFrom("stock_movements").selectAll().where("shop_id", "=", shopId).orderBy("id").execute();
  const openAlerts = async () =>
    await db
      .selectFrom("alerts")
      .select(["product_id", "severity"])
      .where("shop_id", "=", shopId)
      .where("open_product_id", "is not", null)
      .orderBy("product_id")
      .execute();

  /** Every product's stock against the sum of its movements. */
  async function expectStockIsLedger(): Promise<void> {
    const sums = new Map<number, number>();
    for (const { product_id: id, delta_thousandths: delta } of await movements())
      sums.set(id, (sums.get(id) ?? 0) + delta);
    for (const { id, stock_thousandths: stock } of await products())
      expect([id, stock ?? 0]).toEqual([id, sums.get(id) ?? 0]);
  }

  test("makes, changes, opens and closes alike on every engine", async () => {
    await run(
      "sku,barcode,name,price,stock,reorder level,volatile\nA,600,Soap,£3.50,10,2,no\nB,,Ọ̀ṣẹ,9,1,5,no\n,,Bread,1,,,yes\n",
    );
    const report = await run("sku,name,stock,volatile\na,Soap Ω,4,no\nB,,6,\n,Bread,7,no\nC,Tea,-2,\n");
    expect(report).toMatchObject({ status: "success", created: 1, updated: 3, unchanged: 0 });
    expect(await products()).toMatchObject([
      { id: 1, sku: "A", barcode: "600", name: "Soap Ω", unit_price_minor: 350, stock_thousandths: 4_000, version: 2 },
      { id: 2, sku: "B", name: "Ọ̀ṣẹ", stock_thousandths: 6_000, reorder_level_thousandths: 5_000 },
      { id: 3, sku: null, name: "Bread", is_volatile: 0, stock_thousandths: 7_000 },
      { id: 4, sku: "C", name: "Tea", stock_thousandths: -2_000 },
    ]);
    expect(await openAlerts()).toEqual([{ product_id: 4, severity: "critical" }]);
    await expectStockIsLedger();
  });

  test("imports the 2,557 articles of the real retailer, and finds each of them again", async () => {
    const { csv, count } = retailSheet();
    expect(count).toBe(2_557);
    expect(await run(csv, true)).toMatchObject({ status: "success", created: 2_557, errors: [] });
    expect(await run(csv)).toMatchObject({ status: "success", created: 2_557, updated: 0, errors: [] });
    expect(await run(csv.toLowerCase())).toMatchObject({ created: 0, updated: 2_557 });
    const sheet = await products();
    expect(sheet).toHaveLength(2_557);
    expect(sheet.find(({ sku }) => sku === "85123A")).toMatchObject({ unit_price_minor: 295 });
    await expectStockIsLedger();
  });

  test("makes each product once when imports race, and loses no stock", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `P${index},60${index},Product ${index},${index % 7}\n`,
    ).join("");
    const reports = await Promise.all([1, 2, 3].map(async () => run(`sku,barcode,name,stock\n${rows}`)));
    expect(reports.map(({ status, failed }) => [status, failed])).toEqual([1, 2, 3].map(() => ["success", 0]));
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(3_000);
    expect((await products()).map(({ id }) => id)).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1));
    await expectStockIsLedger();
  });

  // Seconds on an idle machine (3 to 4 s of the server's CPU for 50,000); the timeout is for one that runs all the rest too.
  test("lands tens of thousands of rows in one request", { timeout: 120_000 }, async () => {
    const count = kind === "sqlite" ? 50_000 : 20_000;
    expect(await run(bigSheet(count, 3))).toMatchObject({ created: count, failed: 0 });
    expect(await run(bigSheet(10_000, 4))).toMatchObject({ updated: 10_000, unchanged: 0 });
  });
});
