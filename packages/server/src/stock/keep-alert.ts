import { nextAlert } from "@duka/domain";
import { enqueueLowStockNotices, type LowStockNotice } from "../alerts/enqueue-low-stock-notices.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import type { AlertsTable, ProductsTable, Trx } from "../database/schema.ts";

/** Brings a product's low-stock alert in line with its stock and reorder level, as they are written now. */
export async function keepAlert(trx: Trx, shop: LockedShop, product: ProductsTable, nowMs: number): Promise<void> {
  const open = await findOpenAlert(trx, shop.id, product.id);
  const level = {
    stockThousandths: product.stock_thousandths,
    reorderLevelThousandths: product.reorder_level_thousandths,
  };
  const step = nextAlert(open === undefined ? undefined : openAlertOf(open), level);
  switch (step.kind) {
    case "none":
      return;
    case "open":
      return await openAlert(trx, shop, { product, severity: step.severity, nowMs });
    case "close":
      return await changeAlert(trx, shop, open, { open_product_id: null, closed_at_ms: nowMs });
    case "change":
      return await changeAlert(trx, shop, open, { severity: step.severity });
    case "escalate":
      await changeAlert(trx, shop, open, { severity: step.severity, ...UNREAD });
      return await enqueueLowStockNotices(trx, { shopId: shop.id, nowMs }, escalationOf(open, step.severity));
  }
}

const UNREAD = { acknowledged_at_ms: null, acknowledged_by: null, acknowledged_severity: null } as const;

function escalationOf(open: AlertsTable | undefined, severity: AlertsTable["severity"]): readonly LowStockNotice[] {
  return open === undefined ? [] : [{ alertId: open.id, escalatedTo: severity }];
}

function openAlertOf({ severity, acknowledged_severity }: AlertsTable) {
  return acknowledged_severity === null ? { severity } : { severity, acknowledgedSeverity: acknowledged_severity };
}

async function findOpenAlert(trx: Trx, shopId: string, productId: number): Promise<AlertsTable | undefined> {
  return await trx
    .selectFrom("alerts")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("open_product_id", "=", productId)
    .executeTakeFirst();
}

type Opening = {
  readonly product: ProductsTable;
  readonly severity: AlertsTable["severity"];
  readonly nowMs: number;
};

async function openAlert(trx: Trx, shop: LockedShop, { product, severity, nowMs }: Opening): Promise<void> {
  const id = shop.takeId("nextAlertId");
  await trx
    .insertInto("alerts")
    .values({
      shop_id: shop.id,
      id,
      product_id: product.id,
      open_product_id: product.id,
      severity,
      stock_at_trigger_thousandths: product.stock_thousandths ?? 0,
      reorder_level_at_trigger_thousandths: product.reorder_level_thousandths ?? 0,
      triggered_at_ms: nowMs,
      ...UNREAD,
      closed_at_ms: null,
      version: shop.stampVersion(),
    })
    .execute();
  await enqueueLowStockNotices(trx, { shopId: shop.id, nowMs }, [{ alertId: id }]);
}

async function changeAlert(
  trx: Trx,
  shop: LockedShop,
  alert: AlertsTable | undefined,
  changes: Partial<AlertsTable>,
): Promise<void> {
  if (alert === undefined) return;
  await trx
    .updateTable("alerts")
    .set({ ...changes, version: shop.stampVersion() })
    .where("shop_id", "=", shop.id)
    .where("id", "=", alert.id)
    .execute();
}
