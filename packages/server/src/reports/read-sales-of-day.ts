import { sumNumber, withoutAbsent } from "@duka/domain";
import type { ByDateAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { Trx } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { type Caller, isManagerOrOwner } from "../http/caller.ts";
import { readSalePage } from "../sales/read-sale-page.ts";
import { optionalDate } from "./report-range.ts";
import { findReportShop, selectOwnTotals, selectShopDays } from "./reports.queries.ts";
import { sumOf } from "./sum-of.ts";
import { todayIn } from "./today-in.ts";

export type DayWish = {
  readonly date: string | undefined;
  /** Only sales before this one. */
  readonly beforeId: number | undefined;
  readonly limit: number;
};

export type SalesOfDay = { readonly answer: ByDateAnswer; readonly nextCursor?: number };

/** One business day: its totals, and a page of its sales, newest first. A cashier sees what they sold themselves. */
export async function readSalesOfDay(
  { db, clock }: AppContext,
  caller: Caller,
  { date: dateText, beforeId, limit }: DayWish,
): Promise<SalesOfDay> {
  const { shopId } = caller;
  const soldBy = isManagerOrOwner(caller) ? undefined : caller.userId;
  return await inShopRead(db, shopId, async (trx) => {
    const shop = await findReportShop(trx, shopId);
    const date = optionalDate({ name: "date", text: dateText }) ?? todayIn(shop, clock.nowMs());
    const { saleCount, totalMinor } = await dayTotals(trx, { shopId, date, soldBy });
    const filter = withoutAbsent({ from: date, to: date, soldBy, beforeId });
    const { sales, nextCursor } = await readSalePage(trx, shopId, { filter, limit });
    const total = sumNumber(totalMinor, shop.currencyExponent);
    const answer = [{ date, total, transactions: saleCount, sales: [...sales] }];
    return withoutAbsent({ answer, nextCursor });
  });
}

type DayOf = { readonly shopId: string; readonly date: string; readonly soldBy: number | undefined };

async function dayTotals(
  trx: Trx,
  { shopId, date, soldBy }: DayOf,
): Promise<{ readonly saleCount: number; readonly totalMinor: bigint }> {
  if (soldBy !== undefined) {
    const totals = await selectOwnTotals(trx, { shopId, soldBy, date });
    return { saleCount: totals.length, totalMinor: sumOf(totals, (total) => total) };
  }
  const [day] = await selectShopDays(trx, { shopId, from: date, to: date });
  return day ?? { saleCount: 0, totalMinor: 0n };
}
