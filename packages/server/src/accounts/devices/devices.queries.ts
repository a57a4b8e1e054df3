import type { DevicesTable, Trx } from "../../database/schema.ts";

/** By id; revoked ones stay in the list. */
export async function listDevices(
  trx: Trx,
  shopId: string,
  { afterId, limit }: { readonly afterId: string | undefined; readonly limit: number },
): Promise<readonly DevicesTable[]> {
  let query = trx.selectFrom("devices").selectAll().where("shop_id", "=", shopId);
  if (afterId !== undefined) query = query.where("id", ">", afterId);
  return await query.orderBy("id").limit(limit).execute();
}

export async function findDevice(trx: Trx, shopId: string, id: string): Promise<DevicesTable | undefined> {
  return await trx
    .selectFrom("devices")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function updateDeviceRow(
  trx: Trx,
  { shop_id: shopId, id }: Pick<DevicesTable, "shop_id" | "id">,
  change: Partial<Pick<DevicesTable, "name" | "revoked_at_ms">>,
): Promise<void> {
  await trx.updateTable("devices").set(change).where("shop_id", "=", shopId).where("id", "=", id).execute();
}

/** Ends every credential the device has. */
export async function revokeTokensOfDevice(
  trx: Trx,
  { shop_id: shopId, id }: Pick<DevicesTable, "shop_id" | "id">,
  nowMs: number,
): Promise<void> {
  await trx
    .updateTable("tokens")
    .set({ revoked_at_ms: nowMs })
    .where("shop_id", "=", shopId)
    .where("device_id", "=", id)
    .where("revoked_at_ms", "is", null)
    .execute();
}
