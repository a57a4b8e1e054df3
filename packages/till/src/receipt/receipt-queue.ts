import { createObservable, type Observable, type RecordedSale } from "@duka/client";

/** A saved sale whose receipt must be looked at. `isUnseen`: it was saved before this page started. */
export type PendingReceipt = { readonly sale: RecordedSale; readonly isUnseen: boolean };

/** The receipts to show, oldest first. While there is one, the till shows nothing else. */
export interface ReceiptQueue extends Observable<readonly PendingReceipt[]> {
  /** Only for a sale that `recordSale` has returned. */
  show(sale: RecordedSale): void;
  dismiss(saleId: string): void;
}

export function createReceiptQueue(unseen: readonly RecordedSale[]): ReceiptQueue {
  const pending = createObservable<readonly PendingReceipt[]>(unseen.map((sale) => ({ sale, isUnseen: true })));
  return {
    get: () => pending.get(),
    subscribe: (listener) => pending.subscribe(listener),
    show: (sale) => pending.set([...pending.get(), { sale, isUnseen: false }]),
    dismiss: (saleId) => pending.set(pending.get().filter(({ sale }) => sale.id !== saleId)),
  };
}
