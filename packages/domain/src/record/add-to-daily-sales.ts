import type { RecordedSale } from "./recorded-sales.ts";
import type { WorkingShop } from "./working-shop.ts";

/** Adds a sale to the figures of its business date: the shop's, and each product's. */
export function addToDailySales(working: WorkingShop, sale: RecordedSale): void {
  addToShopDay(working, sale);
  for (const line of sale.lines) addToProductDay(working, sale.businessDate, line);
}

function addToShopDay({ shopDailySales }: WorkingShop, { businessDate, totalMinor }: RecordedSale): void {
  const day = shopDailySales.get(businessDate) ?? { businessDate, saleCount: 0, totalMinor: 0n };
  shopDailySales.set(businessDate, {
    businessDate,
    saleCount: day.saleCount + 1,
    totalMinor: day.totalMinor + BigInt(totalMinor),
  });
}

function addToProductDay(working: WorkingShop, businessDate: string, line: RecordedSale["lines"][number]): void {
  const { productId, quantityThousandths, subtotalMinor } = line;
  const key = `${productId} ${businessDate}`;
  const none = { productId, businessDate, quantityThousandths: 0n, revenueMinor: 0n, lineCount: 0 };
  const day = working.productDailySales.get(key) ?? none;
  working.productDailySales.set(key, {
    ...day,
    quantityThousandths: day.quantityThousandths + BigInt(quantityThousandths),
    revenueMinor: day.revenueMinor + BigInt(subtotalMinor),
    lineCount: day.lineCount + 1,
  });
}
