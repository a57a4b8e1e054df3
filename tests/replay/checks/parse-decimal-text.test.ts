import { expect, test } from "vitest";
import { parseDecimalText } from "./parse-decimal-text.ts";

test("a decimal becomes an integer of its scale", () => {
  expect(parseDecimalText("540361.13", 2)).toBe(54_036_113n);
  expect(parseDecimalText("-0.5", 3)).toBe(-500n);
  expect(parseDecimalText("7", 3)).toBe(7_000n);
});

test.each(["", "1.234", "1e2", "NaN", "1,00"])('"%s" with two places is refused', (text) => {
  expect(() => parseDecimalText(text, 2)).toThrow(/is no decimal/);
});
