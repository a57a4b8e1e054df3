import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { t, tCount } from "./text.ts";

describe("text", () => {
  it("fills every placeholder of a sentence", () => {
    expect(t("session.problem.otherShop", { shop: "Mama Njeri" })).toBe(
      "This till belongs to Mama Njeri and still holds unsent sales. Sign in with an account of Mama Njeri.",
    );
  });

  it("says one line and two lines", () => {
    expect(tCount("cart.items", 1)).toBe("1 line");
    expect(tCount("cart.items", 2)).toBe("2 lines");
    expect(tCount("cart.items", 0)).toBe("0 lines");
  });

  it("does not read a placeholder inside a value", () => {
    expect(t("sell.added", { name: "{name}" })).toBe("{name} added");
  });

  it("gives every counted sentence both forms", () => {
    const counted = Object.keys(en).filter((key) => key.endsWith(".one") || key.endsWith(".other"));
    const bases = new Set(counted.map((key) => key.slice(0, key.lastIndexOf("."))));
    const incomplete = [...bases].filter((base) => !(`${base}.one` in en));
    expect(incomplete).toEqual([]);
  });
});
