import { describe, expect, it } from "vitest";
import { normaliseSale } from "../normalise/normalise-sale.ts";
import { saleFingerprint } from "./fingerprint.ts";
import type { SaleContent } from "./sale-content.ts";
import { saleDifferences } from "./sale-differences.ts";

const SALE = {
  items: [{ product: 12, quantity: "0.5", unit_price: "2.00" }],
  client_timestamp: "2026-01-31T14:30:00Z",
  note: "for Ann",
};

function contentOf(sale: object): SaleContent {
  const result = normaliseSale(sale, 2);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const fingerprintOf = (sale: object) => saleFingerprint(contentOf(sale));

describe("saleFingerprint", () => {
  it("never changes from one release to the next", () => {
    // Stored for ever beside every sale: if this fails, old sales stop being recognised.
    expect(fingerprintOf(SALE)).toBe("ecb3b327496d81117d7bc0b547a9da658feb8a6fcd1415ff0328082b0fadfc5f");
  });

  it.each([
    ["how numbers are written", { ...SALE, items: [{ product: "12", quantity: 0.5, unit_price: 2 }] }],
    ["the order of members", Object.fromEntries(Object.entries(SALE).toReversed())],
    ["the offset of a time", { ...SALE, client_timestamp: "2026-01-31T17:30:00+03:00" }],
    ["nulls and server-owned members", { ...SALE, receipt_number: null, total_amount: "9.99", id: 4 }],
    ["surrounding space", { ...SALE, note: " for Ann " }],
  ])("does not mind %s", (_, sale) => {
    expect(fingerprintOf(sale)).toBe(fingerprintOf(SALE));
  });

  it.each([
    ["another quantity", { ...SALE, items: [{ ...SALE.items[0], quantity: "0.501" }] }],
    ["a price that is no longer given", { ...SALE, items: [{ product: 12, quantity: "0.5" }] }],
    ["another line", { ...SALE, items: [...SALE.items, ...SALE.items] }],
    ["another time", { ...SALE, client_timestamp: "2026-01-31T14:30:01Z" }],
    ["another note", { ...SALE, note: "for Bob" }],
    ["a tender", { ...SALE, tenders: [{ method: "cash", amount: 1 }] }],
    ["a cashier", { ...SALE, cashier: 1 }],
    ["a business date", { ...SALE, business_date: "2026-01-31" }],
    ["a receipt number", { ...SALE, receipt_number: "A-1" }],
    ["a source device", { ...SALE, source_device: "till-2" }],
  ])("tells %s", (_, sale) => {
    expect(fingerprintOf(sale)).not.toBe(fingerprintOf(SALE));
  });
});

describe("saleDifferences", () => {
  it("names the places", () => {
    const other = {
      items: [
        { product: 12, quantity: "0.6" },
        { product: 1, quantity: 1 },
      ],
      note: "for Ann",
      cashier: 3,
    };
    expect(saleDifferences(contentOf(SALE), contentOf(other))).toEqual([
      "items.0.quantity",
      "items.0.unit_price",
      "items.1",
      "client_timestamp",
      "cashier",
    ]);
  });

  it("finds none between equal contents, and stops at twenty", () => {
    expect(saleDifferences(contentOf(SALE), contentOf({ ...SALE }))).toEqual([]);
    const many = (quantity: number) =>
      contentOf({ items: Array.from({ length: 100 }, () => ({ product: 1, quantity })) });
    expect(saleDifferences(many(1), many(2))).toHaveLength(20);
  });
});
