import { type AlertSettingsTable, type AlertSeverity, toDatabaseBoolean, type Trx } from "../database/schema.ts";
import { upsertRows } from "../database/write-rows.ts";

/** An alert with what people know its product by. */
export type AlertWithProduct = Awaited<ReturnType<typeof selectAlerts>>[number];

/** `unread`: open and not acknowledged. `all`: also the acknowledged and the closed ones. */
export type AlertFilter = {
  readonly which: "unread" | "all";
  readonly severity?: AlertSeverity;
  /** Only alerts before this one. */
  readonly beforeId?: number;
  readonly limit: number;
};

/** Newest first. */
export async function selectAlerts(trx: Trx, shopId: string, { which, severity, beforeId, limit }: AlertFilter) {
  let query = trx
    .selectFrom("alerts")
    .innerJoin("products", (join) =>
      join.onRef("products.shop_id", "=", "alerts.shop_id").onRef("products.id", "=", "alerts.product_id"),
    )
    .select(["alerts.id", "alerts.severity", "alerts.triggered_at_ms", "alerts.acknowledged_at_ms"])
    .select(["alerts.closed_at_ms", "products.id as product_id", "products.name", "products.sku", "products.unit"])
    .select(["products.stock_thousandths", "products.reorder_level_thousandths"])
    .select(["alerts.stock_at_trigger_thousandths", "alerts.reorder_level_at_trigger_thousandths"])
    .where("alerts.shop_id", "=", shopId);
  if (which === "unread") {
    query = query.where("alerts.open_product_id", "is not", null).where("alerts.acknowledged_at_ms", "is", null);
  }
  if (severity !== undefined) query = query.where("alerts.severity", "=", severity);
  if (beforeId !== undefined) query = query.where("alerts.id", "<", beforeId);
  return await query.orderBy("alerts.id", "desc").limit(limit).execute();
}

export type OpenAlertCounts = { readonly open: number; readonly unread: number; readonly unreadCritical: number };

/** How many alerts are open, unread, and unread and critical. */
export async function countOpenAlerts(trx: Trx, shopId: string): Promise<OpenAlertCounts> {
  const rows = await trx
    .selectFrom("alerts")
    .select((row) => ["severity", "acknowledged_severity", row.fn.countAll<number>().as("count")])
    .where("shop_id", "=", shopId)
    .where("open_product_id", "is not", null)
    .groupBy(["severity", "acknowledged_severity"])
    .execute();
  const unread = rows.filter((row) => row.acknowledged_severity === null);
  return {
    open: total(rows),
    unread: total(unread),
    unreadCritical: total(unread.filter((row) => row.severity === "critical")),
  };
}

const total = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

/** Which of the ids are alerts of the shop, and which of those nobody has acknowledged. */
export async function selectAlertIds(trx: Trx, shopId: string, ids: readonly number[]) {
  return await trx
    .selectFrom("alerts")
    .select(["id", "acknowledged_at_ms"])
    .where("shop_id", "=", shopId)
    .where("id", "in", [...ids])
    .execute();
}

export async function selectUnreadIds(trx: Trx, shopId: string): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom("alerts")
    .select("id")
    .where("shop_id", "=", shopId)
    .where("open_product_id", "is not", null)
    .where("acknowledged_at_ms", "is", null)
    .execute();
  return rows.map((row) => row.id);
}

export type Acknowledgement = {
  readonly shopId: string;
  readonly userId: number;
  readonly nowMs: number;
  readonly version: number;
};

/** Marks unread alerts as read at the severity they have; at most as many as a statement takes parameters. */
export async function acknowledgeAlertRows(
  trx: Trx,
  { shopId, userId, nowMs, version }: Acknowledgement,
  ids: readonly number[],
): Promise<void> {
  await trx
    .updateTable("alerts")
    .set((row) => ({
      acknowledged_at_ms: nowMs,
      acknowledged_by: userId,
      acknowledged_severity: row.ref("severity"),
      version,
    }))
    .where("shop_id", "=", shopId)
    .where("id", "in", [...ids])
    .where("acknowledged_at_ms", "is", null)
    .execute();
}

export async function findAlertSettings(
  trx: Trx,
  shopId: string,
  userId: number,
): Promise<AlertSettingsTable | undefined> {
  return await trx
    .selectFrom("alert_settings")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

export type StoredSettings = {
  readonly shopId: string;
  readonly userId: number;
  readonly notifyEmail: boolean;
  readonly notifyInapp: boolean;
};

export async function saveAlertSettings(trx: Trx, settings: StoredSettings): Promise<void> {
  const row = {
    shop_id: settings.shopId,
    user_id: settings.userId,
    notify_email: toDatabaseBoolean(settings.notifyEmail),
    notify_inapp: toDatabaseBoolean(settings.notifyInapp),
  };
  await upsertRows(trx, "alert_settings", [row], {
    key: ["shop_id", "user_id"],
    replace: ["notify_email", "notify_inapp"],
  });
}

export async function findShopLanguage(trx: Trx, shopId: string): Promise<string | null> {
  const shop = await trx.selectFrom("shops").select("language").where("id", "=", shopId).executeTakeFirstOrThrow();
  return shop.language;
}
