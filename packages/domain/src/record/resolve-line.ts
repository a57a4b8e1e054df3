import { productKey } from "../product/product-key.ts";
import type { SaleLineContent } from "../sale/sale-content.ts";
import type { ProductIndex } from "./product-index.ts";
import type { ProductState } from "./shop-state.ts";

/**
 * The product a line means: by uid, then by id (if the snapshot has a SKU, it must agree: ids may have been given
 * away after a restore), then by SKU, then by barcode. Undefined where this shop has none of them.
 */
export function resolveLine(index: ProductIndex, line: SaleLineContent): ProductState | undefined {
  const { uid, sku, barcode } = line.product_data ?? {};
  const id =
    (uid === undefined ? undefined : index.idByUid.get(uid)) ??
    idThatAgrees(index, line) ??
    (sku === undefined ? undefined : index.idBySkuKey.get(productKey(sku))) ??
    (barcode === undefined ? undefined : index.idByBarcodeKey.get(productKey(barcode)));
  return id === undefined ? undefined : index.byId.get(id);
}

function idThatAgrees(index: ProductIndex, line: SaleLineContent): number | undefined {
  if (line.product === undefined) return undefined;
  const product = index.byId.get(line.product);
  if (product === undefined) return undefined;
  const soldSku = line.product_data?.sku;
  if (soldSku === undefined) return product.id;
  return product.sku !== null && productKey(product.sku) === productKey(soldSku) ? product.id : undefined;
}
