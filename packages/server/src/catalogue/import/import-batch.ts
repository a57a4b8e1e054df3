import { type AlertState, withoutAbsent } from "@duka/domain";
import { enqueueLowStockNotices, noticesOfSales } from "../../alerts/enqueue-low-stock-notices.ts";
import type { LockedShop } from "../../database/locked-shop.ts";
import { forgetPlans } from "../../database/forget-plans.ts";
import type { Trx } from "../../database/schema.ts";
import { insertAlerts, updateAlerts } from "../../sales/write/write-alerts.ts";
import { type ChangeScope, changeProduct, makeProduct, type ProductChange } from "./apply-row.ts";
import {
  insertMovements,
  insertProducts,
  selectOpenAlerts,
  selectProductsByCodes,
  updateProducts,
} from "./import.queries.ts";
import { stepAlerts } from "./import-alerts.ts";
import { planRows, type RowPlan, type RowsToPlan } from "./plan-rows.ts";
import { productCodes } from "./product-codes.ts";
import { productIndex } from "./product-index.ts";

/** The rows of one transaction, and what the import has done so far. */
export type ImportBatch = Omit<RowsToPlan, "index">;

export type Importer = {
  readonly userId: number;
  readonly nowMs: number;
  readonly newUid: () => string;
};

export type BatchOutcome = RowPlan & {
  /** Of the updates, those that were so already. */
  readonly unchanged: number;
};

/** Lands the rows in the open transaction of the locked shop; the number of statements does not depend on how many. */
export async function landBatch(
  trx: Trx,
  shop: LockedShop,
  { batch, importer }: { readonly batch: ImportBatch; readonly importer: Importer },
): Promise<BatchOutcome> {
  const plan = await planBatch(trx, shop.id, batch);
  const { userId, nowMs, newUid } = importer;
  const scope = { shopId: shop.id, userId, nowMs, version: shop.version + 1 };
  const made = plan.creates.map((row) => makeProduct(row, { id: shop.takeId("nextProductId"), uid: newUid() }, scope));
  const changed = changesOf(plan, scope);
  if (made.length + changed.length > 0) await write(trx, shop, { made, changed, scope });
  return { ...plan, unchanged: plan.updates.length - changed.length };
}

/** What `landBatch` would do with the shop as it is. Writes nothing and needs no lock. */
export async function tryBatch(trx: Trx, shopId: string, batch: ImportBatch): Promise<BatchOutcome> {
  const plan = await planBatch(trx, shopId, batch);
  const nobody = { shopId, userId: 0, nowMs: 0, version: 0 };
  return { ...plan, unchanged: plan.updates.length - changesOf(plan, nobody).length };
}

async function planBatch(trx: Trx, shopId: string, batch: ImportBatch): Promise<RowPlan> {
  const products = await selectProductsByCodes(trx, shopId, productCodes(batch.rows));
  return planRows({ ...batch, index: productIndex(products) });
}

function changesOf(plan: RowPlan, scope: ChangeScope): readonly ProductChange[] {
  return plan.updates
    .map(({ row, product }) => changeProduct(product, row, scope))
    .filter((change) => change !== undefined);
}

type Changes = {
  readonly made: readonly ProductChange[];
  readonly changed: readonly ProductChange[];
  readonly scope: ChangeScope;
};

const REASON = "CSV import";

async function write(trx: Trx, shop: LockedShop, { made, changed, scope }: Changes): Promise<void> {
  shop.stampVersion();
  await forgetPlans(trx);
  await insertProducts(
    trx,
    made.map(({ product }) => product),
  );
  await updateProducts(
    trx,
    changed.map(({ product }) => product),
  );
  const movements = [...made, ...changed].flatMap(({ movement }) => (movement === undefined ? [] : [movement]));
  await insertMovements(
    trx,
    { ...scope, reason: REASON },
    movements.map((movement) => ({ ...movement, id: shop.takeId("nextMovementId") })),
  );
  await moveAlerts(trx, shop, { made, changed, scope });
}

async function moveAlerts(trx: Trx, shop: LockedShop, { made, changed, scope }: Changes): Promise<void> {
  const { shopId, nowMs } = scope;
  const rows = await selectOpenAlerts(
    trx,
    shopId,
    changed.map(({ product }) => product.id),
  );
  const openAlerts = rows.map(
    ({ id, product_id, severity, acknowledged_severity }): AlertState =>
      withoutAbsent({ id, productId: product_id, severity, acknowledgedSeverity: acknowledged_severity ?? undefined }),
  );
  const products = [...made, ...changed].map(({ product }) => product);
  const steps = stepAlerts(products, openAlerts, () => shop.takeId("nextAlertId"));
  await insertAlerts(trx, scope, steps.opened);
  await updateAlerts(trx, scope, steps.changed);
  const notices = noticesOfSales(openAlerts, { alertsOpened: steps.opened, alertsChanged: steps.changed });
  await enqueueLowStockNotices(trx, { shopId, nowMs }, notices);
}
