import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseStrictJson } from "./strict-json.ts";

const text = fc.string({ unit: "grapheme" }).filter((string) => !string.includes("\0"));
const json = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, false),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      text,
      fc.array(tie("value")),
      fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "0")), tie("value"), {
        noNullPrototype: true,
      }),
    ),
  }))
  .value.map((value) => JSON.stringify(value));

it("reads every JSON text with exact numbers as JSON.parse does", () => {
  fc.assert(
    fc.property(json, (source) => {
      expect(parseStrictJson(source)).toEqual({ ok: true, value: JSON.parse(source) });
    }),
  );
});

it("never takes a text that JSON.parse refuses, and never throws", () => {
  const damaged = fc
    .tuple(json, fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "\\", "0", "-", ".", "e", "\u0001", "nul"))
    .map(([source, place, piece]) => {
      const at = place % (source.length + 1);
      return source.slice(0, at) + piece + source.slice(at + 1);
    });
  expect(() => fc.assert(fc.property(fc.oneof(damaged, fc.string()), isSound), { numRuns: 2_000 })).not.toThrow();
});

it("lets only numbers through that print as the number that was written", () => {
  const number = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: -30, max: 30 }));
  expect(() => fc.assert(fc.property(number, isExact), { numRuns: 2_000 })).not.toThrow();
});

/** The exact value of a decimal text times 10^120, so that texts can be compared as integers. */
function scaled(decimal: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(decimal) ?? [];
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const magnitude = BigInt(whole + fraction) * 10n ** BigInt(120 + Number(exponent) - fraction.length);
  return sign === "-" ? -magnitude : magnitude;
}

function isSound(source: string): boolean {
  const strict = parseStrictJson(source);
  return !strict.ok || isDeepStrictEqual(strict.value, JSON.parse(source));
}

function isExact([digits, exponent]: readonly [bigint, number]): boolean {
  const source = `${digits}e${exponent}`;
  const read = parseStrictJson(source);
  return !read.ok || scaled(JSON.stringify(read.value)) === scaled(source);
}
