import type { Database } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { selectCurrencyExponent } from "./sales.queries.ts";

/** The digits after the point of a shop's money: what an amount may be depends on it, so it is read before the sale. */
export async function readCurrencyExponent(db: Database, shopId: string): Promise<number> {
  return await inShopRead(db, shopId, (trx) => selectCurrencyExponent(trx, shopId));
}
