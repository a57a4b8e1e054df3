import { expect, test } from "vitest";
import { parseRetailCsv, readRetailLines } from "./retail-line.ts";
import { retailShop } from "./retail-shop.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const shopOf = (...rows: string[]) => retailShop(parseRetailCsv([HEADER, ...rows].join("\n")));

test("the real data gives the figures its publisher's file has", () => {
  const shop = retailShop(readRetailLines());
  const lines = shop.invoices.flatMap((invoice) => invoice.lines);
  const totalMinor = lines.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitPriceMinor), 0n);
  expect(shop.products).toHaveLength(2_557);
  expect(shop.invoices).toHaveLength(1_052);
  expect(lines).toHaveLength(28_007);
  expect(totalMinor).toBe(54_036_113n);
});

test("every line of the real data names a product of the shop", () => {
  const shop = retailShop(readRetailLines());
  const keys = new Set(shop.products.map((product) => product.key));
  const unknown = shop.invoices.flatMap((invoice) => invoice.lines).filter((line) => !keys.has(line.productKey));
  expect(unknown).toEqual([]);
});

test("codes that differ in case are one product, typed as first seen and named by its first description", () => {
  const { products } = shopOf(
    "1,85123A,,6,12/1/10 8:26,2.55,1,UK",
    "2,85123a,CREAM HANGER ,1,12/1/10 8:27,2.50,1,UK",
    "3,85123A,ANOTHER NAME,1,12/1/10 8:28,2.40,1,UK",
    "4,D,,1,12/1/10 8:28,1,1,UK",
  );
  expect(products).toEqual([
    { key: "85123a", sku: "85123A", name: "CREAM HANGER", unitPriceMinor: 255 },
    { key: "d", sku: "D", name: "D", unitPriceMinor: 100 },
  ]);
});

test("an invoice keeps its positive lines, each with its own price, at the time of its first line", () => {
  const { invoices } = shopOf(
    "1,A,x,-2,12/13/10 17:05,1.5,1,UK",
    "1,A,x,2,12/13/10 17:06,1.5,1,UK",
    "1,a,x,3,12/13/10 17:06,1.45,1,UK",
    "C2,A,x,-1,12/13/10 17:07,1.5,1,UK",
  );
  expect(invoices).toEqual([
    {
      number: "1",
      soldAtMs: Date.parse("2010-12-13T17:05:00Z"),
      lines: [
        { productKey: "a", quantity: 2, unitPriceMinor: 150 },
        { productKey: "a", quantity: 3, unitPriceMinor: 145 },
      ],
    },
  ]);
});

test.each([
  ["a price with tenths of a penny", "1,A,x,1,12/1/10 8:26,1.005,1,UK"],
  ["a price below zero", "1,A,x,1,12/1/10 8:26,-1,1,UK"],
  ["half a piece", "1,A,x,0.5,12/1/10 8:26,1,1,UK"],
  ["a summer date, whose British time is not UTC", "1,A,x,1,7/1/10 8:26,1,1,UK"],
])("%s is refused rather than read wrongly", (_what, row) => {
  expect(() => shopOf(row)).toThrow(/^(not a |outside )/);
});
