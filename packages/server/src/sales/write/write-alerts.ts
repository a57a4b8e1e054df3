import type { ChangedAlert, NewAlert } from "@duka/domain";
import type { AlertSeverity, Trx } from "../../database/schema.ts";
import { insertRows } from "../../database/write-rows.ts";
import type { WriteScope } from "./write-scope.ts";

export async function insertAlerts(trx: Trx, scope: WriteScope, alerts: readonly NewAlert[]): Promise<void> {
  const { shopId, nowMs, version } = scope;
  await insertRows(
    trx,
    "alerts",
    alerts.map((alert) => ({
      shop_id: shopId,
      id: alert.id,
      product_id: alert.productId,
      open_product_id: alert.isClosed ? null : alert.productId,
      severity: alert.severity,
      stock_at_trigger_thousandths: alert.stockAtTriggerThousandths,
      reorder_level_at_trigger_thousandths: alert.reorderLevelAtTriggerThousandths,
      triggered_at_ms: nowMs,
      acknowledged_at_ms: null,
      acknowledged_by: null,
      acknowledged_severity: null,
      closed_at_ms: alert.isClosed ? nowMs : null,
      version,
    })),
  );
}

/** One statement for each new severity and whether it is read: at most six, however many alerts. */
export async function updateAlerts(trx: Trx, scope: WriteScope, alerts: readonly ChangedAlert[]): Promise<void> {
  const open = alerts.filter((alert) => !alert.isClosed);
  for (const [, alike] of Map.groupBy(
    open,
    ({ severity, acknowledgedSeverity }) => `${severity} ${acknowledgedSeverity === undefined}`,
  )) {
    const [first] = alike;
    if (first !== undefined)
      await updateAlike(trx, scope, {
        alerts: alike,
        severity: first.severity,
        isUnread: first.acknowledgedSeverity === undefined,
      });
  }
  await closeAlerts(
    trx,
    scope,
    alerts.filter((alert) => alert.isClosed),
  );
}

type AlikeAlerts = {
  readonly alerts: readonly ChangedAlert[];
  readonly severity: AlertSeverity;
  readonly isUnread: boolean;
};

async function updateAlike(trx: Trx, scope: WriteScope, { alerts, severity, isUnread }: AlikeAlerts): Promise<void> {
  const unread = { acknowledged_at_ms: null, acknowledged_by: null, acknowledged_severity: null };
  await trx
    .updateTable("alerts")
    .set({ severity, ...(isUnread && unread), version: scope.version })
    .where("shop_id", "=", scope.shopId)
    .where(
      "id",
      "in",
      alerts.map((alert) => alert.id),
    )
    .execute();
}

async function closeAlerts(trx: Trx, scope: WriteScope, alerts: readonly ChangedAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  await trx
    .updateTable("alerts")
    .set({ open_product_id: null, closed_at_ms: scope.nowMs, version: scope.version })
    .where("shop_id", "=", scope.shopId)
    .where(
      "id",
      "in",
      alerts.map((alert) => alert.id),
    )
    .execute();
}
