import { Kysely, type LogEvent } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NodeSqliteDialect } from "../database/sqlite-driver.ts";
import { openSqliteFile } from "../database/sqlite-file.ts";
import type { Tables } from "../database/schema.ts";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { type SalesRecorder, salesRecorder } from "./record-sales.ts";
import {
  effectsIn,
  insertProduct,
  insertSellingShop,
  NOW_MS,
  OTHER_SHOP_ID,
  poisonLines,
  saleOf,
  SHOP_ID,
} from "./testing/sales-shop.ts";

let test: TestDatabase;
let recorder: SalesRecorder;
let halvings: unknown[];
const reportHalving = (error: unknown) => void halvings.push(error);

beforeEach(async () => {
  halvings = [];
  test = await openTestDatabase();
  await insertSellingShop(test.db);
  recorder = salesRecorder({ database: test.db, nowMs: () => NOW_MS, reportHalving });
});
afterEach(async () => {
  await test.close();
  // Halving would hide a bulk write that never works: each sale alone still gets in.
  if (halvings.length > 0) throw new Error("a bulk write broke that should not", { cause: halvings[0] });
});

const record = async (...sales: ReturnType<typeof saleOf>[]) => await recorder.record({ shopId: SHOP_ID, sales });
const named = (number: number, name: string) =>
  saleOf(number, { items: [{ product: 1, quantity: "1", product_data: { name } }] });

describe("recording sales", () => {
  it("leaves the sale, its lines, movement, stock, alert and daily figures, and the counters", async () => {
    const outcomes = await record(
      saleOf(1, {
        items: [{ product: 1, quantity: "6", unit_price: "2" }],
        tenders: [{ method: "cash", amount: "12" }],
      }),
      saleOf(2, {
        items: [{ product_data: { sku: "BREAD", name: "Bread", is_volatile: true }, quantity: "0.5", unit_price: "3" }],
      }),
    );
    expect(outcomes).toMatchObject([
      { status: "created", saleId: 1, flags: [] },
      { status: "created", saleId: 2, flags: ["product_created"] },
    ]);
    const { sales, lines, movements, shopDays, productDays, alerts, products, shop } = await effectsIn(test.db);
    expect(sales.map((row) => [row.id, row.total_minor, row.business_date])).toEqual([
      [1, 1200, "2026-01-31"],
      [2, 150, "2026-01-31"],
    ]);
    expect(lines).toHaveLength(2);
    expect(movements).toMatchObject([
      { id: 1, delta_thousandths: -6000, resulting_stock_thousandths: 4000, sale_id: 1, reason: "Sale 1" },
    ]);
    expect(shopDays).toMatchObject([{ sale_count: 2, total_minor: 1350 }]);
    expect(productDays).toMatchObject([
      { product_id: 1, revenue_minor: 1200 },
      { product_id: 2, revenue_minor: 150 },
    ]);
    expect(alerts).toMatchObject([{ id: 1, product_id: 1, open_product_id: 1, severity: "info", version: 1 }]);
    expect(products).toMatchObject([
      { id: 1, stock_thousandths: 4000, unit_price_minor: 150, version: 1 },
      { id: 2, stock_thousandths: null, unit_price_minor: 300, price_sold_at_ms: NOW_MS, version: 1 },
    ]);
    expect(shop).toMatchObject({
      version: 1,
      next_product_id: 3,
      next_sale_id: 3,
      next_movement_id: 2,
      next_alert_id: 2,
    });
  });

  it("adds to what the day already has, and changes the open alert", async () => {
    await record(saleOf(1, { items: [{ product: 1, quantity: "6" }] }));
    await record(saleOf(2, { items: [{ product: 1, quantity: "3" }] }));
    const { shopDays, productDays, alerts, products } = await effectsIn(test.db);
    expect(shopDays).toMatchObject([{ sale_count: 2, total_minor: 1350 }]);
    expect(productDays).toMatchObject([{ quantity_thousandths: 9000, line_count: 2 }]);
    expect(alerts).toMatchObject([{ severity: "warning", version: 2 }]);
    expect(products).toMatchObject([{ stock_thousandths: 1000, version: 2 }]);
  });

  it("has one effect for one id, however often and however close together it comes", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => record(saleOf(1))));
    const statuses = outcomes.flat().map((outcome) => outcome.status);
    expect(statuses.filter((status) => status === "created")).toHaveLength(1);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(9);
    const { sales, movements, products } = await effectsIn(test.db);
    expect([sales.length, movements.length, products[0]?.stock_thousandths]).toEqual([1, 1, 9000]);
  });

  it("keeps other versions of a known sale, each once", async () => {
    await record(saleOf(1));
    const [outcome] = await record(saleOf(1, { note: "other" }));
    await record(saleOf(1, { note: "other" }), saleOf(1, { note: "third" }));
    expect(outcome).toMatchObject({ status: "mismatch", saleId: 1, differences: ["note"] });
    const conflicts = await test.db.selectFrom("sale_conflicts").selectAll().where("shop_id", "=", SHOP_ID).execute();
    expect(conflicts.map((row) => [row.conflict_number, JSON.parse(row.content)["note"]])).toEqual([
      [1, "other"],
      [2, "third"],
    ]);
  });

  it("does not let a shop's sales see another shop's ids, products or stock", async () => {
    await insertSellingShop(test.db, OTHER_SHOP_ID);
    await insertProduct(test.db, OTHER_SHOP_ID, { id: 7, sku: null, sku_key: null });
    await Promise.all([record(saleOf(1)), recorder.record({ shopId: OTHER_SHOP_ID, sales: [saleOf(1)] })]);
    const [outcome] = await record(saleOf(2, { items: [{ product: 7, quantity: "1" }] }));
    expect(outcome).toMatchObject({ status: "refused", code: "product_not_found" });
    expect((await effectsIn(test.db, OTHER_SHOP_ID)).sales).toMatchObject([{ id: 1 }]);
    expect((await effectsIn(test.db)).sales).toMatchObject([{ id: 1 }]);
  });

  it("changes stock and suggested price of different products in one statement, and neither of the others", async () => {
    await insertProduct(test.db, SHOP_ID, { id: 2, sku: null, sku_key: null, is_volatile: 1, stock_thousandths: null });
    await insertProduct(test.db, SHOP_ID, { id: 3, sku: "RICE", sku_key: "rice", stock_thousandths: 7000 });
    const bread = saleOf(2, { items: [{ product: 2, quantity: "1", unit_price: "4" }] });
    await record(saleOf(1), bread);
    const { products } = await effectsIn(test.db);
    expect(
      products.map((row) => [row.stock_thousandths, row.unit_price_minor, row.price_sold_at_ms, row.version]),
    ).toEqual([
      [9000, 150, null, 1],
      [null, 400, NOW_MS, 1],
      [7000, 150, null, 0],
    ]);
  });

  it("records more lines than one decision takes", async () => {
    const items = Array.from({ length: 10 }, () => ({ product: 1, quantity: "0.001" }));
    await record(
      ...Array.from({ length: 1000 }, (_, index) =>
        saleOf(index, { items, tenders: [{ method: "card", amount: "1" }] }),
      ),
    );
    const { products, shopDays } = await effectsIn(test.db);
    expect(products[0]?.stock_thousandths).toBe(10_000 - 10_000);
    expect(shopDays).toMatchObject([{ sale_count: 1000 }]);
  });

  it("sums the largest amounts exactly", async () => {
    const items = [{ product: 1, quantity: "999.999", unit_price: "9999999999.99" }];
    await record(...Array.from({ length: 9 }, (_, index) => saleOf(index, { items })));
    const { shopDays } = await effectsIn(test.db);
    expect(shopDays[0]?.total_minor).toBe(9 * 999_998_999_999_000);
  });
});

