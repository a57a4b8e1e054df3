import type { AcknowledgeAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import type { Trx } from "../database/schema.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { AppError } from "../http/app-error.ts";
import type { Caller } from "../http/caller.ts";
import { acknowledgeAlertRows, selectAlertIds, selectUnreadIds } from "./alerts.queries.ts";

/** Bounds one statement; a shop may have as many unread alerts as products. */
const IDS_PER_STATEMENT_MAX = 1_000;

/** Marks alerts as read. All of them or, if the shop never had one of them, none; read ones stay as they are. */
export async function acknowledgeAlerts(
  context: AppContext,
  caller: Caller,
  ids: readonly number[],
): Promise<AcknowledgeAnswer> {
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const wanted = new Set(ids);
    const known = await selectAlertIds(trx, shop.id, [...wanted]);
    if (known.length < wanted.size) throw new AppError("not_found", "There is no such alert in this shop.");
    const unread = known.filter((alert) => alert.acknowledged_at_ms === null).map((alert) => alert.id);
    return await acknowledge(trx, shop, { ids: unread, userId: caller.userId, nowMs: context.clock.nowMs() });
  });
}

/** Marks every open alert as read. */
export async function acknowledgeAllAlerts(context: AppContext, caller: Caller): Promise<AcknowledgeAnswer> {
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const ids = await selectUnreadIds(trx, shop.id);
    return await acknowledge(trx, shop, { ids, userId: caller.userId, nowMs: context.clock.nowMs() });
  });
}

type Reading = { readonly ids: readonly number[]; readonly userId: number; readonly nowMs: number };

async function acknowledge(trx: Trx, shop: LockedShop, { ids, userId, nowMs }: Reading): Promise<AcknowledgeAnswer> {
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT_MAX) {
    const acknowledgement = { shopId: shop.id, userId, nowMs, version: shop.stampVersion() };
    await acknowledgeAlertRows(trx, acknowledgement, ids.slice(start, start + IDS_PER_STATEMENT_MAX));
  }
  return { message: ids.length === 1 ? "1 alert acknowledged." : `${ids.length} alerts acknowledged.` };
}
