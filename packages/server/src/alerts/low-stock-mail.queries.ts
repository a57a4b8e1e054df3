import type { AlertSeverity, Trx } from "../database/schema.ts";

/** Everybody in a shop who may be told by mail; a shop with more has other ways to tell its people. */
const RECIPIENTS_MAX = 50;

export type Recipient = { readonly userId: number; readonly email: string };

export type LowStockRow = {
  readonly name: string;
  readonly sku: string | null;
  readonly unit: string;
  readonly severity: AlertSeverity;
  readonly stock_thousandths: number | null;
  readonly reorder_level_thousandths: number | null;
};

/** Those of the alerts that are still open and that nobody has acknowledged, worst first. */
export async function readTellableAlerts(trx: Trx, shopId: string, ids: readonly number[]): Promise<LowStockRow[]> {
  if (ids.length === 0) return [];
  return await trx
    .selectFrom("alerts")
    .innerJoin("products", (join) =>
      join.onRef("products.shop_id", "=", "alerts.shop_id").onRef("products.id", "=", "alerts.product_id"),
    )
    .select([
      "products.name",
      "products.sku",
      "products.unit",
      "products.stock_thousandths",
      "products.reorder_level_thousandths",
      "alerts.severity",
    ])
    .where("alerts.shop_id", "=", shopId)
    .where("alerts.id", "in", [...ids])
    .where("alerts.open_product_id", "is not", null)
    .where("alerts.acknowledged_at_ms", "is", null)
    .orderBy("alerts.id")
    .execute();
}

/** Owners and managers who have not switched mail off. Whoever never chose is told. */
export async function readRecipients(trx: Trx, shopId: string): Promise<readonly Recipient[]> {
  return await recipients(trx, shopId).orderBy("members.user_id").limit(RECIPIENTS_MAX).execute();
}

/** Where to write to one member now; undefined once they left or switched mail off. */
export async function readRecipient(trx: Trx, shopId: string, userId: number): Promise<Recipient | undefined> {
  return await recipients(trx, shopId).where("members.user_id", "=", userId).executeTakeFirst();
}

function recipients(trx: Trx, shopId: string) {
  return trx
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.user_id")
    .leftJoin("alert_settings", (join) =>
      join
        .onRef("alert_settings.shop_id", "=", "members.shop_id")
        .onRef("alert_settings.user_id", "=", "members.user_id"),
    )
    .select(["members.user_id as userId", "users.email as email"])
    .where("members.shop_id", "=", shopId)
    .where("members.removed_at_ms", "is", null)
    .where("members.role", "in", ["owner", "manager"])
    .where((row) =>
      row.or([row("alert_settings.notify_email", "is", null), row("alert_settings.notify_email", "=", 1)]),
    );
}

export async function readShopLanguage(trx: Trx, shopId: string): Promise<string | null> {
  const row = await trx.selectFrom("shops").select("language").where("id", "=", shopId).executeTakeFirst();
  return row?.language ?? null;
}
