import { expect, test } from "vitest";
import { sumNumber } from "./sum-number.ts";

test.each([
  [350n, 2, "3.5"],
  [5n, 2, "0.05"],
  [-5n, 2, "-0.05"],
  [0n, 2, "0"],
  [1234n, 0, "1234"],
  [123_456_789_012_345n, 3, "123456789012.345"],
])("%s at scale %i is written %s", (sum, scale, text) => {
  expect(JSON.stringify(sumNumber(sum, scale))).toBe(text);
});

test("a sum beyond 2^53 is the nearest number there is, not an error", () => {
  expect(sumNumber(9_007_199_254_740_993_000n, 3)).toBe(9_007_199_254_740_992);
});
