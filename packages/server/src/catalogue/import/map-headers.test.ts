import { describe, expect, it } from "vitest";
import { mapHeaders } from "./map-headers.ts";
import type { SheetRow } from "./read-sheet.ts";

const sheet = (...rows: string[][]): SheetRow[] => rows.map((cells, index) => ({ number: index + 1, cells }));

const fieldsOf = (...titles: string[]): Record<string, number> => {
  const headers = mapHeaders(sheet(titles));
  return headers.ok ? Object.fromEntries([...headers.value.columns].map(([field, { index }]) => [field, index])) : {};
};

describe("mapHeaders", () => {
  it("knows every alias of the contract, in any case", () => {
    const aliases = {
      name: ["name", "Product Name", "ITEM", "item name"],
      sku: ["sku", "Product Code", "item code", "Stock Keeping Unit"],
      stock: ["stock", "quantity", "QTY", "available stock"],
      price: ["price", "unit price", "unit_price", "Cost", "amount"],
      description: ["description", "details", "desc", "Info"],
      reorderLevel: ["reorder level", "min stock", "threshold", "alert level"],
      barcode: ["barcode", "EAN", "upc"],
      unit: ["unit"],
      isVolatile: ["volatile", "is_volatile"],
    };
    for (const [field, titles] of Object.entries(aliases)) {
      for (const title of titles) {
        const own = field === "name" ? [title] : ["name", title];
        expect({ title, ...fieldsOf(...own) }).toHaveProperty(field, own.length - 1);
      }
    }
  });

  it.each([
    ["Unit Price (GHS)", "price"],
    ["Price €", "price"],
    ["price in USD", "price"],
    ["Price/GH₵", "price"],
    ["UnitPrice", "price"],
    ["Qty.", "stock"],
    ["SKU *", "sku"],
    ["Item\nName", "name"],
    ["\u00A0Re-order  Level\u200B", "reorderLevel"],
    ["Ｎａｍｅ", "name"],
  ])("looks through what people add to a title: %j", (title, field) => {
    expect(fieldsOf("barcode", title)).toHaveProperty(field, 1);
  });

  it("prefers the better name where two columns name one field, and says what it ignores", () => {
    const headers = mapHeaders(sheet(["Cost", "SKU", "Price", "Name", "Supplier", ""]));
    expect(headers).toMatchObject({ ok: true, value: { ignored: ["Cost", "Supplier"] } });
    expect(fieldsOf("Cost", "SKU", "Price", "Name")).toEqual({ sku: 1, price: 2, name: 3 });
  });

  it("finds the header below a title", () => {
    const headers = mapHeaders(sheet(["Item", "", ""], ["May 2026"], ["SKU", "Name", "Price"], ["A", "Soap", "1"]));
    expect(headers).toMatchObject({ ok: true, value: { row: { number: 3 } } });
  });

  it.each([
    ["two columns of one meaning", [["sku", "name", "price", "Price"]], /columns 3 \(price\) and 4 \(Price\)/],
    [
      "no column that tells the product",
      [
        ["Artikel", "Preis"],
        ["Seife", "1"],
      ],
      /found "Artikel", "Preis"\. Name the/,
    ],
    ["nothing at all", [], /empty/],
  ])("refuses %s", (_name, rows, problem) => {
    expect(mapHeaders(sheet(...rows))).toEqual({ ok: false, error: expect.stringMatching(problem) });
  });

  it("takes a megabyte as a title without a search through it", () => {
    expect(fieldsOf("(".repeat(1_000_000), "name")).toEqual({ name: 1 });
  });
});
