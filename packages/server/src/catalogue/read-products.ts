import { assert, currencyExponent } from "@duka/domain";
import type { ProductAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { ProductsTable, Trx } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { productAnswer } from "./product-answer.ts";

/** Reads products and writes them as answers, in the shop's currency. */
export async function readProducts(
  { db }: AppContext,
  shopId: string,
  find: (trx: Trx) => Promise<readonly (ProductsTable | undefined)[]>,
): Promise<readonly ProductAnswer[]> {
  return await inShopRead(db, shopId, async (trx) => {
    const { currency } = await trx
      .selectFrom("shops")
      .select("currency")
      .where("id", "=", shopId)
      .executeTakeFirstOrThrow();
    const exponent = currencyExponent(currency);
    assert(exponent !== undefined, `The shop's currency ${currency} is known.`);
    return (await find(trx)).filter((row) => row !== undefined).map((row) => productAnswer(row, exponent));
  });
}
