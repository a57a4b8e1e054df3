import { assert } from "../assert.ts";
import { type ProductIndex, productIndex } from "./product-index.ts";
import type {
  ChangedAlert,
  NewAlert,
  ProductDailySales,
  RecordedSale,
  RecordedSales,
  SaleConflict,
  SaleMovement,
  SaleResult,
  ShopDailySales,
} from "./recorded-sales.ts";
import type { KnownSale, ProductState, ShopState } from "./shop-state.ts";

/** The shop while a batch is being recorded: what was read, and what the sales so far have made of it. */
export type WorkingShop = {
  readonly state: ShopState;
  readonly products: ProductIndex;
  /** Who made the products that did not exist before the batch, by product id. */
  readonly creatorOfProduct: Map<number, number>;
  readonly changedProductIds: Set<number>;
  /** The open alert of a product. */
  readonly openAlerts: Map<number, ChangedAlert>;
  readonly changedAlerts: Map<number, ChangedAlert>;
  readonly newAlerts: Map<number, NewAlert>;
  readonly knownSales: Map<string, KnownSale>;
  readonly usedReceiptNumbers: Set<string>;
  readonly takenSaleIds: Set<number>;
  readonly sales: RecordedSale[];
  readonly conflicts: SaleConflict[];
  readonly movements: SaleMovement[];
  readonly productDailySales: Map<string, ProductDailySales>;
  readonly shopDailySales: Map<string, ShopDailySales>;
  readonly next: { productId: number; saleId: number; movementId: number; alertId: number };
};

export function openWorkingShop(state: ShopState): WorkingShop {
  const { shop } = state;
  return {
    state,
    products: productIndex(state.products),
    creatorOfProduct: new Map(),
    changedProductIds: new Set(),
    openAlerts: new Map(state.openAlerts.map((alert) => [alert.productId, { ...alert, isClosed: false }])),
    changedAlerts: new Map(),
    newAlerts: new Map(),
    knownSales: new Map(state.knownSales.map((sale) => [sale.externalId, sale])),
    usedReceiptNumbers: new Set(state.usedReceiptNumbers.map((used) => receiptKey(used.till, used.receiptNumber))),
    takenSaleIds: new Set(state.takenSaleIds),
    sales: [],
    conflicts: [],
    movements: [],
    productDailySales: new Map(),
    shopDailySales: new Map(),
    next: {
      productId: shop.nextProductId,
      saleId: shop.nextSaleId,
      movementId: shop.nextMovementId,
      alertId: shop.nextAlertId,
    },
  };
}

export function receiptKey(till: string, receiptNumber: string): string {
  return `${till}\n${receiptNumber}`;
}

/** The product as the sales so far have left it. */
export function productNow(working: WorkingShop, id: number): ProductState {
  const product = working.products.byId.get(id);
  assert(product !== undefined, `product ${id} is not loaded`);
  return product;
}

export function changeProduct(working: WorkingShop, product: ProductState): void {
  working.products.byId.set(product.id, product);
  if (!working.creatorOfProduct.has(product.id)) working.changedProductIds.add(product.id);
}

export function closeWorkingShop(working: WorkingShop, results: readonly SaleResult[]): RecordedSales {
  const { next, state } = working;
  const productsCreated = [...working.creatorOfProduct].map(([id, createdByUserId]) => ({
    ...productNow(working, id),
    createdByUserId,
  }));
  const productsChanged = [...working.changedProductIds].map((id) => productNow(working, id));
  const alertsOpened = [...working.newAlerts.values()];
  const alertsChanged = [...working.changedAlerts.values()];
  const hasPullableChange = [productsCreated, productsChanged, alertsOpened, alertsChanged].some(
    (all) => all.length > 0,
  );
  return {
    results,
    sales: working.sales,
    conflicts: working.conflicts,
    productsCreated,
    productsChanged,
    movements: working.movements,
    alertsOpened,
    alertsChanged,
    productDailySales: [...working.productDailySales.values()],
    shopDailySales: [...working.shopDailySales.values()],
    counters: {
      version: state.shop.version + (hasPullableChange ? 1 : 0),
      nextProductId: next.productId,
      nextSaleId: next.saleId,
      nextMovementId: next.movementId,
      nextAlertId: next.alertId,
    },
  };
}
