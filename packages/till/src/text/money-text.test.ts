import { AMOUNT_MINOR_MAX } from "@duka/domain";
import { describe, expect, it } from "vitest";
import { createMoneyText, quantityText } from "./money-text.ts";

describe("money text", () => {
  it("writes the currency's own number of decimals", () => {
    expect(createMoneyText("USD", "en").full(350)).toBe("$3.50");
    expect(createMoneyText("JPY", "en").full(350)).toBe("¥350");
    expect(createMoneyText("KWD", "en").bare(350)).toBe("0.350");
    // ICU says 0 decimals for the shilling of Tanzania, ISO 4217 says 2; the wire follows ISO.
    expect(createMoneyText("TZS", "en").bare(125_000)).toBe("1,250.00");
  });

  it("keeps the last digit of the largest amount", () => {
    expect(createMoneyText("USD", "en").bare(AMOUNT_MINOR_MAX)).toBe("9,999,999,999,999.99");
  });

  it("writes quantities without needless zeros", () => {
    expect(quantityText(500)).toBe("0.5");
    expect(quantityText(12_000)).toBe("12");
  });
});
