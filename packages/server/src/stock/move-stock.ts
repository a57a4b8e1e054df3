import { applyMovement, assert } from "@duka/domain";
import type { LockedShop } from "../database/locked-shop.ts";
import type { ProductsTable, StockMovementsTable, StoredMovementType, Trx } from "../database/schema.ts";
import { AppError } from "../http/app-error.ts";
import { keepAlert } from "./keep-alert.ts";

export type StockChange = {
  readonly deltaThousandths: number;
  readonly type: StoredMovementType;
  readonly reason: string;
  readonly performedBy: number | null;
  readonly nowMs: number;
  /** What makes a repeated request known. */
  readonly externalId?: string;
  readonly fingerprint?: string;
};

export type MovedStock = { readonly product: ProductsTable; readonly movement: StockMovementsTable };

/** One movement in the ledger, and everything that follows from it: the product's stock and its alert. */
export async function moveStock(
  trx: Trx,
  shop: LockedShop,
  product: ProductsTable,
  change: StockChange,
): Promise<MovedStock> {
  assert(product.stock_thousandths !== null, "A volatile product has no stock to move.");
  const resulting = applyMovement(product.stock_thousandths, change.deltaThousandths);
  if (!resulting.ok) throw new AppError("stock_out_of_range", "The stock would be larger than Duka can hold.");
  const movement: StockMovementsTable = {
    shop_id: shop.id,
    id: shop.takeId("nextMovementId"),
    product_id: product.id,
    delta_thousandths: change.deltaThousandths,
    resulting_stock_thousandths: resulting.value,
    movement_type: change.type,
    reason: change.reason,
    performed_by: change.performedBy,
    sale_id: null,
    external_id: change.externalId ?? null,
    fingerprint: change.fingerprint ?? null,
    moved_at_ms: change.nowMs,
  };
  await trx.insertInto("stock_movements").values(movement).execute();
  const moved = { stock_thousandths: resulting.value, updated_at_ms: change.nowMs, version: shop.stampVersion() };
  await trx.updateTable("products").set(moved).where("shop_id", "=", shop.id).where("id", "=", product.id).execute();
  const changed = { ...product, ...moved };
  await keepAlert(trx, shop, changed, change.nowMs);
  return { product: changed, movement };
}
