import { expect, test } from "vitest";
import { averagePriceMinor } from "./average-price.ts";

test.each([
  ["3 units for 10.00", 1_000, 3_000, 333],
  ["exactly half a minor unit goes away from zero", 5, 2_000, 3],
  ["half a refunded minor unit goes away from zero too", -5, 2_000, -3],
  ["just below half stays", 149, 100_000, 1],
  ["half a kilo for 2.00 is 4.00 a kilo", 200, 500, 400],
  ["a total beyond 2^53 thousandths is exact", 999_999_999_999_999, 1_000, 999_999_999_999_999],
  ["revenue without quantity has no price", 500, 0, 0],
  ["nothing sold", 0, 0, 0],
])("%s", (_, revenueMinor, quantityThousandths, expected) => {
  expect(averagePriceMinor(BigInt(revenueMinor), BigInt(quantityThousandths))).toBe(BigInt(expected));
});
