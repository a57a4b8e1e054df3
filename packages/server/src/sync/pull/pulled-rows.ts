import { decimalNumber, formatInstant, formatMoney, QUANTITY_SCALE } from "@duka/domain";
import type { PulledAlert, PulledProduct } from "@duka/protocol";
import type { Selectable } from "kysely";
import type { AlertsTable, ProductsTable } from "../../database/schema.ts";

/** A product row as a till reads it. An archived product is delivered as inactive: old sales still name it. */
export function toPulledProduct(row: Selectable<ProductsTable>, currencyExponent: number): PulledProduct {
  return {
    id: row.id,
    uid: row.uid,
    user: row.created_by,
    sku: row.sku,
    barcode: row.barcode,
    name: row.name,
    description: row.description,
    unit_price: formatMoney(row.unit_price_minor, currencyExponent),
    unit: row.unit,
    stock_mode: row.is_volatile ? "UNTRACKED" : "TRACKED",
    is_volatile: row.is_volatile === 1,
    stock: toStockFigure(row.stock_thousandths),
    reorder_level: toStockFigure(row.reorder_level_thousandths),
    active: row.active === 1,
    created_at: formatInstant(row.created_at_ms),
    updated_at: formatInstant(row.updated_at_ms),
    version: row.version,
  };
}

/** An alert row as a till reads it; a closed one is delivered once more, not open. */
export function toPulledAlert(row: Selectable<AlertsTable>): PulledAlert {
  return {
    id: row.id,
    product_id: row.product_id,
    severity: row.severity,
    triggered_at: formatInstant(row.triggered_at_ms),
    acknowledged: row.acknowledged_at_ms !== null,
    open: row.open_product_id !== null,
    version: row.version,
  };
}

function toStockFigure(thousandths: number | null): number | null {
  return thousandths === null ? null : decimalNumber(thousandths, QUANTITY_SCALE);
}
