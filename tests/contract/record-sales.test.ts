import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { type SaleOutcome, type SalesRecorder, salesRecorder } from "../../packages/server/src/sales/record-sales.ts";
import {
  effectsIn,
  insertProduct,
  insertSellingShop,
  NOW_MS,
  saleOf,
} from "../../packages/server/src/sales/testing/sales-shop.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

/** Longer than its column: PostgreSQL and MariaDB refuse it themselves, SQLite by a trigger. */
const NAME_THAT_BREAKS = "n".repeat(300);

describeEachDatabase("recording sales", (database, kind) => {
  let db: Database;
  /** A second process on the same database. */
  let otherDb: Database;
  let recorder: SalesRecorder;
  let shopId = "";
  let halvings: unknown[] = [];

  beforeAll(async () => {
    db = await openContractDatabase(database());
    otherDb = await openContractDatabase(database());
    if (kind === "sqlite") await refuseLongNames(db);
  });
  afterAll(async () => {
    await db.destroy();
    await otherDb.destroy();
  });
  beforeEach(async () => {
    shopId = crypto.randomUUID();
    halvings = [];
    recorder = recorderOn(db);
    await insertSellingShop(db, shopId);
  });

  const recorderOn = (handle: Database) =>
    salesRecorder({ database: handle, nowMs: () => NOW_MS, reportHalving: (error) => void halvings.push(error) });
  const record = (...sales: ReturnType<typeof saleOf>[]) => recorder.record({ shopId, sales });

  test("a sale leaves its lines, tenders, movement, stock, prices, new product, alert and daily figures", async () => {
    await insertProduct(db, shopId, { id: 2, sku: "BREAD", sku_key: "bread", is_volatile: 1, stock_thousandths: null });
    await db.updateTable("shops").set({ next_product_id: 3 }).where("id", "=", shopId).execute();
    const items = [
      { product: 1, quantity: "6" },
      { product_data: { sku: " bread ", name: "Bread" }, quantity: "0.5", unit_price: "4" },
      { product_data: { sku: "NEW", name: "Njugu ya kukaanga 🥜" }, quantity: "1", unit_price: "2" },
    ];
    const tenders = [{ method: "mobile_money", amount: "13", reference: "QX12" }];
    expect(await record(saleOf(1, { items, tenders, receipt_number: "A-1" }))).toMatchObject([
      { status: "created", saleId: 1, flags: ["negative_stock", "product_created"] },
    ]);
    const { sales, lines, movements, alerts, products, shopDays, productDays, shop } = await effectsIn(db, shopId);
    expect(sales).toMatchObject([{ id: 1, total_minor: 1300, business_date: "2026-01-31", receipt_number: "A-1" }]);
    expect(lines.map((row) => row.subtotal_minor)).toEqual([900, 200, 200]);
    expect(movements.map((row) => [row.product_id, row.resulting_stock_thousandths])).toEqual([
      [1, 4000],
      [3, -1000],
    ]);
    expect(alerts.map((row) => [row.product_id, row.severity])).toEqual([
      [1, "info"],
      [3, "critical"],
    ]);
    expect(products).toMatchObject([
      { id: 1, stock_thousandths: 4000, unit_price_minor: 150, version: 1 },
      { id: 2, stock_thousandths: null, unit_price_minor: 400, price_sold_at_ms: NOW_MS, version: 1 },
      { id: 3, name: "Njugu ya kukaanga 🥜", sku_key: "new", stock_thousandths: -1000, version: 1 },
    ]);
    expect(shopDays).toMatchObject([{ business_date: "2026-01-31", sale_count: 1, total_minor: 1300 }]);
    expect(productDays).toHaveLength(3);
    expect(shop).toMatchObject({
      version: 1,
      next_product_id: 4,
      next_sale_id: 2,
      next_movement_id: 3,
      next_alert_id: 3,
    });
    expect(halvings).toEqual([]);
  });

  test("later sales add to the day, move on the stock and worsen the alert that is open", async () => {
    await record(saleOf(1, { items: [{ product: 1, quantity: "6" }] }));
    await record(saleOf(2, { items: [{ product: 1, quantity: "3" }] }), saleOf(3, { business_date: "2026-01-30" }));
    const { alerts, products, shopDays, productDays } = await effectsIn(db, shopId);
    expect(alerts).toMatchObject([{ severity: "critical", version: 2, closed_at_ms: null }]);
    expect(products).toMatchObject([{ stock_thousandths: 0, version: 2 }]);
    const days = shopDays.map((row) => `${row.business_date} ${row.sale_count} ${row.total_minor}`);
    expect(days.toSorted()).toEqual(["2026-01-30 1 150", "2026-01-31 2 1350"]);
    expect(productDays.reduce((sum, row) => sum + row.quantity_thousandths, 0)).toBe(10_000);
    expect(halvings).toEqual([]);
  });

  test("one id has one effect, also when two processes record it at the same time", async () => {
    const sales = Array.from({ length: 20 }, (_, index) => saleOf(index));
    const [one, other] = [recorder, recorderOn(otherDb)];
    const submissions = sales.flatMap((sale) =>
      [one, other, one].map((through) => through.record({ shopId, sales: [sale] })),
    );
    const outcomes = (await Promise.all(submissions)).flat();
    expect(countOf(outcomes, "created")).toBe(20);
    expect(countOf(outcomes, "duplicate")).toBe(40);
    const effects = await effectsIn(db, shopId);
    expect(effects.sales.map((row) => row.id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(effects.products).toMatchObject([{ stock_thousandths: -10_000 }]);
    expect(effects.shopDays).toMatchObject([{ sale_count: 20, total_minor: 3000 }]);
    expect(halvings).toEqual([]);
  });

  test("other content under a known id is kept for review, and changes nothing", async () => {
    await record(saleOf(1, { tenders: [{ method: "cash", amount: "2" }] }));
    const before = await effectsIn(db, shopId);
    expect(await record(saleOf(1, { note: "other" }), saleOf(1, { note: "other" }))).toMatchObject([
      { status: "mismatch", saleId: 1, differences: ["tenders", "note"] },
      { status: "mismatch" },
    ]);
    expect(await effectsIn(db, shopId)).toEqual(before);
    const kept = await db.selectFrom("sale_conflicts").selectAll().where("shop_id", "=", shopId).execute();
    expect(kept.map((row) => JSON.parse(row.content))).toMatchObject([{ note: "other" }]);
    expect(halvings).toEqual([]);
  });

  test("the one of 25 on which the server breaks leaves no trace, and its neighbours are recorded", async () => {
    const items = [
      { product_data: { name: "New", sku: "NEW" }, quantity: "1" },
      { product: 1, product_data: { name: NAME_THAT_BREAKS }, quantity: "9" },
    ];
    const sales = Array.from({ length: 25 }, (_, index) => saleOf(index, index === 12 ? { items } : {}));
    const outcomes = await record(...sales);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(
      Array.from({ length: 25 }, (_, index) => (index === 12 ? "failed" : "created")),
    );
    const { products, movements, shop } = await effectsIn(db, shopId);
    expect(products).toMatchObject([{ id: 1, stock_thousandths: -14_000 }]);
    expect(movements).toHaveLength(24);
    expect(shop).toMatchObject({ next_sale_id: 25, next_movement_id: 25, next_product_id: 2 });
    expect(halvings).not.toEqual([]);
  });

  test("a thousand sales with products, receipts and tenders of their own fit into one submission", async () => {
    const sales = Array.from({ length: 1000 }, (_, index) =>
      saleOf(index, {
        items: [1, 2].map((line) => ({
          product_data: { name: `P${index}`, sku: `S-${index}-${line}` },
          quantity: "1",
        })),
        tenders: [{ method: "cash", amount: "1" }],
        receipt_number: `R-${index}`,
      }),
    );
    expect(countOf(await record(...sales), "created")).toBe(1000);
    const { products, movements } = await effectsIn(db, shopId);
    expect([products.length, movements.length]).toEqual([2001, 2000]);
    expect(countOf(await record(...sales), "duplicate")).toBe(1000);
    expect(halvings).toEqual([]);
  });
});

function countOf(outcomes: readonly SaleOutcome[], status: SaleOutcome["status"]): number {
  return outcomes.filter((outcome) => outcome.status === status).length;
}

async function refuseLongNames(db: Database): Promise<void> {
  await sql`create trigger refuse_long_names before insert on sale_lines when length(new.product_name) > 255
    begin select raise(abort, 'too long'); end`.execute(db.withoutPlugins());
}
