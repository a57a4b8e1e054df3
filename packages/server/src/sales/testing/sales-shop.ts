import { type SaleContent, type SaleToRecord, saleFingerprint } from "@duka/domain";
import { sql } from "kysely";
import type { Database, ProductsTable } from "../../database/schema.ts";
import { insertTestShop } from "../../testing/insert-test-shop.ts";

export const SHOP_ID = "0197c0de-0000-7000-8000-000000000001";
export const OTHER_SHOP_ID = "0197c0de-0000-7000-8000-000000000002";
const CASHIER = 2;
export const NOW_MS = Date.parse("2026-01-31T12:00:00Z");

/** A shop with a cashier and ten pieces of soap (id 1, sku SOAP, 1.50, reorder level 5). */
export async function insertSellingShop(db: Database, id: string = SHOP_ID): Promise<void> {
  await insertTestShop(db, id, { next_product_id: 2 });
  await db
    .insertInto("members")
    .values({ shop_id: id, user_id: CASHIER, role: "cashier", created_at_ms: 0, removed_at_ms: null })
    .execute();
  await insertProduct(db, id, { stock_thousandths: 10_000, reorder_level_thousandths: 5000 });
}

export async function insertProduct(db: Database, shopId: string, changes: Partial<ProductsTable> = {}): Promise<void> {
  const id = changes.id ?? 1;
  await db
    .insertInto("products")
    .values({
      shop_id: shopId,
      id,
      uid: `0197c0de-0000-7000-8000-${String(id).padStart(12, "0")}`,
      sku: "SOAP",
      sku_key: "soap",
      barcode: null,
      barcode_key: null,
      name: "Soap",
      description: "",
      unit_price_minor: 150,
      unit: "pcs",
      is_volatile: 0,
      stock_thousandths: 0,
      reorder_level_thousandths: 0,
      active: 1,
      price_sold_at_ms: null,
      created_by: CASHIER,
      created_at_ms: 0,
      updated_at_ms: 0,
      version: 0,
      ...changes,
    })
    .execute();
}

function externalIdOf(number: number): string {
  return `0197c0de-0000-7000-9000-${String(number).padStart(12, "0")}`;
}

/** A sale of one soap by the cashier, received now; `content` replaces its parts. */
export function saleOf(number: number, content: Partial<SaleContent> = {}): SaleToRecord {
  const whole: SaleContent = { items: [{ product: 1, quantity: "1" }], ...content };
  return {
    externalId: externalIdOf(number),
    content: whole,
    fingerprint: saleFingerprint(whole),
    soldByUserId: CASHIER,
    receivedAtMs: NOW_MS,
  };
}

/** From now on the database refuses a line with this product name: a failure that nobody expects. */
export async function poisonLines(db: Database, productName: string): Promise<void> {
  await sql`create trigger poison before insert on sale_lines when new.product_name = ${sql.lit(productName)}
    begin select raise(abort, 'poisoned'); end`.execute(db.withoutPlugins());
}

/** Everything a shop's sales left behind, to compare. */
export async function effectsIn(db: Database, shopId: string = SHOP_ID) {
  return {
    sales: await db.selectFrom("sales").selectAll().where("shop_id", "=", shopId).orderBy("id").execute(),
    lines: await db.selectFrom("sale_lines").selectAll().where("shop_id", "=", shopId).execute(),
    movements: await db.selectFrom("stock_movements").selectAll().where("shop_id", "=", shopId).execute(),
    shopDays: await db.selectFrom("shop_daily_sales").selectAll().where("shop_id", "=", shopId).execute(),
    productDays: await db.selectFrom("product_daily_sales").selectAll().where("shop_id", "=", shopId).execute(),
    alerts: await db.selectFrom("alerts").selectAll().where("shop_id", "=", shopId).execute(),
    products: await db.selectFrom("products").selectAll().where("shop_id", "=", shopId).orderBy("id").execute(),
    shop: await db.selectFrom("shops").selectAll().where("id", "=", shopId).executeTakeFirstOrThrow(),
  };
}
