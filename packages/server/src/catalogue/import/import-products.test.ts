import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../database/schema.ts";
import { insertTestShop } from "../../testing/insert-test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../../testing/open-test-database.ts";
import { importProducts } from "./import-products.ts";

let opened: TestDatabase;
let db: Database;
let shopId: string;
let shopCount = 0;

beforeAll(async () => {
  opened = await openTestDatabase();
  ({ db } = opened);
});
afterAll(async () => opened.close());
beforeEach(async () => {
  shopCount += 1;
  shopId = `0197c0de-0000-7000-8000-${String(shopCount).padStart(12, "0")}`;
  await insertTestShop(db, shopId);
});

async function run(csv: string, { isDryRun = false } = {}) {
  const services = { db, nowMs: () => 1_000, newUid: () => crypto.randomUUID() };
  return await importProducts(services, { shopId, userId: 1, bytes: Buffer.from(csv), isDryRun });
}

const rowsOf = async (table: "products" | "stock_movements" | "alerts") =>
  await db.selectFrom(table).selectAll().where("shop_id", "=", shopId).orderBy("id").execute();

const products = async () =>
  await db.selectFrom("products").selectAll().where("shop_id", "=", shopId).orderBy("id").execute();

const LIST = "sku,name,price,stock,reorder level\nA,Soap,3.50,10,2\nB,Oil,9,1,5\n";

