import { changeDueMinor } from "@duka/domain";
import { useTill } from "../app/till.ts";
import { Icon } from "../design/icon.tsx";
import { t } from "../text/text.ts";
import type { PendingReceipt } from "./receipt-queue.ts";

/** What the cashier needs at a glance: it is saved, and how much change to give. */
export function ReceiptHeadline({ receipt: { sale, isUnseen } }: { readonly receipt: PendingReceipt }) {
  const { money } = useTill();
  const change = changeDueMinor(sale.totalMinor, sale.tenders);
  if (isUnseen) {
    return (
      <div className="notice notice-wait no-print">
        <h1>{t("receipt.unseen.title")}</h1>
        <p>{t("receipt.unseen.body")}</p>
      </div>
    );
  }
  return (
    <div className="receipt-headline no-print">
      <h1>
        <Icon name="check" /> {t("receipt.title")}
      </h1>
      {change > 0 && (
        <p className="receipt-change">
          <span>{t("receipt.change")}</span>
          <strong className="figures">{money.full(change)}</strong>
        </p>
      )}
    </div>
  );
}
