import * as fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

it("sorts members at every depth and leaves absent ones out", () => {
  expect(canonicalJson({ b: 1, a: [{ d: "x", c: null }], e: undefined })).toBe('{"a":[{"c":null,"d":"x"}],"b":1}');
});

it("keeps the order of lists", () => {
  expect(canonicalJson(["b", "a"])).toBe('["b","a"]');
});

it("says the same whatever order the members came in", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (members) => {
      const reversed = Object.fromEntries(Object.entries(members).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(members));
      expect(JSON.parse(canonicalJson(members))).toEqual({ ...members });
    }),
  );
});

it("will not write a fraction", () => {
  expect(() => canonicalJson({ amount: 0.1 })).toThrow("whole numbers");
});
