import { Temporal } from "temporal-polyfill";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isBusinessDate, monthStart, weekStart } from "./calendar-date.ts";

describe("isBusinessDate", () => {
  it.each(["2026-01-31", "2024-02-29", "1900-01-01", "9998-12-31"])("takes %s", (text) => {
    expect(isBusinessDate(text)).toBe(true);
  });

  it.each([
    "2026-02-30",
    "2025-02-29",
    "2026-1-31",
    "31-01-2026",
    "1899-12-31",
    "9999-01-01",
    "0000-00-00",
    "",
    "2026-01-31T00:00:00Z",
  ])("refuses %j", (text) => {
    expect(isBusinessDate(text)).toBe(false);
  });
});

const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((offset) => Temporal.PlainDate.from("1950-01-01").add({ days: offset }));

it("adds days as the calendar does", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
      const moved = addDays(date.toString(), count);
      expect(moved).toBe(date.add({ days: count }).toString());
      expect(daysBetween(date.toString(), moved)).toBe(count);
    }),
  );
});

it("starts weeks on Monday and months on the first", () => {
  fc.assert(
    fc.property(days, (date) => {
      expect(weekStart(date.toString())).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
      expect(monthStart(date.toString())).toBe(date.with({ day: 1 }).toString());
    }),
  );
});
