import { success } from "@duka/domain";
import { describe, expect, it } from "vitest";
import { addToCart, type Cart, type CartProduct, emptyCart } from "./cart.ts";
import { createOpenCart } from "./open-cart.ts";

const soap: CartProduct = { uid: "soap", name: "Soap", unitPriceMinor: 350, isVolatile: false };
const addSoap = (cart: Cart) => addToCart(cart, soap, { quantityThousandths: 1000, unitPriceMinor: 350 });

describe("open cart", () => {
  it("writes the last of many quick changes, not each of them", async () => {
    const written: number[] = [];
    const openCart = createOpenCart({ initial: emptyCart("c1"), store: countWrites(written), newId: () => "c2" });
    for (let index = 0; index < 10; index++) openCart.change(addSoap);
    await openCart.settled();
    expect(written).toEqual([1000, 10_000]);
    expect(openCart.get().storage).toBe("stored");
  });

  it("says that storage failed until a write succeeds again", async () => {
    let isFull = true;
    const store = async () => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
    };
    const openCart = createOpenCart({ initial: emptyCart("c1"), store, newId: () => "c2" });
    openCart.change(addSoap);
    await openCart.settled();
    expect(openCart.get().storage).toBe("failed");
    isFull = false;
    openCart.retry();
    await openCart.settled();
    expect(openCart.get().storage).toBe("stored");
  });

  it("gives the next cart another id", () => {
    const openCart = createOpenCart({ initial: emptyCart("c1"), store: async () => {}, newId: () => "c2" });
    openCart.change(addSoap);
    openCart.startNew();
    expect(openCart.get().cart).toEqual(emptyCart("c2"));
  });

  it("writes nothing when nothing changed", async () => {
    const written: number[] = [];
    const openCart = createOpenCart({ initial: emptyCart("c1"), store: countWrites(written), newId: () => "c2" });
    openCart.change((cart) => success(cart));
    await openCart.settled();
    expect(written).toEqual([]);
  });
});

function countWrites(written: number[]): (cart: Cart) => Promise<void> {
  return async (cart) => {
    await Promise.resolve();
    written.push(cart.lines[0]?.quantityThousandths ?? 0);
  };
}
