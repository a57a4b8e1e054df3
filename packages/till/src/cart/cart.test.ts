import { type Result, SALE_LINES_MAX, UNIT_PRICE_MINOR_MAX } from "@duka/domain";
import { describe, expect, it } from "vitest";
import {
  addToCart,
  type Cart,
  type CartProduct,
  cartTotalMinor,
  changeLine,
  emptyCart,
  ONE_PIECE_THOUSANDTHS,
  quantityInCart,
  removeLine,
  stepLine,
} from "./cart.ts";

const soap: CartProduct = { productId: 1, uid: "soap", name: "Soap", unitPriceMinor: 350, isVolatile: false };
const bread: CartProduct = { productId: 2, uid: "bread", name: "Bread", unitPriceMinor: 333, isVolatile: true };
const one = { quantityThousandths: ONE_PIECE_THOUSANDTHS, unitPriceMinor: 350 };

describe("cart", () => {
  it("adds a counted product to the line it already has", () => {
    const cart = taken(addToCart(taken(addToCart(emptyCart("c"), soap, one)), soap, one));
    expect(cart.lines).toHaveLength(1);
    expect(cart.lines[0]?.quantityThousandths).toBe(2000);
    expect(quantityInCart(cart, "soap")).toBe(2000);
  });

  it("keeps two weighings of a volatile product as two lines", () => {
    const weighed = { quantityThousandths: 500, unitPriceMinor: 333 };
    const cart = taken(addToCart(taken(addToCart(emptyCart("c"), bread, weighed)), bread, weighed));
    expect(cart.lines.map((line) => line.quantityThousandths)).toEqual([500, 500]);
    // 166.5 rounds away from zero on each line, as on the server; 333 would be the rounding of the sum.
    expect(cartTotalMinor(cart)).toBe(334);
  });

  it("keeps another price of the same product as another line", () => {
    const cart = taken(addToCart(taken(addToCart(emptyCart("c"), soap, one)), soap, { ...one, unitPriceMinor: 300 }));
    expect(cart.lines).toHaveLength(2);
    expect(cartTotalMinor(cart)).toBe(650);
  });

  it("drops a line whose quantity is stepped to nothing", () => {
    const cart = taken(addToCart(emptyCart("c"), soap, one));
    expect(taken(stepLine(cart, 1, -ONE_PIECE_THOUSANDTHS)).lines).toEqual([]);
    const half = taken(changeLine(cart, 1, { quantityThousandths: 500, unitPriceMinor: 350 }));
    expect(taken(stepLine(half, 1, -ONE_PIECE_THOUSANDTHS)).lines).toEqual([]);
  });

  it("never reuses a line number, so that a late tap cannot change another line", () => {
    const first = taken(addToCart(emptyCart("c"), bread, one));
    const second = taken(addToCart(removeLine(first, 1), bread, one));
    expect(second.lines[0]?.lineNumber).toBe(2);
    expect(taken(stepLine(second, 1, ONE_PIECE_THOUSANDTHS))).toEqual(second);
  });

  it("refuses the line after the last one a sale may have", () => {
    let cart = emptyCart("c");
    for (let index = 0; index < SALE_LINES_MAX; index++) cart = taken(addToCart(cart, bread, one));
    expect(addToCart(cart, bread, one)).toEqual({ ok: false, error: "too_many_lines" });
  });

  it("refuses what the till cannot count, and keeps the cart as it was", () => {
    const cart = taken(addToCart(emptyCart("c"), soap, one));
    const huge = { quantityThousandths: 1_000_000_000, unitPriceMinor: UNIT_PRICE_MINOR_MAX };
    expect(changeLine(cart, 1, huge)).toEqual({ ok: false, error: "too_large" });
    expect(cartTotalMinor(cart)).toBe(350);
  });
});

function taken(result: Result<Cart, string>): Cart {
  if (!result.ok) throw new Error(`refused: ${result.error}`);
  return result.value;
}
