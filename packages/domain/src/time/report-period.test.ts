import { expect, test } from "vitest";
import { groupByPeriod, periodStart } from "./report-period.ts";

const days = (...dates: string[]) => dates.map((businessDate) => ({ businessDate }));

test.each([
  ["daily", "2026-03-01", "2026-03-01"],
  ["weekly", "2026-03-01", "2026-02-23"],
  ["weekly", "2026-03-02", "2026-03-02"],
  ["weekly", "2026-01-01", "2025-12-29"],
  ["monthly", "2024-02-29", "2024-02-01"],
  ["monthly", "2026-03-01", "2026-03-01"],
] as const)("the %s period of %s starts on %s", (period, date, start) => {
  expect(periodStart(date, period)).toBe(start);
});

test("a week that spans two months and two years is one group", () => {
  const groups = groupByPeriod(days("2025-12-28", "2025-12-29", "2026-01-04", "2026-01-05"), "weekly");
  expect(groups.map((group) => [group.date, group.days.length])).toEqual([
    ["2025-12-22", 1],
    ["2025-12-29", 2],
    ["2026-01-05", 1],
  ]);
});

test("months without sales have no group, and a month is never cut at a week", () => {
  const groups = groupByPeriod(days("2026-01-31", "2026-03-01", "2026-03-31"), "monthly");
  expect(groups.map((group) => [group.date, group.days.length])).toEqual([
    ["2026-01-01", 1],
    ["2026-03-01", 2],
  ]);
});

test("no days are no groups", () => {
  expect(groupByPeriod([], "weekly")).toEqual([]);
});

test("days out of order are a bug, not a second group of the same period", () => {
  expect(() => groupByPeriod(days("2026-02-01", "2026-01-01"), "daily")).toThrow(/in order/);
});
