import { describe, expect, it } from "vitest";
import type { SaleContent } from "../sale/sale-content.ts";
import { recordSales } from "./record-sales.ts";
import type { RecordedSales } from "./recorded-sales.ts";
import { BREAD, line, product, RICE, sale, shopState, SOAP } from "./shop-history.test-support.ts";

function onlySale(recorded: RecordedSales) {
  const [only] = recorded.sales;
  if (only === undefined) throw new Error(JSON.stringify(recorded.results));
  return only;
}

const recordOne = (content: Partial<SaleContent>, state = shopState()) => recordSales(state, [sale(1, content)]);

const breadAt = (number: number, unit_price: string | undefined, client_timestamp: string) =>
  sale(number, {
    items: [{ product: BREAD.id, quantity: "0.75", ...(unit_price && { unit_price }) }],
    client_timestamp,
  });

const idSold = (item: Partial<SaleContent["items"][number]>, state = shopState()) => {
  const recorded = recordOne({ items: [{ quantity: "1", ...item }] }, state);
  return [onlySale(recorded).lines[0]?.productId, recorded.productsCreated.length];
};

const uidOf = (product_data: { name: string; uid?: string }) =>
  recordOne({ items: [{ product_data, quantity: "1" }] }).productsCreated[0]?.uid;

describe("a sale of a tracked product", () => {
  it("is recorded with its lines, its total and one movement, and takes from stock", () => {
    const recorded = recordOne({ items: [line({ quantity: "1.5", unit_price: "2" }), line({ quantity: "0.5" })] });
    expect(recorded.results).toMatchObject([{ status: "created", saleId: 1, flags: [] }]);
    expect(onlySale(recorded)).toMatchObject({ totalMinor: 375, soldByUserId: 2, businessDate: "2026-01-31" });
    expect(onlySale(recorded).lines).toEqual([
      { productId: 1, productName: "Soap", quantityThousandths: 1500, unitPriceMinor: 200, subtotalMinor: 300 },
      { productId: 1, productName: "Soap", quantityThousandths: 500, unitPriceMinor: 150, subtotalMinor: 75 },
    ]);
    expect(recorded.movements).toEqual([
      {
        id: 1,
        productId: 1,
        deltaThousandths: -2000,
        resultingStockThousandths: 8000,
        performedByUserId: 2,
        saleId: 1,
      },
    ]);
    expect(recorded.productsChanged).toEqual([{ ...SOAP, stockThousandths: 8000 }]);
    expect(recorded.productDailySales).toEqual([
      { productId: 1, businessDate: "2026-01-31", quantityThousandths: 2000n, revenueMinor: 375n, lineCount: 2 },
    ]);
    expect(recorded.shopDailySales).toEqual([{ businessDate: "2026-01-31", saleCount: 1, totalMinor: 375n }]);
    expect(recorded.counters).toEqual({
      version: 8,
      nextProductId: 4,
      nextSaleId: 2,
      nextMovementId: 2,
      nextAlertId: 1,
    });
  });

  it("does not change the product's price", () => {
    const recorded = recordOne({ items: [line({ unit_price: "99" })] });
    expect(recorded.productsChanged[0]?.unitPriceMinor).toBe(150);
  });

  it("opens an alert when stock falls below the reorder level, and worsens it", () => {
    const recorded = recordSales(shopState(), [
      sale(1, { items: [line({ quantity: "5" })] }),
      sale(2, { items: [line({ quantity: "0.001" })] }),
      sale(3, { items: [line({ quantity: "4.5" })] }),
    ]);
    expect(recorded.alertsOpened).toEqual([
      {
        id: 1,
        productId: 1,
        severity: "critical",
        stockAtTriggerThousandths: 4999,
        reorderLevelAtTriggerThousandths: 5000,
        isClosed: false,
      },
    ]);
    expect(recorded.counters.nextAlertId).toBe(2);
  });

  it("makes an acknowledged alert unread only when it gets worse", () => {
    const openAlerts = [{ id: 9, productId: 1, severity: "info", acknowledgedSeverity: "info" }] as const;
    const products = [{ ...SOAP, stockThousandths: 4000 }];
    const state = shopState({ products, openAlerts });
    expect(recordOne({ items: [line({ quantity: "1" })] }, state).alertsChanged).toEqual([]);
    expect(recordOne({ items: [line({ quantity: "2" })] }, state).alertsChanged).toEqual([
      { id: 9, productId: 1, severity: "warning", isClosed: false },
    ]);
  });
});

describe("a sale of a volatile product", () => {
  it("moves no stock and raises no alert", () => {
    const recorded = recordSales(shopState(), [breadAt(1, "3", "2026-01-31T09:00:00.000Z")]);
    expect(recorded.movements).toEqual([]);
    expect(recorded.alertsOpened).toEqual([]);
    expect(recorded.productsChanged[0]?.stockThousandths).toBeNull();
  });

  it("suggests the price of its latest sale, not of the latest to arrive", () => {
    const recorded = recordSales(shopState(), [
      breadAt(1, "3", "2026-01-31T09:00:00.000Z"),
      breadAt(2, "4", "2026-01-31T11:00:00.000Z"),
      breadAt(3, "5", "2026-01-31T10:00:00.000Z"),
    ]);
    expect(recorded.productsChanged).toEqual([
      { ...BREAD, unitPriceMinor: 400, priceSoldAtMs: Date.parse("2026-01-31T11:00:00Z") },
    ]);
  });

  it("learns nothing from a line without a price of its own, which costs what the product does", () => {
    const recorded = recordSales(shopState(), [breadAt(1, undefined, "2026-01-31T09:00:00.000Z")]);
    expect(onlySale(recorded)).toMatchObject({ totalMinor: 113, lines: [{ unitPriceMinor: 150 }] });
    expect(recorded.productsChanged).toEqual([]);
    expect(recorded.counters.version).toBe(7);
  });
});

