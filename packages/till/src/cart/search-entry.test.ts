import { describe, expect, it } from "vitest";
import { parseSearchEntry } from "./search-entry.ts";

describe("search entry", () => {
  it("reads a quantity before a star", () => {
    expect(parseSearchEntry("3*milk")).toEqual({ query: "milk", quantityThousandths: 3000 });
    expect(parseSearchEntry(" 0,5 × brown bread ")).toEqual({ query: "brown bread", quantityThousandths: 500 });
    expect(parseSearchEntry(".25*")).toEqual({ query: "", quantityThousandths: 250 });
  });

  it("takes everything else as words", () => {
    expect(parseSearchEntry(" 7up ")).toEqual({ query: "7up" });
    expect(parseSearchEntry("0*milk")).toEqual({ query: "0*milk" });
    expect(parseSearchEntry("0.0001*milk")).toEqual({ query: "0.0001*milk" });
  });
});
