import { describe, expect, it } from "vitest";
import { changeProduct, makeProduct } from "./apply-row.ts";
import { knownProduct } from "./testing/known-product.ts";

const scope = { shopId: "0197c0de-0000-7000-8000-000000000001", userId: 7, nowMs: 1_000, version: 5 };
const soap = knownProduct(1, { sku: "A-1", name: "Soap", stock_thousandths: 8_000, reorder_level_thousandths: 2_000 });

const make = (row: object) => makeProduct({ row: 2, name: "Soap", ...row }, { id: 9, uid: "u" }, scope);
const change = (row: object, product = soap) => changeProduct(product, { row: 2, ...row }, scope);

describe("makeProduct", () => {
  it("opens the ledger of a tracked product with its stock", () => {
    expect(make({ stockThousandths: 5_000 })).toMatchObject({
      product: { stock_thousandths: 5_000, reorder_level_thousandths: 0, unit: "", created_by: 7, version: 5 },
      movement: { productId: 9, movementType: "INITIAL", deltaThousandths: 5_000, resultingStockThousandths: 5_000 },
    });
    expect(make({}).movement).toBeUndefined();
  });

  it("gives a volatile product neither stock nor reorder level, whatever the row says", () => {
    const { product, movement } = make({ isVolatile: true, stockThousandths: 5_000, reorderLevelThousandths: 1 });
    expect(product).toMatchObject({ stock_thousandths: null, reorder_level_thousandths: null });
    expect(movement).toBeUndefined();
  });
});

describe("changeProduct", () => {
  it("leaves what the row does not say, and what is so already", () => {
    expect(change({})).toBeUndefined();
    expect(change({ sku: "a-1", name: "Soap", stockThousandths: 8_000, isVolatile: false })).toBeUndefined();
  });

  it("brings the stock to the row's figure by one movement of the difference", () => {
    expect(change({ stockThousandths: 3_000 })).toMatchObject({
      product: { stock_thousandths: 3_000, reorder_level_thousandths: 2_000, version: 5, updated_at_ms: 1_000 },
      movement: { movementType: "IMPORT", deltaThousandths: -5_000, resultingStockThousandths: 3_000 },
    });
  });

  it("changes text and price without a movement", () => {
    const changed = change({ name: "Green soap", unitPriceMinor: 250 });
    expect(changed?.product).toMatchObject({ name: "Green soap", unit_price_minor: 250, sku: "A-1" });
    expect(changed?.movement).toBeUndefined();
  });

  it("empties the stock of a product that turns volatile by an adjustment", () => {
    expect(change({ isVolatile: true, stockThousandths: 9_000 })).toMatchObject({
      product: { stock_thousandths: null, reorder_level_thousandths: null, is_volatile: 1 },
      movement: { movementType: "ADJUSTMENT", deltaThousandths: -8_000, resultingStockThousandths: 0 },
    });
  });

  it("starts a product that turns tracked at nothing, then brings it to the row's figure", () => {
    const bread = knownProduct(2, { is_volatile: 1, stock_thousandths: null, reorder_level_thousandths: null });
    expect(change({ isVolatile: false, stockThousandths: 4_000 }, bread)).toMatchObject({
      product: { stock_thousandths: 4_000, reorder_level_thousandths: 0 },
      movement: { movementType: "IMPORT", deltaThousandths: 4_000, resultingStockThousandths: 4_000 },
    });
  });

  it("gives codes to a product that has none", () => {
    expect(change({ sku: "B-2", barcode: "600" }, knownProduct(3))?.product).toMatchObject({
      sku: "B-2",
      sku_key: "b-2",
      barcode: "600",
      barcode_key: "600",
    });
  });
});
