import { enterShop } from "../database/shop-transaction.ts";
import type { Trx } from "../database/schema.ts";

export type NewShop = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly ownerId: number;
  readonly nowMs: number;
};

/** A shop without products or sales, and its owner. */
export async function createShop(trx: Trx, shop: NewShop): Promise<void> {
  await enterShop(trx, shop.id);
  await trx
    .insertInto("shops")
    .values({
      id: shop.id,
      name: shop.name,
      currency: shop.currency,
      time_zone: shop.timeZone,
      day_cut_minutes: 0,
      version: 0,
      next_product_id: 1,
      next_sale_id: 1,
      next_movement_id: 1,
      next_alert_id: 1,
      created_at_ms: shop.nowMs,
    })
    .execute();
  const joined = { shop_id: shop.id, user_id: shop.ownerId };
  await trx
    .insertInto("members")
    .values({ ...joined, role: "owner", created_at_ms: shop.nowMs, removed_at_ms: null })
    .execute();
  await trx
    .insertInto("user_shops")
    .values({ ...joined, joined_at_ms: shop.nowMs })
    .execute();
}
