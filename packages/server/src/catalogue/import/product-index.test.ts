import { describe, expect, it } from "vitest";
import type { ProductsTable } from "../../database/schema.ts";
import { matchProduct, productIndex } from "./product-index.ts";
import type { ProductRow } from "./product-row.ts";
import { knownProduct } from "./testing/known-product.ts";

const match = (row: Omit<ProductRow, "row">, ...products: ProductsTable[]): number | string => {
  const found = matchProduct(productIndex(products), { row: 2, ...row });
  return found.kind === "product" ? found.product.id : found.kind;
};

describe("matchProduct", () => {
  const soap = knownProduct(1, { sku: "A-1", barcode: "600", name: "Soap" });
  const oil = knownProduct(2, { barcode: "700", name: "Oil" });
  const beans = knownProduct(3, { name: "Beans" });
  const otherBeans = knownProduct(4, { name: "Beans" });

  it("finds by SKU, in any case, before anything else", () => {
    expect(match({ sku: " a-1", name: "Beans" }, soap, beans)).toBe(1);
  });

  it("finds by barcode, and lets a product without a SKU take the row's", () => {
    expect(match({ barcode: "700" }, soap, oil)).toBe(2);
    expect(match({ sku: "new", barcode: "700" }, soap, oil)).toBe(2);
  });

  it("does not take a barcode from a product with another SKU", () => {
    expect(match({ sku: "new", barcode: "600" }, soap)).toBe("barcode_taken");
    expect(match({ sku: "A-1", barcode: "700" }, soap, oil)).toBe("barcode_taken");
  });

  it("finds a row without codes by the exact name, if one product has it", () => {
    expect(match({ name: "Soap" }, soap, beans)).toBe(1);
    expect(match({ name: "soap" }, soap)).toBe("none");
    expect(match({ name: "Beans" }, beans, otherBeans)).toBe("name_shared");
  });

  it("gives codes to the one product of that name that has none", () => {
    expect(match({ sku: "B", name: "Beans" }, soap, beans)).toBe(3);
    expect(match({ sku: "B", name: "Beans" }, beans, otherBeans)).toBe("none");
    expect(match({ sku: "B", name: "Soap" }, soap)).toBe("none");
    expect(match({ sku: "B", name: "Oil" }, oil)).toBe("none");
  });
});
