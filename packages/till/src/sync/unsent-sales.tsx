import { type OutboxRecord, saleOf } from "@duka/client";
import { useTill } from "../app/till.ts";
import { t, tCount } from "../text/text.ts";
import { wallTimeText } from "../text/wall-time.ts";

/** A longer queue is a number, not a list to read on a phone. */
const SHOWN_MAX = 100;

type UnsentSalesProps = {
  readonly records: readonly OutboxRecord[];
  readonly count: number;
  /** Their value, written. */
  readonly total: string;
};

/** The sales that only this device has, oldest first: they leave in this order. */
export function UnsentSales({ records, count, total }: UnsentSalesProps) {
  if (count === 0) return <p className="card">{t("sync.none")}</p>;
  return (
    <section className="card stack">
      <div>
        <h2>{t("sync.unsent")}</h2>
        <p className="soft small figures">{tCount("sync.unsent.value", count, { amount: total })}</p>
      </div>
      <ul className="unsent">
        {records.slice(0, SHOWN_MAX).map((record) => (
          <UnsentSale key={record.id} record={record} />
        ))}
      </ul>
    </section>
  );
}

function UnsentSale({ record }: { readonly record: OutboxRecord }) {
  const { money } = useTill();
  const { state, attempts, lastResult } = record;
  const sale = saleOf(record);
  const goods = sale.lines.map((line) => line.product.name).join(", ");
  return (
    <li data-sale-id={record.id} data-state={state}>
      <span className="unsent-goods">{goods}</span>
      <strong className="figures">{money.bare(sale.totalMinor)}</strong>
      <span className="soft small figures">
        {sale.receiptNumber} · {wallTimeText(sale.occurredAtMs)}
      </span>
      <span className="soft small">
        {t(`sync.record.${state}`)}
        {attempts > 0 && ` · ${tCount("sync.record.tries", attempts)}`}
      </span>
      {lastResult?.detail !== undefined && <span className="unsent-reason small">{lastResult.detail}</span>}
    </li>
  );
}
