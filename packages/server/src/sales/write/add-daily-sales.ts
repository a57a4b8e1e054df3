import type { ProductDailySales, ShopDailySales } from "@duka/domain";
import type { Trx } from "../../database/schema.ts";
import { upsertRows } from "../../database/write-rows.ts";
import type { WriteScope } from "./write-scope.ts";

/** Adds to what each product has sold on its days. */
export async function addProductDailySales(
  trx: Trx,
  { shopId }: WriteScope,
  days: readonly ProductDailySales[],
): Promise<void> {
  const rows = days.map((day) => ({
    shop_id: shopId,
    product_id: day.productId,
    business_date: day.businessDate,
    quantity_thousandths: exact(day.quantityThousandths),
    revenue_minor: exact(day.revenueMinor),
    line_count: day.lineCount,
  }));
  await upsertRows(trx, "product_daily_sales", rows, {
    key: ["shop_id", "product_id", "business_date"],
    add: ["quantity_thousandths", "revenue_minor", "line_count"],
  });
}

/** Adds to what the shop has sold on its days. */
export async function addShopDailySales(
  trx: Trx,
  { shopId }: WriteScope,
  days: readonly ShopDailySales[],
): Promise<void> {
  const rows = days.map((day) => ({
    shop_id: shopId,
    business_date: day.businessDate,
    sale_count: day.saleCount,
    total_minor: exact(day.totalMinor),
  }));
  await upsertRows(trx, "shop_daily_sales", rows, {
    key: ["shop_id", "business_date"],
    add: ["sale_count", "total_minor"],
  });
}

/** A batch's sum as a parameter: the column's type is number, but every driver takes the 64-bit integer a bigint is. */
function exact(sum: bigint): number {
  return sum as unknown as number;
}
