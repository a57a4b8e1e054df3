import type { AlertSeverity, AlertState, ChangedAlert, NewAlert } from "@duka/domain";
import type { Trx } from "../database/schema.ts";
import { enqueueJobs } from "../jobs/enqueue-jobs.ts";

/** How long a notice waits for others of the same shop, so that a busy hour is one mail. */
export const NOTICE_GATHER_MS = 60_000;

/** An alert worth telling: it opened, or it got worse than what a person had acknowledged. */
export type LowStockNotice = {
  readonly alertId: number;
  /** Absent when it opened. */
  readonly escalatedTo?: AlertSeverity;
};

export type NoticePayload = { readonly alert_id: number };

/**
 * Has the owner told of low stock, in the same transaction as its cause. An alert that opens is told once, and once more
 * for each severity to which it escalates; whatever else happens to it is no news.
 */
export async function enqueueLowStockNotices(
  trx: Trx,
  { shopId, nowMs }: { readonly shopId: string; readonly nowMs: number },
  notices: readonly LowStockNotice[],
): Promise<void> {
  const jobs = notices.map(({ alertId, escalatedTo }) => ({
    kind: "low_stock_notice" as const,
    key: escalatedTo === undefined ? `${alertId}` : `${alertId}/${escalatedTo}`,
    payload: { alert_id: alertId } satisfies NoticePayload,
    dueAtMs: nowMs + NOTICE_GATHER_MS,
  }));
  await enqueueJobs(trx, shopId, { jobs, nowMs });
}

/** What `recordSales` did to the alerts, as notices. An alert that was read and is unread now has escalated. */
export function noticesOfSales(
  openBefore: readonly AlertState[],
  recorded: { readonly alertsOpened: readonly NewAlert[]; readonly alertsChanged: readonly ChangedAlert[] },
): readonly LowStockNotice[] {
  const readBefore = new Set(
    openBefore.filter((alert) => alert.acknowledgedSeverity !== undefined).map(({ id }) => id),
  );
  const opened = recorded.alertsOpened.filter((alert) => !alert.isClosed);
  const escalated = recorded.alertsChanged.filter(
    (alert) => !alert.isClosed && alert.acknowledgedSeverity === undefined && readBefore.has(alert.id),
  );
  return [
    ...opened.map(({ id }) => ({ alertId: id })),
    ...escalated.map(({ id, severity }) => ({ alertId: id, escalatedTo: severity })),
  ];
}
