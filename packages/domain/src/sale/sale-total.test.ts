import { expect, it } from "vitest";
import { AMOUNT_MINOR_MAX } from "../bounds.ts";
import { saleTotalMinor } from "./sale-total.ts";

it("adds the subtotals", () => {
  expect(saleTotalMinor([100, 250, 0])).toEqual({ ok: true, value: 350 });
  expect(saleTotalMinor([])).toEqual({ ok: true, value: 0 });
});

it("holds the largest total and refuses the next", () => {
  expect(saleTotalMinor([AMOUNT_MINOR_MAX - 1, 1])).toEqual({ ok: true, value: AMOUNT_MINOR_MAX });
  expect(saleTotalMinor([AMOUNT_MINOR_MAX, 1])).toEqual({ ok: false, error: "too_large" });
});

it("refuses a thousand large lines instead of losing minor units", () => {
  expect(saleTotalMinor(Array.from({ length: 1000 }, () => AMOUNT_MINOR_MAX))).toEqual({
    ok: false,
    error: "too_large",
  });
});
