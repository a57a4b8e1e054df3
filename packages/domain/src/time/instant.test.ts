import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "./instant.ts";

describe("parseInstant", () => {
  it.each([
    ["2026-01-31T14:30:00Z", "2026-01-31T14:30:00.000Z"],
    ["2026-01-31T14:30:00.123456Z", "2026-01-31T14:30:00.123Z"],
    ["2026-01-31T14:30:00.1Z", "2026-01-31T14:30:00.100Z"],
    ["2026-01-31t14:30:00z", "2026-01-31T14:30:00.000Z"],
    ["2026-01-31T17:30:00+03:00", "2026-01-31T14:30:00.000Z"],
    ["2026-01-31T09:00:00-0530", "2026-01-31T14:30:00.000Z"],
    ["2026-01-31 14:30:00+00:00", "2026-01-31T14:30:00.000Z"],
    ["2026-01-31T14:30Z", "2026-01-31T14:30:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
    ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
  ])("reads %s", (text, canonical) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(canonical);
  });

  it.each([
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T14:60:00Z",
    "2026-01-31T14:30:00",
    "2026-01-31T14:30:00+24:00",
    "2026-01-31",
    "0026-01-31T14:30:00Z",
    "1899-12-31T14:30:00Z",
    "9999-01-01T00:00:00Z",
    "tomorrow",
    "1769869800000",
    "",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it("reads back every instant it writes", () => {
    const instant = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(9998, 0, 1) });
    fc.assert(
      fc.property(instant, (ms) => {
        expect(parseInstant(formatInstant(ms))).toBe(ms);
      }),
    );
  });
});
