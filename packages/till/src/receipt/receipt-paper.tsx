import type { RecordedSale, RecordedSaleLine } from "@duka/client";
import { changeDueMinor } from "@duka/domain";
import { useTill } from "../app/till.ts";
import { quantityText } from "../text/money-text.ts";
import { t } from "../text/text.ts";

/** The receipt as it is printed: shop, lines, total, what was paid, number and time. */
export function ReceiptPaper({ sale }: { readonly sale: RecordedSale }) {
  const { enrolment, money } = useTill();
  const change = changeDueMinor(sale.totalMinor, sale.tenders);
  return (
    <article className="receipt figures" data-receipt-number={sale.receiptNumber} data-sale-id={sale.id}>
      <header>
        <strong>{enrolment.shop.name}</strong>
        <span className="soft small">{enrolment.device.name}</span>
      </header>
      <ul>
        {sale.lines.map((line, index) => (
          <ReceiptLine key={index} line={line} />
        ))}
      </ul>
      <dl>
        <div className="receipt-total">
          <dt>{t("receipt.total")}</dt>
          <dd>{money.full(sale.totalMinor)}</dd>
        </div>
        {sale.tenders.map((tender, index) => (
          <div key={index}>
            <dt>{t("receipt.cash")}</dt>
            <dd>{money.bare(tender.amountMinor)}</dd>
          </div>
        ))}
        {change > 0 && (
          <div>
            <dt>{t("receipt.change")}</dt>
            <dd>{money.bare(change)}</dd>
          </div>
        )}
      </dl>
      <footer className="small soft">
        <span>{t("receipt.number", { number: sale.receiptNumber })}</span>
        <time dateTime={new Date(sale.occurredAtMs).toISOString()}>{saleTimeText(sale.occurredAtMs)}</time>
        <span>{t("receipt.thanks")}</span>
      </footer>
    </article>
  );
}

function ReceiptLine({ line }: { readonly line: RecordedSaleLine }) {
  const { money } = useTill();
  const unit = line.product.unit === undefined ? "" : ` ${line.product.unit}`;
  return (
    <li>
      <span>{line.product.name}</span>
      <span>{money.bare(line.subtotalMinor)}</span>
      <span className="soft small">
        {t("cart.line.each", {
          quantity: quantityText(line.quantityThousandths) + unit,
          price: money.bare(line.unitPriceMinor),
        })}
      </span>
    </li>
  );
}

function saleTimeText(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(atMs);
}
