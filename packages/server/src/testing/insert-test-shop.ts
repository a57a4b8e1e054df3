import type { Database, ShopsTable } from "../database/schema.ts";

/** A shop row with nothing in it. */
export async function insertTestShop(db: Database, id: string, changes: Partial<ShopsTable> = {}): Promise<void> {
  await db
    .insertInto("shops")
    .values({
      id,
      name: "Test shop",
      currency: "KES",
      time_zone: "Africa/Nairobi",
      day_cut_minutes: 0,
      version: 0,
      next_product_id: 1,
      next_sale_id: 1,
      next_movement_id: 1,
      next_alert_id: 1,
      created_at_ms: 0,
      ...changes,
    })
    .execute();
}
