import type { Trx } from "../../database/schema.ts";
import type { SoughtNames } from "./sought-names.ts";

const PRODUCT_COLUMNS = [
  "id",
  "uid",
  "sku",
  "barcode",
  "name",
  "unit_price_minor",
  "unit",
  "is_volatile",
  "stock_thousandths",
  "reorder_level_thousandths",
  "active",
  "price_sold_at_ms",
] as const;

export function selectKnownSales(trx: Trx, shopId: string, externalIds: readonly string[]) {
  return trx
    .selectFrom("sales")
    .select(["id", "external_id", "fingerprint", "flags", "received_at_ms"])
    .where("shop_id", "=", shopId)
    .where("external_id", "in", externalIds)
    .execute();
}

export function selectContents(trx: Trx, shopId: string, saleIds: readonly number[]) {
  return trx
    .selectFrom("sale_contents")
    .select(["sale_id", "content"])
    .where("shop_id", "=", shopId)
    .where("sale_id", "in", saleIds)
    .execute();
}

export function selectConflictFingerprints(trx: Trx, shopId: string, externalIds: readonly string[]) {
  return trx
    .selectFrom("sale_conflicts")
    .select(["external_id", "fingerprint"])
    .where("shop_id", "=", shopId)
    .where("external_id", "in", externalIds)
    .orderBy("conflict_number")
    .execute();
}

/** Every product that goes by one of the names; one that goes by several comes several times. */
export async function selectProducts(trx: Trx, shopId: string, names: SoughtNames) {
  const products = () => trx.selectFrom("products").select(PRODUCT_COLUMNS).where("shop_id", "=", shopId);
  // One index each, and one round trip: under OR, MySQL would rather read the whole shop.
  const searches = [
    names.productIds.length > 0 ? products().where("id", "in", names.productIds) : undefined,
    names.productUids.length > 0 ? products().where("uid", "in", names.productUids) : undefined,
    names.skuKeys.length > 0 ? products().where("sku_key", "in", names.skuKeys) : undefined,
    names.barcodeKeys.length > 0 ? products().where("barcode_key", "in", names.barcodeKeys) : undefined,
  ].filter((search) => search !== undefined);
  const [first, ...others] = searches;
  if (first === undefined) return [];
  return await others.reduce((all, search) => all.unionAll(search), first).execute();
}

export type ProductRow = Awaited<ReturnType<typeof selectProducts>>[number];

export function selectOpenAlerts(trx: Trx, shopId: string, productIds: readonly number[]) {
  return trx
    .selectFrom("alerts")
    .select(["id", "product_id", "severity", "acknowledged_severity"])
    .where("shop_id", "=", shopId)
    .where("open_product_id", "in", productIds)
    .execute();
}

export function selectMembers(trx: Trx, shopId: string, userIds: readonly number[]) {
  return trx
    .selectFrom("members")
    .select(["user_id", "removed_at_ms"])
    .where("shop_id", "=", shopId)
    .where("user_id", "in", userIds)
    .execute();
}

export function selectReceiptNumbers(trx: Trx, shopId: string, receiptNumbers: readonly string[]) {
  return trx
    .selectFrom("sales")
    .select(["device_id", "source_device", "receipt_number"])
    .where("shop_id", "=", shopId)
    .where("receipt_number", "in", receiptNumbers)
    .execute();
}

export function selectTakenSaleIds(trx: Trx, shopId: string, saleIds: readonly number[]) {
  return trx.selectFrom("sales").select("id").where("shop_id", "=", shopId).where("id", "in", saleIds).execute();
}
