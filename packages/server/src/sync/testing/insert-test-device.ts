import type { Database, DevicesTable } from "../../database/schema.ts";

/** An enrolled device that has never pushed. */
export async function insertTestDevice(
  db: Database,
  { shopId, id, ...changes }: { readonly shopId: string; readonly id: string } & Partial<DevicesTable>,
): Promise<void> {
  await db
    .insertInto("devices")
    .values({ shop_id: shopId, id, name: "Test till", enrolled_by: 1, created_at_ms: 0, ...changes })
    .execute();
}
