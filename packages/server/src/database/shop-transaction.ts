import { assert, parseUuid } from "@duka/domain";
import { sql } from "kysely";
import { dialectOf } from "./dialect.ts";
import { LockedShop } from "./locked-shop.ts";
import { runSnapshot, runTransaction } from "./run-transaction.ts";
import type { Database, Trx } from "./schema.ts";

/**
 * The only way to write a shop's rows: locks the shop's row, runs `work`, saves the shop's counters and version, commits.
 * `work` may run again after a deadlock or the like (see `runTransaction`), so it must have no effect but through `trx`.
 */
export async function inShopTransaction<T>(
  db: Database,
  shopId: string,
  work: (trx: Trx, shop: LockedShop) => Promise<T>,
): Promise<T> {
  return await runTransaction(db, async (trx) => {
    const shop = await lockShop(trx, shopId);
    const result = await work(trx, shop);
    await saveShop(trx, shop);
    return result;
  });
}

/** Reads a shop's rows, all as of one moment. */
export async function inShopRead<T>(db: Database, shopId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return await runSnapshot(db, async (trx) => {
    await enterShop(trx, shopId);
    return await work(trx);
  });
}

/** Locks the shop's row for the rest of the transaction. Several shops in one commit: lock, work and save one by one. */
export async function lockShop(trx: Trx, shopId: string): Promise<LockedShop> {
  await enterShop(trx, shopId);
  const query = trx.selectFrom("shops").selectAll().where("id", "=", shopId);
  const row = await (dialectOf(trx).locksRows ? query.forUpdate() : query).executeTakeFirst();
  assert(row !== undefined, `There is no shop ${shopId}.`);
  return new LockedShop(row);
}

/** Writes back what the transaction took from the shop's row; last, and once. */
export async function saveShop(trx: Trx, shop: LockedShop): Promise<void> {
  const columns = shop.changedColumns();
  if (columns !== undefined) await trx.updateTable("shops").set(columns).where("id", "=", shop.id).execute();
}

/** Tells PostgreSQL which shop this transaction is about, for row-level security. SET takes no parameters, hence the check. */
export async function enterShop(trx: Trx, shopId: string): Promise<void> {
  assert(parseUuid(shopId) === shopId, `"${shopId}" is not a shop id.`);
  if (dialectOf(trx).hasRowLevelSecurity) await sql`set local duka.shop = ${sql.lit(shopId)}`.execute(trx);
}
