import { expect, test } from "vitest";
import { amountCheck, countCheck, formatPounds, isRight, noneCheck } from "./check.ts";

test("amounts are written with pounds and pence, exactly", () => {
  expect([0n, 5n, 54_036_113n, -105n].map(formatPounds)).toEqual(["£0.00", "£0.05", "£540,361.13", "-£1.05"]);
});

test("a claim is right only when both sides are the same", () => {
  expect(isRight(countCheck("sales", 2, 2))).toBe(true);
  expect(isRight(countCheck("sales", 2, 1))).toBe(false);
  expect(isRight(amountCheck("total", 10n, 11n))).toBe(false);
});

test("offenders are counted, and the first ones named", () => {
  expect(isRight(noneCheck("lost", []))).toBe(true);
  expect(noneCheck("lost", ["a", "b", "c", "d"]).actual).toBe("4: a; b; c");
});
