import { groupByPeriod, sumNumber } from "@duka/domain";
import type { TrendAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { type RangeEnd, reportPeriod, reportRange } from "./report-range.ts";
import { findReportShop, selectShopDays } from "./reports.queries.ts";
import { sumOf } from "./sum-of.ts";
import { todayIn } from "./today-in.ts";

export type TrendWish = { readonly from: RangeEnd; readonly to: RangeEnd; readonly period: string | undefined };

/** The shop's sales by period, oldest first; periods without sales are left out. */
export async function readTrend({ db, clock }: AppContext, shopId: string, wish: TrendWish): Promise<TrendAnswer> {
  const period = reportPeriod(wish.period);
  return await inShopRead(db, shopId, async (trx) => {
    const shop = await findReportShop(trx, shopId);
    const range = reportRange(wish, todayIn(shop, clock.nowMs()));
    const days = await selectShopDays(trx, { shopId, ...range });
    return groupByPeriod(days, period).map((group) => {
      const count = group.days.reduce((sum, day) => sum + day.saleCount, 0);
      const totalMinor = sumOf(group.days, (day) => day.totalMinor);
      const total = sumNumber(totalMinor, shop.currencyExponent);
      return { date: group.date, count, total_sales: count, total_amount: total };
    });
  });
}
