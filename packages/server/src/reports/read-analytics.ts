import { averagePriceMinor, groupByPeriod, QUANTITY_SCALE, sumNumber } from "@duka/domain";
import type { AnalyticsAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { findProduct } from "../catalogue/find-product.ts";
import { productAnswer } from "../catalogue/product-answer.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { AppError, invalidField } from "../http/app-error.ts";
import { type RangeEnd, reportPeriod, reportRange } from "./report-range.ts";
import { findReportShop, type ProductDay, type ReportShop, selectProductDays } from "./reports.queries.ts";
import { sumOf } from "./sum-of.ts";
import { todayIn } from "./today-in.ts";

export type AnalyticsWish = {
  readonly productId: string | undefined;
  readonly from: RangeEnd;
  readonly to: RangeEnd;
  readonly period: string | undefined;
};

/** What one product sold, in total and by period. Reads as many rows as there are days with sales, however many sales. */
export async function readAnalytics(
  { db, clock }: AppContext,
  shopId: string,
  wish: AnalyticsWish,
): Promise<AnalyticsAnswer> {
  const productId = productIdOf(wish.productId);
  const period = reportPeriod(wish.period);
  return await inShopRead(db, shopId, async (trx) => {
    const shop = await findReportShop(trx, shopId);
    const range = reportRange(wish, todayIn(shop, clock.nowMs()));
    const product = productId === undefined ? undefined : await findProduct(trx, shopId, productId);
    if (product === undefined) throw new AppError("product_not_found", "There is no such product in this shop.");
    const days = await selectProductDays(trx, { shopId, productId: product.id, ...range });
    return {
      product: productAnswer(product, shop.currencyExponent),
      ...totals(days, shop),
      period_breakdown: groupByPeriod(days, period).map((group) => ({
        date: group.date,
        quantity: quantityOf(group.days),
        revenue: sumNumber(
          sumOf(group.days, (day) => day.revenueMinor),
          shop.currencyExponent,
        ),
      })),
    };
  });
}

function totals(days: readonly ProductDay[], { currencyExponent }: ReportShop) {
  const revenueMinor = sumOf(days, (day) => day.revenueMinor);
  const quantityThousandths = sumOf(days, (day) => day.quantityThousandths);
  return {
    total_quantity_sold: sumNumber(quantityThousandths, QUANTITY_SCALE),
    total_revenue: sumNumber(revenueMinor, currencyExponent),
    average_unit_price: sumNumber(averagePriceMinor(revenueMinor, quantityThousandths), currencyExponent),
  };
}

function quantityOf(days: readonly ProductDay[]): number {
  return sumNumber(
    sumOf(days, (day) => day.quantityThousandths),
    QUANTITY_SCALE,
  );
}

/** Undefined for a number that no product can have: it is not found, not wrong. */
function productIdOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") throw invalidField("product_id", "required", "product_id is required.");
  if (!/^\d+$/.test(text)) throw invalidField("product_id", "invalid", "product_id must be a product's number.");
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
