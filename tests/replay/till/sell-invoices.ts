import { setTimeout as delay } from "node:timers/promises";
import type { Duka, RecordedSale, SaleDraft } from "@duka/client";
import type { SeededRandom } from "../seeded-random.ts";
import type { TillClock } from "./till-clock.ts";
import type { SaleTold, TillInvoice } from "./till-messages.ts";

const POUND_EXPONENT = 2;
const PAUSE_MAX_MS = 25;

export type Cashier = {
  readonly duka: Duka;
  readonly till: TillClock;
  readonly random: SeededRandom;
  /** Resolves once the cashier has seen it; `unsent` stands beside it on the screen. */
  readonly tell: (sale: SaleTold, unsent: number) => Promise<void>;
};

/**
 * Shows the sales that a crash left saved but unseen, then rings up what is still to be sold. Ends with every
 * invoice saved on the till exactly once, however often the till dies on the way.
 */
export async function sellInvoices(cashier: Cashier, invoices: readonly TillInvoice[]): Promise<void> {
  const shown = new Set<string>();
  for (const sale of await cashier.duka.unseenReceipts()) {
    await show(cashier, sale);
    shown.add(sale.note ?? "");
  }
  for (const invoice of invoices) {
    if (shown.has(invoice.number)) continue;
    const draft = draftOf(invoice);
    await show(cashier, await cashier.till.sellAt(invoice.soldAtMs, () => cashier.duka.recordSale(draft)));
    await delay(cashier.random.between(0, PAUSE_MAX_MS));
  }
}

async function show({ duka, tell }: Cashier, sale: RecordedSale): Promise<void> {
  await tell(
    { invoiceNumber: sale.note ?? "", externalId: sale.id, totalMinor: sale.totalMinor },
    duka.state.get().unsent,
  );
  await duka.markReceiptSeen(sale.id);
}

function draftOf(invoice: TillInvoice): SaleDraft {
  return {
    lines: invoice.lines.map(({ productId, sku, name, quantityThousandths, unitPriceMinor }) => ({
      productId,
      product: { sku, name, unitPriceMinor },
      quantityThousandths,
      unitPriceMinor,
    })),
    note: invoice.number,
    currencyExponent: POUND_EXPONENT,
  };
}