describe("when the server breaks on a sale", () => {
  it("undoes everything that this sale did, and nothing of its neighbours", async () => {
    await poisonLines(test.db, "poison");
    const poisoned = saleOf(50, {
      items: [
        { product_data: { name: "New", sku: "NEW" }, quantity: "1" },
        { product: 1, product_data: { name: "poison" }, quantity: "9" },
      ],
    });
    const sales = Array.from({ length: 24 }, (_, index) => saleOf(index + 1));
    const outcomes = await record(...sales.slice(0, 11), poisoned, ...sales.slice(11));
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      ...Array(11).fill("created"),
      "failed",
      ...Array(13).fill("created"),
    ]);
    const effects = await effectsIn(test.db);
    expect(effects.sales.map((row) => row.id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(effects.products).toMatchObject([{ id: 1, stock_thousandths: -14_000 }]);
    expect(effects.movements.map((row) => row.id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(effects.shop).toMatchObject({ next_sale_id: 25, next_movement_id: 25, next_product_id: 2 });
    // 25, 13, 7, 4 and 2 sales: as many halvings as it takes to find one.
    expect(halvings.splice(0)).toHaveLength(5);
  });

  it("leaves no trace of a sale that is alone", async () => {
    await poisonLines(test.db, "poison");
    const before = await effectsIn(test.db);
    expect(await record(named(1, "poison"))).toMatchObject([{ status: "failed", externalId: saleOf(1).externalId }]);
    expect(await effectsIn(test.db)).toEqual(before);
  });

  it("lets the other shops of the same commit go on", async () => {
    await insertSellingShop(test.db, OTHER_SHOP_ID);
    await poisonLines(test.db, "poison");
    const first = record(saleOf(1));
    const [poisoned, other] = await Promise.all([
      record(named(2, "poison")),
      recorder.record({ shopId: OTHER_SHOP_ID, sales: [saleOf(1)] }),
      first,
    ]);
    expect(poisoned).toMatchObject([{ status: "failed" }]);
    expect(other).toMatchObject([{ status: "created" }]);
  });
});

describe("statements per commit", () => {
  const log: string[] = [];
  let counted: SalesRecorder;
  let close: () => Promise<void>;

  beforeEach(() => {
    const dialect = new NodeSqliteDialect(openSqliteFile(test.path));
    const database = new Kysely<Tables>({ dialect, log: (event: LogEvent) => void log.push(event.query.sql) });
    counted = salesRecorder({ database, nowMs: () => NOW_MS, reportHalving });
    close = () => database.destroy();
  });
  afterEach(() => close());

  const statementsOf = async (from: number, count: number) => {
    log.length = 0;
    const sales = Array.from({ length: count }, (_, index) =>
      saleOf(from + index, {
        items: [
          { product: 1, quantity: "0.01" },
          { product_data: { name: "New", sku: `NEW-${from + index}` }, quantity: "1" },
        ],
        tenders: [{ method: "cash", amount: "1" }],
        receipt_number: String(from + index),
      }),
    );
    await Promise.all(sales.map((sale) => counted.record({ shopId: SHOP_ID, sales: [sale] })));
    return log.length;
  };

  it("are as many for a hundred sales as for one", async () => {
    const one = await statementsOf(1, 1);
    // The first of a hundred finds the queue empty and goes alone; the other 99 share the next commit.
    const hundred = await statementsOf(100, 100);
    expect(hundred).toBe(2 * one);
    expect(one).toBeLessThanOrEqual(26);
  });
});
