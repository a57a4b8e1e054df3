import { expect, it } from "vitest";
import { STOCK_THOUSANDTHS_MAX } from "../bounds.ts";
import { applyMovement } from "./stock-ledger.ts";

it("adds movements of either sign and goes below zero", () => {
  expect(applyMovement(1000, 500)).toEqual({ ok: true, value: 1500 });
  expect(applyMovement(1000, -2500)).toEqual({ ok: true, value: -1500 });
});

it("holds the largest balance either way and refuses the next", () => {
  expect(applyMovement(STOCK_THOUSANDTHS_MAX - 1, 1)).toEqual({ ok: true, value: STOCK_THOUSANDTHS_MAX });
  expect(applyMovement(STOCK_THOUSANDTHS_MAX, 1)).toEqual({ ok: false, error: "too_large" });
  expect(applyMovement(-STOCK_THOUSANDTHS_MAX, -1)).toEqual({ ok: false, error: "too_large" });
});
