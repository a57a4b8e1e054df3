import type { DatabaseBoolean } from "./column-types.ts";

/** Products, the stock ledger and the low-stock alerts. */
export type StockTables = {
  readonly products: ProductsTable;
  readonly stock_movements: StockMovementsTable;
  readonly alerts: AlertsTable;
};

export type ProductsTable = {
  shop_id: string;
  id: number;
  /** UUID minted by whoever created the product; never changes. */
  uid: string;
  sku: string | null;
  sku_key: string | null;
  barcode: string | null;
  barcode_key: string | null;
  name: string;
  description: string;
  unit_price_minor: number;
  unit: string;
  is_volatile: DatabaseBoolean;
  /** Null for volatile products; otherwise the sum of the movements. */
  stock_thousandths: number | null;
  reorder_level_thousandths: number | null;
  active: DatabaseBoolean;
  /** Corrected time of the sale that set the suggested price (volatile products). */
  price_sold_at_ms: number | null;
  created_by: number;
  created_at_ms: number;
  updated_at_ms: number;
  /** The shop's version when this row last changed. */
  version: number;
};

export type StoredMovementType = "INITIAL" | "SALE" | "REFUND" | "RESTOCK" | "ADJUSTMENT" | "COUNT" | "IMPORT";

export type StockMovementsTable = {
  shop_id: string;
  id: number;
  product_id: number;
  delta_thousandths: number;
  resulting_stock_thousandths: number;
  movement_type: StoredMovementType;
  reason: string;
  performed_by: number | null;
  sale_id: number | null;
  external_id: string | null;
  /** SHA-256 of what `external_id` stands for. */
  fingerprint: string | null;
  moved_at_ms: number;
};

export type AlertSeverity = "info" | "warning" | "critical";

export type AlertsTable = {
  shop_id: string;
  id: number;
  product_id: number;
  /** The product while the alert is open, else null: unique per shop, so at most one is open. */
  open_product_id: number | null;
  severity: AlertSeverity;
  stock_at_trigger_thousandths: number;
  reorder_level_at_trigger_thousandths: number;
  triggered_at_ms: number;
  acknowledged_at_ms: number | null;
  acknowledged_by: number | null;
  acknowledged_severity: AlertSeverity | null;
  closed_at_ms: number | null;
  version: number;
};
