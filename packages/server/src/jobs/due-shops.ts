import { acrossShops } from "../database/open-database.ts";
import type { Database } from "../database/schema.ts";
import { SHOPS_PER_ROUND_MAX } from "./job-bounds.ts";

/** The operator's path: which shops have a job to run now. The jobs themselves are then claimed shop by shop. */
export async function readDueShops(db: Database, nowMs: number): Promise<readonly string[]> {
  const rows = await acrossShops(db)
    .selectFrom("due_jobs")
    .select("shop_id")
    .where("due_at_ms", "<=", nowMs)
    .orderBy("due_at_ms")
    .limit(SHOPS_PER_ROUND_MAX)
    .execute();
  return rows.map((row) => row.shop_id);
}
