import type { RetailLine } from "../retail/retail-line.ts";

export const PERIODS = ["daily", "weekly", "monthly"] as const;
export type Period = (typeof PERIODS)[number];

/** What one product sold in one period; quantities are whole pieces. */
export type PeriodSales = { readonly date: string; readonly quantity: bigint; readonly revenueMinor: bigint };

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Sums a product's lines by the first day of their period, oldest first. The replay's own: it must not share a mistake with
 * the reports of the server. In December a day in London is a day in UTC.
 */
export function salesByPeriod(lines: readonly RetailLine[], period: Period): readonly PeriodSales[] {
  const byDate = Map.groupBy(lines, ({ soldAtMs }) => firstDay(new Date(soldAtMs), period));
  const sums = [...byDate].map(([date, sold]) => ({
    date,
    quantity: sold.reduce((sum, line) => sum + BigInt(line.quantity), 0n),
    revenueMinor: sold.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitPriceMinor), 0n),
  }));
  return sums.toSorted((left, right) => left.date.localeCompare(right.date));
}

function firstDay(soldAt: Date, period: Period): string {
  if (period === "monthly") return `${isoDay(soldAt).slice(0, 7)}-01`;
  const daysSinceMonday = period === "weekly" ? (soldAt.getUTCDay() + 6) % 7 : 0;
  return isoDay(new Date(soldAt.getTime() - daysSinceMonday * DAY_MS));
}

function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
