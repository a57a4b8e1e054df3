import { assert } from "../assert.ts";
import { type AlertSeverity, nextAlert } from "../alerts/alert-state.ts";
import type { ChangedAlert, NewAlert } from "./recorded-sales.ts";
import type { ProductState } from "./shop-state.ts";
import { productNow, type WorkingShop } from "./working-shop.ts";

/** Opens, changes or closes a product's alert after its stock moved. */
export function stepAlert(working: WorkingShop, productId: number): void {
  const product = productNow(working, productId);
  const open = working.openAlerts.get(productId);
  const step = nextAlert(open, product);
  if (step.kind === "none") return;
  if (step.kind === "open") return openAlert(working, product, step.severity);
  assert(open !== undefined, `product ${productId} has no open alert to ${step.kind}`);
  if (step.kind === "close") return changeAlert(working, { ...open, isClosed: true });
  const { acknowledgedSeverity: _, ...unread } = open;
  changeAlert(working, { ...(step.kind === "escalate" ? unread : open), severity: step.severity });
}

function openAlert(working: WorkingShop, product: ProductState, severity: AlertSeverity): void {
  const { stockThousandths, reorderLevelThousandths } = product;
  assert(stockThousandths !== null && reorderLevelThousandths !== null, "only a stock below its level opens an alert");
  const alert: NewAlert = {
    id: working.next.alertId,
    productId: product.id,
    severity,
    stockAtTriggerThousandths: stockThousandths,
    reorderLevelAtTriggerThousandths: reorderLevelThousandths,
    isClosed: false,
  };
  working.next.alertId += 1;
  working.newAlerts.set(alert.id, alert);
  working.openAlerts.set(product.id, alert);
}

function changeAlert(working: WorkingShop, alert: ChangedAlert): void {
  if (alert.isClosed) working.openAlerts.delete(alert.productId);
  else working.openAlerts.set(alert.productId, alert);
  const opened = working.newAlerts.get(alert.id);
  if (opened === undefined) working.changedAlerts.set(alert.id, alert);
  else working.newAlerts.set(alert.id, { ...opened, severity: alert.severity, isClosed: alert.isClosed });
}
