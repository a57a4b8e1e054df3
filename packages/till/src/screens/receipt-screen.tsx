import { useEffect, useRef } from "react";
import { useTill } from "../app/till.ts";
import { Icon } from "../design/icon.tsx";
import { useObservable } from "../design/use-observable.ts";
import { ReceiptPaper } from "../receipt/receipt-paper.tsx";
import { ReceiptHeadline } from "../receipt/receipt-headline.tsx";
import type { PendingReceipt } from "../receipt/receipt-queue.ts";
import { useSeenOnScreen } from "../receipt/use-seen-on-screen.ts";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t, tCount } from "../text/text.ts";
import "../receipt/receipt.css";

/** A saved sale's receipt. It stands before everything else until the cashier goes on. */
export function ReceiptScreen({ receipt }: { readonly receipt: PendingReceipt }) {
  const { receipts, enrolment } = useTill();
  const more = useObservable(receipts).length - 1;
  const next = useRef<HTMLButtonElement>(null);
  const { sale } = receipt;
  useSeenOnScreen(sale.id);

  useEffect(() => next.current?.focus(), []);

  return (
    <div className="receipt-screen">
      <header className="screen-header no-print">
        <span className="receipt-shop">{enrolment.shop.name}</span>
        <SyncChip />
      </header>
      <main className="screen-body stack">
        <ReceiptHeadline receipt={receipt} />
        <ReceiptPaper sale={sale} />
        {more > 0 && <p className="soft small no-print">{tCount("receipt.unseen.more", more)}</p>}
        <div className="receipt-actions no-print">
          <button
            type="button"
            className="button button-icon button-large"
            aria-label={t("receipt.print")}
            onClick={() => window.print()}
          >
            <Icon name="print" />
          </button>
          <button
            ref={next}
            type="button"
            className="button button-primary button-large"
            onClick={() => receipts.dismiss(sale.id)}
          >
            {more > 0 ? t("receipt.nextUnseen") : t("receipt.next")}
          </button>
        </div>
      </main>
    </div>
  );
}
