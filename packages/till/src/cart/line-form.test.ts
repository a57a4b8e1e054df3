import { describe, expect, it } from "vitest";
import { readLineTexts } from "./line-form.ts";

describe("the line form", () => {
  it("reads a fraction and a price, with a point or a comma", () => {
    expect(readLineTexts({ quantity: "0,5", price: "3.33" }, 2)).toEqual({
      quantityThousandths: 500,
      unitPriceMinor: 333,
      entry: { quantityThousandths: 500, unitPriceMinor: 333 },
      subtotalMinor: 167,
    });
  });

  it("takes a price of nothing, but no quantity of nothing", () => {
    expect(readLineTexts({ quantity: "1", price: "0" }, 2).entry).toBeDefined();
    expect(readLineTexts({ quantity: "0", price: "1" }, 2)).toEqual({ unitPriceMinor: 100 });
    expect(readLineTexts({ quantity: "", price: "" }, 2)).toEqual({});
  });

  it("refuses more decimals than the currency has, and negatives", () => {
    expect(readLineTexts({ quantity: "1", price: "1.5" }, 0)).toEqual({ quantityThousandths: 1000 });
    expect(readLineTexts({ quantity: "-1", price: "-1" }, 2)).toEqual({});
    expect(readLineTexts({ quantity: "0.0005", price: "1" }, 2)).toEqual({ unitPriceMinor: 100 });
  });

  it("gives no entry for what cannot be counted", () => {
    const reading = readLineTexts({ quantity: "999999999", price: "9999999999" }, 2);
    expect(reading.entry).toBeUndefined();
  });
});
