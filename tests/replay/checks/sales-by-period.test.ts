import { expect, test } from "vitest";
import type { RetailLine } from "../retail/retail-line.ts";
import { salesByPeriod } from "./sales-by-period.ts";

const line = (soldAt: string, quantity: number, unitPriceMinor = 100): RetailLine => ({
  invoiceNumber: "1",
  stockCode: "A",
  description: "",
  quantity,
  unitPriceMinor,
  soldAtMs: Date.parse(soldAt),
});
// A Wednesday, the Sunday and the Monday after it, and the next month.
const LINES = [
  line("2011-01-03T10:00Z", 8),
  line("2010-12-01T23:59Z", 1),
  line("2010-12-01T08:00Z", 1, 250),
  line("2010-12-05T23:59Z", 2),
  line("2010-12-06T00:00Z", 4),
];

test.each([
  ["daily", ["2010-12-01 2", "2010-12-05 2", "2010-12-06 4", "2011-01-03 8"]],
  ["weekly", ["2010-11-29 4", "2010-12-06 4", "2011-01-03 8"]],
  ["monthly", ["2010-12-01 8", "2011-01-01 8"]],
] as const)("%s sums stand under the first day of their period, a week's under its Monday", (period, wanted) => {
  expect(salesByPeriod(LINES, period).map(({ date, quantity }) => `${date} ${quantity}`)).toEqual(wanted);
});

test("revenue is each line's own price times its quantity", () => {
  expect(salesByPeriod(LINES, "daily")[0]?.revenueMinor).toBe(350n);
});
