import { productKey } from "../product/product-key.ts";
import type { ProductState } from "./shop-state.ts";

/** Products by everything that may name one. Uid, SKU and barcode never change here; the state does. */
export type ProductIndex = {
  readonly byId: Map<number, ProductState>;
  readonly idByUid: Map<string, number>;
  readonly idBySkuKey: Map<string, number>;
  readonly idByBarcodeKey: Map<string, number>;
};

export function productIndex(products: readonly ProductState[] = []): ProductIndex {
  const index: ProductIndex = {
    byId: new Map(),
    idByUid: new Map(),
    idBySkuKey: new Map(),
    idByBarcodeKey: new Map(),
  };
  for (const product of products) addProduct(index, product);
  return index;
}

export function addProduct(index: ProductIndex, product: ProductState): void {
  index.byId.set(product.id, product);
  index.idByUid.set(product.uid, product.id);
  if (product.sku !== null) index.idBySkuKey.set(productKey(product.sku), product.id);
  if (product.barcode !== null) index.idByBarcodeKey.set(productKey(product.barcode), product.id);
}
