import { describe, expect, it } from "vitest";
import { decimalNumber, formatDecimal, formatDecimalTrimmed, parseDecimal } from "./decimal.ts";

const THOUSANDTHS = { scale: 3, max: 10 ** 12 - 1 };

describe("parseDecimal", () => {
  it.each([
    ["1", 1000],
    ["0.5", 500],
    [".5", 500],
    ["5.", 5000],
    ["+2.25", 2250],
    ["-2.25", -2250],
    ["0.500", 500],
    ["1.0000000", 1000],
    ["1e2", 100_000],
    ["25E-1", 2500],
    ["1000e-6", 1],
    ["007", 7000],
    ["0", 0],
    ["0e9999", 0],
    ["999999999.999", 999_999_999_999],
  ])("reads %s as %i thousandths", (text, thousandths) => {
    expect(parseDecimal(text, THOUSANDTHS)).toEqual({ ok: true, value: thousandths });
  });

  it("reads a negative zero as zero", () => {
    expect(Object.is(parseDecimal("-0.000", THOUSANDTHS).ok && 0, 0)).toBe(true);
    const result = parseDecimal("-0", THOUSANDTHS);
    expect(result.ok && Object.is(result.value, 0)).toBe(true);
  });

  it.each([
    "",
    ".",
    "-",
    "e5",
    "NaN",
    "Infinity",
    "1,5",
    "0x10",
    "1_000",
    " 1",
    "1 ",
    "٣",
    "1e",
    "1e+",
    "1e99999",
    "--1",
  ])("refuses %j as not a number", (text) => {
    expect(parseDecimal(text, THOUSANDTHS)).toEqual({ ok: false, error: "not_a_number" });
  });

  it.each(["0.0001", "1.2345", "1e-4", "0.12300000001"])("never rounds %s", (text) => {
    expect(parseDecimal(text, THOUSANDTHS)).toEqual({ ok: false, error: "too_many_decimals" });
  });

  it.each(["1000000000", "999999999.9990e1", "1e400", "-1000000000", "99999999999999999999999"])(
    "refuses %s as beyond its bound",
    (text) => {
      expect(parseDecimal(text, THOUSANDTHS)).toEqual({ ok: false, error: "too_large" });
    },
  );

  it("refuses an endless text without reading it", () => {
    expect(parseDecimal("0".repeat(1_000_000), THOUSANDTHS)).toEqual({ ok: false, error: "not_a_number" });
  });
});

describe("writing decimals", () => {
  it.each([
    [350, 2, "3.50", "3.5"],
    [350, 0, "350", "350"],
    [5, 3, "0.005", "0.005"],
    [-5, 3, "-0.005", "-0.005"],
    [0, 2, "0.00", "0"],
    [1000, 3, "1.000", "1"],
    [100, 0, "100", "100"],
    [12345, 4, "1.2345", "1.2345"],
  ])("writes %i at scale %i as %s, trimmed as %s", (scaled, scale, fixed, trimmed) => {
    expect(formatDecimal(scaled, scale)).toBe(fixed);
    expect(formatDecimalTrimmed(scaled, scale)).toBe(trimmed);
  });

  it("gives JSON numbers that print without binary dust", () => {
    expect(JSON.stringify([decimalNumber(100_100, 3), decimalNumber(-300, 3), decimalNumber(0, 3)])).toBe(
      "[100.1,-0.3,0]",
    );
  });
});
