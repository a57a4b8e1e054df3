import {
  type AlertState,
  type ProductState,
  type SaleToRecord,
  type ShopState,
  tillOf,
  type UsedReceiptNumber,
  withoutAbsent,
} from "@duka/domain";
import type { LockedShop } from "../../database/locked-shop.ts";
import type { Trx } from "../../database/schema.ts";
import { loadKnownSales } from "./load-known-sales.ts";
import {
  type ProductRow,
  selectMembers,
  selectOpenAlerts,
  selectProducts,
  selectReceiptNumbers,
  selectTakenSaleIds,
} from "./shop-state.queries.ts";
import { type SoughtNames, soughtNames } from "./sought-names.ts";

/** Loads what deciding about the sales takes, in a number of statements that does not depend on how many there are. */
export async function loadShopState(
  trx: Trx,
  shop: LockedShop,
  { sales, nowMs }: { readonly sales: readonly SaleToRecord[]; readonly nowMs: number },
): Promise<ShopState> {
  const names = soughtNames(sales);
  const products = await loadProducts(trx, shop.id, names);
  return {
    shop: { ...settingsOf(shop), version: shop.version, ...shop.counters },
    products,
    openAlerts: await loadOpenAlerts(trx, shop.id, products),
    knownSales: await loadKnownSales(trx, shop.id, { sales, externalIds: names.externalIds }),
    usedReceiptNumbers: await loadReceiptNumbers(trx, shop.id, names),
    ...(await loadMembers(trx, shop.id, names)),
    takenSaleIds: await loadTakenSaleIds(trx, shop.id, names),
    nowMs,
  };
}

function settingsOf({ id, currencyExponent, timeZone, dayCutMinutes }: LockedShop) {
  return { id, currencyExponent, timeZone, dayCutMinutes };
}

async function loadProducts(trx: Trx, shopId: string, names: SoughtNames): Promise<readonly ProductState[]> {
  const rows = await selectProducts(trx, shopId, names);
  return [...new Map(rows.map((row) => [row.id, productState(row)])).values()];
}

function productState(row: ProductRow): ProductState {
  return {
    id: row.id,
    uid: row.uid,
    sku: row.sku,
    barcode: row.barcode,
    name: row.name,
    unitPriceMinor: row.unit_price_minor,
    unit: row.unit,
    isVolatile: row.is_volatile === 1,
    stockThousandths: row.stock_thousandths,
    reorderLevelThousandths: row.reorder_level_thousandths,
    isActive: row.active === 1,
    priceSoldAtMs: row.price_sold_at_ms,
  };
}

async function loadOpenAlerts(trx: Trx, shopId: string, products: readonly ProductState[]): Promise<AlertState[]> {
  const tracked = products.filter((product) => !product.isVolatile).map((product) => product.id);
  const rows = tracked.length === 0 ? [] : await selectOpenAlerts(trx, shopId, tracked);
  return rows.map((row) =>
    withoutAbsent({
      id: row.id,
      productId: row.product_id,
      severity: row.severity,
      acknowledgedSeverity: row.acknowledged_severity ?? undefined,
    }),
  );
}

async function loadReceiptNumbers(
  trx: Trx,
  shopId: string,
  { receiptNumbers }: SoughtNames,
): Promise<UsedReceiptNumber[]> {
  const rows = receiptNumbers.length === 0 ? [] : await selectReceiptNumbers(trx, shopId, receiptNumbers);
  return rows.map((row) => ({
    till: tillOf({ deviceId: row.device_id, sourceDevice: row.source_device }),
    receiptNumber: row.receipt_number ?? "",
  }));
}

async function loadMembers(trx: Trx, shopId: string, { userIds }: SoughtNames) {
  const rows = await selectMembers(trx, shopId, userIds);
  const idsWhere = (isFormer: boolean) =>
    new Set(rows.filter((row) => (row.removed_at_ms !== null) === isFormer).map((row) => row.user_id));
  return { memberIds: idsWhere(false), formerMemberIds: idsWhere(true) };
}

async function loadTakenSaleIds(trx: Trx, shopId: string, { formerSaleIds }: SoughtNames): Promise<Set<number>> {
  const rows = formerSaleIds.length === 0 ? [] : await selectTakenSaleIds(trx, shopId, formerSaleIds);
  return new Set(rows.map((row) => row.id));
}
