import { productKey, type SaleToRecord } from "@duka/domain";

/** Everything the sales name, each once: what must be loaded to decide about them. */
export type SoughtNames = {
  readonly externalIds: readonly string[];
  readonly productIds: readonly number[];
  readonly productUids: readonly string[];
  readonly skuKeys: readonly string[];
  readonly barcodeKeys: readonly string[];
  readonly receiptNumbers: readonly string[];
  readonly userIds: readonly number[];
  readonly formerSaleIds: readonly number[];
};

export function soughtNames(sales: readonly SaleToRecord[]): SoughtNames {
  const lines = sales.flatMap((sale) => sale.content.items);
  const snapshots = lines.map((line) => line.product_data);
  return {
    externalIds: distinct(sales.map((sale) => sale.externalId)),
    productIds: distinct(lines.map((line) => line.product)),
    productUids: distinct(snapshots.map((snapshot) => snapshot?.uid)),
    skuKeys: distinct(snapshots.map((snapshot) => keyOf(snapshot?.sku))),
    barcodeKeys: distinct(snapshots.map((snapshot) => keyOf(snapshot?.barcode))),
    receiptNumbers: distinct(sales.map((sale) => sale.content.receipt_number)),
    userIds: distinct(sales.flatMap((sale) => [sale.soldByUserId, sale.content.cashier])),
    formerSaleIds: distinct(sales.map((sale) => sale.formerSaleId)),
  };
}

function keyOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : productKey(text);
}

function distinct<T>(values: readonly (T | undefined)[]): readonly T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
