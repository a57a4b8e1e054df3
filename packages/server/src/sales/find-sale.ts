import { parseUuid } from "@duka/domain";
import type { SaleAnswer } from "@duka/protocol/schemas";
import type { Database, Trx } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { AppError } from "../http/app-error.ts";
import { type Caller, isManagerOrOwner } from "../http/caller.ts";
import { saleAnswer } from "./sale-answer.ts";
import {
  type SaleRow,
  selectCurrencyExponent,
  selectLines,
  selectSaleByExternalId,
  selectSaleById,
} from "./sales.queries.ts";

/** The answer to whoever has just sent the sale, theirs or not. */
export async function readRecordedSale(db: Database, shopId: string, id: number): Promise<SaleAnswer> {
  return await inShopRead(db, shopId, async (trx) => {
    return await answerOf(trx, shopId, await selectSaleById(trx, shopId, id));
  });
}

export async function findSaleById(db: Database, caller: Caller, id: number): Promise<SaleAnswer> {
  return await findSale(db, caller, (trx) => selectSaleById(trx, caller.shopId, id));
}

export async function findSaleByExternalId(db: Database, caller: Caller, text: string): Promise<SaleAnswer> {
  const externalId = parseUuid(text);
  return await findSale(db, caller, async (trx) =>
    externalId === undefined ? undefined : await selectSaleByExternalId(trx, caller.shopId, externalId),
  );
}

type Select = (trx: Trx) => Promise<SaleRow | undefined>;

/** A sale that the caller may see; another cashier's is not there for a cashier. */
async function findSale(db: Database, caller: Caller, select: Select): Promise<SaleAnswer> {
  return await inShopRead(db, caller.shopId, async (trx) => {
    const sale = await select(trx);
    const isVisible = sale !== undefined && (isManagerOrOwner(caller) || sale.sold_by === caller.userId);
    return await answerOf(trx, caller.shopId, isVisible ? sale : undefined);
  });
}

async function answerOf(trx: Trx, shopId: string, sale: SaleRow | undefined): Promise<SaleAnswer> {
  if (sale === undefined) throw new AppError("not_found", "There is no such thing in this shop.");
  const exponent = await selectCurrencyExponent(trx, shopId);
  return saleAnswer(sale, await selectLines(trx, shopId, [sale.id]), exponent);
}
