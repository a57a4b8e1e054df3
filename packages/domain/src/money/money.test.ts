import { describe, expect, it } from "vitest";
import { AMOUNT_MINOR_MAX } from "../bounds.ts";
import { formatMoney, parseMoney } from "./money.ts";

describe("money by currency exponent", () => {
  it.each([
    [0, "350", 350],
    [2, "3.50", 350],
    [3, "0.350", 350],
    [4, "0.0350", 350],
    [2, "-3.50", -350],
  ])("at exponent %i, %s is %i minor units, both ways", (exponent, text, minor) => {
    expect(parseMoney(text, exponent)).toEqual({ ok: true, value: minor });
    expect(formatMoney(minor, exponent)).toBe(text);
  });

  it.each([
    [0, "1.5"],
    [2, "1.005"],
    [3, "1.0005"],
    [4, "1.00005"],
  ])("at exponent %i, %s has more digits than the currency", (exponent, text) => {
    expect(parseMoney(text, exponent)).toEqual({ ok: false, error: "too_many_decimals" });
  });

  it("holds the largest amount and refuses the next", () => {
    expect(parseMoney("9999999999999.99", 2)).toEqual({ ok: true, value: AMOUNT_MINOR_MAX });
    expect(parseMoney("10000000000000.00", 2)).toEqual({ ok: false, error: "too_large" });
  });
});
