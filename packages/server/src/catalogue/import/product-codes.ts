import { productKey } from "@duka/domain";
import type { ProductRow } from "./product-row.ts";

/** Everything by which rows name products. */
export type ProductCodes = {
  readonly skuKeys: readonly string[];
  readonly barcodeKeys: readonly string[];
  /** Names of rows that have a SKU or a barcode too. */
  readonly namesBesideCodes: readonly string[];
  /** Names of rows that have nothing else. */
  readonly namesAlone: readonly string[];
};

export function productCodes(rows: readonly ProductRow[]): ProductCodes {
  return {
    skuKeys: rows.flatMap(({ sku }) => (sku === undefined ? [] : [productKey(sku)])),
    barcodeKeys: rows.flatMap(({ barcode }) => (barcode === undefined ? [] : [productKey(barcode)])),
    namesBesideCodes: namesOf(rows.filter(hasCode)),
    namesAlone: namesOf(rows.filter((row) => !hasCode(row))),
  };
}

function namesOf(rows: readonly ProductRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ name }) => (name === undefined ? [] : [name])))];
}

function hasCode({ sku, barcode }: ProductRow): boolean {
  return sku !== undefined || barcode !== undefined;
}