describe("which product a line means", () => {
  const snapshot = { name: "As sold" };

  it.each([
    ["its uid before all else", { product: 2, product_data: { ...snapshot, uid: SOAP.uid, sku: "RICE" } }, 1],
    ["its id when no SKU is given", { product: 2, product_data: snapshot }, 2],
    ["its id when the SKU agrees", { product: 2, product_data: { ...snapshot, sku: " rice " } }, 2],
    ["its SKU when the id is another product's", { product: 2, product_data: { ...snapshot, sku: "soap" } }, 1],
    [
      "its SKU when the uid and the id are unknown",
      { product: 99, product_data: { ...snapshot, uid: BREAD.uid.replace("103", "999"), sku: "Soap" } },
      1,
    ],
    ["its barcode when the SKU is unknown", { product_data: { ...snapshot, sku: "NEW", barcode: "4006381333931" } }, 1],
  ])("%s", (_, item, id) => {
    expect(idSold(item)).toEqual([id, 0]);
  });

  it("uses what exists without changing it, and keeps the name as sold", () => {
    const recorded = recordOne({
      items: [{ product_data: { name: "Old soap", sku: "SOAP", unit_price: "9", is_volatile: true }, quantity: "1" }],
    });
    expect(recorded.productsChanged).toEqual([{ ...SOAP, stockThousandths: 9000 }]);
    expect(onlySale(recorded).lines).toMatchObject([{ productName: "Old soap", unitPriceMinor: 150 }]);
    expect(onlySale(recorded).flags).toEqual([]);
  });

  it("is a new product where there is none, created once however many lines name it", () => {
    const juice = { sku: "JUICE", name: "Juice", unit_price: "1.50" };
    const recorded = recordSales(shopState(), [
      sale(1, {
        items: [
          { product_data: juice, quantity: "1" },
          { product_data: { ...juice, sku: "juice" }, quantity: "2" },
        ],
      }),
      sale(2, { items: [{ product_data: juice, quantity: "1" }] }),
    ]);
    expect(recorded.productsCreated).toMatchObject([
      { id: 4, sku: "JUICE", unitPriceMinor: 150, stockThousandths: -4000, isVolatile: false, createdByUserId: 2 },
    ]);
    expect(recorded.productsChanged).toEqual([]);
    expect(recorded.movements.map((one) => one.resultingStockThousandths)).toEqual([-3000, -4000]);
    expect(recorded.sales.map((one) => one.flags)).toEqual([["negative_stock", "product_created"], ["negative_stock"]]);
    expect(recorded.counters.nextProductId).toBe(5);
  });

  it("gives a new product the uid it came with, else always the same one", () => {
    expect(uidOf({ name: "A", uid: SOAP.uid.replace("101", "777") })).toBe(SOAP.uid.replace("101", "777"));
    expect(uidOf({ name: "A" })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uidOf({ name: "A" })).toBe(uidOf({ name: "B" }));
  });
});

describe("a sale that can't be applied", () => {
  it("is refused without a trace: an id this shop never had", () => {
    const items = [{ product_data: { name: "New" }, quantity: "1" }, line(), line({ product: 99 })];
    const recorded = recordOne({ items });
    expect(recorded.results).toMatchObject([{ status: "refused", code: "product_not_found", path: "items.2.product" }]);
    expect({ ...recorded, results: [] }).toEqual(recordSales(shopState(), []));
  });

  it("is refused, never miscounted: a line, a total or a stock beyond bounds", () => {
    const huge = line({ quantity: "999999999.999", unit_price: "9999.99" });
    expect(recordOne({ items: [huge] }).results).toMatchObject([{ status: "created" }]);
    expect(recordOne({ items: [huge, huge] }).results).toMatchObject([{ code: "amount_too_large", path: "items" }]);
    const larger = { ...huge, unit_price: "10000.01" };
    expect(recordOne({ items: [larger] }).results).toMatchObject([{ code: "amount_too_large", path: "items.0" }]);
    const products = [product({ id: 1, stockThousandths: -(10 ** 15 - 1) })];
    expect(recordOne({}, shopState({ products })).results).toMatchObject([{ code: "amount_too_large" }]);
  });

  it("does not disturb its neighbours", () => {
    const recorded = recordSales(shopState(), [sale(1), sale(2, { items: [line({ product: 99 })] }), sale(3)]);
    expect(recorded.results.map((one) => one.status)).toEqual(["created", "refused", "created"]);
    expect(recorded.sales.map((one) => one.id)).toEqual([1, 2]);
  });

  it("may be sent again once it can", () => {
    const orphan = sale(1, { items: [line({ product: 99 })] });
    const products = [product({ id: 99 })];
    expect(recordSales(shopState({ products }), [orphan]).results).toMatchObject([{ status: "created" }]);
  });
});

it("sells an archived product", () => {
  const recorded = recordOne({ items: [line({ product: RICE.id })] });
  expect(onlySale(recorded).flags).toEqual(["negative_stock", "archived_product"]);
});
