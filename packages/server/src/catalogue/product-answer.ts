import { decimalNumber, formatInstant, formatMoney, QUANTITY_SCALE } from "@duka/domain";
import type { ProductAnswer } from "@duka/protocol";
import type { ProductsTable } from "../database/schema.ts";

export function productAnswer(product: ProductsTable, currencyExponent: number): ProductAnswer {
  const isVolatile = product.is_volatile === 1;
  return {
    id: product.id,
    uid: product.uid,
    user: product.created_by,
    sku: product.sku,
    barcode: product.barcode,
    name: product.name,
    description: product.description,
    unit_price: formatMoney(product.unit_price_minor, currencyExponent),
    unit: product.unit,
    stock_mode: isVolatile ? "UNTRACKED" : "TRACKED",
    is_volatile: isVolatile,
    stock: thousandthsOrNull(product.stock_thousandths),
    reorder_level: thousandthsOrNull(product.reorder_level_thousandths),
    active: product.active === 1,
    created_at: formatInstant(product.created_at_ms),
    updated_at: formatInstant(product.updated_at_ms),
  };
}

function thousandthsOrNull(thousandths: number | null): number | null {
  return thousandths === null ? null : decimalNumber(thousandths, QUANTITY_SCALE);
}
