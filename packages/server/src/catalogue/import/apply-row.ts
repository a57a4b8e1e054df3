import { productKey } from "@duka/domain";
import { type ProductsTable, type StoredMovementType, toDatabaseBoolean } from "../../database/schema.ts";
import type { NewProductRow } from "./plan-rows.ts";
import type { ProductRow } from "./product-row.ts";

export type StockChange = {
  readonly productId: number;
  readonly movementType: Extract<StoredMovementType, "INITIAL" | "IMPORT" | "ADJUSTMENT">;
  readonly deltaThousandths: number;
  readonly resultingStockThousandths: number;
};

/** A product as a row leaves it, and the movement that its stock makes, if it moves. */
export type ProductChange = { readonly product: ProductsTable; readonly movement?: StockChange };

/** What every product of one transaction shares. */
export type ChangeScope = {
  readonly shopId: string;
  readonly userId: number;
  readonly nowMs: number;
  readonly version: number;
};

/** The product that a row makes; what it does not say is nothing. The stock of a tracked one is its opening balance. */
export function makeProduct(
  row: NewProductRow,
  { id, uid }: { readonly id: number; readonly uid: string },
  scope: ChangeScope,
): ProductChange {
  const isVolatile = row.isVolatile ?? false;
  const stock = isVolatile ? null : (row.stockThousandths ?? 0);
  const product: ProductsTable = {
    shop_id: scope.shopId,
    id,
    uid,
    ...codesOf(row),
    name: row.name,
    description: row.description ?? "",
    unit_price_minor: row.unitPriceMinor ?? 0,
    unit: row.unit ?? "",
    is_volatile: toDatabaseBoolean(isVolatile),
    stock_thousandths: stock,
    reorder_level_thousandths: isVolatile ? null : (row.reorderLevelThousandths ?? 0),
    active: 1,
    price_sold_at_ms: null,
    created_by: scope.userId,
    created_at_ms: scope.nowMs,
    updated_at_ms: scope.nowMs,
    version: scope.version,
  };
  return withMovement(product, "INITIAL", { before: 0, after: stock ?? 0 });
}

/**
 * A product as a row changes it; undefined when the row says what is so already. Cells that say nothing leave the field
 * as it is. A stock figure is what is there now: the difference to the ledger becomes an `IMPORT` movement. Turning
 * volatile moves the stock to 0 by an `ADJUSTMENT`; a volatile product has neither stock nor reorder level.
 */
export function changeProduct(before: ProductsTable, row: ProductRow, scope: ChangeScope): ProductChange | undefined {
  const after = { ...before, ...saidBy(before, row), ...stockLevels(before, row) };
  if (COMPARED.every((column) => after[column] === before[column])) return undefined;
  const product = { ...after, updated_at_ms: scope.nowMs, version: scope.version };
  const isTurningVolatile = after.is_volatile === 1 && before.is_volatile === 0;
  return withMovement(product, isTurningVolatile ? "ADJUSTMENT" : "IMPORT", {
    before: before.stock_thousandths ?? 0,
    after: after.stock_thousandths ?? 0,
  });
}

/** The columns that an import writes to a product which exists. */
export const COMPARED = [
  "sku",
  "sku_key",
  "barcode",
  "barcode_key",
  "name",
  "description",
  "unit_price_minor",
  "unit",
  "is_volatile",
  "stock_thousandths",
  "reorder_level_thousandths",
] as const satisfies readonly (keyof ProductsTable)[];

function saidBy(before: ProductsTable, row: ProductRow): Partial<ProductsTable> {
  const { sku, sku_key, barcode, barcode_key } = codesOf(row);
  return {
    // A code that differs in case only stays as it was first typed.
    ...(sku_key !== null && sku_key !== before.sku_key && { sku, sku_key }),
    ...(barcode_key !== null && barcode_key !== before.barcode_key && { barcode, barcode_key }),
    ...(row.name !== undefined && { name: row.name }),
    ...(row.description !== undefined && { description: row.description }),
    ...(row.unitPriceMinor !== undefined && { unit_price_minor: row.unitPriceMinor }),
    ...(row.unit !== undefined && { unit: row.unit }),
    ...(row.isVolatile !== undefined && { is_volatile: toDatabaseBoolean(row.isVolatile) }),
  };
}

function stockLevels(before: ProductsTable, row: ProductRow) {
  const isVolatile = row.isVolatile ?? before.is_volatile === 1;
  if (isVolatile) return { stock_thousandths: null, reorder_level_thousandths: null };
  return {
    stock_thousandths: row.stockThousandths ?? before.stock_thousandths ?? 0,
    reorder_level_thousandths:
      row.reorderLevelThousandths ?? (before.is_volatile === 1 ? 0 : before.reorder_level_thousandths),
  };
}

function codesOf({ sku, barcode }: ProductRow) {
  return {
    sku: sku ?? null,
    sku_key: sku === undefined ? null : productKey(sku),
    barcode: barcode ?? null,
    barcode_key: barcode === undefined ? null : productKey(barcode),
  };
}

function withMovement(
  product: ProductsTable,
  movementType: StockChange["movementType"],
  stock: { readonly before: number; readonly after: number },
): ProductChange {
  const deltaThousandths = stock.after - stock.before;
  if (deltaThousandths === 0) return { product };
  const movement = { productId: product.id, movementType, deltaThousandths, resultingStockThousandths: stock.after };
  return { product, movement };
}
