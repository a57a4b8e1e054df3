import type { AlertSettings, AlertSettingsRequest } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { inShopRead, inShopTransaction } from "../database/shop-transaction.ts";
import type { AlertSettingsTable } from "../database/schema.ts";
import type { Caller } from "../http/caller.ts";
import { findAlertSettings, saveAlertSettings } from "./alerts.queries.ts";

/** Whoever never chose is told both ways. */
const DEFAULTS: AlertSettings = { notify_email: true, notify_inapp: true };

/** How the caller wants to be told of low stock in this shop. */
export async function readAlertSettings({ db }: AppContext, { shopId, userId }: Caller): Promise<AlertSettings> {
  return await inShopRead(db, shopId, async (trx) => settingsOf(await findAlertSettings(trx, shopId, userId)));
}

/** Changes what is given of it; the rest stays. */
export async function changeAlertSettings(
  { db }: AppContext,
  { shopId, userId }: Caller,
  changes: AlertSettingsRequest,
): Promise<AlertSettings> {
  return await inShopTransaction(db, shopId, async (trx) => {
    const settings = { ...settingsOf(await findAlertSettings(trx, shopId, userId)), ...knownOf(changes) };
    const { notify_email: notifyEmail, notify_inapp: notifyInapp } = settings;
    await saveAlertSettings(trx, { shopId, userId, notifyEmail, notifyInapp });
    return settings;
  });
}

function settingsOf(row: AlertSettingsTable | undefined): AlertSettings {
  return row === undefined ? DEFAULTS : { notify_email: row.notify_email === 1, notify_inapp: row.notify_inapp === 1 };
}

/** Unknown fields of a request end here. */
function knownOf({ notify_email, notify_inapp }: AlertSettingsRequest): AlertSettingsRequest {
  return {
    ...(notify_email !== undefined && { notify_email }),
    ...(notify_inapp !== undefined && { notify_inapp }),
  };
}
