import { expect, test } from "vitest";
import { AppError } from "../http/app-error.ts";
import { REPORT_DAYS_MAX, reportPeriod, reportRange } from "./report-range.ts";

const TODAY = "2026-01-31";
const range = (from?: string, to?: string) =>
  reportRange({ from: { name: "start_date", text: from }, to: { name: "end_date", text: to } }, TODAY);

test("without dates a report covers 30 days, today included", () => {
  expect(range()).toEqual({ from: "2026-01-02", to: "2026-01-31" });
});

test("with an end alone it covers the 30 days up to it, with a start alone it goes on to today", () => {
  expect(range(undefined, "2024-03-01")).toEqual({ from: "2024-02-01", to: "2024-03-01" });
  expect(range("2026-01-30")).toEqual({ from: "2026-01-30", to: TODAY });
});

test("one day is a range, and empty parameters are absent ones", () => {
  expect(range("2026-01-05", "2026-01-05")).toEqual({ from: "2026-01-05", to: "2026-01-05" });
  expect(range("", "")).toEqual(range());
});

test.each([
  ["end before start", "2026-01-02", "2026-01-01", "end_date"],
  ["a day that does not exist", "2026-02-30", undefined, "start_date"],
  ["a date with a time", undefined, "2026-01-01T00:00:00Z", "end_date"],
  ["more days than a report covers", "1900-01-01", "2026-01-01", "start_date"],
])("%s is refused, and the field is named", (_, from, to, field) => {
  const refusal = (() => {
    try {
      return range(from, to);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal).toMatchObject({ status: 400, extras: { errors: [{ path: field }] } });
});

test("the longest range is taken", () => {
  expect(range("1926-02-01", "2026-01-31").from).toBe("1926-02-01");
  expect(REPORT_DAYS_MAX).toBe(36_525);
});

test("a report is weekly unless told otherwise", () => {
  expect(reportPeriod(undefined)).toBe("weekly");
  expect(reportPeriod("monthly")).toBe("monthly");
  expect(() => reportPeriod("hourly")).toThrow("period must be daily, weekly, monthly.");
});
