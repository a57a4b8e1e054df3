import * as fc from "fast-check";
import { expect, it } from "vitest";
import { productKey } from "./product-key.ts";

it("ignores case, surrounding space and how an accent is composed", () => {
  expect(productKey("  Juice-100 ")).toBe("juice-100");
  expect(productKey("CAFE\u0301")).toBe(productKey("caf\u00e9"));
});

it("keeps inner space and leading zeros, which tell products apart", () => {
  expect(productKey("A 1")).not.toBe(productKey("A1"));
  expect(productKey("0012")).not.toBe(productKey("12"));
});

it("is its own key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(productKey(productKey(text))).toBe(productKey(text));
    }),
  );
});
