import { describe, expect, it } from "vitest";
import { cashSuggestions } from "./cash-suggestions.ts";

describe("cash suggestions", () => {
  it("offers the amounts people hand over, smallest first", () => {
    expect(cashSuggestions(43_700, 2)).toEqual([44_000, 45_000, 50_000]);
    expect(cashSuggestions(350, 2)).toEqual([400, 500, 1000]);
    expect(cashSuggestions(437, 0)).toEqual([440, 450, 500]);
  });

  it("never offers the total itself or less", () => {
    expect(cashSuggestions(50_000, 2)).toEqual([100_000, 500_000, 1_000_000]);
    expect(cashSuggestions(0, 2)).toEqual([]);
  });
});
