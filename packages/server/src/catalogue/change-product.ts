import type { ProductAnswer, ProductChangeRequest } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import type { ProductsTable, Trx } from "../database/schema.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { AppError } from "../http/app-error.ts";
import type { Caller } from "../http/caller.ts";
import { keepAlert } from "../stock/keep-alert.ts";
import { moveStock } from "../stock/move-stock.ts";
import { findProduct } from "./find-product.ts";
import { productAnswer } from "./product-answer.ts";
import { hadStockSince, updateProduct } from "./product.queries.ts";
import { readProductFields, readStock } from "./read-product-fields.ts";
import { refuseTakenCodes } from "./refuse-taken-codes.ts";

/** How long a form may have been open: its stock may be one that the product had since then. */
const OPEN_FORM_MS = 3_600_000;

/** Changes what the request names and nothing else; stock it may repeat but not change. */
export async function changeProduct(
  context: AppContext,
  caller: Caller,
  productId: number,
  request: ProductChangeRequest,
): Promise<ProductAnswer> {
  const nowMs = context.clock.nowMs();
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const product = await findProduct(trx, shop.id, productId);
    if (product === undefined) throw productMissing();
    await refuseOtherStock(trx, product, { request, nowMs });
    const fields = readProductFields(request, shop.currencyExponent);
    const wanted = withStockRules({ ...product, ...fields }, product);
    if (!isChanged(product, wanted)) return productAnswer(product, shop.currencyExponent);
    await refuseTakenCodes(trx, shop.id, { ...wanted, uid: null }, product.id);
    if (product.stock_thousandths !== null && wanted.stock_thousandths === null) {
      await emptyStock(trx, shop, product, { userId: caller.userId, nowMs });
    }
    const { shop_id, id, ...columns } = wanted;
    const written = { ...columns, updated_at_ms: nowMs, version: shop.stampVersion() };
    await updateProduct(trx, product, written);
    const changed = { shop_id, id, ...written };
    await keepAlert(trx, shop, changed, nowMs);
    return productAnswer(changed, shop.currencyExponent);
  });
}

export function productMissing(): AppError {
  return new AppError("not_found", "There is no such product in this shop.");
}

/** Whole-form clients send back the stock they were shown, which a sale may have moved since. */
async function refuseOtherStock(
  trx: Trx,
  product: ProductsTable,
  { request, nowMs }: { readonly request: ProductChangeRequest; readonly nowMs: number },
): Promise<void> {
  const stock = readStock(request.stock);
  if (stock === undefined || stock === (product.stock_thousandths ?? 0)) return;
  if (await hadStockSince(trx, product, { stockThousandths: stock, sinceMs: nowMs - OPEN_FORM_MS })) return;
  const detail = "Stock follows from its movements. To change it, use POST /api/stock-movements/.";
  throw new AppError("stock_is_computed", detail, { errors: [{ path: "stock", code: "stock_is_computed", detail }] });
}

/** A volatile product has no stock and no reorder level; one that becomes tracked starts at nothing. */
function withStockRules(wanted: ProductsTable, before: ProductsTable): ProductsTable {
  if (wanted.is_volatile === 1) return { ...wanted, stock_thousandths: null, reorder_level_thousandths: null };
  return {
    ...wanted,
    stock_thousandths: before.stock_thousandths ?? 0,
    reorder_level_thousandths: wanted.reorder_level_thousandths ?? 0,
  };
}

function isChanged(before: ProductsTable, after: ProductsTable): boolean {
  return Object.entries(after).some(([column, value]) => before[column as keyof ProductsTable] !== value); // entries() loses the key type
}

/** The ledger of a product that becomes volatile ends at 0, so that its balance stays the sum of its movements. */
async function emptyStock(
  trx: Trx,
  shop: LockedShop,
  product: ProductsTable,
  { userId, nowMs }: { readonly userId: number; readonly nowMs: number },
): Promise<void> {
  const deltaThousandths = -(product.stock_thousandths ?? 0);
  if (deltaThousandths === 0) return;
  const adjustment = { deltaThousandths, type: "ADJUSTMENT", reason: "Became volatile" } as const;
  await moveStock(trx, shop, product, { ...adjustment, performedBy: userId, nowMs });
}
