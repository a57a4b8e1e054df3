import { describe, expect, it } from "vitest";
import { normaliseSale } from "./normalise-sale.ts";

const LINE = { product: 12, quantity: "0.500", unit_price: "2.00" };

function contentOf(sale: object, exponent = 2) {
  const result = normaliseSale(sale, exponent);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function issuesOf(sale: unknown, exponent = 2): string[] {
  const result = normaliseSale(sale, exponent);
  return result.ok ? [] : result.error.map(({ path, code }) => `${path} ${code}`);
}

describe("normaliseSale", () => {
  it("brings every scalar to its one form", () => {
    expect(
      contentOf({
        items: [
          LINE,
          {
            product_data: {
              uid: "{0197C0DE-5F00-7ABC-8DEF-0123456789AB}",
              sku: " J-1 ",
              name: "Juice",
              unit_price: 1.5,
            },
            quantity: 1,
          },
        ],
        client_timestamp: "2026-01-31T17:30:00+03:00",
        business_date: "2026-01-31",
        source_device: "till-2",
        tenders: [{ method: "cash", amount: "3.50" }],
        cashier: 7,
      }),
    ).toEqual({
      items: [
        { product: 12, quantity: "0.5", unit_price: "2" },
        {
          product_data: { uid: "0197c0de-5f00-7abc-8def-0123456789ab", sku: "J-1", name: "Juice", unit_price: "1.5" },
          quantity: "1",
        },
      ],
      client_timestamp: "2026-01-31T14:30:00.000Z",
      business_date: "2026-01-31",
      source_device: "till-2",
      tenders: [{ method: "cash", amount: "3.5" }],
      cashier: 7,
    });
  });

  it("keeps absent what was absent, null or empty", () => {
    const sale = {
      items: [{ ...LINE, unit_price: null, product_data: null }],
      note: "  ",
      receipt_number: "",
      tenders: [],
      cashier: null,
    };
    const content = contentOf(sale);
    expect(Object.keys(content)).toEqual(["items"]);
    expect(content.items).toEqual([{ product: 12, quantity: "0.5" }]);
    expect(Object.keys(content.items[0] ?? {})).toEqual(["product", "quantity"]);
  });

  it("ignores server-owned and unknown members", () => {
    const extra = { total_amount: "0.01", sold_by: 1, id: 9, colour: "red", external_id: "x" };
    expect(contentOf({ ...extra, items: [{ ...LINE, subtotal: "0", stock: 5 }] })).toEqual(
      contentOf({ items: [LINE] }),
    );
  });

  it("takes prices in the currency's own digits", () => {
    expect(contentOf({ items: [{ ...LINE, unit_price: "350.00" }] }, 0).items[0]?.unit_price).toBe("350");
    expect(issuesOf({ items: [{ ...LINE, unit_price: "3.5" }] }, 0)).toEqual(["items.0.unit_price too_many_decimals"]);
    expect(contentOf({ items: [{ ...LINE, unit_price: "3.1234" }] }, 4).items[0]?.unit_price).toBe("3.1234");
  });
});

describe("normaliseSale refuses", () => {
  it.each([
    ["no object", [], " invalid"],
    ["null", null, " invalid"],
    ["no items", {}, "items required"],
    ["empty items", { items: [] }, "items required"],
    ["items that are no list", { items: { 0: LINE } }, "items invalid"],
    ["a line that is no object", { items: [5] }, "items.0 invalid"],
    ["a line without product", { items: [{ quantity: 1 }] }, "items.0.product required"],
    ["a product of zero", { items: [{ ...LINE, product: 0 }] }, "items.0.product invalid"],
    ["a fractional product", { items: [{ ...LINE, product: 1.5 }] }, "items.0.product invalid"],
    ["no quantity", { items: [{ product: 1 }] }, "items.0.quantity required"],
    ["a quantity of zero", { items: [{ ...LINE, quantity: "0.000" }] }, "items.0.quantity too_small"],
    ["a negative quantity", { items: [{ ...LINE, quantity: -1 }] }, "items.0.quantity too_small"],
    ["four decimals", { items: [{ ...LINE, quantity: "0.0001" }] }, "items.0.quantity too_many_decimals"],
    ["a boolean quantity", { items: [{ ...LINE, quantity: true }] }, "items.0.quantity invalid"],
    ["NaN", { items: [{ ...LINE, quantity: "NaN" }] }, "items.0.quantity invalid"],
    ["1e400", { items: [{ ...LINE, quantity: "1e400" }] }, "items.0.quantity too_large"],
    ["a negative price", { items: [{ ...LINE, unit_price: "-0.01" }] }, "items.0.unit_price too_small"],
    ["a price beyond bounds", { items: [{ ...LINE, unit_price: "10000000000.00" }] }, "items.0.unit_price too_large"],
    [
      "a snapshot without name",
      { items: [{ product_data: { sku: "A" }, quantity: 1 }] },
      "items.0.product_data.name required",
    ],
    ["a blank name", { items: [{ product_data: { name: " " }, quantity: 1 }] }, "items.0.product_data.name required"],
    [
      "a bad uid",
      { items: [{ product_data: { name: "A", uid: "1" }, quantity: 1 }] },
      "items.0.product_data.uid invalid",
    ],
    [
      "a volatile that is no boolean",
      { items: [{ product_data: { name: "A", is_volatile: "yes" }, quantity: 1 }] },
      "items.0.product_data.is_volatile invalid",
    ],
    [
      "a long SKU",
      { items: [{ product_data: { name: "A", sku: "s".repeat(65) }, quantity: 1 }] },
      "items.0.product_data.sku too_long",
    ],
    [
      "a SKU whose key grows beyond its field",
      { items: [{ product_data: { name: "A", sku: "İ".repeat(64) }, quantity: 1 }] },
      "items.0.product_data.sku too_long",
    ],
    ["a bad timestamp", { items: [LINE], client_timestamp: "yesterday" }, "client_timestamp invalid"],
    ["a numeric timestamp", { items: [LINE], client_timestamp: 1_769_869_800 }, "client_timestamp invalid"],
    ["a bad date", { items: [LINE], business_date: "2026-02-30" }, "business_date invalid"],
    ["a NUL", { items: [LINE], note: "a\0b" }, "note invalid"],
    ["a lone surrogate", { items: [LINE], note: "\ud800" }, "note invalid"],
    ["a long note", { items: [LINE], note: "n".repeat(1001) }, "note too_long"],
    ["an unknown method", { items: [LINE], tenders: [{ method: "gold", amount: 1 }] }, "tenders.0.method invalid"],
    ["a tender without amount", { items: [LINE], tenders: [{ method: "cash" }] }, "tenders.0.amount required"],
    ["a negative tender", { items: [LINE], tenders: [{ method: "cash", amount: "-1" }] }, "tenders.0.amount too_small"],
    ["a cashier that is no id", { items: [LINE], cashier: "ann" }, "cashier invalid"],
  ])("%s", (_, sale, issue) => {
    expect(issuesOf(sale)).toEqual([issue]);
  });

  it("too many lines or tenders", () => {
    expect(issuesOf({ items: Array.from({ length: 1001 }, () => LINE) })).toEqual(["items too_many"]);
    expect(contentOf({ items: Array.from({ length: 1000 }, () => LINE) }).items).toHaveLength(1000);
    const tender = { method: "cash", amount: 1 };
    expect(issuesOf({ items: [LINE], tenders: Array.from({ length: 21 }, () => tender) })).toEqual([
      "tenders too_many",
    ]);
  });

  it("tenders whose sum is beyond bounds", () => {
    const tender = { method: "other:voucher", amount: "9999999999999.99" };
    expect(issuesOf({ items: [LINE], tenders: [tender] })).toEqual([]);
    expect(issuesOf({ items: [LINE], tenders: [tender, { ...tender, amount: "0.01" }] })).toEqual([
      "tenders too_large",
    ]);
  });

  it("everything that is wrong at once", () => {
    expect(issuesOf({ items: [{ product: 1 }, { quantity: 0, product: 1 }], note: 5, business_date: "x" })).toEqual([
      "items.0.quantity required",
      "items.1.quantity too_small",
      "business_date invalid",
    ]);
  });
});
