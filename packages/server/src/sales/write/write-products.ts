import { type NewProduct, type ProductState, productKey } from "@duka/domain";
import { type Insertable, type RawBuilder, sql } from "kysely";
import { type ProductsTable, toDatabaseBoolean, type Trx } from "../../database/schema.ts";
import { insertRows } from "../../database/write-rows.ts";
import type { WriteScope } from "./write-scope.ts";

/** Each WHEN is tried in turn, so a statement for n products takes n² comparisons. */
const PRODUCTS_PER_UPDATE_MAX = 200;

export async function insertProducts(trx: Trx, scope: WriteScope, products: readonly NewProduct[]): Promise<void> {
  await insertRows(
    trx,
    "products",
    products.map((product) => newProductRow(scope, product)),
  );
}

/** Sets stock and suggested price of all products in one statement. */
export async function updateProducts(trx: Trx, scope: WriteScope, products: readonly ProductState[]): Promise<void> {
  for (let start = 0; start < products.length; start += PRODUCTS_PER_UPDATE_MAX) {
    const chunk = products.slice(start, start + PRODUCTS_PER_UPDATE_MAX);
    await trx
      .updateTable("products")
      .set({
        ...changedColumns(chunk),
        updated_at_ms: scope.nowMs,
        version: scope.version,
      })
      .where("shop_id", "=", scope.shopId)
      .where(
        "id",
        "in",
        chunk.map((product) => product.id),
      )
      .execute();
  }
}

function changedColumns(products: readonly ProductState[]) {
  const tracked = products.filter((product) => !product.isVolatile);
  const volatile = products.filter((product) => product.isVolatile);
  const stock = caseById(
    tracked.map((product) => [product.id, product.stockThousandths]),
    "stock_thousandths",
  );
  const price = caseById(
    volatile.map((product) => [product.id, product.unitPriceMinor]),
    "unit_price_minor",
  );
  const soldAt = caseById(
    volatile.map((product) => [product.id, product.priceSoldAtMs]),
    "price_sold_at_ms",
  );
  return {
    ...(tracked.length > 0 && { stock_thousandths: stock }),
    ...(volatile.length > 0 && { unit_price_minor: price, price_sold_at_ms: soldAt }),
  };
}

/** A searched CASE that leaves other rows as they are. Literals, all integers, because PostgreSQL takes bare parameters for text. */
function caseById(values: readonly (readonly [number, number | null])[], column: string): RawBuilder<number> {
  const branches = values.map(([id, value]) => sql`when id = ${sql.lit(id)} then ${sql.lit(value)}`);
  return sql<number>`case ${sql.join(branches, sql` `)} else ${sql.ref(column)} end`;
}

function newProductRow({ shopId, nowMs, version }: WriteScope, product: NewProduct): Insertable<ProductsTable> {
  return {
    shop_id: shopId,
    id: product.id,
    uid: product.uid,
    sku: product.sku,
    sku_key: product.sku === null ? null : productKey(product.sku),
    barcode: product.barcode,
    barcode_key: product.barcode === null ? null : productKey(product.barcode),
    name: product.name,
    description: "",
    unit_price_minor: product.unitPriceMinor,
    unit: product.unit,
    is_volatile: toDatabaseBoolean(product.isVolatile),
    stock_thousandths: product.stockThousandths,
    reorder_level_thousandths: product.reorderLevelThousandths,
    active: toDatabaseBoolean(product.isActive),
    price_sold_at_ms: product.priceSoldAtMs,
    created_by: product.createdByUserId,
    created_at_ms: nowMs,
    updated_at_ms: nowMs,
    version,
  };
}
