import type { Insertable } from "kysely";
import type { AlertsTable, ProductsTable } from "../../database/schema.ts";

/** A tracked product named after its id. */
export function productRow(shopId: string, id: number, version: number): Insertable<ProductsTable> {
  return {
    shop_id: shopId,
    id,
    uid: crypto.randomUUID(),
    sku: null,
    sku_key: null,
    barcode: null,
    barcode_key: null,
    name: `Product ${id}`,
    description: "",
    unit_price_minor: 100,
    unit: "",
    is_volatile: 0,
    stock_thousandths: 0,
    reorder_level_thousandths: null,
    active: 1,
    price_sold_at_ms: null,
    created_by: 1,
    created_at_ms: 0,
    updated_at_ms: 0,
    version,
  };
}

/** An open alert. */
export function alertRow(
  shopId: string,
  id: number,
  { productId, version }: { readonly productId: number; readonly version: number },
): Insertable<AlertsTable> {
  return {
    shop_id: shopId,
    id,
    product_id: productId,
    open_product_id: productId,
    severity: "info",
    stock_at_trigger_thousandths: 0,
    reorder_level_at_trigger_thousandths: 1_000,
    triggered_at_ms: 0,
    acknowledged_at_ms: null,
    acknowledged_by: null,
    acknowledged_severity: null,
    closed_at_ms: null,
    version,
  };
}
