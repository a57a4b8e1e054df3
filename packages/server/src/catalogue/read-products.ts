import { assert, currencyExponent } from "@duka/domain";
import type { ProductAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { ProductsTable, Trx } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { productMissing } from "./change-product.ts";
import { findProduct, findProductByCode } from "./find-product.ts";
import { productAnswer } from "./product-answer.ts";
import { listProducts, type ProductPage } from "./product.queries.ts";

/** A page of the catalogue, in the order in which the products were created. */
export async function readProducts(
  context: AppContext,
  shopId: string,
  page: ProductPage,
): Promise<readonly ProductAnswer[]> {
  return await readAnswers(context, shopId, (trx) => listProducts(trx, shopId, page));
}

/** One product, archived or not; throws `not_found`. */
export async function readProduct(context: AppContext, shopId: string, id: number): Promise<ProductAnswer> {
  return only(await readAnswers(context, shopId, async (trx) => [await findProduct(trx, shopId, id)]));
}

/** The product for sale with this barcode or SKU; throws `not_found`. */
export async function readProductByCode(context: AppContext, shopId: string, code: string): Promise<ProductAnswer> {
  return only(await readAnswers(context, shopId, async (trx) => [await findProductByCode(trx, shopId, code)]));
}

async function readAnswers(
  { db }: AppContext,
  shopId: string,
  find: (trx: Trx) => Promise<readonly (ProductsTable | undefined)[]>,
): Promise<readonly ProductAnswer[]> {
  return await inShopRead(db, shopId, async (trx) => {
    const shop = await trx.selectFrom("shops").select("currency").where("id", "=", shopId).executeTakeFirstOrThrow();
    const exponent = currencyExponent(shop.currency);
    assert(exponent !== undefined, `The shop's currency ${shop.currency} is known.`);
    return (await find(trx)).filter((row) => row !== undefined).map((row) => productAnswer(row, exponent));
  });
}

function only([answer]: readonly ProductAnswer[]): ProductAnswer {
  if (answer === undefined) throw productMissing();
  return answer;
}
