import type { AppContext } from "../app-context.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import type { Caller } from "../http/caller.ts";
import { productMissing } from "./change-product.ts";
import { findProduct } from "./find-product.ts";
import { updateProduct } from "./product.queries.ts";

/** Takes a product off the list. It stays for ever, because sales refer to it; archiving twice changes nothing. */
export async function archiveProduct(context: AppContext, caller: Caller, productId: number): Promise<void> {
  await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const product = await findProduct(trx, shop.id, productId);
    if (product === undefined) throw productMissing();
    if (product.active === 0) return;
    await updateProduct(trx, product, {
      active: 0,
      updated_at_ms: context.clock.nowMs(),
      version: shop.stampVersion(),
    });
  });
}
