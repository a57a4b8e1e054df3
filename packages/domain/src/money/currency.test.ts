import { expect, it } from "vitest";
import { currencyCodes, currencyExponent } from "./currency.ts";

it.each([
  ["JPY", 0],
  ["UGX", 0],
  ["GHS", 2],
  ["KES", 2],
  ["EUR", 2],
  ["KWD", 3],
  ["CLF", 4],
])("%s has %i digits after the point", (code, exponent) => {
  expect(currencyExponent(code)).toBe(exponent);
});

it.each(["XXX", "usd", "", "EURO", "__proto__"])("does not know %j", (code) => {
  expect(currencyExponent(code)).toBeUndefined();
});

it("lists every code once", () => {
  const codes = currencyCodes();
  expect(codes.length).toBeGreaterThan(150);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[A-Z]{3}$/);
});
