import { expect, test } from "vitest";
import { daysLowStock } from "./days-low-stock.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

test("a day counts only once it is whole", () => {
  expect(daysLowStock(1_000, 1_000 + 2 * DAY_MS - 1)).toBe(1);
  expect(daysLowStock(1_000, 1_000 + 2 * DAY_MS)).toBe(2);
});

test("a clock that went back counts no negative days", () => {
  expect(daysLowStock(DAY_MS, 0)).toBe(0);
});
