import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AMOUNT_MINOR_MAX, QUANTITY_THOUSANDTHS_MAX, UNIT_PRICE_MINOR_MAX } from "../bounds.ts";
import { lineSubtotalMinor } from "./line-subtotal.ts";

describe("lineSubtotalMinor", () => {
  it.each([
    [500, 200, 100],
    [1000, 150, 150],
    [500, 333, 167],
    [500, 331, 166],
    [-500, 333, -167],
    [333, 1, 0],
    [1, 499, 0],
    [1, 500, 1],
    [1, -500, -1],
    [0, 999, 0],
  ])("%i thousandths at %i minor units cost %i", (quantity, price, subtotal) => {
    expect(lineSubtotalMinor(quantity, price)).toEqual({ ok: true, value: subtotal });
  });

  it("is exact where a double is not", () => {
    expect(lineSubtotalMinor(123_456_789_123, 7_654_321)).toEqual({ ok: true, value: 944_977_893_576_750 });
  });

  it("holds the largest amount and refuses the next", () => {
    expect(lineSubtotalMinor(1000, AMOUNT_MINOR_MAX)).toEqual({ ok: true, value: AMOUNT_MINOR_MAX });
    expect(lineSubtotalMinor(1000, AMOUNT_MINOR_MAX + 1)).toEqual({ ok: false, error: "too_large" });
    expect(lineSubtotalMinor(QUANTITY_THOUSANDTHS_MAX, UNIT_PRICE_MINOR_MAX)).toEqual({
      ok: false,
      error: "too_large",
    });
  });

  it("is never more than half a minor unit from the exact product", () => {
    const quantity = fc.integer({ min: -QUANTITY_THOUSANDTHS_MAX, max: QUANTITY_THOUSANDTHS_MAX });
    fc.assert(
      fc.property(quantity, fc.integer({ min: 0, max: 10 ** 6 }), (thousandths, price) => {
        const subtotal = lineSubtotalMinor(thousandths, price);
        if (!subtotal.ok) return;
        const off = BigInt(subtotal.value) * 1000n - BigInt(thousandths) * BigInt(price);
        expect(off <= 500n && off >= -500n).toBe(true);
        expect(lineSubtotalMinor(-thousandths, price)).toEqual({ ok: true, value: 0 - subtotal.value });
      }),
    );
  });
});
