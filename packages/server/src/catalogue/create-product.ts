import { parseUuid } from "@duka/domain";
import type { ProductAnswer, ProductCreateRequest } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { ProductsTable } from "../database/schema.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { newUuid } from "../environment.ts";
import { AppError, invalidField } from "../http/app-error.ts";
import type { Caller } from "../http/caller.ts";
import { keepAlert } from "../stock/keep-alert.ts";
import { moveStock } from "../stock/move-stock.ts";
import { productAnswer } from "./product-answer.ts";
import { readProductFields, readStock } from "./read-product-fields.ts";
import { refuseTakenCodes } from "./refuse-taken-codes.ts";

/** A new product; its opening balance becomes an INITIAL movement. */
export async function createProduct(
  context: AppContext,
  caller: Caller,
  request: ProductCreateRequest,
): Promise<ProductAnswer> {
  const uid = readUid(context, request.uid);
  const openingThousandths = readOpeningStock(request);
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const nowMs = context.clock.nowMs();
    const fields = readProductFields(withoutNullPrice(request), shop.currencyExponent);
    const isVolatile = fields.is_volatile === 1;
    const product: ProductsTable = {
      ...EMPTY,
      ...fields,
      shop_id: shop.id,
      id: shop.counters.nextProductId,
      uid,
      stock_thousandths: isVolatile ? null : 0,
      reorder_level_thousandths: isVolatile ? null : (fields.reorder_level_thousandths ?? 0),
      created_by: caller.userId,
      created_at_ms: nowMs,
      updated_at_ms: nowMs,
      version: shop.stampVersion(),
    };
    await refuseTakenCodes(trx, shop.id, product, product.id);
    shop.takeId("nextProductId");
    await trx.insertInto("products").values(product).execute();
    if (openingThousandths === 0) {
      await keepAlert(trx, shop, product, nowMs);
      return productAnswer(product, shop.currencyExponent);
    }
    const opening = { deltaThousandths: openingThousandths, type: "INITIAL", reason: "Opening balance" } as const;
    const moved = await moveStock(trx, shop, product, { ...opening, performedBy: caller.userId, nowMs });
    return productAnswer(moved.product, shop.currencyExponent);
  });
}

const EMPTY = {
  name: "",
  sku: null,
  sku_key: null,
  barcode: null,
  barcode_key: null,
  description: "",
  unit_price_minor: 0,
  unit: "",
  is_volatile: 0,
  active: 1,
  price_sold_at_ms: null,
} as const;

function readUid({ clock, random }: AppContext, text: string | null | undefined): string {
  if (text === undefined || text === null || text === "") return newUuid(clock, random);
  const uid = parseUuid(text);
  if (uid === undefined) throw invalidField("uid", "invalid", "uid must be a UUID.");
  return uid;
}

function readOpeningStock(request: ProductCreateRequest): number {
  const stock = readStock(request.stock) ?? 0;
  if (stock < 0) throw invalidField("stock", "too_small", "stock must not be negative.");
  if (stock !== 0 && request.is_volatile === true) {
    throw new AppError("product_has_no_stock", "A volatile product has no stock: leave stock out.");
  }
  return stock;
}

function withoutNullPrice({ unit_price, ...request }: ProductCreateRequest) {
  return unit_price === null || unit_price === undefined ? request : { ...request, unit_price };
}
