import { type Check, countCheck, noneCheck } from "../check.ts";
import type { ExpectedShop } from "../expected-shop.ts";
import type { RetailLine } from "../retail/retail-line.ts";
import type { OwnerApi } from "../../servers/owner-api.ts";
import { parseDecimalText } from "./parse-decimal-text.ts";
import { PERIODS, type Period, salesByPeriod } from "./sales-by-period.ts";

type AnalyticsAnswer = {
  readonly total_quantity_sold: number;
  readonly total_revenue: number;
  readonly average_unit_price: number;
  readonly period_breakdown: readonly { readonly date: string; readonly quantity: number; readonly revenue: number }[];
};

export type AnalyticsReplay = {
  readonly api: OwnerApi;
  /** Every line of the retailer's file. */
  readonly lines: readonly RetailLine[];
  readonly expected: ExpectedShop;
  readonly productIds: ReadonlyMap<string, number>;
};

const PRODUCTS_ASKED = 10;
const FROM = "2010-12-01";
const TO = "2010-12-31";

/** Compares the server's analytics of the products with the most lines, by each period, with sums made from the file. */
export async function checkAnalytics({ api, lines, expected, productIds }: AnalyticsReplay): Promise<Check[]> {
  const replayed = new Set(expected.invoices.map((invoice) => invoice.number));
  const sold = lines.filter((line) => line.quantity > 0 && replayed.has(line.invoiceNumber));
  const byProduct = Map.groupBy(sold, (line) => line.stockCode.toLowerCase());
  const most = [...byProduct].toSorted(([, left], [, right]) => right.length - left.length).slice(0, PRODUCTS_ASKED);
  const soldCount = expected.products.filter((product) => product.soldQuantity > 0).length;
  const wrong: string[] = [];
  for (const [key, linesOfProduct] of most) {
    for (const period of PERIODS) {
      const path = `/api/sales/analytics/?product_id=${productIds.get(key)}&start_date=${FROM}&end_date=${TO}&period=${period}`;
      const answered = describeAnswer(await api.get<AnalyticsAnswer>(path));
      const wanted = describeSales(linesOfProduct, period);
      if (answered !== wanted) wrong.push(`${key} ${period}: ${answered} instead of ${wanted}`);
    }
  }
  return [
    countCheck("products whose analytics were asked for", Math.min(PRODUCTS_ASKED, soldCount), most.length),
    noneCheck("analytics by day, week or month that differ from the file", wrong),
  ];
}

/** One text per answer, equal only if every figure is equal. */
function describeAnswer(answer: AnalyticsAnswer): string {
  const periods = answer.period_breakdown.map(({ date, quantity, revenue }) => `${date} ${quantity} ${pence(revenue)}`);
  const { total_quantity_sold: quantity, total_revenue: revenue, average_unit_price: average } = answer;
  return [`${quantity} ${pence(revenue)} ${pence(average)}`, ...periods].join(", ");
}

function describeSales(lines: readonly RetailLine[], period: Period): string {
  const periods = salesByPeriod(lines, period);
  const quantity = periods.reduce((sum, one) => sum + one.quantity, 0n);
  const revenueMinor = periods.reduce((sum, one) => sum + one.revenueMinor, 0n);
  // Half a penny rounds up; quantities are positive.
  const averageMinor = (2n * revenueMinor + quantity) / (2n * quantity);
  return [
    `${quantity} ${revenueMinor} ${averageMinor}`,
    ...periods.map((one) => `${one.date} ${one.quantity} ${one.revenueMinor}`),
  ].join(", ");
}

function pence(amount: number): bigint {
  return parseDecimalText(String(amount), 2);
}
