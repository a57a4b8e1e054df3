import { type Duka, DukaError, type RecordedSale } from "@duka/client";
import { failure, type Result, success } from "@duka/domain";
import type { OpenCart } from "../cart/open-cart.ts";
import { type SaleContext, saleDraftOf } from "../cart/sale-draft.ts";
import type { ReceiptQueue } from "../receipt/receipt-queue.ts";

/** `storage`: the device did not keep the sale. `refused`: the cart cannot be a sale; `detail` says why. */
export type PaymentProblem = { readonly kind: "storage" | "refused"; readonly detail: string };

export type PaymentTools = {
  readonly duka: Pick<Duka, "recordSale" | "checkSale" | "checkStorage">;
  readonly openCart: OpenCart;
  readonly receipts: Pick<ReceiptQueue, "show">;
};

/** Whether a sale could be saved now. Asked before the customer hands over money. */
export async function checkPayment(tools: PaymentTools, context: SaleContext): Promise<PaymentProblem | undefined> {
  const [refusal] = tools.duka.checkSale(saleDraftOf(tools.openCart.get().cart, context));
  if (refusal !== undefined) return { kind: "refused", detail: refusal };
  try {
    await tools.duka.checkStorage();
    await tools.openCart.settled();
  } catch (error) {
    return problemOf(error);
  }
  return tools.openCart.get().storage === "failed" ? { kind: "storage", detail: "" } : undefined;
}

/**
 * Saves the cart as a sale, and only then shows its receipt and clears the counter. When the page dies in between,
 * the next start shows the receipt first and finds the cart sold, because the sale has the cart's id.
 */
export async function takePayment(
  tools: PaymentTools,
  context: SaleContext,
): Promise<Result<RecordedSale, PaymentProblem>> {
  try {
    const sale = await tools.duka.recordSale(saleDraftOf(tools.openCart.get().cart, context));
    tools.receipts.show(sale);
    tools.openCart.startNew();
    return success(sale);
  } catch (error) {
    return failure(problemOf(error));
  }
}

function problemOf(error: unknown): PaymentProblem {
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof DukaError && error.code === "sale_refused" ? "refused" : "storage", detail };
}
