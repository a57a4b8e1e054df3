import { saleFingerprint } from "../sale/fingerprint.ts";
import type { SaleContent, SaleLineContent } from "../sale/sale-content.ts";
import { recordSales } from "./record-sales.ts";
import type {
  NewAlert,
  ProductDailySales,
  RecordedSale,
  RecordedSales,
  SaleConflict,
  SaleMovement,
  SaleResult,
  ShopDailySales,
} from "./recorded-sales.ts";
import { type SaleToRecord, tillOf } from "./sale-to-record.ts";
import type { AlertState, KnownSale, ProductState, ShopState, UsedReceiptNumber } from "./shop-state.ts";

const SHOP_ID = "0197c0de-0000-7000-8000-000000000001";
export const OWNER = 1;
export const CASHIER = 2;
export const FORMER_CASHIER = 3;
export const NOW_MS = Date.parse("2026-01-31T12:00:00Z");

/** Tracked soap (id 1, 10 pieces, reorder level 5), tracked rice (id 2, archived, none left), volatile bread (id 3). */
export const SOAP = product({
  id: 1,
  sku: "SOAP",
  barcode: "4006381333931",
  name: "Soap",
  stockThousandths: 10_000,
  reorderLevelThousandths: 5000,
});
export const RICE = product({ id: 2, sku: "RICE", name: "Rice", isActive: false });
export const BREAD = product({
  id: 3,
  sku: "BREAD",
  name: "Bread",
  isVolatile: true,
  stockThousandths: null,
  reorderLevelThousandths: null,
});

export function product(members: Partial<ProductState> & { id: number }): ProductState {
  return {
    uid: `0197c0de-0000-7000-8000-0000000001${String(members.id).padStart(2, "0")}`,
    sku: null,
    barcode: null,
    name: `Product ${members.id}`,
    unitPriceMinor: 150,
    unit: "pcs",
    isVolatile: false,
    stockThousandths: 0,
    reorderLevelThousandths: 0,
    isActive: true,
    priceSoldAtMs: null,
    ...members,
  };
}

export function shopState(members: Partial<ShopState> = {}): ShopState {
  return {
    shop: {
      id: SHOP_ID,
      currencyExponent: 2,
      timeZone: "Africa/Nairobi",
      dayCutMinutes: 240,
      version: 7,
      nextProductId: 4,
      nextSaleId: 1,
      nextMovementId: 1,
      nextAlertId: 1,
    },
    products: [SOAP, RICE, BREAD],
    openAlerts: [],
    knownSales: [],
    usedReceiptNumbers: [],
    memberIds: new Set([OWNER, CASHIER]),
    formerMemberIds: new Set([FORMER_CASHIER]),
    takenSaleIds: new Set(),
    nowMs: NOW_MS,
    ...members,
  };
}

function externalIdOf(number: number): string {
  return `0197c0de-0000-7000-9000-${String(number).padStart(12, "0")}`;
}

export function line(members: Partial<SaleLineContent> = {}): SaleLineContent {
  return { product: SOAP.id, quantity: "1", ...members };
}

/** A sale of one soap, received now, by the cashier; `content` replaces its parts. */
export function sale(
  number: number,
  content: Partial<SaleContent> = {},
  members: Partial<SaleToRecord> = {},
): SaleToRecord {
  const whole: SaleContent = { items: [line()], ...content };
  return {
    externalId: externalIdOf(number),
    content: whole,
    fingerprint: saleFingerprint(whole),
    soldByUserId: CASHIER,
    receivedAtMs: NOW_MS,
    ...members,
  };
}

/** A shop with everything that ever happened to it, as a database would hold it. */
export type ShopHistory = {
  readonly state: ShopState;
  readonly results: readonly SaleResult[];
  readonly sales: readonly RecordedSale[];
  readonly movements: readonly SaleMovement[];
  readonly conflicts: readonly SaleConflict[];
  readonly alertsOpened: readonly NewAlert[];
  readonly productDailySales: readonly ProductDailySales[];
  readonly shopDailySales: readonly ShopDailySales[];
};

