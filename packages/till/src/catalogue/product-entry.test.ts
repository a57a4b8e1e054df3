import { describe, expect, it } from "vitest";
import { type ProductTexts, readProductTexts } from "./product-entry.ts";

const soap: ProductTexts = { name: " Soap ", sku: "S-1", barcode: "", price: "3,5", stock: "12", isVolatile: false };

describe("the product form", () => {
  it("sends decimals as text, and nothing for what was left empty", () => {
    expect(readProductTexts(soap, "u1", 2)).toEqual({
      ok: true,
      value: { uid: "u1", name: "Soap", sku: "S-1", unit_price: "3.50", is_volatile: false, stock: "12" },
    });
  });

  it("sends no stock for a volatile product, and lets its price open", () => {
    expect(readProductTexts({ ...soap, sku: "", price: "", stock: "9", isVolatile: true }, "u1", 2)).toEqual({
      ok: true,
      value: { uid: "u1", name: "Soap", unit_price: "0.00", is_volatile: true },
    });
  });

  it("names every field that cannot be read", () => {
    const result = readProductTexts({ ...soap, name: " ", price: "", stock: "many" }, "u1", 2);
    expect(result).toEqual({ ok: false, error: ["name", "price", "stock"] });
  });
});
