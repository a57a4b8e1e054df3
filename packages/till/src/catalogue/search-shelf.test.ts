import type { CatalogueProduct } from "@duka/client";
import { describe, expect, it } from "vitest";
import { findByCode, searchShelf } from "./search-shelf.ts";
import { buildShelf, type ShelfProduct } from "./shelf.ts";

const shelf = buildShelf({
  catalogue: [
    product(1, "Crème glacée", { sku: "ICE-1" }),
    product(2, "Soap 100 g", { barcode: "6161100" }),
    product(3, "Bar soap"),
    product(4, "Glass soap dish", { sku: "SOAP" }),
    product(5, "Old soap", { active: false }),
  ],
  local: [
    { uid: "made-here", name: "Soap on a rope", unitPriceMinor: 100, isVolatile: false },
    { uid: "uid-3", name: "Bar soap", unitPriceMinor: 100, isVolatile: false },
  ],
  currencyExponent: 2,
});

describe("the shelf", () => {
  it("shows a product made here until the catalogue brings it, and no archived one", () => {
    expect(names(shelf)).toEqual(["Bar soap", "Crème glacée", "Glass soap dish", "Soap 100 g", "Soap on a rope"]);
  });

  it("reads prices as minor units of the shop's currency", () => {
    expect(shelf[0]?.unitPriceMinor).toBe(150);
  });

  it("finds by name, SKU and barcode, accents and case aside", () => {
    expect(names(searchShelf(shelf, "creme"))).toEqual(["Crème glacée"]);
    expect(names(searchShelf(shelf, "ice-1"))).toEqual(["Crème glacée"]);
    expect(names(searchShelf(shelf, "61611"))).toEqual(["Soap 100 g"]);
    expect(names(searchShelf(shelf, "dish glass"))).toEqual(["Glass soap dish"]);
  });

  it("puts the exact code first, then names that begin with the query", () => {
    expect(names(searchShelf(shelf, "soap"))).toEqual(["Glass soap dish", "Soap 100 g", "Soap on a rope", "Bar soap"]);
  });

  it("takes a scanned code for its product only when it is the whole code", () => {
    expect(findByCode(shelf, "6161100")?.name).toBe("Soap 100 g");
    expect(findByCode(shelf, "616110")).toBeUndefined();
    expect(findByCode(shelf, "")).toBeUndefined();
  });
});

function names(products: readonly ShelfProduct[]): string[] {
  return products.map(({ name }) => name);
}

function product(id: number, name: string, given: Partial<CatalogueProduct> = {}): CatalogueProduct {
  return {
    id,
    uid: `uid-${id}`,
    sku: null,
    barcode: null,
    name,
    description: "",
    unitPrice: "1.50",
    unit: "",
    isVolatile: false,
    active: true,
    serverStockThousandths: 1000,
    shownStockThousandths: 1000,
    reorderLevelThousandths: null,
    ...given,
  };
}
