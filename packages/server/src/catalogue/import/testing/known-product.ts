import { productKey } from "@duka/domain";
import type { ProductsTable } from "../../../database/schema.ts";

/** A tracked product of a shop, without codes or stock unless told. */
export function knownProduct(id: number, changes: Partial<ProductsTable> = {}): ProductsTable {
  return {
    shop_id: "0197c0de-0000-7000-8000-000000000001",
    id,
    uid: `0197c0de-0000-7000-8000-${String(id).padStart(12, "0")}`,
    sku: null,
    sku_key: keyOf(changes.sku),
    barcode: null,
    barcode_key: keyOf(changes.barcode),
    name: `Product ${id}`,
    description: "",
    unit_price_minor: 100,
    unit: "pcs",
    is_volatile: 0,
    stock_thousandths: 0,
    reorder_level_thousandths: 0,
    active: 1,
    price_sold_at_ms: null,
    created_by: 1,
    created_at_ms: 0,
    updated_at_ms: 0,
    version: 1,
    ...changes,
  };
}

function keyOf(code: string | null | undefined): string | null {
  return code ? productKey(code) : null;
}
