import { productKey } from "@duka/domain";
import type { ProductsTable } from "../../database/schema.ts";
import type { ProductRow } from "./product-row.ts";

/** The shop's products that the rows of a batch could mean. */
export type ProductIndex = {
  readonly bySkuKey: ReadonlyMap<string, ProductsTable>;
  readonly byBarcodeKey: ReadonlyMap<string, ProductsTable>;
  readonly byName: ReadonlyMap<string, readonly ProductsTable[]>;
};

export function productIndex(products: readonly ProductsTable[]): ProductIndex {
  const distinct = [...new Map(products.map((product) => [product.id, product])).values()];
  return {
    bySkuKey: new Map(distinct.flatMap((product) => (product.sku_key === null ? [] : [[product.sku_key, product]]))),
    byBarcodeKey: new Map(
      distinct.flatMap((product) => (product.barcode_key === null ? [] : [[product.barcode_key, product]])),
    ),
    byName: Map.groupBy(distinct, ({ name }) => name),
  };
}

/** A row's product, none, or why the row cannot be tied to one. */
export type ProductMatch =
  | { readonly kind: "product"; readonly product: ProductsTable }
  | { readonly kind: "none" }
  | { readonly kind: "barcode_taken"; readonly owner: ProductsTable }
  | { readonly kind: "name_shared"; readonly count: number };

/**
 * The product that a row means: by SKU, then by barcode, then by its exact name. A name counts only between what has no
 * code of its own: a row without codes means the one product of its name; a row with codes may give them to a product
 * that has neither SKU nor barcode, such as one that a cashier made while selling.
 */
export function matchProduct(index: ProductIndex, { sku, barcode, name }: ProductRow): ProductMatch {
  const bySku = sku === undefined ? undefined : index.bySkuKey.get(productKey(sku));
  const byBarcode = barcode === undefined ? undefined : index.byBarcodeKey.get(productKey(barcode));
  if (byBarcode !== undefined && byBarcode !== bySku) {
    // The barcode leads to a product; the SKU leads to another, or the product has a SKU and it is not this one.
    const mayTakeSku = bySku === undefined && (sku === undefined || byBarcode.sku_key === null);
    return mayTakeSku ? { kind: "product", product: byBarcode } : { kind: "barcode_taken", owner: byBarcode };
  }
  if (bySku !== undefined) return { kind: "product", product: bySku };
  return matchName(index, name, sku !== undefined || barcode !== undefined);
}

function matchName(index: ProductIndex, name: string | undefined, hasCodes: boolean): ProductMatch {
  const named = name === undefined ? [] : (index.byName.get(name) ?? []);
  const candidates = hasCodes ? named.filter((it) => it.sku_key === null && it.barcode_key === null) : named;
  const [only, ...others] = candidates;
  if (only === undefined || (hasCodes && others.length > 0)) return { kind: "none" };
  return others.length > 0 ? { kind: "name_shared", count: candidates.length } : { kind: "product", product: only };
}
