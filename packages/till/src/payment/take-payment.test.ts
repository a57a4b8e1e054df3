import { DukaError, type RecordedSale, type SaleDraft } from "@duka/client";
import { describe, expect, it } from "vitest";
import { addToCart, type CartProduct, emptyCart } from "../cart/cart.ts";
import { createOpenCart } from "../cart/open-cart.ts";
import { createReceiptQueue } from "../receipt/receipt-queue.ts";
import { checkPayment, takePayment } from "./take-payment.ts";

const soap: CartProduct = { productId: 7, uid: "soap", name: "Soap", unitPriceMinor: 350, isVolatile: false };
const context = { receivedMinor: 500, currencyExponent: 2, cashierId: 3 };

describe("taking a payment", () => {
  it("shows no receipt before the sale is saved", async () => {
    const saving = Promise.withResolvers<RecordedSale>();
    const counter = setCounter(() => saving.promise);
    const payment = takePayment(counter, context);
    await Promise.resolve();
    expect(counter.receipts.get()).toEqual([]);
    expect(counter.openCart.get().cart.id).toBe("cart-1");
    saving.resolve(recorded());
    await payment;
    expect(counter.receipts.get()).toEqual([{ sale: recorded(), isUnseen: false }]);
    expect(counter.openCart.get().cart).toEqual(emptyCart("cart-2"));
  });

  it("keeps the cart and shows no receipt when the device did not save", async () => {
    const counter = setCounter(async () => {
      throw new DukaError("storage_failed", "disk");
    });
    const result = await takePayment(counter, context);
    expect(result).toEqual({ ok: false, error: { kind: "storage", detail: "disk" } });
    expect(counter.receipts.get()).toEqual([]);
    expect(counter.openCart.get().cart.lines).toHaveLength(1);
  });

  it("records a retry under the cart's own id, so that it cannot become two sales", async () => {
    const drafts: SaleDraft[] = [];
    const counter = setCounter(async (draft) => {
      drafts.push(draft);
      if (drafts.length === 1) throw new DukaError("storage_failed", "unknown outcome");
      return recorded();
    });
    await takePayment(counter, context);
    await takePayment(counter, context);
    expect(drafts.map((draft) => draft.id)).toEqual(["cart-1", "cart-1"]);
    expect(drafts[0]).toMatchObject({
      cashier: 3,
      tenders: [{ method: "cash", amountMinor: 500 }],
      lines: [{ productId: 7, product: { uid: "soap", name: "Soap" }, quantityThousandths: 1000 }],
    });
  });

  it("says before payment that the device cannot save", async () => {
    const counter = { ...setCounter(async () => recorded()), duka: duka(async () => recorded(), refuseStorage) };
    expect(await checkPayment(counter, context)).toEqual({ kind: "storage", detail: "no room" });
  });
});

function setCounter(recordSale: (draft: SaleDraft) => Promise<RecordedSale>) {
  const initial = addToCart(emptyCart("cart-1"), soap, { quantityThousandths: 1000, unitPriceMinor: 350 });
  if (!initial.ok) throw new Error(initial.error);
  const openCart = createOpenCart({ initial: initial.value, store: async () => {}, newId: () => "cart-2" });
  return { duka: duka(recordSale), openCart, receipts: createReceiptQueue([]) };
}

function duka(recordSale: (draft: SaleDraft) => Promise<RecordedSale>, checkStorage = async () => {}) {
  return { recordSale, checkSale: () => [], checkStorage };
}

function recorded(): RecordedSale {
  return {
    id: "cart-1",
    deviceSeq: 1,
    receiptNumber: "T-1",
    occurredAtMs: 0,
    lines: [],
    tenders: [],
    totalMinor: 350,
    currencyExponent: 2,
  };
}

async function refuseStorage(): Promise<void> {
  throw new DukaError("storage_full", "no room");
}
