import { assert, currencyExponent } from "@duka/domain";
import { dialectOf } from "../database/dialect.ts";
import type { Trx } from "../database/schema.ts";
import type { ReportRange } from "./report-range.ts";

/** What a report needs of its shop. */
export type ReportShop = {
  readonly currencyExponent: number;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
};

export async function findReportShop(trx: Trx, shopId: string): Promise<ReportShop> {
  const row = await trx
    .selectFrom("shops")
    .select(["currency", "time_zone", "day_cut_minutes"])
    .where("id", "=", shopId)
    .executeTakeFirstOrThrow();
  const exponent = currencyExponent(row.currency);
  assert(exponent !== undefined, `shop ${shopId} has an unknown currency`);
  return { currencyExponent: exponent, timeZone: row.time_zone, dayCutMinutes: row.day_cut_minutes };
}

/** What one product sold on one day; sums may be larger than a number holds exactly. */
export type ProductDay = {
  readonly businessDate: string;
  readonly quantityThousandths: bigint;
  readonly revenueMinor: bigint;
};

/** The days on which a product sold, oldest first. */
export async function selectProductDays(
  trx: Trx,
  { shopId, productId, from, to }: ReportRange & { readonly shopId: string; readonly productId: number },
): Promise<readonly ProductDay[]> {
  const { integerText } = dialectOf(trx);
  const rows = await trx
    .selectFrom("product_daily_sales")
    .select([
      "business_date",
      integerText("quantity_thousandths").as("quantity"),
      integerText("revenue_minor").as("revenue"),
    ])
    .where("shop_id", "=", shopId)
    .where("product_id", "=", productId)
    .where("business_date", ">=", from)
    .where("business_date", "<=", to)
    .orderBy("business_date")
    .execute();
  return rows.map((row) => ({
    businessDate: row.business_date,
    quantityThousandths: BigInt(row.quantity),
    revenueMinor: BigInt(row.revenue),
  }));
}

/** What the shop sold on one day. */
export type ShopDay = { readonly businessDate: string; readonly saleCount: number; readonly totalMinor: bigint };

/** The days on which the shop sold, oldest first. */
export async function selectShopDays(
  trx: Trx,
  { shopId, from, to }: ReportRange & { readonly shopId: string },
): Promise<readonly ShopDay[]> {
  const rows = await trx
    .selectFrom("shop_daily_sales")
    .select(["business_date", "sale_count", dialectOf(trx).integerText("total_minor").as("total")])
    .where("shop_id", "=", shopId)
    .where("business_date", ">=", from)
    .where("business_date", "<=", to)
    .orderBy("business_date")
    .execute();
  return rows.map((row) => ({
    businessDate: row.business_date,
    saleCount: row.sale_count,
    totalMinor: BigInt(row.total),
  }));
}

/** One member's sales of one day, for which there is no rollup: as many as a person makes in a day. */
export async function selectOwnTotals(
  trx: Trx,
  { shopId, soldBy, date }: { readonly shopId: string; readonly soldBy: number; readonly date: string },
): Promise<readonly bigint[]> {
  const rows = await trx
    .selectFrom("sales")
    .select("total_minor")
    .where("shop_id", "=", shopId)
    .where("business_date", "=", date)
    .where("sold_by", "=", soldBy)
    .execute();
  return rows.map((row) => BigInt(row.total_minor));
}
