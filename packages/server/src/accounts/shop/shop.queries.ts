import type { ShopsTable, Trx } from "../../database/schema.ts";

export async function updateShopSettings(
  trx: Trx,
  shopId: string,
  changes: Partial<Pick<ShopsTable, "name" | "language">>,
): Promise<void> {
  await trx.updateTable("shops").set(changes).where("id", "=", shopId).execute();
}