describe("importProducts", () => {
  it("makes what the shop does not have, with opening balances and alerts", async () => {
    expect(await run(LIST)).toMatchObject({ status: "success", created: 2, updated: 0, failed: 0, errors: [] });
    expect(await products()).toMatchObject([
      { id: 1, sku: "A", name: "Soap", unit_price_minor: 350, stock_thousandths: 10_000, version: 1 },
      { id: 2, sku: "B", name: "Oil", unit_price_minor: 900, stock_thousandths: 1_000, version: 1 },
    ]);
    expect(await rowsOf("stock_movements")).toMatchObject([
      {
        id: 1,
        product_id: 1,
        delta_thousandths: 10_000,
        movement_type: "INITIAL",
        reason: "CSV import",
        performed_by: 1,
      },
      { id: 2, product_id: 2, delta_thousandths: 1_000, movement_type: "INITIAL" },
    ]);
    expect(await rowsOf("alerts")).toMatchObject([{ product_id: 2, severity: "warning", open_product_id: 2 }]);
    const jobs = await db.selectFrom("jobs").select("kind").where("shop_id", "=", shopId).execute();
    expect(jobs).toEqual([{ kind: "low_stock_notice" }]);
  });

  it("changes nothing when the same file comes again, not even the version that tills pull by", async () => {
    await run(LIST);
    expect(await run(LIST)).toMatchObject({ status: "success", created: 0, updated: 2, unchanged: 2 });
    const shop = await db.selectFrom("shops").select("version").where("id", "=", shopId).executeTakeFirst();
    expect(shop?.version).toBe(1);
    expect(await rowsOf("stock_movements")).toHaveLength(2);
  });

  it("brings stock to the file's figure, and the alert after it", async () => {
    await run(LIST);
    await run("sku,stock\nb,6\na,1\n");
    expect(await rowsOf("stock_movements")).toMatchObject([
      {},
      {},
      { product_id: 2, delta_thousandths: 5_000, resulting_stock_thousandths: 6_000, movement_type: "IMPORT" },
      { product_id: 1, delta_thousandths: -9_000, resulting_stock_thousandths: 1_000, movement_type: "IMPORT" },
    ]);
    expect(await rowsOf("alerts")).toMatchObject([
      { product_id: 2, open_product_id: null, closed_at_ms: 1_000 },
      { product_id: 1, open_product_id: 1, severity: "warning" },
    ]);
  });

  it("imports the good rows and reports the others in the order of the sheet", async () => {
    const report = await run("sku,name,price\nA,Soap,x\nB,,1\nC,Tea,2\nC,Tea,2\n");
    expect(report).toMatchObject({ status: "partial", created: 1, updated: 0, failed: 3 });
    expect(report.errors).toEqual([
      expect.stringMatching(/^Row 2: price "x"/),
      'Row 3: sku "B" is not in the shop, and the row has no name to make the product with. Give the row a name, or correct the code.',
      expect.stringMatching(/^Row 5: sku "C" is in row 4 too/),
    ]);
  });

  it("answers error when no row came in, or when the file is none", async () => {
    expect(await run("sku,name,price\nA,Soap,x\n")).toMatchObject({ status: "error", created: 0, failed: 1 });
    expect(await run("foo,bar\n1,2\n")).toMatchObject({ status: "error", errors: [expect.stringContaining("foo")] });
    expect(await products()).toEqual([]);
  });

  it("refuses a barcode of another product, and two rows that mean one product", async () => {
    await run("sku,barcode,name\nA,600,Soap\nB,700,Oil\n");
    const report = await run("sku,barcode,name\nB,600,Oil\nA,,Soap\n,600,Soap\n");
    expect(report).toMatchObject({ status: "partial", updated: 1, failed: 2 });
    expect(report.errors[0]).toMatch(/^Row 2: barcode "600" belongs to another product, "A"\. Correct the barcode/);
    expect(report.errors[1]).toMatch(/^Row 4: barcode "600" is in row 2 too/);
  });

  it("finds rows without codes by name, so that importing a list of names twice makes no twins", async () => {
    await run("name,price\nSoap,1\nOil,2\n");
    expect(await run("name,price\nSoap,1\nOil,3\n")).toMatchObject({ created: 0, updated: 2, unchanged: 1 });
    expect(await run("sku,name\nS-1,Soap\n")).toMatchObject({ created: 0, updated: 1 });
    expect(await products()).toMatchObject([
      { sku: "S-1", name: "Soap" },
      { name: "Oil", unit_price_minor: 300 },
    ]);
  });

  it("says in a dry run exactly what the import then does, and changes nothing", async () => {
    await run(LIST);
    const csv = "sku,barcode,name,stock\nA,1,Soap,4\nC,2,Tea,5\nD,1,Milk,6\nA,3,Soap,7\n,,Oil,8\nE,,,1\n";
    const dry = await run(csv, { isDryRun: true });
    expect(await products()).toHaveLength(2);
    expect(await rowsOf("stock_movements")).toHaveLength(2);
    const real = await run(csv);
    expect(dry).toEqual({ ...real, dry_run: true });
    expect(real).toMatchObject({ created: 1, updated: 2, failed: 3 });
  });

  it("makes each product once when four imports of one list race, each in several transactions", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => `P${index},Product ${index},${index}\n`).join("");
    const reports = await Promise.all([1, 2, 3, 4].map(async () => run(`sku,name,stock\n${rows}`)));
    expect(reports.map(({ status }) => status)).toEqual(["success", "success", "success", "success"]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(2_500);
    expect(await products()).toHaveLength(2_500);
    const stock = await rowsOf("stock_movements");
    expect(stock).toHaveLength(2_499);
  });

  it("keeps shops apart", async () => {
    await run(LIST);
    const other = shopId;
    shopId = "0197c0de-0000-7000-8000-0000000000ff";
    await insertTestShop(db, shopId);
    expect(await run(LIST)).toMatchObject({ created: 2, updated: 0 });
    shopId = other;
    expect(await products()).toHaveLength(2);
  });

  it("lists the first errors of many and counts the rest", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `P${index},Product,x\n`).join("");
    const report = await run(`sku,name,price\n${rows}`);
    expect(report.failed).toBe(1_000);
    expect(report.errors).toHaveLength(201);
    expect(report.errors.at(-1)).toBe("And 800 more rows with errors. Correct these and import again.");
  });
});
