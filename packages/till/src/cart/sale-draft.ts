import type { SaleDraft, SaleDraftLine } from "@duka/client";
import type { Cart, CartLine } from "./cart.ts";

export type SaleContext = {
  /** What the customer handed over, in minor units; at least the total. */
  readonly receivedMinor: number;
  readonly currencyExponent: number;
  readonly cashierId: number;
};

/** The cart as a finished cash sale. It keeps the cart's id: one cart is one sale, however often it is recorded. */
export function saleDraftOf(cart: Cart, { receivedMinor, currencyExponent, cashierId }: SaleContext): SaleDraft {
  return {
    id: cart.id,
    lines: cart.lines.map(draftLineOf),
    tenders: [{ method: "cash", amountMinor: receivedMinor }],
    cashier: cashierId,
    currencyExponent,
  };
}

function draftLineOf({ product, quantityThousandths, unitPriceMinor }: CartLine): SaleDraftLine {
  const { productId, ...snapshot } = product;
  return {
    ...(productId !== undefined && { productId }),
    product: snapshot,
    quantityThousandths,
    unitPriceMinor,
  };
}
