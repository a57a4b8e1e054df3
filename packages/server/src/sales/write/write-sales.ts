import type { RecordedSales, SaleConflict, SaleMovement } from "@duka/domain";
import { canonicalJson } from "@duka/domain";
import type { Trx } from "../../database/schema.ts";
import { addProductDailySales, addShopDailySales } from "./add-daily-sales.ts";
import { insertRows } from "../../database/write-rows.ts";
import { contentRow, lineRows, saleRow, tenderRows } from "./sale-rows.ts";
import { insertAlerts, updateAlerts } from "./write-alerts.ts";
import { insertProducts, updateProducts } from "./write-products.ts";
import type { WriteScope } from "./write-scope.ts";

/**
 * Writes what recordSales decided: one statement a table, however many sales. Parents come before what refers to them.
 */
export async function writeSales(trx: Trx, scope: WriteScope, recorded: RecordedSales): Promise<void> {
  const { shopId } = scope;
  const { sales } = recorded;
  await insertProducts(trx, scope, recorded.productsCreated);
  await updateProducts(trx, scope, recorded.productsChanged);
  await insertRows(
    trx,
    "sales",
    sales.map((sale) => saleRow(shopId, sale)),
  );
  await insertRows(
    trx,
    "sale_contents",
    sales.map((sale) => contentRow(shopId, sale)),
  );
  await insertRows(
    trx,
    "sale_lines",
    sales.flatMap((sale) => lineRows(shopId, sale)),
  );
  await insertRows(
    trx,
    "sale_tenders",
    sales.flatMap((sale) => tenderRows(shopId, sale)),
  );
  await insertRows(
    trx,
    "sale_conflicts",
    recorded.conflicts.map((conflict) => conflictRow(shopId, conflict)),
  );
  await insertRows(
    trx,
    "stock_movements",
    recorded.movements.map((movement) => movementRow(scope, movement)),
  );
  await insertAlerts(trx, scope, recorded.alertsOpened);
  await updateAlerts(trx, scope, recorded.alertsChanged);
  await addProductDailySales(trx, scope, recorded.productDailySales);
  await addShopDailySales(trx, scope, recorded.shopDailySales);
}

function conflictRow(shopId: string, conflict: SaleConflict) {
  return {
    shop_id: shopId,
    external_id: conflict.externalId,
    conflict_number: conflict.conflictNumber,
    fingerprint: conflict.fingerprint,
    content: canonicalJson(conflict.content),
    received_at_ms: conflict.receivedAtMs,
    device_id: conflict.deviceId,
  };
}

function movementRow({ shopId, nowMs }: WriteScope, movement: SaleMovement) {
  return {
    shop_id: shopId,
    id: movement.id,
    product_id: movement.productId,
    delta_thousandths: movement.deltaThousandths,
    resulting_stock_thousandths: movement.resultingStockThousandths,
    movement_type: "SALE" as const,
    reason: `Sale ${movement.saleId}`,
    performed_by: movement.performedByUserId,
    sale_id: movement.saleId,
    external_id: null,
    fingerprint: null,
    moved_at_ms: nowMs,
  };
}