export function newHistory(state: ShopState = shopState()): ShopHistory {
  const none = { results: [], sales: [], movements: [], conflicts: [], alertsOpened: [] };
  return { state, ...none, productDailySales: [], shopDailySales: [] };
}

/** Records the batches one after the other, each on what the one before left. */
export function recordAll(history: ShopHistory, batches: readonly (readonly SaleToRecord[])[]): ShopHistory {
  return batches.reduce((before, batch) => addRecorded(before, recordSales(before.state, batch)), history);
}

function addRecorded(before: ShopHistory, recorded: RecordedSales): ShopHistory {
  return {
    state: stateAfter(before.state, recorded),
    results: [...before.results, ...recorded.results],
    sales: [...before.sales, ...recorded.sales],
    movements: [...before.movements, ...recorded.movements],
    conflicts: [...before.conflicts, ...recorded.conflicts],
    alertsOpened: [...before.alertsOpened.map((alert) => alertAfter(alert, recorded)), ...recorded.alertsOpened],
    productDailySales: [...before.productDailySales, ...recorded.productDailySales],
    shopDailySales: [...before.shopDailySales, ...recorded.shopDailySales],
  };
}

function stateAfter(state: ShopState, recorded: RecordedSales): ShopState {
  return {
    ...state,
    shop: { ...state.shop, ...recorded.counters },
    products: productsAfter(state, recorded),
    openAlerts: alertsAfter(state, recorded),
    knownSales: knownAfter(state, recorded),
    usedReceiptNumbers: [...state.usedReceiptNumbers, ...recorded.sales.flatMap(receiptOf)],
    takenSaleIds: new Set([...state.takenSaleIds, ...recorded.sales.map(({ id }) => id)]),
  };
}

function productsAfter(state: ShopState, recorded: RecordedSales): readonly ProductState[] {
  const changed = new Map(recorded.productsChanged.map((one) => [one.id, one]));
  const created = recorded.productsCreated.map(({ createdByUserId: _creator, ...one }) => one);
  return [...state.products.map((one) => changed.get(one.id) ?? one), ...created];
}

function alertsAfter(state: ShopState, recorded: RecordedSales): readonly AlertState[] {
  const after = new Map<number, AlertState & { isClosed?: boolean }>(state.openAlerts.map((one) => [one.id, one]));
  for (const alert of [...recorded.alertsChanged, ...recorded.alertsOpened]) after.set(alert.id, alert);
  return [...after.values()]
    .filter((alert) => alert.isClosed !== true)
    .map(({ id, productId, severity }) => ({ id, productId, severity }));
}

function alertAfter(alert: NewAlert, { alertsChanged }: RecordedSales): NewAlert {
  const changed = alertsChanged.find((one) => one.id === alert.id);
  return changed === undefined ? alert : { ...alert, severity: changed.severity, isClosed: changed.isClosed };
}

function knownAfter(state: ShopState, recorded: RecordedSales): readonly KnownSale[] {
  const created = recorded.sales.map(({ externalId, id, fingerprint, content, flags, receivedAtMs }) => {
    return { externalId, saleId: id, fingerprint, content, flags, receivedAtMs, conflictFingerprints: [] };
  });
  return [...state.knownSales, ...created].map((known: KnownSale) => ({
    ...known,
    conflictFingerprints: [
      ...known.conflictFingerprints,
      ...recorded.conflicts.filter((one) => one.externalId === known.externalId).map((one) => one.fingerprint),
    ],
  }));
}

function receiptOf({ content, device, sourceDevice }: RecordedSale): UsedReceiptNumber[] {
  if (content.receipt_number === undefined) return [];
  return [{ till: tillOf({ deviceId: device?.id ?? null, sourceDevice }), receiptNumber: content.receipt_number }];
}
