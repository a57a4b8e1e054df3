import type { ProductsTable, Trx } from "../../database/schema.ts";
import { insertRows, upsertRows } from "../../database/write-rows.ts";
import { COMPARED, type StockChange } from "./apply-row.ts";
import type { ProductCodes } from "./product-codes.ts";

/**
 * Every product that goes by one of the codes or names; one that goes by several may come several times. One search an
 * index. Names have no index: a product without a SKU is found by that, and the whole shop is read only for rows that
 * have nothing but a name.
 */
export async function selectProductsByCodes(
  trx: Trx,
  shopId: string,
  codes: ProductCodes,
): Promise<readonly ProductsTable[]> {
  const named = await selectBySkuOrName(trx, shopId, codes);
  // Mostly a product found by its SKU has the row's barcode too.
  const found = new Set(named.map((product) => product.barcode_key));
  const barcodeKeys = codes.barcodeKeys.filter((key) => !found.has(key));
  if (barcodeKeys.length === 0) return named;
  return [...named, ...(await productsOf(trx, shopId).where("barcode_key", "in", barcodeKeys).execute())];
}

async function selectBySkuOrName(trx: Trx, shopId: string, codes: ProductCodes): Promise<readonly ProductsTable[]> {
  const { skuKeys, namesBesideCodes, namesAlone } = codes;
  const products = () => productsOf(trx, shopId);
  const searches = [
    skuKeys.length > 0 ? products().where("sku_key", "in", skuKeys) : undefined,
    namesBesideCodes.length > 0
      ? products().where("sku_key", "is", null).where("name", "in", namesBesideCodes)
      : undefined,
    namesAlone.length > 0 ? products().where("name", "in", namesAlone) : undefined,
  ].filter((search) => search !== undefined);
  const [first, ...others] = searches;
  return first === undefined ? [] : await others.reduce((all, search) => all.unionAll(search), first).execute();
}

function productsOf(trx: Trx, shopId: string) {
  return trx.selectFrom("products").selectAll().where("shop_id", "=", shopId);
}

export async function insertProducts(trx: Trx, products: readonly ProductsTable[]): Promise<void> {
  await insertRows(trx, "products", products);
}

/** Rewrites what an import may change. By key, so the cost of a statement grows with the rows and not with their square. */
export async function updateProducts(trx: Trx, products: readonly ProductsTable[]): Promise<void> {
  await upsertRows(trx, "products", products, {
    key: ["shop_id", "id"],
    replace: [...COMPARED, "updated_at_ms", "version"],
  });
}

export async function insertMovements(
  trx: Trx,
  { shopId, userId, nowMs, reason }: { shopId: string; userId: number; nowMs: number; reason: string },
  movements: readonly (StockChange & { readonly id: number })[],
): Promise<void> {
  const rows = movements.map((movement) => ({
    shop_id: shopId,
    id: movement.id,
    product_id: movement.productId,
    delta_thousandths: movement.deltaThousandths,
    resulting_stock_thousandths: movement.resultingStockThousandths,
    movement_type: movement.movementType,
    reason,
    performed_by: userId,
    sale_id: null,
    external_id: null,
    fingerprint: null,
    moved_at_ms: nowMs,
  }));
  await insertRows(trx, "stock_movements", rows);
}

export async function selectOpenAlerts(trx: Trx, shopId: string, productIds: readonly number[]) {
  if (productIds.length === 0) return [];
  return await trx
    .selectFrom("alerts")
    .select(["id", "product_id", "severity", "acknowledged_severity"])
    .where("shop_id", "=", shopId)
    .where("open_product_id", "in", productIds)
    .execute();
}

export async function selectCurrency(trx: Trx, shopId: string): Promise<string | undefined> {
  const shop = await trx.selectFrom("shops").select("currency").where("id", "=", shopId).executeTakeFirst();
  return shop?.currency;
}
