import type { PullAck } from "@duka/protocol";
import { rangesInclude } from "../outbox/sequence-ranges.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { saleOf } from "../sale/sale-of.ts";

/** What one of this till's facts took from one product's stock. */
interface Taken {
  readonly incarnation: string;
  readonly deviceSeq: number;
  readonly thousandths: number;
}

/** By "id:12" or "uid:…": a product made on the till has no id yet. */
export type OwnSales = ReadonlyMap<string, readonly Taken[]>;

/** The stock effect of records, derived from the lines of their frozen bodies. */
export function ownSalesOf(records: readonly OutboxRecord[]): OwnSales {
  const sales = new Map<string, Taken[]>();
  for (const record of records) {
    for (const line of saleOf(record).lines) {
      const key = line.productId === undefined ? `uid:${line.product.uid}` : `id:${line.productId}`;
      const { incarnation, deviceSeq } = record;
      const taken = { incarnation, deviceSeq, thousandths: line.quantityThousandths };
      sales.set(key, [...(sales.get(key) ?? []), taken]);
    }
  }
  return sales;
}

/** Whether figures with this `ack` already include the fact. */
function isSeen(ack: PullAck | undefined, fact: Pick<Taken, "incarnation" | "deviceSeq">): boolean {
  if (ack === undefined || ack.incarnation !== fact.incarnation) return false;
  return fact.deviceSeq <= ack.contiguous_device_seq || rangesInclude(ack.extra, fact.deviceSeq);
}

/** What this till sold of a product that the server's figure does not include yet, in thousandths. */
export function unseenThousandths(
  sales: OwnSales,
  product: { readonly id: number; readonly uid: string },
  acks: readonly (PullAck | undefined)[],
): number {
  return [`id:${product.id}`, `uid:${product.uid}`]
    .flatMap((key) => sales.get(key) ?? [])
    .filter((taken) => !acks.some((ack) => isSeen(ack, taken)))
    .reduce((sum, taken) => sum + taken.thousandths, 0);
}
