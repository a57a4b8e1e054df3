import {
  assert,
  lineSubtotalMinor,
  parseMoney,
  parseQuantity,
  type SaleContent,
  type SaleLineContent,
} from "@duka/domain";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import type { ProductSnapshot, RecordedSale, RecordedSaleLine } from "./sale-draft.ts";

/** The sale of a record, read back from its frozen body; whatever is shown is what was or will be sent. */
export function saleOf(record: OutboxRecord): RecordedSale {
  const content = contentOf(record);
  const exponent = record.currencyExponent;
  return {
    id: record.id,
    deviceSeq: record.deviceSeq,
    receiptNumber: content.receipt_number ?? "",
    occurredAtMs: record.occurredAtMs,
    lines: content.items.map((line) => lineOf(line, exponent)),
    tenders: (content.tenders ?? []).map(({ amount, ...rest }) => ({
      ...rest,
      amountMinor: minorOf(amount, exponent),
    })),
    totalMinor: record.valueMinor,
    currencyExponent: exponent,
    ...(content.note === undefined ? {} : { note: content.note }),
    ...(content.cashier === undefined ? {} : { cashier: content.cashier }),
  };
}

/** What was or will be sent, as it stands in the frozen body. */
export function contentOf(record: OutboxRecord): SaleContent {
  // The body was checked against its hash when the record was read, and this SDK wrote it.
  return JSON.parse(record.body) as SaleContent;
}

function lineOf(line: SaleLineContent, exponent: number): RecordedSaleLine {
  const quantity = parseQuantity(line.quantity);
  assert(quantity.ok, "a recorded quantity is a quantity");
  const unitPriceMinor = minorOf(line.unit_price ?? "0", exponent);
  const subtotal = lineSubtotalMinor(quantity.value, unitPriceMinor);
  assert(subtotal.ok, "a recorded line has a subtotal");
  return {
    ...(line.product === undefined ? {} : { productId: line.product }),
    product: snapshotOf(line.product_data, exponent),
    quantityThousandths: quantity.value,
    unitPriceMinor,
    subtotalMinor: subtotal.value,
  };
}

function snapshotOf(product: SaleLineContent["product_data"], exponent: number): ProductSnapshot {
  if (product === undefined) return { name: "" };
  const { unit_price: price, is_volatile: isVolatile, ...rest } = product;
  return {
    ...rest,
    ...(price === undefined ? {} : { unitPriceMinor: minorOf(price, exponent) }),
    ...(isVolatile === undefined ? {} : { isVolatile }),
  };
}

function minorOf(amount: string, exponent: number): number {
  const minor = parseMoney(amount, exponent);
  assert(minor.ok, "a recorded amount is an amount");
  return minor.value;
}
